"""Opening the days of stand-ups: the tick finds what is due, `run` opens by hand.

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
from bot.rituals.standup.owner import inherit, turned_away
from bot.rituals.standup.plan import (
    REPLAN,
    STEP,
    after_pause,
    as_of_now,
    as_scheduled,
    days_of,
    last_roster,
    patience,
    people_of,
    with_next,
)

log = logging.getLogger(__name__)
flow = Flow()

BATCH = 250
RUN = "standup.run"
AGAIN = timedelta(minutes=1)


async def next_due(db: UnitOfWork) -> datetime | None:
    """When the next stand-up has to be planned."""
    return await db.standups.next_due()


@flow.tick(next_due)
async def tick(world: World) -> int:
    """Plans every day whose first person is due."""
    async with world.store.reading() as db:
        due = await db.standups.due(world.clock.now(), BATCH)
    for standup in due:
        if standup.paused:
            await _go_on(world, standup.id)
            continue
        await _learn_place(world, standup)
        members = await _members(world, standup)
        if await turned_away(world, standup, members):
            continue
        async with world.store() as db:
            await _plan(world, db, standup.id, members)
            await db.commit()
    return len(due)


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


@flow.job(RUN)
async def run(world: World, standup_id: int) -> None:
    """Opens today's day by hand and asks everybody present at once; once a day."""
    async with world.store.reading() as db:
        wanted = await db.standups.get(standup_id)
    if wanted is None:
        return
    await _learn_place(world, wanted)
    members = await _members(world, wanted)
    if await turned_away(world, wanted, members):
        return
    async with world.store() as db:
        standup = await db.standups.hold(standup_id)
        if standup and standup.active:
            await _open_now(world, db, standup, members)
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
        people = await people_of(db, standup, members)
        days = days_of(world.calendar, standup, organization, people)
        plan = await as_scheduled(db, standup, day, people, days, since)
        standup = await _write(db, standup, plan, now)
    coming = await with_next(
        db, standup, world.calendar, organization, now=since, after=day
    )
    await db.standups.save(coming)


async def _write(
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


async def _open_now(
    world: World, db: UnitOfWork, standup: Standup, members: Sequence[int] | None
) -> None:
    now = world.clock.now()
    people = await people_of(db, standup, members)
    plan = await as_of_now(db, standup, people, now)
    existing = await db.standups.days.on(standup.id, plan.day)
    if existing and existing.state in (OccurrenceState.OPEN, OccurrenceState.CLOSED):
        return
    if existing:
        standup = given_back(standup, existing)
        await db.standups.days.drop(existing.id)
    standup = await _write(db, standup, plan, now)
    organization = await db.people.organization()
    await db.standups.save(
        await with_next(
            db, standup, world.calendar, organization, now=now, after=plan.day
        )
    )


async def _unknown(
    db: UnitOfWork, standup: Standup, members: Sequence[int] | None
) -> bool:
    """Whether nobody can say who is in the place: neither the chat nor the last day."""
    if members is not None or not isinstance(standup.roster, Members):
        return False
    return not await last_roster(db, standup)


async def _learn_place(world: World, standup: Standup) -> None:
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


async def _members(world: World, standup: Standup) -> list[int] | None:
    """Who is in its place, where it asks everybody there; None where nobody can say."""
    match standup.roster:
        case Members(place):
            return await people_in(world, place)
        case _:
            return None
