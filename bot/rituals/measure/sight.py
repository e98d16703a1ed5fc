"""Who sees a measure, and who may change it (PEERS P09)."""

from collections.abc import Collection, Sequence

from bot.model.measure import Measure
from bot.model.people import Person
from bot.ports import UnitOfWork
from bot.sight import heads, restricted


def may_change(measure: Measure, person: Person, headed: Collection[str]) -> bool:
    """Its owner, their deputies, who heads its department, and admins."""
    if person.is_admin or person.id in (measure.owner_id, *measure.deputies):
        return True
    return measure.department in headed


async def seen_by(db: UnitOfWork, person: Person) -> Sequence[Measure]:
    """All living measures that the person may look at, by name. Guests and who works
    outside see none, a private one is seen by who may change it.
    """
    if await restricted(db, person):
        return ()
    headed = await heads(db, person)
    return [
        each
        for each in await db.measures.living()
        if not each.private or may_change(each, person, headed)
    ]
