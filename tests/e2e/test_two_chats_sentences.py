"""Sentences without a command word over both real wires, each side in its language."""

from collections.abc import AsyncIterator

import pytest

from tests.databases import KINDS, Kind, fresh_url
from tests.e2e.two_chats import (
    ANNA,
    CHEN,
    DM,
    EVENING,
    GROUP,
    ROOM,
    SAM,
    WANG,
    TwoChats,
    said,
    two_chats,
)


@pytest.fixture(params=KINDS)
async def chats(request: pytest.FixtureRequest) -> AsyncIterator[TwoChats]:
    """A measure of 王芳, and one thing that a customer said."""
    kind: Kind = request.param
    async with fresh_url(kind) as url, two_chats(url, EVENING) as chats:
        await chats.say(WANG, GROUP, "@店小二 今天")
        await chats.say(SAM, ROOM, "/crew today")
        await chats.say(CHEN, GROUP, "@店小二 指标 新建 退款率 % 目标 <2.5% @王芳")
        await chats.say(ANNA, DM, "feedback the lid of the matcha tin does not close")
        yield chats


async def test_what_was_reported_in_a_sentence_is_asked_for_in_one(
    chats: TwoChats,
) -> None:
    """A number in passing is a value; a question is answered and changes nothing."""
    await chats.say(WANG, DM, "上周退款率 2.4%")
    assert "2.4%" in said(chats.last(WANG, DM, "退款率"))
    await chats.say(ANNA, DM, "what's the refund rate?")
    assert "2.4%" in said(chats.last(ANNA, DM, "退款率"))
    await chats.say(WANG, DM, "退款率 9%？")
    assert "2.4%" in said(chats.last(WANG, DM, "退款率"))


async def test_what_customers_say_is_asked_for_in_a_sentence(chats: TwoChats) -> None:
    """Figures on either chat, the words for those who may read them."""
    await chats.say(ANNA, DM, "how many complaints this week?")
    assert "Voices 1" in said(chats.last(ANNA, DM, "What customers say"))
    await chats.say(CHEN, DM, "这周有多少投诉？")
    assert "客户声音 1 条" in said(chats.last(CHEN, DM, "客户之声"))
    await chats.say(ANNA, DM, "what do customers say about matcha?")
    assert "F-1" in said(chats.last(ANNA, DM, "Feedback: matcha"))


async def test_talk_among_people_is_left_alone(chats: TwoChats) -> None:
    """Nobody called the bot: it neither answers nor writes anything down."""
    before = len(chats.read(ANNA, ROOM)) + len(chats.read(WANG, GROUP))
    await chats.say(ANNA, ROOM, "the refund rate was 9 % last week")
    await chats.say(ANNA, ROOM, "no standup today")
    await chats.say(WANG, GROUP, "上周退款率 9%")
    await chats.say(WANG, GROUP, "今天不开站会")
    after = len(chats.read(ANNA, ROOM)) + len(chats.read(WANG, GROUP))
    assert after == before
    await chats.say(WANG, DM, "退款率是多少")
    assert "9%" not in said(chats.last(WANG, DM, "退款率"))
