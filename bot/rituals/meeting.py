"""Meeting accounts: what is planned by the clock of who lives elsewhere now moves, and
what belonged to who has left gets another owner.
"""

from collections.abc import Sequence
from datetime import datetime

from bot.model.onboarding import Kind
from bot.model.people import Person, Profile
from bot.ports import UnitOfWork
from bot.rituals.onboarding.passage import close_access, noticed
from bot.rituals.standup.plan import REPLAN
from bot.rituals.task.work import REPLAN as REPLAN_TASKS


async def meet(
    db: UnitOfWork, profiles: Sequence[Profile], now: datetime
) -> list[Person]:
    """The people behind these profiles, brought up to date with all that they plan."""
    if not profiles:  # most events come from people we know
        return []
    before = await db.people.known([profile.ref for profile in profiles])
    met = [await db.people.meet(profile) for profile in profiles]
    for profile, person in zip(profiles, met, strict=True):
        if await _lives_elsewhere(db, before.get(profile.ref), person):
            await db.jobs.put(REPLAN_TASKS, {person.id: now})
            await db.jobs.put(REPLAN, {person.organization_id: now})
        elif profile.ref in before and before[profile.ref].active and not person.active:
            await db.jobs.put(REPLAN, {person.organization_id: now})
            await close_access(db, person.id, now)
            await noticed(db, person, Kind.LEAVE, now)
    return met


async def _lives_elsewhere(db: UnitOfWork, was: Person | None, now: Person) -> bool:
    """Whether their clock is another one; of who has one more account, it may be."""
    if was is not None:
        return was.zone != now.zone
    return len(await db.people.accounts_of([now.id])) > 1
