"""A stand-up made in three steps, over the wires of both chats and on pages."""

from collections.abc import AsyncIterator

import pytest

from adapters.simulator.side import Press
from bot.model.standup import Standup
from tests.e2e.hands import well
from tests.e2e.two_chats import (
    ANNA,
    DM,
    MORNING,
    ROOM,
    WANG,
    TwoChats,
    said,
    two_chats,
)

pytestmark = pytest.mark.heavy


@pytest.fixture
async def chats() -> AsyncIterator[TwoChats]:
    """The company, with cards on DingTalk."""
    async with two_chats("sqlite+aiosqlite://", MORNING) as chats:
        yield chats


async def standups(chats: TwoChats) -> list[Standup]:
    """Every one there is."""
    async with chats.house.crew.world.store.reading() as db:
        return list(await db.standups.all())


def modal(chats: TwoChats) -> dict[str, object]:
    """What Anna's modal says, as text."""
    return dict(chats.view(ANNA)["modal"])


async def back(chats: TwoChats, **typed: str) -> None:
    """Anna presses Back in the modal, with this typed into it."""
    side = chats.simulator.side_of(ANNA)
    well(await side.press(ANNA, Press("Back", view="modal", values=typed)))
    await chats.settle()


async def test_three_steps_in_one_modal_make_a_stand_up(chats: TwoChats) -> None:
    """One view gives way to the next, and the last one closes."""
    await chats.say(ANNA, ROOM, "/crew standup new")
    first = modal(chats)
    assert "Step 1 of 3" in str(first)
    await chats.submit(ANNA, name="Retro of the shop", template="retro")
    second = modal(chats)
    assert "Step 2 of 3" in str(second)
    assert second["id"] == first["id"]
    await chats.submit(ANNA, at="11:00")
    third = modal(chats)
    assert "Step 3 of 3" in str(third)
    assert "Retro of the shop" in str(third)
    assert "What went well?" in str(third)
    await chats.submit(ANNA)
    assert not chats.view(ANNA)["modal"]
    (made,) = await standups(chats)
    assert (made.name, made.at.hour) == ("Retro of the shop", 11)
    assert made.questions[0].text == "What went well?"
    assert "is set up" in said(chats.last(ANNA, ROOM))


async def test_what_is_wrong_stands_beside_its_field_in_every_step(
    chats: TwoChats,
) -> None:
    """And the modal stays on that step."""
    await chats.say(ANNA, ROOM, "/crew standup new Daily at 9:30")
    await chats.say(ANNA, ROOM, "/crew standup new")
    side = chats.simulator.side_of(ANNA)
    wrong = await side.submit(ANNA, {"name": "Daily"})
    assert "is taken" in wrong["errors"]["name"]
    await chats.submit(ANNA, name="Late shift")
    wrong = await side.submit(ANNA, {"days": "funday", "close": "08:00"})
    assert set(wrong["errors"]) == {"days", "close"}
    assert "next day" in wrong["errors"]["close"]
    await chats.submit(ANNA, days="weekdays", close="08:00", close_day="next")
    many = "\n".join(f"Question {n}?" for n in range(50))
    wrong = await side.submit(ANNA, {"questions": many})
    assert "50 questions" in wrong["errors"]["questions"]
    assert len(await standups(chats)) == 1


async def test_back_loses_nothing_that_was_typed(chats: TwoChats) -> None:
    """Neither what was sent nor what was only typed."""
    await chats.say(ANNA, ROOM, "/crew standup new")
    await chats.submit(ANNA, name="Late shift")
    await back(chats, days="mon, wed")
    assert "Step 1 of 3" in str(modal(chats))
    assert "Late shift" in str(modal(chats))
    await chats.submit(ANNA, name="Early shift")
    assert "mon, wed" in str(modal(chats))
    await chats.submit(ANNA)
    await back(chats, questions="What is new?")
    await chats.submit(ANNA)
    assert "What is new?" in str(modal(chats))
    await chats.submit(ANNA)
    (made,) = await standups(chats)
    assert made.name == "Early shift"
    assert made.rule == "FREQ=WEEKLY;BYDAY=MO,WE"
    assert [each.text for each in made.questions] == ["What is new?"]


async def test_the_same_on_dingtalk(chats: TwoChats) -> None:
    """One card after the other, in Chinese."""
    await chats.say(WANG, DM, "站会 新建")
    assert "第 1 步，共 3 步" in said(chats.last(WANG, DM))
    await chats.submit(WANG, name="客服早会", template="handover")
    assert "第 2 步，共 3 步" in said(chats.last(WANG, DM))
    await chats.submit(WANG, at="08:30")
    third = said(chats.last(WANG, DM))
    assert "第 3 步，共 3 步" in third
    assert "下一班必须知道什么？" in third
    await chats.submit(WANG)
    (made,) = await standups(chats)
    assert (made.name, made.at.hour, made.questions[0].required) == (
        "客服早会",
        8,
        True,
    )
    assert "已建好" in said(chats.last(WANG, DM))


async def test_back_on_dingtalk_opens_the_step_before_with_what_was_said(
    chats: TwoChats,
) -> None:
    """A button of the card; what was typed stays in its own form."""
    await chats.say(WANG, DM, "站会 新建")
    await chats.submit(WANG, name="客服早会")
    await chats.press(WANG, "上一步", chats.last(WANG, DM))
    assert "第 1 步，共 3 步" in said(chats.last(WANG, DM))
    await chats.submit(WANG, name="客服晚会")
    await chats.submit(WANG)
    await chats.submit(WANG)
    (made,) = await standups(chats)
    assert made.name == "客服晚会"


async def test_what_is_wrong_on_dingtalk_is_told_in_the_card(chats: TwoChats) -> None:
    """In Chinese, with everything that was typed still in its form."""
    await chats.say(WANG, DM, "站会 新建 每日站会 9:30")
    await chats.say(WANG, DM, "站会 新建")
    await chats.submit(WANG, name="每日站会", place="没有这个群")
    notice = notice_of(chats)
    assert "名称“每日站会”已被使用" in notice
    assert "没有找到群“没有这个群”" in notice
    assert "每日站会" in open_form(chats)
    await chats.submit(WANG, name="晚班", place="")
    await chats.submit(WANG, at="22:00", close="01:00", days="周八")
    assert "截止 次日 01:00" in notice_of(chats)
    assert "没有看懂日子“周八”" in notice_of(chats)
    await chats.submit(WANG, days="周一", close_day="next")
    await chats.submit(WANG)
    made = {each.name: each for each in await standups(chats)}["晚班"]
    assert (made.closes_next, made.rule) == (True, "FREQ=WEEKLY;BYDAY=MO")


async def test_two_admins_on_two_chats_edit_at_once(chats: TwoChats) -> None:
    """The second one is told what changed, and keeps their own words."""
    await chats.say(WANG, DM, "站会 新建 每日站会 9:30 给 @王芳")
    await chats.say(WANG, DM, "站会 编辑 每日站会")
    await chats.press(WANG, "日子和时间", chats.last(WANG, DM))
    await chats.say(ANNA, ROOM, "/crew standup edit 每日站会")
    await chats.press(ANNA, "Days and times", chats.last(ANNA, ROOM))
    await chats.submit(ANNA, at="10:00")
    await chats.submit(WANG, at="11:00", close="15:00")
    told = said(chats.last(WANG, DM))
    assert "有人改过这个站会" in told
    assert "10:00" in told
    assert '"11:00"' in open_form(chats)
    (before,) = await standups(chats)
    assert before.at.hour == 10
    await chats.submit(WANG)
    (after,) = await standups(chats)
    assert (after.at.hour, str(after.close_at)) == (11, "15:00:00")


@pytest.mark.parametrize(
    ("who", "line", "part"),
    [
        (ANNA, "/crew standup new Late at 22:00 close 01:00", "close 01:00 next day"),
        (ANNA, "/crew standup new Late zone Belrin", "Europe/Berlin"),
        (ANNA, "/crew standup new Late in #nowhere", "“nowhere”"),
        (WANG, "站会 新建 晚班 22:00 截止 01:00", "截止 次日 01:00"),
        (WANG, "站会 新建 晚班 时区 上诲市", "上诲市"),
        (WANG, "站会 新建 晚班 在 #没有这个群", "“没有这个群”"),
    ],
)
async def test_a_wrong_line_is_answered_on_either_chat(
    chats: TwoChats, who: str, line: str, part: str
) -> None:
    """Exactly, and with the line itself."""
    await chats.say(who, DM, line)
    told = said(chats.last(who, DM))
    assert part in told
    assert line.removeprefix("/crew ").split()[2] in told
    assert await standups(chats) == []


def cards_of(chats: TwoChats) -> list[dict[str, str]]:
    """What 王芳's open forms show her, the oldest first."""
    found = chats.simulator.dingtalk.organization.cards.values()
    shown = [card.private[WANG] for card in found if WANG in card.private]
    return [each for each in shown if each.get("form_status") == "normal"]


def notice_of(chats: TwoChats) -> str:
    """What her newest form says is wrong."""
    return cards_of(chats)[-1]["notice"]


def open_form(chats: TwoChats) -> str:
    """What stands in her newest form."""
    return cards_of(chats)[-1]["form"]
