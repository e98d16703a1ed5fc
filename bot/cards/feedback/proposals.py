"""What may be the same, waiting for somebody to say whether it is."""

from collections.abc import Sequence

from bot.cards.feedback import FeedbackView
from bot.cards.feedback.joining import proposal
from bot.cards.feedback.words import title
from bot.messages import Block, Card, Divider, Note, Paragraph
from bot.ports import Translate


def waiting(views: Sequence[FeedbackView], t: Translate, most: int) -> Card:
    """The oldest first, `most` of them: each with what it is like, and both buttons."""
    if not views:
        return Card(t.line("feedback-proposals-none"))
    blocks: list[Block] = []
    for view in views[:most]:
        blocks += [Divider()] if blocks else []
        blocks.append(Paragraph(title(view.feedback, t, whole=view.whole)))
        blocks += proposal(view.feedback, view.likely, t)
    if len(views) > most:
        blocks.append(Note(t.line("feedback-proposals-more")))
    blocks.append(Note(t.line("feedback-proposals-note")))
    return Card(t.line("feedback-proposals-title"), tuple(blocks))
