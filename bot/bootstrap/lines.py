"""A line to a chat platform, as the house holds it."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from aiohttp import web

from bot.chats import Platform
from bot.model.budget import Quota
from bot.ports import Receive
from bot.ports.leave import Leaves
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
        self, prepare: Callable[[Installed], Awaitable[None]] | None = None
    ) -> Installed:
        """Connects; `prepare` is awaited before anything comes in."""
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
    which tasks are to show.
    """

    platform: str
    chat: Platform
    join: Callable[[Receive], Line]
    leaves: Leaves | None = None
    todos: Todos | None = None
