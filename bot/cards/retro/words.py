"""The pieces every card of retrospectives is made of."""

from bot.messages import Button, ButtonStyle, Confirm, Line, Link
from bot.model.retro import Note, NoteKind
from bot.ports import Translate

DOT = " · "


def kind(t: Translate, of: NoteKind) -> str:
    """What notes of a kind say."""
    return t(f"retro-kind-{of.value}")


def button(
    t: Translate,
    word: str,
    action: str,
    value: str,
    style: ButtonStyle = ButtonStyle.PLAIN,
    confirm: Confirm | None = None,
) -> Button:
    """One of the buttons of this family."""
    return Button(t(f"retro-button-{word}"), f"retro.{action}", value, style, confirm)


def with_source(t: Translate, note: Note) -> Line:
    """What it says, with the message it is about."""
    if not note.permalink:
        return (note.text,)
    return (note.text, DOT, Link(note.permalink, t("retro-message")))
