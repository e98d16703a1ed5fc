"""What the repository of risks promises."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.errors import Conflict
from bot.model.blocker import Blocker
from bot.model.people import Profile
from bot.model.refs import UserRef
from bot.model.risk import Category, Origin, OriginKind, Risk, Update, UpdateKind, close
from storage.unit_of_work import SqlStore, SqlUnitOfWork

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
FRIDAY = date(2026, 3, 6)


async def person(db: SqlUnitOfWork, number: int) -> int:
    """Somebody of the team."""
    ref = UserRef("slack", "T1", f"U{number}")
    return (await db.people.meet(Profile(ref, f"Person {number}"))).id


def risk(owner: int, scenario: str = "快递停运 🚚", **more: object) -> Risk:
    """Something that may go wrong."""
    new = Risk(scenario=scenario, owner_id=owner, reporter_id=owner, opened_at=NOON)
    return replace(new, **more)  # type: ignore[arg-type]


async def blocker(db: SqlUnitOfWork, reporter: int) -> int:
    """Something out of which a risk grows."""
    new = Blocker(reporter_id=reporter, text="late", opened_at=NOON)
    return (await db.blockers.add(new)).id


async def test_risks_come_back_as_they_were_stored(store: SqlStore) -> None:
    """Whole, changed and over; numbers count from one."""
    async with store() as db:
        me, other = await person(db, 1), await person(db, 2)
        grown = Origin(OriginKind.BLOCKER, await blocker(db, me))
        new = risk(
            me,
            category=Category.SUPPLIER,
            likelihood=4,
            impact=5,
            mitigation="a second one",
            due=FRIDAY,
            private=True,
            origin=grown,
        )
        first = await db.risks.add(new)
        second = await db.risks.add(risk(other))
        assert (first.number, second.number) == (1, 2)
        assert await db.risks.get(first.id) == first
        over = close(replace(first, owner_id=other, due=None), me, NOON, "no more")
        await db.risks.save(over)
        assert await db.risks.numbered(1) == over
        assert await db.risks.hold(first.id) == over
        assert await db.risks.of(grown) == over
        assert await db.risks.out_of(OriginKind.BLOCKER, [grown.id]) == {grown.id: over}
        assert await db.risks.out_of(OriginKind.TASK, [grown.id]) == {}
        assert await db.risks.all(open_=True) == [second]
        assert await db.risks.all(open_=False) == [over]


async def test_the_gravest_come_first_and_those_over_last(store: SqlStore) -> None:
    """Of one's own, what is due first comes before what has no day."""
    async with store() as db:
        me = await person(db, 1)
        made = [
            await db.risks.add(risk(me, f"{score}", likelihood=1, impact=score))
            for score in (2, 5, 3)
        ]
        dated = replace(made[0], due=FRIDAY)
        await db.risks.save(dated)
        await db.risks.save(close(made[1], me, NOON, "over"))
        everything = await db.risks.all()
        assert [each.number for each in everything] == [3, 1, 2]
        assert await db.risks.owned_by(me) == [dated, made[2]]


async def test_out_of_one_thing_grows_one_risk(store: SqlStore) -> None:
    """The database sees to it."""
    async with store() as db:
        me = await person(db, 1)
        grown = Origin(OriginKind.BLOCKER, await blocker(db, me))
        await db.risks.add(risk(me, origin=grown))
        with pytest.raises(Conflict):
            await db.risks.add(risk(me, origin=grown))


async def test_its_story_is_kept_in_order(store: SqlStore) -> None:
    """The oldest first."""
    async with store() as db:
        me = await person(db, 1)
        made = await db.risks.add(risk(me))
        told = [
            Update(made.id, me, UpdateKind.OPENED, NOON),
            Update(made.id, me, UpdateKind.SCORE, NOON, "3×3 → 4×5"),
        ]
        for each in told:
            await db.risks.log.record(each)
        kept = await db.risks.log.of(made.id)
        assert [replace(each, id=0) for each in kept] == told
