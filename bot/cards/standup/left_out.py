"""Days that a stand-up leaves out: told with what takes it back."""

from collections.abc import Sequence
from datetime import date

from bot.cards.standup import words as said
from bot.messages import Block, Bold, Button, Buttons, Card, Note, Tone
from bot.model.standup import Standup
from bot.ports import Translate

NAMED = 6


def days_left_out(t: Translate, days: Sequence[date]) -> str:
    """The days, the first few by name."""
    named = [t.day(day) for day in days[:NAMED]]
    if (more := len(days) - NAMED) > 0:
        named.append(t("standup-days-more", count=more))
    return t.items(tuple(named))


def button_value(standup: Standup, days: Sequence[date]) -> str:
    """What a button says of some days of a stand-up."""
    return f"{standup.id}:{','.join(day.isoformat() for day in days)}"


def left_out(t: Translate, standup: Standup, days: Sequence[date]) -> Card:
    """Nobody is asked on these days, with the way back."""
    return _told(t, standup, days, "standup-left-out", "uncancel")


def held_again(t: Translate, standup: Standup, days: Sequence[date]) -> Card:
    """It asks on these days after all."""
    return _told(t, standup, days, "standup-held-again", "cancel")


def _told(
    t: Translate, standup: Standup, days: Sequence[date], key: str, other: str
) -> Card:
    line = t.line(key, name=Bold(standup.name), days=days_left_out(t, days))
    blocks: list[Block] = []
    if standup.active and (when := said.upcoming(t, standup, None)):
        named = Bold(standup.name)
        blocks.append(Note(t.line("standup-next", name=named, when=when)))
    value = button_value(standup, days)
    undo = Button(t(f"standup-button-{other}"), f"standup.{other}", value)
    show = Button(t("standup-button-show"), "standup.show", str(standup.id))
    return Card(line, (*blocks, Buttons((undo, show))), Tone.GOOD)
