"""Chats with a DingTalk that answers as when all is well."""

import pytest

from adapters.dingtalk.chat import DingTalkChat
from tests.adapters.dingtalk.recorder import Recorder
from tests.adapters.dingtalk.talks import NOW
from tests.fakes.clock import FakeClock


def _privately(who: str) -> str:
    return f"{who}已私聊发给你"


@pytest.fixture
def clock() -> FakeClock:
    """The present."""
    return FakeClock(NOW)


@pytest.fixture
def api() -> Recorder:
    """A DingTalk that answers as when all is well."""
    return Recorder()


@pytest.fixture
def talk(api: Recorder, clock: FakeClock) -> DingTalkChat:
    """A chat without a card template."""
    return DingTalkChat(api, "ding1", clock, sent_privately=_privately)


@pytest.fixture
def cards(api: Recorder, clock: FakeClock) -> DingTalkChat:
    """A chat with one."""
    return DingTalkChat(
        api, "ding1", clock, template="t.schema", sent_privately=_privately
    )
