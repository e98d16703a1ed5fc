"""The harness counts what is wrong: it would see what it is there to see."""

from dataclasses import dataclass
from datetime import UTC, datetime
from random import Random
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.model.refs import MessageRef, PlaceRef
from tests.e2e.faults import counting
from tests.e2e.faults.clock import SharedClock
from tests.e2e.faults.company import CHANNEL, DINGTALK, SLACK, TEAM
from tests.e2e.faults.counting import Counts
from tests.e2e.faults.door import Door
from tests.e2e.faults.ledger import Ledger
from tests.e2e.faults.scenes import SCENES, Played
from tests.e2e.faults.schedule import kills
from tests.e2e.faults.slack import Slack
from tests.e2e.faults.table import kept
from tests.e2e.faults.weather import Fate, Weather

NOW = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)
TITLE = "Order mugs x7x"


@dataclass
class Written:
    """A delivery as the database has it."""

    key: str
    state: str = "sent"
    kind: str = "task.card"
    error: str = ""
    shown: int = 1
    message: MessageRef | None = None


def in_slack(key: str) -> Any:
    """One that was sent to the channel."""
    return Written(key, message=MessageRef(PlaceRef(SLACK, TEAM, CHANNEL), "1.0"))


@pytest.fixture
def ledger() -> Ledger:
    return Ledger()


def say(ledger: Ledger, key: str = "", **own: Any) -> None:
    """Something comes to the channel, or to a conversation on DingTalk."""
    platform = own.pop("platform", SLACK)
    place = CHANNEL if platform == SLACK else "@wei4521"
    id = own.pop("id", f"{len(ledger.said)}.1")
    ledger.accept(platform, place, id, own.pop("text", TITLE), NOW, key=key, **own)


def test_a_key_that_came_twice_is_doubled(ledger: Ledger) -> None:
    """Slack took both: nobody but us can keep it from happening."""
    counts = Counts()
    say(ledger, "task:1:card")
    say(ledger, "task:1:card")
    counting._deliveries(ledger, counts, [in_slack("task:1:card")], cards=True)
    assert (counts.doubled, counts.lost) == (1, 0)


def test_what_is_called_sent_and_is_nowhere_is_lost(ledger: Ledger) -> None:
    """With a reference to a message, and without one."""
    counts, nowhere = Counts(), Written("task:2:card")
    sent: Any = [in_slack("task:1:card"), nowhere]
    counting._deliveries(ledger, counts, sent, cards=True)
    assert counts.lost == 2


def test_what_failed_in_doubt_is_marked_and_anything_else_is_lost(
    ledger: Ledger,
) -> None:
    """A receipt that says that nobody knows is an honest one."""
    counts = Counts()
    doubtful = Written("a", state="failed", error="in_doubt")
    failed: Any = [doubtful, Written("b", state="failed", error="bug")]
    counting._deliveries(ledger, counts, failed, cards=False)
    assert (counts.marked, counts.lost) == (1, 1)


def test_what_nobody_wrote_must_not_be_said(ledger: Ledger) -> None:
    """A message whose delivery was rolled back."""
    counts = Counts()
    say(ledger, "task:9:card")
    counting._deliveries(ledger, counts, [], cards=True)
    assert counts.impossible == 1


@pytest.mark.parametrize(("doubts", "marked", "doubled"), [(1, 1, 0), (0, 1, 1)])
def test_plain_words_may_come_twice_where_a_receipt_tells(
    ledger: Ledger, doubts: int, marked: int, doubled: int
) -> None:
    """Nobody can look them up; but nobody may be left in the belief that it is one."""
    counts = Counts()
    say(ledger, platform=DINGTALK)
    say(ledger, platform=DINGTALK)
    counting._said_twice(ledger, counts, doubts)
    assert (counts.marked, counts.doubled) == (marked, doubled)


def test_an_answer_before_its_thread_is_out_of_order(ledger: Ledger) -> None:
    """The parent comes first."""
    counts = Counts()
    say(ledger, "child", thread="5.1")
    say(ledger, "parent", id="5.1")
    say(ledger, "second", thread="5.1")
    counting._threads(ledger, counts)
    assert counts.disorder == 1


def test_one_doubt_for_each_kill_is_what_is_promised() -> None:
    """More than that is broken, as is anything lost."""
    scene = SCENES[0]
    assert kept(Played("sqlite", scene, 3, Counts(marked=3), 1, 1))
    assert not kept(Played("sqlite", scene, 3, Counts(marked=4), 1, 1))
    assert not kept(Played("sqlite", scene, 3, Counts(lost=1), 1, 1))


def test_the_same_seed_kills_the_same_at_the_same_moments() -> None:
    """And another one others."""
    assert [*kills(7, 50, 3, 10)] == [*kills(7, 50, 3, 10)]
    assert [*kills(7, 50, 3, 10)] != [*kills(8, 50, 3, 10)]


async def test_the_chat_takes_everything_and_tells_keys_when_asked(
    ledger: Ledger, tmp_path: Any
) -> None:
    """It never de-duplicates; metadata comes with the history only on request."""
    slack = Slack(ledger, _door(ledger), SharedClock(tmp_path / "clock"))
    app = web.Application()
    app.add_routes(slack.routes())
    kept_with = {"event_type": "shopcrew", "event_payload": {"key": "k"}}
    said = {"channel": CHANNEL, "text": "tea", "metadata": kept_with}
    async with TestClient(TestServer(app)) as client:
        for _ in range(2):
            await client.post("/slack/api/chat.postMessage", json=said)
        asked = {"channel": CHANNEL}
        history = "/slack/api/conversations.history"
        plain = await (await client.post(history, json=asked)).json()
        asked["include_all_metadata"] = "true"
        told = await (await client.post(history, json=asked)).json()
    assert len(ledger.said) == 2
    assert [one.get("metadata") for one in plain["messages"]] == [None, None]
    assert [one["metadata"] for one in told["messages"]] == [kept_with, kept_with]


async def test_what_is_done_in_spite_of_an_error_stands_there(
    ledger: Ledger, tmp_path: Any
) -> None:
    """The caller sees a 500, everybody else the message."""
    door = _door(ledger, Fate.DONE_BROKEN)
    slack = Slack(ledger, door, SharedClock(tmp_path / "clock"))
    app = web.Application()
    app.add_routes(slack.routes())
    said = {"channel": CHANNEL, "text": "tea"}
    async with TestClient(TestServer(app)) as client:
        answer = await client.post("/slack/api/chat.postMessage", json=said)
    assert (answer.status, len(ledger.said)) == (500, 1)


def _door(ledger: Ledger, fate: Fate | None = None) -> Door:
    odds = {fate: 1.0} if fate else {}
    random = Random(1)  # noqa: S311  no secret
    return Door(ledger, Weather(random, odds), random)
