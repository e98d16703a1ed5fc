"""Taking back what one did last, in whatever words."""

from collections.abc import AsyncIterator

import pytest

from bot.phrases import asks_undo
from tests.driver import Member, Team, a_team
from tests.fakes.chat import Seen


@pytest.fixture
async def team() -> AsyncIterator[Team]:
    """Anna, and Bo who is on DingTalk and reads Chinese."""
    async with a_team() as made:
        made.place("#shop")
        made.person("Anna Berger")
        made.person("Bo Lin", language="zh", platform="dingtalk")
        await made.know_everyone()
        yield made


@pytest.fixture
def anna(team: Team) -> Member:
    """Who slips."""
    return team.people["Anna Berger"]


def text(seen: Seen | None) -> str:
    """What was said."""
    assert seen is not None
    return seen.text


@pytest.mark.parametrize(
    "typed",
    [
        "undo", "Undo that", "undo my last action", "please undo that",
        "take that back", "oops", "oops, that was wrong", "that was a mistake",
        "I didn't mean to do that", "撤销", "撤回刚才", "撤销上一步", "刚才弄错了",
        "点错了", "哎呀，我弄错了",
    ],
)  # fmt: skip
def test_it_is_said_so(typed: str) -> None:
    """Each means the last step."""
    assert asks_undo(typed) == "undo"


@pytest.mark.parametrize(
    "typed",
    ["undo the packaging change by friday", "that was great", "这个任务弄错了谁负责"],
)
def test_other_words_are_none(typed: str) -> None:
    """A task is not an undo."""
    assert asks_undo(typed) == ""


@pytest.mark.parametrize(
    ("done", "back"),
    [
        ("done T-1", "⬜ T-1 Labels"),
        ("I'm sick tomorrow", "You are not away on Tue 3 Mar after all"),
        ("no standup on friday", "Daily asks on Fri 6 Mar after all"),
        ("kudos @Bo for the great help with the labels", "was taken back"),
        ("risk close 1 because it is over now", "R-1"),
    ],
)
async def test_what_offers_undo_is_taken_back(
    anna: Member, done: str, back: str
) -> None:
    """Once: then there is nothing of it any more."""
    await anna.says("standup new Daily at 09:30 for @Anna")
    await anna.says("risk add the supplier may be late")
    await anna.says("task add Labels")
    await anna.says(done)
    assert back in text(await anna.says("undo that"))
    assert "nothing of the last hour" in text(await anna.says("undo"))


async def test_a_button_pressed_is_taken_back(anna: Member) -> None:
    """Also where its card changed without an answer."""
    await anna.says("task add Labels")
    await anna.presses("Done")
    assert "⬜ T-1 Labels" in text(await anna.says("undo"))


async def test_what_offers_none_is_named(team: Team, anna: Member) -> None:
    """With what ends it, or where it is changed; of an hour ago nothing is said."""
    await anna.says("task add Labels")
    made = text(await anna.says("undo"))
    assert "made this: “⬜ T-1 Labels”" in made
    assert "task drop 1" in made
    await anna.says("T-1 due friday")
    assert "task show 1" in text(await anna.says("undo that"))
    await team.waits(hours=2)
    assert "nothing of the last hour" in text(await anna.says("undo"))


async def test_looking_at_something_in_between_changes_nothing(anna: Member) -> None:
    """What was done last is still what was done last; others' steps are not mine."""
    await anna.says("task add Labels")
    await anna.says("done T-1")
    await anna.says("task list")
    await anna.says("what is due today?")
    assert "⬜ T-1 Labels" in text(await anna.says("undo"))


async def test_with_a_number_it_is_that_task(anna: Member) -> None:
    """As it always was."""
    await anna.says("task add Labels")
    await anna.says("done T-1")
    await anna.says("task add Boxes")
    assert "⬜ T-1 Labels" in text(await anna.says("undo T-1"))


async def test_on_dingtalk_in_chinese(team: Team) -> None:
    """The same."""
    bo = team.people["Bo Lin"]
    await bo.says("任务 新增 打包")
    await bo.says("完成 T-1")
    assert "⬜ T-1 打包" in text(await bo.says("撤回刚才"))
    assert "没有我能替您撤销" in text(await bo.says("撤销"))
    await bo.says("我明天请假")
    assert "已取消" in text(await bo.says("刚才弄错了"))
