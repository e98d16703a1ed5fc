"""G14, and a day of three hundred people: what the product holds, uses and brings."""

import asyncio
import importlib.metadata
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.company import Company, a_company
from tests.benchmarks.databases import NAMES
from tests.benchmarks.goals import Row, noted
from tests.benchmarks.machine import MEGABYTE
from tests.benchmarks.processes import bolt, fake_slack
from tests.benchmarks.sizes import Sizes
from tests.benchmarks.wire import Commands, add_task, closed_loop
from tests.databases import KINDS, Kind
from tests.sources import ROOT

PIN = re.compile(r"^([\w.-]+)==", re.MULTILINE)
GOAL = 100_000  # commands over which memory must not grow by more than a twentieth
HOUR = 3600.0
PORTION = 250  # events after which it is looked whether there is time for more
ENOUGH = 25.0  # seconds for the events of a day
WARM = 200


@dataclass(frozen=True, slots=True)
class Day:
    """What one database's day took."""

    idle: float  # megabytes before anything happens
    quiet: float  # share of a core while nothing happens
    cpu: float  # seconds for all prompts and events
    events: int  # that were measured
    before: float
    most: float
    note: str = ""  # what went wrong


async def measure(sizes: Sizes) -> list[Row]:
    """Every row of these goals."""
    async with fake_slack() as slack, bolt("stock", slack.api) as server:
        await closed_loop(Commands(server.port, slack.hooks), 4, 32)
        theirs = server.memory
    # Beside each other: what is counted is CPU seconds and memory, and most of a day is
    # waiting for Slack's limit.
    days = await asyncio.gather(*(_day(kind, sizes) for kind in KINDS))
    return list(rows(dict(zip(KINDS, days, strict=True)), theirs, sizes))


async def _day(kind: Kind, sizes: Sizes) -> Day:
    async with a_company(kind, sizes.people) as company:
        server = company.server
        idle, used = server.memory, server.cpu
        await asyncio.sleep(sizes.idle)
        quiet = (server.cpu - used) / sizes.idle
        used = server.cpu
        for name in ("Morning", "Evening"):
            await company.has_standup(name)
            await company.asked(name)
        await company.settled()
        prompts, most = server.cpu - used, server.memory
        before, events, cost = await _events(company, sizes)
        most = max(most, server.memory)
        used = prompts + cost / max(events, 1) * sizes.events
        return Day(idle, quiet, used, events, before, most, company.note)


async def _events(company: Company, sizes: Sizes) -> tuple[float, int, float]:
    """Megabytes when warm, events worked on, and the CPU seconds they took."""
    server, done = company.server, 0
    words = Commands(server.port, company.slack.hooks, _typed, company.people)
    await closed_loop(words, 8, min(WARM, sizes.events))
    await company.settled()
    before, used = server.memory, server.cpu
    until = asyncio.get_running_loop().time() + ENOUGH
    while done < sizes.events and asyncio.get_running_loop().time() < until:
        count = min(PORTION, sizes.events - done)
        await closed_loop(words, 16, count)
        done += count
    await company.settled()
    return before, done, server.cpu - used


def _typed(number: int) -> str:
    """What people type on a day."""
    texts = (add_task(number), "task list", "today", "help", add_task(number))
    return texts[number % len(texts)]


def rows(found: dict[Kind, Day], theirs: float, sizes: Sizes) -> Iterator[Row]:
    """The figures as rows."""
    for kind, ours in found.items():
        yield from noted(_of_day(ours, NAMES[kind], theirs, sizes), ours.note)
    names, size = _installed()
    yield Row("G14", "packages of the base install", names, 26, "")
    yield Row("G14", "size of the base install", size, 60, "MB")


def _of_day(ours: Day, on: str, theirs: float, sizes: Sizes) -> Iterator[Row]:
    """What one database's day says."""
    yield Row("G14", f"idle memory ÷ bare Bolt, {on}", ours.idle / theirs, 1.8,
              note=f"{ours.idle:.0f} MB, Bolt {theirs:.0f} MB")  # fmt: skip
    grown = ours.most / ours.before - 1
    scaled = f"scaled: {ours.events} of {GOAL} commands"
    yield Row("G14", f"memory grown over commands, {on}", grown * 100, 5, "%",
              note=scaled)  # fmt: skip
    day = f"a day of {sizes.people} people, {on}"
    scaled = f"{ours.events} of {sizes.events} events measured"
    note, share = f"{ours.cpu:.0f} CPU s; {scaled}", ours.cpu / HOUR * 100
    yield Row("day", f"{day}: of a core, in one hour", share, 100, "%", note=note)
    yield Row("day", f"{day}: memory", ours.most, 512, "MB")
    yield Row("day", f"idle CPU of a core, {on}", ours.quiet * 100, 1, "%")


def _installed() -> tuple[int, float]:
    """How many packages running takes, and their megabytes."""
    names = PIN.findall((ROOT / "requirements.lock").read_text("utf-8"))
    files = (
        Path(str(file.locate()))
        for name in names
        for file in importlib.metadata.files(name) or ()
    )
    sizes = (path.stat().st_size for path in files if path.is_file())
    return len(names), sum(sizes) / MEGABYTE
