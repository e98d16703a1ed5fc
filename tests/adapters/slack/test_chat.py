"""Saying things on a pretend Slack, and what its refusals mean."""

from datetime import timedelta

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from adapters.simulator.side import Press
from adapters.simulator.simulator import Simulator
from adapters.simulator.slack.faults import Fault
from adapters.simulator.slack.records import Message
from adapters.slack.app import SlackApp
from adapters.slack.chat import SlackChat
from bot.errors import CannotTell, HandleExpired, RateLimited, Rejected, Unreachable
from bot.events import Commanded, Pressed
from bot.messages import Button, Buttons, Card, Form, Paragraph, Quote, TextField
from bot.model.refs import Handle, MessageRef, PlaceRef, UserRef
from bot.ports import Chat, Directory
from tests.adapters.desk import Desk

_: tuple[type[Chat], type[Directory]] = (SlackChat, SlackChat)

GENERAL = PlaceRef("slack", "T0TEAWARE", "C0GENERAL")
SECRET = PlaceRef("slack", "T0TEAWARE", "C0CLEVEL")  # the bot is not in it
SOFIA = UserRef("slack", "T0TEAWARE", "U0SOFIA1")
GRACE = UserRef("slack", "T0TEAWARE", "U0GRACE1")
CARD = Card(("Tea is ready",), (Buttons((Button("Drink", "tea.drink"),)),))
AGAIN = Card(("Tea is cold",))
FORM = Form(
    "f", "F", (TextField(name="t", label="T"),), "Send", "Cancel", Button("Open", "o")
)


def in_place(simulator: Simulator, place: PlaceRef) -> list[Message]:
    """What is said in a place, oldest first, lines of Slack's own left out."""
    messages = simulator.slack.workspace.messages()
    return [m for m in messages if m.channel == place.id and not m.subtype]


async def test_a_card_is_posted_and_edited(
    chat: SlackChat, simulator: Simulator
) -> None:
    """The reference is good for both."""
    posted = await chat.post(GENERAL, CARD, key="standup:1")
    assert posted
    (message,) = in_place(simulator, GENERAL)
    assert (message.ts, message.text) == (posted.id, "Tea is ready")
    assert message.metadata == {
        "event_type": "shopcrew",
        "event_payload": {"key": "standup:1"},
    }
    await chat.edit(posted, AGAIN)
    (message,) = in_place(simulator, GENERAL)
    assert (message.text, len(message.blocks)) == ("Tea is cold", 1)


async def test_an_answer_stays_in_its_thread(
    chat: SlackChat, simulator: Simulator
) -> None:
    """The reference knows the thread."""
    parent = await chat.post(GENERAL, CARD)
    assert parent
    inside = PlaceRef("slack", "T0TEAWARE", "C0GENERAL", parent.id)
    child = await chat.post(inside, AGAIN)
    assert child
    assert child.place == inside
    assert in_place(simulator, GENERAL)[-1].thread_ts == parent.id


async def test_every_argument_is_one_slack_knows(
    chat: SlackChat, simulator: Simulator
) -> None:
    """The simulator notes arguments that the method does not take."""
    posted = await chat.post(GENERAL, CARD, key="k")
    assert posted
    await chat.edit(posted, CARD)
    await chat.whisper(GENERAL, SOFIA, CARD)
    await chat.show_home(SOFIA, CARD)
    await chat.everyone("slack", "T0TEAWARE")
    calls = simulator.slack.requests
    assert [(call.method, call.unknown) for call in calls if call.unknown] == []
    assert all(call.ok for call in calls)


async def test_a_whisper_is_for_one_person(
    chat: SlackChat, simulator: Simulator
) -> None:
    """In the channel they are in."""
    await chat.whisper(GENERAL, SOFIA, CARD)
    (message,) = in_place(simulator, GENERAL)
    assert message.ephemeral_to == SOFIA.id


async def test_a_whisper_where_the_person_is_not_is_a_direct_message(
    chat: SlackChat, simulator: Simulator
) -> None:
    """It never gets lost, and nobody else hears it."""
    for place in (SECRET, PlaceRef("slack", "T0TEAWARE", "C0IT")):
        await chat.whisper(place, SOFIA, CARD)
        assert in_place(simulator, place) == []
    dm = await chat.direct(SOFIA)
    assert [m.text for m in in_place(simulator, dm)] == ["Tea is ready"] * 2


async def test_a_whisper_in_the_direct_conversation_is_a_message(
    chat: SlackChat, simulator: Simulator
) -> None:
    """It is private already, and so it lasts."""
    dm = await chat.direct(SOFIA)
    await chat.whisper(dm, SOFIA, CARD)
    (message,) = in_place(simulator, dm)
    assert message.ephemeral_to is None


async def command(simulator: Simulator, desk: Desk, who: str, place: str) -> Commanded:
    """Somebody typed a command."""
    before = sum(isinstance(event, Commanded) for event in desk.events)
    await simulator.slack.person(who).say(place, "/crew today")
    return await desk.next(Commanded, before + 1)


async def test_a_command_is_answered_where_the_bot_is_not(
    app: SlackApp, chat: SlackChat, simulator: Simulator, desk: Desk
) -> None:
    """Through the command's own address, for all or for one; it cannot be edited."""
    event = await command(simulator, desk, "grace", "#c-level")
    assert await chat.post(SECRET, CARD, handle=event.handle) is None
    await chat.whisper(SECRET, GRACE, AGAIN, handle=event.handle)
    public, private = in_place(simulator, SECRET)
    assert (public.ephemeral_to, private.ephemeral_to) == (None, GRACE.id)
    with pytest.raises(Rejected, match="channel_not_found"):
        await chat.post(SECRET, CARD)


async def test_a_spent_address_is_no_dead_end(
    app: SlackApp, chat: SlackChat, simulator: Simulator, desk: Desk
) -> None:
    """Slack takes five answers; the sixth goes another way."""
    event = await command(simulator, desk, "sofia", "#general")
    for _ in range(6):
        await chat.whisper(GENERAL, SOFIA, CARD, handle=event.handle)
    messages = in_place(simulator, GENERAL)
    assert [m.ephemeral_to for m in messages] == [SOFIA.id] * 6
    sent = [call.method for call in simulator.slack.requests]
    assert sent.count("chat.postEphemeral") == 1


async def test_a_private_card_is_replaced_by_its_own_click(
    app: SlackApp, chat: SlackChat, simulator: Simulator, desk: Desk
) -> None:
    """Nothing else can change it."""
    await chat.whisper(GENERAL, SOFIA, CARD)
    (private,) = in_place(simulator, GENERAL)
    await simulator.slack.person("sofia").press(Press("Drink", private.ts))
    event = await desk.next(Pressed)
    assert event.card
    await chat.edit(event.card, AGAIN, handle=event.handle)
    (message,) = in_place(simulator, GENERAL)
    assert (message.text, message.ephemeral_to) == ("Tea is cold", SOFIA.id)


async def test_a_click_in_a_thread_is_answered_in_the_thread(
    app: SlackApp, chat: SlackChat, simulator: Simulator, desk: Desk
) -> None:
    """An address would answer beside it."""
    parent = await chat.post(GENERAL, AGAIN)
    assert parent
    inside = PlaceRef("slack", "T0TEAWARE", "C0GENERAL", parent.id)
    child = await chat.post(inside, CARD)
    assert child
    await simulator.slack.person("sofia").press(Press("Drink", child.id))
    event = await desk.next(Pressed)
    assert event.where == inside
    await chat.whisper(inside, SOFIA, AGAIN, handle=event.handle)
    answer = in_place(simulator, GENERAL)[-1]
    assert (answer.thread_ts, answer.ephemeral_to) == (parent.id, SOFIA.id)


async def test_a_form_opens_once(
    app: SlackApp, chat: SlackChat, simulator: Simulator, desk: Desk
) -> None:
    """A used click, one that is none, and no click at all."""
    event = await command(simulator, desk, "sofia", "#general")
    assert event.handle
    await chat.ask(event.handle, FORM)
    assert simulator.slack.person("sofia").modal
    for handle in (event.handle, Handle("slack", "{}"), Handle("slack", "x")):
        with pytest.raises(HandleExpired):
            await chat.ask(handle, FORM)


async def test_home_is_shown(chat: SlackChat, simulator: Simulator) -> None:
    """To one person."""
    await chat.show_home(SOFIA, CARD)
    home = simulator.slack.person("sofia").home
    assert home
    assert home.blocks[0]["text"]["text"] == "Tea is ready"


async def test_a_message_in_doubt_is_found_by_its_key(
    chat: SlackChat, simulator: Simulator
) -> None:
    """In the direct conversation, where we may read."""
    dm = await chat.direct(SOFIA)
    since = simulator.clock.now() - timedelta(minutes=5)
    assert await chat.find(dm, "k:1", since) is None
    posted = await chat.post(dm, CARD, key="k:1")
    await chat.post(dm, AGAIN, key="k:2")
    assert posted
    assert await chat.find(dm, "k:1", since) == posted
    assert await chat.find(dm, "k:3", since) is None
    inside = PlaceRef("slack", "T0TEAWARE", dm.id, posted.id)
    child = await chat.post(inside, AGAIN, key="k:4")
    assert await chat.find(inside, "k:4", since) == child
    later = simulator.clock.now() + timedelta(hours=1)
    assert await chat.find(dm, "k:1", later) is None


async def test_where_we_may_not_read_nobody_can_tell(
    chat: SlackChat, simulator: Simulator
) -> None:
    """The least scopes have no channel history."""
    await chat.post(GENERAL, CARD, key="k:1")
    since = simulator.clock.now() - timedelta(minutes=5)
    for place in (GENERAL, SECRET):
        with pytest.raises(CannotTell):
            await chat.find(place, "k:1", since)


async def test_too_fast_says_how_long_to_wait(
    chat: SlackChat, simulator: Simulator
) -> None:
    """Nothing is tried again inside the call."""
    simulator.slack.faults.arm(Fault("ratelimit", "chat.postMessage", seconds=7))
    with pytest.raises(RateLimited) as failed:
        await chat.post(GENERAL, CARD)
    assert failed.value.retry_after == 7
    assert len(simulator.slack.requests) == 1


@pytest.mark.parametrize(
    "fault",
    [
        Fault("error", status=500),
        Fault("error", status=503),
        Fault("error", error="internal_error"),
        Fault("error", error="fatal_error"),
        Fault("reset"),
        Fault("accept_then_fail", error="internal_error"),
    ],
    ids=lambda fault: f"{fault.kind}-{fault.status or fault.error}",
)
async def test_no_answer_may_mean_that_it_arrived(
    chat: SlackChat, simulator: Simulator, fault: Fault
) -> None:
    """The courier looks before it sends again."""
    simulator.slack.faults.arm(Fault(fault.kind, None, 1, 1, fault.status, fault.error))
    with pytest.raises(Unreachable):
        await chat.post(GENERAL, CARD)


async def test_a_dead_address_is_unreachable(client: AsyncWebClient) -> None:
    """Nobody listens there."""
    client.base_url = "http://127.0.0.1:9/api/"
    with pytest.raises(Unreachable):
        await SlackChat(client).post(GENERAL, CARD)


async def test_a_refusal_keeps_slacks_own_word(
    chat: SlackChat, simulator: Simulator
) -> None:
    """For the log and for the receipt."""
    gone = MessageRef(GENERAL, "1.000001")
    with pytest.raises(Rejected, match="message_not_found"):
        await chat.edit(gone, CARD)
    nowhere = PlaceRef("slack", "T0TEAWARE", "C0NOWHERE")
    with pytest.raises(Rejected, match="channel_not_found"):
        await chat.post(nowhere, CARD)


async def test_what_is_too_long_for_slack_is_said_in_brief(
    chat: SlackChat, simulator: Simulator
) -> None:
    """Where its true limit is lower than the one people report."""
    simulator.slack.faults.arm(
        Fault("error", "chat.postMessage", error="msg_blocks_too_long")
    )
    long = Card(("Tea",), (*(Quote("x" * 2900) for _ in range(6)), Paragraph(("z",))))
    assert await chat.post(GENERAL, long)
    (message,) = in_place(simulator, GENERAL)
    assert len(str(message.blocks)) < 6000
