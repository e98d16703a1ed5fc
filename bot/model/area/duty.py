"""Who is to be asked about an area now; pure."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from bot.model.area import Area


@dataclass(frozen=True, slots=True)
class Presence:
    """Who of some people is here no longer, and who is away, until when."""

    gone: frozenset[int] = frozenset()
    away: tuple[tuple[int, date], ...] = ()

    def until(self, person_id: int) -> date | None:
        """The last day on which they are away; None if they are here."""
        return dict(self.away).get(person_id)

    def here(self, person_id: int) -> bool:
        """Whether they can be asked now."""
        return person_id not in self.gone and self.until(person_id) is None


def on_duty(area: Area, presence: Presence) -> int | None:
    """The owner; the first deputy who is here while they are not; None if nobody is."""
    return next(filter(presence.here, (area.owner_id, *area.deputies)), None)


def asked(area: Area, presence: Presence) -> int | None:
    """Who a question goes to: who is on duty, else the first who will be back."""
    back = (each for each in area.people if each not in presence.gone)
    return on_duty(area, presence) or next(back, None)


def owners(areas: Collection[Area]) -> dict[int, int]:
    """For how many areas each person answers."""
    found: dict[int, int] = {}
    for area in areas:
        found[area.owner_id] = found.get(area.owner_id, 0) + 1
    return found
