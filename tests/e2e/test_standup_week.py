"""A stand-up from week to week on two chats: its summary, its end, and its owner who
leaves.
"""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest

from tests.e2e.two_chats import (
    ANNA,
    CHEN,
    CLOSE,
    DM,
    GROUP,
    LI,
    MORNING,
    ROOM,
    SAM,
    WANG,
    TwoChats,
    fill,
    said,
    set_up,
    two_chats,
)

pytestmark = pytest.mark.heavy
FRIDAY = CLOSE + timedelta(days=3, minutes=1)
ON_MONDAY = datetime(2026, 6, 15, 1, 0, tzinfo=UTC)  # nine o'clock in Hangzhou


@pytest.fixture
async def chats() -> AsyncIterator[TwoChats]:
    """The company, early on a Tuesday in Berlin."""
    async with two_chats("sqlite+aiosqlite://", MORNING - timedelta(hours=2)) as chats:
        yield chats


async def test_a_room_hears_how_its_week_went_each_place_by_day(
    chats: TwoChats,
) -> None:
    """The channel at once; the group, where it is midnight, on Monday morning."""
    await set_up(chats)
    await chats.until(MORNING + timedelta(minutes=5))
    await fill(chats, LI, "填写", q1="盘点仓库")
    await chats.say(SAM, DM, "away monday to tuesday")
    await chats.until(FRIDAY)
    (told,) = chats.read(ANNA, ROOM, "week of Mon 8 Jun")
    assert "Answered 1 of 20 (5%)" in said(told)
    assert "Away next week Sam Taylor" in said(told)
    assert not chats.read(LI, GROUP, "一周")
    await chats.until(ON_MONDAY + timedelta(minutes=1))
    (there,) = chats.read(LI, GROUP, "6月8日周一起的一周")
    assert "参与率 20 次中 1 次（5%）" in said(there)
    assert "下周不在" in said(there)
    await chats.until(CLOSE + timedelta(days=7))
    assert len(chats.read(ANNA, ROOM, "week of")) == 1


async def test_a_stand_up_that_ends_asks_nobody_afterwards(chats: TwoChats) -> None:
    """As it was said in Chinese, and shown in both languages."""
    await chats.say(WANG, DM, "站会 新建 冲刺 9:30 每个工作日 到6月11日 给 @王芳 @李伟")
    made = said(chats.last(WANG, DM))
    assert "每个工作日，直到 6月11日周四" in made
    await chats.say(ANNA, DM, "standup show 冲刺")
    assert "every working day until Thu 11 Jun" in said(chats.last(ANNA, DM))
    await chats.until(MORNING + timedelta(days=9))
    prompts = [said(each) for each in chats.read(LI, DM, "📋 冲刺 ·")]
    assert len(prompts) == 3


async def test_whose_owner_leaves_either_chat_is_given_to_who_answers_for_it(
    chats: TwoChats,
) -> None:
    """Their manager on DingTalk, an admin on Slack: told once, in their language."""
    await set_up(chats)
    await chats.say(LI, DM, "站会 新建 仓库早会 9:30 工作日 给 @王芳 @李伟")
    await chats.say(SAM, DM, "standup new Launch at 9:30 on weekdays for @sam @anna")
    chats.simulator.dingtalk.happenings.person_leaves(LI)
    chats.simulator.slack.change_person(SAM, deleted=True)
    await chats.settle()
    await chats.until(MORNING + timedelta(days=1))
    (given,) = chats.read(CHEN, DM, "现在由您负责")
    assert "李伟 已离开，仓库早会 现在由您负责" in said(given)
    (owned,) = chats.read(ANNA, DM, "You now own")
    assert "You now own Launch , as Sam Taylor has left" in said(owned)
    async with chats.house.crew.world.store.reading() as db:
        owners = {each.name: each.owner_id for each in await db.standups.all()}
        active = [await db.people.get(owner) for owner in owners.values()]
    assert set(owners) == {"Daily", "Launch", "仓库早会"}
    assert all(person.active for person in active)
