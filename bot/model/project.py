"""Projects: tasks with one aim, and the milestones on the way."""

import unicodedata
from dataclasses import dataclass
from datetime import date, datetime

from bot.model.refs import PlaceRef

NAME_LIMIT = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """One project. One that is not stored yet has id 0.

    A `private` one is seen by who made it, who has a task in it, and in its place.
    """

    id: int = 0
    name: str
    owner_id: int
    created_at: datetime
    due: date | None = None
    finished_at: datetime | None = None
    finished_by: int | None = None
    place: PlaceRef | None = None
    private: bool = False

    @property
    def finished(self) -> bool:
        """Whether it is over."""
        return self.finished_at is not None

    @property
    def subject(self) -> str:
        """The name under which messages about it are found."""
        return f"project:{self.id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """A day by which something of a project is reached."""

    id: int = 0
    project_id: int
    title: str
    day: date
    reached_at: datetime | None = None


def fold_name(name: str) -> str:
    """One text for every way to write a name: case, width and spaces do not matter."""
    plain = unicodedata.normalize("NFKC", name).casefold().strip().lstrip("#")
    return "".join("-" if letter in " _-–—\t\n" else letter for letter in plain).strip(
        "-"
    )
