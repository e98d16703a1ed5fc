"""What the room for feedback is told when it becomes that."""

from bot.messages import Block, Button, Buttons, Card, Note, Paragraph, Tone
from bot.ports import Translate


def chosen(t: Translate, waiting: int, *, public: bool) -> Card:
    """Said aloud: with a warning where anybody may come in, and with what came before
    there was a room.
    """
    blocks: list[Block] = []
    if public:
        blocks.append(Note(t.line("feedback-triage-public")))
    if waiting:
        show = Button(t("feedback-button-waiting"), "feedback.list", "open")
        blocks.append(Paragraph(t.line("feedback-triage-waiting", count=waiting)))
        blocks.append(Buttons((show,)))
    return Card(t.line("feedback-triage-here"), tuple(blocks), Tone.GOOD)


def chosen_by(t: Translate, who: str) -> Card:
    """Told to the room's other places."""
    lines = t.line("feedback-triage-by", who=who), t.line("feedback-triage-here")
    return Card(lines[1], (Note(lines[0]),), Tone.GOOD)
