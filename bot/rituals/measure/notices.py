"""The mornings of measures, and their messages, each written when it is sent."""

from datetime import datetime, timedelta

from bot.cards.measure import asking as cards
from bot.messages import Card
from bot.model.delivery import Draft
from bot.model.measure import Measure
from bot.model.measure.periods import morning
from bot.model.measure.standing import overdue
from bot.model.people import Person, ReminderStyle
from bot.model.reminders import next_working_day
from bot.ports import UnitOfWork
from bot.rituals.area.presence import presence
from bot.rituals.flow import Flow, Scene, World
from bot.rituals.measure.duty import on_duty, waiting_for
from bot.rituals.measure.views import view, views
from bot.rituals.measure.work import DUE, LEFT, OWNED, REMIND, MeasureWork
from bot.rituals.workdays import working_days

flow = Flow()
STALE = timedelta(days=4)  # a reminder is none after that
LOOKED_AT = 2


@flow.job(REMIND)
async def remind(world: World, measure_id: int) -> None:
    """Asks who is on duty, unless the value is there; and plans the next time."""
    async with world.store() as db:
        measure = await db.measures.hold(measure_id)
        if measure is None or measure.retired_at:
            return
        organization, now = await db.people.organization(), world.clock.now()
        work = MeasureWork(db, world.calendar, organization, now)
        values = await db.measures.values.newest([measure.id], LOOKED_AT)
        again = None
        if overdue(measure, values.get(measure.id, ()), now):
            again = await _ask(work, measure)
        if again:
            await db.jobs.put(REMIND, {measure.id: again})
        else:
            await work.plan(measure)
        await db.commit()


async def _ask(work: MeasureWork, measure: Measure) -> datetime | None:
    """Writes to who is on duty; else says when to look again."""
    db, now = work.db, work.now
    people = await db.people.some([measure.owner_id, *measure.deputies])
    there = await presence(db, list(people), now)
    if measure.owner_id in there.gone:
        await _tell_lead(db, measure, now)
    found = on_duty(measure, there)
    if found is not None:
        if people[found].reminders is not ReminderStyle.MUTED:
            await db.deliveries.add(_due(people[found], now))
        return None
    owner = people[measure.owner_id]
    return None if measure.owner_id in there.gone else await _back(work, owner)


async def _back(work: MeasureWork, owner: Person) -> datetime | None:
    """The owner's next working day."""
    today = owner.local(work.now).date()
    absences = await work.db.absences.of(owner.id, today)
    works = working_days(work.calendar, work.organization, owner, absences)
    day = next_working_day(today, works)
    return morning(day, owner) if day else None


def _due(person: Person, now: datetime) -> Draft:
    """One message a day, however many values are missing."""
    day = person.local(now).date()
    return Draft(
        key=f"{DUE}:{day}:person:{person.id}",
        kind=DUE,
        args={"day": day.isoformat()},
        person_id=person.id,
        due=now,
        expires=now + STALE,
    )


async def _tell_lead(db: UnitOfWork, measure: Measure, now: datetime) -> None:
    """Who leads the owner who left, else admins."""
    owner = await db.people.get(measure.owner_id)
    lead = await db.people.some([owner.manager_id]) if owner.manager_id else {}
    told = [each for each in lead.values() if each.active]
    if not told:
        told = [each for each in await db.people.everyone() if each.is_admin]
    for person in told:
        await db.deliveries.add(
            Draft(
                key=f"{measure.subject}:left:{now.date()}:person:{person.id}",
                kind=LEFT,
                args={"measure": measure.id},
                person_id=person.id,
                subject=measure.subject,
                due=now,
                expires=now + STALE,
            )
        )


@flow.notice(DUE)
async def due(scene: Scene) -> Card | None:
    """Every value that the reader is asked for by then."""
    if scene.reader is None:
        return None
    waiting = await waiting_for(scene.db, scene.reader, scene.now)
    if not waiting:
        return None
    found = await views(scene.db, waiting, scene.now)
    return cards.due(scene.t, found, scene.now, scene.reader.id)


@flow.notice(LEFT)
async def left(scene: Scene) -> Card | None:
    """That a measure has an owner who left."""
    measure = await scene.db.measures.get(scene.number("measure"))
    if measure is None or measure.retired_at:
        return None
    owner = await scene.db.people.get(measure.owner_id)
    if owner.active:
        return None
    return cards.left(scene.t, await view(scene.db, measure, scene.now))


@flow.notice(OWNED)
async def owned(scene: Scene) -> Card | None:
    """To a new owner."""
    measure = await scene.db.measures.get(scene.number("measure"))
    reader = scene.reader
    if measure is None or reader is None or measure.retired_at:
        return None
    if measure.owner_id != reader.id:
        return None
    people = await scene.db.people.some([scene.number("by")])
    by = next((person.name for person in people.values()), "")
    return cards.owned(scene.t, await view(scene.db, measure, scene.now), by)
