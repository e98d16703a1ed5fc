"""Somebody came, went or does something else, and nobody has said yet what follows."""

from dataclasses import dataclass
from datetime import datetime

from bot.model.onboarding import Kind


@dataclass(frozen=True, slots=True)
class Was:
    """What somebody did before they did something else; `headed` are the departments
    that have no head since.
    """

    departments: tuple[str, ...] = ()
    manager_id: int | None = None
    title: str = ""
    headed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """Who came or went, and when; closed once it is decided, or leads to nothing. Who
    does something else `was` something before.
    """

    id: int
    person_id: int
    kind: Kind
    at: datetime
    closed_at: datetime | None = None
    closed_by: int | None = None
    was: Was | None = None

    @property
    def subject(self) -> str:
        """What its messages are about."""
        return f"onboarding:passage:{self.id}"
