"""The repository of how often rooms hear of feedback, and of what waits for that."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from bot.model.feedback import Feedback
from bot.model.feedback.rhythm import Rhythm, Slot
from bot.model.refs import PlaceRef


class FeedbackRooms(Protocol):
    """The rooms of one organization that hear of feedback."""

    async def rhythms(self) -> Mapping[PlaceRef, Rhythm]:
        """How often each place hears; one that is not named hears at once."""
        ...

    async def keep_to(self, places: Collection[PlaceRef], rhythm: Rhythm) -> None:
        """Has these places hear so often from now on."""
        ...

    async def wait(self, feedback_id: int, slot: Slot) -> bool:
        """Has it told in that slot; False where it waits there, or was told."""
        ...

    async def told_in(self, slot: Slot) -> Sequence[Feedback]:
        """What is told in a slot, the oldest first."""
        ...

    async def of(self, feedback_id: int) -> Sequence[PlaceRef]:
        """The places where it is told with others, or will be."""
        ...

    async def hurry(self, feedback_id: int, now: datetime) -> None:
        """It waits nowhere any more; where it was told, it stays told."""
        ...
