"""Cards with a file, and without one that a platform did not take."""

from dataclasses import replace

from bot.cards.standup.export import kind_field
from bot.messages import Attachment, Button, Card, Form, Link, Note, Paragraph, Tone
from bot.model.draft import Opener
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
