"""What to ask next on somebody's way in or out, and when: pure.

One thing a message, at nine on the reader's own clock, on days on which they work; at
most a few a morning, and reminded of once (PEERS I07, I08).
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from bot.model.moments import instant
from bot.model.onboarding import Journey, Part, State, Step, closed
from bot.model.people import Person, ReminderStyle
from bot.model.reminders import Works

NINE = time(9)
DAY = timedelta(days=1)
FRESH = timedelta(hours=8)  # so long a morning's questions are asked on that day
MOST = 3  # questions of one journey a person gets in a morning
NUDGE_AFTER = 2  # working days
LOOKS_AHEAD = 200  # days; nothing is planned farther away
LASTS = timedelta(days=120)


class What(StrEnum):
    """What is said: a step asked, asked once more, or the week's progress."""

    ASK = "ask"
    NUDGE = "nudge"
    WEEK = "week"


@dataclass(frozen=True, slots=True)
class Reader:
    """Who does a part: `usual` are the days on which they work, `works` those on which
    they are not away either.
    """

    person: Person
    usual: Works
    works: Works


@dataclass(frozen=True, slots=True)
class Planned:
    """One message to one person at an instant."""

    what: What
    person_id: int
    at: datetime
    day: date
    step: Step | None = None


Readers = Mapping[Part, Reader]


def planned(journey: Journey, readers: Readers, now: datetime) -> tuple[Planned, ...]:
    """Everything there is to say, in order, as far as it is known by now."""
    if journey.ended_at is not None:
        return ()
    people = {each.person.id: each for each in readers.values()}
    found: list[Planned] = []
    for person_id, reader in people.items():
        parts = {part for part, who in readers.items() if who.person.id == person_id}
        theirs = [step for step in journey.steps if step.line.part in parts]
        found += _asks(journey, theirs, reader, now)
        found += _nudges(theirs, reader, now)
    if Part.MANAGER in readers:
        found += _week(journey, readers[Part.MANAGER], now)
    return tuple(sorted(found, key=lambda each: each.at))


def over(journey: Journey, now: datetime) -> bool:
    """Whether there is nothing left to ask, or it is too long ago."""
    return journey.complete or now.date() > journey.day + LASTS


def target(step: Step, day: date, usual: Works) -> date:
    """The day a step is meant for, on its reader's calendar without their absences."""
    if step.line.check is not None:
        return day + DAY * step.line.check
    if step.line.after < 0:
        return _counted(day, -step.line.after, usual, -DAY)
    first = _from(day, usual) or day
    return _counted(first, step.line.after, usual, DAY)


def morning(day: date, person: Person) -> datetime:
    """Nine on their clock, or when their day starts if nine is no time of it."""
    hours = person.hours
    wall = NINE if hours.start <= NINE < hours.end else hours.start
    return instant(day, wall, person.tz)


def late(journey: Journey, readers: Readers, now: datetime) -> tuple[Step, ...]:
    """What was reminded of and is still open."""
    today = {part: each.person.local(now).date() for part, each in readers.items()}
    return tuple(
        step
        for step in journey.checklist
        if step.state is State.OPEN and step.nudged_on is not None
        if step.line.part not in today or step.nudged_on < today[step.line.part]
    )


def _asks(
    journey: Journey, steps: list[Step], reader: Reader, now: datetime
) -> Iterator[Planned]:
    taken = Counter(step.asked_on for step in steps)
    first = _first(reader, now)
    waiting = [
        (target(step, journey.day, reader.usual), step)
        for step in steps
        if step.state is State.OPEN and step.asked_on is None
    ]
    for meant, step in sorted(waiting, key=lambda each: each[0]):
        day = _from(
            max(meant, first), lambda day: reader.works(day) and taken[day] < MOST
        )
        if day is not None:
            taken[day] += 1
            yield _planned(What.ASK, reader, day, step)


def _nudges(steps: list[Step], reader: Reader, now: datetime) -> Iterator[Planned]:
    if reader.person.reminded is ReminderStyle.MUTED:
        return
    for step in steps:
        if step.stuck or step.state is not State.OPEN:
            continue
        if step.nudged_on or step.asked_on is None:
            continue
        meant = _counted(step.asked_on, NUDGE_AFTER, reader.works, DAY)
        day = _from(max(meant, _first(reader, now)), reader.works)
        if day is not None:
            yield _planned(What.NUDGE, reader, day, step)


def _week(journey: Journey, reader: Reader, now: datetime) -> Iterator[Planned]:
    """On the first day of work of each week, while something is open."""
    if closed(journey.checklist) == len(journey.checklist):
        return
    since = journey.told_on or max(
        reader.person.local(journey.made_at).date(), journey.day
    )
    monday = since + DAY * (7 - since.weekday())
    day = _from(max(monday, _first(reader, now)), reader.works)
    if day is not None:
        yield _planned(What.WEEK, reader, day)


def _planned(
    what: What, reader: Reader, day: date, step: Step | None = None
) -> Planned:
    person = reader.person
    return Planned(what, person.id, morning(day, person), day, step)


def _first(reader: Reader, now: datetime) -> date:
    """The first day on which a morning's question is not too late."""
    today = reader.person.local(now).date()
    return today if now <= morning(today, reader.person) + FRESH else today + DAY


def _from(day: date, fits: Works) -> date | None:
    """The first such day, that one included."""
    days = (day + DAY * count for count in range(LOOKS_AHEAD))
    return next((each for each in days if fits(each)), None)


def _counted(day: date, count: int, works: Works, step: timedelta) -> date:
    """So many working days away; a day nobody works on counts for nothing."""
    for _ in range(LOOKS_AHEAD * 2):
        if count == 0:
            break
        day += step
        count -= works(day)
    return day
