"""Cards with a file, and without one that a platform did not take."""

from dataclasses import replace

from bot.cards.standup.export import kind_field
from bot.messages import (
    Attachment,
    Block,
    Button,
    Card,
    Enclosed,
    Form,
    Link,
    Note,
    Paragraph,
    Tone,
)
from bot.model.draft import Opener
from bot.model.drawing import Drawing
from bot.model.sheet import FileKind, Sheet
from bot.ports import Translate


def exported(t: Translate, family: str, file: Sheet, opener: Opener) -> Card:
    """The file, and what is in it, in the words of its family."""
    line = t.line(f"{family}-export-title", count=len(file.rows))
    note = Note(t.line(f"{family}-export-note"))
    return Card(line, (Attachment(file, opener), note), Tone.GOOD)


def export_form(t: Translate, family: str, kind: FileKind) -> Form:
    """What kind of file."""
    label, action = t(f"{family}-button-export"), f"{family}.export"
    return Form(
        name=action,
        title=label,
        fields=(kind_field(t, kind),),
        submit=t("export-submit"),
        cancel=t("button-cancel"),
        reopen=Button(label, action, kind.value),
    )


def file_of(card: Card) -> Attachment | Enclosed:
    """The first file beside the card."""
    return next(b for b in card.blocks if isinstance(b, Attachment | Enclosed))


def without_file(t: Translate, card: Card, page: str, platform: str) -> Card:
    """Its title with a link to the file's page; without one, with what an admin has to
    allow.
    """
    file = file_of(card)
    name = file.sheet.file if isinstance(file, Attachment) else file.file.name
    why = t(f"file-refused-{platform}")
    link = Link(page, t("file-download", name=name))
    said = t.line("file-page", link=link) if page else t.line("file-nowhere", name=name)
    seen = [block for block in card.blocks if isinstance(block, Drawing)]
    instead: tuple[Block, ...] = (*seen, Paragraph(said), Note((why,)))
    return replace(card, blocks=instead, tone=Tone.WARNING)
