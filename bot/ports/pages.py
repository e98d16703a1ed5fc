"""Forms as web pages: what the HTTP side asks the core, and what it gets to show."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from bot.messages import Form, Line, Option

Typed = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Labels:
    """The words around a form, in the reader's language."""

    app: str
    who: str
    optional: str
    nobody: str
    several: str
    mistakes: str
    keep: str
    kept_by_itself: str
    kept: str
    not_kept: str


@dataclass(frozen=True, slots=True)
class FormPage:
    """A form to be filled. `errors` are texts by field name.

    `people` and `places` are what its fields may choose from.
    """

    language: str
    form: Form
    labels: Labels
    people: tuple[Option, ...] = ()
    places: tuple[Option, ...] = ()
    errors: Mapping[str, str] = field(default_factory=dict)


class Verdict(StrEnum):
    """Why a page shows no form."""

    SENT = "sent"
    USED = "used"
    EXPIRED = "expired"
    TAKEN = "taken"
    GONE = "gone"
    UNKNOWN = "unknown"
    NO_BROWSER = "no_browser"
    SIGN_IN = "sign_in"


@dataclass(frozen=True, slots=True)
class Told:
    """A page that says something. `rows` are labels with what was sent; `again` is
    the label of a button that opens the form once more.
    """

    verdict: Verdict
    language: str
    app: str
    title: Line
    lines: tuple[Line, ...] = ()
    rows: tuple[tuple[str, str], ...] = ()
    again: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """What was typed is kept; `said` tells so."""

    said: str


@dataclass(frozen=True, slots=True)
class Download:
    """What the form gives: a file, for who sent it."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Again:
    """A new page, for the same form or another one, is at this token."""

    token: str


class FormPages(Protocol):
    """One form a token, for one person, in the first browser that opens it.

    `browser` is what the HTTP side recognizes a browser by; "" for one that it has
    not seen before.
    """

    @property
    def secure(self) -> bool:
        """Whether people come by https."""
        ...

    async def show(self, token: str, browser: str) -> FormPage | Told:
        """The form as it opens now, with what was typed before."""
        ...

    async def send(
        self, token: str, browser: str, typed: Typed
    ) -> FormPage | Told | Again | Download:
        """Takes the form; or shows what is wrong, with everything that was typed. The
        form that follows is at an address of its own; a file comes at once, and once.
        """
        ...

    async def back(
        self, token: str, browser: str, typed: Typed
    ) -> FormPage | Told | Again:
        """Keeps what was typed so far, and goes to the form before."""
        ...

    async def keep(self, token: str, browser: str, typed: Typed) -> Kept | Told:
        """Keeps what was typed so far."""
        ...

    async def again(self, token: str, browser: str) -> Again | Told:
        """A new page for a form that was sent, to the browser that sent it."""
        ...
