"""Tasks as web pages: what the HTTP side asks the core, and what it gets to show."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from bot.messages import Card, Line
from bot.model.refs import UserRef
from bot.ports.login import Inside
from bot.ports.pages import Again, Told


@dataclass(frozen=True, slots=True)
class TaskPage:
    """A task as its reader sees it now, with what they may do. `sign` goes along with
    what they press; `said` is why the last press did nothing, `answer` what it asks or
    tells, and `after` that press.
    """

    language: str
    app: str
    who: str
    card: Card
    sign: str
    said: Line = ()
    answer: Card | None = None
    after: str = ""


@dataclass(frozen=True, slots=True)
class Press:
    """What came with a press: the page's `sign`, the action and value of the button,
    and the press before, whose answer the button stands in.
    """

    sign: str
    press: str
    after: str = ""


@dataclass(frozen=True, slots=True)
class SignIn:
    """Nobody knows who looks at it: `told` says so, `ways` are labels by platform."""

    told: Told
    ways: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Entered:
    """A browser in which somebody is known from now on, by this `session`."""

    session: str


class TaskPages(Protocol):
    """Pages of tasks, by their short names ("T-12").

    `session` is what a browser was given when somebody signed in there; "" for none.
    """

    @property
    def secure(self) -> bool:
        """Whether people come by https."""
        ...

    def inside(self, platform: str) -> Inside | None:
        """What a platform's own client can do to sign somebody in."""
        ...

    async def whose(self, session: str) -> UserRef | None:
        """Who is signed in; None for nobody any more."""
        ...

    async def show(self, task: str, session: str) -> TaskPage | SignIn | Told:
        """The task as it is now."""
        ...

    async def press(
        self, task: str, session: str, browser: str, pressed: Press
    ) -> TaskPage | SignIn | Told | Again | None:
        """Does what a button says. None where that is seen on the page itself; a form
        is at an address of its own, in this `browser`.
        """
        ...

    async def enter(self, task: str, key: str, browser: str) -> Entered | SignIn | Told:
        """Takes a key from a chat: once, and soon, in the first browser that has it."""
        ...

    async def ask(self, platform: str, task: str) -> tuple[str, str] | None:
        """The platform's page to sign in on, and the state that comes back from there.
        None where the platform has none.
        """
        ...

    async def back(
        self, platform: str, state: str, code: str
    ) -> tuple[str, Entered | SignIn] | None:
        """Who came back from there, and to which task; None for a state not ours."""
        ...

    async def hello(self, platform: str, task: str, code: str) -> Entered | SignIn:
        """Who the platform's own client says is there."""
        ...
