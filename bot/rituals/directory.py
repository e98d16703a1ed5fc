"""Knowing everybody and every place: at the start, and once a day, from the platforms'
directories.
"""

import logging

from bot.errors import ChatError
from bot.rituals.flow import World
from bot.rituals.leave import read_leave
from bot.rituals.link import PROPOSE
from bot.rituals.meeting import meet
from bot.rituals.standup.plan import REPLAN

log = logging.getLogger(__name__)
BATCH = 50  # people or places a transaction, so nobody waits behind a large company


async def meet_everyone(world: World, platform: str, tenant: str) -> int:
    """Meets every account of a workspace and learns its places; says how many people.

    A platform that fails is logged.
    """
    await _learn_places(world, platform, tenant)
    try:
        profiles = await world.directory.everyone(platform, tenant)
    except ChatError as failed:
        log.warning(
            "directory not read", extra={"platform": platform, "why": failed.code}
        )
        return 0
    for start in range(0, len(profiles), BATCH):
        async with world.store() as db:
            await meet(db, profiles[start : start + BATCH], world.clock.now())
            await db.commit()
    async with world.store() as db:
        organization = await db.people.organization()
        await db.jobs.put(REPLAN, {organization.id: world.clock.now()})
        await db.jobs.put(PROPOSE, {organization.id: world.clock.now()})
        await db.commit()
    await read_leave(world, platform)
    return len(profiles)


async def _learn_places(world: World, platform: str, tenant: str) -> None:
    """Names are shown, and what is private is kept so."""
    try:
        places = await world.directory.all_places(platform, tenant)
    except ChatError as failed:
        log.warning("places not read", extra={"platform": platform, "why": failed.code})
        return
    for start in range(0, len(places), BATCH):
        async with world.store() as db:
            for place in places[start : start + BATCH]:
                await db.people.remember_place(place)
            await db.commit()
