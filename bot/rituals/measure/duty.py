"""Who is asked for a value now: the owner, or who stands in for them."""

from collections.abc import Sequence
from datetime import datetime

from bot.model.area.duty import Presence
from bot.model.measure import Measure
from bot.model.measure.standing import overdue
from bot.model.people import Person
from bot.ports import UnitOfWork
from bot.rituals.area.presence import presence


def on_duty(measure: Measure, there: Presence) -> int | None:
    """The owner; the first deputy who is here while they are not; None if nobody is."""
    return next(filter(there.here, (measure.owner_id, *measure.deputies)), None)


async def waiting_for(
    db: UnitOfWork, person: Person, now: datetime
) -> Sequence[Measure]:
    """The measures whose value the person is asked for now, by name."""
    living = await db.measures.living()
    theirs = [each for each in living if person.id in (each.owner_id, *each.deputies)]
    values = await db.measures.values.newest([each.id for each in theirs], 2)
    late = [each for each in theirs if overdue(each, values.get(each.id, ()), now)]
    ids = {id for each in late for id in (each.owner_id, *each.deputies)}
    there = await presence(db, ids, now)
    return [each for each in late if on_duty(each, there) == person.id]
