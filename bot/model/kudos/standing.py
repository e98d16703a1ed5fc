"""Kudos together: what is thanked for most, and who by how many; pure.

Somebody counts by how many others thanked them, never by how often: two who thank each
other all day are one each (PEERS L07).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.model.kudos import Kudos
from bot.model.moments import instant


class Period(StrEnum):
    """What a ranking looks back on."""

    WEEK = "week"
    MONTH = "month"
    ALL = "all"


def since(period: Period, today: date, zone: ZoneInfo) -> datetime | None:
    """When the period that holds today began there; None is ever."""
    match period:
        case Period.WEEK:
            return instant(today - timedelta(days=today.weekday()), time(), zone)
        case Period.MONTH:
            return instant(today.replace(day=1), time(), zone)
        case Period.ALL:
            return None


def by_givers(found: Iterable[Kudos]) -> list[tuple[int, int]]:
    """Who was thanked by how many others, the most first."""
    givers: defaultdict[int, set[int]] = defaultdict(set)
    for each in found:
        for receiver in each.thanked:
            givers[receiver].add(each.giver_id)
    counted = ((person_id, len(those)) for person_id, those in givers.items())
    return sorted(counted, key=lambda one: (-one[1], one[0]))


def top_values(found: Iterable[Kudos]) -> list[tuple[str, int]]:
    """The values by how often they were named, the most first."""
    counted = Counter(word for each in found for word in each.values)
    return sorted(counted.items(), key=lambda one: (-one[1], one[0]))


def spent(found: Iterable[Kudos]) -> int:
    """How many people were thanked, each time anew."""
    return sum(len(each.thanked) for each in found)


def across(
    found: Sequence[Kudos], departments: dict[int, tuple[str, ...]]
) -> list[Kudos]:
    """Those that went from one department to another."""

    def other(giver: int, receiver: int) -> bool:
        theirs, ours = set(departments.get(giver, ())), departments.get(receiver, ())
        return bool(theirs and ours) and theirs.isdisjoint(ours)

    return [
        each for each in found if any(other(each.giver_id, to) for to in each.thanked)
    ]
