"""A week of the company plays by itself, over the control door, in three zones."""

from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import aiohttp
import pytest

from adapters.simulator.company import Employee
from adapters.simulator.play.happenings import Happening, What
from tests.databases import fresh_url
from tests.e2e.two_chats import (
    ANNA,
    BERLIN,
    DM,
    GROUP,
    LI,
    NEW_YORK,
    ROOM,
    SAM,
    SHANGHAI,
    TITLE,
    WANG,
    TwoChats,
    missing,
    said,
    set_up,
    two_chats,
)
from tests.e2e.wire import Json

pytestmark = pytest.mark.heavy

SUNDAY = datetime(2026, 6, 7, 12, 0, tzinfo=UTC)
JONAS, SOFIA = "U0JONAS1", "U0SOFIA1"
MORE = (
    Employee(JONAS, "jonas", "Jonas Weber", tz=BERLIN, email="jonas@tea.example"),
    Employee(SOFIA, "sofia", "Sofia Rossi", tz="Europe/Rome", email="s@tea.example"),
)


@asynccontextmanager
async def a_week(**wish: object) -> AsyncIterator[tuple[TwoChats, list[Happening]]]:
    """What a play from Sunday noon on shows."""
    async with (
        fresh_url("sqlite") as url,
        two_chats(url, SUNDAY, more=MORE) as chats,
    ):
        await set_up(chats)
        await play(chats, seconds=0, **wish)
        await chats.simulator.play.over()
        stretch = chats.simulator.play.stretch
        assert stretch is not None
        assert chats.simulator.play.shown()["state"] == "ended"
        yield chats, stretch.seen


async def play(chats: TwoChats, **wish: object) -> Json:
    """Begins it as the page does."""
    async with (
        aiohttp.ClientSession(chats.simulator.base_url) as session,
        session.post("/simulator/play", json=wish) as answer,
    ):
        found: Json = await answer.json()
    assert found["ok"], found
    return found


def local(seen: Happening) -> str:
    """The weekday and the time on the clocks where it was seen."""
    return f"{seen.at.astimezone(ZoneInfo(seen.tz)):%a %H:%M}"


def who_did(seen: list[Happening], what: What) -> dict[str, list[str]]:
    """The weekdays on which each person did something."""
    found = defaultdict(list)
    for each in seen:
        for who in each.who if each.what is what else ():
            found[who].append(local(each)[:3])
    return dict(found)


async def test_a_week_shows_every_manner_of_person() -> None:
    """Asked at 09:30 wherever they are; one late, one silent, one away."""
    async with a_week(days=6) as (chats, seen):
        week = ["Mon", "Tue", "Wed", "Thu", "Fri"]
        _everybody_is_asked_in_the_morning(seen, week)
        fills = who_did(seen, What.FILLS)
        assert fills[ANNA] == fills[WANG] == fills[LI] == week
        assert who_did(seen, What.LATE) == {SAM: week}
        assert JONAS not in fills
        assert fills[SOFIA] == ["Mon", "Tue"]
        assert who_did(seen, What.TYPES) == {SOFIA: ["Wed"]}
        assert who_did(seen, What.FAILS) == {}
        wrap_up = said(chats.last(ANNA, ROOM, TITLE))
        assert missing(wrap_up) == {"Jonas Weber", "Sam Taylor"}
        assert "Sofia Rossi" in wrap_up  # she is away
        assert len(chats.read(WANG, GROUP, TITLE)) >= 5


def _everybody_is_asked_in_the_morning(seen: list[Happening], week: list[str]) -> None:
    asked = [each for each in seen if each.what is What.ASKED]
    mornings = [f"{day} 09:30" for day in week]
    for zone in (SHANGHAI, BERLIN, NEW_YORK):
        there = {local(each) for each in asked if each.tz == zone}
        assert {moment for moment in there if moment.endswith("09:30")} == set(mornings)


async def test_the_same_seed_plays_the_same_week() -> None:
    """To the minute and to the word; another one plays another."""
    shown = []
    for seed in (7, 7, 8):
        async with a_week(days=1, seed=seed) as (_, seen):
            shown.append([(e.at, e.what, e.who, e.words) for e in seen])
    assert len(shown[0]) > 8
    assert shown[0] == shown[1]
    assert shown[0] != shown[2]


async def test_visitors_may_act_while_a_week_plays() -> None:
    """A clock moved by hand waits for the step in hand, and nothing is lost."""
    async with (
        fresh_url("sqlite") as url,
        two_chats(url, SUNDAY, more=MORE) as chats,
    ):
        await set_up(chats)
        await play(chats, days=2, seconds=3600)
        await chats.simulator.advance("20h")
        await chats.simulator.side_of(ANNA).say(ANNA, DM, "/crew today", None)
        await play(chats, do="stop")
        await chats.simulator.play.over()
        await chats.settle()
        asked, reminded = chats.read(LI, DM, TITLE)
        assert "已保存" in said(asked)
        assert "已保存" in said(reminded)
