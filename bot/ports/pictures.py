"""Pictures of numbers, for people who would rather look than read."""

from typing import Protocol

from bot.model.drawing import TrendWords
from bot.model.standup.stats import Trend


class Pictures(Protocol):
    """Draws, and takes a moment for it: to be called in a thread."""

    def trend(self, trend: Trend, words: TrendWords) -> bytes | None:
        """The weeks as a PNG; the same picture is drawn once. None where it cannot be
        drawn.
        """
        ...
