"""How a stand-up went over its last weeks, in numbers of the team, never of one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.model.question import LEAST
from bot.model.standup import (
    Occurrence,
    OccurrenceState,
    Participant,
    ParticipantState,
)
from bot.model.standup.mood import moods_in

WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class Week:
    """One week from its Monday. `late` are some of the answered.

    `mood` is None where nobody said, or too few to stay unknown.
    """

    first: date
    expected: int
    answered: int
    late: int
    mood: float | None  # 1–5
    opened: int  # blockers
    resolved: int


@dataclass(frozen=True, slots=True)
class Trend:
    """Some weeks, oldest first, and the blockers that are open now."""

    weeks: tuple[Week, ...]
    ages: tuple[int, ...]  # which working day it is of each that is open, oldest first


@dataclass(frozen=True, slots=True)
class Day:
    """One day as it is counted. `named` are the answers of people, by participant,
    `sealed` those without a name, by question.
    """

    occurrence: Occurrence
    participants: Sequence[Participant]
    named: Mapping[int, tuple[str, ...]]
    sealed: Mapping[int, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Attendance:
    """How often somebody was expected to answer, did so, and was late."""

    expected: int = 0
    answered: int = 0
    late: int = 0

    def __add__(self, other: "Attendance") -> "Attendance":
        return Attendance(
            self.expected + other.expected,
            self.answered + other.answered,
            self.late + other.late,
        )


def percent(part: int, whole: int) -> int:
    """How much of it: 100 only where it is all, 0 only where it is nothing."""
    if not part or part >= whole:
        return 100 if part else 0
    return min(max(round(100 * part / whole), 1), 99)


def mondays(today: date, count: int) -> tuple[date, ...]:
    """The Mondays of the last weeks, this one's the last."""
    this = today - timedelta(days=today.weekday())
    return tuple(this - WEEK * back for back in reversed(range(count)))


def attended(who: Participant) -> Attendance:
    """One person on one closed day. Who is optional, was away, skipped it or was never
    asked is not expected; a late answer is one.
    """
    if who.optional:
        return Attendance()
    match who.state:
        case ParticipantState.ANSWERED:
            return Attendance(1, 1)
        case ParticipantState.MISSED:
            return Attendance(1, int(who.said), int(who.said))
        case _:
            return Attendance()


def by_person(days: Iterable[Day]) -> dict[int, Attendance]:
    """How often each person was expected, over closed days; who never was is out."""
    found: dict[int, Attendance] = {}
    for day in closed(days):
        for who in day.participants:
            one = attended(who)
            if one.expected:
                total = found.get(who.person_id, Attendance()) + one
                found[who.person_id] = total
    return found


def closed(days: Iterable[Day]) -> tuple[Day, ...]:
    """Those that are over: before, nobody is missing."""
    return tuple(day for day in days if day.occurrence.state is OccurrenceState.CLOSED)


def weeks_of(
    firsts: Sequence[date],
    days: Sequence[Day],
    opened: Iterable[datetime],
    resolved: Iterable[datetime],
    home: ZoneInfo,
) -> tuple[Week, ...]:
    """The numbers of these weeks, each from its Monday; blockers count by the day that
    it was at home.
    """
    over = closed(days)
    new = [at.astimezone(home).date() for at in opened]
    solved = [at.astimezone(home).date() for at in resolved]
    return tuple(_week(first, over, new, solved) for first in firsts)


def _week(
    first: date, days: Sequence[Day], opened: list[date], resolved: list[date]
) -> Week:
    mine = [day for day in days if _within(first, day.occurrence.day)]
    total = Attendance()
    for day in mine:
        for who in day.participants:
            total += attended(who)
    return Week(
        first,
        total.expected,
        total.answered,
        total.late,
        _mood(mine),
        sum(_within(first, day) for day in opened),
        sum(_within(first, day) for day in resolved),
    )


def _mood(days: Sequence[Day]) -> float | None:
    """The average of all that was said on days on which enough people said so: a few
    who say it every day would not stay unknown (PEERS A23).
    """
    values: list[int] = []
    for day in days:
        in_time = [
            day.named[who.id]
            for who in day.participants
            if who.id in day.named
            and who.state is ParticipantState.ANSWERED
            and not who.late
        ]
        said = moods_in(day.occurrence.questions, in_time, day.sealed)
        values += said if len(said) >= LEAST else ()
    return sum(values) / len(values) if values else None


def _within(first: date, day: date) -> bool:
    return first <= day < first + WEEK
