"""The box of a room: where notes wait, who may put one in, who may open it (E06)."""

from dataclasses import dataclass

from bot.model.people import Person, Place, Role
from bot.model.refs import PlaceRef
from bot.ports import UnitOfWork
from bot.sight import heads, restricted


@dataclass(frozen=True, slots=True)
class Box:
    """A room, seen from one of its places."""

    place: PlaceRef
    places: tuple[PlaceRef, ...]
    name: str


async def box_of(db: UnitOfWork, place: PlaceRef) -> Box:
    """The box of a place: its room's, where it is in one."""
    ref = place.unthreaded()
    if room := await db.rooms.of(ref):
        return Box(ref, room.places, room.name)
    known = await db.people.place(ref)
    return Box(ref, (ref,), known.name.lstrip("#") if known else "")


async def within(db: UnitOfWork, box: Box, person: Person) -> bool:
    """Whether they are in it, or everybody may be."""
    known = await db.people.places(box.places)
    public = any(_open(place) for place in known.values())
    if public and not await restricted(db, person):
        return True
    return any([person.id in await db.people.seen_in(ref) for ref in box.places])


async def boxes(db: UnitOfWork, person: Person) -> tuple[Box, ...]:
    """Every room they may write for, and those for which they wrote."""
    found: dict[tuple[PlaceRef, ...], Box] = {}
    for room in await db.rooms.all():
        if room.places:
            box = Box(room.places[0], room.places, room.name)
            if await within(db, box, person):
                found[box.places] = box
    for note in await db.retros.own(person.id):
        box = await box_of(db, note.place)
        found.setdefault(box.places, box)
    return tuple(found.values())


async def leads(db: UnitOfWork, person: Person) -> bool:
    """Whether they may open one: admins, who heads a department, who has a team."""
    if person.role is Role.GUEST:
        return False
    if person.is_admin or await heads(db, person):
        return True
    everyone = await db.people.everyone()
    return any(each.manager_id == person.id for each in everyone)


def _open(place: Place) -> bool:
    return not place.private and not place.direct
