"""What can wait comes to a room at its own rhythm: one message of all that came."""

from collections.abc import Iterable
from datetime import datetime

from bot.cards.feedback import bundle as cards
from bot.messages import Card
from bot.model.delivery import Draft
from bot.model.feedback import Feedback, State
from bot.model.feedback.figures import RANKS
from bot.model.feedback.rhythm import Rhythm, Slot, next_slot
from bot.model.feedback.routing import alarms
from bot.model.refs import PlaceRef
from bot.ports import Calendar, UnitOfWork
from bot.rituals.feedback.desk import desk
from bot.rituals.feedback.news import rhythm_of
from bot.rituals.feedback.views import views
from bot.rituals.feedback.work import FeedbackWork
from bot.rituals.flow import Flow, Scene
from bot.rituals.room import post, whole
from bot.rituals.workdays import working, zone_of

flow = Flow()


async def bring(
    work: FeedbackWork,
    calendar: Calendar,
    feedback: Feedback,
    place: PlaceRef,
    room: Iterable[PlaceRef],
) -> None:
    """Shows it in a place of a room at once, or with others when the room hears next;
    what stops sales never waits.
    """
    slot = None if alarms(feedback) else await _slot(work, calendar, place, room)
    if slot is None:
        await work.post(feedback, place)
    elif await work.db.feedback.rooms.wait(feedback.id, slot):
        await post(work.db, _draft(slot))


@flow.notice("feedback.bundle")
async def bundle(scene: Scene) -> Card | None:
    """What came since the room heard last; nothing, if nothing is to be said any
    more.
    """
    slot = _slot_of(scene)
    came = [
        each
        for each in await scene.db.feedback.rooms.told_in(slot)
        if each.state is not State.JOINED
    ]
    if not came or scene.place is None or not await _hears(scene.db, slot.place):
        return None
    came.sort(key=lambda each: (-RANKS[each.facts.severity], each.id))
    triages = scene.place.unthreaded() in await desk(scene.db)
    rhythms = await scene.db.feedback.rooms.rhythms()
    rhythm = rhythms.get(slot.place, Rhythm.AT_ONCE)
    shown = await views(scene.db, came, whole=triages)
    return cards.bundle(shown, scene.t, rhythm, desk=triages)


async def _hears(db: UnitOfWork, place: PlaceRef) -> bool:
    """Whether feedback still comes to the place's room."""
    rules = await db.feedback.rules.routes()
    hear = {await db.feedback.rules.triage(), *(rule.place for rule in rules)}
    return not hear.isdisjoint(await whole(db, place))


async def _slot(
    work: FeedbackWork,
    calendar: Calendar,
    place: PlaceRef,
    room: Iterable[PlaceRef],
) -> Slot | None:
    rhythm = await rhythm_of(work.db, room)
    if rhythm is Rhythm.AT_ONCE:
        return None
    zone = await zone_of(work.db, work.organization, place)
    works = working(calendar, work.organization, zone)
    at = next_slot(rhythm, work.now, zone, works)
    return Slot(place.unthreaded(), at) if at else None


def _draft(slot: Slot) -> Draft:
    """One for each slot of a place, whatever comes in it."""
    at = slot.place
    named = f"{at.platform}:{at.tenant}:{at.id}"
    return Draft(
        key=f"feedback:bundle:{slot.at.isoformat()}:{named}",
        kind="feedback.bundle",
        args={
            "at": slot.at.isoformat(),
            "platform": at.platform,
            "tenant": at.tenant,
            "place": at.id,
        },
        place=at,
        due=slot.at,
    )


def _slot_of(scene: Scene) -> Slot:
    names = ("platform", "tenant", "place")
    place = PlaceRef(*(str(scene.args[name]) for name in names))
    return Slot(place, datetime.fromisoformat(str(scene.args["at"])))
