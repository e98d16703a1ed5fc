"""What the repository of tasks in platforms' own lists promises."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.errors import Conflict
from bot.model.people import Account, Profile
from bot.model.refs import UserRef
from bot.model.task import Task
from bot.model.todo import Mirror, MirrorState
from storage.unit_of_work import SqlStore, SqlUnitOfWork

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


async def account(db: SqlUnitOfWork) -> Account:
    """Somebody's account."""
    person = await db.people.meet(Profile(UserRef("dingtalk", "D1", "U1"), "陈雅"))
    return (await db.people.accounts(person.id))[0]


async def begun(db: SqlUnitOfWork) -> tuple[Account, Mirror]:
    """A task that is to show in somebody's list."""
    who = await account(db)
    owner = who.person_id
    task = Task(title="Pack", owner_id=owner, creator_id=owner, created_at=NOW)
    stored = await db.tasks.add(task)
    return who, await db.mirrors.begin(stored.id, who, "key1")


async def test_a_list_concerns_us_when_its_owner_wants_it(store: SqlStore) -> None:
    """For everybody of the workspace."""
    async with store() as db:
        who = await account(db)
        assert not await db.mirrors.concern(who.person_id)
        await db.mirrors.switch("dingtalk", "D1", on=True)
        assert await db.mirrors.concern(who.person_id)
        assert not await db.mirrors.concern(who.person_id + 1)
        await db.mirrors.switch("dingtalk", "D1", on=False)
        assert not await db.mirrors.concern(who.person_id)


async def test_a_mirror_is_kept(store: SqlStore) -> None:
    """One without a name there is not looked for."""
    async with store() as db:
        who, mirror = await begun(db)
        assert await db.mirrors.of(mirror.task_id) == [mirror]
        assert await db.mirrors.open_of(who.id) == []
        named = replace(mirror, todo_id="t1", shown="a", looked_at=NOW)
        await db.mirrors.save(named)
        assert await db.mirrors.open_of(who.id) == [named]
        assert await db.mirrors.readers("dingtalk", "D1") == 1
        await db.mirrors.save(replace(named, state=MirrorState.DONE))
        assert await db.mirrors.open_of(who.id) == []
        assert await db.mirrors.readers("dingtalk", "D1") == 0


async def test_who_was_there_is_known(store: SqlStore) -> None:
    """To the hour."""
    async with store() as db:
        who = await account(db)
        assert await db.mirrors.last_seen(who.id) is None
        await db.people.seen(who.ref, NOW)
        assert await db.mirrors.last_seen(who.id) == NOW


async def test_a_task_is_in_a_list_once(store: SqlStore) -> None:
    """Until it was taken away."""
    async with store() as db:
        who, mirror = await begun(db)
        await db.mirrors.save(replace(mirror, state=MirrorState.REMOVED))
        await db.mirrors.begin(mirror.task_id, who, "key2")
        with pytest.raises(Conflict):
            await db.mirrors.begin(mirror.task_id, who, "key3")


async def test_a_name_is_used_once(store: SqlStore) -> None:
    """Even that of an entry that is gone."""
    async with store() as db:
        who, mirror = await begun(db)
        await db.mirrors.save(replace(mirror, state=MirrorState.REMOVED))
        with pytest.raises(Conflict):
            await db.mirrors.begin(mirror.task_id, who, mirror.key)
