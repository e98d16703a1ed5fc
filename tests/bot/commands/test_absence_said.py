"""Being away, said in passing, as people say it to each other."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.commands.absence.said import said_in_passing
from tests.driver import a_team

NOW = datetime(2026, 3, 12, 10, 0, tzinfo=ZoneInfo("Europe/Berlin"))


@pytest.mark.parametrize(
    ("typed", "command"),
    [
        ("I'm sick today", "away today"),
        ("I’m sick", "away today"),
        ("sick tomorrow", "away tomorrow"),
        ("I am on vacation next week", "away next week"),
        ("on vacation friday to monday", "away friday to monday"),
        ("out of office tomorrow afternoon", "away tomorrow afternoon"),
        ("I'm off tomorrow", "away tomorrow"),
        ("I'm back", "back"),
        ("skip today", "standup skip"),
        ("跳过今天", "standup skip"),
        ("我明天请假", "away 明天"),
        ("明天请假 看牙", "away 明天 看牙"),
        ("下周一休假", "away 下周一"),
        ("今天请病假", "away 今天"),
        ("病假 今天", "away 今天"),
        ("sick of this bug", ""),
        ("on holiday banners", ""),
        ("out tomorrow", ""),
        ("off topic", ""),
        ("请假制度说明", ""),
        ("谁请假了", ""),
        ("年假 余额", ""),
    ],
)
def test_words_mean_an_absence_only_with_a_day(typed: str, command: str) -> None:
    assert said_in_passing(typed, NOW) == command


@pytest.mark.parametrize(
    ("language", "typed", "said"),
    [
        ("en", "I'm sick tomorrow", "You are away on Tue 3 Mar"),
        ("en", "I'm back", "You were not marked away"),
        ("zh", "我明天请假", "已为您请假：3月3日周二"),
        ("zh", "今天请病假", "已为您请假：3月2日周一"),
    ],
)
@pytest.mark.parametrize("platform", ["slack", "dingtalk"])
async def test_it_is_understood_on_both_chats(
    platform: str, language: str, typed: str, said: str
) -> None:
    async with a_team() as team:
        anna = team.person("Anna Berger", platform=platform, language=language)
        seen = await anna.says(typed)
        assert seen
        assert said in seen.text
