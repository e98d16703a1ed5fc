"""Tasks in DingTalk's own list: shown once, changed with them, ticked off there."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.errors import Rejected, Unreachable
from bot.model.budget import QUOTA, Mode, Quota
from bot.model.task import Task, TaskState
from bot.ports.todo import Urgency
from bot.rituals.delivery.budget import set_quota
from tests.databases import KINDS, Kind
from tests.driver import MONDAY, Member, Team, a_team
from tests.fakes.todo import FakeTodos


@pytest.fixture
def todos() -> FakeTodos:
    """Everybody's list."""
    return FakeTodos()


@pytest.fixture(params=KINDS)
async def team(request: pytest.FixtureRequest, todos: FakeTodos) -> AsyncIterator[Team]:
    """Grace on Slack, 陈雅 and 李伟 on DingTalk, where tasks show in lists."""
    kind: Kind = request.param
    async with a_team(kind, todos={"dingtalk": todos}) as made:
        made.person("Grace Chen")
        for name in ("陈雅", "李伟"):
            made.person(name, language="zh", zone="Asia/Shanghai", platform="dingtalk")
        await made.know_everyone()
        await switch(made, on=True)
        yield made


async def switch(team: Team, *, on: bool) -> None:
    """What the owner set."""
    async with team.store() as db:
        await db.mirrors.switch("dingtalk", "D1", on=on)
        await db.commit()


@pytest.fixture
def ya(team: Team) -> Member:
    """On DingTalk."""
    return team.people["陈雅"]


@pytest.fixture
def li(team: Team) -> Member:
    """On DingTalk too."""
    return team.people["李伟"]


def reads(todos: FakeTodos, member: Member) -> list[tuple[str, bool]]:
    """What somebody's list says."""
    return [(each.todo.subject, each.done) for each in todos.list_of(member.ref)]


async def task(team: Team, number: int = 1) -> Task:
    """A task by its number."""
    async with team.store() as db:
        found = await db.tasks.numbered(number)
    assert found
    return found


async def test_a_task_shows_in_its_owners_list(
    team: Team, todos: FakeTodos, ya: Member
) -> None:
    """With its number, its due date and how urgent it is."""
    await ya.says("任务 新增 检查包装 3月6日 17:00 !高")
    (entry,) = todos.list_of(ya.ref)
    assert entry.todo.subject == "T-1 检查包装"
    assert entry.todo.due == datetime.fromisoformat("2026-03-06T17:00+08:00")
    assert entry.todo.urgency is Urgency.HIGH
    assert todos.calls == ["add"]


async def test_whose_list_we_may_not_write_to_costs_nothing(
    team: Team, todos: FakeTodos, ya: Member
) -> None:
    """Slack has no such list, and DingTalk's is off unless the owner wants it."""
    await team.people["Grace Chen"].says("task add Check prices")
    await switch(team, on=False)
    await ya.says("任务 新增 检查包装")
    assert todos.calls == []


async def test_changes_follow(team: Team, todos: FakeTodos, ya: Member) -> None:
    """What a list does not show costs nothing."""
    await ya.says("任务 新增 检查包装")
    await ya.says("任务 改名 1 到 检查所有包装")
    await ya.says("任务 开始 1")
    assert reads(todos, ya) == [("T-1 检查所有包装", False)]
    assert todos.calls == ["add", "change"]


async def test_another_owner_is_another_list(
    team: Team, todos: FakeTodos, ya: Member, li: Member
) -> None:
    """And back again, although a name is taken for ever."""
    await ya.says("任务 新增 检查包装")
    await ya.says("任务 转交 1 @李伟")
    assert reads(todos, ya) == []
    assert reads(todos, li) == [("T-1 检查包装", False)]
    await li.says("任务 转交 1 @陈雅")
    assert reads(todos, ya) == [("T-1 检查包装", False)]
    assert reads(todos, li) == []


async def test_done_here_is_done_there(
    team: Team, todos: FakeTodos, ya: Member
) -> None:
    """And open again after an undo; what will not be done goes."""
    await ya.says("任务 新增 检查包装")
    await ya.says("完成 1")
    assert reads(todos, ya) == [("T-1 检查包装", True)]
    await ya.says("任务 撤销 1")
    assert reads(todos, ya) == [("T-1 检查包装", False)]
    await ya.says("任务 取消 1 不需要了")
    assert reads(todos, ya) == []


async def test_done_there_is_done_here(
    team: Team, todos: FakeTodos, ya: Member
) -> None:
    """Half an hour later at most while the person is about; its history says where."""
    await ya.says("任务 新增 检查包装")
    todos.tick(ya.ref)
    await team.waits(minutes=31)
    closed = await task(team)
    assert closed.state is TaskState.DONE
    assert closed.closed_by == closed.owner_id
    await ya.says("任务 查看 1")
    seen = ya.last()
    assert seen
    assert "在钉钉待办中勾选了完成" in seen.text
    assert todos.calls == ["add", "ticked"]


async def test_who_asked_for_it_hears_that_it_is_done(
    team: Team, todos: FakeTodos, ya: Member, li: Member
) -> None:
    """As of any task that is done."""
    await li.says("任务 新增 检查包装 @陈雅")
    todos.tick(ya.ref)
    await team.waits(minutes=31)
    assert any("已完成" in one.text or "完成了" in one.text for one in li.inbox)


async def test_open_sub_tasks_are_asked_about(
    team: Team, todos: FakeTodos, ya: Member
) -> None:
    """As when it is done here."""
    await ya.says("任务 新增 检查包装")
    await ya.says("任务 拆分 1 量尺寸; 拍照")
    todos.entries[next(iter(todos.entries))].done = True
    await team.waits(minutes=31)
    assert (await task(team)).state is not TaskState.DONE
    (asked,) = [one for one in ya.inbox if ":ticked:" in one.key]
    await ya.presses(asked.controls[0].label, asked)
    assert (await task(team)).state is TaskState.DONE


async def test_what_was_thrown_away_there_is_left_alone(
    team: Team, todos: FakeTodos, ya: Member
) -> None:
    """The task lives on, and does not come back to the list."""
    await ya.says("任务 新增 检查包装")
    todos.entries.clear()
    await team.waits(minutes=31)
    await ya.says("任务 改名 1 到 检查所有包装")
    assert todos.list_of(ya.ref) == []
    assert (await task(team)).state is TaskState.OPEN
    await ya.says("任务 新增 拍照")
    todos.entries.clear()
    await ya.says("完成 2")
    assert todos.list_of(ya.ref) == []


async def test_a_lost_answer_makes_no_second_entry(
    team: Team, todos: FakeTodos, ya: Member
) -> None:
    """The same name is the same entry."""
    todos.broken.append(Unreachable("not_connected"))
    todos.lost.append(Unreachable("timeout"))
    await ya.says("任务 新增 检查包装")
    assert todos.calls == ["add"]
    await team.waits(minutes=25)
    assert todos.calls == ["add"] * 3
    assert len(todos.entries) == 1


async def test_a_refusal_waits_for_the_next_change_and_a_used_up_month_for_the_next(
    team: Team, todos: FakeTodos, ya: Member
) -> None:
    """Nothing is asked again and again."""
    todos.broken.append(Rejected("no_permission"))
    await ya.says("任务 新增 检查包装")
    await team.waits(hours=1)
    assert todos.calls == ["add"]
    todos.broken.append(Rejected(QUOTA))
    await ya.says("任务 改名 1 到 检查所有包装")
    await team.waits(days=2)
    assert todos.calls == ["add"] * 2
    await team.until(datetime.fromisoformat("2026-04-01T10:00+08:00"))
    assert reads(todos, ya) == [("T-1 检查所有包装", False)]


async def test_an_entry_that_cannot_be_named_again_is_left_alone(
    team: Team, todos: FakeTodos, ya: Member
) -> None:
    """It may be in somebody's list, or thrown away."""
    todos.lost.append(Unreachable("timeout"))
    await ya.says("任务 新增 检查包装")
    todos.gone.update(todos.entries)
    await team.waits(minutes=11)
    await ya.says("完成 1")
    assert todos.calls == ["add", "add"]


async def looks(team: Team, todos: FakeTodos, **time: float) -> int:
    """How often lists were looked at in that time."""
    before = todos.calls.count("ticked")
    await team.waits(**time)
    return todos.calls.count("ticked") - before


async def test_lists_are_looked_at_in_working_hours(
    team: Team, todos: FakeTodos, ya: Member
) -> None:
    """Every half hour where there is no quota; three o'clock to six, then tomorrow."""
    await ya.says("任务 新增 检查包装")
    assert await looks(team, todos, hours=3, minutes=10) == 5
    assert await looks(team, todos, hours=14) == 0
    assert await looks(team, todos, hours=1) > 0


async def test_a_small_quota_is_looked_after(
    team: Team, todos: FakeTodos, ya: Member
) -> None:
    """Seldom; and not at all while the bot saves."""
    async with team.store() as db:
        await set_quota(db, "dingtalk", "D1", Quota(calls=440))
        await db.commit()
    team.clock.set(MONDAY + timedelta(hours=18))
    await ya.says("任务 新增 检查包装")
    assert await looks(team, todos, hours=8, minutes=30) in (1, 2, 3)
    async with team.store() as db:
        (budget,) = await db.usage.budgets()
        await db.usage.save(replace(budget, mode=Mode.ON))
        await db.commit()
    assert await looks(team, todos, days=2) == 0


async def test_a_look_that_fails_comes_again(
    team: Team, todos: FakeTodos, ya: Member
) -> None:
    """Half an hour later; a refusal a day later."""
    await ya.says("任务 新增 检查包装")
    todos.broken.append(Unreachable("timeout"))
    todos.tick(ya.ref)
    await team.waits(minutes=65)
    assert (await task(team)).state is TaskState.DONE
    await ya.says("任务 新增 拍照")
    todos.broken.append(Rejected("no_permission"))
    assert await looks(team, todos, hours=20) == 1
