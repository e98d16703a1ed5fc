"""Counts what platforms count, until it is written down.

Counting is a sum in memory, for it happens at every call. It is written down at most
once a minute and when the bot stops, so what a killed process loses is a minute.
"""

from collections import Counter as Sums
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta

from bot.model.budget import Kind, month_of
from bot.ports import Clock
from bot.ports.usage import Counter

BETWEEN = timedelta(minutes=1)
Meter = Callable[[str], None]


class Tally:
    """What was counted since it was taken last."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._sums: Sums[Counter] = Sums()
        self._taken = datetime.fromtimestamp(0, UTC)

    def meter(self, platform: str, tenant: str) -> Meter:
        """What an adapter tells its calls to by name, and its pushes as "pushes"."""

        def count(name: str) -> None:
            known = name.partition(":")[0] in tuple(Kind)
            kind = name if known else f"{Kind.CALLS}:{name}"
            month = month_of(self._clock.now())
            self._sums[Counter(platform, tenant, month, kind)] += 1

        return count

    @property
    def due(self) -> datetime | None:
        """When it is to be written down; None while there is nothing."""
        return self._taken + BETWEEN if self._sums else None

    def take(self) -> Mapping[Counter, int]:
        """Everything counted so far, which begins anew."""
        taken, self._sums, self._taken = self._sums, Sums(), self._clock.now()
        return taken

    def put_back(self, counts: Mapping[Counter, int]) -> None:
        """Counts again what could not be written down."""
        self._sums.update(counts)
