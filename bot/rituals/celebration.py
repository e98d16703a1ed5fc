"""The wall congratulates in the morning; what fell on days off, on the next day of
work.
"""

from datetime import date, datetime, timedelta

from bot.cards import celebration as cards
from bot.messages import Card
from bot.model.celebration import DAY, MORNING, days_told, parties
from bot.model.delivery import Draft
from bot.model.moments import instant
from bot.model.people import Organization
from bot.ports import UnitOfWork
from bot.rituals.flow import Flow, Scene, World
from bot.rituals.room import post
from bot.rituals.workdays import working, zone_of

CELEBRATE = "celebration.day"
FRESH = timedelta(hours=8)
flow = Flow()


@flow.job(CELEBRATE)
async def morning(world: World, organization_id: int) -> None:
    """Congratulates who has their day, and looks again tomorrow."""
    async with world.store() as db:
        wall = (await db.kudos.rules()).wall
        own = await db.celebrations.all()
        if not own:
            return
        organization, now = await db.people.organization(), world.clock.now()
        if wall is not None:
            zone = await zone_of(db, organization, wall)
            works = working(world.calendar, organization, zone)
            today = now.astimezone(zone).date()
            at = instant(today, MORNING, zone)
            if at <= now < at + FRESH and parties(own, days_told(today, works)):
                draft = Draft(
                    key=f"celebration:{today}:{wall.platform}:{wall.tenant}:{wall.id}",
                    kind=CELEBRATE,
                    args={"day": today.isoformat()},
                    place=wall,
                    due=at,
                    expires=at + FRESH,
                )
                await post(db, draft)
        await plan(db, organization, now)
        await db.commit()


async def plan(db: UnitOfWork, organization: Organization, now: datetime) -> None:
    """Looks on the next morning, if anybody told of a day."""
    wall = (await db.kudos.rules()).wall
    if wall is None or not await db.celebrations.all():
        return
    zone = await zone_of(db, organization, wall)
    today = now.astimezone(zone).date()
    at = instant(today, MORNING, zone)
    later = at if at > now else instant(today + DAY, MORNING, zone)
    await db.jobs.put(CELEBRATE, {organization.id: later})


@flow.notice(CELEBRATE)
async def congratulate(scene: Scene) -> Card | None:
    """Who has their day, and is still here and likes it to be told."""
    wall = (await scene.db.kudos.rules()).wall
    if wall is None:
        return None
    today = date.fromisoformat(str(scene.args["day"]))
    zone = await zone_of(scene.db, scene.organization, wall)
    works = working(scene.calendar, scene.organization, zone)
    found = parties(await scene.db.celebrations.all(), days_told(today, works))
    people = await scene.db.people.some([each.person_id for each in found])
    named = [
        (each, people[each.person_id].name)
        for each in found
        if each.person_id in people and people[each.person_id].active
    ]
    return cards.wall(scene.t, named) if named else None
