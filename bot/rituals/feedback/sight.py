"""Who may see what of feedback: being in the triage room is the permission (H05)."""

from collections.abc import Collection
from enum import IntEnum

from bot.model.feedback import Feedback, Source
from bot.model.feedback.door import key_of
from bot.model.people import Person, Role
from bot.model.refs import PlaceRef
from bot.ports import UnitOfWork
from bot.rituals.feedback.desk import desk
from bot.rituals.feedback.shown import shown_to

ADMINS = (Role.OWNER, Role.ADMIN)


class Sight(IntEnum):
    """How much somebody sees: nothing; how their own goes on; everything but whose it
    is; everything.
    """

    NOTHING = 0
    SENT = 1
    MASKED = 2
    WHOLE = 3


async def triages(
    db: UnitOfWork, person: Person, here: Collection[PlaceRef] = ()
) -> bool:
    """Whether the person is one of those who triage: who is in the room, or, where
    none was chosen, the admins.
    """
    places = await desk(db)
    if not places:
        return person.role in ADMINS
    if person.role is Role.GUEST:
        return False
    if not set(places).isdisjoint(here):
        return True
    for each in places:
        if person.id in await db.people.seen_in(each):
            return True
    return False


async def sight(
    db: UnitOfWork,
    feedback: Feedback,
    person: Person,
    here: Collection[PlaceRef] = (),
) -> Sight:
    """How much of it the person sees from where they are."""
    if await triages(db, person, here):
        return Sight.WHOLE
    if person.id == feedback.owner_id or person.id in feedback.followers:
        return Sight.MASKED
    if await db.feedback.approvals.asks(feedback.id, person.id):
        return Sight.MASKED
    if await _is_their_door(db, feedback, person):
        return Sight.MASKED
    if person.role is not Role.GUEST and await shown_to(db, feedback, person, here):
        return Sight.MASKED
    return Sight.SENT if person.id in feedback.senders else Sight.NOTHING


async def _is_their_door(db: UnitOfWork, feedback: Feedback, person: Person) -> bool:
    """Whether it came through a door that is the person's."""
    for voice in feedback.voices:
        if voice.source is Source.WEBHOOK and voice.external:
            door = await db.doors.get(key_of(voice.external))
            if door and door.owner_id == person.id:
                return True
    return False
