"""Work that is not tried any more is told to the admins, who can have it tried again.

Once a day for each kind of work: a bug that stops everything is one message.
"""

from zoneinfo import ZoneInfo

from bot.cards import given_up as cards
from bot.messages import Card
from bot.model.delivery import Draft
from bot.ports.jobs import GIVEN_UP
from bot.rituals.flow import Flow, Scene, World

flow = Flow()
KIND = "work.given-up"


@flow.job(GIVEN_UP)
async def tell(world: World, job_id: int) -> None:
    """Tells every admin, unless somebody had it tried again meanwhile."""
    async with world.store() as db:
        lost = {each.id: each for each in await db.jobs.given_up()}.get(job_id)
        if lost is None:
            return
        organization = await db.people.organization()
        day = world.clock.now().astimezone(ZoneInfo(organization.zone)).date()
        for person in await db.people.everyone():
            if person.is_admin:
                key = f"given-up:{day}:{lost.name}:to:person:{person.id}"
                args: dict[str, int | str] = {"subject": lost.subject}
                await db.deliveries.add(Draft(key, KIND, args, person_id=person.id))
        await db.commit()


@flow.notice(KIND)
async def notice(scene: Scene) -> Card | None:
    """What does not go on, and what helps."""
    return cards.told(scene.t, str(scene.args["subject"]))
