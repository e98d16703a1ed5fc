"""What was done last is taken back."""

from bot.messages import Card, Tone
from bot.ports import Translate


def undone(t: Translate, title: str) -> Card:
    """It is as it was before."""
    line = t.line("undo-done-what", what=title) if title else t.line("undo-done")
    return Card(line, tone=Tone.GOOD)
