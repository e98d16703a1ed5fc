"""Who is in and who is missing, and who may still answer; pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum

from bot.model.moments import instant
from bot.model.people import Person
from bot.model.standup import (
    Occurrence,
    OccurrenceState,
    Participant,
    ParticipantState,
)


@dataclass(frozen=True, slots=True)
class Tally:
    """Who is in, away, missing: by person. People nobody could ask are only named.

    `optional` have answered without being expected to; they are nowhere else. `off`
    are those whose day off it is: no time was set to ask them.
    """

    answered: tuple[int, ...]
    missing: tuple[int, ...]
    away: tuple[int, ...]
    unasked: tuple[int, ...]
    optional: tuple[int, ...] = ()
    off: tuple[int, ...] = ()

    @property
    def all(self) -> int:
        """How many were expected to answer."""
        return len(self.answered) + len(self.missing)


def tally(occurrence: Occurrence, participants: Sequence[Participant]) -> Tally:
    """The numbers of the day. After the close they stay what they were at the close."""
    closed = occurrence.state is OccurrenceState.CLOSED
    answered, missing, away, unasked, optional, off = [], [], [], [], [], []
    for each in participants:
        match each.state:
            case ParticipantState.ANSWERED if each.optional:
                optional.append(each.person_id)
            case _ if each.optional:
                pass
            case ParticipantState.ANSWERED:
                answered.append(each.person_id)
            case ParticipantState.AWAY if each.ask_at is None:
                off.append(each.person_id)
            case ParticipantState.AWAY | ParticipantState.SKIPPED:
                away.append(each.person_id)
            case ParticipantState.WAITING if closed or each.ask_at is None:
                unasked.append(each.person_id)
            case _:
                missing.append(each.person_id)
    return Tally(
        tuple(answered),
        tuple(missing),
        tuple(away),
        tuple(unasked),
        tuple(optional),
        tuple(off),
    )


class Door(StrEnum):
    """Whether an answer is taken now."""

    OPEN = "open"
    LATE = "late"
    KEPT = "kept"  # closed, and there is an answer: it stays as it is
    SHUT = "shut"
    CANCELLED = "cancelled"


def door(
    occurrence: Occurrence, participant: Participant, person: Person, now: datetime
) -> Door:
    """Answers count until the close; late ones are taken until their day ends."""
    if occurrence.state is OccurrenceState.CANCELLED:
        return Door.CANCELLED
    if not occurrence.over(now):
        return Door.OPEN
    if participant.said:
        return Door.KEPT
    late = now < late_until(occurrence, participant, person)
    return Door.LATE if late else Door.SHUT


def late_until(
    occurrence: Occurrence, participant: Participant, person: Person
) -> datetime:
    """The end of the person's own day, until which a late answer is taken."""
    begun = person.local(participant.ask_at or occurrence.opens_at).date()
    # A close after their midnight leaves them the day on which it closed.
    last = max(begun, person.local(occurrence.closes_at).date())
    return instant(last + timedelta(days=1), time(), person.tz)


def awaited(participant: Participant) -> bool:
    """Whether they have neither answered nor excused themselves."""
    silent = (
        ParticipantState.WAITING,
        ParticipantState.ASKED,
        ParticipantState.MISSED,
    )
    return participant.state in silent and not participant.said
