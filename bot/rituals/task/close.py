"""Closing a task and taking that back: who is told, what starts, what comes next."""

from dataclasses import replace
from datetime import date

from bot.model.deadline import next_deadline
from bot.model.people import Person
from bot.model.task import Deadline, Task, TaskState, steps
from bot.model.task.list import TaskFilter
from bot.rituals.blocker.task import propose
from bot.rituals.feedback.task import propose as propose_answer
from bot.rituals.task.sight import sees
from bot.rituals.task.work import TaskWork

PARTS = 100


async def finish(work: TaskWork, task: Task, by: Person) -> Task:
    """Done: those who must know are told, what waited can start, the next is made."""
    after = await work.change(task, steps.finish(task, by.id, work.now), by.id)
    await _tell_closed(work, after, by)
    await _release(work, after, by)
    await propose(work, after)
    await propose_answer(work, after, by.id)
    await repeat(work, after)
    return after


async def finish_all(work: TaskWork, task: Task, by: Person) -> Task:
    """Done with every open sub-task."""
    for part in await open_parts(work, task, by):
        await finish(work, part, by)
    return await finish(work, task, by)


async def drop(work: TaskWork, task: Task, reason: str, by: Person) -> Task:
    """Will not be done: that ends a repetition too."""
    after = await work.change(task, steps.drop(task, reason, by.id, work.now), by.id)
    await _tell_closed(work, after, by)
    await _release(work, after, by)
    return after


async def reopen(work: TaskWork, task: Task, by: Person) -> Task:
    """Takes a close back; the next of a repetition goes if nobody touched it.

    Who was told sees it in the message they have: nobody gets a second one.
    """
    after = await work.change(task, steps.reopen(task), by.id)
    following = await work.db.tasks.next_of(task.id)
    if following and following.state is TaskState.OPEN:
        withdrawn = steps.drop(following, "", by.id, work.now)
        await work.change(following, withdrawn, by.id)
    return after


async def open_parts(work: TaskWork, task: Task, by: Person) -> tuple[Task, ...]:
    """The sub-tasks still open that the person may see."""
    here = (task.place,) if task.place else ()
    wanted = TaskFilter(viewer_id=by.id, here=here, parent_id=task.id)
    return tuple(await work.db.tasks.find(wanted, PARTS))


async def repeat(work: TaskWork, task: Task) -> Task | None:
    """Makes the next of a repeated task, due on the rule's next day after this one."""
    if task.rule is None or task.deadline is None:
        return None
    owner = await work.db.people.get(task.owner_id)
    today = owner.local(work.now).date()
    day = work.calendar.next_day(
        task.rule, task.deadline.day, max(task.deadline.day, today)
    )
    if day is None:
        return None
    known = await work.db.tasks.next_of(task.id)
    if known:
        return await _again(work, known, day, owner) if known.closed else known
    due = next_deadline(task.deadline, day, owner)
    return await work.add(_following(task, due, work), owner)


async def _again(work: TaskWork, known: Task, day: date, owner: Person) -> Task:
    """Brings back the next that an undo took away."""
    due = next_deadline(known.deadline, day, owner) if known.deadline else None
    return await work.change(
        known, replace(steps.reopen(known), deadline=due), owner.id
    )


def _following(task: Task, due: Deadline, work: TaskWork) -> Task:
    return Task(
        title=task.title,
        details=task.details,
        owner_id=task.owner_id,
        creator_id=task.creator_id,
        created_at=work.now,
        priority=task.priority,
        deadline=due,
        project_id=task.project_id,
        department=task.department,
        parent_id=task.parent_id,
        repeats_id=task.id,
        rule=task.rule,
        acceptance=task.acceptance,
        place=task.place,
        private=task.private,
        permalink=task.permalink,
        followers=task.followers,
        files=task.files,
    )


async def _tell_closed(work: TaskWork, task: Task, by: Person) -> None:
    """The owner, who made it and its followers, each once a day, never who did it."""
    people = (task.owner_id, task.creator_id, *task.followers)
    await work.tell(task, "closed", people, by=by.id, once=work.now.date().isoformat())


async def _release(work: TaskWork, task: Task, by: Person) -> None:
    """Tells the owners of what waited for this, once nothing else is in the way."""
    waiting = [
        each for each in await work.db.tasks.links.needed_by(task.id) if not each.closed
    ]
    free = await work.db.tasks.links.free([each.id for each in waiting])
    for each in waiting:
        if each.id not in free:
            continue
        await work.db.deliveries.touch(subject=each.subject)
        owner = await work.db.people.get(each.owner_id)
        seen = task.number if await sees(work.db, task, owner) else 0
        await work.tell(
            each,
            "free",
            (each.owner_id,),
            by=by.id,
            once=f"after:{task.id}",
            needed=seen,
        )
