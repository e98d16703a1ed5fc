"""Answers that are said after the bot was cut off in their midst."""

from dataclasses import replace

from bot.messages import (
    Attachment,
    Block,
    Button,
    Buttons,
    Card,
    Enclosed,
    Note,
    Paragraph,
    Reply,
)
from bot.model.drawing import Drawing
from bot.ports import Translate


def maybe_again(t: Translate, reply: Reply) -> Reply:
    """The answer, which says of itself that it may be there already."""
    if not isinstance(reply.body, Card):
        return reply
    blocks = (*reply.body.blocks, Note(t.line("answer-again")))
    return replace(reply, body=replace(reply.body, blocks=blocks))


def keepable(t: Translate, card: Card) -> Card:
    """The card without what is too large to be kept: a button gives the file once more,
    and a picture is told in words.
    """
    return replace(card, blocks=tuple(_small(t, block) for block in card.blocks))


def _small(t: Translate, block: Block) -> Block:
    match block:
        case Attachment(_, opener) | Enclosed(_, opener):
            again = Button(t("answer-file-again"), opener.action, opener.value)
            return Buttons((again,))
        case Drawing(_, description, _):
            return Paragraph((description,))
        case _:
            return block
