"""Stand-ups as they are looked up: many days in a query each."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model.absence import Days
from bot.model.standup import Occurrence, OccurrenceState, Participant
from bot.ports.standup_history import Sealed, StandupHistory
from storage.standup.days import occurrence_of, participant_of
from storage.tables.standups import (
    answers,
    occurrences,
    participants,
    sealed_answers,
)


class SqlStandupHistory:
    """The past of one organization's stand-ups."""

    def __init__(self, connection: AsyncConnection, organization_id: int) -> None:
        self._connection = connection
        self._organization_id = organization_id

    async def days(
        self, standup_ids: Collection[int], within: Days | None = None
    ) -> Sequence[Occurrence]:
        """The days that began, or were not held, the latest first."""
        wanted = select(occurrences).where(
            self._mine(occurrences),
            occurrences.c.standup_id.in_(standup_ids),
            occurrences.c.state != OccurrenceState.PLANNED.value,
        )
        if within:
            wanted = wanted.where(occurrences.c.day.between(within.first, within.last))
        order = occurrences.c.day.desc(), occurrences.c.standup_id
        rows = await self._connection.execute(wanted.order_by(*order))
        return [occurrence_of(row) for row in rows]

    async def participants(
        self, occurrence_ids: Collection[int]
    ) -> Sequence[Participant]:
        """Everybody on these days, by id."""
        wanted = select(participants).where(
            self._mine(participants),
            participants.c.occurrence_id.in_(occurrence_ids),
        )
        rows = await self._connection.execute(wanted.order_by(participants.c.id))
        return [participant_of(row) for row in rows]

    async def answers(
        self, occurrence_ids: Collection[int]
    ) -> Mapping[int, tuple[str, ...]]:
        """What everybody said, by participant, in its newest version."""
        wanted = (
            select(answers.c.participant_id, answers.c.text)
            .join_from(answers, participants)
            .where(
                self._mine(answers),
                participants.c.occurrence_id.in_(occurrence_ids),
                answers.c.version == participants.c.version,
            )
            .order_by(answers.c.participant_id, answers.c.question)
        )
        said: defaultdict[int, list[str]] = defaultdict(list)
        for row in await self._connection.execute(wanted):
            said[row.participant_id].append(row.text)
        return {participant: tuple(texts) for participant, texts in said.items()}

    async def sealed(self, occurrence_ids: Collection[int]) -> Mapping[int, Sealed]:
        """What was said without a name, by day and question, in no order."""
        wanted = select(
            sealed_answers.c.occurrence_id,
            sealed_answers.c.question,
            sealed_answers.c.text,
        ).where(
            self._mine(sealed_answers),
            sealed_answers.c.occurrence_id.in_(occurrence_ids),
        )
        said: defaultdict[int, dict[int, tuple[str, ...]]] = defaultdict(dict)
        for row in await self._connection.execute(wanted.order_by(sealed_answers.c.id)):
            day = said[row.occurrence_id]
            day[row.question] = (*day.get(row.question, ()), row.text)
        return dict(said)

    async def size(self, occurrence_ids: Collection[int]) -> int:
        """How many answers there are: more than one each, or none, for everybody."""
        newest = (
            select(func.count())
            .select_from(answers.join(participants))
            .where(
                self._mine(answers),
                participants.c.occurrence_id.in_(occurrence_ids),
                answers.c.version == participants.c.version,
            )
        )
        everybody = select(func.count()).where(
            self._mine(participants),
            participants.c.occurrence_id.in_(occurrence_ids),
        )
        both = newest.scalar_subquery() + everybody.scalar_subquery()
        return int((await self._connection.execute(select(both))).scalar_one())

    def _mine(self, table: Any) -> ColumnElement[bool]:
        mine: ColumnElement[bool] = table.c.organization_id == self._organization_id
        return mine


_: type[StandupHistory] = SqlStandupHistory
