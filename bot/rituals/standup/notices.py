"""Writes the messages of stand-ups when they are sent, from what is true by then."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from datetime import timedelta

from bot.cards import standup as cards
from bot.cards.meant import told_apart
from bot.cards.standup import DayView, Shown
from bot.cards.standup import list as standup_list
from bot.cards.standup.view import StandupView
from bot.messages import Card
from bot.model.link import MessageKind
from bot.model.people import FormStyle, Person, Place
from bot.model.refs import PlaceRef
from bot.model.room import mirrored
from bot.model.standup import (
    Chosen,
    Occurrence,
    Participant,
    ParticipantState,
    Standup,
)
from bot.model.standup.tally import Door, door
from bot.ports import Abilities, Translate, UnitOfWork
from bot.rituals.blocker.notices import blockers_of
from bot.rituals.flow import Flow, Scene
from bot.rituals.room import whole
from bot.rituals.standup.deliveries import asking_keys, end_key
from bot.rituals.standup.invite import how_to_join
from bot.rituals.standup.mood import mood_on
from bot.rituals.standup.readers import readable, with_calls

flow = Flow()
AT_LAST = timedelta(seconds=10)  # by then an answer that was given has been kept


@flow.notice("standup.thread")
async def thread(scene: Scene) -> Card | None:
    """The day's message in its place; with the answers in it where there are no
    threads.
    """
    together = scene.can.edits and not scene.can.threads
    view = await day_view(scene, scene.number("occurrence"), answers=together)
    return cards.thread(scene.t, view) if view else None


@flow.notice("standup.end")
async def end(scene: Scene) -> Card | None:
    """The wrap-up as a message of its own, where the day's message stays as it was;
    elsewhere it only calls who is missing, if the team wants that.
    """
    alone = not scene.can.edits
    answers = alone and not scene.can.threads
    view = await day_view(scene, scene.number("occurrence"), answers=answers)
    if view is None:
        return None
    return cards.digest(scene.t, view) if alone else cards.called(scene.t, view)


@flow.notice("standup.wrapup")
async def wrapup(scene: Scene) -> Card | None:
    """The wrap-up with all answers, by direct message."""
    view = await day_view(scene, scene.number("occurrence"), answers=True)
    return cards.digest(scene.t, view) if view else None


@flow.notice("standup.prompt")
async def prompt(scene: Scene) -> Card | None:
    """The question to one person, or what became of it."""
    view, who = await _part(scene)
    return await _prompt(scene, view, who) if view and who else None


@flow.notice("standup.reminder")
async def reminder(scene: Scene) -> Card | None:
    """Only to who is still missing; one they have seen shows what became of it, in a
    line where nothing did: the question above it says the rest.
    """
    view, who = await _part(scene)
    if view is None or who is None:
        return None
    if view.open and who.state is ParticipantState.ASKED:
        return cards.reminder(scene.t, view)
    if not await _reminded(scene, view, who):
        return None
    if view.open or who.said:
        return await _prompt(scene, view, who)
    return cards.reminded(scene.t, view)


async def _prompt(scene: Scene, view: DayView, who: Participant) -> Card:
    reader = scene.reader
    if reader is None:
        return cards.prompt(scene.t, view, who, late=False)
    late = door(view.occurrence, who, reader, scene.now) is Door.LATE
    forms = await _has_forms(scene, reader)
    return cards.prompt(scene.t, view, who, late=late, forms=forms)


async def _has_forms(scene: Scene, reader: Person) -> bool:
    """Whether a form opens for them where stand-ups reach them: a platform may have
    none, and some like to be asked one by one.
    """
    accounts = await scene.db.people.accounts(reader.id, MessageKind.STANDUP)
    if reader.forms is FormStyle.CONVERSATION or not accounts:
        return False
    at = accounts[0].ref
    return scene.can_at(PlaceRef(at.platform, at.tenant, at.id)).forms


async def _reminded(scene: Scene, view: DayView, who: Participant) -> bool:
    deliveries = scene.db.deliveries
    for key in asking_keys(view.occurrence, who)[1:]:
        delivery = await deliveries.get(key)
        if delivery and delivery.message:
            return True
    return False


@flow.notice("standup.answer")
async def answer(scene: Scene) -> Card | None:
    """One person's answer in the day's thread, where there is one."""
    if not scene.can.threads:
        return None
    view, who = await _part(scene, answers=True)
    write = cards.answer_alone if scene.orphan else cards.answer
    return write(scene.t, view, who) if view and who else None


@flow.notice("standup.late")
async def late(scene: Scene) -> Card | None:
    """A late answer as a message of its own, where the wrap-up lacks it and stays as it
    was said.
    """
    view, who = await _part(scene, answers=True)
    if scene.can.edits or scene.can.threads or view is None or who is None:
        return None
    if await _wrapped_up(scene, view, who):
        return None
    return cards.late_answer(scene.t, view, who)


async def _wrapped_up(scene: Scene, view: DayView, who: Participant) -> bool:
    """Whether the wrap-up there was written so late that it has the answer."""
    key, place = end_key(view.occurrence), scene.place
    if place and place != view.standup.place:
        key = mirrored(key, place)
    end = await scene.db.deliveries.get(key)
    if end is None or end.tried_at is None or who.answered_at is None:
        return False
    return who.answered_at + AT_LAST < end.tried_at


@flow.notice("standup.blind")
async def blind(scene: Scene) -> Card | None:
    """Tells the owner that nobody can say who is in the place."""
    standup = await scene.db.standups.get(scene.number("standup"))
    if standup is None:
        return None
    place = await place_name(scene.db, scene.t, standup) or scene.t("standup-place")
    return standup_list.warned(scene.t, standup, place)


@flow.notice("standup.turned-away")
async def turned_away(scene: Scene) -> Card | None:
    """Tells the owner that it was paused, as they are not in its place."""
    standup = await scene.db.standups.get(scene.number("standup"))
    if standup is None:
        return None
    return standup_list.turned_away(scene.t, standup)


@flow.notice("standup.owned")
async def owned(scene: Scene) -> Card | None:
    """Tells somebody that a stand-up is theirs from now on."""
    standup = await scene.db.standups.get(scene.number("standup"))
    if standup is None:
        return None
    before = await scene.db.people.get(scene.number("before"))
    return standup_list.owned(scene.t, standup, before.name)


@flow.notice("standup.card")
async def card(scene: Scene) -> Card | None:
    """A stand-up itself, wherever it was shown."""
    standup = await scene.db.standups.get(scene.number("standup"))
    if standup is None:
        return None
    view = await standup_view(scene.db, scene.t, standup)
    if scene.place and standup.active:
        join = await how_to_join(scene.db, scene.t, standup, scene.place)
        return standup_list.noted(scene.t, view, [join] if join else [])
    return standup_list.one(scene.t, view)


async def day_view(
    scene: Scene,
    occurrence_id: int,
    *,
    answers: bool = False,
    by: Participant | None = None,
    alone: Participant | None = None,
) -> DayView | None:
    """The day as it is now, for whoever reads it, with answers of all or `by` one; of
    one participant `alone` where it is they who are asked: five hundred prompts must
    not look at five hundred people each.
    """
    days = scene.db.standups.days
    occurrence = await days.get(occurrence_id)
    if occurrence is None:
        return None
    standup = await scene.db.standups.get(occurrence.standup_id)
    if standup is None:
        return None
    participants = [alone] if alone else await days.participants(occurrence.id)
    people = {each.person_id for each in participants}
    people |= {standup.owner_id, *standup.observers, *standup.admins}
    view = DayView(
        standup,
        occurrence,
        participants,
        await _names(scene.db, scene.t, people),
        scene.now,
        await place_name(scene.db, scene.t, standup),
        await _said(scene.db, occurrence, by) if answers else None,
        await shown_in(scene.db, scene.t, standup, scene.can_at),
        blockers=()
        if alone and not alone.said
        else await blockers_of(scene, standup, occurrence),
    )
    if view.closed and not alone:
        view = await with_calls(scene, await _with_mood(scene.db, view))
    return await readable(scene, view)


async def _said(
    db: UnitOfWork, occurrence: Occurrence, by: Participant | None
) -> Mapping[int, tuple[str, ...]]:
    days = db.standups.days
    if by is None:
        return await days.answers(occurrence.id)
    return {by.id: await days.said_by(by.id)}


async def _with_mood(db: UnitOfWork, view: DayView) -> DayView:
    """What nobody may know of a day before it is closed: what all say together."""
    occurrence = view.occurrence
    before = await db.standups.days.before(view.standup.id, occurrence.day, 1)
    return replace(
        view,
        first=not before,
        mood=await mood_on(db, occurrence, view.participants),
        sealed=await db.standups.sealed.of(occurrence.id),
    )


async def _part(
    scene: Scene, *, answers: bool = False
) -> tuple[DayView | None, Participant | None]:
    who = await scene.db.standups.days.participant(scene.number("participant"))
    if who is None:
        return None, None
    alone = None if answers else who
    day = who.occurrence_id
    return await day_view(scene, day, answers=answers, by=who, alone=alone), who


async def _names(
    db: UnitOfWork, t: Translate, people: Collection[int]
) -> dict[int, str]:
    known = await db.people.some(tuple(people))
    return told_apart(t, tuple(known.values()))


async def place_name(db: UnitOfWork, t: Translate, standup: Standup) -> str:
    """ "#general", every place of its room beside it; "" without a place."""
    return (await _place_names(db, t, [standup])).get(standup.id, "")


async def shown_in(
    db: UnitOfWork,
    t: Translate,
    standup: Standup,
    can_at: Callable[[PlaceRef], Abilities],
) -> Shown:
    """Where answers are seen at once, and where nothing can be added to what was
    said.
    """
    places = await whole(db, standup.place) if standup.place else ()
    known = await db.people.places(places) if places else {}
    now: list[str] = []
    later: list[str] = []
    for place in places:
        can = can_at(place)
        names = now if can.edits or can.threads else later
        names.append(_called(t, known.get(place)))
    return Shown(" · ".join(now), " · ".join(later))


async def _place_names(
    db: UnitOfWork, t: Translate, standups: Collection[Standup]
) -> dict[int, str]:
    """What the places of stand-ups are called, by stand-up."""
    rooms = {ref: room.places for room in await db.rooms.all() for ref in room.places}
    shown = {
        standup.id: rooms.get(standup.place, (standup.place,))
        for standup in standups
        if standup.place
    }
    known = await db.people.places([ref for refs in shown.values() for ref in refs])
    return {
        id: " · ".join(_called(t, known.get(ref)) for ref in refs)
        for id, refs in shown.items()
    }


def _called(t: Translate, place: Place | None) -> str:
    if place is None or not place.name:
        return t("standup-place")
    return t(f"place-{place.ref.platform}", name=place.name)


async def standup_view(db: UnitOfWork, t: Translate, standup: Standup) -> StandupView:
    """A stand-up with the names its card shows."""
    return (await standup_views(db, t, [standup]))[0]


async def standup_views(
    db: UnitOfWork, t: Translate, standups: Collection[Standup]
) -> list[StandupView]:
    """Stand-ups with the names their cards show."""
    wanted = {person for standup in standups for person in _people(standup)}
    known = await db.people.some(tuple(wanted))
    places = await _place_names(db, t, standups)
    return [
        StandupView(
            standup,
            ", ".join(standup_list.names_of((standup.owner_id,), known)),
            names=standup_list.names_of(_staying(_chosen(standup), known), known),
            place=places.get(standup.id, ""),
            known={p: known[p].name for p in _people(standup) if p in known},
            alarm=await _alarm(db, t, standup),
        )
        for standup in standups
    ]


def _chosen(standup: Standup) -> tuple[int, ...]:
    return standup.roster.people if isinstance(standup.roster, Chosen) else ()


def _staying(people: tuple[int, ...], known: Mapping[int, Person]) -> tuple[int, ...]:
    """Those who have not left the company: nobody else is asked."""
    return tuple(each for each in people if each in known and known[each].active)


def _people(standup: Standup) -> tuple[int, ...]:
    escalate = standup.policy.escalate_to
    named = (*standup.observers, *standup.optional, *standup.admins)
    to = (escalate,) if escalate else ()
    return (standup.owner_id, *named, *_chosen(standup), *to)


async def _alarm(db: UnitOfWork, t: Translate, standup: Standup) -> str:
    """What the place that hears of its blockers is called, unless it is private."""
    alarm = standup.policy.alarm_place
    place = await db.people.place(alarm) if alarm else None
    return _called(t, place) if place and not place.private else ""
