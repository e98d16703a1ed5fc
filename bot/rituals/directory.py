"""Knowing everybody: at the start, and once a day, from the platforms' directories."""

import logging

from bot.errors import ChatError
from bot.rituals.flow import World

log = logging.getLogger(__name__)
BATCH = 50  # people a transaction, so that nobody waits behind a large company


async def meet_everyone(world: World, platform: str, tenant: str) -> int:
    """Meets every account of a workspace; says how many. A platform that fails is
    logged.
    """
    try:
        profiles = await world.directory.everyone(platform, tenant)
    except ChatError as failed:
        log.warning(
            "directory not read", extra={"platform": platform, "why": failed.code}
        )
        return 0
    for start in range(0, len(profiles), BATCH):
        async with world.store() as db:
            for profile in profiles[start : start + BATCH]:
                await db.people.meet(profile)
            await db.commit()
    return len(profiles)
