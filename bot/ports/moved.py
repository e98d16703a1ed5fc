"""Rows that wait for an instant, once somebody has set the clock back."""

from datetime import datetime, timedelta
from typing import Protocol


class Moved(Protocol):
    """What was to happen in a moment happens in a moment, whatever the clock says now.

    What is ordered for an hour of the day, a ritual's jobs and messages, is left alone.
    It can be done twice: every replica notices.
    """

    async def back(self, was: datetime, now: datetime) -> None:
        """The clock was set back from `was`: nothing waits for an instant of before,
        and nobody who sends a message now is taken for dead.
        """
        ...

    async def latest(self) -> datetime | None:
        """When a message was last tried, by whatever clock."""
        ...

    async def tell(self, now: datetime) -> None:
        """Leaves word for other replicas of what the clock shows here."""
        ...

    async def ahead(self, now: datetime) -> timedelta | None:
        """How far this clock is ahead of those of the replicas at work; None where
        nobody has left word lately.
        """
        ...

    async def ahead_of_database(self, now: datetime) -> timedelta:
        """The same for the database's own, which may stand on another machine."""
        ...
