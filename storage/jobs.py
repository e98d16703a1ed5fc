"""Small durable jobs, written in the caller's transaction."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, delete, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.ports.jobs import Jobs
from storage.statements import insert
from storage.tables.jobs import WAITING as IS_WAITING
from storage.tables.jobs import jobs

WAITING, RUNNING, HELD = "waiting", "running", "held"
# Handlers take seconds: one that runs this long belongs to a process that died.
STALE = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Job:
    """One claimed or held job: `attempts` counts the one that goes on now."""

    id: int
    name: str
    subject_id: int
    attempts: int
    error: str = ""


class SqlJobs:
    """Jobs of one organization. `wrote` says whether this unit put any."""

    def __init__(self, connection: AsyncConnection, organization_id: int) -> None:
        self._connection = connection
        self._organization_id = organization_id
        self.wrote = False

    async def put(self, name: str, times: Mapping[int, datetime]) -> None:
        """Runs job `name` once for each id at its instant; a waiting one moves."""
        if not times:
            return
        rows = [
            {
                "organization_id": self._organization_id,
                "name": name,
                "subject_id": subject_id,
                "run_at": run_at,
                "state": WAITING,
                "attempts": 0,
                "error": "",
            }
            for subject_id, run_at in times.items()
        ]
        new = insert(self._connection, jobs)
        moved = {"run_at": new.excluded.run_at, "attempts": 0, "error": ""}
        await self._connection.execute(
            new.on_conflict_do_update(
                index_elements=["organization_id", "name", "subject_id"],
                index_where=IS_WAITING,
                set_=moved,
            ),
            rows,
        )
        self.wrote = True

    async def drop(self, name: str, ids: tuple[int, ...]) -> None:
        """Forgets waiting jobs, and those that were given up."""
        await self._connection.execute(
            delete(jobs)
            .where(self._ours(), jobs.c.name == name, jobs.c.subject_id.in_(ids))
            .where(jobs.c.state != RUNNING)
        )

    async def claim(
        self, names: Collection[str], now: datetime, limit: int
    ) -> Sequence[Job]:
        """Takes due jobs of these names, oldest first; no other process gets them."""
        due = (
            select(jobs.c.id)
            .where(self._ours(), jobs.c.name.in_(names), _claimable(now))
            .order_by(jobs.c.run_at, jobs.c.id)
            .limit(limit)
            .with_for_update(skip_locked=True)
        )
        taken = (
            update(jobs)
            .where(self._ours(), jobs.c.id.in_(due.scalar_subquery()))
            .values(state=RUNNING, claimed_at=now, attempts=jobs.c.attempts + 1)
            .returning(jobs)
        )
        rows = (await self._connection.execute(taken)).all()
        return [_job(row) for row in sorted(rows, key=lambda row: (row.run_at, row.id))]

    async def finish(self, job: Job) -> None:
        """Forgets a job that ran; one its handler put again is another row."""
        await self._connection.execute(delete(jobs).where(self._is(job)))

    async def put_back(self, job: Job, run_at: datetime, error: str) -> None:
        """Runs it again later. Raises Conflict if it was put anew meanwhile."""
        await self._connection.execute(
            update(jobs)
            .where(self._is(job))
            .values(state=WAITING, run_at=run_at, error=error)
        )

    async def hold(self, job: Job, error: str) -> None:
        """Keeps it for somebody to look at; it runs no more."""
        await self._connection.execute(
            update(jobs).where(self._is(job)).values(state=HELD, error=error)
        )

    async def held(self) -> Sequence[Job]:
        """Jobs that were given up, for the doctor to tell about."""
        wanted = (
            select(jobs).where(self._ours(), jobs.c.state == HELD).order_by(jobs.c.id)
        )
        return [_job(row) for row in await self._connection.execute(wanted)]

    async def orphan(self) -> None:
        """Lets every running job be claimed at once: nobody is left who runs it."""
        await self._connection.execute(
            update(jobs)
            .where(self._ours(), jobs.c.state == RUNNING)
            .values(claimed_at=None)
        )

    async def next_due(self, names: Collection[str]) -> datetime | None:
        """When the next job of these names can be claimed."""
        ours = and_(self._ours(), jobs.c.name.in_(names))
        wanted = select(
            select(func.min(jobs.c.run_at))
            .where(ours, jobs.c.state == WAITING)
            .scalar_subquery(),
            select(func.min(func.coalesce(jobs.c.claimed_at, jobs.c.run_at)))
            .where(ours, jobs.c.state == RUNNING)
            .scalar_subquery(),
        )
        waiting, running = (await self._connection.execute(wanted)).one()
        return min(
            filter(None, (waiting, running + STALE if running else None)), default=None
        )

    def _ours(self) -> ColumnElement[bool]:
        return jobs.c.organization_id == self._organization_id

    def _is(self, job: Job) -> ColumnElement[bool]:
        return and_(self._ours(), jobs.c.id == job.id, jobs.c.state == RUNNING)


def _claimable(now: datetime) -> ColumnElement[bool]:
    return or_(
        and_(jobs.c.state == WAITING, jobs.c.run_at <= now),
        and_(
            jobs.c.state == RUNNING,
            or_(jobs.c.claimed_at.is_(None), jobs.c.claimed_at <= now - STALE),
        ),
    )


def _job(row: Row[Any]) -> Job:
    return Job(row.id, row.name, row.subject_id, row.attempts, row.error)


_: type[Jobs] = SqlJobs
