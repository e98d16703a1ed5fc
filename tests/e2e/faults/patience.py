"""Waiting for something that another process does: there is nothing but to look."""

import asyncio
from collections.abc import Awaitable, Callable
from time import monotonic

BETWEEN = 0.05  # seconds between two looks


async def until(happened: Callable[[], Awaitable[bool]], within: float) -> bool:
    """Whether it happened within so many seconds."""
    end = monotonic() + within
    while not await happened():
        if monotonic() > end:
            return False
        await asyncio.sleep(BETWEEN)
    return True
