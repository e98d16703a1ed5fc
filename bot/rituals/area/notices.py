"""The messages about areas, each written when it is sent, from what is true then."""

from datetime import datetime

from bot.cards import area as cards
from bot.cards.area import asking
from bot.messages import Card
from bot.model.area import STILL_RIGHT
from bot.model.delivery import Draft
from bot.model.feedback import OPEN
from bot.model.feedback.hiding import hidden
from bot.model.people import Person
from bot.model.task import TaskView
from bot.model.task.list import TaskFilter
from bot.ports import UnitOfWork
from bot.rituals.area import audit
from bot.rituals.area.views import views
from bot.rituals.area.work import ANSWERED, ASKED, HANDED, OWNED, RIGHT
from bot.rituals.feedback.sight import Sight, sight
from bot.rituals.flow import Flow, Scene, World

flow = Flow()
flow.include(audit.flow)
SHOWN = 10


@flow.job(RIGHT)
async def still_right(world: World, area_id: int) -> None:
    """Asks the owner whether all of it is right, and again in three months."""
    async with world.store() as db:
        area, now = await db.areas.hold(area_id), world.clock.now()
        if area is None or area.retired_at:
            return
        due = area.confirmed_at + STILL_RIGHT
        if due <= now:
            day = now.date()
            await db.deliveries.add(
                Draft(
                    key=f"{area.subject}:right:{day}:person:{area.owner_id}",
                    kind=RIGHT,
                    args={"area": area.id, "asked": now.isoformat()},
                    person_id=area.owner_id,
                    subject=area.subject,
                    due=now,
                )
            )
            due = now + STILL_RIGHT
        await db.jobs.put(RIGHT, {area_id: due})
        await db.commit()


@flow.notice(RIGHT)
async def ask_right(scene: Scene) -> Card | None:
    """Yes, change it, or retire it; what was said since ends the question."""
    area = await scene.db.areas.get(scene.number("area"))
    reader = scene.reader
    if area is None or reader is None or area.owner_id != reader.id:
        return None
    asked = datetime.fromisoformat(str(scene.args["asked"]))
    (view,) = await views(scene.db, [area], scene.now)
    return asking.still_right(scene.t, view, open_=area.confirmed_at < asked)


@flow.notice(OWNED)
async def owned(scene: Scene) -> Card | None:
    """To a new owner: what it is, and what is open with who had it before."""
    area = await scene.db.areas.get(scene.number("area"))
    reader = scene.reader
    if area is None or reader is None or area.owner_id != reader.id:
        return None
    (view,) = await views(scene.db, [area], scene.now)
    by = await _name(scene.db, scene.number("by"))
    before = scene.number("before")
    if not before:
        return cards.owned(scene.t, view, by, (), ())
    tasks = await open_tasks(scene.db, before, reader)
    said = await open_feedback(scene.db, before, reader)
    return cards.owned(scene.t, view, by, tasks, said)


@flow.notice(HANDED)
async def handed(scene: Scene) -> Card | None:
    """To a place, and to who has a part in it: old, new, since when."""
    area = await scene.db.areas.get(scene.number("area"))
    if area is None:
        return None
    before = await _name(scene.db, scene.number("before"))
    owner = await _name(scene.db, scene.number("owner"))
    at = datetime.fromisoformat(str(scene.args["at"]))
    return cards.handed(scene.t, area, before, owner, at)


@flow.notice(ASKED)
async def asked(scene: Scene) -> Card | None:
    """A question, to who is on duty."""
    question = await scene.db.areas.question(scene.number("question"))
    area = await scene.db.areas.get(question.area_id) if question else None
    if question is None or area is None:
        return None
    asker = await _name(scene.db, question.asker_id)
    return asking.asked(scene.t, area, question, asker)


@flow.notice(ANSWERED)
async def answered(scene: Scene) -> Card | None:
    """The answer, to who asked."""
    question = await scene.db.areas.question(scene.number("question"))
    area = await scene.db.areas.get(question.area_id) if question else None
    if question is None or area is None:
        return None
    by = await _name(scene.db, scene.number("by"))
    return asking.answered(scene.t, area, question, by)


async def open_tasks(
    db: UnitOfWork, owner_id: int, reader: Person
) -> tuple[TaskView, ...]:
    """The owner's open tasks that the reader may see."""
    wanted = TaskFilter(viewer_id=reader.id, owner_id=owner_id)
    return tuple(await db.tasks.views(await db.tasks.find(wanted, SHOWN)))


async def open_feedback(
    db: UnitOfWork, owner_id: int, reader: Person
) -> tuple[tuple[str, str], ...]:
    """The owner's open feedback that the reader may see: its number, and what it
    says, without customers' data.
    """
    found = await db.feedback.where(states=OPEN, owner_id=owner_id)
    return tuple(
        [
            (each.short, hidden(each, each.text))
            for each in found[:SHOWN]
            if await sight(db, each, reader) >= Sight.MASKED
        ]
    )


async def _name(db: UnitOfWork, person_id: int) -> str:
    people = await db.people.some([person_id])
    return next((person.name for person in people.values()), "")
