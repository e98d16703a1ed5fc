"""Where somebody who goes stands in for others, and who does so after them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.model.area import Area
from bot.model.measure import Measure
from bot.model.people import Person
from bot.ports import UnitOfWork
from bot.rituals.area.work import AreaWork
from bot.rituals.measure.work import MeasureWork


@dataclass(frozen=True, slots=True)
class StoodIn:
    """The areas and figures of others in which somebody is a deputy."""

    areas: Sequence[Area]
    measures: Sequence[Measure]

    @property
    def count(self) -> int:
        """How many they are together."""
        return len(self.areas) + len(self.measures)


async def stood_in(db: UnitOfWork, person_id: int) -> StoodIn:
    """Everything where they are one."""
    areas, measures = await db.areas.living(), await db.measures.living()
    return StoodIn(
        [each for each in areas if person_id in each.deputies],
        [each for each in measures if person_id in each.deputies],
    )


async def pass_on(
    found: StoodIn, leaver_id: int, heir: Person, areas: AreaWork, measures: MeasureWork
) -> int:
    """The heir stands in from now on; how many there were."""
    for area in found.areas:
        rest = _instead(area.deputies, leaver_id, heir.id, area.owner_id)
        if held := await areas.db.areas.hold(area.id):
            await areas.change(replace(held, deputies=rest), heir.name)
    for measure in found.measures:
        rest = _instead(measure.deputies, leaver_id, heir.id, measure.owner_id)
        await measures.change(replace(measure, deputies=rest), measure, areas.by)
    return found.count


def _instead(
    deputies: tuple[int, ...], leaver: int, heir: int, owner: int
) -> tuple[int, ...]:
    """The same in their order, the heir in place of the leaver; nobody twice."""
    named = (heir if each == leaver else each for each in deputies)
    return tuple(dict.fromkeys(each for each in named if each != owner))
