"""Which of our messages somebody quotes, as far as DingTalk tells."""

from datetime import UTC, datetime

from adapters.dingtalk.inbound import parse_message
from adapters.dingtalk.tracks import sent_ref
from bot.events import Commanded, Said
from bot.model.refs import PlaceRef
from tests.adapters.dingtalk import bodies

NOW = datetime(2026, 3, 2, 7, 1, tzinfo=UTC)
GROUP = PlaceRef("dingtalk", "ding1", bodies.GROUP)


def test_a_quoted_message_of_the_robot_is_known_by_its_key() -> None:
    """So it is found among what we sent."""
    body = bodies.replying(" 好的", "T-1") | {"originalProcessQueryKey": "key1"}
    event = parse_message(body, "ding1", NOW)
    assert isinstance(event, Commanded)
    assert event.answers == sent_ref(GROUP, "key1")


def test_a_quoted_card_cannot_be_known() -> None:
    """DingTalk gives no key of it (facts §1.9)."""
    event = parse_message(bodies.replying(" 好的", None), "ding1", NOW)
    assert isinstance(event, Commanded)
    assert event.answers is None


def test_alone_with_the_bot_nothing_crosses() -> None:
    """Their own conversation is no place of a room."""
    body = bodies.alone("好的", originalProcessQueryKey="key1")
    assert isinstance(parse_message(body, "ding1", NOW), Said)
