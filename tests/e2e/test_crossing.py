"""Answers cross between Slack and DingTalk over both wires, and go round no circle."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from adapters.simulator.clock import MovableClock
from adapters.simulator.simulator import Simulator
from adapters.simulator.slack.app import DEFAULT_EVENTS, DEFAULT_SCOPES
from adapters.slack.manifest import THREAD_EVENTS, THREAD_SCOPES
from bot.bootstrap import House, open_house, started
from bot.settings import load
from tests.e2e.hands import settled
from tests.e2e.wire import Json, words
from tests.patience import PATIENCE

MONDAY = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
ANNA, MAYA, CHEN, LI = "U0ANNA1", "U0MAYA1", "chenchen8808", "manager4521"
SHOP, EUROPE, GROUP = "#singles-day", "#store-eu", "双十一作战群"


@dataclass
class Room:
    """One room of two Slack channels and a DingTalk group, and the bot in it."""

    simulator: Simulator
    house: House

    async def say(self, who: str, where: str, text: str, under: str = "") -> str:
        """Types something, in the thread of a message or quoting it; its id."""
        side = self.simulator.side_of(who)
        outcome = await side.say(who, where, text, under or None)
        await self.settle()
        return str(outcome.get("ts"))

    async def settle(self) -> None:
        """Returns when nothing is on its way in either direction."""
        await settled(self.simulator, self.house)

    def read(self, who: str, where: str, containing: str) -> list[Json]:
        """The messages of a place that contain these words, oldest first."""
        found = self.simulator.side_of(who).messages(who, where, None)
        return [message for message in found if containing in _said(message)]


def _said(message: Json) -> str:
    """Everything a message says, on either platform, each space once."""
    said = words({"blocks": [], "text": "", **message})
    return " ".join(said.replace("( ", "(").replace(" )", ")").split())


@pytest.fixture
async def room(tmp_path: Path) -> AsyncIterator[Room]:
    """The bot without a card template: what it says on DingTalk can be quoted."""
    simulator = Simulator(
        clock=MovableClock(MONDAY, monotonic=lambda: 0.0),
        limits=False,
        ack_seconds=PATIENCE,
        events=(*DEFAULT_EVENTS, *THREAD_EVENTS),
        scopes=(*DEFAULT_SCOPES, *THREAD_SCOPES),
    )
    await simulator.start()
    ding = simulator.dingtalk
    settings = load(
        shopcrew_database_url=f"sqlite+aiosqlite:///{tmp_path}/room.db",
        slack_bot_token=simulator.slack.app.bot_token,
        slack_app_token=simulator.slack.app.app_token,
        slack_api_url=simulator.api_url,
        dingtalk_client_id=ding.app.client_id,
        dingtalk_client_secret=ding.app.client_secret,
        dingtalk_corp_id=ding.organization.company.corp_id,
        dingtalk_api_url=ding.api_url,
        dingtalk_oapi_url=ding.oapi_url,
    )
    async with open_house(settings, simulator.clock) as house:
        simulator.driver = house.crew.pulse
        async with started(house, asyncio.Event()):
            room = Room(simulator, house)
            for where in (SHOP, EUROPE):
                await room.say(ANNA, where, "/crew room tie 双十一")
            await room.say(CHEN, GROUP, "@店小二 房间 关联 双十一")
            await room.say(ANNA, SHOP, "/crew room threads on")
            await room.say(ANNA, SHOP, "/crew task add Check prices tomorrow")
            yield room
    await simulator.stop()


async def test_answers_cross_both_ways(room: Room) -> None:
    """From a thread to the group, from a quoting message back to both threads."""
    (card,) = room.read(ANNA, SHOP, "T-1")[-1:]
    (mirror,) = room.read(ANNA, EUROPE, "T-1")[-1:]
    said = await room.say(ANNA, SHOP, "Nearly *done* <!here> @maya", card["ts"])
    (there,) = room.read(ANNA, EUROPE, "Anna Berger (Slack)")
    assert there["thread_ts"] == mirror["ts"]
    assert "Nearly *done* <!here> @Maya Cohen" in _said(there)
    (told,) = room.read(LI, GROUP, "↪")
    assert told["title"] == "↪ T-1 Check prices · Anna Berger（Slack）"
    await room.say(LI, GROUP, "@店小二 好的，明天上午发货", told["ts"])
    for where, parent in ((SHOP, card), (EUROPE, mirror)):
        (seen,) = room.read(ANNA, where, "明天上午发货")
        assert seen["thread_ts"] == parent["ts"]
        assert "李伟 (DingTalk)" in _said(seen)
    assert len(room.read(ANNA, SHOP, "Nearly")) == 1
    assert len(room.read(LI, GROUP, "明天上午发货")) == 1
    anna = room.simulator.slack.person(ANNA)
    anna.edit(said, "All done")
    await room.settle()
    assert len(room.read(ANNA, EUROPE, "All done")) == 1
    anna.delete(said)
    await room.settle()
    assert room.read(ANNA, EUROPE, "All done") == []
    assert len(room.read(ANNA, EUROPE, "taken back")) == 1


async def test_a_call_in_a_thread_is_a_command_and_nothing_else(room: Room) -> None:
    """Slack tells of it twice: as a mention, and as a message."""
    (card,) = room.read(ANNA, SHOP, "T-1")[-1:]
    await room.say(ANNA, SHOP, "@Shopcrew task done 1", card["ts"])
    assert room.read(ANNA, EUROPE, "Anna Berger (Slack)") == []
    assert "✅" in _said(room.read(ANNA, EUROPE, "T-1")[-1])


async def test_talk_that_is_not_with_the_bot_stays(room: Room) -> None:
    """Neither threads of people nor words in the channel."""
    theirs = await room.say(MAYA, SHOP, "Lunch?")
    await room.say(ANNA, SHOP, "Yes!", theirs)
    assert room.read(ANNA, EUROPE, "Yes!") == []
    assert room.read(LI, GROUP, "Yes!") == []
