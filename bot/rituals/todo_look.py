"""Looking at what people ticked off in a platform's own list.

No platform tells of it, and each look costs: within working hours, half an hour after
the last one if the person was there since, else as often as the month's quota bears.
"""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.cards import task as cards
from bot.errors import ChatError, RateLimited, Unreachable
from bot.messages import Card
from bot.model.budget import Budget
from bot.model.delivery import Draft
from bot.model.people import Person
from bot.model.refs import UserRef
from bot.model.task import Task
from bot.model.task.log import ChangeKind
from bot.model.thrift import good_time
from bot.model.todo import HALF_HOUR, Mirror, MirrorState, pause
from bot.ports import UnitOfWork
from bot.rituals.delivery.patience import patiently
from bot.rituals.flow import Flow, Scene, World
from bot.rituals.task.close import finish, open_parts
from bot.rituals.task.sight import sees
from bot.rituals.task.work import TaskWork

log = logging.getLogger(__name__)
flow = Flow()
LOOK = "todo.look"
TOMORROW = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Look:
    """One list to be looked at, and whether it is time to."""

    who: UserRef
    mirrors: tuple[Mirror, ...]
    due: bool

    @property
    def ids(self) -> frozenset[str]:
        """The platform's names of what we look for."""
        return frozenset(mirror.todo_id for mirror in self.mirrors)


@flow.job(LOOK)
async def look(world: World, account_id: int) -> None:
    """Looks at one person's list, if it is time, and says when to look next."""
    found = await _prepare(world, account_id)
    if found is None:
        return
    later = HALF_HOUR
    ticked: Mapping[str, bool] | None = None
    if found.due:
        try:
            todos = world.todos[found.who.platform]
            ticked = await patiently(todos.ticked(found.who, found.ids))
        except ChatError as failed:
            log.warning("to-dos not seen", extra={"why": failed.code})
            passing = isinstance(failed, Unreachable | RateLimited)
            later = HALF_HOUR if passing else TOMORROW
    async with world.store() as db:
        work = await _work(world, db)
        if ticked is not None:
            for mirror in found.mirrors:
                await _heard(work, mirror, ticked.get(mirror.todo_id))
        if await db.mirrors.open_of(account_id):
            person = (await db.people.known([found.who]))[found.who]
            next_look = good_time(person, await work.works(person), work.now + later)
            await db.jobs.put(LOOK, {account_id: next_look})
        await db.commit()


async def _prepare(world: World, account_id: int) -> Look | None:
    """The list with what we know of it; None where there is nothing to look for."""
    async with world.store.reading() as db:
        mirrors = tuple(await db.mirrors.open_of(account_id))
        if not mirrors or mirrors[0].who.platform not in world.todos:
            return None
        who = mirrors[0].who
        person = (await db.people.known([who])).get(who)
        if person is None or not person.active:
            return None
        due = await _is_due(world, db, person, account_id, mirrors)
    return Look(who, mirrors, due)


async def _is_due(
    world: World,
    db: UnitOfWork,
    person: Person,
    account_id: int,
    mirrors: tuple[Mirror, ...],
) -> bool:
    now, who = world.clock.now(), mirrors[0].who
    work = await _work(world, db)
    if good_time(person, await work.works(person), now) > now:
        return False
    budget = await _budget(db, who)
    if budget.saves(now) or budget.is_dry(now):
        return False
    looks = [mirror.looked_at for mirror in mirrors if mirror.looked_at]
    if not looks:
        return True
    last, seen = max(looks), await db.mirrors.last_seen(account_id)
    if seen and seen > last:
        return now >= last + HALF_HOUR
    people = await db.mirrors.readers(who.platform, who.tenant)
    return now >= last + pause(people, budget.quota.calls)


async def _budget(db: UnitOfWork, who: UserRef) -> Budget:
    known = await db.usage.budgets()
    ours = (b for b in known if (b.platform, b.tenant) == (who.platform, who.tenant))
    return next(ours, Budget(who.platform, who.tenant))


async def _work(world: World, db: UnitOfWork) -> TaskWork:
    organization = await db.people.organization()
    return TaskWork(db, world.calendar, organization, world.clock.now())


async def _heard(work: TaskWork, mirror: Mirror, ticked: bool | None) -> None:
    """Writes down what was seen; what somebody threw away there is left alone."""
    now: datetime = work.now
    state = {None: MirrorState.LEFT, True: MirrorState.DONE}.get(ticked, mirror.state)
    await work.db.mirrors.save(replace(mirror, state=state, looked_at=now))
    if ticked:
        await _close(work, mirror)


async def _close(work: TaskWork, mirror: Mirror) -> None:
    """Done there is done here; open sub-tasks are asked about, as always."""
    known = await work.db.tasks.get(mirror.task_id)
    task = await work.db.tasks.numbered(known.number) if known else None
    person = (await work.db.people.known([mirror.who])).get(mirror.who)
    if task is None or task.closed or person is None or task.owner_id != person.id:
        return
    if await open_parts(work, task, person):
        await _ask(work, task, person)
        return
    after = await finish(work, task, person)
    await work.record(after, person.id, ChangeKind.TICKED, after=mirror.who.platform)


async def _ask(work: TaskWork, task: Task, person: Person) -> None:
    draft = Draft(
        key=f"task:{task.id}:ticked:{work.stamp}:person:{person.id}",
        kind="task.ticked",
        args={"task": task.id},
        person_id=person.id,
        due=work.now,
    )
    await work.db.deliveries.add(draft)


@flow.notice("task.ticked")
async def ticked_off(scene: Scene) -> Card | None:
    """Ticked off there with sub-tasks open: what is to become of them?"""
    task = await scene.db.tasks.get(scene.number("task"))
    if task is None or task.closed or scene.reader is None:
        return None
    if not await sees(scene.db, task, scene.reader):
        return None
    view = (await scene.db.tasks.views([task]))[0]
    return cards.finish_card(view, scene.t) if view.progress.left else None
