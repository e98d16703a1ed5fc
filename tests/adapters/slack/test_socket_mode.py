"""Socket Mode, against the simulator: events in, acknowledged once they are stored."""

import logging
from dataclasses import replace

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from adapters.simulator.side import Press
from adapters.simulator.simulator import Simulator
from adapters.simulator.slack.faults import Fault
from adapters.slack import door, sockets
from adapters.slack.app import Installation, SlackApp
from adapters.slack.chat import SlackChat
from bot.errors import ConfigError
from bot.events import (
    Commanded,
    Filled,
    HomeOpened,
    Joined,
    Left,
    Pressed,
    Said,
    Shortcut,
)
from bot.messages import Button, Buttons, Card, Form, TextField
from bot.model.refs import PlaceRef
from tests.adapters.desk import Desk

FORM = Form(
    "task-new",
    "New task",
    (TextField(name="title", label="Title"),),
    "Save",
    "Cancel",
    Button("Open", "task.new"),
    "12",
)
WRONG = "xoxb-of-nobody"
GENERAL = PlaceRef("slack", "T0TEAWARE", "C0GENERAL")


async def test_the_start_says_where_we_are(app: SlackApp) -> None:
    """The workspace and the bot's own account."""
    assert app.installation == Installation(
        "T0TEAWARE", "Teaware House 茶器之家", "U0CREW1", "B0CREW1"
    )
    assert await app.connected()


async def test_a_typed_command_comes_in(
    app: SlackApp, simulator: Simulator, desk: Desk
) -> None:
    """With people and places linked, whoever typed it and wherever."""
    sofia = simulator.slack.person("sofia")
    said = await sofia.say("#general", "/crew task add Ask @maya about #it & <b>")
    assert said == {"ok": True}
    event = await desk.next(Commanded)
    assert event.text == "task add Ask <@U0MAYA1|maya> about <#C0IT|it> & <b>"
    assert event.where == GENERAL
    assert event.who.id == "U0SOFIA1"


async def test_a_mention_and_a_direct_message_come_in(
    app: SlackApp, simulator: Simulator, desk: Desk
) -> None:
    """Without the word that called the bot."""
    sofia = simulator.slack.person("sofia")
    await sofia.say("#general", "@Shopcrew task list")
    assert (await desk.next(Commanded)).text == "task list"
    await sofia.say("dm", "today")
    assert (await desk.next(Said)).text == "today"


async def test_a_form_is_opened_filled_and_answered(
    app: SlackApp, simulator: Simulator, desk: Desk, chat: SlackChat
) -> None:
    """What was wrong is shown beside its field; the form knows where it was opened."""
    sofia = simulator.slack.person("sofia")
    await sofia.say("#general", "/crew task add")
    command = await desk.next(Commanded)
    assert command.handle
    await chat.ask(command.handle, FORM)
    desk.errors = {"title": "Please give a title.", "elsewhere": "And a day."}
    refused = await sofia.submit({"title": "x"})
    assert refused["errors"] == {"title": "Please give a title.\nAnd a day."}
    desk.errors = {}
    assert await sofia.submit({"title": "Check <@U0MAYA1> prices"}) == {
        "ok": True,
        "errors": {},
    }
    filled = await desk.next(Filled, 2)
    assert filled.values == {"title": "Check <@U0MAYA1> prices"}
    assert (filled.state, filled.where) == ("12", GENERAL)
    assert sofia.modal is None


async def test_a_form_gives_way_to_the_one_that_follows_and_leads_back(
    app: SlackApp, simulator: Simulator, desk: Desk, chat: SlackChat
) -> None:
    """In the same modal; a field of the same name shows what the new form says."""
    sofia = simulator.slack.person("sofia")
    await sofia.say("#general", "/crew task add")
    command = await desk.next(Commanded)
    assert command.handle
    await chat.ask(command.handle, FORM)
    first = sofia.modal
    assert first
    titled = (TextField(name="title", label="Title", value="Step two"),)
    back = Button("Back", "task.new", "7")
    desk.then = replace(FORM, name="task-more", fields=titled, state="13", back=back)
    assert (await sofia.submit({"title": "x"}))["ok"]
    assert sofia.modal is first
    assert str(first.values["title"]).count("Step two") == 1
    click = Press("Back", view="modal", values={"title": "half"})
    await sofia.press(click)
    left = await desk.next(Filled, 2)
    assert (left.form, left.back, left.state) == ("task-more", "task.new|7", "13")
    assert left.values == {"title": "half"}
    assert left.handle
    await chat.ask(left.handle, FORM)
    assert sofia.modal is first
    assert first.body["callback_id"] == "task-new"


async def test_a_form_that_takes_long_is_closed_and_still_taken(
    app: SlackApp,
    simulator: Simulator,
    desk: Desk,
    chat: SlackChat,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Slack waits three seconds, the core goes on and tells what is wrong itself."""
    monkeypatch.setattr(door, "PATIENCE", 0.05)
    sofia = simulator.slack.person("sofia")
    await sofia.say("#general", "/crew task add")
    command = await desk.next(Commanded)
    assert command.handle
    await chat.ask(command.handle, FORM)
    desk.gate.clear()
    desk.errors = {"title": "Please give a title."}
    assert (await sofia.submit({"title": "x"}))["ok"]
    filled = await desk.next(Filled)
    assert (filled.form, filled.reopen) == ("task-new", str(FORM.opener))


async def test_a_button_comes_in_with_its_message(
    app: SlackApp, simulator: Simulator, desk: Desk, chat: SlackChat
) -> None:
    """The second of two buttons with one action too."""
    yes, no = Button("Yes", "rsvp", "yes"), Button("No", "rsvp", "no")
    posted = await chat.post(GENERAL, Card(("Coming?",), (Buttons((yes, no)),)))
    assert posted
    sofia = simulator.slack.person("sofia")
    assert (await sofia.press(Press("No", posted.id)))["ok"]
    event = await desk.next(Pressed)
    assert (event.action, event.value, event.card) == ("rsvp", "no", posted)


async def test_home_and_shortcuts_come_in(
    app: SlackApp, simulator: Simulator, desk: Desk, chat: SlackChat
) -> None:
    """The roads for people who do not type."""
    sofia = simulator.slack.person("sofia")
    sofia.open_home()
    assert (await desk.next(HomeOpened)).who.id == "U0SOFIA1"
    await sofia.shortcut("New task")
    assert (await desk.next(Shortcut)).name == "task_new"
    said = await sofia.say("#general", "The cups are broken")
    await sofia.shortcut("Make it a task", said["ts"])
    event = await desk.next(Shortcut, 2)
    assert event.text == "The cups are broken"
    assert event.permalink.startswith("https://teaware-house.slack.com/archives/")


async def test_coming_and_going_of_the_bot_is_told(
    app: SlackApp, simulator: Simulator, desk: Desk
) -> None:
    """So that it can introduce itself once."""
    slack = simulator.slack
    anna = slack.person("anna")
    await anna.say("#c-level", "/invite @Shopcrew")
    joined = await desk.next(Joined)
    assert joined.where
    assert (joined.where.id, joined.who.id) == ("C0CLEVEL", "U0ANNA1")
    conversation = slack.workspace.conversations["C0CLEVEL"]
    slack.events.membership("member_left_channel", "U0CREW1", conversation, None)
    assert (await desk.next(Left)).where == joined.where


async def test_what_could_not_be_stored_is_not_acknowledged(
    app: SlackApp, simulator: Simulator, desk: Desk
) -> None:
    """Then Slack tells the person, and delivers an event again."""
    desk.broken = True
    sofia = simulator.slack.person("sofia")
    simulator.slack.sockets._ack_seconds = 0.1
    said = await sofia.say("#general", "/crew today")
    assert not said["ok"]


async def test_a_lost_connection_comes_back(
    app: SlackApp, simulator: Simulator, desk: Desk
) -> None:
    """Slack refreshes connections about once an hour."""
    hub = simulator.slack.sockets
    before = list(hub.connections)
    await hub.disconnect("refresh_requested")
    while not [c for c in hub.connections if c not in before]:
        await hub.changes.beyond(hub.changes.number)
    await hub.connected()
    await simulator.slack.person("sofia").say("dm", "today")
    assert (await desk.next(Said)).text == "today"


async def test_a_stuck_connection_is_built_anew(
    simulator: Simulator,
    client: AsyncWebClient,
    desk: Desk,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The SDK tries a spent address for ever; we do not."""
    monkeypatch.setattr(sockets, "PING", 0.05)
    monkeypatch.setattr(sockets, "STUCK", 0.1)
    token = simulator.slack.app.app_token
    app = SlackApp(client=client, receive=desk, clock=simulator.clock, app_token=token)
    await app.start()
    hub = simulator.slack.sockets
    await hub.connected()
    line = app._line
    assert line
    assert line._handler
    line._handler.client.auto_reconnect_enabled = False
    line._handler.client.default_auto_reconnect_enabled = False
    before = list(hub.connections)
    hub.drop()
    while not [c for c in hub.connections if c not in before]:
        await hub.changes.beyond(hub.changes.number)
    await app.stop()


async def test_a_refused_token_is_a_mistake_in_the_settings(
    simulator: Simulator, client: AsyncWebClient, desk: Desk
) -> None:
    """Trying again would not help."""
    app = SlackApp(client=client, receive=desk, clock=simulator.clock, app_token=WRONG)
    with pytest.raises(ConfigError, match="SLACK_APP_TOKEN why=invalid_auth"):
        await app.start()
    await app.stop()
    client.token = WRONG
    with pytest.raises(ConfigError, match="SLACK_BOT_TOKEN why=invalid_auth"):
        await app.start()


async def test_the_start_waits_until_slack_is_there(
    simulator: Simulator,
    client: AsyncWebClient,
    desk: Desk,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """An outage at our start is no reason to stop."""
    simulator.slack.faults.arm(Fault("error", "auth.test", status=503))
    token = simulator.slack.app.app_token
    app = SlackApp(client=client, receive=desk, clock=simulator.clock, app_token=token)
    with caplog.at_level(logging.WARNING):
        await app.start()
    assert "slack unreachable" in caplog.messages
    await app.stop()


async def test_a_way_in_is_needed(client: AsyncWebClient, desk: Desk) -> None:
    """Neither Socket Mode nor HTTP."""
    clock = Simulator().clock
    with pytest.raises(ConfigError):
        SlackApp(client=client, receive=desk, clock=clock)
