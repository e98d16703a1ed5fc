"""What happens to people, to tasks and to the bot itself, on two chats at once."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from adapters.simulator.company import Employee
from adapters.simulator.dingtalk.company import Worker
from tests.databases import KINDS, Kind, fresh_url
from tests.e2e.two_chats import (
    ANNA,
    CHEN,
    CLOSE,
    DM,
    EVENING,
    GRACE,
    GROUP,
    IN_BERLIN,
    IN_NEW_YORK,
    LI,
    MORNING,
    ROOM,
    SAM,
    SHANGHAI,
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

pytestmark = pytest.mark.heavy

EVERYBODY = sorted([ANNA, SAM, CHEN, WANG, LI])  # Grace by her DingTalk account
ELSEWHERE = "U0LIWEI1"
ZHAO = Worker("0312456790", "赵磊")
LI_WEI = Employee(ELSEWHERE, "liwei", "Li Wei", tz=SHANGHAI, locale="zh-CN")


@pytest.fixture
async def chats() -> AsyncIterator[TwoChats]:
    """The evening before in Berlin; 李伟 has a Slack account nobody knows to be his."""
    async with (
        fresh_url("sqlite") as url,
        two_chats(url, EVENING, more=(LI_WEI,)) as chats,
    ):
        await set_up(chats)
        yield chats


async def test_who_is_linked_in_mid_day_counts_once(chats: TwoChats) -> None:
    """Both prompts show the same, and there is one reminder."""
    await chats.until(MORNING)
    assert {LI, ELSEWHERE} < set(asked(chats))
    assert "0 of 6 in" in day(chats)[0]
    await chats.say(ELSEWHERE, DM, "关联")
    code = said(chats.last(ELSEWHERE, DM)).split()[1]
    await chats.say(LI, DM, f"关联 {code}")
    assert "0 of 5 in" in day(chats)[0]
    assert "已提交 0 / 5" in day(chats)[1]
    await chats.until(IN_BERLIN + timedelta(hours=3))
    reminders = [m for who in (LI, ELSEWHERE) for m in chats.read(who, DM, "⏰")]
    assert len(reminders) == 1
    await fill(chats, LI, "填写", q0="装了两车")
    assert "1 of 5 in" in day(chats)[0]
    for who in (LI, ELSEWHERE):
        assert "已保存" in said(chats.read(who, DM, TITLE)[0])


async def test_who_wants_to_take_part_says_so(chats: TwoChats) -> None:
    """No chat tells the bot who is in the group: a word in private is enough."""
    chats.simulator.dingtalk.happenings.person_joins(ZHAO)
    chats.simulator.dingtalk.organization.places["cidSHOP1=="].members.append(
        ZHAO.userid
    )
    await chats.say(ZHAO.userid, DM, "站会 参加 Daily")
    assert "从下一次起" in said(chats.last(ZHAO.userid, DM))
    await chats.say(LI, DM, "站会 退出 Daily")
    await chats.until(MORNING)
    assert asked(chats) == sorted([ZHAO.userid, WANG, CHEN, ELSEWHERE])


async def test_a_task_goes_to_where_its_owner_lives(chats: TwoChats) -> None:
    """By a typed name across the chats; done there, it is done here."""
    await chats.say(ANNA, ROOM, "/crew task add Check stock @李伟 tomorrow 15:00")
    card = chats.last(LI, DM, "Check stock")
    assert card["kind"] == "card"
    await chats.press(LI, "完成", card)
    for who, where in ((ANNA, ROOM), (WANG, GROUP)):
        assert "✅" in said(chats.last(who, where, "Check stock"))
    await chats.say(WANG, GROUP, "@店小二 任务 新增 核对海报 @Anna 周五前")
    told = said(chats.last(ANNA, DM, "核对海报"))
    assert "Fri" in told


@pytest.mark.parametrize("kind", KINDS)
async def test_a_restart_in_the_middle_of_the_day(kind: Kind) -> None:
    """Nothing is said twice on either side, and the wrap-up comes."""
    async with fresh_url(kind) as url, two_chats(url, EVENING) as chats:
        await set_up(chats)
        await chats.until(IN_BERLIN)
        await fill(chats, WANG, "填写", q0="发了 3 箱")
        await chats.close()
        await chats.reopen()
        assert asked(chats) == sorted([WANG, LI, CHEN, ANNA])
        await fill(chats, ANNA, "Fill", q0="prices")
        await chats.until(IN_NEW_YORK)
        await chats.close()
        await chats.reopen()
        assert asked(chats) == EVERYBODY
        await chats.until(CLOSE)
        here, there = day(chats)
        assert "2 of 5 in" in here
        assert "已提交 2 / 5" in there
        assert missing(here) == missing(there) == {"Sam Taylor", "Grace", "李伟"}
        assert len(chats.read(ANNA, ROOM, "发了 3 箱")) == 1


async def test_an_hour_without_dingtalk() -> None:
    """Slack goes on; Hangzhou is asked late, once, when DingTalk is back."""
    async with (
        fresh_url("sqlite") as url,
        two_chats(url, EVENING, cards=False, more=(LI_WEI,)) as chats,
    ):
        await set_up(chats)
        await chats.until(MORNING - timedelta(minutes=15))
        await chats.dingtalk_fails()
        await chats.until(MORNING + timedelta(minutes=45))
        assert asked(chats) == [ELSEWHERE]
        await fill(chats, ELSEWHERE, "填写", q0="盘点")
        assert "1 of 6 in" in said(chats.last(ANNA, ROOM, TITLE))
        await chats.dingtalk_is_back()
        await chats.until(MORNING + timedelta(minutes=60))
        assert asked(chats) == sorted([ELSEWHERE, WANG, LI, CHEN])
        await chats.press(LI, "今天跳过", chats.last(LI, DM, TITLE))
        assert "已跳过" in said(chats.last(LI, DM))
        (opening,) = chats.read(WANG, GROUP, TITLE)
        assert "已提交 1 / 6" in said(opening)


async def test_who_leaves_one_chat_is_asked_on_the_other(chats: TwoChats) -> None:
    """Grace no longer is in DingTalk's directory, and still is in #shop."""
    await chats.until(MORNING)
    assert CHEN in asked(chats)
    chats.simulator.dingtalk.happenings.person_leaves(CHEN)
    await chats.until(MORNING + timedelta(days=1))
    assert len(chats.read(GRACE, DM, f"{TITLE} 6月10日")) == 1
