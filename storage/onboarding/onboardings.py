"""Ways in and out, with their steps, and a company's own checklists."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import Any

from sqlalchemy import ColumnElement, Row, delete, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.errors import Conflict
from bot.model.onboarding import Journey, Kind, Line, Mood, Part, State, Step
from bot.model.onboarding.tracks import Track
from bot.ports.onboarding import Onboardings
from storage.database.statements import insert
from storage.onboarding.passages import SqlPassages
from storage.tables.onboardings import onboarding_steps as steps
from storage.tables.onboardings import onboarding_tracks as tracks
from storage.tables.onboardings import onboardings as table

SAME = (
    "person_id", "track", "day", "made_by", "made_at", "manager_id", "buddy_id",
    "it_id", "told_on", "ended_at",
)  # fmt: skip
STEP_SAME = ("asked_on", "nudged_on", "closed_at", "closed_by", "answer", "shared")
LINE_SAME = ("after", "text", "ready", "link")


class SqlOnboardings:
    """Journeys of one organization."""

    def __init__(self, connection: AsyncConnection, organization_id: int) -> None:
        self._connection = connection
        self._organization_id = organization_id

    @cached_property
    def passages(self) -> SqlPassages:
        """Who came and went, as the platforms say."""
        return SqlPassages(self._connection, self._organization_id)

    async def add(self, journey: Journey) -> Journey:
        """Stores a new one; it and its steps come back with their ids."""
        ours = {"organization_id": self._organization_id}
        new = table.insert().values(**ours, **_columns(journey)).returning(table.c.id)
        try:
            made = (await self._connection.execute(new)).scalar_one()
        except IntegrityError as error:
            raise Conflict("they have one already") from error
        rows = [
            ours | {"onboarding_id": made} | _line_columns(each) | _step_columns(each)
            for each in journey.steps
        ]
        if rows:
            await self._connection.execute(steps.insert(), rows)
        return await self.get(made) or replace(journey, id=made)

    async def save(self, journey: Journey) -> None:
        """Writes every changed fact of it and of its steps."""
        ours = table.c.organization_id == self._organization_id
        changed = update(table).where(ours, table.c.id == journey.id)
        await self._connection.execute(changed.values(**_columns(journey)))
        before = await self._steps([journey.id])
        old = {step.id: step for step in before.get(journey.id, ())}
        for step in journey.steps:
            if old.get(step.id) == step:
                continue
            mine = steps.c.organization_id == self._organization_id
            moved = update(steps).where(mine, steps.c.id == step.id)
            await self._connection.execute(moved.values(**_step_columns(step)))

    async def get(self, journey_id: int) -> Journey | None:
        """The one with this id."""
        return next(iter(await self._where(table.c.id == journey_id)), None)

    async def hold(self, journey_id: int) -> Journey | None:
        """The one with this id, held for this unit until it ends."""
        return next(iter(await self._where(table.c.id == journey_id, hold=True)), None)

    async def of_step(self, step_id: int) -> Journey | None:
        """The one that a step belongs to."""
        wanted = select(steps.c.onboarding_id).where(
            steps.c.organization_id == self._organization_id, steps.c.id == step_id
        )
        found = (await self._connection.execute(wanted)).scalar()
        return await self.get(found) if found is not None else None

    async def of(self, person_id: int, kind: Kind) -> Journey | None:
        """Somebody's newest of a kind, over or not."""
        theirs = table.c.person_id == person_id, table.c.kind == kind.value
        found = await self._where(*theirs)
        return max(found, key=lambda each: each.id, default=None)

    async def running(self) -> Sequence[Journey]:
        """Those that are not over, the next day first."""
        return await self._where(table.c.ended_at.is_(None))

    async def left(self, person_ids: Collection[int], today: date) -> frozenset[int]:
        """Who of these had their last day before today, and did not start again."""
        later = table.alias()
        again = select(later.c.id).where(
            later.c.person_id == table.c.person_id,
            later.c.kind == Kind.START.value,
            later.c.id > table.c.id,
        )
        wanted = (
            select(table.c.person_id, table.c.day, table.c.ended_at)
            .where(table.c.organization_id == self._organization_id)
            .where(table.c.kind == Kind.LEAVE.value, table.c.day < today)
            .where(table.c.person_id.in_(person_ids))
            .where(~again.exists())
        )
        rows = await self._connection.execute(wanted)
        return frozenset(
            row.person_id
            for row in rows
            if row.ended_at is None or row.ended_at.date() >= row.day
        )

    async def tracks(self) -> Sequence[Track]:
        """The company's own checklists, by name."""
        wanted = select(tracks).where(tracks.c.organization_id == self._organization_id)
        rows = await self._connection.execute(wanted.order_by(tracks.c.name))
        return [Track(row.name, _read_lines(row.lines), own=True) for row in rows]

    async def keep_track(self, track: Track) -> None:
        """Keeps one in place of any other of that name."""
        ours = tracks.c.organization_id == self._organization_id
        if not track.lines:
            gone = delete(tracks).where(ours, tracks.c.name == track.name)
            await self._connection.execute(gone)
            return
        said = {"lines": [_written(line) for line in track.lines]}
        new = insert(self._connection, tracks).values(
            organization_id=self._organization_id, name=track.name, **said
        )
        await self._connection.execute(
            new.on_conflict_do_update(
                index_elements=["organization_id", "name"], set_=said
            )
        )

    async def _where(
        self, *conditions: ColumnElement[bool], hold: bool = False
    ) -> list[Journey]:
        ours = table.c.organization_id == self._organization_id
        wanted = select(table).where(ours, *conditions)
        wanted = wanted.order_by(table.c.day, table.c.id)
        rows = await self._connection.execute(
            wanted.with_for_update() if hold else wanted
        )
        found = rows.all()
        theirs = await self._steps([row.id for row in found])
        return [_journey(row, theirs.get(row.id, ())) for row in found]

    async def _steps(self, ids: Collection[int]) -> dict[int, tuple[Step, ...]]:
        if not ids:
            return {}
        wanted = (
            select(steps)
            .where(steps.c.organization_id == self._organization_id)
            .where(steps.c.onboarding_id.in_(ids))
            .order_by(steps.c.id)
        )
        found: defaultdict[int, tuple[Step, ...]] = defaultdict(tuple)
        for row in await self._connection.execute(wanted):
            found[row.onboarding_id] = (*found[row.onboarding_id], _step(row))
        return found


def _columns(journey: Journey) -> dict[str, Any]:
    same = {name: getattr(journey, name) for name in SAME}
    return same | {"kind": journey.kind.value}


def _step_columns(step: Step) -> dict[str, Any]:
    same = {name: getattr(step, name) for name in STEP_SAME}
    mood = step.mood.value if step.mood else None
    return same | {"state": step.state.value, "mood": mood}


def _line_columns(step: Step) -> dict[str, Any]:
    same = {name: getattr(step.line, name) for name in LINE_SAME}
    return same | {"part": step.line.part.value, "check_days": step.line.check}


def _journey(row: Row[Any], theirs: tuple[Step, ...]) -> Journey:
    same = {name: getattr(row, name) for name in SAME}
    return Journey(id=row.id, kind=Kind(row.kind), steps=theirs, **same)


def _step(row: Row[Any]) -> Step:
    said = {name: getattr(row, name) for name in LINE_SAME}
    same = {name: getattr(row, name) for name in STEP_SAME}
    return Step(
        id=row.id,
        line=Line(Part(row.part), check=row.check_days, **said),
        state=State(row.state),
        mood=Mood(row.mood) if row.mood else None,
        **same,
    )


def _written(line: Line) -> list[object]:
    return [line.part.value, *(getattr(line, name) for name in LINE_SAME)]


def _read_lines(kept: list[list[Any]]) -> tuple[Line, ...]:
    return tuple(Line(Part(part), *rest) for part, *rest in kept)


_: type[Onboardings] = SqlOnboardings
