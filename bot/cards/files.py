"""A card whose file the platform did not take: where to get it, or who can allow it."""

from dataclasses import replace

from bot.messages import Attachment, Card, Link, Note, Paragraph, Tone
from bot.ports import Translate


def file_of(card: Card) -> Attachment:
    """The file beside the card."""
    return next(block for block in card.blocks if isinstance(block, Attachment))


def without_file(t: Translate, card: Card, page: str, platform: str) -> Card:
    """Its title with a link to the file's page; without one, with what an admin has to
    allow.
    """
    name = file_of(card).sheet.file
    why = t(f"file-refused-{platform}")
    link = Link(page, t("file-download", name=name))
    said = t.line("file-page", link=link) if page else t.line("file-nowhere", name=name)
    instead = (Paragraph(said), Note((why,)))
    return replace(card, blocks=instead, tone=Tone.WARNING)
