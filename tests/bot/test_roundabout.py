"""What people ask for in a roundabout way, in both languages."""

import pytest

from bot.model.task import TaskState
from tests.driver import a_team


@pytest.mark.parametrize(
    ("language", "typed", "said"),
    [
        ("en", "weekly report", "Which report"),
        ("en", "this week summary", "Which report"),
        ("zh", "周报", "想看哪份报告"),
        ("zh", "给我看周报", "想看哪份报告"),
        ("zh", "看看上周总结", "想看哪份报告"),
        ("en", "ask bo to count the stock", "Bo Lind"),
        ("zh", "让李伟去盘点库存", "李伟"),
        ("en", "rename Daily to Morning", "Morning"),
        ("zh", "把Daily改名为早会", "早会"),
        ("en", "i don't work on friday", "6 Mar"),
        ("zh", "把退货率设为3%", "退货率"),
    ],
)
async def test_it_is_understood(language: str, typed: str, said: str) -> None:
    """Said alone to the bot."""
    async with a_team() as team:
        anna = team.person("Anna Berger", admin=True, language=language)
        team.person("Bo Lind")
        team.person("李伟", platform="dingtalk", language="zh")
        await team.know_everyone()
        await anna.says("standup new Daily at 09:30 on weekdays in #general")
        seen = await anna.says(typed)
        assert seen is not None
        assert said in seen.text
        assert "do not know that" not in seen.text
        assert "没有这个命令" not in seen.text


@pytest.mark.parametrize(
    "typed", ["I finished T-1", "finished T-1", "T-1 finished", "I've completed T-1"]
)
async def test_what_is_finished_is_done(typed: str) -> None:
    """It is not only shown."""
    async with a_team() as team:
        anna = team.person("Anna Berger")
        await anna.says("task add count cups")
        await anna.says(typed)
        async with team.store.reading() as db:
            task = await db.tasks.numbered(1)
        assert task is not None
        assert task.state is TaskState.DONE


async def test_who_is_called_is_no_stand_up() -> None:
    """Nothing is renamed by words about a call."""
    async with a_team() as team:
        anna = team.person("Anna Berger", admin=True)
        await anna.says("standup new Daily at 09:30 on weekdays in #general")
        await anna.says("call Daily as usual")
        seen = await anna.says("standup list")
        assert seen is not None
        assert "Daily" in seen.text


@pytest.mark.parametrize(
    "typed", ["ask it to stop", "ask everyone to answer", "让客户等太久了"]
)
async def test_nobody_by_that_name_gets_a_task(typed: str) -> None:
    """Words that name nobody are no task."""
    async with a_team() as team:
        anna = team.person("Anna Berger")
        await team.know_everyone()
        await anna.says(typed)
        async with team.store.reading() as db:
            assert await db.tasks.numbered(1) is None
