"""Meeting accounts: what is planned by the clock of who lives elsewhere now moves, and
what belonged to who has left gets another owner.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.model.onboarding import Kind
from bot.model.onboarding.passage import Was
from bot.model.people import Person, Profile, Role
from bot.model.team import TeamFacts, WorkKind
from bot.ports import UnitOfWork
from bot.rituals.onboarding.changing import role_changed
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
    for number, profile in enumerate(profiles):
        if profile.ref not in before:
            met[number] = await _expected(db, met[number])
        person = met[number]
        if await _lives_elsewhere(db, before.get(profile.ref), person):
            await db.jobs.put(REPLAN_TASKS, {person.id: now})
            await db.jobs.put(REPLAN, {person.organization_id: now})
        elif profile.ref in before and before[profile.ref].active and not person.active:
            await db.jobs.put(REPLAN, {person.organization_id: now})
            await close_access(db, person.id, now)
            await noticed(db, person, Kind.LEAVE, now)
        if known := before.get(profile.ref):
            await _moved(db, known, person, now)
    return met


async def _expected(db: UnitOfWork, person: Person) -> Person:
    """Who comes, as a list said before that they would."""
    said = await db.team.arrived(person.email) if person.email else None
    if said is None or person.role is Role.GUEST:
        return person
    if said.departments is not None:
        await db.people.save(replace(person, departments=said.departments))
    if said.manager_id and said.manager_id != person.id:
        await db.team.lead(person.id, said.manager_id)
    if said.title is not None or said.kind is not None:
        kind = said.kind or WorkKind.OFFICE
        await db.team.keep(person.id, TeamFacts(said.title or "", kind))
    return await db.people.get(person.id)


async def _moved(db: UnitOfWork, known: Person, person: Person, now: datetime) -> None:
    """A platform says that they are in another department, or led by somebody else."""
    before, after = (Was(each.departments, each.manager_id) for each in (known, person))
    if person.active and before != after:
        await role_changed(db, before, person, "", now)


async def _lives_elsewhere(db: UnitOfWork, was: Person | None, now: Person) -> bool:
    """Whether their clock is another one; of who has one more account, it may be."""
    if was is not None:
        return was.zone != now.zone
    return len(await db.people.accounts_of([now.id])) > 1
