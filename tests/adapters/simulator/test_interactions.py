"""Buttons, selects, shortcuts and response URLs, as a bot by strangers meets them."""

from __future__ import annotations

from typing import Any

import aiohttp
import pytest

from adapters.simulator.side import Press
from adapters.simulator.simulator import Simulator
from adapters.simulator.wire import ControlError
from tests.adapters.simulator.conftest import ManualTime
from tests.adapters.simulator.stranger import Stranger

SKIP = {
    "type": "button",
    "action_id": "skip",
    "text": {"type": "plain_text", "text": "Skip"},
    "value": "r:42",
}
PICK = {
    "type": "static_select",
    "action_id": "pick",
    "options": [
        {"text": {"type": "plain_text", "text": words}, "value": words.lower()}
        for words in ("Green", "Black")
    ],
}
ACTIONS: Any = [{"type": "actions", "block_id": "b", "elements": [SKIP, PICK]}]


async def test_a_button_is_pressed_by_id_or_label(
    simulator: Simulator, bot: Stranger
) -> None:
    """The payload has the keys of Slack's own, and the state of all elements."""
    anna = simulator.slack.person("anna")
    posted = await bot.client.chat_postMessage(
        channel=anna.dm().id, text="Now?", blocks=ACTIONS
    )
    assert await anna.press(Press("Skip", message=posted["ts"])) == {"ok": True}
    body = await bot.body("block_actions")
    assert body["actions"][0]["value"] == "r:42"
    assert body["channel"] == {"id": anna.dm().id, "name": "directmessage"}
    assert body["message"]["ts"] == posted["ts"]
    assert body["state"]["values"]["b"]["pick"]["selected_option"] is None
    await anna.press(Press("skip", message=posted["ts"]))
    await bot.body("block_actions", 2)


async def test_a_select_takes_a_label_or_a_value(
    simulator: Simulator, bot: Stranger
) -> None:
    """An option that is not offered cannot be picked."""
    anna = simulator.slack.person("anna")
    posted = await bot.client.chat_postMessage(
        channel=anna.dm().id, text="Tea?", blocks=ACTIONS
    )
    await anna.press(Press("pick", message=posted["ts"], value="Green"))
    body = await bot.body("block_actions")
    assert body["actions"][0]["selected_option"]["value"] == "green"
    assert body["state"]["values"]["b"]["pick"]["selected_option"]["value"] == "green"
    with pytest.raises(ControlError, match="offered are: Green, Black"):
        await anna.press(Press("pick", message=posted["ts"], value="White"))
    with pytest.raises(ControlError, match="there are"):
        await anna.press(Press("Stop", message=posted["ts"]))


async def test_nobody_presses_what_they_cannot_see(
    simulator: Simulator, bot: Stranger
) -> None:
    """Another person's direct messages are not on the screen."""
    anna = simulator.slack.person("anna")
    posted = await bot.client.chat_postMessage(
        channel=anna.dm().id, text="Now?", blocks=ACTIONS
    )
    with pytest.raises(ControlError, match="no message"):
        await simulator.slack.person("sam").press(Press("skip", message=posted["ts"]))


async def test_a_click_on_an_ephemeral_has_no_message_but_can_replace_it(
    simulator: Simulator, bot: Stranger
) -> None:
    """`container.is_ephemeral` is true; the response URL knows the original."""

    async def replace(ack: Any, respond: Any, **_: Any) -> None:
        await ack()
        await respond(text="Done", replace_original=True)

    bot.on("block_actions", replace)
    shown = await bot.client.chat_postEphemeral(
        channel="C0IT", user="U0ANNA1", text="Sure?", blocks=ACTIONS
    )
    anna = simulator.slack.person("anna")
    await anna.press(Press("skip", message=shown["message_ts"]))
    body = await bot.body("block_actions")
    assert body["container"]["is_ephemeral"] is True
    assert "message" not in body
    while anna.message(shown["message_ts"]).text != "Done":
        await simulator.revisions.beyond(simulator.revisions.number, 1)


async def test_a_response_url_works_five_times_in_half_an_hour(
    simulator: Simulator, bot: Stranger, real_time: ManualTime
) -> None:
    """After that it answers 404 with the reason."""
    anna = simulator.slack.person("anna")
    await anna.say("#c-level", "/crew hi")
    first = (await bot.body("command"))["response_url"]
    async with aiohttp.ClientSession() as session:
        for _ in range(5):
            async with session.post(first, json={"text": "psst"}) as answer:
                assert (answer.status, await answer.text()) == (200, "ok")
        async with session.post(first, json={"text": "psst"}) as answer:
            assert answer.status == 404
            assert (await answer.json())["error"] == "used_url"
        await anna.say("#c-level", "/crew hi")
        second = (await bot.body("command", 2))["response_url"]
        real_time.seconds += 1801
        async with session.post(second, json={"text": "psst"}) as answer:
            assert (await answer.json())["error"] == "expired_url"


async def test_an_answer_in_a_private_channel_needs_no_membership(
    simulator: Simulator, bot: Stranger
) -> None:
    """`in_channel` through the response URL reaches all members."""
    grace, sam = simulator.slack.person("grace"), simulator.slack.person("sam")
    await grace.say("#c-level", "/crew hi")
    url = (await bot.body("command"))["response_url"]
    said = {"text": "Hello", "response_type": "in_channel"}
    async with aiohttp.ClientSession() as session, session.post(url, json=said):
        pass
    messages = list(simulator.slack.workspace.messages("C0CLEVEL"))
    assert [message.text for message in messages] == ["Hello"]
    assert sam.reads(messages[0])


async def test_shortcuts_open_without_a_channel_or_with_their_message(
    simulator: Simulator, bot: Stranger
) -> None:
    """Global ones carry a trigger only, message ones the message and a URL."""
    anna = simulator.slack.person("anna")
    await anna.shortcut("New task")
    body = await bot.body("shortcut")
    assert body["callback_id"] == "task_new"
    assert "channel" not in body
    ts = (await anna.say("#it", "the printer is out of paper"))["ts"]
    await anna.shortcut("task_from_message", ts)
    body = await bot.body("message_action")
    assert body["message"]["text"] == "the printer is out of paper"
    assert body["channel"] == {"id": "C0IT", "name": "it"}
    assert body["response_url"]


async def test_commands_are_refused_by_the_client_where_slack_refuses_them(
    simulator: Simulator, bot: Stranger
) -> None:
    """Unknown commands and commands in threads never reach the bot."""
    anna = simulator.slack.person("anna")
    unknown = await anna.say("#general", "/poll lunch?")
    assert unknown["error"] == "/poll is not a valid command."
    ts = (await anna.say("#general", "a thread"))["ts"]
    threaded = await anna.say("#general", "/crew hi", ts)
    assert "not supported in threads" in threaded["error"]
    assert bot.found("command") == []


async def test_mentions_reach_the_bot_where_it_is_a_member(
    simulator: Simulator, bot: Stranger
) -> None:
    """Elsewhere the person is told to invite it, and an invitation is an event."""
    grace = simulator.slack.person("grace")
    await grace.say("#c-level", "@Shopcrew hello")
    assert grace.notice is not None
    assert "invite" in grace.notice
    await grace.say("#c-level", "/invite @Shopcrew")
    joined = (await bot.body("member_joined_channel"))["event"]
    assert (joined["user"], joined["inviter"]) == ("U0CREW1", grace.id)
    assert joined["channel_type"] == "G"
    await grace.say("#c-level", "@Shopcrew hello again")
    event = (await bot.body("app_mention"))["event"]
    assert event["text"] == "<@U0CREW1> hello again"


async def test_reactions_and_direct_messages_are_events(
    simulator: Simulator, bot: Stranger
) -> None:
    """A DM is `message` with channel type im; a reaction names its item."""
    anna = simulator.slack.person("anna")
    ts = (await anna.say("dm", "3 < 4 & <!channel>"))["ts"]
    event = (await bot.body("message"))["event"]
    assert event["channel_type"] == "im"
    assert event["text"] == "3 &lt; 4 &amp; &lt;!channel&gt;"
    anna.react(ts, ":tea:")
    event = (await bot.body("reaction_added"))["event"]
    assert event["item"] == {"type": "message", "channel": anna.dm().id, "ts": ts}
    assert event["reaction"] == "tea"
