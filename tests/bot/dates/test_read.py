"""read: the whole text is one date phrase, said on Thursday 12 March 2026 at 10:00."""

from datetime import date, datetime, time

import pytest

from bot.dates import DateProblem, Due, NotADate, read
from tests.bot.dates.moments import BERLIN, NOW

ENGLISH = """
today                       | 03-12
tomorrow                    | 03-13
the day after tomorrow      | 03-14
yesterday                   | 03-11
friday                      | 03-13
thursday                    | 03-19
this thursday               | 03-12
next friday                 | 03-20
wednesday next week         | 03-18
friday after next           | 03-20
this weekend                | 03-14
eow                         | 03-13
end of next month           | 04-30
eom                         | 03-31
12 April                    | 04-12
March 12th, 2026            | 03-12
the third of april          | 04-03
friday the 13th             | 03-13
the 5th                     | 04-05
first monday of april       | 04-06
20.03.2026                  | 03-20
04/03/2026                  | 04-03
22/04                       | 04-22
tuesday 07/04               | 04-07
in 3 days                   | 03-15
in two weeks                | 03-26
a week from monday          | 03-23
two days after next friday  | 03-22
in 3 working days           | 03-17
by friday                   | 03-13
due: friday                 | 03-13
(Friday)                    | 03-13
good friday                 | 04-03
tomorrow 17:00              | 03-13 17:00
friday 5pm                  | 03-13 17:00
5 pm on friday              | 03-13 17:00
fri 17h                     | 03-13 17:00
friday at 5                 | 03-13 17:00
friday at 8                 | 03-13 08:00
fri, 20 march 2026, 10:00   | 03-20 10:00
2026-03-20T15:30            | 03-20 15:30
09:00                       | 03-13 09:00
today 09:00                 | 03-12 09:00
noon                        | 03-12 12:00
midnight                    | 03-13 00:00
24:00                       | 03-13 00:00
half past three             | 03-12 15:30
quarter to one              | 03-12 12:45
20 minutes past eight in the evening | 03-12 20:20
tomorrow morning            | 03-13 09:00
tonight                     | 03-12 21:00
eod tuesday                 | 03-17 17:00
in half an hour             | 03-12 10:30
in 1d 2hr 5min              | 03-13 12:05
5 hours after noon          | 03-12 17:00
march eighteenth nine thirty pm | 03-18 21:30
the day before christmas eve | 12-23
the friday before christmas | 12-18
the first monday after easter | 04-06
a week before thanksgiving  | 11-19
two days before the end of april | 04-28
3 working days after friday | 03-18
an hour before noon tomorrow | 03-13 11:00
the evening before friday   | 03-12 18:00
a week on friday            | 03-20
tomorrow week               | 03-20
a week tomorrow             | 03-20
in an hour and a half       | 03-12 11:30
in two and a half hours     | 03-12 12:30
in 48 hours                 | 03-14 10:00
end of q2                   | 06-30
end of next quarter         | 06-30
beginning of q3             | 07-01
end of 2026                 | 12-31
year-end                    | 12-31
last working day of april   | 04-30
first business day of next month | 04-01
the third friday            | 03-20
final friday of march       | 03-27
mid next week               | 03-18
late next week              | 03-20
eom april                   | 04-30
monday before noon          | 03-16 12:00
tomorrow by 5               | 03-13 17:00
two thirty tomorrow         | 03-13 14:30
twenty to five tomorrow     | 03-13 16:40
this time tomorrow          | 03-13 10:00
monday after lunch          | 03-16 13:00
the 20th, 4 pm              | 03-20 16:00
3pm est tomorrow            | 03-13 20:00
15:00 utc tomorrow          | 03-13 16:00
today at midnight           | 03-13 00:00
"""

CHINESE = """
4 月 2 日                   | 04-02
12 月 24 日下午 3 点        | 12-24 15:00
今天                        | 03-12
后天                        | 03-14
大后天                      | 03-15
周五                        | 03-13
周四                        | 03-19
本周四                      | 03-12
下周五                      | 03-20
下下周三                    | 03-25
下周周六                    | 03-21
周末                        | 03-14
月底前                      | 03-31
下个月5号                   | 04-05
4月12日                     | 04-12
十二月二十号                | 12-20
二零二六年三月十五日        | 03-15
四月的第一个星期一          | 04-06
3天后                       | 03-15
两周内                      | 03-26
半个月后                    | 03-27
3个工作日内                 | 03-17
截止：下周一                | 03-16
最晚周五                    | 03-13
端午节                      | 06-19
週五                        | 03-13
禮拜三                      | 03-18
後天                        | 03-14
下個月五號                  | 04-05
周五17点前                  | 03-13 17:00
明天下午3点                 | 03-13 15:00
明天３：３０                | 03-13 15:30
周五下午3点半               | 03-13 15:30
今晚8点                     | 03-12 20:00
今晚12点                    | 03-13 00:00
明早                        | 03-13 09:00
10点一刻                    | 03-12 10:15
半小时后                    | 03-12 10:30
一个半小时后                | 03-12 11:30
明天下班前                  | 03-13 18:00
後天下午三點半              | 03-14 15:30
3月13日(星期五)下午3点      | 03-13 15:00
下个月第一个周一            | 04-06
本月最后一个周五            | 03-27
第三个星期五                | 03-20
本月最后一天                | 03-31
下个月第一个工作日          | 04-01
四月最后一个工作日          | 04-30
下个月月底                  | 04-30
第二季度末                  | 06-30
下季度初                    | 04-01
今年内                      | 12-31
下周初                      | 03-16
国庆前一天                  | 09-30
圣诞节前的周五              | 12-18
月底前三天                  | 03-28
周五前一天下午3点           | 03-12 15:00
4月1日后五个工作日          | 04-08
双十一当天                  | 11-11
母亲节                      | 05-10
月尾前                      | 03-31
星期五放工前                | 03-13 18:00
明天差五分三点              | 03-13 14:55
明天上班前                  | 03-13 09:00
48小时内                    | 03-14 10:00
北京时间明天下午3点         | 03-13 08:00
本月最後一個星期五          | 03-27
聖誕節前兩天                | 12-23
兩個工作天後                | 03-16
聽日下晝三點                | 03-13 15:00
"""


def _rows(table: str) -> list[tuple[str, Due]]:
    pairs = (line.split("|") for line in table.strip().splitlines())
    return [(phrase.strip(), _due(meant.strip())) for phrase, meant in pairs]


def _due(meant: str) -> Due:
    day, _, clock = meant.partition(" ")
    at = time.fromisoformat(clock) if clock else None
    return Due(date.fromisoformat(f"2026-{day}"), at)


@pytest.mark.parametrize(("phrase", "due"), [*_rows(ENGLISH), *_rows(CHINESE)])
def test_phrase_means(phrase: str, due: Due) -> None:
    assert read(phrase, NOW) == due


@pytest.mark.parametrize(
    "phrase",
    [
        "31 February",
        "29 Feb 2027",
        "2026-02-30",
        "31/04/2026",
        "25:00",
        "12:60",
        "2月30日",
        "13月1日",
        "25点",
        "in 9999 years",
    ],
)
def test_day_that_does_not_exist_is_impossible(phrase: str) -> None:
    with pytest.raises(NotADate) as caught:
        read(phrase, NOW)
    assert caught.value.problem is DateProblem.IMPOSSIBLE
    assert caught.value.text == phrase


@pytest.mark.parametrize(
    "phrase",
    [
        "",
        " ",
        "soon",
        "banner",
        "2026",
        "march",
        "14pm",
        "1-2-3",
        "24/7",
        "8.5",
        "1.2.3",
        "every friday",
        "mon-fri",
        "a day",
        "friday banners",
        "tonight at 3",
        "今晚3点",
        "每周五",
        "两三天内",
        "3pm cst",
        "the day after delivery",
        "after monday",
        "除夕后第三天",
        "月饼",
        "619",
        "friday " * 50,
    ],
)
def test_anything_else_is_unknown(phrase: str) -> None:
    with pytest.raises(NotADate) as caught:
        read(phrase, NOW)
    assert caught.value.problem is DateProblem.UNKNOWN


def test_ambiguous_figures_follow_their_sign() -> None:
    """Slashes are American, dots European, a weekday beside them decides."""
    assert read("05/06/2026", NOW).day == date(2026, 5, 6)
    assert read("05.06.2026", NOW).day == date(2026, 6, 5)
    assert read("friday 05/06", NOW).day == date(2026, 6, 5)


def test_date_without_a_year_is_the_next_such_date() -> None:
    assert read("11 March", NOW).day == date(2027, 3, 11)
    assert read("12 March", NOW).day == date(2026, 3, 12)
    assert read("29 Feb", NOW).day == date(2028, 2, 29)


def test_hour_alone_is_its_next_turn_on_the_dial() -> None:
    evening = datetime(2026, 3, 12, 22, 0, tzinfo=BERLIN)
    assert read("3点", NOW) == Due(date(2026, 3, 12), time(15, 0))
    assert read("3点", evening) == Due(date(2026, 3, 13), time(3, 0))


def test_span_counts_the_persons_own_clock() -> None:
    evening = datetime(2026, 3, 12, 23, 50, tzinfo=BERLIN)
    assert read("in 20 minutes", evening) == Due(date(2026, 3, 13), time(0, 10))


def test_year_beside_a_date_is_that_year() -> None:
    assert read("end of 2027", NOW).day == date(2027, 12, 31)
    assert read("april 3 next year", NOW).day == date(2027, 4, 3)
    assert read("christmas next year", NOW).day == date(2027, 12, 25)
    assert read("明年4月底", NOW).day == date(2027, 4, 30)
    assert read("2027年第一季度末", NOW).day == date(2027, 3, 31)
    assert read("明年春节", NOW).day == date(2027, 2, 6)
