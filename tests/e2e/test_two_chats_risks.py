"""What may go wrong, over both real wires: each side in its own language."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from tests.databases import KINDS, Kind, fresh_url
from tests.e2e.two_chats import (
    ANNA,
    CHEN,
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
    """#shop and the group are one room; everybody is known."""
    kind: Kind = request.param
    async with fresh_url(kind) as url, two_chats(url, EVENING) as chats:
        await one_room(chats)
        yield chats


async def test_a_risk_crosses_and_so_does_its_end(chats: TwoChats) -> None:
    """Reported on Slack, seen to and closed on DingTalk, opened again on Slack."""
    await chats.say(
        SAM,
        ROOM,
        "/crew risk add Payment provider fails on 11.11 likelihood:4 impact:5"
        " owner:@李伟 due:friday category:payment",
    )
    seen = said(chats.last(SAM, ROOM, "R-1"))
    assert "● R-1 Payment provider fails on 11.11" in seen
    assert "very high · 20 (4 × 5) · Payment · 李伟 · due Fri 12 Jun" in seen
    asked = chats.last(LI, DM, "R-1")
    assert "Sam Taylor 请您负责 R-1 Payment provider fails on 11.11" in said(asked)
    assert "很高 · 20 分（4 × 5）" in said(asked)
    await chats.say(LI, DM, "风险 编辑 1 可能性：2 措施：签第二家支付公司")
    assert "◕ R-1" in said(chats.last(LI, DM, "R-1"))
    await chats.press(LI, "关闭", chats.last(LI, DM, "请您负责"))
    await chats.submit(LI, text="第二家已上线")
    told = chats.last(SAM, DM, "closed R-1")
    assert "李伟 closed R-1" in said(told)
    assert "第二家已上线" in said(told)
    await chats.press(SAM, "Undo", told)
    assert "Open again: R-1" in said(chats.last(SAM, DM, "R-1"))


async def test_feedback_becomes_a_risk_in_a_form(chats: TwoChats) -> None:
    """Proposed on DingTalk from what was said on Slack; both sides show the other."""
    await chats.say(CHEN, GROUP, "@店小二 反馈 分流 这里")
    await chats.say(
        SAM, DM, "feedback checkout is dead, jane@shop.com cannot pay since 9"
    )
    await chats.say(CHEN, GROUP, "@店小二 反馈 转风险 1")
    await chats.settle()
    opened = chats.last(CHEN, DM, "登记风险")
    assert opened
    await chats.submit(CHEN, scenario="双 11 支付失败", likelihood="4", impact="5")
    made = said(chats.last(CHEN, DM, "R-1"))
    assert "双 11 支付失败" in made
    await chats.say(CHEN, DM, "反馈 查看 1")
    assert "R-1" in said(chats.last(CHEN, DM, "F-1"))


async def test_it_is_due_on_the_owners_own_morning(chats: TwoChats) -> None:
    """Nine o'clock in Hangzhou, once."""
    await chats.say(ANNA, ROOM, "/crew risk add Fire owner:@王芳 due:2026-06-11 2x5")
    await chats.until(EVENING + timedelta(days=2, hours=6))
    assert "今天到期：R-1" in said(chats.last(WANG, DM, "R-1"))
    await chats.until(EVENING + timedelta(days=4))
    assert len(chats.read(WANG, DM, "到期：R-1")) == 1
