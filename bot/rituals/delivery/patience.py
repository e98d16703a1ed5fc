"""How long a job waits for a platform: everything else that is due waits with it."""

import asyncio
from collections.abc import Awaitable
from typing import TypeVar

from bot.errors import Unreachable

SECONDS = 10.0
T = TypeVar("T")


async def patiently(call: Awaitable[T], seconds: float | None = SECONDS) -> T:
    """What the call gives. Raises Unreachable when that takes too long."""
    try:
        return await asyncio.wait_for(call, seconds)
    except TimeoutError:
        raise Unreachable("timeout") from None
