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
        ("I'm on holiday from 1 to 5 june", "away 1 to 5 june"),
        ("on vacation 3-7 august", "away 3-7 august"),
        ("on vacation august 3 to 7", "away august 3 to 7"),
        ("everyone is off from 24 dec to 1 jan", "away everyone 24 dec to 1 jan"),
        ("the office is closed on friday", "away everyone friday"),
        ("the team is off to a good start", ""),
        ("全员放假 12月24日到1月1日", "away everyone 12月24日到1月1日"),
        ("公司下周五放假", "away everyone 下周五"),
        ("@李伟 今天病了", "away @李伟 今天"),
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
        ("out til friday", "away til friday"),
        ("I'm on parental leave from 1 july to 31 july", "away 1 july to 31 july"),
        ("my kid is sick, I won't be in today", "away today"),
        ("calling in sick", "away today"),
        ("not feeling well today, staying home", "away today"),
        ("我明天下午不在", "away 明天下午"),
        ("下周都不在", "away 下周"),
        ("今天身体不舒服，不来了", "away 今天"),
        ("今明两天请假", "away 今天到明天"),
        ("我要休年假，从6月15号到6月19号", "away 6月15号到6月19号"),
        ("the price is off, I won't be in favour", ""),
        ("tomorrow morning off", "away tomorrow morning"),
        ("half day on friday", "away friday half day"),
        ("out for the rest of the week", "away until this friday"),
        ("周五下午请半天假", "away 周五下午"),
        ("周四请半天假", "away 周四 半天"),
        ("请三天假", "away 三天"),
        ("我从明天开始休假一周", "away 明天 一周"),
        ("明天调休", "away 明天"),
        ("产假 7月1日到9月30日", "away 7月1日到9月30日"),
        ("我病好了，明天回来上班", "back 明天"),
        ("switch it off", ""),
        ("20 percent off", ""),
        ("调休安排", ""),
        ("货不在", ""),
        ("老板不在", ""),
        ("out of stock until friday", ""),
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
        ("zh", "今天不舒服，不来了", "已为您请假：3月2日周一"),
        ("zh", "请假 今明两天", "已为您请假：3月2日周一至3月3日周二"),
        ("zh", "请假 下周八", "请说明从哪天开始请假"),
        ("zh", "请假 除夕到初五", "2027年2月5日周五至2027年2月10日周三"),
        ("zh", "请假 看牙", "请说明从哪天开始请假"),
        ("en", "away xmas to new year", "from Fri 25 Dec 2026 to Fri 1 Jan 2027"),
        ("en", "away from christmas eve until epiphany", "to Wed 6 Jan 2027"),
        ("en", "away for a fortnight from monday", "from Mon 9 Mar to Sun 22 Mar"),
        ("en", "when am I away?", "You have no days away ahead"),
        ("en", "out til friday", "from Mon 2 Mar to Fri 6 Mar"),
        ("en", "pto next mon-wed", "from Mon 9 Mar to Wed 11 Mar"),
        ("en", "vacation 22/6 - 26/6", "from Mon 22 Jun to Fri 26 Jun"),
        ("en", "vacation 13.4. - 14.4. Italy", "from Mon 13 Apr to Tue 14 Apr"),
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
