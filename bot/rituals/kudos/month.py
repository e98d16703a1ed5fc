"""The wall looks back on a month, on the first working morning of the next (L18)."""

from datetime import date, datetime, timedelta

from bot.cards.kudos import month as cards
from bot.messages import Card
from bot.model.delivery import Draft
from bot.model.kudos import standing
from bot.model.kudos.month import DAY, FRESH, Month, first_morning, month_before
from bot.model.people import Organization
from bot.model.refs import PlaceRef
from bot.ports import Calendar, UnitOfWork
from bot.rituals.flow import Flow, Scene, World
from bot.rituals.room import post
from bot.rituals.workdays import working, zone_of

WALL = "kudos.month"
MANY = 5_000
flow = Flow()


@flow.job(WALL)
async def look_back(world: World, organization_id: int) -> None:
    """Has the wall told of the month that is over, and plans the next one."""
    async with world.store() as db:
        wall = (await db.kudos.rules()).wall
        if wall is None:
            return
        organization, now = await db.people.organization(), world.clock.now()
        zone = await zone_of(db, organization, wall)
        works = working(world.calendar, organization, zone)
        today = now.astimezone(zone).date()
        at = first_morning(today.replace(day=1), zone, works)
        if at and at <= now < at + FRESH:
            await _post(db, wall, today, at)
        await plan(db, world.calendar, organization, now)
        await db.commit()


async def plan(
    db: UnitOfWork, calendar: Calendar, organization: Organization, now: datetime
) -> None:
    """The wall hears of a month when it is over."""
    wall = (await db.kudos.rules()).wall
    if wall is None:
        return
    zone = await zone_of(db, organization, wall)
    works = working(calendar, organization, zone)
    month = now.astimezone(zone).date().replace(day=1)
    after = (month + 31 * DAY).replace(day=1)
    later = (first_morning(each, zone, works) for each in (month, after))
    if at := next((at for at in later if at and at > now), None):
        await db.jobs.put(WALL, {organization.id: at})


@flow.notice(WALL)
async def month(scene: Scene) -> Card | None:
    """What the month's kudos say together: never how many somebody got."""
    first = date.fromisoformat(str(scene.args["month"]))
    zone = scene.t.zone
    if scene.place:
        zone = await zone_of(scene.db, scene.organization, scene.place)
    told = await looked_back(scene.db, Month(first, zone))
    return cards.card(scene.t, told) if told else None


async def looked_back(db: UnitOfWork, month: Month) -> cards.LookedBack | None:
    """The month's kudos that others may read, together; None if there were none."""
    found = [
        each
        for each in await db.kudos.where(
            since=month.since, until=month.until, limit=MANY
        )
        if each.wall
    ]
    if not found:
        return None
    ids = {id for each in found for id in (each.giver_id, *each.thanked)}
    people = await db.people.some(sorted(ids))
    departments = {id: person.departments for id, person in people.items()}
    thanked = {id for each in found for id in each.thanked}
    before = await db.kudos.thanked_before(thanked, month.since)
    known = {each.word: each for each in await db.kudos.all_values()}
    return cards.LookedBack(
        first=month.first,
        count=len(found),
        values=tuple(
            known[word] for word, _ in standing.top_values(found) if word in known
        ),
        fresh=tuple(sorted(people[id].name for id in thanked - before if id in people)),
        across=len(standing.across(found, departments)),
    )


async def _post(db: UnitOfWork, wall: PlaceRef, today: date, at: datetime) -> None:
    first = month_before(today)
    draft = Draft(
        key=f"{WALL}:{first}:{wall.platform}:{wall.tenant}:{wall.id}",
        kind=WALL,
        args={"month": first.isoformat()},
        place=wall,
        due=at,
        expires=at + FRESH + timedelta(hours=1),
    )
    await post(db, draft)
