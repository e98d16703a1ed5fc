"""Who a stand-up asks, and when its next day is: the look-ups around the pure rules."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import assert_never

from bot.model.moments import instant
from bot.model.people import Organization, Person, Role
from bot.model.standup import (
    Chosen,
    Department,
    Everyone,
    Members,
    OccurrenceState,
    Standup,
    StandupState,
)
from bot.model.standup.days import (
    DayPlan,
    Need,
    days_needed,
    next_happening,
    plan_day,
)
from bot.model.standup.pool import given_back
from bot.model.standup.steps import GRACE
from bot.model.standup.times import Days, ask_time
from bot.model.standup.workdays import day_after
from bot.ports import Calendar, UnitOfWork
from bot.rituals.workdays import country_of

STEP = "standup.step"
REPLAN = "standup.replan"  # somebody came, or lives by another clock now
OFFICE = frozenset(range(5))


def days_of(
    calendar: Calendar,
    standup: Standup,
    organization: Organization,
    people: Sequence[Person],
) -> Days:
    """The stand-up's calendar. "Weekdays" are working days where any of these people
    live: not a public holiday, but a Saturday that is worked instead (调休). With a
    country of its own only that one's count."""

    def holidays(person: Person) -> str | None:
        return standup.country or country_of(calendar, organization, person)

    home = standup.country or calendar.country(organization.zone, organization)
    countries = {holidays(person) for person in people} or {home}

    def works(day: date, person: Person) -> bool:
        country = holidays(person)
        return calendar.is_working_day(day, country, person.hours.days)

    def usual(day: date) -> bool:
        return any(calendar.is_working_day(day, each, OFFICE) for each in countries)

    def after(day: date) -> date | None:
        found = None if standup.whenever else by_rule(day)
        while found and found in standup.skipped:
            found = by_rule(found)
        return found

    def by_rule(day: date) -> date | None:
        return day_after(standup.rule, standup.start, day, usual, calendar.next_day)

    return Days(after, works)


async def people_of(
    db: UnitOfWork,
    standup: Standup,
    members: Sequence[int] | None = None,
    day: date | None = None,
) -> list[Person]:
    """Everybody the stand-up would ask today, or on a `day` for which it is known who
    will have left; `members` are those of its place.

    Where nobody could say who is in the place, it is who was asked the last time.
    """
    roster = await _roster(db, standup, members)
    beside = (await db.people.some(standup.optional)).values()
    found = {person.id: person for person in (*roster, *beside)}
    gone = await db.onboarding.left(tuple(found), day) if day else ()
    never = {*standup.observers, *standup.left, *gone}
    return [each for each in found.values() if each.active and each.id not in never]


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


async def absent_on(
    db: UnitOfWork, standup: Standup, needs: Mapping[int, Collection[Need]]
) -> set[int]:
    """Which of these people are away from it when they are needed."""
    absent: set[int] = set()
    for need in {need for theirs in needs.values() for need in theirs}:
        people = [person for person, theirs in needs.items() if need in theirs]
        away = await db.absences.away(people, need.day, standup.id, need.half)
        absent |= set(away)
    return absent


async def as_scheduled(
    db: UnitOfWork,
    standup: Standup,
    day: date,
    people: Sequence[Person],
    days: Days,
    late: datetime | None = None,
) -> DayPlan:
    """The plan of one day of the calendar; before `late` nobody can be asked now."""
    needed = {
        each.id: days_needed(standup, each, day, ask_time(standup, each, day, days))
        for each in people
    }
    absent = await absent_on(db, standup, needed)
    return plan_day(standup, day, people, absent, days, late)


def patience(standup: Standup, owner: Person, day: date, days: Days) -> datetime:
    """Until when it waits for who is in its place."""
    if standup.eve:
        return ask_time(standup, owner, day, days) + GRACE
    return instant(day, standup.at, standup.home) + GRACE


async def with_next(
    db: UnitOfWork,
    standup: Standup,
    calendar: Calendar,
    organization: Organization,
    *,
    now: datetime,
    after: date | None = None,
) -> Standup:
    """The stand-up with its next day: the first whose time is to come at `now`.

    One that is paused until a day goes on in its first hour, or when the first is asked
    for that day; one that is paused for longer has no next day.
    """
    until = standup.paused_until if standup.paused else None
    standup = replace(standup, skipped=_to_come(standup, now))
    if standup.whenever or (until is None and not standup.active):
        return replace(standup, next_day=None, next_at=None)
    people = await candidates(db, standup)
    days = days_of(calendar, standup, organization, people)
    if after is None and (last := await db.standups.days.last(standup.id)):
        after = last.day
    if until is None:
        coming = next_happening(standup, people, days, after=after, now=now)
        day, at = (coming.day, coming.at) if coming else (None, None)
        return replace(standup, next_day=day, next_at=at)
    morning = instant(until, time(), standup.home)
    after = max(after or date.min, until - timedelta(days=1))
    now = max(now, morning) if standup.eve else now
    coming = next_happening(standup, people, days, after=after, now=now)
    at = min(morning, coming.at) if coming else morning
    return replace(standup, next_day=until, next_at=at)


def _to_come(standup: Standup, now: datetime) -> tuple[date, ...]:
    """The days it leaves out, but for those that are over wherever its people live."""
    oldest = now.astimezone(standup.home).date() - timedelta(days=2)
    return tuple(day for day in standup.skipped if day >= oldest)


def awake(standup: Standup) -> Standup:
    """One whose pause is over. An evening before that day is not made up for."""
    since = standup.since
    if standup.eve and standup.paused_until:
        since = max(since, instant(standup.paused_until, time(), standup.home))
    active = StandupState.ACTIVE
    return replace(standup, state=active, paused_until=None, since=since)


async def after_pause(
    db: UnitOfWork,
    standup: Standup,
    calendar: Calendar,
    organization: Organization,
    *,
    now: datetime,
) -> Standup:
    """The stand-up on the day until which it was paused: active, with its next day."""
    day, last = standup.paused_until, await db.standups.days.last(standup.id)
    after = last.day if last else None
    if day and not standup.eve:
        after = max(after or date.min, day - timedelta(days=1))
    return await with_next(
        db, awake(standup), calendar, organization, now=now, after=after
    )


async def forget_unseen(db: UnitOfWork, standup: Standup) -> Standup:
    """Drops a planned day that nobody has seen, so that it can be planned anew; returns
    the stand-up with the question of that day still to ask.
    """
    last = await db.standups.days.last(standup.id)
    if last is None or last.state is not OccurrenceState.PLANNED:
        return standup
    if held := await db.standups.days.hold(last.id):
        await db.jobs.drop(STEP, (held.id,))
        await db.standups.days.drop(held.id)
    return given_back(standup, last)
