"""What a reader sees beside an area: its people by name, and who is to be asked."""

from collections.abc import Sequence
from datetime import datetime

from bot.cards.area import AreaView, Somebody
from bot.model.area import Area
from bot.model.area.duty import Presence, asked, on_duty
from bot.model.people import Person
from bot.ports import UnitOfWork
from bot.rituals.area.presence import presence


async def views(db: UnitOfWork, areas: Sequence[Area], now: datetime) -> list[AreaView]:
    """Areas with everybody who has a part in them, in the same order."""
    ids = sorted({id for area in areas for id in area.people})
    people = await db.people.some(ids)
    there = await presence(db, ids, now)
    return [_view(area, people, there) for area in areas]


def _view(area: Area, people: dict[int, Person], there: Presence) -> AreaView:
    def somebody(id: int) -> Somebody:
        return Somebody(people[id], there.until(id), here=id not in there.gone)

    stands_in, ask = on_duty(area, there), asked(area, there)
    return AreaView(
        area=area,
        owner=somebody(area.owner_id),
        deputies=tuple(somebody(id) for id in area.deputies if id in people),
        informed=tuple(somebody(id) for id in area.informed if id in people),
        duty=somebody(stands_in) if stands_in else None,
        asked=somebody(ask) if ask else None,
    )
