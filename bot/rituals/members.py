"""Who is in a place: asked of its platform, outside any transaction; strangers met."""

import logging
from collections.abc import Collection, Sequence

from bot.errors import ChatError
from bot.model.people import Person, Profile
from bot.model.refs import PlaceRef, UserRef
from bot.rituals.flow import World
from bot.rituals.meeting import meet
from bot.rituals.room import others

log = logging.getLogger(__name__)


async def people_in(world: World, place: PlaceRef) -> list[int] | None:
    """Everybody in the place and in the other places of its room, each once.

    None where nobody can say. Who is in a place whose platform does not tell is who
    was seen there.
    """
    async with world.store.reading() as db:
        places = (place.unthreaded(), *await others(db, place))
        known = await db.people.places(places)
        unlisted = [ref for ref, each in known.items() if not each.listed]
        seen = [person for ref in unlisted for person in await db.people.seen_in(ref)]
    asked = [ref for ref in places if ref not in unlisted]
    said = [await told(world, ref) for ref in asked]
    if not seen and all(people is None for people in said):
        return None
    found = [person for people in said if people for person in people]
    return list(dict.fromkeys((*found, *seen)))


async def told(world: World, place: PlaceRef) -> Sequence[int] | None:
    """Who is in one place, as its platform says; None where it does not."""
    try:
        refs = await world.directory.members(place)
    except ChatError as failed:
        log.warning("members", extra={"place": place.id, "why": failed.code})
        return None
    async with world.store.reading() as db:
        known = await db.people.known(refs)
    met = await _meet(world, [ref for ref in refs if ref not in known])
    return [person.id for person in (*known.values(), *met)]


async def _meet(world: World, refs: Collection[UserRef]) -> list[Person]:
    """Strangers, made known; bots left out."""
    found: list[Profile] = []
    for ref in refs:
        try:
            profile = await world.directory.profile(ref)
        except ChatError:
            continue
        if profile.active and not profile.bot:
            found.append(profile)
    if not found:
        return []
    async with world.store() as db:
        met = await meet(db, found, world.clock.now())
        await db.commit()
    return met
