"""A day that somebody starts by hand: who is asked now, who later, who not; pure."""

from collections.abc import Callable, Collection, Sequence
from datetime import date, datetime, timedelta

from bot.model.people import Person
from bot.model.standup import Standup
from bot.model.standup.days import DayPlan, Invitation, planned
from bot.model.standup.times import (
    OPEN_FOR,
    Days,
    close_time,
    time_on,
    wished_close,
    working_hours,
)

ONE_DAY = timedelta(days=1)
When = Callable[[Person], datetime | None]


def run_day(standup: Standup, now: datetime) -> date:
    """The day that somebody starts by hand: today, or on its eve the day after."""
    today = now.astimezone(standup.home).date()
    if not standup.eve or standup.next_day is None or standup.next_at is None:
        return today
    tonight = standup.next_at.astimezone(standup.home).date() == today
    return standup.next_day if tonight else today


def plan_now(
    standup: Standup,
    people: Sequence[Person],
    absent: Collection[int],
    now: datetime,
    when: When,
) -> DayPlan:
    """The day as somebody starts it by hand: each is asked when `when` says."""
    invitations = tuple(
        Invitation(
            person.id,
            when(person),
            person.id in absent,
            optional=person.id in standup.optional,
        )
        for person in people
    )
    return planned(standup, run_day(standup, now), invitations, now)


def at_once(now: datetime) -> When:
    """Everybody now, whatever the hour."""
    return lambda _: now


def in_their_hours(standup: Standup, days: Days, now: datetime) -> When:
    """Those now whose working hours it is; the others when their day begins, if that is
    before the close. None for whose day is over, or off.

    Where nobody said when it closes, it waits for whose day begins on that same day.
    """
    day = run_day(standup, now)
    wished = wished_close(standup, day)
    close = close_time(standup, day, now)

    def when(person: Person) -> datetime | None:
        at = _begins(standup, person, days, now)
        if at is None or at == now:
            return at
        in_time = at < close if wished else person.local(at).date() <= day
        return at if in_time else None

    return when


def _begins(
    standup: Standup, person: Person, days: Days, now: datetime
) -> datetime | None:
    """Now where they are at work; else when they next are, by the day after."""
    today = person.local(now).date()
    for day in (today - ONE_DAY, today, today + ONE_DAY):  # a night shift began before
        begin, end = _there(standup, person, day)
        if now < end and days.works(day, person):
            return max(begin, now)
    return None


def _there(standup: Standup, person: Person, day: date) -> tuple[datetime, datetime]:
    """Their working hours of a day, and the time at which it asks them beside."""
    begin, end = working_hours(person, day)
    usual = time_on(standup, person, day)
    return min(begin, usual), max(end, usual + OPEN_FOR)
