"""A line to a chat platform, as the house holds it."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from aiohttp import web

from bot.chats import Platform
from bot.model.budget import Quota
from bot.ports import Receive
from bot.ports.installing import OAuth
from bot.ports.leave import Leaves
from bot.ports.letters import Letters
from bot.ports.login import Login
from bot.ports.todo import Todos


class Installed(Protocol):
    """Where the bot was found to be installed."""

    @property
    def tenant(self) -> str: ...
    @property
    def name(self) -> str: ...


class App(Protocol):
    """What every adapter's connection offers."""

    async def start(
        self, prepare: Callable[[Any], Awaitable[None]] | None = None
    ) -> Installed | None:
        """Connects; `prepare` is awaited with the result before anything comes in.

        None where no workspace is known by itself: they install us.
        """
        ...

    async def stop(self) -> None:
        """Takes nothing more in."""
        ...

    async def connected(self) -> bool:
        """Whether events can come in."""
        ...


@dataclass(frozen=True, slots=True)
class Line:
    """One platform that is listened to; what it allows in a month."""

    platform: str
    app: App
    routes: Sequence[web.AbstractRouteDef] = ()
    quota: Quota = field(default_factory=Quota)


@dataclass(frozen=True, slots=True)
class Way:
    """One platform that can be spoken to; `join` has what comes in received.

    `leaves` and `todos` are there where the platform knows of leave, and has lists in
    which tasks are to show; `letters` where it has a way to people besides its chat;
    `oauth` where workspaces can install us, `login` where it says who is at a page.
    `robot` is what people call us there by name; "" where nobody has told.
    """

    platform: str
    chat: Platform
    join: Callable[[Receive], Line]
    leaves: Leaves | None = None
    todos: Todos | None = None
    letters: Letters | None = None
    oauth: OAuth | None = None
    login: Login | None = None
    robot: Callable[[], str] = str
