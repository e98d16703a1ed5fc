"""Blockers with their people and their story, on both databases."""

import asyncio
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.model.blocker import (
    Blocker,
    BlockerState,
    Tag,
    Update,
    UpdateKind,
    acknowledge,
    reopen,
    resolve,
)
from bot.model.people import Person, Profile
from bot.model.refs import PlaceRef, UserRef
from bot.model.task import Task
from storage.unit_of_work import SqlStore
from tests.storage.test_standups import draft, plan

NOW = datetime(2026, 6, 10, 7, 30, tzinfo=UTC)
PLACE = PlaceRef("slack", "T1", "C1")


@pytest.fixture
async def people(store: SqlStore) -> list[Person]:
    """Ann, Bo and Cy."""
    async with store() as db:
        await db.people.connect("slack", "T1", "Tea")
        met = [
            await db.people.meet(Profile(UserRef("slack", "T1", name), name))
            for name in ("Ann", "Bo", "Cy")
        ]
        await db.commit()
    return met


def blocker(reporter: Person, **facts: object) -> Blocker:
    """One that is not kept yet."""
    made = Blocker(reporter_id=reporter.id, text="no stock", opened_at=NOW)
    return replace(made, **facts)  # type: ignore[arg-type]


async def test_a_blocker_comes_back_as_it_was_kept(
    store: SqlStore, people: list[Person]
) -> None:
    """Every part of it, its people in the order they were asked."""
    ann, bo, cy = people
    async with store() as db:
        standup = await db.standups.add(draft(ann))
        day = await db.standups.days.open(standup, plan())
        owned = Task(title="t", owner_id=bo.id, creator_id=bo.id, created_at=NOW)
        task = await db.tasks.add(owned)
        wanted = blocker(
            ann,
            text="等库存\nthe second line",
            standup_id=standup.id,
            occurrence_id=day.id,
            place=PLACE,
            state=BlockerState.RESOLVED,
            resolved_at=NOW + timedelta(days=2),
            resolved_by=cy.id,
            outcome="found",
            asked_on=date(2026, 6, 11),
            escalated_at=NOW + timedelta(days=1),
            escalated_to=cy.id,
            task_id=task.id,
            tags=(
                Tag(cy.id, NOW),
                Tag(bo.id, NOW + timedelta(hours=1), NOW, date(2026, 6, 11)),
            ),
        )
        kept = await db.blockers.add(wanted)
        await db.commit()
    async with store.reading() as db:
        assert await db.blockers.get(kept.id) == kept
        assert kept == replace(wanted, id=kept.id, number=1)
        assert await db.blockers.get(999) is None
        (view,) = await db.tasks.views([task])
        assert view.blocker == kept.number


async def test_every_change_is_kept(store: SqlStore, people: list[Person]) -> None:
    """Seen, resolved, open again: who was asked stays asked."""
    ann, bo, _ = people
    async with store() as db:
        kept = await db.blockers.add(blocker(ann, tags=(Tag(bo.id, NOW),)))
        after = resolve(acknowledge(kept, bo.id, NOW), bo.id, NOW, "there")
        await db.blockers.save(after)
        assert await db.blockers.numbered(kept.number) == after
        await db.blockers.save(reopen(after))
        found = await db.blockers.hold(kept.id)
    assert found == acknowledge(kept, bo.id, NOW)


async def test_lists_hold_what_is_open_the_oldest_first(
    store: SqlStore, people: list[Person]
) -> None:
    """Of everybody, or of one stand-up; those of a day were open on it."""
    ann, bo, _ = people
    async with store() as db:
        standup = await db.standups.add(draft(ann))
        old = await db.blockers.add(
            blocker(ann, standup_id=standup.id, opened_at=NOW - timedelta(days=3))
        )
        gone = await db.blockers.add(
            resolve(
                blocker(ann, standup_id=standup.id, opened_at=NOW - timedelta(days=2)),
                bo.id,
                NOW - timedelta(days=1),
            )
        )
        other = await db.blockers.add(blocker(bo))
        assert await db.blockers.all() == [old, other]
        assert await db.blockers.all(standup_id=standup.id) == [old]
        between = db.blockers.between
        since = NOW - timedelta(days=1)
        assert await between(standup.id, since, NOW) == [old, gone]
        assert await between(standup.id, NOW, NOW) == [old]
        assert await between(standup.id, since - timedelta(days=9), since) == [
            old,
            gone,
        ]
        assert await between(standup.id, since, NOW - timedelta(days=4)) == []


async def test_the_story_is_told_in_order(
    store: SqlStore, people: list[Person]
) -> None:
    """By people and by the bot itself; what was said is there on its own."""
    ann, bo, _ = people
    async with store() as db:
        kept = await db.blockers.add(blocker(ann))
        log = db.blockers.log
        first = await log.record(Update(kept.id, ann.id, UpdateKind.OPENED, NOW))
        later = NOW + timedelta(hours=1)
        second = await log.record(
            Update(kept.id, bo.id, UpdateKind.SAID, later, "soon")
        )
        third = await log.record(Update(kept.id, None, UpdateKind.ESCALATED, later))
        assert await log.of(kept.id) == [first, second, third]
        assert await log.said([kept.id]) == {kept.id: ("soon",)}
        assert await log.said([]) == {}


async def test_two_at_once_get_two_numbers(
    store: SqlStore, people: list[Person]
) -> None:
    """Each counts for the whole company."""

    async def add(person: Person) -> int:
        async with store() as db:
            made = await db.blockers.add(blocker(person))
            await db.commit()
            return made.number

    assert sorted(await asyncio.gather(*map(add, people))) == [1, 2, 3]
