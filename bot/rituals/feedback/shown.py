"""Where the card of feedback is, besides the room for triage."""

from collections.abc import Iterable

from bot.model.feedback import Feedback
from bot.model.people import Person
from bot.model.refs import PlaceRef
from bot.ports import UnitOfWork
from bot.rituals.room import whole


async def shown_to(
    db: UnitOfWork, feedback: Feedback, person: Person, here: Iterable[PlaceRef]
) -> bool:
    """Whether its card, or a message that lists it, is where the person is, or in a
    place of a rule's where they were seen.
    """
    for place in here:
        if await db.deliveries.shows(feedback.subject, place, person.id):
            return True
    listed = {
        place
        for first in await db.feedback.rooms.of(feedback.id)
        for place in await whole(db, first)
    }
    if not listed.isdisjoint(here):
        return True
    for place in listed:
        if person.id in await db.people.seen_in(place):
            return True
    for rule in await db.feedback.rules.routes():
        for place in await whole(db, rule.place) if rule.place else ():
            seen = person.id in await db.people.seen_in(place)
            if seen and await db.deliveries.shows(feedback.subject, place, person.id):
                return True
    return False
