"""Somebody does something else from now on: what their old place let them do ends at
once, and who sees to people is asked what follows (PEERS I11).
"""

from datetime import datetime

from bot.model.onboarding import Kind
from bot.model.onboarding.passage import Passage, Was
from bot.model.people import Person
from bot.ports import UnitOfWork
from bot.rituals.onboarding.passage import noticed


async def role_changed(
    db: UnitOfWork, was: Was, person: Person, title: str, now: datetime, by: int = 0
) -> Passage | None:
    """Their department, manager or role is another one than before; None where that is
    no news, as for who has just come. `by` knows, and is not asked.
    """
    if not _differs(was, person, title) or await _comes(db, person.id):
        return None
    headed = await _give_up(db, was, person)
    await db.form_links.revoke(person.id, now)
    known = Was(was.departments, was.manager_id, was.title, headed)
    return await noticed(db, person, Kind.CHANGE, now, known, by)


def _differs(was: Was, person: Person, title: str) -> bool:
    """What was not known before has not changed."""
    pairs = (
        (set(was.departments), set(person.departments)),
        (was.manager_id, person.manager_id),
        (was.title, title),
    )
    return any(before and before != after for before, after in pairs)


async def _comes(db: UnitOfWork, person_id: int) -> bool:
    """Whether they are being welcomed, or about to go."""
    for kind in (Kind.START, Kind.LEAVE):
        journey = await db.onboarding.of(person_id, kind)
        if journey is not None and journey.ended_at is None:
            return True
    waits = await db.onboarding.passages.open(person_id)
    return any(each.kind is not Kind.CHANGE for each in waits)


async def _give_up(db: UnitOfWork, was: Was, person: Person) -> tuple[str, ...]:
    """Nobody heads a department that they left."""
    left = set(was.departments) - set(person.departments)
    heads = await db.team.heads()
    headed = tuple(sorted(name for name in left if heads.get(name) == person.id))
    for name in headed:
        await db.team.head(name, None)
    return headed
