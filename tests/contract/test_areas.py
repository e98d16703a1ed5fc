"""What the repositories of areas and of the team promise."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from bot.errors import Conflict
from bot.model.area import Area, Change, Question, Step
from bot.model.people import Profile
from bot.model.refs import UserRef
from bot.model.team import TeamFacts, WorkKind
from storage.tables.areas import areas as table
from storage.unit_of_work import SqlStore, SqlUnitOfWork

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
DAY = timedelta(days=1)


async def person(db: SqlUnitOfWork, number: int) -> int:
    """Somebody of the team."""
    ref = UserRef("slack", "T1", f"U{number}")
    return (await db.people.meet(Profile(ref, f"Person {number}"))).id


def area(owner: int, name: str = "refunds 退款", **more: object) -> Area:
    """Something that somebody answers for."""
    made = Area(name=name, owner_id=owner, made_at=NOON, confirmed_at=NOON)
    return replace(made, **more)  # type: ignore[arg-type]


async def test_areas_come_back_as_they_were_stored(store: SqlStore) -> None:
    """With their people in order, each once."""
    async with store() as db:
        ids = [await person(db, number) for number in range(4)]
        new = area(
            ids[0],
            deputies=(ids[3], ids[0], ids[1]),
            informed=(ids[2], ids[3]),
            also=("Retoure", "Refunds 退款", "退货"),
            department="it",
        )
        made = await db.areas.add(new)
        assert made.deputies == (ids[3], ids[1])
        assert made.informed == (ids[2],)
        assert made.also == ("Retoure", "退货")
        assert await db.areas.get(made.id) == made
        later = replace(made, owner_id=ids[1], also=(), confirmed_at=NOON + DAY)
        await db.areas.save(later)
        found = await db.areas.get(made.id)
        assert found == replace(later, deputies=(ids[3],))
        assert await db.areas.living() == [found]


async def test_a_name_means_one_living_area(store: SqlStore) -> None:
    """Who is too late is refused; a retired one lets its names go."""
    async with store() as db:
        owner = await person(db, 1)
        first = await db.areas.add(area(owner, also=("stock",)))
        await db.commit()
    with pytest.raises(Conflict):
        async with store() as db:
            await db.areas.add(area(owner, "Stock"))
    async with store() as db:
        await db.areas.save(replace(first, retired_at=NOON))
        second = await db.areas.add(area(owner, "Stock"))
        assert [each.id for each in await db.areas.living()] == [second.id]


async def test_nobody_answers_for_nothing(store: SqlStore) -> None:
    """The database refuses an area without its one owner."""
    async with store() as db:
        owner = await person(db, 1)
        made = await db.areas.add(area(owner))
        with pytest.raises((Conflict, IntegrityError)):
            await db.connection.execute(
                table.update().where(table.c.id == made.id).values(owner_id=None)
            )


async def test_history_and_questions_are_kept(store: SqlStore) -> None:
    """The newest change first; an answer stands beside its question."""
    async with store() as db:
        ann, bo = [await person(db, number) for number in (1, 2)]
        made = await db.areas.add(area(ann))
        first = Change(made.id, ann, Step.MADE, NOON)
        second = Change(made.id, bo, Step.HANDED, NOON + DAY, "Bo 🍵")
        for each in (first, second):
            await db.areas.record(each)
        assert await db.areas.changes(made.id) == [second, first]
        asked = await db.areas.ask(
            Question(area_id=made.id, asker_id=bo, asked_id=ann, text="Why?", at=NOON)
        )
        assert await db.areas.question(asked.id) == asked
        told = replace(asked, answer="So", answered_at=NOON)
        await db.areas.answer(told)
        assert await db.areas.question(asked.id) == told
        assert await db.areas.most() is None
        for most in (3, 9):
            await db.areas.limit(most)
            assert await db.areas.most() == most


async def test_what_is_said_of_people_is_kept(store: SqlStore) -> None:
    """The last word counts."""
    async with store() as db:
        ann, bo = [await person(db, number) for number in (1, 2)]
        for facts in (TeamFacts("CRM", WorkKind.REMOTE), TeamFacts("店长")):
            await db.team.keep(ann, facts)
            assert await db.team.facts() == {ann: facts}
        for head in (ann, bo):
            await db.team.head("it", head)
            assert await db.team.heads() == {"it": head}
        await db.team.head("it", None)
        assert await db.team.heads() == {}
        for lead in (bo, None):
            await db.team.lead(ann, lead)
            assert (await db.people.get(ann)).manager_id == lead
        old = await db.team.imports.propose(ann, "a", NOON)
        new = await db.team.imports.propose(ann, "b", NOON)
        assert await db.team.imports.proposed(old, ann) is None
        assert await db.team.imports.proposed(new, bo) is None
        assert await db.team.imports.proposed(new, ann) == "b"
        await db.team.imports.drop(new)
        assert await db.team.imports.proposed(new, ann) is None


async def test_other_organizations_see_nothing(store: SqlStore) -> None:
    """Every row belongs to one."""
    async with store() as db:
        ann = await person(db, 1)
        made = await db.areas.add(area(ann))
        await db.areas.record(Change(made.id, ann, Step.MADE, NOON))
        asked = await db.areas.ask(
            Question(area_id=made.id, asker_id=ann, asked_id=ann, text="?", at=NOON)
        )
        await db.areas.limit(3)
        await db.team.keep(ann, TeamFacts("CRM"))
        await db.team.head("it", ann)
        listed = await db.team.imports.propose(ann, "a", NOON)
        await db.commit()
    other = SqlStore(store.database, organization_id=2)
    await other.ensure_organization("Other", "UTC", "en", None)
    async with other() as db:
        assert await db.areas.get(made.id) is None
        assert await db.areas.living() == []
        assert await db.areas.changes(made.id) == []
        assert await db.areas.question(asked.id) is None
        assert await db.areas.most() is None
        assert await db.team.facts() == {}
        assert await db.team.heads() == {}
        assert await db.team.imports.proposed(listed, ann) is None
        assert await db.team.beside(ann) == frozenset()
        await db.team.imports.drop(listed)
        await db.team.lead(ann, ann)
    async with store() as db:
        assert await db.areas.get(made.id) == made
        assert await db.team.imports.proposed(listed, ann) == "a"
        assert (await db.people.get(ann)).manager_id is None
