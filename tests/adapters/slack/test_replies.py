"""What people answer in threads → events, for places that show each other's answers."""

from datetime import UTC, datetime
from typing import Any

import pytest

from adapters.slack.inbound import parse
from bot.events import Replied
from bot.model.refs import MessageRef, PlaceRef, UserRef
from tests.adapters.slack import bodies

NOW = datetime(2026, 3, 2, 7, 0, tzinfo=UTC)
ANN = UserRef("slack", "T1", "U1")
THREAD = PlaceRef("slack", "T1", "C1", "1700000000.000100")
ANSWER = MessageRef(THREAD, "1700000001.000000")


@pytest.mark.parametrize("subtype", ["", "file_share", "thread_broadcast"])
@pytest.mark.parametrize("place", ["channel", "group"])
def test_an_answer_in_a_thread_is_replied(subtype: str, place: str) -> None:
    """Whatever came with it; in public and private channels."""
    event = parse(
        bodies.reply("see <@U2> &lt;b&gt;", subtype=subtype, channel_type=place), NOW
    )
    assert isinstance(event, Replied)
    assert (event.who, event.where, event.message) == (ANN, THREAD, ANSWER)
    assert event.text == "see <@U2> <b>"
    assert (event.changed, event.gone) == (False, False)


def test_files_of_an_answer_are_named() -> None:
    """A link to them opens for nobody on another platform."""
    files = [{"id": "F1", "name": "tea.png"}, {"id": "F2"}]
    event = parse(bodies.reply("look", subtype="file_share", files=files), NOW)
    assert isinstance(event, Replied)
    assert event.text == "look\n📎 tea.png"


def test_a_changed_answer_says_what_it_says_now() -> None:
    """It is the same message, at a later time; it calls nobody, even if it names us."""
    edited = {"edited": {"user": "U1", "ts": "1700000009.000000"}}
    event = parse(bodies.changed_reply("message_changed", "<@UBOT> now", **edited), NOW)
    assert isinstance(event, Replied)
    assert (event.message, event.changed, event.gone) == (ANSWER, True, False)
    assert event.text == "<@UBOT> now"
    assert event.at > datetime.fromtimestamp(1700000001, UTC)


def test_a_deleted_answer_is_gone_without_its_words() -> None:
    """Who said it is who took it back."""
    event = parse(bodies.changed_reply("message_deleted", "never mind"), NOW)
    assert isinstance(event, Replied)
    assert (event.who, event.message, event.gone) == (ANN, ANSWER, True)
    assert event.text == ""


@pytest.mark.parametrize(
    "body",
    [
        bodies.reply("hi", thread_ts=""),
        bodies.reply("hi", thread_ts="1700000001.000000"),
        bodies.reply("hi", channel_type="mpim"),
        bodies.reply("hi", bot_id="B1"),
        bodies.reply("hi", user="UBOT"),
        bodies.reply("hi", user="USLACKBOT"),
        bodies.reply("hi", subtype="channel_join"),
        bodies.reply("hi", subtype="bot_message"),
        bodies.reply("<@UBOT> task done"),
        bodies.reply("please <@UBOT|crew> help"),
        bodies.changed_reply("message_changed", "hi", bot_id="B1"),
        bodies.changed_reply("message_changed", "hi", user="UBOT"),
        bodies.changed_reply("message_changed", "hi", subtype="tombstone"),
        bodies.changed_reply("message_changed", "hi", thread_ts=""),
        bodies.changed_reply("message_deleted", "hi", bot_id="B1"),
        bodies.changed_reply("message_deleted", "<@UBOT> help"),
        bodies.changed_reply("message_replied", "hi"),
    ],
)
def test_what_is_no_answer_between_people_is_nothing(body: dict[str, Any]) -> None:
    """Bots, ourselves, calls to us (they come as mentions), and what is in no
    thread.
    """
    assert parse(body, NOW) is None
