"""Feedback as it is counted and looked for."""

from collections.abc import Awaitable, Callable, Collection, Sequence
from datetime import datetime, timedelta

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Select,
    bindparam,
    case,
    func,
    or_,
    select,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model.feedback import OPEN, Feedback, Kind, Severity, State, Step
from bot.model.feedback.figures import Closing, Heard
from bot.ports.feedback import FeedbackFigures
from storage.tables.base import Instant
from storage.tables.feedback import feedback as table
from storage.tables.feedback import feedback_voices as voices

Find = Callable[[Sequence[int]], Awaitable[Sequence[Feedback]]]
UNANSWERED = (State.NEW, State.TRIAGED, State.WORKING)
TRANSACTS = tuple(step.value for step in Step if step.transacts)
RANKS = {each.value: rank for rank, each in enumerate(Severity)}
SPOKEN = (voices.c.text, voices.c.customer, voices.c.order, table.c.sku)


class SqlFeedbackFigures:
    """The numbers of one organization's feedback."""

    def __init__(
        self, connection: AsyncConnection, organization_id: int, find: Find
    ) -> None:
        self._connection = connection
        self._organization_id = organization_id
        self._find = find

    async def heard(
        self, cuts: Sequence[datetime], skus: Collection[str] = ()
    ) -> Sequence[Heard]:
        """Every voice from the first of these instants up to the last, counted
        together between each two of them; those of these products apart.
        """
        ends = enumerate(cuts[1:])
        slot = case(*((voices.c.said_at < end, each) for each, end in ends))
        sku = case((table.c.sku.in_(skus), table.c.sku), else_="")
        slotted = (
            select(slot.label("slot"), table.c.step, sku.label("sku"))
            .join(table, table.c.id == voices.c.feedback_id)
            .where(*self._said(cuts[0], cuts[-1]))
            .subquery()
        )
        those = (slotted.c.slot, slotted.c.step, slotted.c.sku)
        wanted = select(*those, func.count().label("voices")).group_by(*those)
        return [
            Heard(cuts[row.slot], Step(row.step), row.sku, row.voices)
            for row in await self._connection.execute(wanted)
        ]

    async def skus(self, since: datetime, until: datetime, limit: int) -> Sequence[str]:
        """The products most was heard of within [since, until), the most first."""
        wanted = (
            select(table.c.sku)
            .join(voices, table.c.id == voices.c.feedback_id)
            .where(*self._said(since, until), table.c.sku != "")
            .group_by(table.c.sku)
            .order_by(func.count().desc(), table.c.sku)
        )
        return (await self._connection.execute(wanted.limit(limit))).scalars().all()

    async def closing(self, since: datetime, until: datetime) -> Closing:
        """What became of what was opened, and what ended, within [since, until)."""
        ours = (self._ours, table.c.state != State.JOINED.value)
        came = select(func.count(), func.count(table.c.ended_at)).where(
            *ours,
            table.c.opened_at >= _named(since),
            table.c.opened_at < _named(until),
        )
        opened, looped = (await self._connection.execute(came)).one()
        went = (
            *ours,
            table.c.ended_at >= _named(since),
            table.c.ended_at < _named(until),
        )
        count = select(func.count()).where(*went)
        ended = (await self._connection.execute(count)).scalar_one()
        middle = (
            select(table.c.took)
            .where(*went)
            .order_by(table.c.took)
            .limit(2 - ended % 2)
            .offset(max(0, (ended - 1) // 2))
        )
        found = (await self._connection.execute(middle)).scalars().all()
        took = timedelta(seconds=sum(found) / len(found)) if found else None
        return Closing(opened, looped, took)

    async def weightiest(self, limit: int) -> Sequence[Feedback]:
        """What is open, in the order in which it is to be mended (`roadmap`)."""
        said = (
            select(voices.c.feedback_id, func.count().label("voices"))
            .join(table, table.c.id == voices.c.feedback_id)
            .where(self._ours, voices.c.organization_id == self._organization_id)
            .where(self._open)
            .group_by(voices.c.feedback_id)
            .subquery()
        )
        order = (
            case((table.c.step.in_(TRANSACTS), 0), else_=1),
            func.coalesce(said.c.voices, 0).desc(),
            case(RANKS, value=table.c.severity).desc(),
            table.c.opened_at,
            table.c.id.desc(),
        )
        wanted = (
            select(table.c.id)
            .join(said, said.c.feedback_id == table.c.id, isouter=True)
            .where(self._ours, self._open)
            .where(table.c.kind != Kind.PRAISE.value)  # there is nothing to mend
            .order_by(*order)
            .limit(limit)
        )
        return await self._those(wanted)

    async def ended(
        self, since: datetime, until: datetime, limit: int
    ) -> Sequence[Feedback]:
        """What was fixed or declined within [since, until), the newest first."""
        within = (table.c.ended_at >= since, table.c.ended_at < until)
        newest = table.c.ended_at.desc(), table.c.id.desc()
        return await self._those(self._ids(*within).order_by(*newest).limit(limit))

    async def waiting(self, limit: int) -> Sequence[Feedback]:
        """What waits for us, the oldest first."""
        waits = table.c.state.in_([state.value for state in UNANSWERED])
        oldest = table.c.opened_at, table.c.id
        return await self._those(self._ids(waits).order_by(*oldest).limit(limit))

    async def overdue(self, limit: int) -> Sequence[Feedback]:
        """What is open and whose promise was not kept, the oldest first."""
        wanted = self._ids(self._open, table.c.breached_at.is_not(None))
        oldest = table.c.opened_at, table.c.id
        return await self._those(wanted.order_by(*oldest).limit(limit))

    async def escalated(
        self, person_id: int, since: datetime, until: datetime
    ) -> Sequence[Feedback]:
        """What somebody was told of within [since, until), the oldest first."""
        wanted = self._ids(
            table.c.escalated_to == person_id,
            table.c.escalated_at >= since,
            table.c.escalated_at < until,
        )
        return await self._those(wanted.order_by(table.c.opened_at, table.c.id))

    async def search(
        self, words: Sequence[str], limit: int, *, sender_id: int | None = None
    ) -> Sequence[Feedback]:
        """What has every one of these words in what was said, the newest first;
        capitals do not matter. With `sender_id` only what they sent.
        """
        found = (
            select(voices.c.feedback_id)
            .join(table, table.c.id == voices.c.feedback_id)
            .where(voices.c.organization_id == self._organization_id)
            .where(*(holds(word) for word in words))
        )
        if sender_id is not None:
            sent = (voices.c.sender_id, voices.c.behalf_id)
            found = found.where(or_(*(column == sender_id for column in sent)))
        wanted = self._ids(table.c.id.in_(found), table.c.state != State.JOINED.value)
        newest = table.c.opened_at.desc(), table.c.number.desc()
        return await self._those(wanted.order_by(*newest).limit(limit))

    def _said(
        self, since: datetime, until: datetime
    ) -> tuple[ColumnElement[bool], ...]:
        """Voices of a time, with the feedback they belong to."""
        return (
            self._ours,
            voices.c.organization_id == self._organization_id,
            voices.c.said_at >= _named(since),
            voices.c.said_at < _named(until),
        )

    @property
    def _ours(self) -> ColumnElement[bool]:
        return table.c.organization_id == self._organization_id

    @property
    def _open(self) -> ColumnElement[bool]:
        return table.c.state.in_([state.value for state in OPEN])

    def _ids(self, *conditions: ColumnElement[bool]) -> Select[int]:
        return select(table.c.id).where(self._ours, *conditions)

    async def _those(self, wanted: Select[int]) -> list[Feedback]:
        """What the ids name, in their order."""
        ids = (await self._connection.execute(wanted)).scalars().all()
        found = {each.id: each for each in await self._find(ids)} if ids else {}
        return [found[id] for id in ids]


def _named(at: datetime) -> BindParameter[datetime]:
    """An instant written into the statement. As a parameter PostgreSQL plans for any
    time at all from the sixth statement on, and that takes half a year three times as
    long.
    """
    return bindparam(None, at, Instant(), unique=True, literal_execute=True)


def holds(word: str) -> ColumnElement[bool]:
    """Whether anything said holds the word, written as people write it: what a database
    knows of capitals is often ASCII only.
    """
    forms = dict.fromkeys((word, word.lower(), word.upper(), word.capitalize()))
    return or_(
        *(column.contains(form, autoescape=True) for column in SPOKEN for form in forms)
    )


_: type[FeedbackFigures] = SqlFeedbackFigures
