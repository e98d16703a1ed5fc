"""Who is at a page, as a platform tells."""

from dataclasses import dataclass
from typing import Protocol

from bot.model.refs import UserRef


@dataclass(frozen=True, slots=True)
class Inside:
    """What a page does in the platform's own client, which knows who looks at it.

    `mark` is in the name of that client (its User-Agent), `source` the address of the
    platform's script, `script` our own lines after it.
    """

    mark: str
    source: str
    script: str


class Login(Protocol):
    """One platform's ways to say who somebody is."""

    @property
    def inside(self) -> Inside | None:
        """What its client can do by itself, if it can."""
        ...

    def ask(self, back: str, state: str) -> str:
        """The platform's own page, which sends a browser `back` with a code."""
        ...

    async def who(self, code: str, *, inside: bool) -> UserRef:
        """Whose code it is: once, within minutes. `inside` the client, or of the page.

        Raises a `ChatError`; Rejected where it is nobody's, or somebody's elsewhere.
        """
        ...
