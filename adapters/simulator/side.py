"""What every platform's side offers to the control interface."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from aiohttp import web

from adapters.simulator.wire import Json


@dataclass(frozen=True, slots=True)
class Press:
    """A button to press; `values` is what stands in the form around it."""

    button: str
    message: str | None = None
    view: str | None = None
    value: Any = None
    block: str | None = None
    values: Json | None = None


class Side(Protocol):
    """One pretend platform; the control interface asks whichever knows the person."""

    @property
    def platform(self) -> str:
        """The platform's name, as `platform` in people and places."""
        ...

    def routes(self) -> list[web.RouteDef]:
        """The platform's own doors, below `/simulator`."""
        ...

    def app(self) -> Json:
        """The bot's command and shortcuts, as its clients offer them."""
        ...

    def knows(self, person: str) -> bool:
        """Whether this person lives on this platform."""
        ...

    def people(self) -> list[Json]:
        """Everybody, bots included."""
        ...

    def places(self, person: str | None) -> list[Json]:
        """What this person may see, or everything."""
        ...

    def messages(
        self, person: str | None, place: str | None, since: str | None
    ) -> list[Json]:
        """Messages in order, of one place or all, after a ts."""
        ...

    def view(self, person: str) -> Json:
        """The modal, the home and the last notice of a person."""
        ...

    def requests(self, method: str | None) -> list[Json]:
        """The calls that the bot made."""
        ...

    async def say(self, person: str, place: str, text: str, thread: str | None) -> Json:
        """Type something."""
        ...

    async def send(
        self, person: str, place: str, name: str, content: bytes, text: str
    ) -> Json:
        """Send a file, where the platform lets it with words."""
        ...

    async def press(self, person: str, click: Press) -> Json:
        """Press something."""
        ...

    async def suggest(self, person: str, click: Press) -> list[Json]:
        """The options that the bot offers for what is typed into a field."""
        ...

    async def submit(self, person: str, values: Json) -> Json:
        """Fill and send what is open."""
        ...

    async def close(self, person: str, *, all_views: bool) -> Json:
        """Close what is open."""
        ...

    async def home(self, person: str, tab: str) -> Json:
        """Open the bot's home."""
        ...

    async def shortcut(self, person: str, name: str, message: str | None) -> Json:
        """Run a shortcut."""
        ...

    async def react(self, person: str, message: str, name: str) -> Json:
        """Add or remove a reaction."""
        ...

    async def join(self, person: str, place: str) -> Json:
        """Join a place."""
        ...

    async def fault(self, fault: Json) -> Json:
        """Make something go wrong."""
        ...

    def next_due(self) -> datetime | None:
        """When the platform itself will do something."""
        ...

    def settle(self) -> None:
        """Do what is due by now."""
        ...

    async def stop(self) -> None:
        """End connections and background work."""
        ...
