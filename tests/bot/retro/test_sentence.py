"""A note as one sentence says it: its kind in front, its room at the end."""

import pytest

from bot.commands.retro.sentence import read_said
from bot.model.retro import NoteKind


@pytest.mark.parametrize(
    ("typed", "text", "kind", "room"),
    [
        (
            "good: the packing table in #wins",
            "the packing table",
            NoteKind.GOOD,
            "wins",
        ),
        ("too many meetings for #wins", "too many meetings", None, "wins"),
        ("不好：包装太慢 在 #wins", "包装太慢", NoteKind.BAD, "wins"),
        ("what we believe in", "what we believe in", None, ""),
    ],
)
def test_a_note_is_read(
    typed: str, text: str, kind: NoteKind | None, room: str
) -> None:
    """The word before the room is none of the note's."""
    said = read_said(typed)
    assert (said.text, said.kind, said.room) == (text, kind, room)
