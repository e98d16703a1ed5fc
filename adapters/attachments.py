"""Files of ours on their way into a chat: written, handed over, named on the card."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from bot.errors import ChatError, NoFile
from bot.messages import Attachment, Card, Enclosed
from bot.model.refs import PlaceRef
from bot.ports.sheets import Sheets

log = logging.getLogger(__name__)

MOST = 20_000_000  # bytes: what the smaller of two chats takes
Upload = Callable[[PlaceRef, str, bytes], Awaitable[None]]


class Attachments:
    """Gives a place the files of a card. `upload` hands one over by its name."""

    def __init__(self, sheets: Sheets | None, upload: Upload) -> None:
        self._sheets = sheets
        self._upload = upload

    async def sent(self, card: Card, place: PlaceRef) -> None:
        """Every file of the card is in the place. Raises NoFile where one cannot be:
        then nothing was said yet.
        """
        for each in attached(card):
            try:
                await self._hand_over(each, place)
            except ChatError as failed:
                log.warning("file not handed over", extra={"code": failed.code})
                raise NoFile(failed.code) from failed

    async def _hand_over(self, one: Attachment | Enclosed, place: PlaceRef) -> None:
        if isinstance(one, Enclosed):
            await self._upload(place, one.file.name, one.file.content)
            return
        if self._sheets is None:
            raise NoFile("no_files")
        content = await asyncio.to_thread(self._sheets.written, one.sheet)
        if len(content) > MOST:
            raise NoFile("too_large")
        await self._upload(place, one.sheet.file, content)


def attached(card: Card) -> list[Attachment | Enclosed]:
    """The files of a card."""
    return [b for b in card.blocks if isinstance(b, Attachment | Enclosed)]
