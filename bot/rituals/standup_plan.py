"""Who a stand-up asks, and when its next day is: the look-ups around the pure rules."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import assert_never

from bot.model.people import Organization, Person, Role
from bot.model.standup import (
    WEEKDAYS,
    Chosen,
    Department,
    Everyone,
    Members,
    OccurrenceState,
    Standup,
)
from bot.model.standup_days import (
    DayPlan,
    Days,
    ask_time,
    next_happening,
    plan_day,
    plan_now,
)
from bot.ports import Calendar, UnitOfWork

STEP = "standup.step"
REPLAN = "standup.replan"  # somebody came, or lives by another clock now
OFFICE = frozenset(range(5))
HOLIDAYS_AT_MOST = 60


def days_of(
    calendar: Calendar,
    standup: Standup,
    organization: Organization,
    people: Sequence[Person],
) -> Days:
    """The stand-up's calendar. "Weekdays" are working days where any of these people
    live: not a public holiday, but a Saturday that is worked instead (调休)."""
    zones = {person.zone for person in people} or {organization.zone}
    countries = {calendar.country(zone, organization) for zone in zones}

    def works(day: date, person: Person) -> bool:
        country = calendar.country(person.zone, organization)
        return calendar.is_working_day(day, country, person.hours.days)

    def usual(day: date) -> bool:
        return any(calendar.is_working_day(day, each, OFFICE) for each in countries)

    def after(day: date) -> date | None:
        if standup.rule != WEEKDAYS:
            return calendar.next_day(standup.rule, standup.start, day)
        first = max(day + timedelta(days=1), standup.start)
        coming = (first + timedelta(days=n) for n in range(HOLIDAYS_AT_MOST))
        return next((each for each in coming if usual(each)), None)

    return Days(after, works)


async def people_of(
    db: UnitOfWork, standup: Standup, members: Sequence[int] | None = None
) -> list[Person]:
    """Everybody the stand-up would ask today; `members` are those of its place.

    Where nobody could say who is in the place, it is who was asked the last time.
    """
    found = await _roster(db, standup, members)
    return [
        person
        for person in found
        if person.active and person.id not in standup.observers
    ]


async def _roster(
    db: UnitOfWork, standup: Standup, members: Sequence[int] | None
) -> list[Person]:
    match standup.roster:
        case Everyone():
            everyone = await db.people.everyone()
            return [person for person in everyone if person.role is not Role.GUEST]
        case Chosen(people):
            return list((await db.people.some(people)).values())
        case Department(name):
            everyone = await db.people.everyone()
            return [person for person in everyone if name in person.departments]
        case Members():
            if members is None:
                members = await last_roster(db, standup)
            return list((await db.people.some(members)).values())
        case _:
            assert_never(standup.roster)


async def last_roster(db: UnitOfWork, standup: Standup) -> list[int]:
    """Who was on its latest day."""
    last = await db.standups.days.last(standup.id)
    if last is None:
        return []
    return [each.person_id for each in await db.standups.days.participants(last.id)]


async def candidates(db: UnitOfWork, standup: Standup) -> list[Person]:
    """Everybody it may ask: who is in a place is known only when the day opens."""
    if isinstance(standup.roster, Members):
        return list(await db.people.everyone())
    return await people_of(db, standup)


async def absent_on(db: UnitOfWork, days: Mapping[int, date]) -> set[int]:
    """Which of these people are away, each on their own local day: three at most."""
    absent: set[int] = set()
    for day in set(days.values()):
        people = [person for person, theirs in days.items() if theirs == day]
        absent |= set(await db.absences.away(people, day))
    return absent


async def as_scheduled(
    db: UnitOfWork,
    standup: Standup,
    day: date,
    people: Sequence[Person],
    days: Days,
) -> DayPlan:
    """The plan of one day of the calendar."""
    theirs = {p.id: p.local(ask_time(standup, p, day)).date() for p in people}
    return plan_day(standup, day, people, await absent_on(db, theirs), days)


async def as_of_now(
    db: UnitOfWork, standup: Standup, people: Sequence[Person], now: datetime
) -> DayPlan:
    """The plan of a day that somebody starts by hand."""
    absent = await absent_on(db, {p.id: p.local(now).date() for p in people})
    today = now.astimezone(standup.home).date()
    return plan_now(standup, today, people, absent, now)


async def with_next(
    db: UnitOfWork,
    standup: Standup,
    calendar: Calendar,
    organization: Organization,
    *,
    now: datetime,
    after: date | None = None,
) -> Standup:
    """The stand-up with its next day: the first whose time is to come at `now`."""
    people = await candidates(db, standup)
    days = days_of(calendar, standup, organization, people)
    if after is None and (last := await db.standups.days.last(standup.id)):
        after = last.day
    coming = next_happening(standup, people, days, after=after, now=now)
    if coming is None:
        return replace(standup, next_day=None, next_at=None)
    return replace(standup, next_day=coming.day, next_at=coming.at)


async def forget_unseen(db: UnitOfWork, standup: Standup) -> None:
    """Drops a planned day that nobody has seen, so that it can be planned anew."""
    last = await db.standups.days.last(standup.id)
    if last is None or last.state is not OccurrenceState.PLANNED:
        return
    if held := await db.standups.days.hold(last.id):
        await db.jobs.drop(STEP, (held.id,))
        await db.standups.days.drop(held.id)
