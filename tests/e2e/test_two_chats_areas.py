"""Who answers for what, over both real wires: each side in its own language."""

from collections.abc import AsyncIterator

import pytest

from tests.databases import KINDS, Kind, fresh_url
from tests.e2e.two_chats import (
    ANNA,
    DM,
    EVENING,
    GROUP,
    LI,
    ROOM,
    SAM,
    WANG,
    TwoChats,
    one_room,
    said,
    two_chats,
)


@pytest.fixture(params=KINDS)
async def chats(request: pytest.FixtureRequest) -> AsyncIterator[TwoChats]:
    """#shop and the group are one room; 王芳 answers for the cups."""
    kind: Kind = request.param
    async with fresh_url(kind) as url, two_chats(url, EVENING) as chats:
        await one_room(chats)
        await chats.say(ANNA, ROOM, "/crew area new Teacups @王芳 also:茶杯")
        yield chats


async def test_a_question_crosses_and_so_does_its_answer(chats: TwoChats) -> None:
    """Asked with a button on Slack, answered in a card on DingTalk."""
    await chats.say(SAM, ROOM, "/crew who owns teacups?")
    seen = chats.last(SAM, ROOM, "answers for Teacups")
    assert "王芳 answers for Teacups" in said(seen)
    await chats.press(SAM, "Ask 王芳", seen)
    await chats.submit(SAM, text="How many are left?")
    asked = chats.last(WANG, DM, "How many are left?")
    assert "询问 Teacups" in said(asked)
    await chats.press(WANG, "回答", asked)
    await chats.submit(WANG, text="二十箱")
    assert "二十箱" in said(chats.last(SAM, DM, "answers about Teacups"))


async def test_a_handover_is_announced_on_both_chats(chats: TwoChats) -> None:
    """Each side reads it in its own language, and asks in its own words."""
    await chats.say(LI, GROUP, "@店小二 茶杯谁负责？")
    assert "Teacups 由 王芳 负责" in said(chats.last(LI, GROUP, "Teacups"))
    await chats.say(WANG, GROUP, "@店小二 职责 移交 茶杯 给 @李伟")
    there = said(chats.last(LI, GROUP, "从现在起由 李伟 负责"))
    assert "之前：王芳" in there
    assert "李伟 answers for it" in said(chats.last(ANNA, ROOM, "Teacups"))
    await chats.say(ANNA, ROOM, "/crew who owns 茶杯")
    assert "李伟 answers for Teacups" in said(chats.last(ANNA, ROOM, "answers for T"))
