"""Commands typed while a stand-up's question waits for words, on both platforms."""

from collections.abc import AsyncIterator

import pytest

from bot.commands import COMMANDS
from bot.ports import Abilities
from tests.bot.rituals.standups import NINE_THIRTY, daily, prompt, sent
from tests.driver import Member, Team, a_team


@pytest.fixture
async def team() -> AsyncIterator[Team]:
    """Anna on Slack and Bo on DingTalk with everything the bot can."""
    async with a_team(commands=COMMANDS) as made:
        made.person("Anna Berger")
        bo = made.person("Bo Lin", language="zh", platform="dingtalk")
        async with made.store() as db:
            await db.people.connect(bo.ref.platform, bo.ref.tenant, "Tea")
            await db.commit()
        await made.know_everyone()
        yield made


@pytest.fixture
async def asked(team: Team, anna: Member) -> Member:
    """Anna, whose first question is open in the chat."""
    await daily(anna, "for everyone in #general")
    await team.until(NINE_THIRTY)
    await anna.presses("Answer here", prompt(anna))
    return anna


def said(who: Member) -> str:
    """What they were told last."""
    seen = who.last()
    assert seen is not None
    return seen.text


ASIDES = [
    ("task list", "Nothing"), ("task list mine", "Nothing"),
    ("TASK LIST", "Nothing"), ("standup list", "Daily"), ("help", "what I can do"),
    ("help task", "task"), ("task add Check the prices", "T-1"),
    ("standup show Daily", "Owner"), ("任务 列表", "Nothing"),
    ("帮助", "what I can do"),
    ("站会 查看 Daily", "Owner"), ("任务列表", "Nothing"), ("standup show #1", "Owner"),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "part"), ASIDES)
async def test_a_whole_command_is_run_and_the_question_stays(
    team: Team, asked: Member, typed: str, part: str
) -> None:
    """It is repeated shortly, with how to type what looks like a command."""
    await asked.says(typed)
    shown = said(asked)
    assert "Still open: “Yesterday”" in shown
    assert "in quotes" in shown
    await asked.says("packed the cups")
    assert "question 2 of 3" in said(asked)
    await asked.says("-")
    await asked.says("-")
    (answer,) = sent(team, ":answer:")
    assert "packed the cups" in answer.text
    assert typed not in answer.text


ANSWERS = [
    "task list is done", "Task done", "task done and shipped", "today", "back", "T-12",
    "help the warehouse", "帮助仓库盘点", "任务列表已经整理完", "请假的人太多", "今天",
    "task T-12 done", "standup notes for Daily", "report", "away on friday", "link",
    "站会准备", "我的任务是盘点", "settings page for the shop", "blocked", "hello",
]  # fmt: skip


@pytest.mark.parametrize("typed", ANSWERS)
async def test_a_doubtful_one_is_the_answer(
    team: Team, asked: Member, typed: str
) -> None:
    """A sentence that merely begins like a command."""
    await asked.says(typed)
    assert "question 2 of 3" in said(asked)
    await asked.says("-")
    await asked.says("-")
    (answer,) = sent(team, ":answer:")
    assert typed in answer.text


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ('"task list"', "task list"),
        ("“任务 列表”", "任务 列表"),
        ("「帮助」", "帮助"),
        ('"well said"', '"well said"'),
    ],
)
async def test_quotes_make_it_the_answer(
    team: Team, asked: Member, typed: str, kept: str
) -> None:
    """They are left out where they only said so; other quotes are the person's own."""
    for words in (typed, "-", "-"):
        await asked.says(words)
    (answer,) = sent(team, ":answer:")
    assert answer.text.splitlines()[2] == kept


@pytest.mark.parametrize(
    "words", ["standup skip", "站会 跳过", "站会跳过", "standup skip Daily"]
)
async def test_a_skip_is_no_answer(team: Team, asked: Member, words: str) -> None:
    """The questions end with it."""
    await asked.says(words)
    assert "Skipped for today" in prompt(asked).text
    assert not sent(team, ":answer:")


@pytest.mark.parametrize("word", ["stop", "停止"])
async def test_stop_ends_the_questions(asked: Member, word: str) -> None:
    """In either language."""
    await asked.says(word)
    assert "Stopped" in said(asked)


async def test_a_number_of_one_thing_is_done_in_passing(
    team: Team, asked: Member
) -> None:
    """`task done T-1` has its whole shape; with more words it is the answer."""
    await asked.says("task add Check the prices")
    await asked.says("task done T-1")
    assert "Still open" in said(asked)
    await asked.says("task show T-1")
    assert "State: Done" in said(asked)


async def test_on_dingtalk_a_command_in_chinese_is_run(team: Team) -> None:
    """任务 列表 and 帮助 are shown, and the question comes again."""
    bo = team.people["Bo Lin"]
    await daily(team.people["Anna Berger"], "for everyone in #general")
    await team.until(NINE_THIRTY)
    await bo.presses("在这里回答")
    for words in ("任务 列表", "帮助", "站会 列表"):
        await bo.says(words)
        assert "还在等您回答" in said(bo)
        assert "“任务 列表”" in said(bo)
    await bo.says("任务列表整理完了")
    assert "第 2 题" in said(bo)


async def test_questions_that_give_way_to_others_keep_what_was_said(
    team: Team, asked: Member
) -> None:
    """Another form question by question: the first ones open again as they were."""
    await asked.says("packed the cups")
    team.chat.abilities["slack"] = Abilities(threads=False, edits=False, forms=False)
    await asked.says("settings")
    assert "Today" not in said(asked)
    await asked.says("stop")
    await asked.says("standup fill")
    assert "packed the cups" in said(asked)
