"""Small durable jobs, written in the caller's transaction."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Executable,
    Integer,
    Row,
    and_,
    bindparam,
    delete,
    exists,
    literal,
    not_,
    null,
    or_,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model.given_up import GivenUp
from bot.ports.jobs import GIVEN_UP, Jobs
from storage.database.present import PRESENT, ago, ahead
from storage.database.statements import Insert, Kind, insert_for, told
from storage.tables.base import Id, Instant, Text
from storage.tables.jobs import WAITING as IS_WAITING
from storage.tables.jobs import jobs

WAITING, RUNNING, HELD = "waiting", "running", "held"
# Whoever runs a job says so every BEAT; who did not for STALE has died or is frozen.
BEAT = timedelta(seconds=8)
STALE = timedelta(seconds=30)
TOLD: dict[str, Kind] = {"name": Text, "subject_id": Id, "run_at": Instant}
FRESH: dict[str, Any] = {"state": WAITING, "attempts": 0, "error": ""}
OURS = jobs.c.organization_id == bindparam("organization")


@dataclass(frozen=True, slots=True)
class Job:
    """One claimed or held job: `attempts` counts the one that goes on now."""

    id: int
    name: str
    subject_id: int
    attempts: int
    error: str = ""
    worker: str = ""


class SqlJobs:
    """Jobs of one organization. `wrote` says whether this unit put any.

    When a job is due, the caller's clock says; who is alive, the database's own.
    """

    def __init__(self, connection: AsyncConnection, organization_id: int) -> None:
        self._connection = connection
        self._organization_id = organization_id
        self.wrote = False

    async def put(self, name: str, times: Mapping[int, datetime]) -> None:
        """Runs job `name` once for each id at its instant; a waiting one moves."""
        # In one order, so that two who put the same never wait for each other.
        await self._put([(name, id, at) for id, at in sorted(times.items())])

    async def plan(
        self, id: int, times: Mapping[str, datetime | None], *, new: bool = False
    ) -> None:
        """Runs each of these jobs for one id at its instant; forgets those without."""
        never = sorted(name for name, at in times.items() if at is None)
        if never and not new:
            await self._drop(jobs.c.name.in_(never), (id,))
        await self._put([(name, id, at) for name, at in sorted(times.items()) if at])

    async def _put(self, times: Sequence[tuple[str, int, datetime]]) -> None:
        if not times:
            return
        ours = self._organization_id
        if len(times) > 1 and self._connection.dialect.name == "postgresql":
            many = dict(zip(TOLD, map(list, zip(*times, strict=True)), strict=True))
            asked = {"organization": ours, **many}
            await self._connection.execute(_putting_many(), asked)
        else:
            fresh = {"organization_id": ours, **FRESH}
            rows = [{**fresh, **dict(zip(TOLD, each, strict=True))} for each in times]
            new = _putting(self._connection.dialect.name)
            await self._connection.execute(new, rows)
        self.wrote = True

    async def drop(self, name: str, ids: tuple[int, ...]) -> None:
        """Forgets waiting jobs, and those that were given up."""
        await self._drop(jobs.c.name == name, ids)

    async def _drop(self, named: ColumnElement[bool], ids: tuple[int, ...]) -> None:
        await self._connection.execute(
            delete(jobs)
            .where(self._ours(), named, jobs.c.subject_id.in_(ids))
            .where(jobs.c.state != RUNNING)
        )

    async def claim(
        self,
        names: Collection[str],
        now: datetime,
        limit: int,
        worker: str,
    ) -> Sequence[Job]:
        """Takes due jobs of these names, oldest first; no other process gets them.

        Those of the dead too, and those that this worker, which has none in hand, never
        heard it got. One runs at a time of a name and id.
        """
        dialect, ours = self._connection.dialect.name, self._organization_id
        known = {"organization": ours, "names": list(names), "taker": worker}
        # Not one statement with an OR: SQLite would look at every job to come.
        found = await self._take(_taking_left(dialect), {**known, "limit": limit})
        asked = {**known, "limit": limit - len(found), "now": now}
        return found + await self._take(_taking_due(), asked)

    async def beat(self, worker: str, running: Collection[int]) -> None:
        """Says that these of a worker's jobs go on."""
        still = and_(jobs.c.worker == worker, jobs.c.state == RUNNING)
        await self._connection.execute(
            update(jobs)
            .where(self._ours(), jobs.c.id.in_(running), still)
            .values(claimed_at=PRESENT)
        )

    async def finish(self, job: Job) -> None:
        """Forgets a job that ran; one its handler put again is another row.

        As `put_back` and `hold`, it changes nothing where another took the job over.
        """
        await self._connection.execute(delete(jobs).where(self._is(job)))

    async def put_back(self, job: Job, run_at: datetime, error: str) -> None:
        """Runs it again later. Raises Conflict if it was put anew meanwhile."""
        await self._connection.execute(
            update(jobs)
            .where(self._is(job))
            .values(state=WAITING, run_at=run_at, error=error)
        )

    async def hold(self, job: Job, error: str, now: datetime) -> None:
        """Keeps it for somebody to look at, and puts the job that tells of it."""
        kept = await self._connection.execute(
            update(jobs).where(self._is(job)).values(state=HELD, error=error)
        )
        if kept.rowcount and job.name != GIVEN_UP:
            await self.put(GIVEN_UP, {job.id: now})

    async def given_up(self) -> Sequence[GivenUp]:
        """Jobs that failed too often and wait for somebody, the oldest first."""
        held = and_(self._ours(), jobs.c.state == HELD, jobs.c.name != GIVEN_UP)
        wanted = select(jobs).where(held).order_by(jobs.c.id)
        return [
            GivenUp(row.id, row.name, row.run_at, row.attempts, row.error)
            for row in await self._connection.execute(wanted)
        ]

    async def retry(self, ids: Collection[int], now: datetime) -> int:
        """Runs these of them at once, unless the same waits already; how many."""
        held = [each for each in await self.given_up() if each.id in set(ids)]
        gone = and_(self._ours(), jobs.c.id.in_([each.id for each in held]))
        wanted = select(jobs).where(gone, jobs.c.state == HELD).with_for_update()
        rows = (await self._connection.execute(wanted)).all()
        await self._connection.execute(delete(jobs).where(gone, jobs.c.state == HELD))
        for row in rows:
            await self.put(row.name, {row.subject_id: now})
        return len(rows)

    async def forget_held(self, before: datetime) -> None:
        """Deletes those that were given up and due before this instant."""
        held = jobs.c.state == HELD
        old = delete(jobs).where(self._ours(), held, jobs.c.run_at < before)
        await self._connection.execute(old)

    async def hand_back(self, worker: str) -> None:
        """Lets the jobs of a worker that ends be claimed at once: it was no try."""
        await self._connection.execute(
            update(jobs)
            .where(self._ours(), jobs.c.state == RUNNING, jobs.c.worker == worker)
            .values(claimed_at=null(), attempts=jobs.c.attempts - 1)
        )

    async def orphan(self) -> None:
        """Lets every running job be claimed at once: nobody is left who runs it."""
        await self._connection.execute(
            update(jobs)
            .where(self._ours(), jobs.c.state == RUNNING)
            .values(claimed_at=null())
        )

    async def next_due(self, names: Collection[str]) -> datetime | None:
        """When the next job of these names can be claimed; one that runs, and whose
        worker is alive, may never have to be.
        """
        ours = and_(self._ours(), jobs.c.name.in_(names))
        waits = and_(ours, jobs.c.state == WAITING)
        silent = _silent(self._connection.dialect.name)
        left = and_(ours, jobs.c.state == RUNNING, silent)
        # The first of an index, where a minimum would look at every job.
        each = [
            select(jobs.c.run_at).where(these).order_by(jobs.c.run_at).limit(1)
            for these in (waits, left)
        ]
        wanted = select(*(one.scalar_subquery() for one in each))
        moments = (await self._connection.execute(wanted)).one()
        return min((moment for moment in moments if moment), default=None)

    async def _take(self, taken: Executable, asked: Mapping[str, object]) -> list[Job]:
        rows = (await self._connection.execute(taken, asked)).all()
        return [_job(row) for row in sorted(rows, key=lambda row: (row.run_at, row.id))]

    def _ours(self) -> ColumnElement[bool]:
        return jobs.c.organization_id == self._organization_id

    def _is(self, job: Job) -> ColumnElement[bool]:
        """That nobody has taken it over since."""
        same = and_(jobs.c.id == job.id, jobs.c.attempts == job.attempts)
        return and_(
            self._ours(), same, jobs.c.state == RUNNING, jobs.c.worker == job.worker
        )


@cache
def _putting(dialect: str) -> Executable:
    return _moving(insert_for(dialect, jobs))


@cache
def _putting_many() -> Executable:
    fresh = [literal(value, jobs.c[name].type) for name, value in FRESH.items()]
    rows = select(bindparam("organization", type_=Integer), *told(TOLD).c, *fresh)
    names = ["organization_id", *TOLD, *FRESH]
    return _moving(insert_for("postgresql", jobs).from_select(names, rows))


def _moving(new: Insert) -> Executable:
    """One that waits already runs then instead, as if it had never been tried."""
    moved = {"run_at": new.excluded.run_at, "attempts": 0, "error": ""}
    return new.on_conflict_do_update(
        index_elements=["organization_id", "name", "subject_id"],
        index_where=IS_WAITING,
        set_=moved,
    )


@cache
def _taking_due() -> Executable:
    return _taking(and_(jobs.c.state == WAITING, jobs.c.run_at <= bindparam("now")))


@cache
def _taking_left(dialect: str) -> Executable:
    """Those that run, as far as is written, but by nobody: nor by who takes them."""
    left = or_(_silent(dialect), jobs.c.worker == bindparam("taker"))
    return _taking(and_(jobs.c.state == RUNNING, left))


def _taking(these: ColumnElement[bool]) -> Executable:
    named = jobs.c.name.in_(bindparam("names", expanding=True))
    due = (
        select(jobs.c.id)
        .where(OURS, named, these, not_(_runs_elsewhere()))
        .order_by(jobs.c.run_at, jobs.c.id)
        .limit(bindparam("limit", type_=Integer))
        .with_for_update(skip_locked=True)
        .cte("due")  # as a subquery PostgreSQL may look, and lock, again and again
    )
    attempts, taker = jobs.c.attempts + 1, bindparam("taker", type_=Text)
    return (
        update(jobs)
        # Named once more, the organization would lead SQLite to all of its jobs.
        .where(jobs.c.id.in_(select(due.c.id)))
        .values(state=RUNNING, claimed_at=PRESENT, worker=taker, attempts=attempts)
        .returning(jobs)
    )


def _runs_elsewhere() -> ColumnElement[bool]:
    """Whether the same job, put again while it ran, is running still."""
    twin = jobs.alias()
    same = and_(
        twin.c.organization_id == bindparam("organization"),
        twin.c.name == jobs.c.name,
        twin.c.subject_id == jobs.c.subject_id,
    )
    return exists().where(same, twin.c.state == RUNNING, twin.c.id != jobs.c.id)


def _silent(dialect: str) -> ColumnElement[bool]:
    """Whether nobody says any more that it runs: nor has since the database's clock was
    set back.
    """
    said, since, soon = jobs.c.claimed_at, ago(dialect, STALE), ahead(dialect, STALE)
    return or_(said.is_(None), said <= since, said > soon)


def _job(row: Row[Any]) -> Job:
    return Job(
        row.id, row.name, row.subject_id, row.attempts, row.error, row.worker or ""
    )


_: type[Jobs] = SqlJobs
