"""Whoever can mend it hears that a message reached nobody."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from tests.databases import fresh_url
from tests.e2e.hands import well
from tests.e2e.two_chats import (
    ANNA,
    CLOSE,
    DM,
    EVENING,
    LI,
    MORNING,
    TEAM,
    TwoChats,
    said,
    set_up,
    two_chats,
)

pytestmark = pytest.mark.heavy


@pytest.fixture
async def chats() -> AsyncIterator[TwoChats]:
    """A room of a channel and a group, and Anna's stand-up in it."""
    async with (
        fresh_url("sqlite") as url,
        two_chats(url, EVENING, cards=False) as chats,
    ):
        await set_up(chats)
        yield chats


async def trouble(chats: TwoChats, **wish: object) -> None:
    """Something goes wrong on DingTalk's side."""
    well(await chats.simulator.sides[-1].fault(wish))


async def test_the_owner_hears_who_is_not_reached(chats: TwoChats) -> None:
    """Once a day, with what to do; LI is outside the app's range."""
    await trouble(chats, kind="hide_person", userid=LI)
    await chats.until(CLOSE)
    (told,) = chats.read(ANNA, DM, "did not reach")
    assert "A stand-up message did not reach 李伟" in said(told)
    assert "visible range" in said(told)
    await chats.until(CLOSE + timedelta(days=1))
    assert len(chats.read(ANNA, DM, "did not reach")) == 2


async def test_the_owner_hears_of_a_group_that_is_gone(chats: TwoChats) -> None:
    """The robot was removed from it: several messages fail, one is told."""
    await trouble(chats, kind="remove_bot", group=TEAM.id)
    await chats.until(MORNING + timedelta(hours=12))
    (told,) = chats.read(ANNA, DM, "did not reach")
    assert "did not reach 店铺群" in said(told)
    assert "add the robot" in said(told)
