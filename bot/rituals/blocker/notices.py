"""The messages about blockers, each written when it is sent, from what is true then."""

from collections.abc import Callable
from datetime import date, datetime

from bot.cards import blocker as cards
from bot.cards.blocker import list as cards_list
from bot.messages import Card
from bot.model.blocker import Blocker, BlockerView, UpdateKind
from bot.model.people import Person
from bot.model.standup import Occurrence, Standup
from bot.rituals.blocker.keys import key_of, nudge_key, still_key
from bot.rituals.blocker.views import day_views, views
from bot.rituals.blocker.work import BlockerWork
from bot.rituals.flow import Flow, Scene

flow = Flow()


def work_of(scene: Scene) -> BlockerWork:
    """The tools, as a notice needs them: to look, never to change."""
    return BlockerWork(scene.db, scene.calendar, scene.organization, scene.now)


async def blockers_of(
    scene: Scene, standup: Standup, occurrence: Occurrence
) -> list[BlockerView]:
    """A day's blockers, as far as who reads of the day may see them."""
    if scene.reader is None and not standup.posts_answers:
        return []
    return await day_views(work_of(scene), standup, occurrence, scene.reader)


@flow.notice("blocker.card")
async def card(scene: Scene) -> Card | None:
    """The blocker's own card."""
    view = await _view(scene)
    return cards.card(view, scene.t, scene.reader) if view else None


@flow.notice("blocker.said")
async def said(scene: Scene) -> Card | None:
    """What somebody said of it."""
    view = await _news_of(scene, "said")
    if view is None:
        return None
    updates = await scene.db.blockers.log.of(view.blocker.id)
    wanted = scene.number("update")
    text = next((each.text for each in updates if each.id == wanted), "")
    who = await _name(scene)
    return cards.news(view, scene.t, scene.reader, "said", who, text)


@flow.notice("blocker.resolved")
async def resolved(scene: Scene) -> Card | None:
    """Out of the way; after an undo it says that instead."""
    view = await _view(scene)
    if view is None:
        return None
    if view.blocker.open and not await _was_sent(scene, view.blocker, "resolved"):
        return None
    kind = "reopened" if view.blocker.open else "resolved"
    return cards.news(view, scene.t, scene.reader, kind, view.resolver)


@flow.notice("blocker.nudge")
async def nudge(scene: Scene) -> Card | None:
    """Everything the reader was reminded of that day; nothing that they have seen."""
    if scene.reader is None:
        return None
    day = date.fromisoformat(str(scene.args["day"]))
    found: list[Blocker] = []
    for each in await scene.db.blockers.tagging(scene.reader.id, day):
        if await _sent(scene, nudge_key(scene.reader.id, day)) or _unseen(
            each, scene.reader
        ):
            found.append(each)
    shown = await views(work_of(scene), found)
    return cards_list.nudge(shown, scene.t, scene.reader) if shown else None


@flow.notice("blocker.still")
async def still(scene: Scene) -> Card | None:
    """Asks who was silent of all that is open; what is out of the way says so."""
    day = await scene.db.standups.days.get(scene.number("occurrence"))
    if scene.reader is None or day is None:
        return None
    key = still_key(day.standup_id, day.day, scene.reader.id)
    sent = await _sent(scene, key)
    asked = await scene.db.blockers.asked_of(scene.reader.id, day.standup_id, day.day)
    found = [each for each in asked if each.open or sent]
    since = day.closes_at
    told = [each for each in found if await _answered(scene, each, since)]
    shown = await views(work_of(scene), found)
    ids = frozenset(each.id for each in told)
    return cards_list.still(shown, scene.t, ids) if shown else None


async def _answered(scene: Scene, blocker: Blocker, since: datetime) -> bool:
    """Whether its reporter has said something of it since they were asked."""
    return any(
        each.kind is UpdateKind.SAID
        and each.person_id == blocker.reporter_id
        and each.at >= since
        for each in await scene.db.blockers.log.of(blocker.id)
    )


@flow.notice("blocker.task-done")
async def task_done(scene: Scene) -> Card | None:
    """Its task is done: asks its reporter whether it is out of the way, too."""
    view = await _news_of(scene, "task-done")
    if view is None:
        return None
    task = await scene.db.tasks.get(view.blocker.task_id or 0)
    since = task.closed_at if task else None
    if since is None or not view.blocker.open:
        return cards.card(view, scene.t, scene.reader)
    if await _answered(scene, view.blocker, since):
        return cards.card(view, scene.t, scene.reader)
    return cards.task_done(view, scene.t)


def _told(
    kind: str,
    still_so: Callable[[Blocker, Person], bool],
    who: Callable[[BlockerView], str] | None = None,
) -> None:
    """Declares news that need no more than the blocker. What is no longer true is not
    sent; where it was, it shows what is.
    """

    @flow.notice(f"blocker.{kind}")
    async def tell(scene: Scene) -> Card | None:
        view = await _news_of(scene, kind)
        if view is None or scene.reader is None:
            return None
        blocker = view.blocker
        if not blocker.open or not still_so(blocker, scene.reader):
            sent = await _was_sent(scene, blocker, kind)
            return cards.card(view, scene.t, scene.reader) if sent else None
        name = who(view) if who else await _name(scene)
        return cards.news(view, scene.t, scene.reader, kind, name or view.reporter)


def _unseen(blocker: Blocker, reader: Person) -> bool:
    tag = blocker.tag_of(reader.id)
    return tag is not None and tag.acknowledged_at is None


def _asked_for_help(blocker: Blocker, reader: Person) -> bool:
    return reader.id in blocker.tagged


def _reported(blocker: Blocker, reader: Person) -> bool:
    return blocker.reporter_id == reader.id


def _is_told(blocker: Blocker, reader: Person) -> bool:
    return blocker.escalated_to == reader.id


_told("tagged", _asked_for_help)
_told("acknowledged", _reported)
_told("escalated", _is_told, lambda view: view.reporter)
_told("overdue", _unseen, lambda view: view.reporter)
_told("alone", _reported)
_told("passed-on", _reported, lambda view: view.escalated)


async def _news_of(scene: Scene, kind: str) -> BlockerView | None:
    """The blocker; None for news of one out of the way that nobody has seen yet."""
    view = await _view(scene)
    if view is None or view.blocker.open:
        return view
    return view if await _was_sent(scene, view.blocker, kind) else None


async def _was_sent(scene: Scene, blocker: Blocker, kind: str) -> bool:
    if scene.reader is None or "once" not in scene.args:
        return False
    key = key_of(blocker, kind, scene.args["once"], scene.reader.id)
    return await _sent(scene, key)


async def _sent(scene: Scene, key: str) -> bool:
    delivery = await scene.db.deliveries.get(key)
    return delivery is not None and delivery.message is not None


async def _view(scene: Scene) -> BlockerView | None:
    blocker = await scene.db.blockers.get(scene.number("blocker"))
    if blocker is None:
        return None
    if scene.reader is not None and not blocker.concerns(scene.reader.id):
        return None
    return (await views(work_of(scene), [blocker]))[0]


async def _name(scene: Scene) -> str:
    """The name of who did it; nobody for the bot itself."""
    person_id = scene.number("by") if "by" in scene.args else 0
    people = await scene.db.people.some([person_id]) if person_id else {}
    return people[person_id].name if person_id in people else ""
