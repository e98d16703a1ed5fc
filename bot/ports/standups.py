"""The repositories of stand-ups and of their days."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from bot.model.question import Question
from bot.model.standup import Occurrence, Participant, Share, Standup
from bot.model.standup.days import DayPlan, Invitation
from bot.ports.sealed_answers import SealedAnswers
from bot.ports.standup_history import StandupHistory


class StandupDays(Protocol):
    """Occurrences, who takes part in them, and what they said."""

    async def open(self, standup: Standup, plan: DayPlan) -> Occurrence:
        """Writes a planned day with everybody on it. Conflict if the day exists."""
        ...

    async def hold(self, occurrence_id: int) -> Occurrence | None:
        """The day, kept from everybody else until the unit of work ends."""
        ...

    async def get(self, occurrence_id: int) -> Occurrence | None: ...

    async def on(self, standup_id: int, day: date) -> Occurrence | None: ...

    async def last(self, standup_id: int) -> Occurrence | None:
        """The latest day there is."""
        ...

    async def save(self, occurrence: Occurrence) -> None: ...

    async def drop(self, occurrence_id: int) -> None:
        """Forgets a day that nobody has seen, and everybody on it."""
        ...

    async def participants(self, occurrence_id: int) -> Sequence[Participant]:
        """Everybody on that day, by id."""
        ...

    async def participant(self, participant_id: int) -> Participant | None: ...

    async def join(self, occurrence: Occurrence, invitation: Invitation) -> Participant:
        """Puts one more person on that day. Conflict if they are on it."""
        ...

    async def mark(self, people: Sequence[Participant]) -> None:
        """Writes how far these people are."""
        ...

    async def answer(
        self, participant: Participant, texts: Sequence[str], now: datetime
    ) -> None:
        """Keeps the participant and this version of their answers; older ones stay."""
        ...

    async def answers(self, occurrence_id: int) -> Mapping[int, tuple[str, ...]]:
        """What everybody said, by participant, in its newest version."""
        ...

    async def said_by(self, participant_id: int) -> tuple[str, ...]:
        """What one of them said, in its newest version; nothing where they did not."""
        ...

    async def answered_before(
        self, standup_id: int, person_id: int, day: date
    ) -> tuple[tuple[Question, ...], tuple[str, ...]] | None:
        """Questions and answers of the last day before `day` on which they answered."""
        ...

    async def open_of(self, person_ids: Sequence[int]) -> Sequence[int]:
        """The open days, by id, of which one of these people is part."""
        ...

    async def before(
        self, standup_id: int, day: date, limit: int
    ) -> Sequence[Occurrence]:
        """The closed days before `day`, the latest first."""
        ...

    async def parts(
        self, person_id: int, since: date
    ) -> Sequence[tuple[Occurrence, Participant]]:
        """The person's parts in days from `since` on, the latest day first."""
        ...


class Standups(Protocol):
    """Stand-ups of one organization."""

    @property
    def days(self) -> StandupDays: ...

    @property
    def sealed(self) -> SealedAnswers: ...

    @property
    def history(self) -> StandupHistory: ...

    async def add(self, standup: Standup) -> Standup:
        """Keeps a new one and gives it its id. Conflict if the name is taken."""
        ...

    async def save(self, standup: Standup) -> None: ...

    async def get(self, standup_id: int) -> Standup | None: ...

    async def hold(self, standup_id: int) -> Standup | None:
        """The stand-up, kept from everybody else until the unit of work ends."""
        ...

    async def all(self) -> Sequence[Standup]:
        """Every one that is not archived, by name."""
        ...

    async def ever(self) -> Sequence[Standup]:
        """Every one there was, the archived ones last, by name."""
        ...

    async def waking(self, now: datetime, limit: int, job: str) -> Sequence[int]:
        """Active ones whose next day has to be planned, and paused ones whose pause
        ends, the longest due first; none for which this job waits or runs already.
        """
        ...

    async def next_due(self) -> datetime | None:
        """When the next of any is due."""
        ...

    async def listed(self, person_id: int) -> frozenset[int]:
        """The stand-ups on whose latest day the person was."""
        ...

    async def shares(self, person_id: int, since: date) -> Sequence[Share]:
        """The same parts with their stand-ups, archived ones left out."""
        ...
