"""What one replica does for all: reading a directory, letting go of what is old."""

from datetime import datetime, timedelta
from typing import Protocol


class Chores(Protocol):
    """Who does what, if several could."""

    async def take(self, name: str, now: datetime, apart: timedelta) -> bool:
        """Whether it is the caller's to do, once it has committed.

        False where somebody has done it, or begun, less than `apart` ago.
        """
        ...
