"""Who sees whom: guests, and who works outside, only whom they share a place with."""

from collections.abc import Sequence

from bot.model.people import Person, Role
from bot.model.team import WorkKind
from bot.ports import UnitOfWork


async def restricted(db: UnitOfWork, person: Person) -> bool:
    """Whether the company does not show itself to them."""
    if person.is_admin:
        return False
    if person.role is Role.GUEST:
        return True
    facts = (await db.team.facts()).get(person.id)
    return facts is not None and facts.kind is WorkKind.OUTSIDE


async def seen_by(db: UnitOfWork, person: Person) -> Sequence[Person]:
    """Everybody whom the person may look up, by name."""
    everyone = await db.people.everyone()
    if not await restricted(db, person):
        return everyone
    beside = {person.id, *await db.team.beside(person.id)}
    return [each for each in everyone if each.id in beside]


async def heads(db: UnitOfWork, person: Person) -> frozenset[str]:
    """The departments that the person heads."""
    found = await db.team.heads()
    return frozenset(name for name, id in found.items() if id == person.id)
