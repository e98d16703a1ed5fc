"""A message as a letter: what can be read, and where to go on."""

from dataclasses import replace

from bot.messages import Block, Button, Buttons, ButtonStyle, Card, Item, Note
from bot.ports import Translate


def letter(t: Translate, card: Card, platform: str, page: str, about: str) -> Card:
    """The card without what cannot be pressed in a letter; why it comes this way.

    `page` is where what it is `about` can be seen, if it can be.
    """
    blocks = [kept for block in card.blocks if (kept := _readable(block))]
    if page:
        open_ = t("letter-open", about=about)
        style = ButtonStyle.PRIMARY
        blocks.append(Buttons((Button(open_, "letter.open", style=style, url=page),)))
    blocks.append(Note(t.line(f"letter-why-{platform}")))
    return replace(card, blocks=tuple(blocks))


def _readable(block: Block) -> Block | None:
    """The block without buttons that need a chat; None where nothing is left."""
    match block:
        case Buttons(items):
            left = tuple(b for b in items if isinstance(b, Button) and b.url)
            return Buttons(left) if left else None
        case Item():
            return replace(block, buttons=())
        case _:
            return block
