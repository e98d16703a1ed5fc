"""The repository of how well feedback was handled, as those say who sent it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from bot.model.feedback.ending import Score, Scores


class FeedbackScores(Protocol):
    """The answers of one organization's senders."""

    async def give(self, feedback_id: int, person_id: int, score: Score) -> None:
        """Keeps what somebody says, in place of what they said at an earlier end."""
        ...

    async def of(self, feedback_id: int) -> Mapping[int, Score]:
        """What was said of one, by whom."""
        ...

    async def within(self, since: datetime, until: datetime) -> Scores:
        """What was said within [since, until), added up."""
        ...
