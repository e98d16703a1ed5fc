"""Tasks in platforms' own lists of things to do: shown there, and ticked off there."""

import logging
import secrets
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from hashlib import sha256
from typing import assert_never

from bot.cards.task.words import short
from bot.errors import ChatError, Conflict, RateLimited, Rejected, Unreachable
from bot.model.budget import QUOTA, reopens
from bot.model.people import Account
from bot.model.refs import UserRef
from bot.model.task import Priority, Task
from bot.model.todo import (
    HALF_HOUR,
    Begin,
    Mirror,
    MirrorState,
    Remove,
    Show,
    Step,
    Tick,
    next_step,
)
from bot.ports import UnitOfWork
from bot.ports.todo import Todo, TodoRef, Todos, Urgency
from bot.rituals.delivery.patience import patiently
from bot.rituals.flow import Flow, World
from bot.rituals.task.work import MIRROR
from bot.rituals.todo_look import LOOK
from bot.rituals.todo_look import flow as looking

log = logging.getLogger(__name__)
flow = Flow()
flow.include(looking)
STEPS = 12  # a run; a task is in very few lists
AGAIN = timedelta(minutes=10)  # while a platform is away
URGENCY: Mapping[Priority, Urgency] = {
    Priority.LOW: Urgency.LOW,
    Priority.NORMAL: Urgency.NORMAL,
    Priority.HIGH: Urgency.HIGH,
    Priority.URGENT: Urgency.URGENT,
}


@flow.job(MIRROR)
async def mirror(world: World, task_id: int) -> None:
    """Does, step by step, what makes the lists agree with the task."""
    for _ in range(STEPS):
        try:
            async with world.store() as db:
                found = await _next(world, db, task_id)
                await db.commit()
        except Conflict:  # another process has just begun
            return
        if found is None:
            return
        task, step = found
        try:
            await _take(world, task, step)
        except ChatError as failed:
            await _refused(world, task_id, failed)
            return


async def _next(
    world: World, db: UnitOfWork, task_id: int
) -> tuple[Task, Show | Tick | Remove] | None:
    """The next step; the name of a new entry is kept before it is made."""
    task = await db.tasks.get(task_id)
    if task is None:
        return None
    owner = await _list_of(world, db, task)
    mirrors = await db.mirrors.of(task_id)
    step: Step | None = next_step(task, owner, mirrors, _reads(task))
    match step:
        case None:
            return None
        case Begin(account):
            return task, Show(await db.mirrors.begin(task_id, account, _key()))
        case Show() | Tick() | Remove():
            known = step.mirror.who.platform in world.todos
            return (task, step) if known else None
        case _:
            assert_never(step)


async def _list_of(world: World, db: UnitOfWork, task: Task) -> Account | None:
    """The account in whose list the task belongs."""
    for account in await db.people.accounts_of([task.owner_id]):
        if account.ref.platform in world.todos:
            return account
    return None


async def _take(world: World, task: Task, step: Show | Tick | Remove) -> None:
    """Asks the platform, and writes down what came of it."""
    todos = world.todos[step.mirror.who.platform]
    after = await patiently(_done(todos, task, step, world.pages))
    async with world.store() as db:
        others = await db.mirrors.open_of(after.account_id)
        await db.mirrors.save(after)
        if after.state is MirrorState.OPEN and not others:
            await db.jobs.put(LOOK, {after.account_id: world.clock.now() + HALF_HOUR})
        await db.commit()


async def _done(
    todos: Todos, task: Task, step: Show | Tick | Remove, pages: str
) -> Mirror:
    """The mirror after the step. What somebody threw away there is left alone."""
    mirror = step.mirror
    ref, left = TodoRef(mirror.who, mirror.todo_id), MirrorState.LEFT
    match step:
        case Show() if not mirror.todo_id:
            made = await todos.add(_todo(task, mirror, pages))
            if made is None:
                return replace(mirror, state=left)
            return replace(mirror, todo_id=made.id, shown=_reads(task))
        case Show():
            there = await todos.change(ref, _todo(task, mirror, pages))
            return replace(mirror, shown=_reads(task)) if there else _left(mirror)
        case Tick(done=done):
            there = await todos.finish(ref, done=done)
            state = MirrorState.DONE if done else MirrorState.OPEN
            return replace(mirror, state=state) if there else _left(mirror)
        case Remove():
            await todos.remove(ref)
            return replace(mirror, state=MirrorState.REMOVED)
        case _:
            assert_never(step)


def _left(mirror: Mirror) -> Mirror:
    return replace(mirror, state=MirrorState.LEFT)


async def _refused(world: World, task_id: int, failed: ChatError) -> None:
    """Later again where that may help; else with the task's next change."""
    now = world.clock.now()
    log.warning("to-do not shown", extra={"task": task_id, "why": failed.code})
    again: datetime
    match failed:
        case RateLimited(retry_after=seconds):
            again = now + timedelta(seconds=seconds)
        case Unreachable():
            again = now + AGAIN
        case Rejected(code=code) if code == QUOTA:
            again = reopens(now)
        case _:
            return
    async with world.store() as db:
        await db.jobs.put(MIRROR, {task_id: again})
        await db.commit()


def _todo(task: Task, mirror: Mirror, pages: str) -> Todo:
    who: UserRef = mirror.who
    return Todo(
        key=mirror.key,
        subject=f"{short(task)} {task.title}",
        creator=who,
        who=(who,),
        url=_url(task, pages),
        due=task.deadline.at if task.deadline else None,
        urgency=URGENCY[task.priority],
    )


def _url(task: Task, pages: str) -> str:
    """The task's own page; without pages, the message that it came from."""
    return f"{pages}/tasks/{short(task)}" if pages else task.permalink


def _reads(task: Task) -> str:
    """What stands for everything that an entry can be changed in."""
    due = task.deadline.at.isoformat() if task.deadline else ""
    shown = "\n".join((task.title, due))
    return sha256(shown.encode("utf-8", "replace")).hexdigest()[:16]


def _key() -> str:
    """A name that no other installation gave: it is taken for ever."""
    return f"shopcrew-{secrets.token_urlsafe(12)}"
