"""Starting and stopping: signals, and work that gets a while to finish."""

import asyncio
import logging
import signal
from collections.abc import Awaitable
from typing import TypeVar

log = logging.getLogger(__name__)
T = TypeVar("T")


def stop_signals() -> asyncio.Event:
    """Set when somebody asks the process to end."""
    stopped = asyncio.Event()
    for sign in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(sign, stopped.set)
    return stopped


async def unless_stopped(work: Awaitable[T], stopped: asyncio.Event) -> T | None:
    """The result of the work; None when the process is asked to end before."""
    doing = asyncio.ensure_future(work)
    waiting = asyncio.create_task(stopped.wait())
    await asyncio.wait({doing, waiting}, return_when=asyncio.FIRST_COMPLETED)
    waiting.cancel()
    if doing.done():
        return doing.result()
    doing.cancel()
    return None


async def let_finish(work: Awaitable[object], seconds: float) -> None:
    """Waits for the work, within reason."""
    try:
        async with asyncio.timeout(seconds):
            await work
    except TimeoutError:
        log.warning("stopped with work in hand")
