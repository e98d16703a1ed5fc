"""Days that people like to be celebrated are, on the wall; nobody else's."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime

import pytest

from bot.model.celebration import Occasion, OwnDays, Party, days_told, parties
from tests.bot.kudos.shop import WALL, WINS, Shop, a_shop
from tests.databases import KINDS, Kind


@pytest.fixture(params=KINDS)
async def shop(request: pytest.FixtureRequest) -> AsyncIterator[Shop]:
    """On both databases."""
    kind: Kind = request.param
    async with a_shop(kind) as made:
        yield made


def told(shop: Shop, where: str) -> list[str]:
    """What a wall said of days."""
    place = shop.team.places[where]
    return [
        seen.text
        for seen in shop.team.chat.messages
        if seen.ref.place.unthreaded() == place and "🎂" in seen.text
    ]


async def test_the_wall_congratulates_in_both_languages(shop: Shop) -> None:
    """At nine, without anybody's age (L10)."""
    await shop.li.says("celebrate")
    assert await shop.li.fills(birthday="1990-03-04", started="2024-03-04") == {}
    await shop.team.until(datetime(2026, 3, 4, 7, 59, tzinfo=UTC))
    assert told(shop, WINS) == []
    await shop.team.until(datetime(2026, 3, 4, 8, 1, tzinfo=UTC))
    (text,) = told(shop, WINS)
    assert "Li Mei: happy birthday!" in text
    assert "Li Mei: 2 years with us" in text
    assert "1990" not in text
    assert "36" not in text
    assert "Li Mei：入职 2 周年" in told(shop, WALL)[0]
    async with shop.team.store() as db:
        (own,) = await db.celebrations.all()
    assert own.birthday == "03-04"
    await shop.team.waits(days=5)
    assert len(told(shop, WINS)) == 1


async def test_days_off_are_made_up_for(shop: Shop) -> None:
    """A Sunday's birthday is told on Monday."""
    await shop.wang.says("庆祝")
    assert await shop.wang.fills(birthday="1990-03-08") == {}
    await shop.team.until(datetime(2026, 3, 8, 20, tzinfo=UTC))
    assert told(shop, WINS) == []
    await shop.team.until(datetime(2026, 3, 9, 9, tzinfo=UTC))
    assert "王芳: happy birthday!" in told(shop, WINS)[0]


async def test_whoever_says_off_is_left_alone(shop: Shop) -> None:
    """Nothing of them is kept; guests are not asked."""
    await shop.li.says("celebrate")
    assert await shop.li.fills(birthday="1990-03-04") == {}
    seen = await shop.li.says("celebrate off")
    assert seen
    assert "None of your days" in seen.text
    await shop.team.until(datetime(2026, 3, 4, 9, tzinfo=UTC))
    assert told(shop, WINS) == []
    async with shop.team.store() as db:
        assert await db.celebrations.all() == []
    refused = await shop.gus.says("celebrate")
    assert refused
    assert "for the people of the company" in refused.text


def test_what_there_is_to_celebrate() -> None:
    """29 February is the 28th in most years; the first day is a welcome."""
    leap = OwnDays(1, "02-29")
    assert parties([leap], [date(2026, 2, 28)]) == (Party(1, Occasion.BIRTHDAY),)
    assert parties([leap], [date(2028, 2, 28)]) == ()
    assert parties([leap], [date(2028, 2, 29)]) == (Party(1, Occasion.BIRTHDAY),)
    new = OwnDays(2, started=date(2026, 3, 2))
    assert parties([new], [date(2026, 3, 2)]) == (Party(2, Occasion.FIRST_DAY),)
    assert parties([new], [date(2025, 3, 2)]) == ()
    assert parties([new], [date(2027, 3, 2)]) == (Party(2, Occasion.ANNIVERSARY, 1),)


def test_a_day_of_work_tells_of_those_off_before_it() -> None:
    """And a day off tells of nothing."""
    monday = date(2026, 3, 9)
    works = lambda day: day.weekday() < 5  # noqa: E731
    found = days_told(monday, works)
    assert found == (date(2026, 3, 7), date(2026, 3, 8), monday)
    assert days_told(date(2026, 3, 8), works) == ()


async def test_a_birthday_is_said_in_a_sentence(shop: Shop) -> None:
    """And taken back in one; the year is not asked for."""
    for typed, kept in (
        ("birthday 3 May", "05-03"),
        ("birthday off", ""),
        ("my birthday is May 4", "05-04"),
        ("don't celebrate my birthday", ""),
    ):
        await shop.li.says(typed)
        async with shop.team.store.reading() as db:
            li = (await db.people.known([shop.li.ref]))[shop.li.ref]
            assert (await db.celebrations.of(li.id)).birthday == kept, typed
    await shop.li.says("birthday cake for Anna on Friday")
    assert "no day I can keep" in shop.answer(shop.li).text
    await shop.wang.says("生日 5月3日")
    assert "已保存" in shop.answer(shop.wang).text
    await shop.wang.says("不要庆祝我的生日")
    assert "不再庆祝" in shop.answer(shop.wang).text
