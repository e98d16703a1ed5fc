"""Answers under the bot's messages cross to the other places of a room (PEERS Q19).

Only where an admin said so, and only what people answer to what the bot said: where it
cannot be seen whether somebody answers to us, nothing crosses. What the bot tells of it
is a message of a bot, which no platform gives back to us as an answer.
"""

from bot.cards import crossing as cards
from bot.events import Replied
from bot.messages import Card, Line
from bot.model.crossing import Crossing
from bot.model.delivery import Delivery, DeliveryState, Draft
from bot.model.refs import MessageRef, PlaceRef
from bot.model.room import mirrored
from bot.ports import UnitOfWork
from bot.rituals.flow import Flow, Scene

flow = Flow()
ON_ITS_WAY = frozenset({DeliveryState.PENDING, DeliveryState.SENDING})


async def matters(db: UnitOfWork, replied: Replied) -> bool:
    """Whether an answer is to be told elsewhere, or was: any other is not even kept."""
    if await db.crossings.of(replied.message):
        return True
    thread = replied.message.answers
    if thread is None or replied.changed:
        return False
    return await answered_to(db, thread) is not None


async def answered_to(db: UnitOfWork, message: MessageRef) -> Delivery | None:
    """What people answer to with a message under this one, as it was first said.

    None where answers stay: threads do not cross there, or the message is not ours.
    """
    room = await db.rooms.of(message.place)
    if room is None or not room.threads:
        return None
    found = await db.deliveries.showing(message)
    while found and found.draft.parent:
        above = await db.deliveries.get(found.draft.parent)
        if above is None:
            break
        found = above
    return found


async def tell(db: UnitOfWork, crossing: Crossing, answered: Delivery) -> None:
    """Writes the answer to every other place that shows what it answers to."""
    room = await db.rooms.of(crossing.place)
    kept = await db.crossings.add(crossing)
    if room is None or kept is None:
        return
    for place in room.others(crossing.place):
        under = await _shown_in(db, answered, place)
        if under is None:
            continue
        draft = Draft(
            key=mirrored(kept.key, place),
            kind="room.reply",
            args={"crossing": kept.id, "under": under.draft.key},
            place=place,
            parent=under.draft.key,
            subject=kept.key,
        )
        await db.deliveries.add(draft)


async def change(db: UnitOfWork, crossing: Crossing, text: str) -> None:
    """The answer says something else now, wherever it can be seen."""
    if crossing.gone or crossing.text == text:
        return
    await db.crossings.change(crossing, text)
    await db.deliveries.touch(subject=crossing.key)


async def take_back(db: UnitOfWork, crossing: Crossing) -> None:
    """The answer is gone, wherever it can be seen."""
    if crossing.gone:
        return
    await db.crossings.take_back(crossing)
    await db.deliveries.touch(subject=crossing.key)


@flow.notice("room.reply")
async def reply(scene: Scene) -> Card | None:
    """An answer from another place. What was taken back before anybody saw it is not
    told at all.
    """
    crossing = await scene.db.crossings.get(scene.number("crossing"))
    under = await scene.db.deliveries.get(str(scene.args["under"]))
    if crossing is None or under is None or under.draft.place is None:
        return None
    if not await _may_say(scene.db, crossing, under.draft.place.unthreaded()):
        return None
    people = await scene.db.people.some([crossing.person_id])
    threaded = scene.can.threads and under.message is not None
    about = None if threaded else await _about(scene, under.draft.subject or "")
    author = people[crossing.person_id].name if people else ""
    return cards.reply(scene.t, crossing, author, about)


async def _shown_in(
    db: UnitOfWork, answered: Delivery, place: PlaceRef
) -> Delivery | None:
    """The message that shows there what was answered to; None where none does."""
    first = answered.draft.origin or answered.draft.key
    for key in (first, mirrored(first, place)):
        found = await db.deliveries.get(key)
        if found is None or found.draft.place is None:
            continue
        seen = found.shown or found.state in ON_ITS_WAY
        if seen and found.draft.place.unthreaded() == place:
            return found
    return None


async def _may_say(db: UnitOfWork, crossing: Crossing, place: PlaceRef) -> bool:
    """Whether the place may read it as it is now: what was said before the room was
    parted, or threads were switched off, stays unsaid from then on.
    """
    if crossing.gone:
        told = await db.deliveries.get(mirrored(crossing.key, place))
        return told is not None and told.shown > 0
    room = await db.rooms.of(crossing.place)
    here = room is not None and room.threads and place in room.others(crossing.place)
    return here and bool(crossing.text)


async def _about(scene: Scene, subject: str) -> Line | None:
    """What an answer is about, in words, where no thread shows it."""
    kind, _, id = subject.partition(":")
    match kind:
        case "task":
            task = await scene.db.tasks.get(int(id))
            return cards.of_task(task) if task else None
        case "occurrence":
            day = await scene.db.standups.days.get(int(id))
            standup = await scene.db.standups.get(day.standup_id) if day else None
            if day and standup:
                return cards.of_day(scene.t, standup, day)
    return None
