"""The days of stand-ups, their participants and answers: rows and values."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, Select, bindparam, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model.question import Question
from bot.model.standup import (
    Occurrence,
    OccurrenceState,
    Participant,
    ParticipantState,
    Standup,
)
from bot.model.standup.days import DayPlan, Invitation
from bot.ports.standups import StandupDays
from storage.standup.rows import packed_questions, unpacked_questions
from storage.tables.standups import answers, occurrences, participants


class SqlStandupDays:
    """Days of one organization's stand-ups."""

    def __init__(self, connection: AsyncConnection, organization_id: int) -> None:
        self._connection = connection
        self._organization_id = organization_id

    async def open(self, standup: Standup, plan: DayPlan) -> Occurrence:
        """Writes a planned day with everybody on it. Conflict if the day exists."""
        new = insert(occurrences).values(
            organization_id=self._organization_id,
            standup_id=standup.id,
            day=plan.day,
            opens_at=plan.opens_at,
            closes_at=plan.closes_at,
            state=OccurrenceState.PLANNED.value,
            questions=packed_questions(standup.questions),
        )
        made = await self._connection.execute(new.returning(occurrences))
        occurrence = occurrence_of(made.one())
        rows = [self._invited(occurrence, each) for each in plan.invitations]
        if rows:
            await self._connection.execute(insert(participants), rows)
        return occurrence

    async def hold(self, occurrence_id: int) -> Occurrence | None:
        """The day, kept from everybody else until the unit of work ends."""
        wanted = self._days.where(occurrences.c.id == occurrence_id)
        return await self._one(wanted.with_for_update())

    async def get(self, occurrence_id: int) -> Occurrence | None:
        """The day."""
        return await self._one(self._days.where(occurrences.c.id == occurrence_id))

    async def on(self, standup_id: int, day: date) -> Occurrence | None:
        """The stand-up's occurrence of that day."""
        same = occurrences.c.standup_id == standup_id, occurrences.c.day == day
        return await self._one(self._days.where(*same))

    async def last(self, standup_id: int) -> Occurrence | None:
        """The latest day there is."""
        wanted = self._days.where(occurrences.c.standup_id == standup_id)
        return await self._one(wanted.order_by(occurrences.c.day.desc()).limit(1))

    async def save(self, occurrence: Occurrence) -> None:
        """Writes state and times."""
        changed = update(occurrences).where(
            self._mine(occurrences), occurrences.c.id == occurrence.id
        )
        await self._connection.execute(
            changed.values(
                state=occurrence.state.value,
                opens_at=occurrence.opens_at,
                closes_at=occurrence.closes_at,
            )
        )

    async def drop(self, occurrence_id: int) -> None:
        """Forgets a day that nobody has seen, and everybody on it."""
        everybody = delete(participants).where(
            self._mine(participants), participants.c.occurrence_id == occurrence_id
        )
        day = delete(occurrences).where(
            self._mine(occurrences), occurrences.c.id == occurrence_id
        )
        await self._connection.execute(everybody)
        await self._connection.execute(day)

    async def participants(self, occurrence_id: int) -> Sequence[Participant]:
        """Everybody on that day, by id."""
        wanted = select(participants).where(
            self._mine(participants), participants.c.occurrence_id == occurrence_id
        )
        rows = await self._connection.execute(wanted.order_by(participants.c.id))
        return [participant_of(row) for row in rows]

    async def participant(self, participant_id: int) -> Participant | None:
        """One person's part in one day."""
        wanted = select(participants).where(
            self._mine(participants), participants.c.id == participant_id
        )
        row = (await self._connection.execute(wanted)).one_or_none()
        return participant_of(row) if row else None

    async def join(self, occurrence: Occurrence, invitation: Invitation) -> Participant:
        """Puts one more person on that day. Conflict if they are on it."""
        new = insert(participants).values(self._invited(occurrence, invitation))
        made = await self._connection.execute(new.returning(participants))
        return participant_of(made.one())

    async def mark(self, people: Sequence[Participant]) -> None:
        """Writes how far these people are."""
        if not people:
            return
        changed = update(participants).where(
            self._mine(participants), participants.c.id == bindparam("which")
        )
        rows = [{"which": each.id, **_progress(each)} for each in people]
        await self._connection.execute(changed, rows)

    async def answer(
        self, participant: Participant, texts: Sequence[str], now: datetime
    ) -> None:
        """Keeps the participant and this version of their answers; older ones stay."""
        await self.mark([participant])
        rows = [
            {
                "organization_id": self._organization_id,
                "participant_id": participant.id,
                "question": question,
                "version": participant.version,
                "text": text,
                "written_at": now,
            }
            for question, text in enumerate(texts)
        ]
        await self._connection.execute(insert(answers), rows)

    async def answers(self, occurrence_id: int) -> Mapping[int, tuple[str, ...]]:
        """What everybody said, by participant, in its newest version."""
        wanted = self._newest.where(participants.c.occurrence_id == occurrence_id)
        said: defaultdict[int, list[str]] = defaultdict(list)
        for row in await self._connection.execute(wanted):
            said[row.participant_id].append(row.text)
        return {participant: tuple(texts) for participant, texts in said.items()}

    async def said_by(self, participant_id: int) -> tuple[str, ...]:
        """What one of them said, in its newest version; nothing where they did not."""
        newest = self._newest.where(participants.c.id == participant_id)
        return tuple(each.text for each in await self._connection.execute(newest))

    async def answered_before(
        self, standup_id: int, person_id: int, day: date
    ) -> tuple[tuple[Question, ...], tuple[str, ...]] | None:
        """Questions and answers of the last day before `day` on which they answered."""
        wanted = (
            select(participants.c.id, occurrences.c.questions)
            .join_from(participants, occurrences)
            .where(
                self._mine(participants),
                participants.c.person_id == person_id,
                participants.c.version > 0,
                occurrences.c.standup_id == standup_id,
                occurrences.c.day < day,
            )
            .order_by(occurrences.c.day.desc())
            .limit(1)
        )
        row = (await self._connection.execute(wanted)).one_or_none()
        if row is None:
            return None
        return unpacked_questions(row.questions), await self.said_by(row.id)

    async def open_of(self, person_ids: Sequence[int]) -> Sequence[int]:
        """The open days, by id, of which one of these people is part."""
        wanted = (
            select(occurrences.c.id)
            .join_from(participants, occurrences)
            .where(
                self._mine(participants),
                participants.c.person_id.in_(set(person_ids)),
                occurrences.c.state == OccurrenceState.OPEN.value,
            )
            .distinct()
        )
        return tuple((await self._connection.execute(wanted)).scalars())

    async def before(
        self, standup_id: int, day: date, limit: int
    ) -> Sequence[Occurrence]:
        """The closed days before `day`, the latest first."""
        wanted = self._days.where(
            occurrences.c.standup_id == standup_id,
            occurrences.c.state == OccurrenceState.CLOSED.value,
            occurrences.c.day < day,
        )
        latest = wanted.order_by(occurrences.c.day.desc()).limit(limit)
        return [occurrence_of(row) for row in await self._connection.execute(latest)]

    async def parts(
        self, person_id: int, since: date
    ) -> Sequence[tuple[Occurrence, Participant]]:
        """The person's parts in days from `since` on, the latest day first."""
        whose = (
            select(participants)
            .join_from(participants, occurrences)
            .where(
                self._mine(participants),
                participants.c.person_id == person_id,
                occurrences.c.day >= since,
            )
            .order_by(occurrences.c.day.desc(), participants.c.id)
        )
        mine = [participant_of(row) for row in await self._connection.execute(whose)]
        if not mine:
            return []
        ids = [each.occurrence_id for each in mine]
        rows = await self._connection.execute(
            self._days.where(occurrences.c.id.in_(ids))
        )
        days = {row.id: occurrence_of(row) for row in rows}
        return [(days[each.occurrence_id], each) for each in mine]

    async def latest_of(self, person_id: int) -> frozenset[int]:
        """The stand-ups on whose latest day the person was."""
        days = occurrences.alias()
        latest = select(func.max(days.c.day)).where(
            days.c.standup_id == occurrences.c.standup_id
        )
        wanted = (
            select(occurrences.c.standup_id)
            .join_from(participants, occurrences)
            .where(
                self._mine(participants),
                participants.c.person_id == person_id,
                occurrences.c.day == latest.scalar_subquery(),
            )
        )
        return frozenset((await self._connection.execute(wanted)).scalars())

    def _mine(self, table: Any) -> Any:
        return table.c.organization_id == self._organization_id

    @property
    def _days(self) -> Select[Any]:
        return select(occurrences).where(self._mine(occurrences))

    @property
    def _newest(self) -> Select[Any]:
        """Answers in their newest version, in the order of the questions."""
        return (
            select(answers.c.participant_id, answers.c.text)
            .join_from(answers, participants)
            .where(self._mine(answers), answers.c.version == participants.c.version)
            .order_by(answers.c.participant_id, answers.c.question)
        )

    async def _one(self, wanted: Select[Any]) -> Occurrence | None:
        row = (await self._connection.execute(wanted)).one_or_none()
        return occurrence_of(row) if row else None

    def _invited(
        self, occurrence: Occurrence, invitation: Invitation
    ) -> dict[str, Any]:
        away = ParticipantState.AWAY if invitation.away else ParticipantState.WAITING
        fresh = Participant(
            id=0,
            occurrence_id=occurrence.id,
            person_id=invitation.person_id,
            state=away,
            ask_at=invitation.at,
            optional=invitation.optional,
        )
        return {
            "organization_id": self._organization_id,
            "occurrence_id": occurrence.id,
            "person_id": invitation.person_id,
            **_progress(fresh),
        }


def _progress(participant: Participant) -> dict[str, Any]:
    return {
        "state": participant.state.value,
        "ask_at": participant.ask_at,
        "answered_at": participant.answered_at,
        "late": participant.late,
        "version": participant.version,
        "reminded_at": participant.reminded_at,
        "nudge_at": participant.nudge_at,
        "optional": participant.optional,
        "followed_at": participant.followed_at,
        "sealed": participant.sealed,
    }


def occurrence_of(row: Row[Any]) -> Occurrence:
    """The day of a row."""
    return Occurrence(
        id=row.id,
        standup_id=row.standup_id,
        day=row.day,
        opens_at=row.opens_at,
        closes_at=row.closes_at,
        state=OccurrenceState(row.state),
        questions=unpacked_questions(row.questions),
    )


def participant_of(row: Row[Any]) -> Participant:
    """Somebody's part in a day, of a row."""
    return Participant(
        id=row.id,
        occurrence_id=row.occurrence_id,
        person_id=row.person_id,
        state=ParticipantState(row.state),
        ask_at=row.ask_at,
        answered_at=row.answered_at,
        late=row.late,
        version=row.version,
        reminded_at=row.reminded_at,
        nudge_at=row.nudge_at,
        optional=row.optional,
        followed_at=row.followed_at,
        sealed=row.sealed,
    )


_: type[StandupDays] = SqlStandupDays
