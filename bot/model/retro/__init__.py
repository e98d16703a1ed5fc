"""Retrospectives: notes collected in silence, read together (PEERS E02, E05, E06)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.model.refs import PlaceRef

TEXT_LIMIT = 1_000
LETTER = "N"


class NoteKind(StrEnum):
    """What a note says, in the order in which a retrospective shows it."""

    GOOD = "good"
    BAD = "bad"
    IDEA = "idea"


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One thing to talk about; what is not stored has id and number 0.

    `place` is a place of the room it waits for. Who wrote it is kept while it waits and
    forgotten when it is opened: `author_id` is None from then on.
    """

    id: int = 0
    number: int = 0
    author_id: int | None
    place: PlaceRef
    kind: NoteKind
    text: str
    written_at: datetime
    permalink: str = ""
    retro_id: int | None = None

    @property
    def short(self) -> str:
        """How its author calls it."""
        return f"{LETTER}-{self.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Retro:
    """One retrospective: `people` is how many wrote what it holds, never who."""

    id: int = 0
    number: int = 0
    place: PlaceRef
    opened_at: datetime
    opened_by: int
    people: int

    @property
    def subject(self) -> str:
        """The name under which messages about it are found."""
        return f"retro:{self.id}"


def mixed(notes: Sequence[Note]) -> tuple[Note, ...]:
    """In an order that says nothing of who wrote them, or when."""
    return tuple(sorted(notes, key=lambda note: (note.text.casefold(), note.text)))
