"""What the repository of absences promises."""

from datetime import date

import pytest

from bot.errors import Conflict
from bot.model.absence import Days
from bot.model.people import DayHalf, Profile
from bot.model.refs import UserRef
from storage.unit_of_work import SqlStore, SqlUnitOfWork

MONDAY, TUESDAY, WEDNESDAY, FRIDAY = (date(2026, 3, day) for day in (2, 3, 4, 6))


async def person(db: SqlUnitOfWork, number: int = 1) -> int:
    ref = UserRef("slack", "T1", f"U{number}")
    return (await db.people.meet(Profile(ref, f"Person {number}"))).id


async def test_an_absence_covers_its_first_and_last_day(store: SqlStore) -> None:
    """Whole days, both ends included."""
    async with store() as db:
        ann = await person(db)
        absence = await db.absences.add(ann, TUESDAY, FRIDAY, "Lisbon 海边")
        assert await db.absences.away([ann], MONDAY) == {}
        assert await db.absences.away([ann], TUESDAY) == {ann: absence}
        assert await db.absences.away([ann], FRIDAY) == {ann: absence}
        assert await db.absences.away([], FRIDAY) == {}


async def test_of_several_absences_the_longest_is_told(store: SqlStore) -> None:
    """Who asks when somebody is back gets the last of the days."""
    async with store() as db:
        ann = await person(db)
        long = await db.absences.add(ann, MONDAY, FRIDAY, "holiday")
        await db.absences.add(ann, MONDAY, TUESDAY, "dentist")
        assert await db.absences.away([ann], TUESDAY) == {ann: long}


async def test_only_those_asked_about_are_told(store: SqlStore) -> None:
    """Other people's absences stay out."""
    async with store() as db:
        ann, bo = await person(db, 1), await person(db, 2)
        await db.absences.add(ann, MONDAY, FRIDAY, "")
        assert await db.absences.away([bo], MONDAY) == {}


async def test_absences_to_come_are_listed_the_next_first(store: SqlStore) -> None:
    """Those that ended before are left out."""
    async with store() as db:
        ann = await person(db)
        later = await db.absences.add(ann, FRIDAY, FRIDAY, "")
        now = await db.absences.add(ann, MONDAY, TUESDAY, "")
        assert await db.absences.of(ann, TUESDAY) == [now, later]
        assert await db.absences.of(ann, WEDNESDAY) == [later]


async def test_an_absence_cannot_end_before_it_begins(store: SqlStore) -> None:
    """The database itself refuses."""
    with pytest.raises(Conflict):
        async with store() as db:
            await db.absences.add(await person(db), TUESDAY, MONDAY, "")


async def test_coming_back_ends_an_absence_the_day_before(store: SqlStore) -> None:
    """One that covers the day is cut; one to come stays."""
    async with store() as db:
        ann = await person(db)
        await db.absences.add(ann, MONDAY, WEDNESDAY, "")
        later = await db.absences.add(ann, FRIDAY, FRIDAY, "")
        assert await db.absences.end(ann, TUESDAY) == 1
        assert await db.absences.away([ann], TUESDAY) == {}
        assert ann in await db.absences.away([ann], MONDAY)
        assert await db.absences.of(ann, TUESDAY) == [later]


async def test_coming_back_on_the_first_day_leaves_no_absence(store: SqlStore) -> None:
    """It never began."""
    async with store() as db:
        ann = await person(db)
        await db.absences.add(ann, MONDAY, FRIDAY, "")
        assert await db.absences.end(ann, MONDAY) == 1
        assert await db.absences.of(ann, date(2026, 1, 1)) == []
        assert await db.absences.end(ann, MONDAY) == 0


async def test_no_id_comes_again(store: SqlStore) -> None:
    """Messages and buttons go on naming one that is gone."""
    async with store() as db:
        ann = await person(db)
        first = await db.absences.add(ann, FRIDAY, FRIDAY, "")
        await db.absences.cut(first, MONDAY)
        assert await db.absences.get(first.id) is None
        again = await db.absences.add(ann, FRIDAY, FRIDAY, "")
        assert again.id != first.id


async def test_other_days_of_an_absence_are_as_it_is(store: SqlStore) -> None:
    """Whose idea it was, why, and who wrote it."""
    async with store() as db:
        ann, bo = await person(db, 1), await person(db, 2)
        await db.absences.add_break([ann], MONDAY, FRIDAY, "fair", bo)
        (known,) = await db.absences.of(ann, MONDAY)
        other = await db.absences.split(known, Days(FRIDAY, FRIDAY, DayHalf.MORNING))
        assert (other.kind, other.by_id, other.reason, other.half) == (
            known.kind, bo, "fair", DayHalf.MORNING,
        )  # fmt: skip
