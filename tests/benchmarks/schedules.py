"""G9, G10: a hundred thousand stand-ups, five thousand of them due in one second.

A stand-up has been fired when the job that plans its day is committed: what APScheduler
does before it runs a coroutine. How long all the planning takes is told beside it.
"""

import os
import time
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import UTC, date, datetime
from datetime import time as hour
from functools import partial
from statistics import median

from sqlalchemy import func, select, text

from bot.crew import Crew, assemble
from bot.lifetime import keep_what_is_loaded
from bot.model.people import Person, Profile
from bot.model.refs import UserRef
from bot.model.standup import Chosen, Standup
from bot.ports import UnitOfWork
from bot.rituals.standup.opening import PLAN, plan_next, tick
from schedules.calendars import WorkCalendar
from storage.tables.jobs import jobs
from storage.tables.standups import occurrences, standup_people, standups
from storage.unit_of_work import SqlStore
from storage.work.job_runner import JobRunner
from tests.benchmarks import apscheduler
from tests.benchmarks.databases import NAMES
from tests.benchmarks.filling import a_store, each, eased, multiply, settled
from tests.benchmarks.goals import Row
from tests.benchmarks.machine import memory, percentile, stalls
from tests.benchmarks.sizes import Sizes
from tests.databases import KINDS, Kind
from tests.fakes.chat import FakeChat

DAY = date(2026, 6, 10)  # a Wednesday
NOW = datetime(2026, 6, 10, 7, 30, tzinfo=UTC)
LATER = datetime(2026, 6, 11, 7, 30, tzinfo=UTC)
BEATS = 10


@dataclass(frozen=True, slots=True)
class Still:
    """A clock that stands."""

    at: datetime = NOW

    def now(self) -> datetime:
        """That moment."""
        return self.at


@dataclass(frozen=True, slots=True)
class Fired:
    """How a second with many due went: seconds of lag, the longest stall."""

    lag: float
    stall: float


@dataclass(frozen=True, slots=True)
class Found:
    """What one database brought."""

    fired: Fired
    planned: Fired  # one of them
    slower: float  # times, with ten times as many schedules
    jobs: Fired
    grown: float  # megabytes from few schedules to many
    idle: float  # share of a core
    added: float  # seconds for one job among many


async def measure(sizes: Sizes) -> list[Row]:
    """Every row of these goals."""
    theirs = await apscheduler.due_at_once(sizes.due)
    found = {kind: await _on(kind, sizes) for kind in KINDS}
    return list(rows(found, sizes.due, *theirs))


async def _on(kind: Kind, sizes: Sizes) -> Found:
    async with a_store(kind) as store:
        crew = _crew(store)
        template = await _template(store)
        small, added = await _jobs(store, sizes)
        few, many = sizes.schedules // 100, sizes.schedules
        await _fill(store, template, 1, few)
        await _fire(store, crew, max(1, sizes.due // 100))
        await crew.pulse.settle()
        keep_what_is_loaded()  # as `shopcrew run` does when it has started
        before = memory(os.getpid())
        await _fill(store, template, few + 1, many)
        idle = await _idle(crew)
        some = max(1, sizes.due // 10)
        of_few = await _fire(store, crew, some)
        planned = await _planned(store, crew, some)
        fired = await _fire(store, crew, sizes.due)
        grown = memory(os.getpid()) - before
        await _forgotten(store)
        await _fill(store, template, many + 1, sizes.schedules_many, ease=True)
        slower = (await _fire(store, crew, some)).lag / of_few.lag
        return Found(fired, planned, slower, small, grown, idle, added)


def _crew(store: SqlStore) -> Crew:
    chat = FakeChat()
    return assemble(
        store=store,
        clock=Still(),
        chat=chat,
        directory=chat,
        calendar=WorkCalendar(),
        run_jobs=lambda handlers: JobRunner(store, handlers, Still()),
    )


async def _template(store: SqlStore) -> Standup:
    """The stand-up that all others are made after; it is never due itself."""
    async with store() as db:
        await db.people.connect("slack", "T1", "Bench")
        met: list[Person] = []
        for number in range(3):
            ref = UserRef("slack", "T1", f"U{number}")
            met.append(await db.people.meet(Profile(ref, f"Person {number}")))
        made = await db.standups.add(
            Standup(
                id=0,
                organization_id=1,
                name="Daily",
                rule="FREQ=DAILY",
                start=DAY,
                at=hour(9, 30),
                home_zone="Europe/Berlin",
                zone="Europe/Berlin",
                owner_id=met[0].id,
                since=NOW,
                roster=Chosen(tuple(each.id for each in met)),
                next_day=LATER.date(),
                next_at=LATER,
            )
        )
        await db.commit()
    return made


async def _fill(
    store: SqlStore, template: Standup, first: int, last: int, *, ease: bool = False
) -> None:
    """More stand-ups, none of them due; with `ease` where our memory is not measured
    afterwards.
    """
    async with store() as db, eased(db.connection) if ease else nullcontext():
        there = (
            await db.connection.execute(select(func.max(standups.c.id)))
        ).scalar_one()
        await multiply(
            db.connection, standups, template.id, first, last,
            name="t.name || ' ' || n.i", folded="t.folded || ' ' || n.i",
        )  # fmt: skip
        facts = {
            "organization_id": "1", "standup_id": "s.id", "person_id": "p.person_id",
            "part": "p.part",
        }  # fmt: skip
        source = (
            f"standups s, standup_people p WHERE s.id > {there} "
            f"AND p.standup_id = {template.id}"
        )
        await each(db.connection, standup_people, source, facts)
        await db.commit()
    await settled(store)


async def _fire(store: SqlStore, crew: Crew, count: int) -> Fired:
    """So many are due now: how long until each is fired, and that is committed."""
    held = await _make_due(store, count)
    lags: list[float] = []
    started = time.perf_counter()
    with stalls() as watched:
        while done := await tick(crew.world):
            lags += [time.perf_counter() - started] * done
    if len(lags) != held:
        raise RuntimeError(f"{held} were due, {len(lags)} were fired")
    return Fired(percentile(lags, 0.99), watched.longest)


async def _planned(store: SqlStore, crew: Crew, count: int) -> Fired:
    """Seconds for one of them, until its day is planned with everybody on it."""
    runner = JobRunner(store, {PLAN: partial(plan_next, crew.world)}, Still())
    before, started = await _days(store), time.perf_counter()
    with stalls() as watched:
        await runner.run_due()
    seconds = time.perf_counter() - started
    opened = await _days(store) - before
    if opened != count:
        raise RuntimeError(f"{count} were fired, {opened} were opened")
    return Fired(seconds / count, watched.longest)


async def _forgotten(store: SqlStore) -> None:
    """Nobody waits until all of them are planned."""
    async with store() as db:
        await db.connection.execute(jobs.delete().where(jobs.c.name == PLAN))
        later = standups.update().where(standups.c.next_at == NOW)
        await db.connection.execute(later.values(next_day=LATER.date(), next_at=LATER))
        await db.commit()


async def _make_due(store: SqlStore, count: int) -> int:
    async with store() as db:
        fresh = (
            "id IN (SELECT s.id FROM standups s"  # noqa: S608 - ours
            f" WHERE s.next_at > '{_text(store, NOW)}'"
            " AND NOT EXISTS (SELECT 1 FROM standup_occurrences o"
            f" WHERE o.standup_id = s.id) ORDER BY s.id DESC LIMIT {count})"
        )
        made = await db.connection.execute(
            standups.update().where(text(fresh)).values(next_day=DAY, next_at=NOW)
        )
        await db.commit()
        return int(made.rowcount)


def _text(store: SqlStore, at: datetime) -> str:
    """The instant as the database's own text."""
    plain = at.replace(tzinfo=None).isoformat(sep=" ", timespec="microseconds")
    return plain + "+00" if store.database.shared else plain


async def _days(store: SqlStore) -> int:
    async with store.reading() as db:
        count = select(func.count()).select_from(occurrences)
        return int((await db.connection.execute(count)).scalar_one())


async def _jobs(store: SqlStore, sizes: Sizes) -> tuple[Fired, float]:
    """Small jobs, put at once and due at once; seconds to put one of many."""
    ran: list[float] = []
    started = time.perf_counter()

    async def run(_: int) -> None:
        ran.append(time.perf_counter() - started)

    runner = JobRunner(store, {"bench.fire": run}, Still())
    await _put(store, sizes.due, NOW)
    adding = time.perf_counter()
    await _put(store, sizes.added, LATER, first=sizes.due)
    added = (time.perf_counter() - adding) / sizes.added
    started = time.perf_counter()
    with stalls() as watched:
        await runner.run_due()
    return Fired(percentile(ran, 0.99), watched.longest), added


async def _put(store: SqlStore, count: int, at: datetime, first: int = 0) -> None:
    db: UnitOfWork
    async with store() as db:
        await db.jobs.put("bench.fire", {first + n: at for n in range(count)})
        await db.commit()


async def _idle(crew: Crew) -> float:
    """The share of a core that a beat takes when nothing is due: there is one a
    second.
    """
    await crew.pulse.settle()
    used = []
    for _ in range(BEATS):
        before = time.process_time()
        await crew.pulse.beat()
        used.append(time.process_time() - before)
    return median(used)


def rows(
    found: dict[Kind, Found], due: int, adding: float, lag: float, stall: float
) -> Iterator[Row]:
    """The figures as rows; the last three are APScheduler's."""
    for kind, ours in found.items():
        on = NAMES[kind]
        note = f"{ours.fired.lag:.2f} s, APScheduler {lag:.2f} s"
        times = f"÷ APScheduler, {on}"
        alike = ours.fired.lag / lag, 0.2
        yield Row("G9", f"lag p99 until a stand-up is fired {times}", *alike, note=note)
        yield Row(
            "G9", f"lag p99 until a stand-up is fired, {on}", ours.fired.lag, 1, "s"
        )
        every = ours.planned.lag * due
        note = f"a tenth of {due} measured"
        yield Row("G9", f"until the last is planned, {on}", every, 1, "s", note=note)
        stalled = max(ours.fired.stall, ours.planned.stall)
        yield Row(
            "G9", f"longest loop stall, stand-ups, {on}", stalled * 1000, 25, "ms"
        )
        yield Row("G9", f"loop stall {times}", stalled / stall, 0.02)
        yield Row("G9", f"lag p99 of small jobs {times}", ours.jobs.lag / lag, 0.2)
        stalled = ours.jobs.stall * 1000
        yield Row("G9", f"longest loop stall, small jobs, {on}", stalled, 25, "ms")
        yield Row("G10", f"memory, 1k → 100k schedules, {on}", ours.grown, 10, "MB")
        yield Row("G10", f"lag, 100k → 1M schedules, {on}", ours.slower, 2.5)
        yield Row("G10", f"idle CPU, 100k schedules, {on}", ours.idle * 100, 0.5, "%")
        added = ours.added / adding
        yield Row("G10", f"adding one of many jobs {times}", added, 0.1)
