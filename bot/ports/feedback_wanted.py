"""The repository of feedback by whatever somebody asks for."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from bot.model.feedback import Feedback
from bot.model.feedback.breakdown import By
from bot.model.feedback.wanted import Counted, Wanted


class FeedbackWanted(Protocol):
    """The feedback of one organization that fits."""

    async def those(
        self, wanted: Wanted, limit: int, *, oldest: bool = False
    ) -> Sequence[Feedback]:
        """What fits, the newest or the oldest first."""
        ...

    async def count(self, wanted: Wanted) -> Counted:
        """How much fits."""
        ...

    async def proposed(self, limit: int) -> Sequence[Feedback]:
        """Open ones that are likely one with another, and nobody has said whether they
        are, the oldest first.
        """
        ...

    async def breakdown(self, wanted: Wanted, by: By) -> Mapping[str, int]:
        """How many voices fit, of each value; "" is what nobody named."""
        ...
