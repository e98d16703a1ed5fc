"""A stand-up in a private place is made by somebody who is in it (PEERS F18).

Nobody can ask a platform while a command is answered, so it is asked before the first
day: what people link to, they might have made up.
"""

from collections.abc import Sequence
from dataclasses import replace

from bot.model.delivery import Draft
from bot.model.standup import Members, Standup, StandupState
from bot.rituals.flow import World
from bot.rituals.members import people_in


async def turned_away(
    world: World, standup: Standup, members: Sequence[int] | None
) -> bool:
    """Whether its owner has no business in its place: then it is paused, and they hear
    why. `members` are those of the place, where it asks them.
    """
    if not await _doubtful(world, standup):
        return False
    if not isinstance(standup.roster, Members) and standup.place:
        members = await people_in(world, standup.place)
    if members is None or standup.owner_id in members:
        return False
    async with world.store() as db:
        held = await db.standups.hold(standup.id)
        if held is None or not held.active:
            return True
        await db.standups.save(replace(held, state=StandupState.PAUSED))
        draft = Draft(
            key=f"standup:{held.id}:{held.next_day}:turned-away",
            kind="standup.turned-away",
            args={"standup": held.id},
            person_id=held.owner_id,
        )
        await db.deliveries.add(draft)
        await db.deliveries.touch(subject=f"standup:{held.id}")
        await db.commit()
    return True


async def _doubtful(world: World, standup: Standup) -> bool:
    """Whether its place is private, and nothing was posted there as it is now."""
    if standup.place is None:
        return False
    async with world.store.reading() as db:
        place = await db.people.place(standup.place)
        last = await db.standups.days.last(standup.id)
    if place is None or not place.private or not place.listed:
        return False
    return last is None or last.opens_at < standup.since
