"""What there is to do by now, in one question."""

from datetime import datetime
from typing import Protocol


class Agenda(Protocol):
    """Everything that waits for its time, whatever it is."""

    async def due(self, now: datetime) -> bool:
        """Whether there may be a job to run or a message to send. False is certain."""
        ...
