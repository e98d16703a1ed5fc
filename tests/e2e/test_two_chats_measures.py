"""Measures over both real wires: each side in its own language, on its own morning."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

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

# Monday, 15 June 2026: shortly after nine in Hangzhou, and in New York.
IN_HANGZHOU = datetime(2026, 6, 15, 1, 5, tzinfo=UTC)
IN_NEW_YORK = datetime(2026, 6, 15, 13, 5, tzinfo=UTC)


@pytest.fixture(params=KINDS)
async def chats(request: pytest.FixtureRequest) -> AsyncIterator[TwoChats]:
    """王芳 looks after the refund rate, Sam after two measures."""
    kind: Kind = request.param
    async with fresh_url(kind) as url, two_chats(url, EVENING) as chats:
        await chats.say(WANG, GROUP, "@店小二 今天")
        await chats.say(SAM, ROOM, "/crew today")
        await chats.say(CHEN, GROUP, "@店小二 指标 新建 退款率 % 目标 <2.5% @王芳")
        await chats.say(SAM, ROOM, "/crew measure new Parcels target <20")
        await chats.say(SAM, ROOM, "/crew measure new CSAT target >90%")
        yield chats


async def test_a_value_crosses_in_its_readers_language(chats: TwoChats) -> None:
    """Reported on DingTalk, read on Slack, with a picture and the same in words."""
    await chats.say(WANG, DM, '指标 更新 退款率 24/1000 绿 "尺码问题已解决"')
    told = said(chats.last(WANG, DM, "退款率：2.4%"))
    assert "24 / 1,000" in told
    assert "🟢 正常" in told
    assert "已达标" in told
    await chats.say(ANNA, ROOM, "/crew measure show refund rate")
    told = said(chats.last(ANNA, ROOM, "退款率"))
    assert "2.4%" in told
    assert "at most 2.5% · target reached" in told
    assert "refunded orders / orders" in told
    assert "尺码问题已解决" in told
    await chats.say(WANG, DM, "指标 更新 退款率 3小时")
    assert "单位不对" in said(chats.last(WANG, DM, "单位不对"))


async def test_everybody_is_asked_on_their_own_morning(chats: TwoChats) -> None:
    """And goes through what is missing, form by form."""
    await chats.until(IN_HANGZHOU)
    asked = chats.last(WANG, DM, "待填写")
    assert "退款率 · 6月8日 – 6月14日" in said(asked)
    assert chats.read(SAM, DM, "values are missing") == []
    await chats.press(WANG, "逐项填写", asked)
    await chats.submit(WANG, value="2.2%", confidence="yellow", note="")
    assert "谢谢，您的指标都已填写" in said(chats.last(WANG, DM, "谢谢"))
    await chats.until(IN_NEW_YORK)
    asked = chats.last(SAM, DM, "2 values are missing")
    await chats.press(SAM, "Enter them one by one", asked)
    await chats.submit(SAM, value="91%", confidence="green")
    await chats.submit(SAM, value="")
    await chats.say(SAM, DM, "measures")
    told = said(chats.last(SAM, DM, "3 measures")).replace("*", "")
    assert "CSAT · 91% (8 Jun – 14 Jun)" in told
    assert "Parcels · no value yet" in told
    assert "退款率 · 2.2% (8 Jun – 14 Jun)" in told
