"""Command paths: what is found, what is left, what stops the start."""

import pytest

from bot.arguments import Arguments
from bot.context import Context
from bot.registry import Commands


async def _nothing(ctx: Context, args: Arguments) -> None:
    """A handler that answers nothing."""


def _table() -> Commands:
    table = Commands()
    table.command("task", "任务")(_nothing)
    table.command("task add", "任务 新增", "新增任务")(_nothing)
    table.command("task list", "任务 列表", "tasks")(_nothing)
    return table


@pytest.mark.parametrize(
    ("typed", "path", "rest"),
    [
        ("task add Check  prices", "task add", "Check  prices"),
        ("TASK Add Check", "task add", "Check"),
        ("task 12", "task", "12"),
        ("tasks", "task list", ""),
        ("任务 新增 检查横幅", "task add", "检查横幅"),
        ("任务新增检查横幅", "task add", "检查横幅"),
        ("任务　新增　检查", "task add", "检查"),
        ("ｔａｓｋ　ａｄｄ Check", "task add", "Check"),
        ("新增任务：检查", "task add", "检查"),
        ("task add line one\nline two", "task add", "line one\nline two"),
    ],
)
def test_the_longest_path_wins(typed: str, path: str, rest: str) -> None:
    """Case, width and spacing do not matter; what follows stays as typed."""
    found = _table().find(typed)
    assert found is not None
    assert (found[0].path, found[1]) == (path, rest)


@pytest.mark.parametrize("typed", ["", "  ", "taskforce", "list", "完成", "\u200b"])
def test_other_words_are_no_command(typed: str) -> None:
    """A word that only begins like a command is none."""
    assert _table().find(typed) is None


def test_a_path_declared_twice_stops_the_start() -> None:
    """Two handlers for the same words are refused, aliases included."""
    table = _table()
    with pytest.raises(ValueError, match="declared twice"):
        table.command("todo", "Tasks")(_nothing)


def test_including_a_table_refuses_its_clashes() -> None:
    """A clash between two subjects is found when they are joined."""
    table = _table()
    with pytest.raises(ValueError, match="declared twice"):
        table.include(_table())
