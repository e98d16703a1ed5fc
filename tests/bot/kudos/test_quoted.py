"""A message that is quoted with 点赞 is what somebody is thanked for."""

from datetime import UTC, datetime

import pytest

from adapters.dingtalk.inbound import parse_message
from bot.events import Shortcut
from tests.adapters.dingtalk import bodies


@pytest.mark.parametrize("words", ["点赞", "點讚", "／点个赞", "表扬。", "Kudos"])
def test_a_quoted_message_is_thanked_for(words: str) -> None:
    """The same as the shortcut on a message elsewhere."""
    event = parse_message(
        bodies.replying(words, {"text": "横幅做好了"}), "ding1", datetime.now(UTC)
    )
    assert isinstance(event, Shortcut)
    assert (event.name, event.text) == ("kudos.from_message", "横幅做好了")
