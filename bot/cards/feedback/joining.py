"""What people see of feedback that says the same: the proposal, and what was done."""

from bot.messages import Block, Button, Buttons, ButtonStyle, Card, Paragraph
from bot.model.feedback import Feedback
from bot.model.feedback.alike import Likely
from bot.ports import Translate


def proposal(feedback: Feedback, likely: Likely | None, t: Translate) -> list[Block]:
    """ "12 customers say this, first on Monday: F-3": with the way to join them."""
    if likely is None or not feedback.state.open:
        return []
    said = t.line(
        "feedback-likely",
        count=likely.customers,
        day=t.day(likely.since.astimezone(t.zone).date()),
        id=f"F-{likely.number}",
    )
    both = f"{feedback.number}:{likely.number}"
    join = t("feedback-button-join", id=f"F-{likely.number}")
    differ = t("feedback-button-differ")
    row = Buttons(
        (
            Button(join, "feedback.join", both),
            Button(differ, "feedback.differ", str(feedback.number)),
        )
    )
    return [Paragraph(said), row]


def gone(feedback: Feedback, home: int, t: Translate) -> Card:
    """The card of one that was joined: where it went, and the way back."""
    part = Button(
        t("feedback-button-part"),
        "feedback.part",
        str(feedback.number),
        ButtonStyle.PLAIN,
    )
    line = t.line("feedback-gone", id=feedback.short, other=f"F-{home}")
    return Card(line, (Buttons((part,)),), subject=feedback.subject)


def joined(one: Feedback, home: Feedback, t: Translate) -> Card:
    """Told to who sent it."""
    line = t.line(
        "feedback-news-joined",
        id=one.short,
        other=home.short,
        count=len(home.voices),
    )
    return Card(line, subject=home.subject)


def parted(one: Feedback, home: Feedback, t: Translate) -> Card:
    """Told to who sent it."""
    line = t.line("feedback-news-parted", id=one.short, other=home.short)
    return Card(line, subject=one.subject)
