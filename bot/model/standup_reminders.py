"""When each person may be reminded of a day, on their own clock; pure."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta

from bot.model.moments import instant
from bot.model.people import Person, ReminderStyle
from bot.model.standup import LAST_CALL, Occurrence, Participant, Standup

CALM = timedelta(minutes=30)  # nobody is reminded sooner after they were asked …
SHORT = 2  # … but where the day is too short for it, in its second half


def reminders(
    standup: Standup,
    occurrence: Occurrence,
    participants: Iterable[Participant],
    people: Mapping[int, Person],
) -> dict[int, datetime]:
    """When each participant is reminded, by participant; who is not there never is."""
    if not standup.remind_minutes:
        return {}
    found: dict[int, datetime] = {}
    for each in participants:
        person = people.get(each.person_id)
        if person is None or person.reminders is ReminderStyle.MUTED:
            continue
        at = each.ask_at and remind_time(standup, occurrence, person, each.ask_at)
        if at:
            found[each.id] = at
    return found


def remind_time(
    standup: Standup, occurrence: Occurrence, person: Person, asked: datetime
) -> datetime | None:
    """So long before the close; before the end of their hours if that ends earlier.

    None where their working hours leave no time for it between prompt and close.
    """
    before = timedelta(minutes=standup.remind_minutes)
    closes, last_call = occurrence.closes_at, min(LAST_CALL, before)
    due = closes - before
    begin, end = _window(person, asked, max(due, asked))
    if asked >= end:  # somebody began the day by hand, after their hours
        end = closes
    wanted = due if due <= end else max(begin, end - before)
    at = max(wanted, asked + CALM)
    if at > closes - last_call and wanted - asked >= (closes - asked) / SHORT:
        at = wanted
    return at if begin <= at <= min(end, closes - last_call) else None


def _window(
    person: Person, asked: datetime, due: datetime
) -> tuple[datetime, datetime]:
    """The last working hours that begin by then.

    The day on which they were asked is one of theirs, whatever the calendar says, and
    it has begun when they are asked.
    """
    first, day = person.local(asked).date(), person.local(due).date()
    while day > first:
        begin, end = _hours(person, day)
        if begin <= due and day.weekday() in person.hours.days:
            return begin, end
        day -= timedelta(days=1)
    begin, end = _hours(person, first)
    return min(begin, asked), end


def _hours(person: Person, day: date) -> tuple[datetime, datetime]:
    start, end = person.hours.start, person.hours.end
    over = day if end > start else day + timedelta(days=1)  # a night shift
    return instant(day, start, person.tz), instant(over, end, person.tz)
