"""Work that failed so often that it is not tried any more until somebody says so."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class GivenUp:
    """A job kept aside. `error` names an error and where the log tells of it, never
    what was said.
    """

    id: int
    name: str  # its subject, a dot, what it does: "standup.step"
    since: datetime
    attempts: int
    error: str

    @property
    def subject(self) -> str:
        """What it is about: "standup"."""
        return self.name.partition(".")[0]
