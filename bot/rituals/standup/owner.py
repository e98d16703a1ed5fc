"""Whose a stand-up is: somebody who is in its private place, and in the company.

Nobody can ask a platform while a command is answered, so it is asked before the first
day who is in a private place: what people link to, they might have made up (PEERS F18).
Whose owner has left goes to the next who may change it (PEERS A33).
"""

from collections.abc import Sequence
from dataclasses import replace

from bot.model.delivery import Draft
from bot.model.people import Person, Role
from bot.model.standup import Members, Standup, StandupState
from bot.ports import UnitOfWork
from bot.rituals.flow import World
from bot.rituals.members import people_in
from bot.rituals.standup.plan import candidates


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


async def inherit(world: World, standup_id: int) -> None:
    """Gives a stand-up whose owner has left the company to another, who hears of it."""
    async with world.store.reading() as db:
        standup = await db.standups.get(standup_id)
        if standup is None or (await db.people.get(standup.owner_id)).active:
            return
    async with world.store() as db:
        held = await db.standups.hold(standup_id)
        if held is None or held.state is StandupState.ARCHIVED:
            return
        owner = await db.people.get(held.owner_id)
        heir = None if owner.active else await _heir(db, held, owner)
        if heir is None:
            return
        admins = tuple(each for each in held.admins if each != heir.id)
        await db.standups.save(replace(held, owner_id=heir.id, admins=admins))
        day = world.clock.now().astimezone(held.home).date()
        draft = Draft(
            key=f"standup:{held.id}:{day}:owned:person:{heir.id}",
            kind="standup.owned",
            args={"standup": held.id, "before": owner.id},
            person_id=heir.id,
        )
        await db.deliveries.add(draft)
        await db.deliveries.touch(subject=f"standup:{held.id}")
        await db.commit()


async def _heir(db: UnitOfWork, standup: Standup, owner: Person) -> Person | None:
    """The longest of its other admins, else the owner's manager, else an admin of the
    organization, else the longest of its people.
    """
    everyone = sorted(await db.people.everyone(), key=lambda person: person.id)
    known = {person.id: person for person in everyone if person.role is not Role.GUEST}
    named = (*standup.admins, *((owner.manager_id,) if owner.manager_id else ()))
    admins = (person.id for person in known.values() if person.is_admin)
    asked = sorted(person.id for person in await candidates(db, standup))
    return next((known[id] for id in (*named, *admins, *asked) if id in known), None)
