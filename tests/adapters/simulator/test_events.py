"""Events reach the bot if it subscribed and can see what happened."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from adapters.simulator.side import Press
from adapters.simulator.simulator import Simulator
from adapters.simulator.slack.app import DEFAULT_EVENTS
from adapters.simulator.wire import ControlError
from tests.adapters.simulator.stranger import Stranger, over_http, over_socket
from tests.adapters.simulator.test_webapi import refusal

SUGGESTING: Any = [
    {
        "type": "actions",
        "block_id": "b",
        "elements": [{"type": "external_select", "action_id": "who"}],
    }
]


@pytest.fixture
async def curious() -> AsyncIterator[tuple[Simulator, Stranger]]:
    """A bot that subscribed to channel messages too."""
    simulator = Simulator(limits=False, events=(*DEFAULT_EVENTS, "message.channels"))
    await simulator.start()
    async with over_socket(simulator) as stranger:
        yield simulator, stranger
    await simulator.stop()


async def test_an_edit_is_an_event_with_both_versions(
    curious: tuple[Simulator, Stranger],
) -> None:
    """`message_changed` is hidden and carries the previous message."""
    simulator, bot = curious
    sent = simulator.slack.outbox.sent
    posted = await bot.client.chat_postMessage(channel="C0IT", text="a")
    await bot.client.chat_update(channel="C0IT", ts=posted["ts"], text="b")
    await simulator.slack.outbox.idle()
    first, second = (delivery.payload["event"] for delivery, _ in sent)
    assert first["bot_id"] == "B0CREW1"
    assert second["subtype"] == "message_changed"
    assert second["hidden"] is True
    assert second["previous_message"]["text"] == "a"
    assert second["message"]["text"] == "b"


async def test_people_change_and_delete_what_they_said(
    curious: tuple[Simulator, Stranger],
) -> None:
    """The events name the thread only inside; nobody changes another's words."""
    simulator, _ = curious
    anna, maya = simulator.slack.person("anna"), simulator.slack.person("maya")
    parent = (await anna.say("#store-eu", "tea?"))["ts"]
    said = (await maya.say("#store-eu", "yes", thread=parent))["ts"]
    with pytest.raises(ControlError):
        anna.edit(said, "no")
    maya.edit(said, "green, please")
    maya.delete(said)
    await simulator.slack.outbox.idle()
    events = [d.payload["event"] for d, _ in simulator.slack.outbox.sent][-2:]
    assert [event["subtype"] for event in events] == [
        "message_changed",
        "message_deleted",
    ]
    inner = [events[0]["message"], events[1]["previous_message"]]
    assert [part["text"] for part in inner] == ["green, please"] * 2
    assert [part["thread_ts"] for part in inner] == [parent] * 2
    assert "thread_ts" not in events[0] | events[1]


async def test_channel_messages_stay_unheard_without_subscription(
    simulator: Simulator, bot: Stranger
) -> None:
    """Only a mention of the bot reaches it from a channel."""
    await simulator.slack.person("anna").say("#it", "just talking")
    await simulator.slack.person("anna").say("#it", "@Shopcrew hello")
    await bot.body("app_mention")
    assert bot.found("message") == []


async def test_a_changed_profile_is_an_event_and_is_read_anew(
    simulator: Simulator, bot: Stranger
) -> None:
    """`user_change` carries the whole user object."""
    simulator.slack.change_person("U0ANNA1", tz="Asia/Tokyo", status_text="On holiday")
    user = (await bot.body("user_change"))["event"]["user"]
    assert (user["tz"], user["tz_offset"]) == ("Asia/Tokyo", 32_400)
    again = await bot.client.users_info(user="U0ANNA1")
    assert again["user"]["profile"]["status_text"] == "On holiday"


async def test_an_uninstalled_app_has_dead_tokens(
    simulator: Simulator, bot: Stranger
) -> None:
    """The two events come, and every call is `token_revoked`."""
    simulator.slack.uninstall()
    await bot.body("app_uninstalled")
    await bot.body("tokens_revoked")
    assert await refusal(bot.client.auth_test()) == "token_revoked"


async def test_an_external_select_asks_the_bot_for_options(
    simulator: Simulator,
) -> None:
    """What is typed comes as `block_suggestion`; an offered option can be picked."""
    offered = {"text": {"type": "plain_text", "text": "Anna"}, "value": "1"}
    async with over_socket(simulator) as stranger:

        @stranger.bolt.options("who")
        async def offer(ack: Any, payload: dict[str, Any]) -> None:
            assert payload["value"] == "an"
            await ack(options=[offered])

        posted = await stranger.client.chat_postMessage(
            channel="U0ANNA1", text="Who?", blocks=SUGGESTING
        )
        anna = simulator.slack.person("anna")
        got = await anna.suggest(Press("who", message=posted["ts"], value="an"))
        assert got == [offered]
        await anna.press(Press("who", message=posted["ts"], value=got[0]))
        body = await stranger.body("block_actions")
    assert body["actions"][0]["selected_option"] == offered


async def test_the_transport_can_be_switched(http_simulator: Simulator) -> None:
    """One app uses HTTP or Socket Mode at a time, whichever was switched on last."""
    slack = http_simulator.slack
    url = slack.app.request_url or ""
    async with over_http(http_simulator, int(url.split(":")[2].split("/")[0])) as bot:
        await slack.person("anna").say("dm", "/crew over http")
        assert len(bot.found("command")) == 1
        await slack.deliver_to(None)
        async with over_socket(http_simulator) as other:
            await slack.person("anna").say("dm", "/crew over socket")
            assert len(bot.found("command")) == 1
            assert len(other.found("command")) == 1


async def test_a_bots_own_direct_message_is_an_event_with_its_bot_id(
    simulator: Simulator, client: AsyncWebClient
) -> None:
    """Slack sends them: a bot must not answer itself."""
    async with over_socket(simulator):
        await client.chat_postMessage(channel="U0ANNA1", text="hi")
        await simulator.slack.outbox.idle()
    event = simulator.slack.outbox.sent[0][0].payload["event"]
    assert (event["type"], event["bot_id"]) == ("message", "B0CREW1")
