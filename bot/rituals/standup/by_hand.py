"""Opening a day of a stand-up by hand: for those who are at work, or for everybody."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.model.standup import (
    Occurrence,
    OccurrenceState,
    Participant,
    ParticipantState,
    Standup,
)
from bot.model.standup.by_hand import at_once, in_their_hours, plan_now
from bot.model.standup.days import DayPlan, Need
from bot.model.standup.pool import given_back
from bot.ports import Calendar, UnitOfWork
from bot.rituals.flow import Flow, World
from bot.rituals.standup.opening import learn_place, members_of, write_day
from bot.rituals.standup.owner import turned_away
from bot.rituals.standup.plan import (
    STEP,
    absent_on,
    days_of,
    people_of,
    with_next,
)

flow = Flow()
RUN = "standup.run"
RUN_ALL = "standup.run-all"


@flow.job(RUN)
async def run(world: World, standup_id: int) -> None:
    """Opens today's day by hand and asks those who are at work; once a day."""
    await _run(world, standup_id, everyone=False)


@flow.job(RUN_ALL)
async def run_all(world: World, standup_id: int) -> None:
    """The same for everybody who is not away; also those who still wait."""
    await _run(world, standup_id, everyone=True)


async def _run(world: World, standup_id: int, *, everyone: bool) -> None:
    async with world.store.reading() as db:
        wanted = await db.standups.get(standup_id)
    if wanted is None:
        return
    await learn_place(world, wanted)
    members = await members_of(world, wanted)
    if await turned_away(world, wanted, members):
        return
    async with world.store() as db:
        standup = await db.standups.hold(standup_id)
        if standup and standup.active:
            await _open_now(world, db, standup, members, everyone=everyone)
            await db.commit()


async def plan_by_hand(
    db: UnitOfWork,
    calendar: Calendar,
    standup: Standup,
    members: Sequence[int] | None,
    now: datetime,
    *,
    everyone: bool,
) -> DayPlan:
    """Who would be asked today, and when."""
    people = await people_of(db, standup, members, now.date())
    organization = await db.people.organization()
    days = days_of(calendar, standup, organization, people)
    when = at_once(now) if everyone else in_their_hours(standup, days, now)
    theirs = {each.id: (Need.at(each.local(when(each) or now)),) for each in people}
    absent = await absent_on(db, standup, theirs)
    if not everyone:  # a day off of their own
        absent |= {
            each.id
            for each in people
            if when(each) is None and not days.works(each.local(now).date(), each)
        }
    return plan_now(standup, people, absent, now, when)


async def _open_now(
    world: World,
    db: UnitOfWork,
    standup: Standup,
    members: Sequence[int] | None,
    *,
    everyone: bool,
) -> None:
    now = world.clock.now()
    plan = await plan_by_hand(
        db, world.calendar, standup, members, now, everyone=everyone
    )
    existing = await db.standups.days.on(standup.id, plan.day)
    if existing and existing.state is OccurrenceState.OPEN and everyone:
        await _ask_who_waits(db, existing, now)
    if existing and existing.state in (OccurrenceState.OPEN, OccurrenceState.CLOSED):
        return
    if existing:
        standup = given_back(standup, existing)
        await db.standups.days.drop(existing.id)
    standup = await write_day(db, standup, plan, now)
    organization = await db.people.organization()
    await db.standups.save(
        await with_next(
            db, standup, world.calendar, organization, now=now, after=plan.day
        )
    )


async def _ask_who_waits(db: UnitOfWork, occurrence: Occurrence, now: datetime) -> None:
    """Asks those of an open day now whose own time has not come."""
    waiting = await who_waits(db, occurrence)
    await db.standups.days.mark([replace(each, ask_at=now) for each in waiting])
    await db.jobs.put(STEP, {occurrence.id: now})


async def who_waits(db: UnitOfWork, occurrence: Occurrence) -> list[Participant]:
    """Those of the day who have not been asked and are not away."""
    return [
        each
        for each in await db.standups.days.participants(occurrence.id)
        if each.state is ParticipantState.WAITING
    ]
