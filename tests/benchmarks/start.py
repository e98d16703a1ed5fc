"""G13: from the start of the process to the first command that is kept.

The other half of the goal, what is loaded at all, is an exact test: `test_start`.
"""

import asyncio
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.benchmarks.databases import NAMES, durable
from tests.benchmarks.goals import Row, ratio
from tests.benchmarks.processes import (
    fake_slack,
    settings,
    shopcrew,
    start,
    stop,
)
from tests.benchmarks.sizes import Sizes
from tests.benchmarks.wire import Commands, Line
from tests.databases import KINDS
from tests.ports import free_port

AGAIN = 0.005
PATIENCE = 60.0


async def measure(sizes: Sizes) -> list[Row]:
    """Every row of this goal."""
    rows = []
    async with fake_slack() as slack:
        for kind in KINDS:
            async with durable(kind) as url:
                async with shopcrew(kind, url, slack.api):
                    pass  # the tables are there from now on
                ours, theirs = list[float](), list[float]()
                for _ in range(sizes.starts):
                    port = free_port()
                    bolt = ("tests.benchmarks.bolt", "stock", "--port", str(port))
                    theirs.append(
                        await _until_first((*bolt, "--api", slack.api), port, {})
                    )
                    port = free_port()
                    own = settings(url, port, slack.api)
                    ours.append(await _until_first(("bot", "run"), port, own))
            note = f"{median(ours):.2f} s, Bolt {median(theirs):.2f} s"
            what = f"first kept command ÷ Bolt's first, {NAMES[kind]}"
            rows.append(Row("G13", what, ratio(ours, theirs), 2.0, note=note))
    return rows


async def _until_first(
    words: Sequence[str], port: int, environment: Mapping[str, str]
) -> float:
    """Seconds from its start until a command is answered with 200."""
    commands = Commands(port)
    with TemporaryDirectory(prefix="bench-") as folder:
        started = time.perf_counter()
        running = await start(
            words[0], words, port, dict(environment), Path(folder, "log")
        )
        try:
            while time.perf_counter() - started < PATIENCE:
                if await _taken(commands):
                    return time.perf_counter() - started
                await asyncio.sleep(AGAIN)
        finally:
            await stop(running)
    raise RuntimeError(f"{words} never answered")


async def _taken(commands: Commands) -> bool:
    try:
        line = Line(*await asyncio.open_connection("127.0.0.1", commands.port))
        try:
            return await line.send(commands.next()) == 200
        finally:
            line.close()
    except (OSError, EOFError):
        return False
