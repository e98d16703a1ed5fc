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
        ("I'm on vacation from 23 march until 2 april.", "away 23 march until 2 april"),
        ("off sick starting friday", "away friday"),
        ("I'm back", "back"),
        ("skip today", "standup skip"),
        ("跳过今天", "standup skip"),
        ("我明天请假", "away 明天"),
        ("明天请假 看牙", "away 明天 看牙"),
        ("下周一休假", "away 下周一"),
        ("今天请病假", "away 今天"),
        ("病假 今天", "away 今天"),
        ("taking friday off", "away friday"),
        ("I'm taking friday off", "away friday"),
        ("I won't be in tomorrow", "away tomorrow"),
        ("day off on friday", "away friday"),
        ("我病了", "away 今天"),
        ("今天不舒服，请一天假", "away 今天"),
        ("我下周三到周五休年假", "away 下周三到周五"),
        ("@Bo is sick today", "away @Bo today"),
        ("<@U2> is on vacation next week", "away <@U2> next week"),
        ("替 @李伟 请假 周五", "away @李伟 周五"),
        ("@李伟 周五请假", "away @李伟 周五"),
        ("I'll be back on friday", "back friday"),
        ("周四回来", "back 周四"),
        ("cancel my vacation on friday", "away cancel friday"),
        ("取消周四的请假", "away cancel 周四"),
        ("周四不请假了", "away cancel 周四"),
        ("cancel the order", ""),
        ("back to the roots", ""),
        ("不舒服", ""),
        ("taking the lid off", ""),
        ("@Bo is off topic", ""),
        ("the day off policy", ""),
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
