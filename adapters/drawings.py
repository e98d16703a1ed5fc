"""Pictures of ours on their way into a chat: drawn, handed over once, shown by name."""

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import replace

from bot.errors import ChatError
from bot.messages import Block, Card
from bot.model.drawing import Drawing, Photo
from bot.ports.pictures import Pictures

log = logging.getLogger(__name__)

KEPT = 256  # names of pictures that the chat has already
Upload = Callable[[bytes, str], Awaitable[str]]


class Drawings:
    """Gives a chat the pictures it has to show; each once, by what is in it.

    `upload` hands over a PNG with its description, and returns the chat's name for it.
    Where that fails, a card keeps its words.
    """

    def __init__(self, pictures: Pictures | None, upload: Upload) -> None:
        self._pictures = pictures
        self._upload = upload
        self._names: OrderedDict[Drawing, str] = OrderedDict()
        self._one = asyncio.Lock()  # a picture for many people is handed over once

    async def placed(self, card: Card) -> Card:
        """The card with its pictures in the chat."""
        pictures = self._pictures
        if pictures is None or not _drawn(card):
            return card
        async with self._one:
            blocks = [await self._named(block, pictures) for block in card.blocks]
        return replace(card, blocks=tuple(blocks))

    def forget(self, card: Card) -> Card:
        """The card in words only; its pictures are handed over anew the next time."""
        for drawing in _drawn(card):
            self._names.pop(_key(drawing), None)
        return replace(card, blocks=tuple(_wordless(block) for block in card.blocks))

    async def _named(self, block: Block, pictures: Pictures) -> Block:
        if not isinstance(block, Drawing):
            return block
        key = _key(block)
        name = self._names.get(key) or await self._handed_over(block, pictures)
        if name:
            self._names[key] = name
            self._names.move_to_end(key)
        if len(self._names) > KEPT:
            self._names.popitem(last=False)
        return replace(block, file=name)

    async def _handed_over(self, drawing: Drawing, pictures: Pictures) -> str:
        png = await asyncio.to_thread(pictures.drawn, drawing.image)
        if png is None:
            return ""
        try:
            return await self._upload(png, drawing.description)
        except ChatError as failed:
            log.warning("picture not handed over", extra={"code": failed.code})
            return ""


def pictured(card: Card) -> bool:
    """Whether the card shows a picture of ours that the chat has."""
    return any(drawing.file for drawing in _drawn(card))


def _key(drawing: Drawing) -> Drawing:
    """The same one without what is only to be handed over: names are kept for long."""
    image = drawing.image
    if isinstance(image, Photo):
        image = replace(image, content=b"")
    return replace(drawing, image=image, file="")


def _drawn(card: Card) -> list[Drawing]:
    return [block for block in card.blocks if isinstance(block, Drawing)]


def _wordless(block: Block) -> Block:
    return replace(block, file="") if isinstance(block, Drawing) else block
