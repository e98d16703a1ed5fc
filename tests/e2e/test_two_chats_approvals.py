"""What may be done only if somebody says so, over both real wires, and a restart."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from tests.databases import KINDS, Kind, fresh_url
from tests.e2e.two_chats import (
    ANNA,
    CHEN,
    DM,
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

NOON = datetime(2026, 6, 9, 8, 0, tzinfo=UTC)  # ten in Berlin, four in Hangzhou


@pytest.fixture(params=KINDS)
async def chats(request: pytest.FixtureRequest) -> AsyncIterator[TwoChats]:
    """#shop and the group are one room, where feedback comes to."""
    kind: Kind = request.param
    async with fresh_url(kind) as url, two_chats(url, NOON) as chats:
        await one_room(chats)
        await chats.say(ANNA, ROOM, "/crew feedback triage here")
        await chats.say(SAM, DM, "feedback parcel lost, refund me customer:Maria Rossi")
        yield chats


async def test_a_form_on_dingtalk_is_answered_on_slack(chats: TwoChats) -> None:
    """王芳 asks Sam; Sam says no in a form, and she reads why."""
    await chats.say(WANG, DM, "反馈 审批 1")
    values: dict[str, str | list[str]] = {
        "what": "退款", "amount": "800 元", "whom": "Sam Taylor", "text": "包裹丢了",
    }  # fmt: skip
    await chats.submit(WANG, **values)
    asked = chats.last(SAM, DM, "asks for your approval")
    assert "王芳 asks for your approval: Refund 800 CNY ( F-1 )" in said(asked)
    assert "Why: 包裹丢了" in said(asked)
    await chats.press(SAM, "Reject", asked)
    await chats.submit(SAM, text="a voucher is enough")
    told = said(chats.last(WANG, DM, "已驳回"))
    assert "Sam Taylor 已驳回：F-1 退款 800 元" in told
    assert "a voucher is enough" in told
    mended = chats.last(SAM, DM, "asks for your approval")
    assert "rejected by Sam Taylor" in said(mended)
    assert "Approve" not in said(mended).replace("approval", "")


async def test_it_is_asked_on_slack_and_approved_on_dingtalk_after_a_restart(
    chats: TwoChats,
) -> None:
    """The card in both places of the room tells how far it is."""
    typed = "/crew feedback approval F-1 refund 800 CNY from @李伟 because it is lost"
    await chats.say(SAM, ROOM, typed)
    await chats.close()
    await chats.reopen()
    asked = chats.last(LI, DM, "请您审批")
    assert "Sam Taylor 请您审批：退款 800 元（F-1）" in said(asked)
    assert "waiting for 李伟" in said(chats.last(ANNA, ROOM, "F-1"))
    await chats.press(LI, "同意并留言", asked)
    await chats.submit(LI, text="下不为例")
    assert "李伟 approved: Refund 800 CNY" in said(chats.last(SAM, DM, "approved"))
    assert "下不为例" in said(chats.last(SAM, DM, "approved"))
    assert "同意：下不为例" in said(chats.read(LI, DM, "请您审批")[0])
    assert "退款 800 元：李伟 于" in said(chats.last(CHEN, GROUP, "F-1"))
    assert "Refund 800 CNY: approved by 李伟" in said(chats.last(ANNA, ROOM, "F-1"))
