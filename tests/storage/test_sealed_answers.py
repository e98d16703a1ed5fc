"""Answers without a name, and closed days, as both databases keep them."""

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import select

from bot.model.standup import OccurrenceState
from storage.tables.standups import sealed_answers
from storage.unit_of_work import SqlStore
from tests.storage.test_standups import DAY, a_day, plan


async def test_what_is_said_without_a_name_comes_back_by_question(
    store: SqlStore,
) -> None:
    """Of one day and nobody in particular."""
    _, occurrence, _ = await a_day(store)
    async with store() as db:
        await db.standups.sealed.add(occurrence.id, {1: "太冷", 3: "4"})
        await db.standups.sealed.add(occurrence.id, {1: "too hot"})
        await db.commit()
    async with store.reading() as db:
        said = await db.standups.sealed.of(occurrence.id)
        assert {number: set(texts) for number, texts in said.items()} == {
            1: {"太冷", "too hot"},
            3: {"4"},
        }
        assert await db.standups.sealed.of(occurrence.id + 1) == {}


async def test_the_order_of_the_table_is_not_that_of_the_answers(
    store: SqlStore,
) -> None:
    """The keys are drawn by lot: forty in a row do not come in order."""
    _, occurrence, _ = await a_day(store)
    async with store() as db:
        for number in range(40):
            await db.standups.sealed.add(occurrence.id, {0: str(number)})
        await db.commit()
    async with store.reading() as db:
        texts = (await db.standups.sealed.of(occurrence.id))[0]
        assert sorted(map(int, texts)) == list(range(40))
        assert list(texts) != [str(number) for number in range(40)]
        keys = list(await db.connection.scalars(select(sealed_answers.c.id)))
        assert len(set(keys)) == 40


async def test_closed_days_are_found_the_latest_first(store: SqlStore) -> None:
    """As many as are wanted, and only those before."""
    standup, first, _ = await a_day(store)
    async with store() as db:
        days = [first]
        for number in range(1, 4):
            day = plan(day=DAY + timedelta(days=number))
            days.append(await db.standups.days.open(standup, day))
        for each in (days[0], days[1], days[3]):
            closed = replace(each, state=OccurrenceState.CLOSED)
            await db.standups.days.save(closed)
        await db.commit()
    async with store.reading() as db:
        before = await db.standups.days.before(standup.id, days[3].day, 5)
        assert [each.day for each in before] == [days[1].day, days[0].day]
        one = await db.standups.days.before(standup.id, days[3].day, 1)
        assert [each.day for each in one] == [days[1].day]
