"""A play over the control door, with a bot by strangers that nobody here can read."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient

from adapters.simulator.play.play import State
from adapters.simulator.simulator import Simulator
from tests.adapters.simulator.stranger import Stranger
from tests.adapters.simulator.test_control import Remote

BUTTON = {
    "type": "button",
    "action_id": "any.thing",
    "style": "primary",
    "value": "7",
    "text": {"type": "plain_text", "text": "Fülle es aus"},
}
VIEW = {
    "type": "modal",
    "callback_id": "whatever",
    "title": {"type": "plain_text", "text": "Bitte"},
    "submit": {"type": "plain_text", "text": "Los"},
    "blocks": [
        {
            "type": "input",
            "block_id": name,
            "label": {"type": "plain_text", "text": name},
            "element": {
                "type": "plain_text_input",
                "action_id": "value",
                "multiline": True,
            },
        }
        for name in ("eins", "zwei")
    ],
}


@pytest.fixture
async def remote(simulator: Simulator) -> AsyncIterator[Remote]:
    """An outsider on this machine."""
    async with aiohttp.ClientSession(simulator.base_url) as session:
        yield Remote(session)


async def ask(simulator: Simulator, client: AsyncWebClient, who: str) -> None:
    """The bot will ask somebody in ten minutes."""
    dm = simulator.slack.person(who).dm().id
    at = simulator.clock.now() + timedelta(minutes=10)
    blocks = [{"type": "actions", "elements": [BUTTON]}]
    await client.chat_scheduleMessage(
        channel=dm, post_at=int(at.timestamp()), text="Na?", blocks=blocks
    )


async def open_form(body: Any, client: Any, ack: Any, **_: Any) -> None:
    """Every press opens the form."""
    await client.views_open(trigger_id=body["trigger_id"], view=VIEW)
    await ack()


async def test_who_is_asked_presses_fills_and_sends(
    simulator: Simulator, bot: Stranger, client: AsyncWebClient, remote: Remote
) -> None:
    """Known by the button and the fields alone; who never answers does not."""
    bot.on("block_actions", open_form)
    for who in ("U0ANNA1", "U0JONAS1"):
        await ask(simulator, client, who)
    answer = await remote.post("play", days=0.1, seconds=0)
    assert answer == {"ok": True, "anew": False}
    await simulator.play.over()
    (sent,) = bot.found("view_submission")
    assert sent["user"]["id"] == "U0ANNA1"
    typed = sent["view"]["state"]["values"]
    assert all(typed[name]["value"]["value"] for name in ("eins", "zwei"))
    told = simulator.play.shown()
    assert told["state"] == "ended"
    assert [what for _, what in told["marks"]] == ["asked", "opens", "fills"]


async def test_a_press_that_opens_nothing_is_a_press(
    simulator: Simulator, bot: Stranger, client: AsyncWebClient, remote: Remote
) -> None:
    """And a bot that fails does not stop the play."""
    await ask(simulator, client, "U0ANNA1")
    await remote.post("play", days=0.1, seconds=0)
    await simulator.play.over()
    assert len(bot.found("block_actions")) == 1
    assert simulator.play.shown()["caption"]["what"] == "presses"
    assert simulator.play.shown()["caption"]["words"] == "Fülle es aus"


async def test_a_play_is_paused_and_stopped(
    simulator: Simulator, client: AsyncWebClient, remote: Remote
) -> None:
    """One at a time; what is paused stays where it is."""
    await ask(simulator, client, "U0ANNA1")
    await remote.post("play", days=0.1, seconds=3600)
    assert "stop it first" in await remote.refused("play", days=1)
    await remote.post("play", do="pause")
    assert (await remote.get("play"))["state"] == "paused"
    await remote.post("play", do="pace", seconds=30)
    assert (await remote.get("play"))["seconds"] == 30
    await remote.post("play", do="resume")
    await remote.post("play", do="stop")
    await simulator.play.over()
    assert simulator.play.state is State.STOPPED
    assert "nothing" in await remote.refused("play", do="pause")


@pytest.mark.parametrize(
    "wish",
    [
        {"days": -1},
        {"days": "seven"},
        {"days": 99},
        {"until": "yesterday"},
        {"until": "2020-01-01T00:00:00+00:00"},
        {"seconds": "fast"},
        {"scene": "ragnarok"},
        {"scene": 7},
        {"do": "rewind"},
    ],
)
async def test_wishes_that_make_no_sense_are_refused(
    simulator: Simulator, remote: Remote, wish: dict[str, Any]
) -> None:
    """With a sentence, and nothing moves."""
    assert await remote.refused("play", **wish)
    assert simulator.play.state is State.NONE


async def test_a_scene_of_another_time_begins_anew_where_that_is_possible(
    simulator: Simulator, remote: Remote
) -> None:
    """A lonely simulator cannot; whoever runs it may."""
    assert "anew" in await remote.refused("play", scene="golden")
    wished: list[datetime] = []
    simulator.play.begin_anew = lambda at, wish: wished.append(at)
    answer = await remote.post("play", scene="golden")
    assert answer == {"ok": True, "anew": True}
    assert wished == [datetime(2026, 10, 4, 12, tzinfo=UTC)]
    assert simulator.play.state is State.NONE
