"""A whole dialogue between people and a bot by strangers, over both transports."""

from __future__ import annotations

from typing import Any

from adapters.simulator.simulator import Simulator
from tests.adapters.simulator.stranger import Stranger

MODAL = {
    "type": "modal",
    "callback_id": "task",
    "title": {"type": "plain_text", "text": "New task"},
    "submit": {"type": "plain_text", "text": "Save"},
    "blocks": [
        {
            "type": "input",
            "block_id": "title",
            "label": {"type": "plain_text", "text": "Title"},
            "element": {
                "type": "plain_text_input",
                "action_id": "v",
                "max_length": 20,
            },
        }
    ],
}


async def test_a_slash_command_reaches_the_bot_with_escaped_mentions(
    simulator: Simulator, bot: Stranger
) -> None:
    """`@王芳` and `#store-eu` arrive as ids with names, `&` as an entity."""
    anna = simulator.slack.person("anna")
    done = await anna.say("#general", "/crew task add tea & cups @王芳 #store-eu")
    assert done == {"ok": True}
    body = await bot.body("command")
    assert body["text"] == (
        "task add tea &amp; cups <@U0WANGF1|wangfang> <#C0STOREEU|store-eu>"
    )
    assert body["channel_name"] == "general"


async def test_an_acknowledgement_with_text_is_seen_by_the_caller_only(
    simulator: Simulator, bot: Stranger
) -> None:
    """The body of a command's ack is an ephemeral message."""

    async def answer(ack: Any, **_: Any) -> None:
        await ack("Only you can read this")

    bot.on("command", answer)
    anna, jonas = simulator.slack.person("anna"), simulator.slack.person("jonas")
    done = await anna.say("#general", "/crew help")
    assert done == {"ok": True, "ack": "Only you can read this"}
    message = next(iter(simulator.slack.workspace.messages()))
    assert anna.reads(message)
    assert not jonas.reads(message)


async def test_a_modal_is_opened_filled_and_sent(
    simulator: Simulator, bot: Stranger
) -> None:
    """The trigger of a command opens a modal; its values come back by block id."""

    async def open_modal(ack: Any, body: dict[str, Any], client: Any, **_: Any) -> None:
        await client.views_open(trigger_id=body["trigger_id"], view=MODAL)
        await ack()

    bot.on("command", open_modal)
    anna = simulator.slack.person("anna")
    await anna.say("dm", "/crew task new")
    assert anna.modal is not None
    assert await anna.submit({"Title": "Count the pots"}) == {"ok": True, "errors": {}}
    body = await bot.body("view_submission")
    values = body["view"]["state"]["values"]
    assert values["title"]["v"]["value"] == "Count the pots"
    assert anna.modal is None


async def test_http_carries_the_same_dialogue_signed(
    http_simulator: Simulator, http_bot: Stranger
) -> None:
    """Bolt accepts the signature, and the command's ack text comes back."""

    async def answer(ack: Any, **_: Any) -> None:
        await ack("hello")

    http_bot.on("command", answer)
    anna = http_simulator.slack.person("anna")
    assert (await anna.say("#general", "/crew hi"))["ack"] == "hello"
    await anna.say("#general", "@Shopcrew good morning")
    event = (await http_bot.body("app_mention"))["event"]
    assert event["text"] == "<@U0CREW1> good morning"
