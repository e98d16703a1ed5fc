"""G1, G2, G3, G5, G6: commands over HTTP, the product beside stock Bolt.

"task add" is all of it: the event is claimed before the acknowledgement, the person
known, the task and its history written, the answer posted. Who acknowledges and does
not answer is told apart: the answers are counted where they arrive.
"""

import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from statistics import median

from tests.benchmarks.databases import NAMES, durable
from tests.benchmarks.goals import Row, ratio
from tests.benchmarks.processes import Running, bolt, fake_slack, shopcrew
from tests.benchmarks.sizes import Sizes
from tests.benchmarks.slack import Wire
from tests.benchmarks.wire import Commands, Load, closed_loop, open_loop
from tests.databases import KINDS, Kind

STOCK, DIRECT, RESPOND = "stock", "direct", "respond"
WARM = 32
FEWEST = 3  # rounds
ENOUGH = 150.0  # seconds, after which no other round begins


@dataclass(slots=True)
class Rounds:
    """What each round brought for one server, by figure."""

    figures: defaultdict[str, list[float]] = field(
        default_factory=lambda: defaultdict(list)
    )
    asked: int = 0  # auth.test, counted from when it was warm
    opened: int = 0  # connections, the same
    said: int = 0
    lost: int = 0  # answers that did not come in time
    refused: int = 0

    def add(self, name: str, figure: float) -> None:
        """Keeps one figure of this round."""
        self.figures[name].append(figure)


async def measure(sizes: Sizes) -> list[Row]:
    """Every row of these goals."""
    async with AsyncExitStack() as stack:
        slack = await stack.enter_async_context(fake_slack())
        servers = [
            await stack.enter_async_context(bolt(each, slack.api))
            for each in (STOCK, DIRECT, RESPOND)
        ]
        for kind in KINDS:
            url = await stack.enter_async_context(durable(kind))
            servers.append(
                await stack.enter_async_context(shopcrew(kind, url, slack.api))
            )
        found = {each.name: Rounds() for each in servers}
        for server in servers:
            await closed_loop(_commands(server, slack), 4, WARM)
            if server.name in KINDS:
                await slack.until_posted(await slack.posted(), sizes.drain)
        until = time.perf_counter() + ENOUGH
        for number in range(sizes.rounds):
            if number >= FEWEST and time.perf_counter() > until:
                break
            for server in servers:
                await _round(server, slack, sizes, found[server.name])
    return list(rows(found))


async def _round(server: Running, slack: Wire, sizes: Sizes, kept: Rounds) -> None:
    """One round of one server: steadily, then with 1, 16 and 64 at once."""
    answers = server.name not in (STOCK, DIRECT)
    before = await slack.counts()
    commands = _commands(server, slack)
    if server.name != RESPOND:
        load = await _drained(
            server,
            slack,
            open_loop(commands, sizes.open_rate, sizes.open_seconds, 16),
            "open",
            kept,
            sizes,
            answers=answers,
        )
        kept.add("open p50", load.ms(0.5))
        kept.add("open p99", load.ms(0.99))
    for at_once in (16, 64):
        if server.name == RESPOND and at_once == 64:
            continue
        load = await _drained(
            server,
            slack,
            closed_loop(commands, at_once, sizes.closed),
            f"c{at_once}",
            kept,
            sizes,
            answers=answers,
        )
        kept.add(f"c{at_once} p99", load.ms(0.99))
    after = await slack.counts()
    kept.asked += after.get("auth.test", 0) - before.get("auth.test", 0)
    kept.opened += after["connections"] - before["connections"]
    kept.said += after["posted"] - before["posted"]


async def _drained(
    server: Running,
    slack: Wire,
    loading: object,
    name: str,
    kept: Rounds,
    sizes: Sizes,
    *,
    answers: bool,
) -> Load:
    """The load with all that follows from it: rates and CPU up to the last answer."""
    used, started, said = server.cpu, time.perf_counter(), await slack.posted()
    load: Load = await loading  # type: ignore[misc]
    kept.refused += load.refused
    count = len(load.waits)
    if answers and not await slack.until_posted(said + count, sizes.drain):
        kept.lost += said + count - await slack.posted()
    seconds = time.perf_counter() - started
    kept.add(f"{name} rate", load.rate)
    kept.add(f"{name} answered", count / seconds)
    kept.add(f"{name} cpu", (server.cpu - used) / count * 1e6)
    return load


def _commands(server: Running, slack: Wire) -> Commands:
    return Commands(server.port, slack.hooks)


def rows(found: dict[str, Rounds]) -> Iterator[Row]:
    """The figures as rows."""
    for kind in KINDS:
        yield from _acknowledged(found, kind)
        yield from _answered(found, kind)


def _acknowledged(found: dict[str, Rounds], kind: Kind) -> Iterator[Row]:
    """G1, G2, G3: how soon, how many, at what cost."""
    against = Against(found, kind)
    sqlite = kind == "sqlite"
    yield against(
        "G1", "ack p50 ÷ B0, open loop", "open p50", STOCK, 0.3 if sqlite else 0.4
    )
    yield against(
        "G1", "ack p99 ÷ B0, open loop", "open p99", STOCK, 0.6 if sqlite else 1.0
    )
    least = 0.6 if sqlite else 0.5
    yield against("G2", "acknowledged/s ÷ B1, c=64", "c64 rate", DIRECT, least, True)
    yield against("G2", "answered/s ÷ B1, c=64", "c64 answered", DIRECT, least, True)
    most = 2.0 if sqlite else 2.3
    yield against("G2", "CPU of a task add ÷ B1, c=16", "c16 cpu", DIRECT, most)
    yield against("G3", "ack p99 ÷ B1, c=16", "c16 p99", DIRECT, 2.5)


def _answered(found: dict[str, Rounds], kind: Kind) -> Iterator[Row]:
    """G5, G6: what reaches Slack for each command."""
    against, kept, on = Against(found, kind), found[kind], NAMES[kind]
    said = max(kept.said, 1)
    yield Row("G5", f"auth.test per command, {on}", kept.asked / said, 0, "")
    yield against(
        "G6", "answered/s ÷ stock respond(), c=16", "c16 answered", RESPOND, 2, True
    )
    yield against("G6", "answered/s ÷ B1, c=16", "c16 answered", DIRECT, 0.4, True)
    yield Row("G6", f"new connections per message, {on}", kept.opened / said, 0.001, "")


@dataclass(frozen=True, slots=True)
class Against:
    """Makes a row of a figure of ours and the same figure of Bolt's."""

    found: dict[str, Rounds]
    kind: Kind

    def __call__(
        self,
        goal: str,
        what: str,
        name: str,
        base: str,
        limit: float,
        at_least: bool = False,
    ) -> Row:
        """The row, with both medians beside it."""
        kept, theirs = self.found[self.kind], self.found[base].figures[name]
        ours = kept.figures[name]
        both = f"{median(ours):.4g} : {median(theirs):.4g}{_note(kept)}"
        what = f"{what}, {NAMES[self.kind]}"
        return Row(goal, what, ratio(ours, theirs), limit, "x", at_least, both)


def _note(kept: Rounds) -> str:
    """What must not be: answers that did not come, commands that were refused."""
    said = ""
    if kept.lost:
        said += f", backlog not drained: {kept.lost} answers late"
    if kept.refused:
        said += f", {kept.refused} not acknowledged"
    return said
