"""A room of a channel and a group where nothing that was said can be changed."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from adapters.simulator.dingtalk.company import Worker
from tests.databases import fresh_url
from tests.e2e.two_chats import (
    ANNA,
    CHEN,
    CLOSE,
    DM,
    EVENING,
    GROUP,
    LI,
    MORNING,
    ROOM,
    SAM,
    TITLE,
    WANG,
    TwoChats,
    asked,
    fill,
    said,
    set_up,
    two_chats,
)

pytestmark = pytest.mark.heavy

HOUR = timedelta(hours=1)


@pytest.fixture
async def plain() -> AsyncIterator[TwoChats]:
    """A company whose DingTalk app has no card template."""
    async with (
        fresh_url("sqlite") as url,
        two_chats(url, EVENING, cards=False) as chats,
    ):
        yield chats


async def answers(chats: TwoChats, who: str, *words: str) -> None:
    """Answers the newest question here, one by one."""
    await chats.press(who, "填写", chats.last(who, DM, TITLE))
    instead = "改为在这里回答"
    await chats.press(who, instead, chats.last(who, DM, instead))
    for each in words:
        await chats.say(who, DM, each)


async def test_nobody_is_told_of_what_the_group_has_not_seen(plain: TwoChats) -> None:
    """The channel has it at once, the group with the wrap-up: both are said."""
    await set_up(plain)
    await plain.until(MORNING)
    await answers(plain, WANG, "发了 3 箱", "盘点", "没有")
    told = said(plain.last(WANG, DM))
    assert "已保存。已发布在 #shop，站会结束时发到 店铺群" in told
    assert plain.read(ANNA, ROOM, "发了 3 箱")
    assert not plain.read(WANG, GROUP, "发了 3 箱")
    await plain.until(CLOSE)
    assert plain.read(WANG, GROUP, "发了 3 箱")


async def test_a_stand_up_of_the_group_alone_says_that_it_comes_later(
    plain: TwoChats,
) -> None:
    """Nothing is posted before the end, and nothing else is said."""
    await plain.say(WANG, GROUP, "@店小二 站会 新建 Daily 每个工作日 09:30")
    await plain.until(MORNING)
    await answers(plain, WANG, "发了 3 箱", "盘点", "没有")
    told = said(plain.last(WANG, DM))
    assert "已保存。站会结束时发到 店铺群" in told
    assert "已发布" not in told


async def test_a_late_answer_is_a_message_of_its_own(plain: TwoChats) -> None:
    """The wrap-up in the group stays as it was; the channel's thread is as ever."""
    await set_up(plain)
    await plain.until(CLOSE)
    (_, end) = plain.read(WANG, GROUP, TITLE)
    await fill(plain, SAM, "Fill", q0="on a plane")
    (_, same, late) = plain.read(WANG, GROUP, TITLE)
    assert said(same) == said(end)
    assert "补交" in said(late)
    assert "Sam Taylor" in said(late)
    assert "迟交" in said(late)
    assert "on a plane" in said(late)
    assert len(plain.read(ANNA, ROOM, "on a plane")) == 1
    assert "已发布在" not in said(plain.last(SAM, DM))
    assert "Posted in #shop · 店铺群" in said(plain.last(SAM, DM, TITLE))


async def test_a_late_answer_before_the_wrap_up_is_in_it(plain: TwoChats) -> None:
    """While the group cannot be reached the wrap-up waits, and then has it."""
    await set_up(plain)
    await plain.until(CLOSE - HOUR)
    await plain.dingtalk_fails()
    await plain.until(CLOSE)
    await fill(plain, SAM, "Fill", q0="on a plane")
    await plain.until(CLOSE + HOUR)
    await plain.dingtalk_is_back()
    await plain.until(CLOSE + 2 * HOUR)
    found = plain.read(LI, GROUP, "on a plane")
    assert len(found) == 1
    assert "迟交" in said(found[0])


JOIN = "站会 参加"


async def test_a_group_hears_how_to_take_part_in_what_was_made_elsewhere(
    plain: TwoChats,
) -> None:
    """The stand-up's card says it there, once, however often it is edited."""
    await set_up(plain)
    await plain.until(EVENING + HOUR)
    (told,) = plain.read(WANG, GROUP, JOIN)
    assert "Daily" in said(told)
    assert not plain.read(ANNA, ROOM, JOIN)
    await plain.say(ANNA, DM, "standup pause Daily")
    await plain.say(ANNA, DM, "standup resume Daily")
    await plain.until(EVENING + 2 * HOUR)
    assert len(plain.read(WANG, GROUP, JOIN)) == 1


async def test_a_group_hears_of_what_was_made_in_private(plain: TwoChats) -> None:
    """Its maker alone got the card."""
    await plain.say(ANNA, ROOM, "/crew room tie shop")
    await plain.say(CHEN, GROUP, "@店小二 房间 关联 shop")
    await plain.say(ANNA, DM, "standup new Daily at 09:30 on weekdays in #shop")
    assert not plain.read(WANG, GROUP, JOIN)
    await plain.until(EVENING + HOUR)
    (told,) = plain.read(WANG, GROUP, JOIN)
    assert "站会 Daily 也会问到这个群的同事" in said(told)
    await plain.say(ANNA, DM, "standup pause Daily")
    await plain.say(ANNA, DM, "standup resume Daily")
    await plain.until(EVENING + 2 * HOUR)
    assert len(plain.read(WANG, GROUP, JOIN)) == 1


async def test_a_group_that_comes_to_a_room_hears_of_its_stand_ups(
    plain: TwoChats,
) -> None:
    """Those that ask whoever is in the room."""
    await plain.say(ANNA, ROOM, "/crew room tie shop")
    await plain.say(ANNA, ROOM, "/crew standup new Daily at 09:30 on weekdays")
    await plain.say(ANNA, ROOM, "/crew standup new Two for @anna at 09:30 on weekdays")
    await plain.say(CHEN, GROUP, "@店小二 房间 关联 shop")
    await plain.until(EVENING + HOUR)
    (told,) = plain.read(WANG, GROUP, JOIN)
    assert "Daily" in said(told)


async def test_who_has_left_is_not_asked_until_they_join_again(
    plain: TwoChats,
) -> None:
    """What they say in the group meanwhile counts them in no more."""
    await set_up(plain)
    await plain.say(WANG, GROUP, "@店小二 站会 退出")
    await plain.say(WANG, GROUP, "@店小二 今天")
    await plain.until(CLOSE)
    assert WANG not in asked(plain)
    assert LI in asked(plain)
    await plain.say(WANG, GROUP, "@店小二 站会 参加")
    assert "您会参加" in said(plain.last(WANG, DM))
    await plain.until(CLOSE + timedelta(days=1))
    assert WANG in asked(plain)


async def test_namesakes_are_told_apart_alone_with_the_bot() -> None:
    """By a button that types itself, or by its number; the words are kept."""
    twin = Worker("liwei0002", "李伟", "客服", email="liwei2@tea.example")
    async with (
        fresh_url("sqlite") as url,
        two_chats(url, EVENING, cards=False, mates=(twin,)) as chats,
    ):
        await chats.say(WANG, DM, "任务 新增 盘点 @李伟 明天")
        told = chats.last(WANG, DM)
        assert "您说的“李伟”是哪一位？" in said(told)
        (twins,) = [
            each["label"]
            for each in told["buttons"]
            if "liwei2@tea.example" in each["label"]
        ]
        await chats.press(WANG, twins, told)
        assert chats.read("liwei0002", DM, "盘点")
        await chats.say(WANG, DM, "任务 新增 装箱 @李伟 明天")
        number = 3 - int(twins[0])
        await chats.say(WANG, DM, str(number))
        assert chats.read(LI, DM, "装箱")
        assert not chats.read(LI, DM, "盘点")
