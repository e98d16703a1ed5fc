"""What people see of several pieces of feedback."""

from collections.abc import Sequence

from bot.cards.feedback import FeedbackView
from bot.cards.feedback.words import note, title
from bot.messages import (
    Audience,
    Block,
    Button,
    Buttons,
    Card,
    Item,
    Note,
    Option,
    Paragraph,
    Picker,
    Reply,
)
from bot.ports import Translate

SHOWN = 20
WORDS = ("open", "new", "mine", "sent", "blocking", "closed")


def listing(views: Sequence[FeedbackView], t: Translate, query: str) -> Reply:
    """The newest first, at most twenty."""
    blocks: list[Block] = [_item(view, t) for view in views[:SHOWN]]
    if len(views) > SHOWN:
        blocks.append(Note(t.line("feedback-list-more", count=len(views) - SHOWN)))
    if not views:
        blocks.append(Paragraph(t.line("feedback-list-empty")))
    picker = Picker(
        "feedback.list",
        t("feedback-list-other"),
        tuple(Option(t(f"feedback-list-{word}"), word) for word in WORDS),
        chosen=query if query in WORDS else None,
    )
    new = Button(t("feedback-button-new"), "feedback.new")
    blocks.append(Buttons((picker, new)))
    what = t(f"feedback-list-{query}") if query in WORDS else query
    heading = t.line("feedback-list-title", what=what)
    return Reply(Card(heading, tuple(blocks)), Audience.ONLY_YOU)


def _item(view: FeedbackView, t: Translate) -> Item:
    feedback, number = view.feedback, str(view.feedback.number)
    show = Button(t("feedback-button-show"), "feedback.show", number)
    head = title(feedback, t, whole=view.whole)
    return Item(head, note(feedback, t, view.owner), (show,))
