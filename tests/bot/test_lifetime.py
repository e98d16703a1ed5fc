"""A process that is asked to end leaves nothing behind, in its log neither."""

import asyncio
import gc
from typing import Any

from bot.bootstrap import ending
from bot.lifetime import unless_stopped


def test_an_end_fits_into_the_ten_seconds_after_which_systems_kill() -> None:
    """All that it waits for, one after the other, with a second for the rest."""
    assert ending.TAKING + ending.TICKS + ending.ANSWERS + ending.LAST <= 9


async def test_work_that_is_ended_early_is_heard_to_its_end() -> None:
    """Of several things that were being waited for none complains afterwards."""
    complaints: list[dict[str, Any]] = []
    loop, ended = asyncio.get_running_loop(), asyncio.Event()
    loop.set_exception_handler(lambda _, said: complaints.append(said))

    async def connect() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            ended.set()

    stopped = asyncio.Event()
    connecting = asyncio.gather(connect(), connect())
    loop.call_soon(stopped.set)
    assert await unless_stopped(connecting, stopped) is None
    assert ended.is_set()
    del connecting
    gc.collect()
    assert complaints == []
