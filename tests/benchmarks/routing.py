"""G4: what the sixtieth command costs the first."""

import itertools
import time
from collections.abc import Iterator
from datetime import UTC, datetime

from bot.arguments import Arguments
from bot.commands import COMMANDS
from bot.context import Context
from bot.crew import Crew, assemble
from bot.events import Commanded
from bot.messages import Reply
from bot.model.refs import PlaceRef, UserRef
from bot.registry import Commands
from schedules.calendars import WorkCalendar
from storage.unit_of_work import SqlStore
from storage.work.job_runner import JobRunner
from tests.benchmarks.filling import a_store
from tests.benchmarks.goals import Row, ratio
from tests.benchmarks.sizes import Sizes
from tests.fakes.chat import FakeChat
from tests.fakes.clock import FakeClock

NOW = datetime(2026, 6, 10, 7, 30, tzinfo=UTC)
WHO, WHERE = UserRef("slack", "T1", "U1"), PlaceRef("slack", "T1", "C1")
_numbers = itertools.count()


async def measure(sizes: Sizes) -> list[Row]:
    """Every row of this goal: all of an event's way, with a command that does
    nothing.
    """
    async with a_store("sqlite") as store:
        tables = {"1": _table(1), "60": _table(60), "ours": _with_ours()}
        crews = {name: _crew(store, table) for name, table in tables.items()}
        used: dict[str, list[float]] = {name: [] for name in crews}
        for crew in crews.values():
            await _cost(crew, 5)
        for _ in range(sizes.rounds):
            for name, crew in crews.items():
                used[name].append(await _cost(crew, max(5, sizes.closed // 3)))
    return list(rows(used))


def rows(used: dict[str, list[float]]) -> Iterator[Row]:
    """The figures as rows."""
    yield Row(
        "G4", "CPU of a no-op, 60 commands ÷ 1", ratio(used["60"], used["1"]), 1.1
    )
    many = f"CPU of a no-op, all {len(COMMANDS.commands)} of ours ÷ 1"
    yield Row("G4", many, ratio(used["ours"], used["1"]), 1.1)


async def _cost(crew: Crew, count: int) -> float:
    before = time.process_time()
    for _ in range(count):
        number = next(_numbers)
        event = Commanded(
            id=f"no-op {number}", at=NOW, who=WHO, where=WHERE, text="no-op 1 please"
        )
        await crew.dispatcher.accept(event)
        await crew.dispatcher.idle()
    return (time.process_time() - before) / count


def _table(count: int) -> Commands:
    """So many commands, each with a few ways to say it."""
    table = Commands()
    for number in range(1, count + 1):
        path = f"no-op {number}"
        table.command(path, f"noop {number}", f"无操作 {number}号")(_nothing)
    return table


def _with_ours() -> Commands:
    table = _table(1)
    table.include(COMMANDS)
    return table


async def _nothing(ctx: Context, args: Arguments) -> Reply | None:
    """Answers nothing."""
    return None


def _crew(store: SqlStore, commands: Commands) -> Crew:
    chat, clock = FakeChat(), FakeClock(NOW)
    return assemble(
        store=store,
        clock=clock,
        chat=chat,
        directory=chat,
        calendar=WorkCalendar(),
        run_jobs=lambda handlers: JobRunner(store, handlers, clock),
        commands=commands,
    )
