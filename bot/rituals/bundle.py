"""The daily bundle: one message on a person's morning, only with something to say.

Whatever is not urgent asks for it with `put_in_bundle`; the text is written when it is
sent, from everything that is due by then. It is never sent on a day off or away, and
expires at the end of its day.
"""

from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from bot.cards import bundle as cards
from bot.messages import Card, Item, Line
from bot.model.delivery import Draft
from bot.model.moments import instant
from bot.model.people import Person
from bot.model.reminders import belongs_in_bundle, next_working_day
from bot.model.task import CLOSED, Task
from bot.model.task.list import Bucket, TaskFilter, bucket
from bot.rituals.flow import Flow, Scene
from bot.rituals.task import notices as task_notices
from bot.rituals.task.work import TaskWork

flow = Flow()
MANY = 200


async def put_in_bundle(work: TaskWork, person: Person) -> None:
    """Sees to it that the person gets today's bundle, once."""
    works = await work.works(person)
    today = person.local(work.now).date()
    if not works(today):
        return
    until = next_working_day(today, works) or today
    draft = Draft(
        key=f"bundle:person:{person.id}:{today.isoformat()}",
        kind="bundle",
        args={"day": today.isoformat(), "until": until.isoformat()},
        person_id=person.id,
        subject=f"bundle:{person.id}",
        due=work.now,
        expires=_end_of(today, person),
    )
    await work.db.deliveries.add(draft)


@flow.notice("bundle")
async def bundle(scene: Scene) -> Card | None:
    """Everything due and overdue; after its own day it stays as it was."""
    reader = scene.reader
    today = date.fromisoformat(str(scene.args["day"]))
    if reader is None or reader.local(scene.now).date() != today:
        return None
    until = date.fromisoformat(str(scene.args["until"]))
    due = await _due(scene, reader, today, until)
    woken = await _woken(scene, reader, today, {task.id for task in due})
    closed = await _closed(scene, reader, today, until)
    news = await _news(scene, reader, today)
    if not due and not woken and not closed and not news:
        return None
    parts: dict[Bucket, list[Task]] = {}
    for task in due:
        parts.setdefault(bucket(task, scene.now, reader.tz), []).append(task)
    views = scene.db.tasks.views
    morning = cards.Morning(
        overdue=await views(parts.pop(Bucket.OVERDUE, [])),
        today=await views(parts.pop(Bucket.TODAY, [])),
        soon=await views([task for some in parts.values() for task in some]),
        woken=await views(woken),
        closed=await views(closed),
        news=news,
    )
    return cards.bundle(morning, scene.t, f"bundle:{reader.id}")


async def _due(scene: Scene, reader: Person, today: date, until: date) -> list[Task]:
    wanted = TaskFilter(viewer_id=reader.id, owner_id=reader.id)
    mine = await scene.db.tasks.find(wanted, MANY)
    return [task for task in mine if belongs_in_bundle(task, reader, today, until)]


async def _woken(
    scene: Scene, reader: Person, today: date, said: Collection[int]
) -> list[Task]:
    """What was snoozed until today, and is not said already."""
    start = instant(today, time.min, reader.tz)
    woken = await scene.db.tasks.woken(reader.id, start, scene.now)
    return [task for task in woken if task.id not in said]


async def _closed(scene: Scene, reader: Person, today: date, until: date) -> list[Task]:
    """What was closed since this morning, so that it can be undone from here."""
    wanted = TaskFilter(
        viewer_id=reader.id,
        owner_id=reader.id,
        states=CLOSED,
        closed_since=instant(today, time.min, reader.tz),
    )
    found = await scene.db.tasks.find(wanted, MANY)
    return [
        task
        for task in found
        if task.deadline and task.deadline.day_for(reader.tz) <= until
    ]


async def _news(scene: Scene, reader: Person, today: date) -> tuple[Item, ...]:
    """What was not sent on its own, to save or to leave somebody alone: each as its
    message would begin, with its buttons.
    """
    start = instant(today, time.min, reader.tz)
    held = scene.db.deliveries.held
    news: dict[Line, Item] = {}
    for draft in await held.bundled(reader.id, start, _end_of(today, reader)):
        write = task_notices.flow.notices[draft.kind]
        if card := await write(replace(scene, args=draft.args)):
            news[card.title] = cards.news(card)
    return tuple(news.values())


def _end_of(day: date, person: Person) -> datetime:
    return instant(day + timedelta(days=1), time.min, person.tz)
