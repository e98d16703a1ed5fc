"""Files that people sent with words for the bot."""

from typing import Protocol

from bot.model.files import SentFile
from bot.model.refs import UserRef


class Files(Protocol):
    """Fetches them from the platform they came by."""

    async def fetched(self, who: UserRef, file: SentFile, most: int) -> bytes:
        """What is in the file that somebody sent. Raises a `ChatError`; NoFile where it
        is not given to us, or is longer than `most` bytes ("too_large").
        """
        ...
