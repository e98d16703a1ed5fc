"""Tasks and projects as both databases keep them."""

import asyncio
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from bot.errors import Conflict
from bot.model.files import FileLink
from bot.model.people import Person, Profile
from bot.model.project import Milestone, Project
from bot.model.refs import PlaceRef, UserRef
from bot.model.task import (
    CLOSED,
    Acceptance,
    Deadline,
    Priority,
    Progress,
    Task,
    TaskState,
)
from bot.model.task.batch import Batch
from bot.model.task.list import TaskFilter
from bot.model.task.log import Change, ChangeKind, Comment
from storage.unit_of_work import SqlStore, SqlUnitOfWork

NOW = datetime(2026, 3, 2, 8, tzinfo=UTC)
ROOM = PlaceRef("slack", "T1", "C1")
ELSEWHERE = PlaceRef("slack", "T1", "C2")


async def _person(db: SqlUnitOfWork, name: str) -> Person:
    await db.people.connect("slack", "T1", "Tea")
    return await db.people.meet(Profile(UserRef("slack", "T1", f"U{name}"), name))


def _task(owner: Person, title: str = "Check prices", **facts: Any) -> Task:
    plain = Task(title=title, owner_id=owner.id, creator_id=owner.id, created_at=NOW)
    return replace(plain, **facts)


async def test_a_task_comes_back_as_it_was_stored(store: SqlStore) -> None:
    """Every fact, in a new unit of work."""
    async with store() as db:
        anna, bo = await _person(db, "Anna"), await _person(db, "Bo")
        project, _ = await db.projects.open(_project(anna, "Promo"))
        parent = await db.tasks.add(_task(anna))
        wanted = Task(
            title="Check 'prices' 检查价格 👩‍👧",
            details="line\nline",
            owner_id=bo.id,
            creator_id=anna.id,
            created_at=NOW,
            state=TaskState.DONE,
            priority=Priority.URGENT,
            deadline=Deadline(date(2026, 3, 6), NOW + timedelta(days=4), timed=True),
            project_id=project.id,
            department="marketing",
            parent_id=parent.id,
            repeats_id=parent.id,
            files=(FileLink("价格.xlsx", "https://a/1"), FileLink("b", "https://a/2")),
            rule="FREQ=DAILY",
            acceptance=Acceptance.ACCEPTED,
            blocked_by="stock",
            dropped_because="",
            state_before=TaskState.STARTED,
            closed_at=NOW,
            closed_by=bo.id,
            snoozed_until=NOW + timedelta(hours=1),
            place=ROOM,
            private=True,
            permalink="https://acme.slack.com/p1",
            followers=(anna.id,),
        )
        stored = await db.tasks.add(wanted)
        await db.commit()
    async with store.reading() as db:
        assert await db.tasks.get(stored.id) == stored
        assert stored == replace(wanted, id=stored.id, number=2)


async def test_saving_changes_every_fact_and_the_followers(store: SqlStore) -> None:
    """What is saved is what is read."""
    async with store() as db:
        anna, bo = await _person(db, "Anna"), await _person(db, "Bo")
        task = await db.tasks.add(_task(anna, followers=(bo.id,)))
        changed = replace(task, title="Other", owner_id=bo.id, followers=(anna.id,))
        await db.tasks.save(changed)
        assert await db.tasks.numbered(1) == changed


async def test_numbers_given_at_the_same_time_differ(store: SqlStore) -> None:
    """Ten at once: one to ten, none twice."""
    async with store() as db:
        anna = await _person(db, "Anna")
        await db.commit()

    async def add() -> int:
        async with store() as db:
            task = await db.tasks.add(_task(anna))
            await db.commit()
            return task.number

    numbers = await asyncio.gather(*(add() for _ in range(10)))
    assert sorted(numbers) == list(range(1, 11))


async def test_a_number_nobody_committed_is_given_again(store: SqlStore) -> None:
    """Counting is part of the transaction."""
    async with store() as db:
        anna = await _person(db, "Anna")
        await db.commit()
    async with store() as db:
        await db.tasks.add(_task(anna))
    async with store() as db:
        assert (await db.tasks.add(_task(anna))).number == 1


async def test_private_tasks_are_seen_by_whom_they_concern(store: SqlStore) -> None:
    """Owner, creator, followers, and everybody in the place; nobody else."""
    async with store() as db:
        people = [await _person(db, name) for name in ("Anna", "Bo", "Cy", "Di")]
        anna, bo, cy, di = people
        secret = _task(
            anna, owner_id=bo.id, followers=(cy.id,), private=True, place=ROOM
        )
        await db.tasks.add(secret)

        async def sees(person: Person, place: PlaceRef | None = None) -> bool:
            wanted = TaskFilter(viewer_id=person.id, here=(place,) if place else ())
            return bool(await db.tasks.find(wanted, 10))

        assert [await sees(person) for person in people] == [True, True, True, False]
        assert await sees(di, ROOM)
        assert not await sees(di, ELSEWHERE)


async def test_lists_are_ordered_by_deadline_then_importance(store: SqlStore) -> None:
    """No date comes last; among equals the most important first."""
    async with store() as db:
        anna = await _person(db, "Anna")
        soon = Deadline(date(2026, 3, 3), NOW + timedelta(days=1), timed=False)
        late = Deadline(date(2026, 3, 9), NOW + timedelta(days=7), timed=False)
        wanted: tuple[tuple[str, dict[str, Any]], ...] = (
            ("undated", {}),
            ("late", {"deadline": late}),
            ("soon", {"deadline": soon}),
            ("soon and urgent", {"deadline": soon, "priority": Priority.URGENT}),
        )
        for title, facts in wanted:
            await db.tasks.add(_task(anna, title, **facts))
        found = await db.tasks.find(TaskFilter(viewer_id=anna.id), 10)
        titles = [task.title for task in found]
        assert titles == ["soon and urgent", "soon", "late", "undated"]


async def test_filters_narrow_what_is_found(store: SqlStore) -> None:
    """By person, project, department, state and deadline."""
    async with store() as db:
        anna, bo = await _person(db, "Anna"), await _person(db, "Bo")
        project, _ = await db.projects.open(_project(anna, "Promo"))
        passed = Deadline(date(2026, 3, 1), NOW - timedelta(days=1), timed=False)
        closed: dict[str, Any] = {
            "state": TaskState.DONE,
            "closed_at": NOW,
            "closed_by": bo.id,
        }
        await db.tasks.add(_task(anna, "mine", project_id=project.id))
        await db.tasks.add(_task(anna, "his", owner_id=bo.id, department="it"))
        await db.tasks.add(_task(bo, "over", deadline=passed))
        await db.tasks.add(_task(bo, "done", **closed))

        async def titles(**wanted: Any) -> list[str]:
            narrowed = replace(TaskFilter(viewer_id=anna.id), **wanted)
            return sorted(task.title for task in await db.tasks.find(narrowed, 10))

        assert await titles() == ["his", "mine", "over"]
        assert await titles(owner_id=anna.id) == ["mine"]
        assert await titles(creator_id=anna.id) == ["his", "mine"]
        assert await titles(project_id=project.id) == ["mine"]
        assert await titles(department="it") == ["his"]
        assert await titles(due_before=NOW) == ["over"]
        assert await titles(states=CLOSED) == ["done"]
        assert await titles(states=CLOSED, closed_since=NOW + timedelta(1)) == []


async def test_views_name_people_project_and_progress(store: SqlStore) -> None:
    """What a card says beside the task, for many tasks at once."""
    async with store() as db:
        anna, bo = await _person(db, "Anna"), await _person(db, "Bo")
        project, _ = await db.projects.open(_project(anna, "Promo"))
        parent = await db.tasks.add(_task(anna, owner_id=bo.id, project_id=project.id))
        closed: dict[str, Any] = {
            "closed_at": NOW,
            "closed_by": bo.id,
            "parent_id": parent.id,
        }
        await db.tasks.add(_task(bo, state=TaskState.DONE, **closed))
        await db.tasks.add(_task(bo, state=TaskState.DROPPED, **closed))
        await db.tasks.add(_task(bo, parent_id=parent.id))
        (view,) = await db.tasks.views([parent])
        assert (view.owner, view.creator, view.project) == ("Bo", "Anna", "Promo")
        assert view.progress == Progress(1, 2)


async def test_the_database_refuses_what_must_not_be(store: SqlStore) -> None:
    """A title of nothing, a closed task that was never closed."""
    async with store() as db:
        anna = await _person(db, "Anna")
        await db.commit()
    for wrong in (
        _task(anna, title=""),
        _task(anna, title="x" * 301),
        _task(anna, state=TaskState.DONE),
        _task(anna, owner_id=999),
    ):
        async with store() as db:
            with pytest.raises(Conflict):
                await db.tasks.add(wrong)


async def test_needs_are_followed_to_their_end(store: SqlStore) -> None:
    """Direct ones, the whole chain, and who is free to start."""
    async with store() as db:
        anna = await _person(db, "Anna")
        a, b, c = [await db.tasks.add(_task(anna, name)) for name in "abc"]
        links = db.tasks.links
        assert await links.need(a.id, b.id)
        assert not await links.need(a.id, b.id)
        assert await links.need(b.id, c.id)
        assert [task.title for task in await links.needs(a.id)] == ["b"]
        assert [task.title for task in await links.needed_by(c.id)] == ["b"]
        assert await links.chain(a.id) == {b.id, c.id}
        assert await links.free([a.id, b.id, c.id]) == {c.id}
        done = replace(c, state=TaskState.DONE, closed_at=NOW, closed_by=anna.id)
        await db.tasks.save(done)
        assert await links.free([a.id, b.id]) == {b.id}
        assert await links.unneed(a.id, b.id)
        assert not await links.unneed(a.id, b.id)


async def test_history_and_comments_stay_in_order(store: SqlStore) -> None:
    """Oldest first, as they were written."""
    async with store() as db:
        anna = await _person(db, "Anna")
        task = await db.tasks.add(_task(anna))
        kinds = (ChangeKind.CREATED, ChangeKind.TITLE)
        changes = [Change(task.id, anna.id, NOW, kind, "a", "b") for kind in kinds]
        await db.tasks.log.record(changes)
        assert await db.tasks.log.changes(task.id) == changes
        said = [
            await db.tasks.log.comment(Comment(task.id, anna.id, NOW, text))
            for text in ("first", "second")
        ]
        assert await db.tasks.log.comments(task.id) == said


async def test_a_name_written_otherwise_is_the_same_project(store: SqlStore) -> None:
    """Case, width, spaces and dashes do not make another one."""
    async with store() as db:
        anna = await _person(db, "Anna")
        made, new = await db.projects.open(_project(anna, "Singles Day"))
        again, newer = await db.projects.open(_project(anna, "#singles-DAY"))
        assert (new, newer) == (True, False)
        assert again == made
        assert await db.projects.named("ｓingles_day") == made


async def test_a_private_project_is_seen_by_whom_it_concerns(store: SqlStore) -> None:
    """Its owner, its place, and who has a task in it."""
    async with store() as db:
        anna, bo, cy = [await _person(db, name) for name in ("Anna", "Bo", "Cy")]
        secret = replace(_project(anna, "Merger"), private=True, place=ROOM)
        project, _ = await db.projects.open(secret)
        hers = _task(anna, owner_id=bo.id, private=True, project_id=project.id)
        await db.tasks.add(hers)
        assert await db.projects.visible(anna.id, ()) == [project]
        assert await db.projects.visible(bo.id, ()) == [project]
        assert await db.projects.visible(cy.id, ()) == []
        assert await db.projects.visible(cy.id, (ROOM,)) == [project]
        assert await db.projects.progress([project.id], cy.id, ()) == {}
        mine = await db.projects.progress([project.id], bo.id, ())
        assert mine == {project.id: Progress(0, 1)}


async def test_milestones_are_planned_and_reached(store: SqlStore) -> None:
    """The next first."""
    async with store() as db:
        anna = await _person(db, "Anna")
        project, _ = await db.projects.open(_project(anna, "Promo"))
        plan = Milestone(project_id=project.id, title="b", day=date(2026, 3, 9))
        late = await db.projects.plan(plan)
        soon = await db.projects.plan(replace(plan, title="a", day=date(2026, 3, 5)))
        assert await db.projects.milestones([project.id]) == [soon, late]
        reached = await db.projects.reach(soon.id, NOW)
        assert reached == replace(soon, reached_at=NOW)
        assert await db.projects.reach(soon.id, None) == soon
        assert await db.projects.reach(999, NOW) is None


def _project(owner: Person, name: str) -> Project:
    return Project(name=name, owner_id=owner.id, created_at=NOW)


async def test_a_batch_is_its_persons_own_until_it_is_decided(store: SqlStore) -> None:
    """Changed, dropped, or forgotten after a month."""
    async with store() as db:
        anna, bo = await _person(db, "Anna"), await _person(db, "Bo")
        old = await db.tasks.batches.add(Batch(0, anna.id, NOW, "a\nb", "{}"))
        assert await db.tasks.batches.get(old.id, anna.id) == old
        assert await db.tasks.batches.get(old.id, bo.id) is None
        changed = replace(old, text="c 检查 \x00")
        await db.tasks.batches.save(changed)
        kept = await db.tasks.batches.get(old.id, anna.id)
        assert kept is not None
        assert kept.text == "c 检查 \ufffd"
        later = NOW + timedelta(days=31)
        new = await db.tasks.batches.add(Batch(0, bo.id, later, "d", "{}"))
        assert await db.tasks.batches.get(old.id, anna.id) is None
        await db.tasks.batches.drop(new.id)
        assert await db.tasks.batches.get(new.id, bo.id) is None


async def test_a_view_knows_what_was_said_as_the_task_was_closed(
    store: SqlStore,
) -> None:
    """Not what was said before or after, or by somebody else."""
    async with store() as db:
        anna, bo = await _person(db, "Anna"), await _person(db, "Bo")
        done = await db.tasks.add(
            _task(anna, state=TaskState.DONE, closed_at=NOW, closed_by=anna.id)
        )
        for who, at, text in (
            (anna, NOW - timedelta(hours=1), "before"),
            (bo, NOW, "beside"),
            (anna, NOW, "photos are sent"),
            (anna, NOW + timedelta(hours=1), "after"),
        ):
            await db.tasks.log.comment(Comment(done.id, who.id, at, text))
        (view,) = await db.tasks.views([done])
        assert view.remark == "photos are sent"
