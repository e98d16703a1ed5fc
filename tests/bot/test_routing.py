"""What is said to words that are no command, in the reader's own words."""

import pytest

from tests.driver import a_team


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("tsk add Check prices", "/crew task add"),
        ("task blok 6 waiting", "/crew task block"),
        ("task dnoe 3", "/crew task done"),
        ("standup lst", "/crew standup list"),
        ("hlep", "/crew help"),
        ("seting", "/crew settings"),
        ("任务 完咸 3", "/crew task done"),
    ],
)
async def test_a_slip_names_the_command_that_was_meant(typed: str, meant: str) -> None:
    """With everything that was typed, and the closest command to try."""
    async with a_team() as team:
        anna = team.person("Anna Berger")
        seen = await anna.says(typed, "#general")
        assert seen is not None
        assert meant in seen.text
        assert typed in seen.text
        assert seen.only == anna.ref


async def test_words_after_task_may_have_been_meant_as_a_task() -> None:
    """`task Buy milk` is offered as `task add Buy milk`, nothing else."""
    async with a_team() as team:
        anna = team.person("Anna Berger")
        seen = await anna.says("task Buy oat milk for the office", "#general")
        assert seen is not None
        assert "/crew task add Buy oat milk for the office" in seen.text


async def test_what_to_type_is_said_in_the_readers_words() -> None:
    """A Chinese reader is told Chinese commands."""
    async with a_team() as team:
        wang = team.person("王芳", zone="Asia/Shanghai", language="zh")
        slip = await wang.says("任务 完咸 3")
        unknown = await wang.says("完成 99")
        assert slip is not None
        assert unknown is not None
        assert "/crew 任务 完成" in slip.text
        assert "/crew 任务 列表" in unknown.text


async def test_nothing_typed_means_today() -> None:
    """A bare command does the most likely useful thing."""
    async with a_team() as team:
        anna = team.person("Anna Berger")
        seen = await anna.says("  ", "#general")
        assert seen is not None
        assert "Today, Anna Berger" in seen.text


@pytest.mark.parametrize("typed", ["/crew help", "／crew help", "crew help", "/help"])
async def test_the_commands_own_word_may_be_typed_anywhere(typed: str) -> None:
    """A leading /crew, slash or full-width slash is accepted in plain words too."""
    async with a_team() as team:
        anna = team.person("Anna Berger")
        seen = await anna.says(typed)
        assert seen is not None
        assert "what I can do" in seen.text


async def test_a_short_number_alone_is_looked_at() -> None:
    """`T-1` shows the task (PEERS F24); a letter that means nothing is no command."""
    async with a_team() as team:
        anna = team.person("Anna Berger")
        await anna.says("task add Check banner prices", "#general")
        shown, unknown = await anna.says("t-1"), await anna.says("X-1")
        assert shown is not None
        assert unknown is not None
        assert "Check banner prices" in shown.text
        assert "do not know that command" in unknown.text


@pytest.mark.parametrize(
    "typed",
    [
        "@店小二 任务 列表",
        "@店小二任务 列表",
        "＠店小二，任务 列表",
        "@Shopcrew task list",
        "@shopcrew /crew task list",
        "@Shopcrew: task list",
    ],
)
@pytest.mark.parametrize("platform", ["slack", "dingtalk"])
async def test_the_bots_own_name_in_front_is_no_part_of_it(
    typed: str, platform: str
) -> None:
    """Alone with it nobody needs to call it, and many do."""
    async with a_team() as team:
        anna = team.person("Anna Berger", platform=platform)
        seen = await anna.says(typed)
        assert seen is not None
        assert "I do not know" not in seen.text
        assert "Nothing" in seen.text


async def test_a_name_that_only_begins_so_is_somebody_else() -> None:
    async with a_team() as team:
        anna = team.person("Anna Berger")
        seen = await anna.says("@Shopcrewmen task list")
        assert seen is not None
        assert "I do not know" in seen.text
