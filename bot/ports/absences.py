"""The repository of absences."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from bot.model.absence import Days
from bot.model.people import Absence, DayHalf


class Absences(Protocol):
    """Who is away, and when."""

    async def add(
        self,
        person_id: int,
        first: date,
        last: date,
        reason: str,
        *,
        by_id: int | None = None,
        standup_id: int | None = None,
        half: DayHalf | None = None,
    ) -> Absence:
        """Writes an absence. Raises Conflict when it ends before it begins, and for a
        half of several days.
        """
        ...

    async def change(self, absence: Absence) -> None:
        """Writes its days and its reason."""
        ...

    async def split(self, absence: Absence, days: Days) -> Absence:
        """Writes other days of the same absence, beside it."""
        ...

    async def add_break(
        self,
        person_ids: Sequence[int],
        first: date,
        last: date,
        reason: str,
        by_id: int,
    ) -> None:
        """Writes the same days off for many; who has such a break in these days keeps
        the one they have.
        """
        ...

    async def get(self, absence_id: int) -> Absence | None: ...

    async def cut(self, absence: Absence, day: date) -> None:
        """Ends it on the day before; one that has not begun by then is forgotten."""
        ...

    async def of(self, person_id: int, since: date) -> Sequence[Absence]:
        """A person's absences that end on `since` or later, the next first."""
        ...

    async def away(
        self,
        person_ids: Sequence[int],
        day: date,
        standup_id: int | None = None,
        half: DayHalf | None = None,
    ) -> dict[int, Absence]:
        """Which of these people are away on that local day, or on that half of it: for
        everything, and for that stand-up.
        """
        ...

    async def within(
        self, person_ids: Sequence[int], days: Days, standup_id: int | None = None
    ) -> Sequence[Absence]:
        """Those of these people that touch these days, the first first: from
        everything, and from that stand-up.
        """
        ...

    async def end(self, person_id: int, day: date, half: DayHalf | None = None) -> int:
        """Ends every absence that covers `day` on the day before; says how many. With a
        half of the day, the other half stays away.
        """
        ...

    async def end_break(self, day: date) -> int:
        """Ends everybody's break that covers `day`, or comes after it; says for how
        many.
        """
        ...
