"""Opening a retrospective: every note at once, in every place of its room (E02)."""

from datetime import datetime, timedelta

from bot.cards.retro import Opened, pages
from bot.model.delivery import Draft
from bot.model.feedback.figures import Period, StepFigures
from bot.model.people import Person
from bot.model.retro import Retro, mixed
from bot.model.task import Task, TaskView
from bot.ports import UnitOfWork
from bot.rituals.feedback.digest import counted_of
from bot.rituals.retro.box import Box, box_of
from bot.rituals.room import post

OPENED = "retro.opened"
USUAL, LONGEST = timedelta(weeks=4), timedelta(weeks=12)
THEMES = 3
INSTANT = timedelta(microseconds=1)  # what was said just now is in it


async def open_box(
    db: UnitOfWork, box: Box, person: Person, now: datetime
) -> Retro | None:
    """Publishes what waits and forgets who wrote it; None where nothing waits, or
    somebody was first.
    """
    new = Retro(place=box.place, opened_at=now, opened_by=person.id, people=0)
    retro = await db.retros.open(new, box.places)
    if retro is None:
        return None
    found = await opened(db, retro)
    for page in range(1, len(pages(found.notes)) + 1):
        draft = Draft(
            key=f"{retro.subject}:opened:{page}",
            kind=OPENED,
            args={"retro": retro.id, "page": page},
            place=retro.place,
            subject=retro.subject,
            due=now,
        )
        await post(db, draft)
    return retro


async def opened(db: UnitOfWork, retro: Retro) -> Opened:
    """What a retrospective shows: its notes, and how far the ones before have come."""
    box = await box_of(db, retro.place)
    known = await db.retros.of(box.places)
    before = [each.id for each in known if each.number < retro.number]
    last = max((e.opened_at for e in known if e.number < retro.number), default=None)
    old = await _tasks(db, box, before)
    was = tuple(each for each in old if _counts(each.task, last))
    made = await _tasks(db, box, [retro.id])
    notes = mixed(await db.retros.notes(retro.id))
    heard = await _heard(db, last, retro.opened_at)
    return Opened(retro, box.name, notes, was, made, heard)


async def _heard(
    db: UnitOfWork, last: datetime | None, until: datetime
) -> tuple[StepFigures, ...]:
    """What customers spoke of most since the retrospective before, in figures that
    everybody may see: of four weeks where there was none.
    """
    since = max(last or until - USUAL, until - LONGEST)
    counted = await counted_of(db, Period(since + INSTANT, until + INSTANT))
    return tuple(each for each in counted.steps if each.now)[:THEMES]


async def _tasks(
    db: UnitOfWork, box: Box, retro_ids: list[int]
) -> tuple[TaskView, ...]:
    """What came out of these, as far as the whole room may read it."""
    ids = [task_id for _, task_id in await db.retros.actions(retro_ids)]
    found = [
        task
        for task in await db.tasks.some(ids)
        if not task.private
        or (task.place is not None and task.place.unthreaded() in box.places)
    ]
    return tuple(await db.tasks.views(found))


def _counts(task: Task, since: datetime | None) -> bool:
    """Whether it is open, or was closed after the retrospective before this one."""
    if not task.closed:
        return True
    return bool(since and task.closed_at and task.closed_at >= since)
