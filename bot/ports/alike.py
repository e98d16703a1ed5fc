"""The repository of what says the same."""

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from bot.model.feedback.alike import Likely, Told


class FeedbackAlike(Protocol):
    """By what feedback of one organization is found again."""

    async def keep(self, feedback_id: int, text: str) -> None:
        """Makes it findable by its words."""
        ...

    async def unfindable(self, limit: int) -> Sequence[Told]:
        """The newest of what was stored before anything was found by its words."""
        ...

    async def near(self, text: str, but: int) -> Sequence[Told]:
        """Open feedback with the same rare pieces of words, at most as many as are
        worth to be read; what was joined to another comes as that one.
        """
        ...

    async def propose(self, feedback_id: int, like_id: int | None) -> None:
        """Keeps what it is likely one with; None: nothing is proposed any more."""
        ...

    async def proposed(self, feedback_ids: Collection[int]) -> Mapping[int, Likely]:
        """What these are likely one with, as long as that is open: by their ids."""
        ...
