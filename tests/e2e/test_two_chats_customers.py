"""What customers say, asked for and answered over both real wires: words that are
taken back, the house that stops meanwhile, figures in a sentence.
"""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from tests.databases import KINDS, Kind, fresh_url
from tests.e2e.two_chats import (
    CHEN,
    DM,
    EVENING,
    GROUP,
    LI,
    ROOM,
    SAM,
    TwoChats,
    one_room,
    said,
    two_chats,
)

HOURS = timedelta(hours=12)  # everybody is at work then, or was


@pytest.fixture(params=KINDS)
async def chats(request: pytest.FixtureRequest) -> AsyncIterator[TwoChats]:
    """#shop and the group are one room, in which feedback is triaged; somebody passed
    on a complaint on each side.
    """
    kind: Kind = request.param
    async with fresh_url(kind) as url, two_chats(url, EVENING + HOURS) as chats:
        await one_room(chats)
        await chats.say(CHEN, GROUP, "@店小二 反馈 受理群 这里")
        await chats.say(SAM, DM, "feedback The parcel came late step:delivery")
        await chats.say(LI, DM, "反馈 快递太慢了 环节:物流")
        yield chats


def heard(chats: TwoChats, who: str, words: str) -> list[str]:
    """What somebody reads that has these words."""
    return [said(each) for each in chats.read(who, DM, words)]


async def test_figures_are_answered_in_a_sentence(chats: TwoChats) -> None:
    """Each side in its own language; what was counted is a button away."""
    await chats.say(LI, DM, "这周有多少关于物流的投诉？")
    told = said(chats.last(LI, DM, "客户声音"))
    assert "反馈 · 物流配送 · 问题 · 6月8日 – 6月9日：2 条客户声音" in told
    assert "共 2 条反馈，都未关闭。" in told
    asked = "/crew how many complaints about delivery this week?"
    await chats.say(SAM, ROOM, asked)
    told = said(chats.last(SAM, ROOM, "voices"))
    assert "Feedback · Delivery · problem · 8 Jun – 9 Jun" in told
    assert ": 2 voices" in told
    await chats.say(LI, DM, "最久没处理的投诉是哪个？")
    assert "F-1 等待最久" in said(chats.last(LI, DM, "等待最久"))


async def test_words_are_taken_back_on_both_chats(chats: TwoChats) -> None:
    """Once, within ten seconds; nobody has read them, and the way is not open later."""
    await chats.say(CHEN, DM, "反馈 回复 1 这不归我们管")
    leaves = chats.last(CHEN, DM, "10 秒后发出")
    await chats.press(CHEN, "撤销", leaves)
    assert "没有人看到" in said(chats.last(CHEN, DM, "这不归我们管"))
    await chats.say(SAM, ROOM, "/crew feedback reply 2 not our business")
    leaves = chats.last(SAM, ROOM, "It leaves in 10 seconds")
    await chats.press(SAM, "Undo", leaves)
    assert "nobody has read it" in said(chats.last(SAM, ROOM, "not our business"))
    await chats.until(EVENING + HOURS + timedelta(minutes=5))
    assert (
        heard(chats, SAM, "这不归我们管") == heard(chats, LI, "not our business") == []
    )
    await chats.say(SAM, ROOM, "/crew feedback reply 2 we are asking the carrier")
    leaves = chats.last(SAM, ROOM, "It leaves in 10 seconds")
    await chats.until(EVENING + HOURS + timedelta(minutes=6))
    (told,) = heard(chats, LI, "we are asking the carrier")
    assert "F-2" in told
    await chats.press(SAM, "Undo", leaves)
    assert "Too late" in said(chats.last(SAM, ROOM, "Too late"))


async def test_words_leave_though_the_house_stopped(chats: TwoChats) -> None:
    """Within the ten seconds: they are told once, when it is back."""
    await chats.say(CHEN, DM, "反馈 解决 1 包裹已经送到")
    assert heard(chats, SAM, "包裹已经送到") == []
    await chats.close()
    await chats.reopen()
    await chats.until(EVENING + HOURS + timedelta(minutes=5))
    (told,) = heard(chats, SAM, "包裹已经送到")
    assert "✅ F-1 is fixed" in told
    assert "Did this solve it?" in told
    await chats.press(SAM, "No", chats.last(SAM, DM, "Did this solve it?"))
    assert "Sam Taylor" in said(chats.last(CHEN, DM, "↩️"))
