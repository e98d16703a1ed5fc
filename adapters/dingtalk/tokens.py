"""The app's token: one for everybody, asked for by one."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

MARGIN = 200.0  # seconds before its end that a token is not used any more


@dataclass(frozen=True, slots=True)
class Token:
    """What calls are made with, for so many seconds."""

    value: str
    seconds: float


class Tokens:
    """Keeps a token while it is good. Who comes while it is asked for waits along."""

    def __init__(
        self, ask: Callable[[], Awaitable[Token]], now: Callable[[], float]
    ) -> None:
        self._ask = ask
        self._now = now
        self._value = ""
        self._until = 0.0
        self._asking: asyncio.Future[str] | None = None

    async def get(self) -> str:
        """A token that is good for some time yet."""
        if self._value and self._now() < self._until:
            return self._value
        if self._asking is None:
            self._asking = asyncio.ensure_future(self._renew())
            self._asking.add_done_callback(self._asked)
        return await asyncio.shield(self._asking)  # who leaves does not stop the others

    def drop(self, value: str) -> None:
        """Forgets a token that was refused, unless there is a newer one already."""
        if self._value == value:
            self._value = ""

    async def _renew(self) -> str:
        token = await self._ask()
        self._value = token.value
        self._until = self._now() + max(token.seconds - MARGIN, token.seconds / 2)
        return token.value

    def _asked(self, asking: asyncio.Future[str]) -> None:
        self._asking = None
        if not asking.cancelled():
            asking.exception()  # those who wait have it; nobody may be waiting
