"""Who was meant: asked once, and what was typed goes on from there."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot.events import Commanded, Pressed
from tests.driver import Member, Team, a_team


async def namesakes(team: Team, platform: str, name: str) -> tuple[Member, ...]:
    """王芳, and two of one name: one in the warehouse, one in customer service."""
    asker = team.person("王芳", platform=platform, language="zh")
    people = []
    for department in ("仓库部", "客服部"):
        key = name if name not in team.people else f"{name} ({platform})"
        one = team.person(
            name,
            platform=platform,
            language="zh",
            email=f"{department[:2]}@tea.example",
        )
        team.people[key] = one
        profile = team.chat.profiles[one.ref]
        team.chat.profiles[one.ref] = replace(profile, departments=(department,))
        people.append(one)
    await team.know_everyone()
    return (asker, *people)


@pytest.fixture
async def team() -> AsyncIterator[Team]:
    """A team with a group on DingTalk."""
    async with a_team() as team:
        team.place("#group", platform="dingtalk")
        yield team


async def test_a_namesake_is_chosen_by_a_button_and_the_task_is_made(
    team: Team,
) -> None:
    """Nothing has to be typed again."""
    wang, one, two = await namesakes(team, "dingtalk", "李伟")
    await wang.says("任务 新增 盘点 @李伟 明天")
    asked = wang.last()
    assert asked
    assert "您说的“李伟”是哪一位？" in asked.text
    assert list(asked.buttons) == ["1 李伟（仓库）", "2 李伟（客服）"]
    await wang.presses("2 李伟（客服）", asked)
    assert "T-1" in wang.sees()[-1].text
    assert "盘点" in two.inbox[-1].text
    assert not one.inbox


async def test_a_namesake_is_chosen_by_a_number(team: Team) -> None:
    """Soon after the question; later a number is a task again."""
    wang, one, _ = await namesakes(team, "dingtalk", "李伟")
    await wang.says("任务 新增 盘点 @李伟 明天")
    await wang.says("1")
    assert "盘点" in one.inbox[-1].text
    await wang.says("任务 新增 装箱 @李伟 明天")
    await team.waits(minutes=10)
    told = await wang.says("2")
    assert told
    assert "T-2" in told.text
    assert len(one.inbox) == 1


async def test_a_choice_counts_once(team: Team) -> None:
    """The second press is told that the question is over."""
    wang, one, _ = await namesakes(team, "dingtalk", "李伟")
    await wang.says("任务 新增 盘点 @李伟 明天")
    asked = wang.last()
    await wang.presses("1 李伟（仓库）", asked)
    await wang.presses("1 李伟（仓库）", asked)
    assert "重新输入" in wang.sees()[-1].text
    assert len(one.inbox) == 1


async def test_what_was_typed_in_a_group_goes_on_in_the_group(team: Team) -> None:
    """Only who typed it is asked."""
    wang, one, two = await namesakes(team, "slack", "Li Wei")
    event = Commanded(
        **wang._event(),
        where=team.places["#general"],
        text="任务 新增 盘点 @LiWei 明天",
    )
    await team.receive(event)
    asked = wang.last()
    assert asked
    assert asked.only == wang.ref
    await wang.presses("1 Li Wei（仓库）", asked)
    shown = two.last("#general")
    assert shown
    assert "T-1" in shown.text
    assert "盘点" in one.inbox[-1].text


async def test_two_unclear_names_are_asked_for_one_after_the_other(
    team: Team,
) -> None:
    """The first answer is kept for the second question."""
    wang, one, two = await namesakes(team, "dingtalk", "李伟")
    for department in ("财务部", "市场部"):
        key = "赵磊" if department == "财务部" else "赵磊 (dingtalk)"
        zhao = team.person("赵磊", platform="dingtalk", language="zh")
        team.people[key] = zhao
        profile = team.chat.profiles[zhao.ref]
        team.chat.profiles[zhao.ref] = replace(profile, departments=(department,))
    await team.know_everyone()
    await wang.says("任务 新增 盘点 @李伟 抄送 @赵磊 明天")
    await wang.presses("2 李伟（客服）")
    await wang.presses("1 赵磊（财务）")
    assert "盘点" in two.inbox[-1].text
    assert "盘点" in team.people["赵磊"].inbox[-1].text
    assert not one.inbox


async def test_two_nicknames_are_told_apart_by_who_was_called(team: Team) -> None:
    """DingTalk tells who was called, not by which of the names."""
    wang, one, two = await namesakes(team, "dingtalk", "李伟")
    event = Commanded(
        **wang._event(),
        where=team.places["#group"],
        text="任务 新增 盘点 @小李 cc @老李 明天",
        mentions=(one.ref, two.ref),
    )
    await team.receive(event)
    asked = wang.last()
    assert asked
    assert "您说的“小李”是哪一位？" in asked.text
    await wang.presses("2 李伟（客服）", asked)
    shown = wang.last("#group")
    assert shown
    assert "T-1" in shown.text
    assert "盘点" in two.inbox[-1].text


async def test_what_goes_wrong_after_the_choice_shows_what_was_typed(
    team: Team,
) -> None:
    """And may be chosen again."""
    wang, *_ = await namesakes(team, "dingtalk", "李伟")
    await wang.says("任务 转交 99 @李伟")
    told = wang.sees()[-1]
    if told.buttons:
        await wang.presses("1 李伟（仓库）", told)
    assert "任务 转交 99 @李伟" in wang.sees()[-1].text


async def test_a_namesake_is_named_with_the_department_in_a_form(
    team: Team,
) -> None:
    """Where names are typed into a field; what is wrong says how."""
    wang, one, two = await namesakes(team, "dingtalk", "李伟")
    await team.receive(Pressed(**wang._event(), where=wang.dm, action="task.new"))
    wrong = await wang.fills(title="盘点", owner="李伟")
    assert "李伟（仓库）和李伟（客服）" in wrong["owner"]
    assert not await wang.fills(title="盘点", owner="李伟（客服）")
    assert "盘点" in two.inbox[-1].text
    assert not one.inbox
