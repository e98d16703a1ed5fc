"""What somebody answered in one place of a room, told to the others (PEERS Q19)."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.model.refs import MessageRef, PlaceRef

KEPT = timedelta(days=30)  # how long the words of an answer are kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Crossing:
    """One answer: `source` is the message it was said in, outside any thread.

    One that is not stored yet has id 0. Words that were taken back, or are as old as
    `KEPT`, are not kept.
    """

    id: int = 0
    source: MessageRef
    person_id: int
    text: str
    at: datetime
    gone: bool = False

    @property
    def place(self) -> PlaceRef:
        """Where it was said."""
        return self.source.place

    @property
    def key(self) -> str:
        """The beginning of the keys of the messages that tell it, and their subject."""
        place = self.place
        said = (place.platform, place.tenant, place.id, self.source.id)
        return ":".join(("reply", *said))
