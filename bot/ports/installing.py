"""Installing us in a workspace by the browser: what each side asks of the other."""

from dataclasses import dataclass
from typing import Protocol

from bot.model.installation import Grant, Tokens
from bot.ports.pages import Told


class OAuth(Protocol):
    """A platform's side of an install. Every method may raise a `ChatError`."""

    @property
    def platform(self) -> str: ...

    def address(self, state: str) -> str:
        """Where the browser is sent to be asked whether we may."""
        ...

    async def grant(self, code: str) -> Grant:
        """What the workspace granted, for the code its browser brought."""
        ...

    async def renewed(self, refresh: str) -> Tokens:
        """New tokens for the old ones' refresh token, which works once."""
        ...


@dataclass(frozen=True, slots=True)
class Begun:
    """The page with the way to the platform; the browser keeps `browser`."""

    browser: str
    page: Told


@dataclass(frozen=True, slots=True)
class Returned:
    """What the browser brings back from the platform."""

    state: str = ""
    code: str = ""
    error: str = ""


class Installing(Protocol):
    """Installs by the browser. `languages` is what the browser says it reads."""

    @property
    def secure(self) -> bool:
        """Whether people come by https."""
        ...

    async def begin(self, link: str, browser: str, languages: str) -> Begun | Told:
        """The page to begin at; `link` is what an admin's link carries."""
        ...

    async def finish(self, came: Returned, browser: str, languages: str) -> Told:
        """What became of it."""
        ...
