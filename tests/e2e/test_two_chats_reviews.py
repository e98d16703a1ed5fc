"""Reviews over both real wires: asked for, written, read; nothing of them elsewhere."""

import json
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from tests.databases import KINDS, Kind, fresh_url
from tests.e2e.two_chats import (
    ANNA,
    CHEN,
    DM,
    EVENING,
    GRACE,
    GROUP,
    LI,
    MORNING,
    ROOM,
    SAM,
    WANG,
    TwoChats,
    said,
    two_chats,
)

WORD = "marzipan"  # of what is written, looked for everywhere else


@pytest.fixture(params=KINDS)
async def chats(request: pytest.FixtureRequest) -> AsyncIterator[TwoChats]:
    """Anna leads Sam on Slack, Chen leads two on DingTalk; on both databases."""
    kind: Kind = request.param
    async with fresh_url(kind) as url, two_chats(url, EVENING) as chats:
        await chats.say(ANNA, ROOM, "/crew team set @sam manager @anna")
        await chats.say(ANNA, ROOM, '/crew review cycle "Summer" 2026-06-19')
        yield chats


async def test_a_review_goes_from_hand_to_hand_on_dingtalk(chats: TwoChats) -> None:
    """A list at nine, a form, a notice that tells nothing, and the text on a press.

    Chen is Grace on Slack, too, and hears where they were last.
    """
    await chats.until(MORNING - timedelta(minutes=31))
    assert chats.read(GRACE, DM, "等您撰写") == []
    await chats.until(MORNING)
    list_ = chats.last(GRACE, DM, "等您撰写")
    assert "有 2 份评估等您撰写" in said(list_)
    assert "王芳" in said(list_)
    await chats.say(CHEN, DM, "评估 填写 @王芳")
    await chats.submit(CHEN, strengths=WORD, next="更多")
    assert "王芳" in said(chats.last(CHEN, DM, "已发送对"))
    sent = chats.last(WANG, DM, "您的评估已送达")
    assert WORD not in said(sent)
    await chats.press(WANG, "阅读", sent)
    assert WORD in said(chats.last(WANG, DM, "您打开的评估"))
    await chats.press(WANG, "我已阅读", chats.last(WANG, DM, "您打开的评估"))
    await chats.submit(WANG, comment="谢谢")
    assert "已确认" in said(chats.last(CHEN, DM, "您写的评估已有人阅读"))


async def test_a_review_goes_from_hand_to_hand_on_slack(chats: TwoChats) -> None:
    """Sam asks in the channel; the answer comes where nobody else is."""
    await chats.until(MORNING + timedelta(hours=7))
    await chats.press(ANNA, "Start", chats.last(ANNA, DM, "is yours to write"))
    await chats.submit(ANNA, strengths=WORD, next="More")
    await chats.until(MORNING + timedelta(hours=12))
    sent = chats.last(SAM, DM, "Your review is here")
    assert sent["text"].startswith("Your review is here")
    assert WORD not in json.dumps(sent)
    await chats.say(SAM, ROOM, "/crew review read")
    read = chats.last(SAM, DM, WORD)
    assert WORD not in read["text"]
    await chats.press(SAM, "I have read it", read)
    await chats.submit(SAM, comment="")
    assert "has confirmed it" in said(chats.last(ANNA, DM, "was read"))


async def test_nobody_else_sees_a_word_of_it(chats: TwoChats) -> None:
    """On neither chat, in no place, whatever they type."""
    await chats.until(MORNING + timedelta(hours=7))
    await chats.press(ANNA, "Start", chats.last(ANNA, DM, "is yours to write"))
    await chats.submit(ANNA, strengths=WORD, next=WORD, note=WORD)
    for words in ("show Summer", "log @sam", "export csv", "cycles", "read @sam"):
        await chats.say(ANNA, ROOM, f"/crew review {words}")
    for words in ("评估 阅读 @Sam", "评估 记录 @Sam", "评估 导出", "评估 查看 Summer"):
        await chats.say(WANG, GROUP, f"@店小二 {words}")
    await chats.until(MORNING + timedelta(days=16))
    places = [(LI, DM), (LI, GROUP), (WANG, DM), (CHEN, DM), (SAM, ROOM), (SAM, DM)]
    for who, where in places:
        assert WORD not in json.dumps(chats.read(who, where))
    assert "已发送" not in said(chats.last(WANG, DM, "人事和管理员"))


async def test_who_is_off_on_the_last_day_is_told_before(chats: TwoChats) -> None:
    """The 19th is the Dragon Boat Festival: "today" would be wrong on the 18th."""
    await chats.until(MORNING + timedelta(days=9))
    last = said(chats.last(GRACE, DM, "份评估"))
    assert "今天是您截止前最后一个工作日" in last
    assert "今天到期" not in last
    await chats.until(MORNING + timedelta(days=10, hours=7))
    assert "1 review is due today" in said(chats.last(ANNA, DM, "Summer"))
