"""What a room is told of all that came since it heard last, and how often it hears."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.cards.feedback import FeedbackView
from bot.cards.feedback.list import item
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
    Tone,
)
from bot.model.feedback.rhythm import Rhythm
from bot.ports import Translate

SHOWN = 10


@dataclass(frozen=True, slots=True)
class RoomRhythm:
    """A room by its name, and by the id of the rule that names it."""

    name: str
    key: str
    rhythm: Rhythm


def bundle(
    views: Sequence[FeedbackView], t: Translate, rhythm: Rhythm, *, desk: bool
) -> Card:
    """One line for each, with its buttons; where it is triaged, the way to the rest."""
    blocks: list[Block] = [item(view, t, taking=True) for view in views[:SHOWN]]
    if (more := len(views) - SHOWN) > 0:
        blocks.append(Note(t.line("feedback-more", count=more)))
    if desk:
        everything = Button(t("feedback-button-waiting"), "feedback.list", "open")
        blocks.append(Buttons((everything,)))
    note = t.line("feedback-bundle-note", rhythm=often(t, rhythm))
    blocks.append(Note(note))
    title = t.line("feedback-bundle", count=len(views))
    return Card(title, tuple(blocks))


def rhythms(
    rooms: Sequence[RoomRhythm], t: Translate, how: str, triage: str, *, may: bool
) -> Reply:
    """How often each room hears; a menu for who `may` change it. Where none hears,
    `triage` says how there is one.
    """
    blocks: list[Block] = [
        Item(
            (f"#{room.name}",),
            (often(t, room.rhythm),),
            (_picker(room, t),) if may else (),
        )
        for room in rooms
    ]
    if not rooms:
        blocks.append(Paragraph(t.line("feedback-rhythm-none")))
        blocks.append(Paragraph(t.line("feedback-no-triage", try_this=triage)))
    if rooms and may:
        blocks.append(Paragraph(t.line("feedback-rhythm-how", try_this=how)))
    blocks.append(Note(t.line("feedback-rhythm-note")))
    card = Card(t.line("feedback-rhythm-title"), tuple(blocks))
    return Reply(card, Audience.ONLY_YOU)


def kept(t: Translate, name: str, rhythm: Rhythm) -> Card:
    """How often a room hears from now on."""
    line = t.line("feedback-rhythm-kept", room=name, rhythm=often(t, rhythm))
    return Card(line, (Note(t.line("feedback-rhythm-note")),), Tone.GOOD)


def often(t: Translate, rhythm: Rhythm) -> str:
    """ "every hour"."""
    return t(f"feedback-rhythm-{rhythm.value}")


def _picker(room: RoomRhythm, t: Translate) -> Picker:
    options = tuple(
        Option(often(t, each), f"{each.value}:{room.key}") for each in Rhythm
    )
    chosen = f"{room.rhythm.value}:{room.key}"
    return Picker("feedback.rhythm", t("feedback-rhythm-label"), options, chosen)
