"""Modals and home tabs follow Slack's rules of triggers, stacks and hashes."""

from __future__ import annotations

from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from adapters.simulator.simulator import Simulator
from tests.adapters.simulator.conftest import ManualTime
from tests.adapters.simulator.stranger import Stranger
from tests.adapters.simulator.test_webapi import refusal


def modal(**more: Any) -> dict[str, Any]:
    """A modal with one short, required text field."""
    block = {
        "type": "input",
        "block_id": "title",
        "label": {"type": "plain_text", "text": "Title"},
        "element": {"type": "plain_text_input", "action_id": "v", "max_length": 10},
    }
    return {
        "type": "modal",
        "callback_id": "task",
        "title": {"type": "plain_text", "text": "Task"},
        "submit": {"type": "plain_text", "text": "Save"},
        "blocks": [block],
    } | more


def home(words: str) -> dict[str, Any]:
    """A home tab with a line and a button."""
    button = {
        "type": "button",
        "action_id": "go",
        "text": {"type": "plain_text", "text": "Go"},
    }
    line = {"type": "mrkdwn", "text": words}
    return {
        "type": "home",
        "blocks": [{"type": "section", "text": line, "accessory": button}],
    }


async def test_a_trigger_works_once_and_for_three_seconds(
    simulator: Simulator, client: AsyncWebClient, real_time: ManualTime
) -> None:
    """Used, old and made-up triggers each have their own error."""
    triggers = simulator.slack.triggers
    used = triggers.issue("U0ANNA1")
    await client.views_open(trigger_id=used, view=modal())
    again = client.views_open(trigger_id=used, view=modal())
    assert await refusal(again) == "exchanged_trigger_id"
    old = triggers.issue("U0ANNA1")
    real_time.seconds += 3.1
    late = client.views_open(trigger_id=old, view=modal())
    assert await refusal(late) == "expired_trigger_id"
    made_up = client.views_open(trigger_id="1.2.abc", view=modal())
    assert await refusal(made_up) == "invalid_trigger_id"


async def test_three_views_fit_on_the_stack(
    simulator: Simulator, client: AsyncWebClient
) -> None:
    """The fourth is `push_limit_reached`."""
    slack = simulator.slack
    opened = await client.views_open(
        trigger_id=slack.triggers.issue("U0ANNA1"), view=modal()
    )
    root = opened["view"]["id"]
    for _ in range(2):
        trigger = slack.triggers.issue("U0ANNA1", root)
        pushed = await client.views_push(trigger_id=trigger, view=modal())
        assert pushed["view"]["root_view_id"] == root
    fourth = client.views_push(
        trigger_id=slack.triggers.issue("U0ANNA1", root), view=modal()
    )
    assert await refusal(fourth) == "push_limit_reached"


async def test_a_stale_hash_conflicts_and_a_closed_view_is_gone(
    simulator: Simulator, client: AsyncWebClient
) -> None:
    """`views.update` guards races by hash and finds only open views."""
    trigger = simulator.slack.triggers.issue("U0ANNA1")
    view = (await client.views_open(trigger_id=trigger, view=modal()))["view"]
    await client.views_update(view_id=view["id"], hash=view["hash"], view=modal())
    stale = client.views_update(view_id=view["id"], hash=view["hash"], view=modal())
    assert await refusal(stale) == "hash_conflict"
    await simulator.slack.person("anna").close()
    closed = client.views_update(view_id=view["id"], view=modal())
    assert await refusal(closed) == "not_found"


async def test_external_ids_are_unique(
    simulator: Simulator, client: AsyncWebClient
) -> None:
    """Two open views cannot share the app's own id."""
    issue = simulator.slack.triggers.issue
    view = modal(external_id="task-1")
    await client.views_open(trigger_id=issue("U0ANNA1"), view=view)
    other = client.views_open(trigger_id=issue("U0SAM01"), view=view)
    assert await refusal(other) == "duplicate_external_id"
    large = modal(private_metadata="", blocks=[_line("x" * 3000)] * 90)
    huge = client.views_open(trigger_id=issue("U0SAM01"), view=large)
    assert await refusal(huge) == "view_too_large"


def _line(words: str) -> dict[str, Any]:
    return {"type": "section", "text": {"type": "plain_text", "text": words}}


async def test_the_client_keeps_wrong_input_from_the_bot(
    simulator: Simulator, bot: Stranger
) -> None:
    """Empty required and too long fields are refused beside the field."""
    anna = simulator.slack.person("anna")
    trigger = simulator.slack.triggers.issue(anna.id)
    await bot.client.views_open(trigger_id=trigger, view=modal())
    empty = await anna.submit({})
    assert empty == {
        "ok": False,
        "errors": {"title": "Please complete this required field."},
    }
    assert "title" in (await anna.submit({"title": "x" * 11}))["errors"]
    assert bot.found("view_submission") == []


async def test_the_bot_answers_a_submission_with_errors_then_an_update(
    simulator: Simulator, bot: Stranger
) -> None:
    """Errors keep the modal with what was typed; an update keeps it by ids."""

    async def refuse(ack: Any, **_: Any) -> None:
        await ack(response_action="errors", errors={"title": "Taken"})

    async def renew(ack: Any, **_: Any) -> None:
        renewed = modal(title={"type": "plain_text", "text": "Sure?"})
        await ack(response_action="update", view=renewed)

    anna = simulator.slack.person("anna")
    trigger = simulator.slack.triggers.issue(anna.id)
    await bot.client.views_open(trigger_id=trigger, view=modal())
    bot.on("view_submission", refuse)
    assert (await anna.submit({"title": "pots"}))["errors"] == {"title": "Taken"}
    bot.on("view_submission", renew)
    assert (await anna.submit({}))["ok"]
    assert anna.modal is not None
    assert anna.modal.body["title"]["text"] == "Sure?"
    assert anna.modal.values["title"]["v"]["value"] == "pots"


async def test_errors_on_a_block_that_is_no_input_are_general_trouble(
    simulator: Simulator, bot: Stranger
) -> None:
    """The person sees that something went wrong, and loses nothing."""

    async def refuse(ack: Any, **_: Any) -> None:
        await ack(response_action="errors", errors={"nowhere": "Bad"})

    bot.on("view_submission", refuse)
    anna = simulator.slack.person("anna")
    trigger = simulator.slack.triggers.issue(anna.id)
    await bot.client.views_open(trigger_id=trigger, view=modal())
    done = await anna.submit({"title": "pots"})
    assert not done["ok"]
    assert anna.notice == "We had some trouble connecting. Try again?"
    assert anna.modal is not None


async def test_closing_tells_the_bot_only_when_asked(
    simulator: Simulator, bot: Stranger
) -> None:
    """`view_closed` needs `notify_on_close`; the X clears the stack."""
    anna = simulator.slack.person("anna")
    issue = simulator.slack.triggers.issue
    await bot.client.views_open(trigger_id=issue(anna.id), view=modal())
    await anna.close()
    view = modal(notify_on_close=True)
    await bot.client.views_open(trigger_id=issue(anna.id), view=view)
    await anna.close()
    assert (await bot.body("view_closed"))["is_cleared"] is False
    await bot.client.views_open(trigger_id=issue(anna.id), view=view)
    await anna.close(all_views=True)
    assert (await bot.body("view_closed", 2))["is_cleared"] is True


async def test_the_home_tab_opens_publishes_and_takes_clicks(
    simulator: Simulator, bot: Stranger
) -> None:
    """The event carries the view after the first publish; clicks have no channel."""
    anna = simulator.slack.person("anna")
    anna.open_home()
    first = await bot.body("app_home_opened")
    assert "view" not in first["event"]
    assert first["event"]["channel"] == anna.dm().id
    published = await bot.client.views_publish(user_id=anna.id, view=home("Hello"))
    anna.open_home()
    event = (await bot.body("app_home_opened", 2))["event"]
    assert event["view"]["hash"] == published["view"]["hash"]
    stale = bot.client.views_publish(user_id=anna.id, view=home("x"), hash="1.old")
    assert await refusal(stale) == "hash_conflict"
