"""Who is here today, each on their own calendar."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date, datetime

from bot.model.area.duty import Presence
from bot.model.people import DayHalf
from bot.ports import UnitOfWork


async def presence(
    db: UnitOfWork, person_ids: Collection[int], now: datetime
) -> Presence:
    """Who of them is here no longer, and who is away, until when."""
    people = await db.people.some(sorted(set(person_ids)))
    here = {id: person for id, person in people.items() if person.active}
    days: defaultdict[tuple[date, DayHalf], list[int]] = defaultdict(list)
    for id, person in here.items():
        local = person.local(now)
        days[local.date(), DayHalf.at(local)].append(id)
    away = [
        (id, absence.last)
        for (day, half), ids in days.items()
        for id, absence in (await db.absences.away(ids, day, half=half)).items()
    ]
    return Presence(frozenset(person_ids) - set(here), tuple(away))
