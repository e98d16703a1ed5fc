"""find: date phrases in a task's sentence; everything else stays its title."""

from datetime import date, time

import pytest

from bot.dates import DateProblem, Due, NotADate, find
from tests.bot.dates.moments import NOW


@pytest.mark.parametrize(
    ("sentence", "phrase"),
    [
        (
            "Check prices @Li due friday 17:00 #singles-day !high",
            "due friday 17:00",
        ),
        ("检查价格 @同事 周五17点前 #双十一 !高", "周五17点前"),
        ("Fix the export tomorrow at 5pm", "tomorrow at 5pm"),
        ("Call Li on 12 April at 15:30", "on 12 April at 15:30"),
        ("Pay by end of month", "by end of month"),
        ("Pay by the 21st", "by the 21st"),
        ("Pay until next monday 9:00, please", "until next monday 9:00"),
        ("Pay before Black Friday", "before Black Friday"),
        ("Friday: pay", "Friday"),
        ("Order 20 tomorrow", "tomorrow"),
        ("Check may 5", "may 5"),
        ("Check on 15.10.", "on 15.10."),
        ("Check yesterday", "yesterday"),
        ("Check sat @Li", "sat"),
        ("Check by the 21st #shop !high", "by the 21st"),
        ("Check eod, then report", "eod"),
        ("明天给李打电话", "明天"),
        ("请在月底前完成盘点", "在月底前"),
        ("付款，明天下午３点", "明天下午３点"),
        ("付款 截止：周五 18：00", "截止：周五 18：00"),
        ("周五前端页面检查", "周五"),
        ("付款 禮拜三前", "禮拜三前"),
        ("付款 在3天内", "在3天内"),
        ("Ship it the day before christmas eve", "the day before christmas eve"),
        ("Call Li three weeks from monday", "three weeks from monday"),
        ("4月15日前三天提醒客户", "4月15日前三天"),
        ("下个月第一个周一开会", "下个月第一个周一"),
        ("双十一 截止 11月11日", "截止 11月11日"),
        ("付款 周五截止", "周五截止"),
        ("付款 最迟下周三上午10点半", "最迟下周三上午10点半"),
    ],
)
def test_phrase_is_cut_out_whole(sentence: str, phrase: str) -> None:
    (found,) = find(sentence, NOW)
    assert found.text == phrase
    assert sentence[found.start : found.end] == phrase


@pytest.mark.parametrize(
    "title",
    [
        "Ask May about banners",
        "You may 5 times retry",
        "Order sun cream samples",
        "Order sun, sand and sea banners",
        "March through the backlog",
        "Write the second newsletter",
        "Fix the banner on the 2nd page",
        "Release version 1.2.3",
        "Change price from 3.50 to 4.50",
        "Buy 10x20 boxes, 3/4 of the stock",
        "Reduce by 2/3",
        "Order 20260312 and 4711-03-12",
        "Photo of TC-2026-03 and TC-2026-03-12",
        "Fix 24/7 support page",
        "Banner in 16:9, screen in 4:3",
        "Take 5 minutes",
        "Prepare Black Friday landing page",
        "Prepare friday's newsletter",
        "Rename “Friday deals” page",
        "Send report every friday 17:00",
        "Compare with last friday",
        "Opening hours 10:00-18:00",
        "Call from 9am to 5pm",
        "monday to friday",
        "Sale between monday and friday",
        "Check https://shop.com/2026-03-12/sale",
        "Ask <@U1|may> and <#C1|friday>",
        "Answer tickets within 24 hours as policy",
        "Tel +86 138-2010-2015",
        "准备双十一和618大促",
        "周末大促页面",
        "订购月饼礼盒",
        "三天无理由退货文案",
        "24小时客服",
        "24小时内发货文案",
        "明天的促销页面",
        "每周五发周报",
        "上周五的报表",
        "周一到周五上班",
        "3月5折活动",
        "8号仓盘点",
        "3点建议",
        "售后天猫客服",
        "本周天猫活动",
        "今日头条投放",
        "下午茶订购",
        "两周一次盘点",
        "十二星座海报",
        "Check stock after monday",
        "Answer, not before monday",
        "Sort photos of the second half of april 3",
        "Photos from friday of launch week",
        "周五之后再处理",
        "上班前检查清单",
        "双十一主会场页面",
        "北京时间显示错误",
        "明天下班前一小时盘点",
        "Photos of the weekend before christmas",
        "周一起涨价",
        "国庆后第三天发货",
        "农历八月十五日活动",
        "下周三四盘点",
    ],
)
def test_title_keeps_words_that_only_look_like_dates(title: str) -> None:
    assert find(title, NOW) == ()


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Pay due 31 February", "due 31 February"),
        ("Pay 2026-02-30", "2026-02-30"),
        ("2月30日付款", "2月30日"),
        ("Pay at 25:00", "at 25:00"),
    ],
)
def test_impossible_date_is_told(sentence: str, words: str) -> None:
    with pytest.raises(NotADate) as caught:
        find(sentence, NOW)
    assert caught.value.problem is DateProblem.IMPOSSIBLE
    assert caught.value.text == words


def test_two_dates_come_in_order() -> None:
    found = find("Draft on monday, send on tuesday 10:00", NOW)
    assert [one.due for one in found] == [
        Due(date(2026, 3, 16), None),
        Due(date(2026, 3, 17), time(10, 0)),
    ]


def test_slices_survive_characters_that_change_length() -> None:
    """NFKC turns ㏂ into two letters and ﬃ into three; the slice stays right."""
    sentence = "Oﬃce ㏂ ½ İ 二十一 boxes ｔｏｍｏｒｒｏｗ"
    (found,) = find(sentence, NOW)
    assert sentence[found.start : found.end] == "ｔｏｍｏｒｒｏｗ"
