"""The wall looks back on a month, and on nobody's numbers."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.model.kudos.month import Month, first_morning
from tests.bot.kudos.shop import WALL, WINS, Shop, a_shop
from tests.databases import KINDS, Kind

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.fixture(params=KINDS)
async def shop(request: pytest.FixtureRequest) -> AsyncIterator[Shop]:
    """On both databases."""
    kind: Kind = request.param
    async with a_shop(kind) as made:
        yield made


async def departments(shop: Shop, **by_name: str) -> None:
    """Says who works where."""
    async with shop.team.store() as db:
        for person in await db.people.everyone():
            if name := by_name.get(person.name.split()[0]):
                await db.people.save(replace(person, departments=(name,)))
        await db.commit()


async def test_the_wall_looks_back_on_the_first_working_day(shop: Shop) -> None:
    """At nine where it is, in both languages, without anybody's count (L18)."""
    await shop.bo.says("kudos @Li for the red banner #care", "#general")
    await shop.bo.says("kudos @Li for the blue banner #care", "#general")
    await shop.li.says("kudos @王芳 for the night shift #together", "#general")
    await shop.bo.says("kudos @Anna for the secret zeppelin #courage", "#bunker")
    await shop.team.until(datetime(2026, 4, 1, 6, 59, tzinfo=UTC))
    assert not any("March" in seen.text for seen in shop.on(WINS))
    await shop.team.until(datetime(2026, 4, 1, 7, 1, tzinfo=UTC))
    (seen,) = [seen for seen in shop.on(WINS) if "March" in seen.text]
    assert "March: 3 kudos" in seen.text
    assert "Most of all for 💙 care and 🤝 together" in seen.text
    assert "Thanked for the first time: Li Mei and 王芳" in seen.text
    assert "courage" not in seen.text
    assert "2" not in seen.text
    (wall,) = [seen for seen in shop.on(WALL) if "三月" in seen.text]
    assert "💙 用心和🤝 协作" in wall.text
    await shop.li.says("kudos @Li @王芳 for nothing at all")
    await shop.bo.says("kudos @Li for the green banner", "#general")
    await shop.team.until(datetime(2026, 5, 4, 12, tzinfo=UTC))
    (seen,) = [seen for seen in shop.on(WINS) if "April" in seen.text]
    assert "April: 1 kudos" in seen.text
    assert "first time" not in seen.text


async def test_a_month_without_thanks_is_silent(shop: Shop) -> None:
    """Nothing to say is not said."""
    await shop.team.until(datetime(2026, 4, 2, 7, tzinfo=UTC))
    assert not any("March" in seen.text for seen in shop.on(WINS))


async def test_thanks_between_departments_are_counted(shop: Shop) -> None:
    """Only those that others may read."""
    await departments(shop, Bo="marketing", Li="warehouse", Anna="marketing")
    await shop.bo.says("kudos @Li for the red banner", "#general")
    await shop.bo.says("kudos @Anna for the blue banner", "#general")
    await shop.team.until(datetime(2026, 4, 1, 7, 1, tzinfo=UTC))
    (seen,) = [seen for seen in shop.on(WINS) if "March" in seen.text]
    assert "Once, thanks went to another department" in seen.text


def test_the_first_morning_is_a_working_one() -> None:
    """1 May is none, nor the weekend behind it; a month has its own zone."""
    at = first_morning(date(2026, 5, 1), BERLIN, lambda day: day >= date(2026, 5, 4))
    assert at == datetime(2026, 5, 4, 7, tzinfo=UTC)
    assert first_morning(date(2026, 5, 1), BERLIN, lambda day: False) is None
    month = Month(date(2026, 3, 1), BERLIN)
    assert month.since == datetime(2026, 2, 28, 23, tzinfo=UTC)
    assert month.until == datetime(2026, 3, 31, 22, tzinfo=UTC)
