"""Values from outside: what a door hands to the core, and what became of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.model.measure.rows import NOTHING, Row
from bot.model.measure.rows import Exact as Exact


@dataclass(frozen=True, slots=True)
class Reading:
    """One value a system brings, with its numbers that need no reading."""

    row: Row
    exact: Exact = NOTHING


@dataclass(frozen=True, slots=True)
class MeasureParcel:
    """What one request brings; `external` is its name: the same name is the same."""

    external: str
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of it: how many values are new, how many corrected one, how many were
    there, which lines came late by how many days, and which cannot be taken.
    """

    new: int = 0
    corrected: int = 0
    again: int = 0
    late: tuple[tuple[int, int], ...] = ()
    refused: tuple[tuple[int, str], ...] = ()


class MeasureDoors(Protocol):
    """The doors of every organization, by the key in their address."""

    async def secrets(self, door: str) -> Sequence[str]:
        """The secrets that work now; none where there is no such door."""
        ...

    async def take(self, door: str, parcel: MeasureParcel) -> Taken | None:
        """Stores what came, once; None where the door is gone by now.

        Raises StoreAway where it could not be kept.
        """
        ...
