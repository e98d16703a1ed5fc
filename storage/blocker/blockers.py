"""Blockers, with those whose help they ask for, and their stories."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import cached_property
from typing import Any

from sqlalchemy import ColumnElement, Row, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model.blocker import Blocker, BlockerState, Tag, Update, UpdateKind
from bot.ports.blockers import BlockerLog, Blockers
from storage.counters import next_number
from storage.database.statements import insert
from storage.tables.blockers import blocker_tags, blocker_updates, blockers

MANY = 500


class SqlBlockerLog:
    """What happened to the blockers of one organization."""

    def __init__(self, connection: AsyncConnection, organization_id: int) -> None:
        self._connection = connection
        self._organization_id = organization_id

    async def record(self, update: Update) -> Update:
        """Keeps what happened; it comes back with its id."""
        new = blocker_updates.insert().values(
            organization_id=self._organization_id,
            blocker_id=update.blocker_id,
            person_id=update.person_id,
            kind=update.kind.value,
            text=update.text,
            at=update.at,
        )
        made = await self._connection.execute(new.returning(blocker_updates.c.id))
        return replace(update, id=made.scalar_one())

    async def of(self, blocker_id: int) -> Sequence[Update]:
        """Everything that happened to one, the oldest first."""
        return await self._where(blocker_updates.c.blocker_id == blocker_id)

    async def said(self, blocker_ids: Collection[int]) -> Mapping[int, tuple[str, ...]]:
        """What people said of these, the oldest first."""
        if not blocker_ids:
            return {}
        found: defaultdict[int, tuple[str, ...]] = defaultdict(tuple)
        kind = blocker_updates.c.kind == UpdateKind.SAID.value
        for each in await self._where(
            kind, blocker_updates.c.blocker_id.in_(blocker_ids)
        ):
            found[each.blocker_id] = (*found[each.blocker_id], each.text)
        return found

    async def _where(self, *conditions: ColumnElement[bool]) -> list[Update]:
        wanted = (
            select(blocker_updates)
            .where(blocker_updates.c.organization_id == self._organization_id)
            .where(*conditions)
            .order_by(blocker_updates.c.id)
        )
        return [_update(row) for row in await self._connection.execute(wanted)]


class SqlBlockers:
    """Blockers of one organization."""

    def __init__(self, connection: AsyncConnection, organization_id: int) -> None:
        self._connection = connection
        self._organization_id = organization_id

    @cached_property
    def log(self) -> SqlBlockerLog:
        """Their stories."""
        return SqlBlockerLog(self._connection, self._organization_id)

    async def add(self, blocker: Blocker) -> Blocker:
        """Stores a new one; it comes back with its id and the next number."""
        number = await next_number(self._connection, self._organization_id, "blocker")
        new = blockers.insert().values(
            organization_id=self._organization_id, number=number, **_values(blocker)
        )
        made = await self._connection.execute(new.returning(blockers.c.id))
        stored = replace(blocker, id=made.scalar_one(), number=number)
        await self._tag(stored)
        return stored

    async def save(self, blocker: Blocker) -> None:
        """Writes every changed fact, and whose help it asks for."""
        changed = update(blockers).where(self._ours, blockers.c.id == blocker.id)
        await self._connection.execute(changed.values(**_values(blocker)))
        await self._tag(blocker)

    async def hold(self, blocker_id: int) -> Blocker | None:
        """The blocker, kept from everybody else until the unit of work ends."""
        return await self._held(blockers.c.id == blocker_id)

    async def get(self, blocker_id: int) -> Blocker | None:
        """The blocker."""
        return next(iter(await self._where(blockers.c.id == blocker_id)), None)

    async def numbered(self, number: int) -> Blocker | None:
        """The blocker by its short number, held for this unit until it ends."""
        return await self._held(blockers.c.number == number)

    async def of_task(self, task_id: int) -> Blocker | None:
        """What a task grew out of, held for this unit until it ends."""
        return await self._held(blockers.c.task_id == task_id)

    async def all(self, *, standup_id: int | None = None) -> Sequence[Blocker]:
        """Every open one, of one stand-up if one is given, the oldest first."""
        open_ = blockers.c.state == BlockerState.OPEN.value
        if standup_id is None:
            return await self._where(open_)
        return await self._where(open_, blockers.c.standup_id == standup_id)

    async def open_with(self, person_ids: Collection[int]) -> Sequence[int]:
        """The ids of the open ones that these people have to do with."""
        asked = (
            select(blocker_tags.c.blocker_id)
            .where(blocker_tags.c.organization_id == self._organization_id)
            .where(blocker_tags.c.person_id.in_(person_ids))
        )
        wanted = (
            select(blockers.c.id)
            .where(self._ours, blockers.c.state == BlockerState.OPEN.value)
            .where(
                or_(blockers.c.reporter_id.in_(person_ids), blockers.c.id.in_(asked))
            )
        )
        return (await self._connection.execute(wanted)).scalars().all()

    async def tagging(self, person_id: int, day: date) -> Sequence[Blocker]:
        """Those whose help somebody was reminded of on that day, the oldest first."""
        theirs = (
            select(blocker_tags.c.blocker_id)
            .where(blocker_tags.c.organization_id == self._organization_id)
            .where(blocker_tags.c.person_id == person_id)
            .where(blocker_tags.c.nudged_on == day)
        )
        return await self._where(blockers.c.id.in_(theirs))

    async def asked_of(
        self, person_id: int, standup_id: int, day: date
    ) -> Sequence[Blocker]:
        """Those of somebody in a stand-up that they were asked about after that day."""
        return await self._where(
            blockers.c.reporter_id == person_id,
            blockers.c.standup_id == standup_id,
            blockers.c.asked_on == day,
        )

    async def between(
        self, standup_id: int, since: datetime, until: datetime
    ) -> Sequence[Blocker]:
        """Those of a stand-up that were reported until `until`, and still open at
        `since`, the oldest first.
        """
        return await self._where(
            blockers.c.standup_id == standup_id,
            blockers.c.opened_at <= until,
            or_(blockers.c.resolved_at.is_(None), blockers.c.resolved_at >= since),
        )

    @property
    def _ours(self) -> ColumnElement[bool]:
        return blockers.c.organization_id == self._organization_id

    async def _held(self, condition: ColumnElement[bool]) -> Blocker | None:
        held = select(blockers.c.id).where(self._ours, condition).with_for_update()
        found = (await self._connection.execute(held)).scalar()
        return await self.get(found) if found is not None else None

    async def _where(self, *conditions: ColumnElement[bool]) -> list[Blocker]:
        wanted = select(blockers).where(self._ours, *conditions)
        ordered = wanted.order_by(blockers.c.opened_at, blockers.c.number).limit(MANY)
        rows = (await self._connection.execute(ordered)).all()
        tags = await self._tags([row.id for row in rows])
        return [_blocker(row, tags.get(row.id, ())) for row in rows]

    async def _tag(self, blocker: Blocker) -> None:
        """Writes whose help it asks for. Nobody who was asked is taken out again."""
        rows = [
            {
                "organization_id": self._organization_id,
                "blocker_id": blocker.id,
                "person_id": tag.person_id,
                "tagged_at": tag.tagged_at,
                "acknowledged_at": tag.acknowledged_at,
                "nudged_on": tag.nudged_on,
            }
            for tag in blocker.tags
        ]
        if not rows:
            return
        new = insert(self._connection, blocker_tags)
        known = new.on_conflict_do_update(
            index_elements=["blocker_id", "person_id"],
            set_={
                "acknowledged_at": new.excluded.acknowledged_at,
                "nudged_on": new.excluded.nudged_on,
            },
        )
        await self._connection.execute(known, rows)

    async def _tags(self, ids: Collection[int]) -> dict[int, tuple[Tag, ...]]:
        if not ids:
            return {}
        wanted = (
            select(blocker_tags)
            .where(blocker_tags.c.organization_id == self._organization_id)
            .where(blocker_tags.c.blocker_id.in_(ids))
            .order_by(blocker_tags.c.tagged_at, blocker_tags.c.person_id)
        )
        found: defaultdict[int, tuple[Tag, ...]] = defaultdict(tuple)
        for row in await self._connection.execute(wanted):
            tag = Tag(row.person_id, row.tagged_at, row.acknowledged_at, row.nudged_on)
            found[row.blocker_id] = (*found[row.blocker_id], tag)
        return found


def _values(blocker: Blocker) -> dict[str, Any]:
    return {
        "reporter_id": blocker.reporter_id,
        "standup_id": blocker.standup_id,
        "occurrence_id": blocker.occurrence_id,
        "place": blocker.place,
        "text": blocker.text,
        "state": blocker.state.value,
        "opened_at": blocker.opened_at,
        "resolved_at": blocker.resolved_at,
        "resolved_by": blocker.resolved_by,
        "outcome": blocker.outcome,
        "asked_on": blocker.asked_on,
        "escalated_at": blocker.escalated_at,
        "escalated_to": blocker.escalated_to,
        "task_id": blocker.task_id,
    }


def _blocker(row: Row[Any], tags: tuple[Tag, ...]) -> Blocker:
    return Blocker(
        id=row.id,
        number=row.number,
        reporter_id=row.reporter_id,
        text=row.text,
        opened_at=row.opened_at,
        standup_id=row.standup_id,
        occurrence_id=row.occurrence_id,
        place=row.place,
        state=BlockerState(row.state),
        resolved_at=row.resolved_at,
        resolved_by=row.resolved_by,
        outcome=row.outcome,
        asked_on=row.asked_on,
        escalated_at=row.escalated_at,
        escalated_to=row.escalated_to,
        task_id=row.task_id,
        tags=tags,
    )


def _update(row: Row[Any]) -> Update:
    return Update(
        row.blocker_id, row.person_id, UpdateKind(row.kind), row.at, row.text, row.id
    )


_: type[Blockers] = SqlBlockers
__: type[BlockerLog] = SqlBlockerLog
