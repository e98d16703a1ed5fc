"""Who is in the room for triage, known everywhere: also in their own conversations."""

from collections.abc import Collection
from datetime import timedelta

from bot.model.refs import PlaceRef
from bot.ports import UnitOfWork
from bot.rituals.flow import Flow, World
from bot.rituals.members import told
from bot.rituals.room import whole

flow = Flow()
DESK = "feedback.desk"
AGAIN = timedelta(days=1)


@flow.job(DESK)
async def meet(world: World, organization_id: int) -> None:
    """Keeps who is in each place of the room, as its platform tells, and looks again
    tomorrow. Where it does not tell, who comes and goes is kept as it happens.
    """
    async with world.store.reading() as db:
        places = await desk(db)
        known = await db.people.places(places)
    if not places:
        return
    asked = [ref for ref in places if ref not in known or known[ref].listed]
    found = {ref: await told(world, ref) for ref in asked}
    async with world.store() as db:
        for ref, people in found.items():
            if people is not None:
                await _keep(db, ref, people)
        await db.jobs.put(DESK, {organization_id: world.clock.now() + AGAIN})
        await db.commit()


async def desk(db: UnitOfWork) -> tuple[PlaceRef, ...]:
    """Every place of the room for triage; none if none was chosen."""
    place = await db.feedback.rules.triage()
    return await whole(db, place) if place else ()


async def _keep(db: UnitOfWork, place: PlaceRef, people: Collection[int]) -> None:
    gone = set(await db.people.seen_in(place)) - set(people)
    await db.people.see_in(place, people)
    await db.people.lose_from(place, gone)
