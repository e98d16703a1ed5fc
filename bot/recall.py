"""What is known of whom and what an event names; of strangers the platform is asked."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from bot.arguments import ACCOUNT, PLACE
from bot.calls import tied
from bot.events import (
    Commanded,
    Event,
    Filled,
    Inbound,
    PlaceChanged,
    ProfileChanged,
    Reacted,
    Replied,
    Said,
    Shortcut,
)
from bot.model.files import Fetched
from bot.model.known import Known
from bot.model.people import Place, Profile
from bot.model.refs import PlaceRef, UserRef
from bot.ports import UnitOfWork
from bot.rituals.meeting import meet

LINKED = 5  # linked places that are looked up; nobody means more


@dataclass(frozen=True, slots=True)
class Facts:
    """Where it happened, and what the platform said of who and what was new to us.

    `carries_on`: these are words from before, with an open question answered. `fetched`
    are the files that came along, if one was needed.
    """

    profiles: tuple[Profile, ...] = ()
    place: Place | None = None
    places: tuple[Place, ...] = ()
    carries_on: bool = False
    fetched: tuple[Fetched, ...] | None = None


class Strangers(Exception):
    """Somebody or something in an event is new to us."""


async def learned(db: UnitOfWork, event: Inbound, facts: Facts, now: datetime) -> Known:
    """Keeps what the platform said; what is known then."""
    await meet(db, facts.profiles, now)
    for place in facts.places:
        await db.people.remember_place(place)
    return await recall(db, event)


def people_in(event: Event) -> Iterable[UserRef]:
    """Whom it names, its author first."""
    yield event.who
    if isinstance(event, PlaceChanged):
        yield from event.came
    if isinstance(event, Reacted):
        yield event.author
    if isinstance(event, Commanded | Said):
        yield from event.mentions
    if isinstance(event, Commanded | Said | Shortcut | Replied):
        for match in ACCOUNT.finditer(event.text):
            yield UserRef(event.who.platform, event.who.tenant, match.group(1))


async def recall(db: UnitOfWork, event: Inbound) -> Known:
    """What we know of everybody and everything in it."""
    where = [event.where] if event.where else []
    people = tuple(people_in(event))
    return await db.people.recall(event.who, people, [*where, *places_in(event)])


def recalled(event: Inbound, known: Known) -> Facts:
    """The facts, where nobody needs to be asked. Raises Strangers."""
    if isinstance(event, ProfileChanged):
        return Facts((event.profile,))
    where = event.where.unthreaded() if event.where else None
    place = known.places.get(where) if where else None
    unknown = Place(where, "", private=True) if where and place is None else None
    if isinstance(event, Filled):  # who waits at a form cannot wait for a platform
        return Facts((), place or unknown)
    if strangers(event, known):
        raise Strangers
    if unknown and event.direct:
        place = replace(unknown, direct=True)
        return Facts((), place, (place,))
    if unknown and not isinstance(event, PlaceChanged):
        raise Strangers
    if any(ref not in known.places for ref in places_in(event)):
        raise Strangers
    if place and event.place_hint not in ("", place.name):
        place = replace(place, name=event.place_hint)
        return Facts((), place, (place,))
    return Facts((), place)


def strangers(event: Inbound, known: Known) -> list[UserRef]:
    """Whom we do not know yet, each once."""
    people = dict.fromkeys(people_in(event))
    return [ref for ref in people if ref not in known.people and not ref.is_company]


def with_calls(event: Inbound, known: Known) -> Inbound:
    """The event with plain names of who was called as links."""
    if not isinstance(event, Commanded | Said) or not event.mentions:
        return event
    names = {ref: known.names[ref] for ref in event.mentions if ref in known.names}
    return replace(event, text=tied(event.text, names))


def places_in(event: Event) -> list[PlaceRef]:
    """The few places a command links to."""
    if not isinstance(event, Commanded | Said):
        return []
    ids = dict.fromkeys(match.group(1) for match in PLACE.finditer(event.text))
    who = event.who
    return [PlaceRef(who.platform, who.tenant, id) for id in list(ids)[:LINKED]]
