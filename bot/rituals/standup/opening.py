"""Opening the days of stand-ups as the calendar has them: the tick finds what is due.

Whoever opens a day holds the stand-up's row, so a day can be opened only once; who is
in a place is asked before, for no network may happen inside a transaction.
"""

import logging
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.errors import ChatError
from bot.model.standup import Members, OccurrenceState, Standup
from bot.model.standup.days import DayPlan
from bot.model.standup.pool import asked_next, given_back, used
from bot.model.standup.steps import GRACE
from bot.ports import UnitOfWork
from bot.rituals.flow import Flow, World
from bot.rituals.members import people_in
from bot.rituals.standup import deliveries
from bot.rituals.standup.losses import tell_of_people
from bot.rituals.standup.owner import inherit, turned_away
from bot.rituals.standup.plan import (
    REPLAN,
    STEP,
    after_pause,
    as_scheduled,
    days_of,
    last_roster,
    patience,
    people_of,
    with_next,
)
from bot.rituals.standup.week import tell_of_week

log = logging.getLogger(__name__)
flow = Flow()

BATCH = 250
PLAN = "standup.plan"
AGAIN = timedelta(minutes=1)


async def next_due(db: UnitOfWork) -> datetime | None:
    """When the next stand-up has to be planned."""
    return await db.standups.next_due()


@flow.tick(next_due)
async def tick(world: World) -> int:
    """Has every day planned whose first person is due, each by a job of its own: many
    at once keep nothing else waiting, and one that fails holds up no other.
    """
    now = world.clock.now()
    async with world.store.reading() as db:
        due = await db.standups.waking(now, BATCH, PLAN)
    if due:
        async with world.store() as db:
            await db.jobs.drop(PLAN, tuple(due))  # one that was given up long ago
            await db.jobs.put(PLAN, dict.fromkeys(due, now))
            await db.commit()
    return len(due)


@flow.job(PLAN)
async def plan_next(world: World, standup_id: int) -> None:
    """Plans the next day of one, or ends its pause."""
    async with world.store.reading() as db:
        standup = await db.standups.get(standup_id)
    if standup is None:
        return
    if standup.paused:
        await _go_on(world, standup.id)
        return
    await learn_place(world, standup)
    members = await members_of(world, standup)
    if await turned_away(world, standup, members):
        return
    async with world.store() as db:
        await _plan(world, db, standup.id, members)
        await db.commit()


async def _go_on(world: World, standup_id: int) -> None:
    """Ends a pause on its day: nobody has to hear of it."""
    now = world.clock.now()
    async with world.store() as db:
        held = await db.standups.hold(standup_id)
        if held is None or not held.paused or held.next_at is None:
            return
        organization = await db.people.organization()
        since = now - GRACE
        fresh = await after_pause(db, held, world.calendar, organization, now=since)
        await db.standups.save(fresh)
        await db.deliveries.touch(subject=f"standup:{held.id}")
        await db.commit()


@flow.job(REPLAN)
async def replan(world: World, _: int) -> None:
    """Moves every stand-up forward that asks somebody earlier than was known; one
    whose owner has left the company goes to another (PEERS A33).
    """
    async with world.store.reading() as db:
        standups = await db.standups.all()
    for standup in standups:
        await inherit(world, standup.id)
        async with world.store() as db:
            held = await db.standups.hold(standup.id)
            if held and held.active:
                await _move_forward(world, db, held)
                await db.commit()


async def _move_forward(world: World, db: UnitOfWork, standup: Standup) -> None:
    organization = await db.people.organization()
    now = world.clock.now()
    fresh = await with_next(db, standup, world.calendar, organization, now=now)
    if standup.next_at and fresh.next_at and fresh.next_at < standup.next_at:
        await db.standups.save(fresh)


async def _plan(
    world: World, db: UnitOfWork, standup_id: int, members: Sequence[int] | None
) -> None:
    """Writes the day with everybody on it, its first job, and when the next comes."""
    now = world.clock.now()
    standup = await db.standups.hold(standup_id)
    if standup is None or not standup.active:
        return
    day, at = standup.next_day, standup.next_at
    if day is None or at is None or at > now:
        return
    organization = await db.people.organization()
    if await _unknown(db, standup, members):
        owner = await db.people.get(standup.owner_id)
        theirs = days_of(world.calendar, standup, organization, [owner])
        if now < patience(standup, owner, day, theirs):
            await deliveries.blind(db, standup, day)
            await db.standups.save(replace(standup, next_at=now + AGAIN))
            return
    # Days that downtime swallowed are left out; the one of today may still be in time.
    since = now - GRACE
    if await db.standups.days.on(standup.id, day) is None:
        people = await people_of(db, standup, members, day)
        last = await db.standups.days.last(standup.id)
        await tell_of_people(db, standup, last, people, day)
        days = days_of(world.calendar, standup, organization, people)
        plan = await as_scheduled(db, standup, day, people, days, since)
        standup = await write_day(db, standup, plan, now)
    coming = await with_next(
        db, standup, world.calendar, organization, now=since, after=day
    )
    await db.standups.save(coming)
    await tell_of_week(world, db, coming, day)  # nobody may be there on its last day


async def write_day(
    db: UnitOfWork, standup: Standup, plan: DayPlan, now: datetime
) -> Standup:
    """Keeps a planned day; a question of the pool is used where somebody is asked."""
    last = await db.standups.days.last(standup.id)
    standup = given_back(standup, last)
    if not plan.asks_somebody or plan.closes_at <= now:
        occurrence = await db.standups.days.open(standup, plan)
        unseen = replace(occurrence, state=OccurrenceState.CANCELLED)
        await db.standups.days.save(unseen)
        return standup
    asking = replace(standup, questions=asked_next(standup))
    occurrence = await db.standups.days.open(asking, plan)
    await db.jobs.put(STEP, {occurrence.id: max(plan.opens_at, now)})
    return used(standup)


async def _unknown(
    db: UnitOfWork, standup: Standup, members: Sequence[int] | None
) -> bool:
    """Whether nobody can say who is in the place: neither the chat nor the last day."""
    if members is not None or not isinstance(standup.roster, Members):
        return False
    return not await last_roster(db, standup)


async def learn_place(world: World, standup: Standup) -> None:
    """What its place is called, if it was made since the directory was read."""
    if standup.place is None:
        return
    async with world.store.reading() as db:
        known = await db.people.place(standup.place)
    if known and known.name:
        return
    try:
        place = await world.directory.place(standup.place)
    except ChatError:
        return
    async with world.store() as db:
        await db.people.remember_place(place)
        await db.commit()


async def members_of(world: World, standup: Standup) -> list[int] | None:
    """Who is in its place, where it asks everybody there; None where nobody can say."""
    match standup.roster:
        case Members(place):
            return await people_in(world, place)
        case _:
            return None
