"""The clock: the one place where the present comes from."""

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the time; movable in the simulator and in tests."""

    def now(self) -> datetime:
        """The present, aware, in UTC."""
        ...
