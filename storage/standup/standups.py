"""Stand-ups of one organization, with everybody who has a part in them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import cached_property
from typing import Any

from sqlalchemy import (
    Integer,
    Select,
    and_,
    bindparam,
    cast,
    delete,
    func,
    insert,
    or_,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model.standup import Share, Standup, StandupState
from bot.ports.standups import Standups
from storage.standup.days import SqlStandupDays
from storage.standup.history import SqlStandupHistory
from storage.standup.rows import PARTS, parts_of, standup_of, values_of
from storage.standup.sealed import SqlSealedAnswers
from storage.tables.base import Instant, Text
from storage.tables.jobs import WAITING, jobs
from storage.tables.standups import standup_people, standups

RUNNING = jobs.c.state == "running"

# Who has which part in a stand-up: "asked 7", a line each.
WHO = (
    select(
        func.aggregate_strings(
            standup_people.c.part + " " + cast(standup_people.c.person_id, Text), "\n"
        )
    )
    .where(standup_people.c.standup_id == standups.c.id)
    .where(standup_people.c.organization_id == standups.c.organization_id)
    .correlate(standups)
    .scalar_subquery()
)

OURS = standups.c.organization_id == bindparam("organization")
# Those that may do something by themselves: active ones, and those that go on one day.
ACTIVE = standups.c.state == StandupState.ACTIVE.value
RESTING = and_(
    standups.c.state == StandupState.PAUSED.value, standups.c.paused_until.is_not(None)
)
# Asked for by itself and taken off here: PostgreSQL, which has seen few jobs so far,
# would look at every one of them for each stand-up, were it a part of DUE.
PLANNED = (
    select(jobs.c.subject_id)
    .where(jobs.c.organization_id == bindparam("organization"))
    .where(jobs.c.name == bindparam("job"), or_(WAITING, RUNNING))
)
DUE = (
    select(standups.c.id)
    .where(OURS, or_(ACTIVE, RESTING))
    .where(standups.c.next_at <= bindparam("now", type_=Instant))
    .order_by(standups.c.next_at, standups.c.id)
    .limit(bindparam("limit", type_=Integer))
)
# The first of an index each, where a minimum would look at every stand-up.
NEXT = select(
    *(
        select(standups.c.next_at)
        .where(OURS, these, standups.c.next_at.is_not(None))
        .order_by(standups.c.next_at)
        .limit(1)
        .scalar_subquery()
        for these in (ACTIVE, RESTING)
    )
)


class SqlStandups:
    """Stand-ups of one organization."""

    def __init__(self, connection: AsyncConnection, organization_id: int) -> None:
        self._connection = connection
        self._organization_id = organization_id

    @cached_property
    def days(self) -> SqlStandupDays:
        """Their days."""
        return SqlStandupDays(self._connection, self._organization_id)

    @cached_property
    def sealed(self) -> SqlSealedAnswers:
        """What was said without a name."""
        return SqlSealedAnswers(self._connection, self._organization_id)

    @cached_property
    def history(self) -> SqlStandupHistory:
        """Their past, many days at once."""
        return SqlStandupHistory(self._connection, self._organization_id)

    async def add(self, standup: Standup) -> Standup:
        """Keeps a new one and gives it its id. Conflict if the name is taken."""
        new = insert(standups).values(
            organization_id=self._organization_id, **values_of(standup)
        )
        made = await self._connection.execute(new.returning(standups.c.id))
        kept = replace(
            standup, id=made.scalar_one(), organization_id=self._organization_id
        )
        await self._write_people(kept)
        return kept

    async def save(self, standup: Standup) -> None:
        """Writes what was changed. Conflict if a new name is taken."""
        changed = update(standups).where(self._mine, standups.c.id == standup.id)
        await self._connection.execute(changed.values(**values_of(standup)))
        old = delete(standup_people).where(
            standup_people.c.organization_id == self._organization_id,
            standup_people.c.standup_id == standup.id,
        )
        await self._connection.execute(old)
        await self._write_people(standup)

    async def get(self, standup_id: int) -> Standup | None:
        """The stand-up, archived or not."""
        found = await self._read(self._wanted.where(standups.c.id == standup_id))
        return found[0] if found else None

    async def hold(self, standup_id: int) -> Standup | None:
        """The stand-up, kept from everybody else until the unit of work ends."""
        this = select(standups.c.id).where(self._mine, standups.c.id == standup_id)
        held = await self._connection.execute(this.with_for_update())
        # Read afterwards: who waited for it must not see it as it was.
        return await self.get(standup_id) if held.first() else None

    async def all(self) -> Sequence[Standup]:
        """Every one that is not archived, by name."""
        living = standups.c.state != StandupState.ARCHIVED.value
        order = standups.c.folded, standups.c.id
        return await self._read(self._wanted.where(living).order_by(*order))

    async def ever(self) -> Sequence[Standup]:
        """Every one there was, the archived ones last, by name."""
        archived = standups.c.state == StandupState.ARCHIVED.value
        order = archived, standups.c.folded, standups.c.id.desc()
        return await self._read(self._wanted.order_by(*order))

    async def waking(self, now: datetime, limit: int, job: str) -> Sequence[int]:
        """Active ones to be planned and paused ones to go on, the longest due first;
        none for which this job waits or runs already.
        """
        ours = {"organization": self._organization_id}
        waits = await self._connection.execute(PLANNED, ours | {"job": job})
        planned = frozenset(waits.scalars())
        asked = ours | {"now": now, "limit": limit + len(planned)}
        due = (await self._connection.execute(DUE, asked)).scalars()
        return [id for id in due if id not in planned][:limit]

    async def next_due(self) -> datetime | None:
        """When the next of any is due."""
        ours = {"organization": self._organization_id}
        moments = (await self._connection.execute(NEXT, ours)).one()
        return min((moment for moment in moments if moment), default=None)

    async def listed(self, person_id: int) -> frozenset[int]:
        """The stand-ups on whose latest day the person was."""
        return await self.days.latest_of(person_id)

    async def shares(self, person_id: int, since: date) -> Sequence[Share]:
        """The person's parts in days from `since` on, archived stand-ups left out."""
        parts = await self.days.parts(person_id, since)
        living = {standup.id: standup for standup in await self.all()} if parts else {}
        return [
            Share(living[occurrence.standup_id], occurrence, participant)
            for occurrence, participant in parts
            if occurrence.standup_id in living
        ]

    @property
    def _mine(self) -> Any:
        return standups.c.organization_id == self._organization_id

    @property
    def _wanted(self) -> Select[Any]:
        return select(standups, WHO.label("who")).where(self._mine)

    async def _read(self, wanted: Select[Any]) -> list[Standup]:
        rows = await self._connection.execute(wanted)
        return [standup_of(row, _parts(row.who)) for row in rows]

    async def _write_people(self, standup: Standup) -> None:
        rows = [
            {
                "organization_id": self._organization_id,
                "standup_id": standup.id,
                "person_id": person_id,
                "part": part,
            }
            for part, people in parts_of(standup).items()
            for person_id in dict.fromkeys(people)
        ]
        if rows:
            await self._connection.execute(insert(standup_people), rows)


def _parts(who: str | None) -> dict[str, tuple[int, ...]]:
    """The people of each part."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for line in (who or "").splitlines():
        part, _, person_id = line.partition(" ")
        found[part].append(int(person_id))
    return {part: tuple(sorted(found[part])) for part in PARTS}


_: type[Standups] = SqlStandups
