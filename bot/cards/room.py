"""What people see of rooms."""

from collections.abc import Mapping, Sequence

from bot.messages import Block, Bold, Bullets, Card, Line, Note, Paragraph
from bot.model.people import Place
from bot.model.refs import PlaceRef
from bot.model.room import Room
from bot.ports import Translate


def card(t: Translate, room: Room, places: Mapping[PlaceRef, Place]) -> Card:
    """One room: its places, and what that means."""
    blocks: list[Block] = [Bullets(_places(t, room, places))]
    if len(room.places) > 1:
        blocks.append(Paragraph(t.line("room-explained")))
    else:
        blocks.append(Paragraph(t.line("room-alone", name=room.name)))
    key = "room-threads-on" if room.threads else "room-threads-off"
    blocks.append(Note(t.line(key)))
    return Card(t.line("room-title", name=Bold(room.name)), tuple(blocks))


def left(t: Translate, room: Room) -> Card:
    """This place is on its own again."""
    return Card(t.line("room-left", name=Bold(room.name)))


def listing(
    t: Translate, rooms: Sequence[Room], places: Mapping[PlaceRef, Place]
) -> Card:
    """Every room with its places."""
    if not rooms:
        return Card(t.line("room-list-empty"))
    lines = tuple(_line(t, room, places) for room in rooms)
    return Card(t.line("room-list-title"), (Bullets(lines),))


def _line(t: Translate, room: Room, places: Mapping[PlaceRef, Place]) -> Line:
    names = [_called(t, ref, places) for ref in room.places]
    return (Bold(room.name), " · ", t.items(tuple(names)))


def _places(
    t: Translate, room: Room, places: Mapping[PlaceRef, Place]
) -> tuple[Line, ...]:
    return tuple((_called(t, ref, places),) for ref in room.places)


def _called(t: Translate, ref: PlaceRef, places: Mapping[PlaceRef, Place]) -> str:
    place = places.get(ref)
    name = place.name if place and place.name else t("room-place-unnamed")
    return t("room-place", name=name, platform=t(f"platform-{ref.platform}"))
