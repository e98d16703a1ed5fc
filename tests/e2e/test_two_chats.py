"""One team on Slack and DingTalk: its stand-up, its people, its tasks, a bad hour."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from tests.databases import KINDS, Kind, fresh_url
from tests.e2e.two_chats import (
    ANNA,
    CHEN,
    CLOSE,
    DM,
    EVENING,
    GROUP,
    IN_BERLIN,
    IN_NEW_YORK,
    LI,
    MORNING,
    ROOM,
    SAM,
    TITLE,
    WANG,
    TwoChats,
    asked,
    day,
    fill,
    missing,
    said,
    set_up,
    two_chats,
)

SECOND = timedelta(seconds=1)


@pytest.fixture(params=KINDS)
async def chats(request: pytest.FixtureRequest) -> AsyncIterator[TwoChats]:
    """The evening before in Berlin, on both databases."""
    kind: Kind = request.param
    async with fresh_url(kind) as url, two_chats(url, EVENING) as chats:
        await set_up(chats)
        yield chats


@pytest.fixture
async def plain() -> AsyncIterator[TwoChats]:
    """The same without a card template, on SQLite."""
    async with (
        fresh_url("sqlite") as url,
        two_chats(url, EVENING, cards=False) as chats,
    ):
        await set_up(chats)
        yield chats


async def test_a_day_of_two_halves(chats: TwoChats) -> None:
    """Each asked once at their own 09:30, one wrap-up on both sides, one is late."""
    await chats.say(LI, DM, "请假 今天")
    await chats.until(MORNING - SECOND)
    assert asked(chats) == []
    await chats.until(MORNING)
    assert asked(chats) == sorted([WANG, CHEN])
    await fill(chats, WANG, "填写", q0="发了 3 箱", q1="盘点 <!here> @all")
    assert "已保存" in said(chats.last(WANG, DM, TITLE))
    here, there = day(chats)
    assert "1 of 4 in" in here
    assert "已提交 1 / 4" in there
    assert "发了 3 箱" in there
    (answer,) = chats.read(ANNA, ROOM, "发了 3 箱")
    await fill(chats, WANG, "修改", q0="发了 4 箱")
    (edited,) = chats.read(ANNA, ROOM, "发了 4 箱")
    assert edited["ts"] == answer["ts"]
    assert "发了 4 箱" in day(chats)[1]
    assert "发了 3 箱" not in day(chats)[1]
    await _the_other_half(chats)
    await _the_end(chats)


async def _the_other_half(chats: TwoChats) -> None:
    """Berlin fills a modal; New York is asked last."""
    await chats.until(IN_BERLIN - SECOND)
    assert asked(chats) == sorted([WANG, CHEN])
    await chats.until(IN_BERLIN)
    await fill(chats, ANNA, "Fill", q0="prices", q1="banners")
    assert "Anna Berger" in day(chats)[1]
    assert "banners" in day(chats)[1]
    await chats.until(IN_NEW_YORK)
    assert asked(chats) == sorted([WANG, CHEN, ANNA, SAM])


async def _the_end(chats: TwoChats) -> None:
    """The same counts in both languages; what comes late is marked on both sides."""
    await chats.until(CLOSE)
    here, there = day(chats)
    assert here.count("2 of 4 in · 1 away (李伟) · missing: ") == 1
    told = "已提交 2 / 4 · 1 人不在（李伟） · 未提交："
    assert there.count(told) == 1
    assert missing(here) == missing(there) == {"Sam Taylor", "Grace"}
    await fill(chats, SAM, "Fill", q0="on a plane")
    assert "late" in said(chats.last(ANNA, ROOM, "on a plane"))
    assert told in day(chats)[1]
    late = "Sam Taylor · 6月9日周二 23:00（上海） · 17:00（柏林） · 迟交"
    assert late in day(chats)[1]


async def test_a_day_where_nothing_can_be_changed(plain: TwoChats) -> None:
    """Hangzhou fills a page, or answers question by question; the wrap-up is said."""
    await plain.until(MORNING)
    await plain.press(WANG, "填写", plain.last(WANG, DM, TITLE))
    await plain.press(WANG, "打开表单", plain.last(WANG, DM, "打开表单"))
    assert "已保存" in await plain.fill_page(plain.view(WANG)["page"], q0="发了 3 箱")
    await plain.press(LI, "填写", plain.last(LI, DM, TITLE))
    await plain.press(LI, "改为在这里回答", plain.last(LI, DM, "改为在这里回答"))
    for words in ("装了两车", "接着装", "没有"):
        await plain.say(LI, DM, words)
    for words in ("发了 3 箱", "接着装"):
        assert len(plain.read(ANNA, ROOM, words)) == 1
    await plain.until(CLOSE)
    (opening, end) = plain.read(WANG, GROUP, TITLE)
    assert "已提交 0 / 5" in said(opening)
    assert "已提交 2 / 5 · 未提交：" in said(end)
    assert missing(said(end)) == {"Anna Berger", "Sam Taylor", "Grace"}
    assert "发了 3 箱" in said(end)
    assert "接着装" in said(end)
