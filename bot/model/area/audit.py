"""What is not in order with who answers for what; pure."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bot.model.area import Area
from bot.model.area.duty import Presence, owners

LONG = 5  # working days of leave that need a deputy
MANY = 7  # areas that one person can answer for


@dataclass(frozen=True, slots=True)
class Audit:
    """Areas without an active owner, areas whose owner is away for long and that no
    deputy sees to, people with too many areas, and people with none.
    """

    unowned: tuple[Area, ...] = ()
    uncovered: tuple[Area, ...] = ()
    many: tuple[tuple[int, int], ...] = ()
    none: tuple[int, ...] = ()

    @property
    def clean(self) -> bool:
        """Whether there is nothing to say."""
        return not (self.unowned or self.uncovered or self.many or self.none)


def audit(
    areas: Sequence[Area],
    presence: Presence,
    long_away: Collection[int],
    people: Sequence[int],
    most: int,
) -> Audit:
    """What is wrong; nothing, where nobody says who answers for what."""
    if not areas:
        return Audit()
    counted = owners(areas)
    involved = {id for area in areas for id in (area.owner_id, *area.deputies)}
    return Audit(
        unowned=tuple(area for area in areas if area.owner_id in presence.gone),
        uncovered=tuple(
            area
            for area in areas
            if area.owner_id in long_away
            and not any(presence.here(each) for each in area.deputies)
        ),
        many=tuple(
            (id, count)
            for id, count in sorted(counted.items(), key=lambda each: -each[1])
            if count > most and id not in presence.gone
        ),
        none=tuple(each for each in people if each not in involved),
    )
