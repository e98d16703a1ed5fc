"""What is not in order, told to who leads, on their Monday; silent when all is."""

from collections.abc import Collection, Iterable
from datetime import date, datetime, timedelta

from bot.cards.area import audit as cards
from bot.messages import Card
from bot.model.absence import Days
from bot.model.area import Area
from bot.model.area.audit import LONG, MANY, Audit, audit
from bot.model.area.duty import Presence
from bot.model.delivery import Draft
from bot.model.department import find_department
from bot.model.feedback.rhythm import MORNING
from bot.model.moments import instant
from bot.model.people import Hours, Organization, Person, Role
from bot.model.team import WorkKind
from bot.ports import Calendar, Translate, UnitOfWork
from bot.rituals.area.presence import presence
from bot.rituals.area.views import views
from bot.rituals.area.work import AUDIT, next_week
from bot.rituals.flow import Flow, Scene, World
from bot.rituals.workdays import country_of

flow = Flow()
FRESH = timedelta(days=4)
LOOK = timedelta(days=60)  # of a leave are counted, on each side of today


@flow.job(AUDIT)
async def week(world: World, organization_id: int) -> None:
    """Writes to admins and heads, each for nine o'clock of their Monday."""
    async with world.store() as db:
        now = world.clock.now()
        if not await db.areas.living():
            return
        heads = set((await db.team.heads()).values())
        for person in await db.people.everyone():
            if person.is_admin or person.id in heads:
                await db.deliveries.add(_draft(person, now))
        await db.jobs.put(AUDIT, {organization_id: next_week(now)})
        await db.commit()


@flow.notice(AUDIT)
async def tell(scene: Scene) -> Card | None:
    """What is wrong by then, as far as it is theirs to see to."""
    if scene.reader is None:
        return None
    found = await looked(scene.db, scene.reader, scene.now, scene.calendar)
    if found.clean:
        return None
    return await shown(scene.db, scene.t, found, scene.now)


async def shown(db: UnitOfWork, t: Translate, found: Audit, now: datetime) -> Card:
    """The card of an audit."""
    ids = (*(id for id, _ in found.many), *found.none)
    people = await db.people.some(ids)
    names = {id: person.name for id, person in people.items()}
    unowned = await views(db, found.unowned, now)
    uncovered = await views(db, found.uncovered, now)
    return cards.card(t, found, unowned, uncovered, names)


async def looked(
    db: UnitOfWork, reader: Person, now: datetime, calendar: Calendar
) -> Audit:
    """What is wrong, in the whole company or in the departments that they head."""
    heads = await db.team.heads()
    mine = {name for name, id in heads.items() if id == reader.id}
    areas = list(await db.areas.living())
    facts = await db.team.facts()
    people = [
        person
        for person in await db.people.everyone()
        if person.role is not Role.GUEST
        and (person.id not in facts or facts[person.id].kind is not WorkKind.OUTSIDE)
    ]
    there = await presence(db, {id for area in areas for id in area.people}, now)
    organization = await db.people.organization()
    long = await _long_away(db, areas, there, organization, calendar, now)
    most = await db.areas.most() or MANY
    found = audit(areas, there, long, [each.id for each in people], most)
    return found if reader.is_admin else _theirs(found, mine, people)


def _theirs(found: Audit, mine: Collection[str], people: Iterable[Person]) -> Audit:
    """What concerns these departments."""
    inside = {person.id for person in people if _of(person) & set(mine)}

    def ours(area: Area) -> bool:
        return area.department in mine or area.owner_id in inside

    return Audit(
        tuple(filter(ours, found.unowned)),
        tuple(filter(ours, found.uncovered)),
        tuple(each for each in found.many if each[0] in inside),
        tuple(each for each in found.none if each in inside),
    )


def _of(person: Person) -> set[str]:
    return {find_department(name) or name for name in person.departments}


def _draft(person: Person, now: datetime) -> Draft:
    monday = _monday(person, now)
    at = instant(monday, MORNING, person.tz)
    return Draft(
        key=f"{AUDIT}:{monday}:person:{person.id}",
        kind=AUDIT,
        args={"week": monday.isoformat()},
        person_id=person.id,
        due=at,
        expires=at + FRESH,
    )


def _monday(person: Person, now: datetime) -> date:
    """The Monday that is about to begin, or has, for them."""
    today = person.local(now).date()
    return today + timedelta(days=-today.weekday() % 7)


async def _long_away(
    db: UnitOfWork,
    areas: Iterable[Area],
    there: Presence,
    organization: Organization,
    calendar: Calendar,
    now: datetime,
) -> set[int]:
    """Owners who are away now, for more than a few working days."""
    owners = {area.owner_id for area in areas if there.until(area.owner_id)}
    people = await db.people.some(sorted(owners))
    found = set()
    for id, person in people.items():
        today = person.local(now).date()
        span = Days(today - LOOK, today + LOOK)
        spans = await db.absences.within([id], span)
        country, days = country_of(calendar, organization, person), Hours().days
        off = {
            day
            for each in spans
            if each.last >= today and each.half is None
            for day in _days(max(each.first, span.first), min(each.last, span.last))
        }
        if sum(calendar.is_working_day(day, country, days) for day in off) > LONG:
            found.add(id)
    return found


def _days(first: date, last: date) -> Iterable[date]:
    return (first + timedelta(days=n) for n in range((last - first).days + 1))
