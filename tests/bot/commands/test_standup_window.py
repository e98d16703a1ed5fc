"""A stand-up's window is said in one piece, as people say it of any meeting."""

import pytest

from bot.commands.standup.window import with_close
from tests.driver import a_team


@pytest.mark.parametrize(
    ("line", "opens", "closes"),
    [
        ("Daily 9:30-11:00 weekdays", "09:30", "11:00"),
        ("Daily from 9:30 to 11 weekdays", "09:30", "11:00"),
        ("Daily between 9 and 11", "09:00", "11:00"),
        ("Daily 9:30 until 11:00", "09:30", "11:00"),
        ("Daily 9:30 – 11:00", "09:30", "11:00"),
        ("Daily 9-11am", "09:00", "11:00"),
        ("Daily 11-1pm", "11:00", "13:00"),
        ("Daily 2-3pm", "14:00", "15:00"),
        ("Daily at 9am to 10:15am", "09:00", "10:15"),
        ("Daily 每个工作日 9:00 到 10:30", "09:00", "10:30"),
        ("Daily 工作日 9点到10点半", "09:00", "10:30"),
        ("Daily 工作日9:30到11:00", "09:30", "11:00"),
        ("Daily 从9:00至10:30", "09:00", "10:30"),
        ("Daily 9:00到10:30 问 今天做什么？", "09:00", "10:30"),
        ("Daily 上午九点到十点 周一到周五", "09:00", "10:00"),
        ("Daily 下午3点到5点", "15:00", "17:00"),
        ("Daily 每天早上9点 11点截止", "09:00", "11:00"),
        ("Daily 每天9:30，11:00截止，参与", "09:30", "11:00"),
        ("Daily at 9:30-11:00", "09:30", "11:00"),
        ("Daily at 22:00-02:00 weekdays", "22:00", "02:00 on the next day"),
        ("Daily 10pm to 2am", "22:00", "02:00 on the next day"),
        ("Daily 晚上10点到凌晨2点 工作日", "22:00", "02:00 on the next day"),
    ],
)
async def test_both_ends_are_read(line: str, opens: str, closes: str) -> None:
    """And neither becomes a part of the name."""
    async with a_team() as team:
        anna = team.person("Anna Berger")
        seen = await anna.says(f"standup new {line} @Anna")
        assert seen is not None
        assert seen.text.startswith("Daily is set up")
        assert f"{opens} on each person’s own clock" in seen.text
        assert f"Closes: {closes}" in seen.text


@pytest.mark.parametrize(
    "line",
    [
        "Q1-3 plans at 9:30",
        "Sprint 9-11 at 9:30",
        "from 1 to 24 December at 9:30",
        'at 9:30 ask "How was 9:00-11:00?"',
        "“9:00 到 10:30” 时间 9:30",
        "at 9:30 ask How was 9:00-11:00?",
        "时间 9:30 问 9点到10点半做了什么？",
        "at 9:30 remind 15 close 11:00",
    ],
)
def test_what_is_no_window_stays_as_it_is(line: str) -> None:
    assert with_close(line) == line


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ("每周一9点", "每周一，09:00"),
        ("每周一上午10点半", "每周一，10:30"),
        ("周一至周五9:30", "每个工作日，09:30"),
        ("每两周的周一下午两点", "每 2 周的周一，14:00"),
        ("每月最后一个周五16:00", "每月最后一个周五，16:00"),
        ("每周一三五9点", "每周一、周三和周五，09:00"),
    ],
)
async def test_days_and_their_time_need_no_space(days: str, said: str) -> None:
    async with a_team() as team:
        wang = team.person("王芳", platform="dingtalk", language="zh")
        seen = await wang.says(f"站会 新建 双十一早会 {days} @王芳")
        assert seen is not None
        assert seen.text.startswith("“双十一早会”已建好")
        assert said in seen.text
