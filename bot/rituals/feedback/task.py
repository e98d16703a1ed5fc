"""Feedback and tasks: one grows out of the other, and both know it (PEERS H24)."""

from dataclasses import replace

from bot.model.feedback import Feedback, Severity, State, UpdateKind
from bot.model.feedback.hiding import hidden
from bot.model.task import (
    DETAILS_LIMIT,
    TITLE_LIMIT,
    Acceptance,
    Priority,
    Task,
    TaskState,
)
from bot.ports import UnitOfWork
from bot.rituals.feedback.work import FeedbackWork
from bot.rituals.task.work import TaskWork

PRIORITIES = {
    Severity.LOW: Priority.LOW,
    Severity.NORMAL: Priority.NORMAL,
    Severity.HIGH: Priority.HIGH,
    Severity.BLOCKING: Priority.URGENT,
}

BEFORE = frozenset({State.NEW, State.TRIAGED, State.PLANNED})


async def make_task(
    work: FeedbackWork, tasks: TaskWork, feedback: Feedback, by: int
) -> tuple[Feedback, Task]:
    """The task of who owns it, else of who makes it. Whoever reads tasks reads no
    customer's data (H27).
    """
    owner = await work.db.people.get(feedback.owner_id or by)
    asked = Acceptance.NOT_ASKED if owner.id == by else Acceptance.WAITING
    text = hidden(feedback, feedback.text)
    first = text.split("\n", 1)[0]
    task = Task(
        title=first[:TITLE_LIMIT],
        details=text[:DETAILS_LIMIT] if text != first[:TITLE_LIMIT] else "",
        owner_id=owner.id,
        creator_id=by,
        created_at=work.now,
        priority=PRIORITIES[feedback.facts.severity],
        acceptance=asked,
        place=await work.db.feedback.rules.triage(),
        private=True,
    )
    made = await tasks.add(task, owner)
    await work.record(feedback, by, UpdateKind.TASK, f"T-{made.number}")
    # Who makes the task hears when it is done, whoever does it then.
    followers = tuple(sorted({*feedback.followers, by}))
    after = await work.save(replace(feedback, task_id=made.id, followers=followers))
    await tasks.tell(made, "assigned", (owner.id,), by=by, once="new")
    return after, made


async def begun(work: TaskWork, task: Task, by: int) -> None:
    """A task is started: what it is for is worked on, and who sent that hears so."""
    if (
        task.state is not TaskState.STARTED or not task.private
    ):  # theirs are (make_task)
        return
    tools = FeedbackWork(work.db, work.organization, work.now)
    for feedback in await work.db.feedback.of_task(task.id):
        if feedback.state in BEFORE:
            await tools.go(feedback, State.WORKING, by)


async def propose(work: TaskWork, task: Task, by: int) -> None:
    """A task is done: who works on what it was for is asked what customers are told."""
    if task.state is not TaskState.DONE or not task.private:  # theirs are (make_task)
        return
    tools = FeedbackWork(work.db, work.organization, work.now)
    for feedback in await work.db.feedback.of_task(task.id):
        if not feedback.state.open:
            continue
        people = await tools.workers(feedback) or (task.owner_id,)
        await tools.ask(feedback, "task-done", people, by=by, once=work.stamp)


async def outcome(db: UnitOfWork, feedback: Feedback) -> str:
    """What was said last of its task: the first draft of what customers are told."""
    if feedback.task_id is None:
        return feedback.answer
    comments = await db.tasks.log.comments(feedback.task_id)
    last = comments[-1].text if comments else ""
    return feedback.answer or last
