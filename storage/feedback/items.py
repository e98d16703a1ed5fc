"""Feedback, with its voices and who follows it."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from typing import Any

from sqlalchemy import ColumnElement, case, delete, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model.feedback import OPEN, Feedback, Severity, State, Step, Voice
from bot.ports.feedback import FeedbackItems
from storage.counters import next_number
from storage.database.statements import insert
from storage.feedback.approvals import SqlFeedbackApprovals
from storage.feedback.figures import UNANSWERED, SqlFeedbackFigures
from storage.feedback.files import SqlFeedbackFiles
from storage.feedback.grams import SqlFeedbackGrams
from storage.feedback.log import SqlFeedbackLog
from storage.feedback.rooms import SqlFeedbackRooms
from storage.feedback.rows import feedback_of, values
from storage.feedback.rules import SqlFeedbackRules
from storage.feedback.scores import SqlFeedbackScores
from storage.feedback.voices import SqlVoices
from storage.feedback.wanted import SqlFeedbackWanted
from storage.tables.feedback import feedback as table
from storage.tables.feedback import feedback_followers as followers
from storage.tables.feedback import feedback_voices as voices

MANY = 500
READ = ("step", "severity", "sentiment", "kind")

Order = tuple[ColumnElement[Any], ...]
NEWEST: Order = (table.c.opened_at.desc(), table.c.number.desc())
_OPEN = table.c.state.in_([state.value for state in OPEN])
BY_NEED: Order = (
    case(
        (~_OPEN, 3),
        (table.c.severity == Severity.BLOCKING.value, 0),
        (table.c.state.in_([state.value for state in UNANSWERED]), 1),
        else_=2,
    ),
    case((_OPEN, table.c.opened_at)),
    case((_OPEN, table.c.number)),
    *NEWEST,
)


class SqlFeedback:
    """Feedback of one organization."""

    def __init__(self, connection: AsyncConnection, organization_id: int) -> None:
        self._connection = connection
        self._organization_id = organization_id
        self._voices = SqlVoices(connection, organization_id)

    @cached_property
    def log(self) -> SqlFeedbackLog:
        """Their stories."""
        return SqlFeedbackLog(self._connection, self._organization_id)

    @cached_property
    def alike(self) -> SqlFeedbackGrams:
        """Which of them say the same."""
        return SqlFeedbackGrams(self._connection, self._organization_id)

    @cached_property
    def rules(self) -> SqlFeedbackRules:
        """Where they go, and how soon they are answered."""
        return SqlFeedbackRules(self._connection, self._organization_id)

    @cached_property
    def figures(self) -> SqlFeedbackFigures:
        """What they say together."""
        return SqlFeedbackFigures(self._connection, self._organization_id, self._these)

    @cached_property
    def wanted(self) -> SqlFeedbackWanted:
        """Those that somebody asks for."""
        return SqlFeedbackWanted(self._connection, self._organization_id, self._these)

    @cached_property
    def rooms(self) -> SqlFeedbackRooms:
        """Who hears of them, and how often."""
        return SqlFeedbackRooms(self._connection, self._organization_id, self._these)

    @cached_property
    def scores(self) -> SqlFeedbackScores:
        """How well they were handled."""
        return SqlFeedbackScores(self._connection, self._organization_id)

    @cached_property
    def approvals(self) -> SqlFeedbackApprovals:
        """What was asked of somebody about them."""
        return SqlFeedbackApprovals(self._connection, self._organization_id)

    @cached_property
    def files(self) -> SqlFeedbackFiles:
        """What is in the files that came with them."""
        return SqlFeedbackFiles(self._connection, self._organization_id)

    async def add(self, feedback: Feedback) -> Feedback:
        """Stores a new one with its voices; it comes back with ids and a number."""
        number = await next_number(self._connection, self._organization_id, "feedback")
        new = table.insert().values(
            organization_id=self._organization_id, number=number, **values(feedback)
        )
        made = (await self._connection.execute(new.returning(table.c.id))).scalar_one()
        said = [await self._voices.add(made, voice) for voice in feedback.voices]
        stored = replace(feedback, id=made, number=number, voices=tuple(said))
        await self._follow(stored)
        return stored

    async def save(self, feedback: Feedback) -> None:
        """Writes every changed fact and who follows; voices stay as they are."""
        changed = update(table).where(self._ours, table.c.id == feedback.id)
        done = await self._connection.execute(changed.values(**values(feedback)))
        if done.rowcount:  # nobody follows what is not ours
            await self._follow(feedback)

    async def break_promises(self, feedback_ids: Collection[int], at: datetime) -> None:
        """Keeps that something promised of these was late, and nothing else."""
        late = update(table).where(self._ours, table.c.id.in_(feedback_ids))
        if feedback_ids:
            await self._connection.execute(late.values(breached_at=at))

    async def move(
        self, voice_ids: Collection[int], to: int, *, came_from: int | None
    ) -> None:
        """Puts voices under another feedback."""
        await self._voices.move(voice_ids, to, came_from)

    async def hold(self, feedback_id: int) -> Feedback | None:
        """The feedback, kept from everybody else until the unit of work ends."""
        return await self._held(table.c.id == feedback_id)

    async def get(self, feedback_id: int) -> Feedback | None:
        """The feedback."""
        return next(iter(await self._where(table.c.id == feedback_id)), None)

    async def numbered(self, number: int) -> Feedback | None:
        """The feedback by its short number, held for this unit until it ends."""
        return await self._held(table.c.number == number)

    async def of_task(self, task_id: int) -> Sequence[Feedback]:
        """What a task is to solve, the oldest first."""
        return (await self._where(table.c.task_id == task_id))[::-1]

    async def corrected(self, limit: int) -> Sequence[Feedback]:
        """The newest of which people know better than was read, the oldest first."""
        differs = (table.c[name] != table.c.proposed[name].as_string() for name in READ)
        return (await self._where(or_(*differs), limit=limit))[::-1]

    async def known(self, source: str, external: str) -> Feedback | None:
        """What came under this name from another system."""
        theirs = (
            select(voices.c.feedback_id)
            .where(voices.c.organization_id == self._organization_id)
            .where(voices.c.source == source, voices.c.external == external)
        )
        found = await self._where(table.c.id.in_(theirs.scalar_subquery()))
        return next(iter(found), None)

    async def where(
        self,
        *,
        states: Collection[State] = (),
        steps: Collection[Step] = (),
        sku: str = "",
        sender_id: int | None = None,
        owner_id: int | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
        limit: int = MANY,
        by_need: bool = False,
    ) -> Sequence[Feedback]:
        """Those that fit all of what is given, the newest or most urgent first."""
        wanted: list[ColumnElement[bool]] = []
        if states:
            wanted.append(table.c.state.in_([state.value for state in states]))
        else:
            wanted.append(table.c.state != State.JOINED.value)
        if steps:
            wanted.append(table.c.step.in_([step.value for step in steps]))
        if sku:
            wanted.append(table.c.sku == sku)
        if sender_id is not None:
            wanted.append(table.c.id.in_(self._sent_by(sender_id)))
        if owner_id is not None:
            wanted.append(table.c.owner_id == owner_id)
        if since is not None:
            wanted.append(table.c.opened_at >= since)
        if until is not None:
            wanted.append(table.c.opened_at < until)
        order = BY_NEED if by_need else NEWEST
        return await self._where(*wanted, limit=limit, order=order)

    async def voices(self, feedback_ids: Collection[int]) -> Sequence[Voice]:
        """What was said of these, the oldest first."""
        return await self._voices.of(feedback_ids)

    @property
    def _ours(self) -> ColumnElement[bool]:
        return table.c.organization_id == self._organization_id

    def _sent_by(self, person_id: int) -> ColumnElement[int]:
        either = (voices.c.sender_id == person_id) | (voices.c.behalf_id == person_id)
        return (
            select(voices.c.feedback_id)
            .where(voices.c.organization_id == self._organization_id)
            .where(either)
            .scalar_subquery()
        )

    async def _follow(self, feedback: Feedback) -> None:
        """Writes who follows, and who does no longer."""
        theirs = (
            followers.c.organization_id == self._organization_id,
            followers.c.feedback_id == feedback.id,
        )
        gone = followers.c.person_id.not_in(feedback.followers)
        await self._connection.execute(delete(followers).where(*theirs, gone))
        rows = [
            {
                "organization_id": self._organization_id,
                "feedback_id": feedback.id,
                "person_id": person_id,
            }
            for person_id in feedback.followers
        ]
        if rows:
            new = insert(self._connection, followers).on_conflict_do_nothing()
            await self._connection.execute(new, rows)

    async def _these(self, ids: Collection[int]) -> list[Feedback]:
        return await self._where(table.c.id.in_(ids), limit=len(ids))

    async def _held(self, condition: ColumnElement[bool]) -> Feedback | None:
        held = select(table.c.id).where(self._ours, condition).with_for_update()
        found = (await self._connection.execute(held)).scalar()
        return await self.get(found) if found is not None else None

    async def _where(
        self,
        *conditions: ColumnElement[bool],
        limit: int = MANY,
        order: Order = NEWEST,
    ) -> list[Feedback]:
        wanted = select(table).where(self._ours, *conditions)
        found = await self._connection.execute(wanted.order_by(*order).limit(limit))
        rows = found.all()
        ids = [row.id for row in rows]
        said: defaultdict[int, tuple[Voice, ...]] = defaultdict(tuple)
        for voice in await self._voices.of(ids):
            said[voice.feedback_id] = (*said[voice.feedback_id], voice)
        follow = await self._followers(ids)
        return [feedback_of(row, said[row.id], follow.get(row.id, ())) for row in rows]

    async def _followers(self, ids: Collection[int]) -> dict[int, tuple[int, ...]]:
        if not ids:
            return {}
        wanted = (
            select(followers)
            .where(followers.c.organization_id == self._organization_id)
            .where(followers.c.feedback_id.in_(ids))
            .order_by(followers.c.person_id)
        )
        found: defaultdict[int, tuple[int, ...]] = defaultdict(tuple)
        for row in await self._connection.execute(wanted):
            found[row.feedback_id] = (*found[row.feedback_id], row.person_id)
        return found


_: type[FeedbackItems] = SqlFeedback
