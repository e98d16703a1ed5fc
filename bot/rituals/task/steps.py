"""Tasks over time: when something is said about them without anybody asking."""

from bot.model.deadline import for_owner
from bot.model.people import Person, ReminderStyle
from bot.model.reminders import belongs_in_bundle, morning_of, next_working_day
from bot.model.task import Task
from bot.model.task.list import TaskFilter
from bot.ports import UnitOfWork
from bot.rituals.bundle import put_in_bundle
from bot.rituals.flow import Flow, World
from bot.rituals.task import notices as task_notices
from bot.rituals.task.work import REPLAN, TaskWork

flow = Flow()
MANY = 500
flow.include(task_notices.flow)


@flow.job("task.remind")
async def remind(world: World, task_id: int) -> None:
    """Puts the task into its owner's daily bundle, and plans the ladder's next step."""
    async with world.store() as db:
        if found := await _living(world, db, task_id):
            work, task, owner = found
            await _into_bundle(work, task, owner)
            await work.replan(task, owner)
            await db.commit()


@flow.job("task.soon")
async def soon(world: World, task_id: int) -> None:
    """Announces a deadline with a time, an hour before."""
    async with world.store() as db:
        if found := await _living(world, db, task_id):
            work, task, owner = found
            wanted = owner.reminded is ReminderStyle.ACTIVE
            if wanted and task.deadline and task.deadline.at > work.now:
                once, until = task.deadline.at.isoformat(), task.deadline.at
                await work.tell(
                    task, "soon", (owner.id,), by=0, once=once, expires=until
                )
            await db.commit()


@flow.job("task.wake")
async def wake(world: World, task_id: int) -> None:
    """Brings a snoozed task back: in the bundle if it is its hour, else on its own."""
    async with world.store() as db:
        if found := await _living(world, db, task_id):
            work, task, owner = found
            at = task.snoozed_until
            if at is not None and at <= work.now:
                local, works = owner.local(at), await work.works(owner)
                if local.time() == owner.hours.start and works(local.date()):
                    await put_in_bundle(work, owner)
                else:
                    once = at.isoformat()
                    await work.tell(task, "woken", (owner.id,), by=0, once=once)
            await work.replan(task, owner)
            await db.commit()


@flow.job(REPLAN)
async def replan(world: World, person_id: int) -> None:
    """Moves what a person is still to do to their zone and hours as they are now.

    What is due already stays due; a task done meanwhile is left alone.
    """
    async with world.store() as db:
        owner = await db.people.get(person_id)
        organization = await db.people.organization()
        work = TaskWork(db, world.calendar, organization, world.clock.now())
        mine = TaskFilter(viewer_id=owner.id, owner_id=owner.id)
        for task in await db.tasks.find(mine, MANY):
            await work.replan(await _moved(work, task, owner), owner)
        await db.commit()


async def _moved(work: TaskWork, task: Task, owner: Person) -> Task:
    """The task, due at the end of its day as its owner works now."""
    if task.overdue(work.now):
        return task
    after = for_owner(task, owner, work.now)
    if after != task:
        await work.db.tasks.save(after)
        await work.show(after)
    return after


@flow.job("task.late")
async def late(world: World, task_id: int) -> None:
    """Tells who gave the task, once, that it is three working days late."""
    async with world.store() as db:
        if found := await _living(world, db, task_id):
            work, task, owner = found
            if task.deadline and task.overdue(work.now):
                day = task.deadline.day.isoformat()
                await work.tell(task, "late", (task.creator_id,), by=owner.id, once=day)
            await db.commit()


async def _living(
    world: World, db: UnitOfWork, task_id: int
) -> tuple[TaskWork, Task, Person] | None:
    """The task with its owner; None when there is nothing left to say about it."""
    task = await db.tasks.get(task_id)
    if task is None or task.closed:
        return None
    owner = await db.people.get(task.owner_id)
    if not owner.active:
        return None
    organization = await db.people.organization()
    work = TaskWork(db, world.calendar, organization, world.clock.now())
    return work, task, owner


async def _into_bundle(work: TaskWork, task: Task, owner: Person) -> None:
    """On a working morning, if the task is due by the next one and not asleep."""
    works = await work.works(owner)
    today = owner.local(work.now).date()
    until = next_working_day(today, works) or today
    begun = work.now >= morning_of(today, owner)
    if begun and works(today) and belongs_in_bundle(task, owner, today, until):
        await put_in_bundle(work, owner)
