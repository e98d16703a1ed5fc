"""Words on their way to who sent feedback: shown again, to be taken back in time."""

from bot.messages import Block, Button, Buttons, Card, Note, Notice, Quote, Tone
from bot.model.feedback import Feedback
from bot.model.feedback.life import UNDO
from bot.ports import Translate


def leaving(
    feedback: Feedback,
    t: Translate,
    text: str,
    told: str,
    update_id: int,
    *,
    soon: bool,
) -> Card:
    """What was `told`, as it will be read; the button is there as long as it leaves
    `soon`, and gone when it has left.
    """
    blocks: list[Block] = [Quote(text)]
    if soon:
        value = f"{feedback.number}:{update_id}"
        seconds = int(UNDO.total_seconds())
        blocks.append(Note(t.line("feedback-told-soon", count=seconds)))
        blocks.append(Buttons((Button(t("button-undo"), "feedback.undo", value),)))
    said = (("feedback", feedback.id), ("update", update_id))
    return Card(
        t.line(f"feedback-told-{told}", id=feedback.short),
        tuple(blocks),
        tone=Tone.GOOD,
        subject=subject_of(feedback),
        notice=Notice("feedback.leaving", said),
    )


def subject_of(feedback: Feedback) -> str:
    """The name under which such messages are found, apart from all others of it."""
    return f"{feedback.subject}:words"
