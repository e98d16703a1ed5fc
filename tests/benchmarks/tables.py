"""G11: what a thousand rows cost, and what a million."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import AsyncExitStack
from datetime import timedelta
from itertools import count
from typing import Any

from bot.model.absence import Days
from bot.model.receipt import Sought
from bot.model.task import Task, TaskState
from bot.model.task.list import TaskFilter
from storage.unit_of_work import SqlStore, SqlUnitOfWork
from tests.benchmarks.databases import NAMES
from tests.benchmarks.filling import a_store
from tests.benchmarks.goals import Row
from tests.benchmarks.growth import DAY, NOW, PLACE, begin, draft, event, grow
from tests.benchmarks.machine import percentile
from tests.benchmarks.sizes import Sizes
from tests.databases import KINDS, Kind

Look = Callable[[SqlUnitOfWork], Awaitable[object]]
Waits = dict[str, list[float]]
PAGE = 21
WARM = 3  # looks until statements are compiled and pages read
FEW = 5
ENOUGH = 0.8  # seconds
_fresh = count(1)


async def measure(sizes: Sizes) -> list[Row]:
    """Every row of this goal."""
    async with AsyncExitStack() as open:
        stores = {kind: await open.enter_async_context(a_store(kind)) for kind in KINDS}
        for store in stores.values():
            await begin(store)
            await grow(store, 0, sizes.rows)
        few = {kind: await _look(store, sizes) for kind, store in stores.items()}
        # Nobody looks meanwhile: both databases grow side by side.
        await asyncio.gather(
            *(grow(each, sizes.rows, sizes.rows_many) for each in stores.values())
        )
        many = {kind: await _look(store, sizes) for kind, store in stores.items()}
    return list(rows({kind: (few[kind], many[kind]) for kind in KINDS}))


async def _look(store: SqlStore, sizes: Sizes) -> Waits:
    """Seconds of every look and change, each in a unit of work of its own."""
    waits: Waits = {}
    for name, look in (*CHANGES.items(), *LOOKS.items(), *BOARDS.items()):
        waits[name] = []
        until = time.perf_counter() + ENOUGH
        while _goes_on(len(waits[name]), until, sizes):
            started = time.perf_counter()
            async with store() if name in CHANGES else store.reading() as db:
                await look(db)
                if name in CHANGES:
                    await db.commit()
            waits[name].append(time.perf_counter() - started)
        del waits[name][:WARM]
    return waits


def _goes_on(looks: int, until: float, sizes: Sizes) -> bool:
    """Often enough; what is slow need not be looked at that often to show it."""
    if looks < WARM + min(sizes.looks, FEW):
        return True
    return looks < WARM + sizes.looks and time.perf_counter() < until


def rows(found: Mapping[Kind, tuple[Waits, Waits]]) -> Iterator[Row]:
    """The worst of each sort, and which it is."""
    for kind, (few, many) in found.items():
        on, core = NAMES[kind], (*CHANGES, *LOOKS)
        yield _worst("p50 of add, list, done, dedupe …", on, core, few, many, 0.5, 1.3)
        yield _worst("p99 of the same", on, core, few, many, 0.99, 2.5)
        yield _worst(
            "p50 of reports and overviews", on, tuple(BOARDS), few, many, 0.5, 3
        )


def _worst(
    what: str,
    on: str,
    names: tuple[str, ...],
    few: Waits,
    many: Waits,
    share: float,
    limit: float,
) -> Row:
    grown = {
        name: percentile(many[name], share) / percentile(few[name], share)
        for name in names
    }
    worst = sorted(grown, key=lambda name: -grown[name])
    above = [name for name in worst if grown[name] > limit]
    told = ", ".join(
        f"{name} {grown[name]:.1f} x = {percentile(many[name], share) * 1000:.1f} ms"
        for name in (above or worst[:1])[:6]
    )
    reached = grown[worst[0]]
    return Row("G11", f"1k → 1M rows, {what}, {on}", reached, limit, note=told)


def _task() -> Task:
    return Task(
        title="Check banner prices",
        owner_id=1,
        creator_id=1,
        created_at=NOW,
        place=PLACE,
    )


async def _add(db: SqlUnitOfWork) -> None:
    await db.tasks.add(_task())


async def _done(db: SqlUnitOfWork) -> None:
    mine = await db.tasks.find(TaskFilter(viewer_id=1, owner_id=1), 1)
    task = await db.tasks.numbered(mine[0].number)
    assert task
    kept: dict[str, Any] = {name: getattr(task, name) for name in task.__slots__}
    kept |= {"state": TaskState.DONE, "closed_at": NOW, "closed_by": 1}
    await db.tasks.save(Task(**kept))


async def _claim(db: SqlUnitOfWork) -> None:
    number = next(_fresh)
    assert await db.inbox.claim(event(number))
    assert not await db.inbox.claim(event(number))
    assert await db.inbox.done(event(number))


async def _deliver(db: SqlUnitOfWork) -> None:
    await db.deliveries.add(draft(next(_fresh)))
    await db.deliveries.touch(subject="task:2")


async def _history(db: SqlUnitOfWork) -> None:
    month = Days(DAY - timedelta(days=31), DAY)
    days = await db.standups.history.days([1], month)
    ids = [each.id for each in days]
    assert await db.standups.history.participants(ids)
    assert await db.standups.history.answers(ids)
    await db.standups.history.size(ids)


async def _report(db: SqlUnitOfWork) -> None:
    last = await db.standups.days.last(1)
    assert last
    await db.standups.days.participants(last.id)
    await db.standups.days.answers(last.id)


CHANGES: dict[str, Look] = {
    "add": _add,
    "done": _done,
    "dedupe": _claim,
    "deliver": _deliver,
}
LOOKS: dict[str, Look] = {
    "list mine": lambda db: db.tasks.open_of(1),
    "list made": lambda db: db.tasks.find(TaskFilter(viewer_id=1, creator_id=1), PAGE),
    "show": lambda db: db.tasks.get(2),
    "events waiting": lambda db: db.inbox.waiting(),
    "next delivery": lambda db: db.deliveries.next_due(),
    "in doubt": lambda db: db.deliveries.in_doubt(NOW),
    "next stand-up": lambda db: db.standups.next_due(),
    "stand-up day": lambda db: db.standups.days.on(1, DAY),
    "last answers": lambda db: db.standups.days.answered_before(1, 1, DAY),
    "own stand-ups": lambda db: db.standups.listed(1),
}
BOARDS: dict[str, Look] = {
    "list all": lambda db: db.tasks.find(TaskFilter(viewer_id=1), PAGE),
    "list done": lambda db: db.tasks.find(
        TaskFilter(viewer_id=1, states=frozenset({TaskState.DONE})), PAGE
    ),
    "list overdue": lambda db: db.tasks.find(
        TaskFilter(viewer_id=1, due_before=NOW), PAGE
    ),
    "report": _report,
    "history": _history,
    "own days": lambda db: db.standups.shares(1, DAY - timedelta(days=31)),
    "failed": lambda db: db.deliveries.receipts.find(Sought(failed=True), PAGE, 0),
    "failed, counted": lambda db: db.deliveries.receipts.count(Sought(failed=True)),
    "receipts of a task": lambda db: db.deliveries.receipts.find(
        Sought(subject="task:2", prefix="task:2:"), PAGE, 0
    ),
    "blockers": lambda db: db.blockers.all(),
}
