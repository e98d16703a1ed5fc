"""Being left alone for a while: until when, and how it ends."""

from datetime import datetime

from bot.messages import Button, Buttons, Card, Code, Note, Tone
from bot.model.people import Hours
from bot.ports import Translate


def left_alone(t: Translate, until: datetime, *, fresh: bool) -> Card:
    """Until when, and what still comes."""
    line = t.line("quiet-set" if fresh else "quiet-is", until=t.moment(until))
    still = Note(t.line("quiet-still"))
    end = Buttons((Button(t("quiet-button-off"), "quiet.off"),))
    return Card(line, (still, end), Tone.GOOD if fresh else Tone.NEUTRAL)


def as_usual(
    t: Translate, hours: Hours, *, fresh: bool, how: Code | None = None
) -> Card:
    """Nothing is held back but for their working hours; `how` is what changes that."""
    key = "quiet-over" if fresh else "quiet-none"
    line = t.line(key, start=t.clock(hours.start), end=t.clock(hours.end))
    blocks = (Note(t.line("quiet-how", how=how)),) if how else ()
    return Card(line, blocks, Tone.GOOD if fresh else Tone.NEUTRAL)
