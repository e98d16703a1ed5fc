"""When each person may be reminded of a day, on their own clock; pure."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.model.people import Person, ReminderStyle
from bot.model.standup import LAST_CALL, Occurrence, Participant, Standup
from bot.model.standup.times import (
    ONE_DAY,
    OPEN_FOR,
    OPEN_LONGER,
    wished_close,
    working_hours,
)

CALM = timedelta(minutes=30)  # nobody is reminded sooner after they were asked …
SHORT = 2  # … but where the day is too short for it, in its second half
APART = timedelta(minutes=10)  # two reminders that come closer than this are one
Works = Callable[[date, Person], bool]  # whether it is a working day where they live


@dataclass(frozen=True, slots=True)
class Reminders:
    """When one person is reminded: after the prompt (A11), and before the close."""

    after: datetime | None = None
    before: datetime | None = None


def reminders(
    standup: Standup,
    occurrence: Occurrence,
    participants: Iterable[Participant],
    people: Mapping[int, Person],
    works: Works,
) -> dict[int, Reminders]:
    """When each participant is reminded, by participant: nobody who is not there, and
    nobody who need not answer (A08).
    """
    found: dict[int, Reminders] = {}
    for each in participants:
        person = people.get(each.person_id)
        if person and each.ask_at and not each.optional:
            times = reminders_of(standup, occurrence, person, each.ask_at, works)
            found |= {each.id: times} if times != Reminders() else {}
    return found


def reminders_of(
    standup: Standup,
    occurrence: Occurrence,
    person: Person,
    asked: datetime,
    works: Works,
) -> Reminders:
    """Both of one person's, in their own style: light is the last one only (A12)."""
    if person.reminded is ReminderStyle.MUTED:
        return Reminders()
    before = remind_time(standup, occurrence, person, asked, works)
    after = follow_time(standup, occurrence, person, asked, works)
    if before is None or after is None:
        return Reminders(after, before)
    if abs(before - after) < APART:
        return Reminders(None, before)
    if person.reminded is ReminderStyle.LIGHT:
        later = max(before, after)
        return Reminders(
            after if after == later else None, before if before == later else None
        )
    return Reminders(after, before)


def too_early(standup: Standup) -> timedelta | None:
    """How long after the prompt people are reminded where so long before the close
    would be before it; zero where there is no time for it at all. None: as was said.
    """
    before, open_for = timedelta(minutes=standup.remind_minutes), _open_for(standup)
    if standup.whenever or not before or before < open_for:
        return None
    return CALM if open_for - LAST_CALL >= CALM else timedelta()


def _open_for(standup: Standup) -> timedelta:
    """From the prompt to the close, for who shares the stand-up's own clock."""
    day = standup.start
    close = wished_close(standup, day)
    if close is None:
        return OPEN_FOR
    zone = ZoneInfo(standup.zone) if standup.zone else standup.home
    asked = datetime.combine(day - ONE_DAY if standup.eve else day, standup.at, zone)
    return close - asked if asked < close else OPEN_LONGER


def follow_time(
    standup: Standup,
    occurrence: Occurrence,
    person: Person,
    asked: datetime,
    works: Works,
) -> datetime | None:
    """So long after the prompt; None where they are not at work then."""
    if not standup.policy.remind_after:
        return None
    at = asked + timedelta(minutes=standup.policy.remind_after)
    begin, end = _window(person, asked, at, occurrence.closes_at, works)
    last = occurrence.closes_at - LAST_CALL
    return at if begin <= at <= min(end, last) else None


def remind_time(
    standup: Standup,
    occurrence: Occurrence,
    person: Person,
    asked: datetime,
    works: Works,
) -> datetime | None:
    """So long before the close; before the end of their hours if that ends earlier.

    None where their working hours leave no time for it between prompt and close.
    """
    if not standup.remind_minutes:
        return None
    before = timedelta(minutes=standup.remind_minutes)
    closes, last_call = occurrence.closes_at, min(LAST_CALL, before)
    due = closes - before
    begin, end = _window(person, asked, max(due, asked), closes, works)
    wanted = due if due <= end else max(begin, end - before)
    at = max(wanted, asked + CALM)
    if at > closes - last_call and wanted - asked >= (closes - asked) / SHORT:
        at = wanted
    return at if begin <= at <= min(end, closes - last_call) else None


def _window(
    person: Person, asked: datetime, due: datetime, closes: datetime, works: Works
) -> tuple[datetime, datetime]:
    """The last working hours that begin by then, on a working day of theirs.

    The day on which they were asked is one of theirs, whatever the calendar says, and
    it has begun when they are asked. Who is asked after their hours is there until the
    close, unless that is another day.
    """
    first, day = person.local(asked).date(), person.local(due).date()
    while day > first:
        begin, end = working_hours(person, day)
        if begin <= due and works(day, person):
            return begin, end
        day -= timedelta(days=1)
    begin, end = working_hours(person, first)
    if asked >= end and person.local(closes).date() == first:
        end = closes
    return min(begin, asked), end
