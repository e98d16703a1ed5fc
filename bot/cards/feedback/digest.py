"""The morning in the room for feedback: what is new, what waits, what is late."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.cards.feedback import FeedbackView
from bot.cards.feedback.list import item
from bot.messages import Block, Button, Buttons, Card, Heading, Note, Tone
from bot.model.feedback import State
from bot.ports import Translate

SHOWN = 3  # of each kind


@dataclass(frozen=True, slots=True)
class Morning:
    """Everything that the digest is about."""

    fresh: Sequence[FeedbackView] = ()
    waiting: Sequence[FeedbackView] = ()
    overdue: Sequence[FeedbackView] = ()
    ended: Sequence[FeedbackView] = ()

    def __bool__(self) -> bool:
        """Whether there is anything to say."""
        return bool(self.fresh or self.waiting or self.overdue or self.ended)


def digest(t: Translate, morning: Morning, *, bundled: bool = False) -> Card:
    """In numbers first; then those that matter, each with its button. Of what is new
    those that nobody looked at yet: the room saw every one as it came. Where it came
    `bundled`, all of it was listed, too.
    """
    untouched = [view for view in morning.fresh if view.feedback.state is State.NEW]
    line = t.line(
        "feedback-digest-line",
        waiting=len(morning.waiting),
        overdue=len(morning.overdue),
        ended=len(morning.ended),
    )
    blocks: list[Block] = [Note(line)]
    for name, views in (
        ("overdue", morning.overdue),
        ("new", [] if bundled else untouched),
        ("waiting", _others(morning)),
        ("ended", morning.ended),
    ):
        if views:
            blocks.append(Heading(t(f"feedback-digest-{name}")))
            blocks += [item(view, t) for view in views[:SHOWN]]
        if (more := len(views) - SHOWN) > 0:
            blocks.append(Note(t.line("feedback-more", count=more)))
    everything = Button(t("feedback-button-waiting"), "feedback.list", "open")
    report = Button(t("feedback-report-button"), "feedback.report", "1")
    blocks.append(Buttons((everything, report)))
    tone = Tone.WARNING if morning.overdue else Tone.NEUTRAL
    title = t.line("feedback-digest", fresh=len(morning.fresh))
    return Card(title, tuple(blocks), tone)


def _others(morning: Morning) -> list[FeedbackView]:
    """What waits and was not shown as late or new already."""
    named = (*morning.overdue, *morning.fresh)
    known = {view.feedback.id for view in named}
    return [view for view in morning.waiting if view.feedback.id not in known]
