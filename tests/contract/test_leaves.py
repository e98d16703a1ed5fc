"""What the repository of leave that platforms told of promises."""

from datetime import date

import pytest

from bot.errors import Conflict
from bot.model.absence import Days
from bot.model.people import Account, Profile
from bot.model.refs import UserRef
from storage.unit_of_work import SqlStore, SqlUnitOfWork

TODAY = date(2026, 3, 3)


def days(first: int, last: int) -> Days:
    """Days of March."""
    return Days(date(2026, 3, first), date(2026, 3, last))


async def account(db: SqlUnitOfWork) -> Account:
    """Somebody's account."""
    person = await db.people.meet(Profile(UserRef("dingtalk", "D1", "U1"), "陈雅"))
    return (await db.people.accounts(person.id))[0]


async def absent(db: SqlUnitOfWork, who: Account) -> list[Days]:
    """When they are away."""
    found = await db.absences.of(who.person_id, date(2026, 1, 1))
    return [Days(each.first, each.last) for each in found]


async def test_leave_is_an_absence_until_it_is_dropped(store: SqlStore) -> None:
    """What is over by then was so."""
    async with store() as db:
        who = await account(db)
        leave = await db.leaves.tell(who, days(2, 5))
        assert await db.leaves.get(leave.id) == leave
        assert await db.leaves.of([who.id], TODAY) == [leave]
        assert await db.leaves.of([who.id], date(2026, 3, 6)) == []
        assert await absent(db, who) == [days(2, 5)]
        await db.leaves.drop(leave, TODAY)
        assert await absent(db, who) == [days(2, 2)]
        assert await db.leaves.get(leave.id) is None


async def test_leave_that_did_not_begin_leaves_nothing(store: SqlStore) -> None:
    """It was never so."""
    async with store() as db:
        who = await account(db)
        await db.leaves.drop(await db.leaves.tell(who, days(4, 5)), TODAY)
        assert await absent(db, who) == []


async def test_other_days_move_an_absence_nobody_changed(store: SqlStore) -> None:
    """Who came back early stays back."""
    async with store() as db:
        who = await account(db)
        leave = await db.leaves.tell(who, days(2, 5))
        await db.leaves.move(leave, days(2, 6))
        assert await absent(db, who) == [days(2, 6)]
        await db.absences.end(who.person_id, TODAY)
        (moved,) = await db.leaves.of([who.id], TODAY)
        await db.leaves.move(moved, days(2, 9))
        assert await absent(db, who) == [days(2, 2)]


async def test_overruled_leave_is_no_absence_until_it_is_restored(
    store: SqlStore,
) -> None:
    """It is remembered."""
    async with store() as db:
        who = await account(db)
        leave = await db.leaves.tell(who, days(4, 5))
        await db.leaves.overrule(leave, TODAY)
        assert await absent(db, who) == []
        (known,) = await db.leaves.of([who.id], TODAY)
        assert known.overruled
        await db.leaves.restore(known)
        assert await absent(db, who) == [days(4, 5)]


async def test_one_leave_begins_on_a_day(store: SqlStore) -> None:
    """Two readings at once make one absence."""
    async with store() as db:
        who = await account(db)
        await db.leaves.tell(who, days(4, 5))
        with pytest.raises(Conflict):
            await db.leaves.tell(who, days(4, 6))
