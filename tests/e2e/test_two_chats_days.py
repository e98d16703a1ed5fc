"""A stand-up's days in Berlin, New York and Hangzhou: clock changes, holidays, 调休."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime

import pytest

from tests.databases import fresh_url
from tests.e2e.two_chats import (
    ANNA,
    DM,
    GROUP,
    LI,
    ROOM,
    SAM,
    TITLE,
    WANG,
    TwoChats,
    missing,
    said,
    set_up,
    two_chats,
)

pytestmark = pytest.mark.heavy


@asynccontextmanager
async def since(day: date) -> AsyncIterator[TwoChats]:
    """From that evening in Berlin, with a stand-up that reminds nobody."""
    evening = datetime(day.year, day.month, day.day, 20, 0, tzinfo=UTC)
    async with fresh_url("sqlite") as url, two_chats(url, evening) as chats:
        await set_up(chats, "on weekdays in #shop remind 0")
        yield chats


def asked_at(chats: TwoChats, who: str) -> list[str]:
    """When somebody was asked, by the clock of Greenwich."""
    instants = [
        datetime.fromisoformat(each["at"]) for each in chats.read(who, DM, TITLE)
    ]
    return [f"{at.astimezone(UTC):%d %b %H:%M}" for at in instants]


async def test_berlin_changes_its_clocks() -> None:
    """09:30 there is an hour earlier from Monday on; elsewhere nothing changes."""
    async with since(date(2026, 3, 26)) as chats:
        await chats.until(datetime(2026, 3, 30, 16, 0, tzinfo=UTC))
        assert asked_at(chats, ANNA) == ["27 Mar 08:30", "30 Mar 07:30"]
        assert asked_at(chats, SAM) == ["27 Mar 13:30", "30 Mar 13:30"]
        assert asked_at(chats, WANG) == ["27 Mar 01:30", "30 Mar 01:30"]
        assert len(chats.read(ANNA, ROOM, TITLE)) == 2
        assert len(chats.read(WANG, GROUP, TITLE)) == 2


async def test_new_york_changes_its_clocks() -> None:
    """And the day's stand-up closes an hour earlier for all."""
    async with since(date(2026, 3, 5)) as chats:
        await chats.until(datetime(2026, 3, 9, 16, 0, tzinfo=UTC))
        assert asked_at(chats, SAM) == ["06 Mar 14:30", "09 Mar 13:30"]
        assert asked_at(chats, ANNA) == ["06 Mar 08:30", "09 Mar 08:30"]
        assert asked_at(chats, LI) == ["06 Mar 01:30", "09 Mar 01:30"]


async def test_hangzhou_works_on_a_swapped_saturday() -> None:
    """9 May 2026 is one (调休): Berlin and New York are off, and nobody misses them."""
    async with since(date(2026, 5, 8)) as chats:
        await chats.until(datetime(2026, 5, 9, 20, 0, tzinfo=UTC))
        assert asked_at(chats, WANG) == ["09 May 01:30"]
        assert asked_at(chats, ANNA) == asked_at(chats, SAM) == []
        for who, where in ((ANNA, ROOM), (LI, GROUP)):
            told = said(chats.last(who, where, TITLE))
            assert missing(told) == {"Grace", "王芳", "李伟"}


async def test_berlin_is_off_on_ascension_day() -> None:
    """14 May 2026 is a day like any other in New York and Hangzhou."""
    async with since(date(2026, 5, 13)) as chats:
        await chats.until(datetime(2026, 5, 14, 20, 0, tzinfo=UTC))
        assert asked_at(chats, ANNA) == []
        assert asked_at(chats, SAM) == ["14 May 13:30"]
        assert asked_at(chats, WANG) == ["14 May 01:30"]


async def test_a_feast_of_one_side_is_no_day_off_of_the_other() -> None:
    """On 19 June 2026 China rows dragon boats, and New York has Juneteenth: who has a
    day off is counted as such, and not missing.
    """
    async with since(date(2026, 6, 18)) as chats:
        await chats.until(datetime(2026, 6, 19, 20, 0, tzinfo=UTC))
        assert asked_at(chats, WANG) == []
        assert asked_at(chats, ANNA) == ["19 Jun 07:30"]
        told = said(chats.last(WANG, GROUP, TITLE))
        assert "已提交 0 / 1 · 4 人休息" in told
        assert missing(told) == {"Anna Berger"}
