"""What is likely said by others already: proposed, and never done by itself (H14)."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from bot.model.feedback import Feedback, State
from bot.model.feedback.alike import Likely, Told, grams, most_alike
from bot.ports import UnitOfWork
from bot.rituals.flow import Flow, World

ALIKE = "feedback.alike"
OLD = "feedback.old"
SOME = 100  # of what is old at a time …
APART = timedelta(minutes=1)  # … so that nobody waits for a database that is busy
flow = Flow()


@flow.job(ALIKE)
async def compare(world: World, feedback_id: int) -> None:
    """The same for what nobody waits for: what comes from outside comes in crowds."""
    async with world.store() as db:
        feedback = await db.feedback.hold(feedback_id)
        if feedback is not None and feedback.state.open:
            await propose(db, feedback)
            await db.deliveries.touch(subject=feedback.subject)
            await db.commit()


@flow.job(OLD)
async def find_old(world: World, organization_id: int) -> None:
    """Makes findable, some at a time, what was stored before anything was: nothing is
    proposed for that, but it is for what is new.
    """
    async with world.store() as db:
        old = await db.feedback.alike.unfindable(SOME)
        for told in old:
            await db.feedback.alike.keep(told.feedback_id, told.text)
        if any(grams(told.text) for told in old):
            await db.jobs.put(OLD, {organization_id: world.clock.now() + APART})
        await db.commit()


async def look_for_old(world: World) -> None:
    """Once a day: an upgrade may have left some behind."""
    async with world.store() as db:
        organization = await db.people.organization()
        await db.jobs.put(OLD, {organization.id: world.clock.now()})
        await db.commit()


async def propose(db: UnitOfWork, feedback: Feedback) -> None:
    """Looks for what says the same as new feedback, and makes it findable itself."""
    alike, said = db.feedback.alike, feedback.text
    near = await alike.near(said, feedback.id)
    found = most_alike(Told(feedback.id, said, feedback.facts.sku), near)
    await alike.keep(feedback.id, said)
    if found is not None:
        await alike.propose(feedback.id, found)


async def likely(db: UnitOfWork, found: Sequence[Feedback]) -> Mapping[int, Likely]:
    """What was proposed for those of these that are still open, by their ids."""
    alive = [feedback.id for feedback in found if feedback.state.open]
    return await db.feedback.alike.proposed(alive)


async def homes(db: UnitOfWork, found: Sequence[Feedback]) -> Mapping[int, int]:
    """The numbers of what these were joined to, by their ids."""
    return await _numbers(db, {each.id: each.joined_to for each in found})


async def before(db: UnitOfWork, found: Sequence[Feedback]) -> Mapping[int, int]:
    """The numbers of what these go on from, by their ids."""
    return await _numbers(db, {each.id: each.follows_id for each in found})


async def _numbers(
    db: UnitOfWork, wanted: Mapping[int, int | None]
) -> Mapping[int, int]:
    """The number of what each of these names."""
    numbers: dict[int, int] = {}
    for id, named in wanted.items():
        if named is not None and (there := await db.feedback.get(named)):
            numbers[id] = there.number
    return numbers


async def home(db: UnitOfWork, feedback: Feedback) -> Feedback:
    """What it was joined to, else itself; kept from everybody else."""
    if feedback.state is not State.JOINED or feedback.joined_to is None:
        return feedback
    return await db.feedback.hold(feedback.joined_to) or feedback
