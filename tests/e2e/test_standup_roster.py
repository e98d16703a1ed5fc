"""Who is asked follows who is in the channel and the group, day by day (A31)."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from tests.e2e.two_chats import (
    DM,
    GROUP,
    IN_NEW_YORK,
    LI,
    MORNING,
    SAM,
    WANG,
    TwoChats,
    set_up,
    two_chats,
)

pytestmark = pytest.mark.heavy
ASKED = IN_NEW_YORK + timedelta(minutes=5)


@pytest.fixture
async def chats() -> AsyncIterator[TwoChats]:
    """The company, early on a Tuesday in Berlin."""
    async with two_chats("sqlite+aiosqlite://", MORNING - timedelta(hours=2)) as chats:
        yield chats


async def test_who_left_the_channel_or_the_group_is_asked_no_more(
    chats: TwoChats,
) -> None:
    """From the next day on; the others are, and who came back is, too."""
    await set_up(chats)
    await chats.until(ASKED)
    assert chats.read(SAM, DM, "Tue 9 Jun")
    assert chats.read(LI, DM, "6月9日")
    channel = chats.simulator.slack.person(SAM)
    channel.leave("C0SHOP")
    organization = chats.simulator.dingtalk.organization
    group = next(p for p in organization.places.values() if p.name == GROUP)
    chats.simulator.dingtalk.happenings.quits_group(LI, group)
    await chats.settle()
    await chats.until(ASKED + timedelta(days=1))
    assert not chats.read(SAM, DM, "Wed 10 Jun")
    assert not chats.read(LI, DM, "6月10日")
    assert chats.read(WANG, DM, "6月10日")
    chats.simulator.dingtalk.happenings.joins_group(LI, group)
    channel.join("C0SHOP")
    await chats.settle()
    await chats.until(ASKED + timedelta(days=2))
    assert chats.read(SAM, DM, "Thu 11 Jun")
    assert chats.read(LI, DM, "6月11日")
