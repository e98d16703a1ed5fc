"""The messages about tasks, each written when it is sent, from what is true by then."""

from collections.abc import Callable

from bot.cards import task as cards
from bot.cards.task import batch as batch_cards
from bot.cards.task import list as list_cards
from bot.messages import Card
from bot.model.people import Person
from bot.model.task import Acceptance, Task, TaskState, TaskView
from bot.rituals.flow import Flow, Scene
from bot.rituals.task.sight import sees

flow = Flow()


@flow.notice("task.card")
async def card(scene: Scene) -> Card | None:
    """The task's own card."""
    view = await _view(scene)
    return cards.card(view, scene.t, scene.reader) if view else None


@flow.notice("task.handed")
async def handed(scene: Scene) -> Card | None:
    """Several tasks given to one person at once."""
    if scene.reader is None:
        return None
    ids = [int(each) for each in str(scene.args["list"]).split(",")]
    tasks = [
        task
        for task in await scene.db.tasks.some(ids)
        if task.owner_id == scene.reader.id
    ]
    if not tasks:
        return None
    views = await scene.db.tasks.views(tasks)
    return list_cards.handed(views, scene.t, await _name(scene, "by"))


@flow.notice("task.added")
async def added(scene: Scene) -> Card | None:
    """Several tasks that somebody added in this place."""
    ids = [int(each) for each in str(scene.args["list"]).split(",")]
    views = await scene.db.tasks.views(await scene.db.tasks.some(ids))
    return batch_cards.news(views, await _name(scene, "by"), scene.t) if views else None


@flow.notice("task.comment")
async def comment(scene: Scene) -> Card | None:
    """What somebody said."""
    view = await _view(scene)
    if view is None:
        return None
    said = await scene.db.tasks.log.comments(view.task.id)
    text = next((each.text for each in said if each.id == scene.number("comment")), "")
    who = await _name(scene, "by")
    return cards.news(view, scene.t, scene.reader, "comment", who, text)


@flow.notice("task.declined")
async def declined(scene: Scene) -> Card | None:
    """Given back, and why."""
    view = await _view(scene)
    if view is None:
        return None
    who, why = await _name(scene, "by"), str(scene.args.get("why", ""))
    return cards.news(view, scene.t, scene.reader, "declined", who, why)


@flow.notice("task.closed")
async def closed(scene: Scene) -> Card | None:
    """Done, or not to be done; after an undo it says that instead."""
    view = await _view(scene)
    if view is None:
        return None
    kind = "closed" if view.task.state is TaskState.DONE else "dropped"
    kind = kind if view.task.closed else "reopened"
    return cards.news(view, scene.t, scene.reader, kind, view.closer or view.owner)


@flow.notice("task.assigned")
async def assigned(scene: Scene) -> Card | None:
    """Somebody gave the reader a task; after it moved on, that it did."""
    view = await _view(scene)
    if view is None or scene.reader is None:
        return None
    kind = "assigned" if view.task.owner_id == scene.reader.id else "moved"
    return cards.news(view, scene.t, scene.reader, kind, await _name(scene, "by"))


def _told(kind: str, still: Callable[[Task, Person], bool]) -> None:
    """Declares news that need no more than the task; silent when no longer true."""

    @flow.notice(f"task.{kind}")
    async def tell(scene: Scene) -> Card | None:
        view = await _view(scene)
        if view is None or scene.reader is None:
            return None
        if not view.task.closed and not still(view.task, scene.reader):
            return None
        return cards.news(view, scene.t, scene.reader, kind, await _name(scene, "by"))


def _always(task: Task, reader: Person) -> bool:
    return True


def _owns(task: Task, reader: Person) -> bool:
    return task.owner_id == reader.id


def _follows(task: Task, reader: Person) -> bool:
    return reader.id in task.followers


def _accepted(task: Task, reader: Person) -> bool:
    return task.acceptance is Acceptance.ACCEPTED


for _kind, _still in (
    ("taken", _always),
    ("followed", _follows),
    ("accepted", _accepted),
    ("blocked", _always),
    ("changed", _always),
    ("chased", _owns),
    ("free", _owns),
    ("soon", _owns),
    ("woken", _owns),
    ("late", _always),
):
    _told(_kind, _still)


async def _view(scene: Scene) -> TaskView | None:
    """The task, if the reader may still see it."""
    task = await scene.db.tasks.get(scene.number("task"))
    if task is None:
        return None
    if scene.reader is not None and not await sees(scene.db, task, scene.reader):
        return None
    return (await scene.db.tasks.views([task]))[0]


async def _name(scene: Scene, arg: str) -> str:
    """The name of the person an argument means; nobody for the bot itself."""
    person_id = scene.number(arg) if arg in scene.args else 0
    people = await scene.db.people.some([person_id]) if person_id else {}
    return people[person_id].name if person_id in people else ""
