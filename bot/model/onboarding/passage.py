"""Somebody came or went, as a platform says, and nobody has said yet what follows."""

from dataclasses import dataclass
from datetime import datetime

from bot.model.onboarding import Kind


@dataclass(frozen=True, slots=True)
class Passage:
    """Who came or went, and when; closed once it is decided, or leads to nothing."""

    id: int
    person_id: int
    kind: Kind
    at: datetime
    closed_at: datetime | None = None
    closed_by: int | None = None

    @property
    def subject(self) -> str:
        """What its messages are about."""
        return f"onboarding:passage:{self.id}"
