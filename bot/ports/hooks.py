"""What is told to systems outside: the repository, and the way there."""

from datetime import datetime
from typing import Protocol

from bot.model.blocker.hook import Heard, Hook, HookCall


class Hooks(Protocol):
    """The webhook of one organization, and its calls. Address and secret are encrypted
    where they are kept.
    """

    async def get(self) -> Hook | None:
        """The one there is."""
        ...

    async def put(self, hook: Hook) -> Hook:
        """Keeps it in place of the one before; what waits goes there. It comes back
        with its id.
        """
        ...

    async def drop(self) -> None:
        """Forgets it; what was to be told is told no more."""
        ...

    async def add(self, call: HookCall) -> HookCall:
        """Stores something to tell; it comes back with its id. What is long over is
        forgotten.
        """
        ...

    async def call(self, call_id: int) -> HookCall | None:
        """One call, kept from everybody else until the unit of work ends."""
        ...

    async def save(self, call: HookCall) -> None:
        """Writes how it went."""
        ...

    async def last(self) -> HookCall | None:
        """The newest that was tried."""
        ...


class Outside(Protocol):
    """The way to addresses outside."""

    async def tell(self, hook: Hook, message: str, body: bytes, now: datetime) -> Heard:
        """Posts a body, signed by Standard Webhooks. Never raises; goes to no address
        inside the own network unless its owner allows that.
        """
        ...
