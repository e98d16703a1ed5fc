"""Blockers and tasks: one grows out of the other, and both know it (PEERS C07, C08)."""

from dataclasses import replace

from bot.model.blocker import Blocker, UpdateKind
from bot.model.standup import Standup
from bot.model.standup.policy import Readers
from bot.model.task import DETAILS_LIMIT, TITLE_LIMIT, Acceptance, Task, TaskState
from bot.model.task.steps import follow
from bot.ports import UnitOfWork
from bot.rituals.blocker.work import BlockerWork
from bot.rituals.task.work import TaskWork


async def make_task(
    work: BlockerWork, blocker: Blocker, by: int
) -> tuple[Blocker, Task]:
    """The task of who must act: its owner is told, its reporter follows it."""
    owner = await work.db.people.get(blocker.acting_id)
    asked = Acceptance.NOT_ASKED if owner.id == by else Acceptance.WAITING
    first = blocker.text.split("\n", 1)[0]
    standup = await work.standup(blocker)
    task = Task(
        title=first[:TITLE_LIMIT],
        details=blocker.text[:DETAILS_LIMIT]
        if blocker.text != first[:TITLE_LIMIT]
        else "",
        owner_id=owner.id,
        creator_id=by,
        created_at=work.now,
        acceptance=asked,
        place=standup.place if standup else blocker.place,
        private=await _private(work.db, blocker, standup),
    )
    made = await work.tasks.add(follow(task, blocker.reporter_id), owner)
    after = replace(blocker, task_id=made.id)
    await work.record(after, by, UpdateKind.TASK, str(made.number))
    await work.save(after)
    await work.tasks.tell(made, "assigned", (owner.id,), by=by, once="new")
    return after, made


async def propose(work: TaskWork, task: Task) -> None:
    """A task is done: the reporter of what it grew out of is asked if that is, too."""
    blocker = await work.db.blockers.of_task(task.id)
    if blocker is None or not blocker.open or task.state is not TaskState.DONE:
        return
    tools = BlockerWork(work.db, work.calendar, work.organization, work.now)
    people = (blocker.reporter_id,)
    await tools.tell(blocker, "task-done", people, by=0, once=work.stamp)


async def _private(db: UnitOfWork, blocker: Blocker, standup: Standup | None) -> bool:
    """Whether it was not said to everybody: then the task is not, either."""
    where = standup.place if standup else blocker.place
    place = await db.people.place(where) if where else None
    if standup and standup.policy.readers is not Readers.ALL:
        return True
    return place is None or place.private or place.direct
