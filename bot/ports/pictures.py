"""Pictures of numbers, for people who would rather look than read."""

from typing import Protocol

from bot.model.drawing import Image


class Pictures(Protocol):
    """Draws, and takes a moment for it: to be called in a thread."""

    def drawn(self, image: Image) -> bytes | None:
        """The image as a PNG, a photo as it is; the same one is drawn once. None where
        it cannot be drawn.
        """
        ...
