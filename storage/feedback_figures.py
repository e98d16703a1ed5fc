"""Feedback as it is counted and looked for."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Select, case, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model.feedback import OPEN, Feedback, State, Step
from bot.model.feedback.figures import Heard, Loop
from bot.ports.feedback import FeedbackFigures
from storage.tables.feedback import feedback as table
from storage.tables.feedback import feedback_voices as voices

Find = Callable[[Sequence[int]], Awaitable[Sequence[Feedback]]]
UNANSWERED = (State.NEW, State.TRIAGED, State.WORKING)
SPOKEN = (voices.c.text, voices.c.customer, voices.c.order, table.c.sku)


class SqlFeedbackFigures:
    """The numbers of one organization's feedback."""

    def __init__(
        self, connection: AsyncConnection, organization_id: int, find: Find
    ) -> None:
        self._connection = connection
        self._organization_id = organization_id
        self._find = find

    async def heard(self, cuts: Sequence[datetime]) -> Sequence[Heard]:
        """Every voice from the first of these instants up to the last, counted
        together between each two of them.
        """
        ends = enumerate(cuts[1:])
        slot = case(*((voices.c.said_at < end, each) for each, end in ends))
        slotted = (
            select(slot.label("slot"), table.c.step, table.c.sku)
            .join(table, table.c.id == voices.c.feedback_id)
            .where(self._ours, voices.c.organization_id == self._organization_id)
            .where(voices.c.said_at >= cuts[0], voices.c.said_at < cuts[-1])
            .subquery()
        )
        those = (slotted.c.slot, slotted.c.step, slotted.c.sku)
        wanted = select(*those, func.count().label("voices")).group_by(*those)
        return [
            Heard(cuts[row.slot], Step(row.step), row.sku, row.voices)
            for row in await self._connection.execute(wanted)
        ]

    async def loops(self, since: datetime, until: datetime) -> Sequence[Loop]:
        """What was opened or ended within [since, until)."""
        within = or_(
            *(
                (column >= since) & (column < until)
                for column in (table.c.opened_at, table.c.ended_at)
            )
        )
        wanted = (
            select(table.c.opened_at, table.c.ended_at)
            .where(self._ours, within)
            .where(table.c.state != State.JOINED.value)
        )
        return [
            Loop(row.opened_at, row.ended_at)
            for row in await self._connection.execute(wanted)
        ]

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
            .where(*(_holds(word) for word in words))
        )
        if sender_id is not None:
            sent = (voices.c.sender_id, voices.c.behalf_id)
            found = found.where(or_(*(column == sender_id for column in sent)))
        wanted = self._ids(table.c.id.in_(found), table.c.state != State.JOINED.value)
        newest = table.c.opened_at.desc(), table.c.number.desc()
        return await self._those(wanted.order_by(*newest).limit(limit))

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


def _holds(word: str) -> ColumnElement[bool]:
    """Whether anything said holds the word, written as people write it: what a database
    knows of capitals is often ASCII only.
    """
    forms = dict.fromkeys((word, word.lower(), word.upper(), word.capitalize()))
    return or_(
        *(column.contains(form, autoescape=True) for column in SPOKEN for form in forms)
    )


_: type[FeedbackFigures] = SqlFeedbackFigures
