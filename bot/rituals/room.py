"""Showing the same in every place of a room."""

from collections.abc import Callable, Iterable
from datetime import datetime

from bot.cards import room as cards
from bot.messages import Card
from bot.model.delivery import Draft
from bot.model.people import Organization, Place
from bot.model.refs import PlaceRef
from bot.model.room import Room, mirror
from bot.ports import Translate, UnitOfWork
from bot.rituals.flow import Flow, Scene

flow = Flow()


async def post(db: UnitOfWork, draft: Draft) -> None:
    """Writes a message to a place, and its mirrors to the other places of its room."""
    await db.deliveries.add(draft)
    await reflect(db, draft)


async def reflect(db: UnitOfWork, draft: Draft) -> None:
    """Writes the mirrors of a message that is said in one place of a room."""
    for other in await others(db, draft.place):
        await db.deliveries.add(mirror(draft, other))


async def others(db: UnitOfWork, place: PlaceRef | None) -> tuple[PlaceRef, ...]:
    """The other places of its room."""
    room = await db.rooms.of(place) if place else None
    return room.others(place) if room and place else ()


async def whole(db: UnitOfWork, place: PlaceRef) -> tuple[PlaceRef, ...]:
    """Every place of its room, the place itself among them."""
    room = await db.rooms.of(place)
    return room.places if room else (place,)


async def unlisted(db: UnitOfWork, place: PlaceRef) -> tuple[PlaceRef, ...]:
    """The places of its room whose platform does not tell who is in them."""
    places = await whole(db, place)
    known = await db.people.places(places)
    return tuple(each for each in places if each in known and not known[each].listed)


async def voice(
    db: UnitOfWork,
    words: Callable[[str, str], Translate],
    organization: Organization,
    place: PlaceRef,
    now: datetime,
) -> tuple[Translate, Room | None]:
    """The words for everybody in a place: its own language and zone, and beside it the
    zones of the rest of its room; and that room.
    """
    known, room = await db.people.place(place), await db.rooms.of(place)
    beside = await db.people.places(room.others(place)) if room else {}
    return spoken(words, organization, known, beside.values(), now), room


def spoken(
    words: Callable[[str, str], Translate],
    organization: Organization,
    place: Place | None,
    beside: Iterable[Place],
    now: datetime,
) -> Translate:
    """The words for everybody in a place, and in those beside it."""
    side = place or organization
    t = words(side.language or organization.language, side.zone or organization.zone)
    return t.on(now).beside(other.zone or organization.zone for other in beside)


@flow.notice("room.card")
async def card(scene: Scene) -> Card | None:
    """A room, told to one of its places."""
    rooms = await scene.db.rooms.all()
    room = next((each for each in rooms if each.id == scene.number("room")), None)
    if room is None:
        return None
    return cards.card(scene.t, room, await scene.db.people.places(room.places))
