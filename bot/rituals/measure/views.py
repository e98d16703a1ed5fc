"""What a reader sees beside a measure: its people, its values, how it stands."""

from collections.abc import Sequence
from datetime import datetime

from bot.cards.measure import MeasureView, Told
from bot.model.measure import Measure, Value
from bot.model.measure.standing import standing
from bot.ports import UnitOfWork

LOOKED_AT = 12  # values of each


async def views(
    db: UnitOfWork, measures: Sequence[Measure], now: datetime
) -> list[MeasureView]:
    """Measures with everything that is shown of them, in the same order."""
    ids = {id for each in measures for id in (each.owner_id, *each.deputies)}
    people = await db.people.some(sorted(ids))
    values = await db.measures.values.newest([each.id for each in measures], LOOKED_AT)
    areas = await _areas(db, measures)
    return [
        MeasureView(
            measure=each,
            owner=people[each.owner_id].name,
            standing=standing(each, values.get(each.id, ()), now),
            values=values.get(each.id, ()),
            deputies=tuple(people[id].name for id in each.deputies if id in people),
            area=areas.get(each.area_id or 0, ""),
        )
        for each in measures
    ]


async def view(db: UnitOfWork, measure: Measure, now: datetime) -> MeasureView:
    """One of them."""
    (found,) = await views(db, [measure], now)
    return found


async def history(db: UnitOfWork, measure: Measure) -> list[Told]:
    """What stood for each period, the newest first, with what it corrected."""
    values = await db.measures.values.of(measure.id)
    ids = {each.person_id for each in values if each.person_id}
    people = await db.people.some(sorted(ids))
    names = {id: person.name for id, person in people.items()}
    return [
        Told(each, names.get(each.person_id or 0, ""), _before(each, values))
        for each in values
        if each.replaced_at is None
    ]


def _before(stands: Value, values: Sequence[Value]) -> tuple[Value, ...]:
    """The other numbers that stood there, the newest first."""
    found: list[Value] = []
    for each in values:
        if each.first == stands.first and each.value != (found or [stands])[-1].value:
            found.append(each)
    return tuple(found)


async def _areas(db: UnitOfWork, measures: Sequence[Measure]) -> dict[int, str]:
    found: dict[int, str] = {}
    for id in sorted({each.area_id for each in measures if each.area_id}):
        if area := await db.areas.get(id):
            found[id] = area.name
    return found
