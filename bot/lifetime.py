"""Starting and stopping: signals, and work that gets a while to finish."""

import asyncio
import gc
import logging
import signal
from collections.abc import Awaitable, Iterable
from typing import TypeVar

log = logging.getLogger(__name__)
T = TypeVar("T")


# New objects before the collector looks at them. It halts everybody for as long as that
# takes: rather often for one millisecond than now and then for fifteen.
YOUNG, OLDER, OLDEST = 2_000, 10, 20


def start_without_collecting() -> None:
    """While everything is loaded nothing can be let go: the collector would look at
    all of it again and again, a quarter of the start.
    """
    gc.disable()


def keep_what_is_loaded() -> None:
    """What is there by now stays until the end: the collector leaves it alone, and
    never again halts everybody for the time that looking at all of it takes.
    """
    gc.freeze()
    gc.set_threshold(YOUNG, OLDER, OLDEST)
    gc.enable()


async def little_by_little(steps: Iterable[object]) -> None:
    """Goes through work that nobody waits for; whatever else there is comes between
    its steps.
    """
    for _ in steps:
        await asyncio.sleep(0)


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
    await asyncio.gather(doing, return_exceptions=True)
    return None


async def let_finish(work: Awaitable[object], seconds: float) -> None:
    """Waits for the work, within reason."""
    try:
        async with asyncio.timeout(seconds):
            await work
    except TimeoutError:
        log.warning("stopped with work in hand")
