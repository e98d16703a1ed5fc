"""A blocker across two chats: Berlin reports on Slack, Hangzhou helps on DingTalk."""

import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest

from tests.databases import fresh_url
from tests.e2e.two_chats import (
    ANNA,
    DM,
    EVENING,
    GROUP,
    IN_BERLIN,
    LI,
    MORNING,
    ROOM,
    SAM,
    TITLE,
    WANG,
    TwoChats,
    fill,
    said,
    set_up,
    two_chats,
)
from tests.e2e.wire import Json

pytestmark = pytest.mark.heavy
DAY = timedelta(days=1)
JOINER = "\u2060"  # keeps a typed @ on DingTalk from calling anybody
NINE_THERE = datetime(2026, 6, 10, 1, 0, tzinfo=UTC)  # Wednesday in Hangzhou


@pytest.fixture
async def chats() -> AsyncIterator[TwoChats]:
    """Tuesday, half past nine in Berlin, 15:30 in Hangzhou: both were asked."""
    async with fresh_url("sqlite") as url, two_chats(url, EVENING) as open_:
        await set_up(open_, "on weekdays in #shop remind 0")
        await open_.until(IN_BERLIN)
        yield open_


def help_card(chats: TwoChats) -> Json:
    """What asks Li for help, as it reads now."""
    (found,) = chats.read(LI, DM, "请您帮忙：B-1")
    return found


def labels(card: Json) -> list[str]:
    """What can be pressed on a card of DingTalk."""
    return [each["text"] for each in json.loads(card["card"]["params"]["buttons"])]


def day(chats: TwoChats) -> tuple[str, str]:
    """The newest day's message in the channel and in the group."""
    return said(chats.last(ANNA, ROOM, TITLE)), said(chats.last(WANG, GROUP, TITLE))


async def test_hangzhou_acknowledges_on_its_card_and_berlin_sees_it(
    chats: TwoChats,
) -> None:
    """One state: every copy on either chat is edited; the reporter hears once."""
    await fill(chats, ANNA, "Fill", q0="prices", q1="banners", q2="no stock @李伟")
    here, there = day(chats)
    assert "⚠️ B-1 no stock (day 1) → @李伟" in here
    assert "⚠️ B-1 no stock（第 1 天） → @李伟" in there.replace(JOINER, "")
    asked = help_card(chats)
    assert "Anna Berger 请您帮忙：B-1 no stock" in said(asked)
    assert labels(asked) == ["收到", "更新进展", "已解决"]
    await chats.press(LI, "收到", asked)
    assert "已收到：李伟" in said(help_card(chats))
    told = chats.last(ANNA, DM, "has seen B-1")
    assert "李伟 has seen B-1 no stock" in said(told)
    assert "收到" not in labels(help_card(chats))
    assert len(chats.read(ANNA, DM, "has seen B-1")) == 1
    await chats.say(LI, DM, "阻碍 更新 1 明天上午到货")
    assert "明天上午到货" in said(chats.last(ANNA, DM, "💬"))
    await chats.press(LI, "已解决", help_card(chats))
    here, there = day(chats)
    assert "✅ B-1 no stock" in here
    assert "✅ B-1 no stock" in there
    assert chats.read(ANNA, DM, "has seen B-1") == []
    assert "Resolved by 李伟" in said(chats.last(ANNA, DM, "✅ B-1 no stock"))
    await chats.press(ANNA, "Undo", chats.last(ANNA, DM, "李伟 resolved B-1"))
    assert "已解决" in labels(help_card(chats))
    assert "⚠️ B-1 no stock (day 1)" in day(chats)[0]


async def test_hangzhou_reports_and_berlin_helps(chats: TwoChats) -> None:
    """The other way round, with the form of a button and a name that is typed."""
    await fill(chats, WANG, "填写", q0="x", q1="y", q2="等价格表 @Anna")
    card = chats.last(ANNA, DM, "asks for your help: B-1 等价格表")
    await chats.press(ANNA, "Acknowledge", card)
    assert "Anna Berger 已收到 B-1" in said(chats.last(WANG, DM, "已收到 B-1"))
    await chats.press(ANNA, "Add update", chats.last(ANNA, DM, "asks for your help"))
    await chats.submit(ANNA, text="it comes at four")
    assert "it comes at four" in said(chats.last(WANG, DM, "更新了 B-1"))


async def test_berlin_picks_hangzhou_in_slacks_own_form(chats: TwoChats) -> None:
    """The field for people finds everybody by name, whichever chat they are on."""
    await fill(chats, ANNA, "Fill", q0="prices", q1="banners", q2="no stock")
    await chats.press(ANNA, "Tag people", chats.last(ANNA, DM, "B-1 no stock"))
    await chats.submit(ANNA, people=["李伟", "@sam"])
    assert "Anna Berger 请您帮忙：B-1 no stock" in said(help_card(chats))
    assert "asks for your help" in said(chats.last(SAM, DM, "B-1 no stock"))


async def test_who_says_nothing_is_reminded_in_their_morning(chats: TwoChats) -> None:
    """The day closes at night in Hangzhou: nobody is written to then."""
    await fill(chats, ANNA, "Fill", q0="prices", q1="banners", q2="no stock @李伟")
    await chats.until(NINE_THERE - timedelta(seconds=1))
    assert chats.read(LI, DM, "个阻碍在等您") == []
    await chats.until(NINE_THERE)
    (reminder,) = chats.read(LI, DM, "还有 1 个阻碍在等您")
    await chats.press(LI, "收到", reminder)
    assert "李伟 has seen B-1" in said(chats.last(ANNA, DM, "has seen B-1"))
    assert "这些都不用您处理了" in said(chats.last(LI, DM, "B-1"))
    await chats.until(NINE_THERE + DAY)
    assert chats.read(LI, DM, "个阻碍在等您") == []


async def test_after_two_days_it_goes_to_who_answers_for_it(chats: TwoChats) -> None:
    """Sam reports from New York; Anna made the stand-up, and takes it over."""
    await chats.until(MORNING + 12 * timedelta(hours=1))  # 09:30 in New York
    await fill(chats, SAM, "Fill", q0="books", q1="taxes", q2="no bank statement")
    two_days = MORNING + 12 * timedelta(hours=1) + 2 * DAY
    await chats.until(two_days - timedelta(seconds=1))
    assert chats.read(ANNA, DM, "in the way") == []
    await chats.until(two_days)
    (told,) = chats.read(
        ANNA, DM, "B-1 of Sam Taylor has been in the way since Tue 9 Jun"
    )
    await chats.press(ANNA, "Take over", told)
    assert "Anna Berger has seen B-1" in said(chats.last(SAM, DM, "has seen B-1"))
    assert len(chats.read(SAM, DM, "was escalated to Anna Berger")) == 1


async def test_who_is_silent_is_asked_whether_it_is_still_there(
    chats: TwoChats,
) -> None:
    """On the next of their mornings after a day without an answer (PEERS C06)."""
    await fill(chats, WANG, "填写", q0="x", q1="y", q2="等仓库照片")
    await chats.until(NINE_THERE + DAY)
    await chats.press(WANG, "是", chats.last(WANG, DM, "还被卡住吗"))
    assert "B-1 继续保留。谢谢告知。" in said(chats.last(WANG, DM, "还被卡住吗"))
    await chats.say(WANG, DM, "不卡了")
    assert "王芳 已解决" in said(chats.last(WANG, DM, "✅ B-1"))


async def test_the_words_work_in_both_chats(chats: TwoChats) -> None:
    """Typed in a group and in a channel, in each language."""
    await chats.say(WANG, GROUP, "@店小二 阻碍 新增 大门锁了 @李伟")
    assert "⚠️ B-1 大门锁了" in said(chats.last(WANG, GROUP, "B-1"))
    assert "请您帮忙：B-1 大门锁了" in said(chats.last(LI, DM, "B-1"))
    await chats.say(SAM, ROOM, "/crew blocker list")
    await chats.say(LI, DM, "阻碍 解决 1 钥匙找到了")
    assert "钥匙找到了" in said(chats.last(WANG, GROUP, "B-1"))
