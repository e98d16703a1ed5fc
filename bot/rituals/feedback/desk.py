"""Who is in the room for triage, known everywhere: also in their own conversations."""

from datetime import timedelta

from bot.rituals.flow import Flow, World
from bot.rituals.members import people_in

flow = Flow()
DESK = "feedback.desk"
AGAIN = timedelta(days=1)


@flow.job(DESK)
async def meet(world: World, organization_id: int) -> None:
    """Keeps who is in the room, as its platforms tell, and looks again tomorrow."""
    async with world.store.reading() as db:
        place = await db.feedback.rules.triage()
    if place is None:
        return
    found = await people_in(world, place)
    async with world.store() as db:
        if found is not None:
            gone = set(await db.people.seen_in(place)) - set(found)
            await db.people.see_in(place, found)
            await db.people.lose_from(place, gone)
        await db.jobs.put(DESK, {organization_id: world.clock.now() + AGAIN})
        await db.commit()
