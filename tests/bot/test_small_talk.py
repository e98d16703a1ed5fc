"""What is no command, or is said in a roundabout way, as people do in their first week:
it is answered kindly, does what was meant, and nothing that was not.
"""

from collections.abc import AsyncIterator

import pytest

from bot.phrases import (
    asks_plainly,
    asks_reminder,
    asks_roundabout,
    asks_whether,
    talks,
)
from tests.driver import Member, Team, a_team
from tests.fakes.chat import Seen


@pytest.fixture
async def team() -> AsyncIterator[Team]:
    """Anna on Slack, and 王芳 who reads Chinese on DingTalk; Bo has a task."""
    async with a_team() as made:
        made.person("Anna Berger")
        made.person("Bo Lin")
        made.person("王芳", language="zh", platform="dingtalk", zone="Asia/Shanghai")
        await made.know_everyone()
        await made.people["Anna Berger"].says("task add Print labels @Bo tomorrow")
        yield made


@pytest.fixture
def anna(team: Team) -> Member:
    """Who types."""
    return team.people["Anna Berger"]


@pytest.fixture
def wang(team: Team) -> Member:
    """Who types in Chinese."""
    return team.people["王芳"]


def text(seen: Seen | None) -> str:
    """What was said."""
    assert seen is not None
    return seen.text


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("yes", "talk nothing"),
        ("nope", "talk nothing"),
        ("嗯嗯", "talk nothing"),
        ("never mind", "talk stopped"),
        ("算了", "talk stopped"),
        ("are you there?", "talk hello"),
        ("你是机器人吗", "talk hello"),
        ("see you monday", "talk bye"),
        ("下班了", "talk bye"),
        ("🎉🎉", "talk joy"),
        ("哈哈哈", "talk joy"),
        ("this is not working", "talk sorry"),
        ("你好笨", "talk sorry"),
        ("no blockers", "talk good"),
        ("今天没有阻碍", "talk good"),
        ("wfh today", "talk there"),
        ("i'm running late 10 minutes", "talk there"),
        ("明天居家办公", "talk there"),
        ("我明天WFH", "talk there"),
        ("book a meeting room", "talk cannot"),
        ("tell me a joke", "talk cannot"),
        ("明天三点和王芳开会", "talk cannot"),
        ("the customer said yes", ""),
        ("stop the campaign on friday", ""),
        ("no parcels arrived today", ""),
        ("把会议纪要发给客户", ""),
        ("取消订单4711", ""),
    ],
)
def test_words_that_ask_for_nothing(typed: str, meant: str) -> None:
    """Only whole sentences are: a task that begins so is none."""
    assert talks(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("T-3 done?", "T-3"),
        ("task 3 finished?", "T-3"),
        ("is T-3 done", "T-3"),
        ("T-3做完了吗", "T-3"),
        ("任务3做完了没", "T-3"),
        ("完成T-3了吗", "T-3"),
        ("B-2解决了没有？", "B-2"),
        ("T-3 done", ""),
        ("T-3做完了", ""),
        ("把T-3关闭好吗", ""),
        ("T-3 done, can you tell Bo?", ""),
    ],
)
def test_a_question_whether_it_is_over(typed: str, meant: str) -> None:
    """It asks about that one, and closes nothing."""
    assert asks_whether(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("task 1 is urgent", "task priority 1 urgent"),
        ("set task 1 to high priority", "task priority 1 high"),
        ("把任务1设为高优先级", "task priority 1 高"),
        ("任务1很急", "task priority 1 urgent"),
        ("add a comment to T-1: waiting", "task comment T-1 waiting"),
        ("给T-1加个评论：等纸", "task comment T-1 等纸"),
        ("T-1推到下周", "task due T-1 下周"),
        ("每周一重复T-1", "task repeat T-1 每周一"),
        ("how do I delete a task?", "help task"),
        ("怎么删除任务", "help 任务"),
        ("怎么改时区", "settings"),
        ("怎么请假", "help away"),
        ("what time is it?", "team show me"),
        ("现在几点", "team show me"),
        ("create a project for singles day", "project new singles day"),
        ("建一个双十一项目", "project new 双十一"),
        ("kudos to bo for the labels", "kudos bo for the labels"),
        ("给王芳点赞", "kudos 王芳"),
        ("who is in today?", "away who today"),
        ("forward F-1 to bo", "feedback assign F-1 bo"),
        ("把F-1转给王芳", "feedback assign F-1 王芳"),
        ("关闭反馈1", "feedback close 1"),
        ("加个风险 供应商可能倒闭", "risk add 供应商可能倒闭"),
        ("取消T-1的提醒", "task show T-1"),
        ("cancel the reminder for T-1", "task show T-1"),
        ("别再提醒我T-1", "task show T-1"),
        ("我要加入站会", "standup join"),
        ("i want to join the standup", "standup join"),
        ("我退出站会", "standup leave"),
        ("今天跳过站会", "standup skip"),
        ("老板是谁", "team"),
        ("assign T-1 to me please", "task assign T-1 me"),
        ("T-1 needs to be done by wednesday", "task due T-1 wednesday"),
        ("stop the standup", "standup archive"),
        ("how do I create a measure", ""),
        ("great job team", ""),
    ],
)
def test_what_begins_like_another_command(typed: str, meant: str) -> None:
    """It is what it says."""
    assert asks_plainly(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("i have a question", "help"),
        ("我有个问题", "help"),
        ("anything for me?", "today"),
        ("有我的事吗", "today"),
        ("my task list", "task list"),
        ("who is working on what?", "task list all"),
        ("大家都在做什么", "task list all"),
        ("is bo here today?", "team show bo"),
        ("do we have standup tomorrow?", "standup list"),
        ("明天有站会吗", "standup list"),
        ("i cant come to standup", "standup skip"),
        ("what are our goals?", "measure list"),
        ("定个目标 这季度卖500个茶壶", "measure new"),
        ("make me admin", "team admins"),
        ("how many tasks do i have?", "task list"),
        ("which tasks are blocked?", "task list blocked"),
        ("phone number of bo", "team show bo"),
        ("is anyone sick today?", "away who today"),
        ("thank bo for the help with returns", "kudos bo for the help with returns"),
        ("speak german please", "settings language german"),
        ("my kid is sick i stay home today", "away today"),
        ("孩子生病了今天在家", "away 今天"),
        ("我想请周五的假", "away 周五"),
        ("明天休息一天", "away 明天"),
        ("is it here?", ""),
        ("is anybody in today?", ""),
    ],
)
def test_what_is_asked_in_a_roundabout_way(typed: str, meant: str) -> None:
    """The command that answers it."""
    assert asks_roundabout(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("remind me at 4 to check the oven", "task add check the oven at 16:00"),
        ("remind me at 9 to check the oven", "task add check the oven at 9:00"),
        ("remind me at 16 to check it", "task add check it at 16:00"),
        ("remind me at 4pm to check it", "task add check it at 4pm"),
        ("三点叫我喝水", "任务 新增 喝水 截止:三点"),
        ("叫我小王", ""),
    ],
)
def test_a_bare_hour_is_a_time(typed: str, meant: str) -> None:
    """Who says four means the afternoon."""
    assert asks_reminder(typed) == meant


async def test_a_question_closes_nothing(anna: Member, wang: Member) -> None:
    """It is shown as it stands."""
    assert "⬜ T-1" in text(await anna.says("T-1 done?"))
    await wang.says("任务 新增 打包")
    for asked in ("T-2做完了吗", "完成T-2了吗", "T-2搞定没有"):
        assert "⬜ T-2" in text(await wang.says(asked))


async def test_nothing_is_done_by_small_talk(team: Team, anna: Member) -> None:
    """A kind line each, in both languages."""
    assert "no open question" in text(await anna.says("yes"))
    assert "Nothing was changed" in text(await anna.says("never mind"))
    assert "See you" in text(await anna.says("good night"))
    told = text(await anna.says("book a meeting room"))
    assert "task add book the meeting room" in told
    wang = team.people["王芳"]
    assert "没有等您回答" in text(await wang.says("是"))
    assert "做不了" in text(await wang.says("讲个笑话"))
    assert "不用改什么" in text(await wang.says("今天在家办公"))


async def test_a_reminder_at_a_bare_hour_rings(team: Team, anna: Member) -> None:
    """At eight in the morning, four is in the afternoon."""
    told = text(await anna.says("remind me at 4 to check the oven"))
    assert "due Mon 2 Mar 16:00" in told


async def test_traditional_letters_are_understood_and_kept(wang: Member) -> None:
    """The words they mean are ours, what they say stays as it was typed."""
    assert "打印標籤" in text(await wang.says("幫我新增任務 打印標籤"))
    assert "今天" in text(await wang.says("請問今天有什麼任務"))
    assert "不客气" in text(await wang.says("謝謝"))
    assert "不打扰您" in text(await wang.says("開啟勿擾模式"))


async def test_what_is_far_from_any_command_names_none(anna: Member) -> None:
    """ "every monday count the stock" is nothing like "delivery failed"."""
    for typed in ("every monday count the stock", "start the campaign", "send me it"):
        assert "closest" not in text(await anna.says(typed))
    assert "task list" in text(await anna.says("taks lst"))
