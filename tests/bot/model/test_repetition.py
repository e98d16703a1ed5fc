"""How often: the words people type, and the rules they become."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model.repetition import (
    Every,
    Repetition,
    ended,
    find,
    parse,
    read_rule,
    without_end,
)
from bot.model.repetition.rule import WEEK

WORKDAYS = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("every day", "FREQ=DAILY"),
        ("daily", "FREQ=DAILY"),
        ("every 3 days", "FREQ=DAILY;INTERVAL=3"),
        ("every other day", "FREQ=DAILY;INTERVAL=2"),
        ("weekdays", WORKDAYS),
        ("every weekday", WORKDAYS),
        ("on working days", WORKDAYS),
        ("Mon-Fri", WORKDAYS),
        ("weekends", "FREQ=WEEKLY;BYDAY=SA,SU"),
        ("every monday", "FREQ=WEEKLY;BYDAY=MO"),
        ("on Mondays", "FREQ=WEEKLY;BYDAY=MO"),
        ("mon,wed", "FREQ=WEEKLY;BYDAY=MO,WE"),
        ("mon wed", "FREQ=WEEKLY;BYDAY=MO,WE"),
        ("fri, mon and tues", "FREQ=WEEKLY;BYDAY=MO,TU,FR"),
        ("weekly", "FREQ=WEEKLY"),
        ("every week on thursday", "FREQ=WEEKLY;BYDAY=TH"),
        ("every 2 weeks on mon", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"),
        ("every two weeks on mon", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"),
        ("every other monday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"),
        ("mon every 2 weeks", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"),
        ("fortnightly", "FREQ=WEEKLY;INTERVAL=2"),
        ("biweekly on friday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"),
        ("monthly", "FREQ=MONTHLY"),
        ("monthly on the 5th", "FREQ=MONTHLY;BYMONTHDAY=5"),
        ("every month on 15", "FREQ=MONTHLY;BYMONTHDAY=15"),
        ("the 1st of every month", "FREQ=MONTHLY;BYMONTHDAY=1"),
        ("last day of month", "FREQ=MONTHLY;BYMONTHDAY=-1"),
        ("last friday of month", "FREQ=MONTHLY;BYDAY=FR;BYSETPOS=-1"),
        ("last fri of month", "FREQ=MONTHLY;BYDAY=FR;BYSETPOS=-1"),
        ("first monday of the month", "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1"),
        ("every month on the last friday", "FREQ=MONTHLY;BYDAY=FR;BYSETPOS=-1"),
        ("last weekday of month", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"),
        ("quarterly", "FREQ=MONTHLY;INTERVAL=3"),
        ("every 3 months on the 1st", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=1"),
        ("every year", "FREQ=YEARLY"),
        ("once a week on tuesday", "FREQ=WEEKLY;BYDAY=TU"),
        ("monday through friday", WORKDAYS),
        ("mon–thu", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH"),
        ("sunday to thursday", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,SU"),
        ("every mon-wed and fri", "FREQ=WEEKLY;BYDAY=MO,TU,WE,FR"),
        ("mon/wed/fri", "FREQ=WEEKLY;BYDAY=MO,WE,FR"),
        ("MWF", "FREQ=WEEKLY;BYDAY=MO,WE,FR"),
        ("weekdays except friday", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH"),
        ("every day except sat and sun", WORKDAYS),
        ("every fri of the month", "FREQ=WEEKLY;BYDAY=FR"),
        ("alternate mondays", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"),
        ("every last friday", "FREQ=MONTHLY;BYDAY=FR;BYSETPOS=-1"),
        ("2nd and 4th tuesday of the month", "FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2,4"),
        ("last and first mon of month", "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1,-1"),
        ("penultimate friday of the month", "FREQ=MONTHLY;BYDAY=FR;BYSETPOS=-2"),
        ("second to last friday of the month", "FREQ=MONTHLY;BYDAY=FR;BYSETPOS=-2"),
        ("fifth friday of the month", "FREQ=MONTHLY;BYDAY=FR;BYSETPOS=5"),
        ("10th working day of the month",
         "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=10"),
        ("the 1st and 15th of every month", "FREQ=MONTHLY;BYMONTHDAY=1,15"),
        ("on the 15th and the last day of the month", "FREQ=MONTHLY;BYMONTHDAY=15,-1"),
        ("end of the month", "FREQ=MONTHLY;BYMONTHDAY=-1"),
        ("first monday of the quarter",
         "FREQ=MONTHLY;BYMONTH=1,4,7,10;BYDAY=MO;BYSETPOS=1"),
        ("every quarter on the last working day",
         "FREQ=MONTHLY;BYMONTH=3,6,9,12;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"),
        ("every half year", "FREQ=MONTHLY;INTERVAL=6"),
        ("every year on 1 march", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1"),
        ("annually on Feb 29", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29"),
        ("last sunday of october", "FREQ=YEARLY;BYMONTH=10;BYDAY=SU;BYSETPOS=-1"),
        ("每天", "FREQ=DAILY"),
        ("每隔一天", "FREQ=DAILY;INTERVAL=2"),
        ("每周一次", "FREQ=WEEKLY"),
        ("周一到周四", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH"),
        ("周日至周四", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,SU"),
        ("每周一到周三和周五", "FREQ=WEEKLY;BYDAY=MO,TU,WE,FR"),
        ("每周1、3、5", "FREQ=WEEKLY;BYDAY=MO,WE,FR"),
        ("工作日除了周五", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH"),
        ("每天除周日外", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA"),
        ("每逢周五", "FREQ=WEEKLY;BYDAY=FR"),
        ("双休日", "FREQ=WEEKLY;BYDAY=SA,SU"),
        ("每月第二和第四个周二", "FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2,4"),
        ("每月倒数第二个周五", "FREQ=MONTHLY;BYDAY=FR;BYSETPOS=-2"),
        ("每月第十个工作日", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=10"),
        ("每月首个周一", "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1"),
        ("每月1号和15号", "FREQ=MONTHLY;BYMONTHDAY=1,15"),
        ("每月1、15号", "FREQ=MONTHLY;BYMONTHDAY=1,15"),
        ("每月初", "FREQ=MONTHLY;BYMONTHDAY=1"),
        ("每季度第一个周一", "FREQ=MONTHLY;BYMONTH=1,4,7,10;BYDAY=MO;BYSETPOS=1"),
        ("每季度末", "FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1"),
        ("每半年", "FREQ=MONTHLY;INTERVAL=6"),
        ("每年3月1日", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1"),
        ("每年10月最后一个周日", "FREQ=YEARLY;BYMONTH=10;BYDAY=SU;BYSETPOS=-1"),
        ("每3天", "FREQ=DAILY;INTERVAL=3"),
        ("隔天", "FREQ=DAILY;INTERVAL=2"),
        ("每个工作日", WORKDAYS),
        ("工作日", WORKDAYS),
        ("周一到周五", WORKDAYS),
        ("每周", "FREQ=WEEKLY"),
        ("每周一", "FREQ=WEEKLY;BYDAY=MO"),
        ("每週一", "FREQ=WEEKLY;BYDAY=MO"),
        ("每星期天", "FREQ=WEEKLY;BYDAY=SU"),
        ("每周一、三、五", "FREQ=WEEKLY;BYDAY=MO,WE,FR"),
        ("周一和周三", "FREQ=WEEKLY;BYDAY=MO,WE"),
        ("每周 二 ， 四", "FREQ=WEEKLY;BYDAY=TU,TH"),
        ("每两周的周一", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"),
        ("每两周周一", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"),
        ("每２周", "FREQ=WEEKLY;INTERVAL=2"),
        ("隔周周五", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"),
        ("每月", "FREQ=MONTHLY"),
        ("每月5号", "FREQ=MONTHLY;BYMONTHDAY=5"),
        ("每月十五日", "FREQ=MONTHLY;BYMONTHDAY=15"),
        ("每个月底", "FREQ=MONTHLY;BYMONTHDAY=-1"),
        ("每月最后一天", "FREQ=MONTHLY;BYMONTHDAY=-1"),
        ("每月最后一个周五", "FREQ=MONTHLY;BYDAY=FR;BYSETPOS=-1"),
        ("每月第一个周一", "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1"),
        ("每月最后一个工作日", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"),
        ("每三个月", "FREQ=MONTHLY;INTERVAL=3"),
        ("每季度", "FREQ=MONTHLY;INTERVAL=3"),
        ("每年", "FREQ=YEARLY"),
    ],
)  # fmt: skip
def test_words_become_the_rule_people_mean(text: str, rule: str) -> None:
    """Both languages, every way of counting."""
    assert parse(text) == rule


@pytest.mark.parametrize(
    "text",
    ["", "sometimes", "every", "every 0 days", "every 100 days", "monthly on the 32nd",
     "5", "5th", "last", "money", "every monday morning", "twice a week",
     "every year on 31 april", "30 feb", "6th monday of the month",
     "weekdays except weekdays", "every odd week", "every day except",
     "21st working day of the month", "每年2月30日", "每周三次", "单周周五",
     "有时", "每月32号", "每", "一"],
)  # fmt: skip
def test_other_words_mean_no_rule(text: str) -> None:
    """What is not understood is refused, never guessed."""
    assert parse(text) is None


@given(st.text(max_size=60))
def test_no_text_breaks_the_reader(text: str) -> None:
    """Any text gives a rule or None."""
    rule = parse(text)
    assert rule is None or read_rule(rule) is not None


@given(
    st.builds(
        Repetition,
        st.sampled_from(Every),
        st.integers(1, 99),
        st.lists(st.sampled_from(WEEK), unique=True).map(tuple),
        st.just(()),
        st.lists(st.integers(1, 28), max_size=1).map(tuple) | st.just((1, 15, -1)),
    )
)
def test_a_rule_is_read_back_as_it_was_written(repetition: Repetition) -> None:
    """`read_rule` undoes `Repetition.rule`."""
    assert read_rule(repetition.rule) == repetition


def test_a_number_behind_a_week_is_no_day_of_it() -> None:
    """Three times a week is not every Wednesday, five boxes are not every Friday."""
    for sentence in ("每周3次盘点", "每周5箱发货", "每月5箱"):
        found = find(sentence)
        assert found is None or "BY" not in found.rule


@pytest.mark.parametrize("last", [date(2026, 12, 31), None])
def test_an_end_is_a_day_of_the_rule(last: date | None) -> None:
    """It can be taken off and put on; another one takes its place."""
    rule = ended(WORKDAYS, last)
    assert without_end(rule) == (WORKDAYS, last)
    assert without_end(ended(rule, date(2027, 1, 5))) == (WORKDAYS, date(2027, 1, 5))


def test_a_foreign_rule_is_not_taken_apart() -> None:
    """Only rules `parse` writes are read."""
    assert read_rule("FREQ=HOURLY") is None
    assert read_rule("FREQ=DAILY;COUNT=3") is None
    assert read_rule("nonsense") is None


@pytest.mark.parametrize(
    ("sentence", "words", "rule"),
    [
        ("weekly report every friday", "every friday", "FREQ=WEEKLY;BYDAY=FR"),
        ("Every Monday, Wednesday and Friday clean up",
         "Every Monday, Wednesday and Friday", "FREQ=WEEKLY;BYDAY=MO,WE,FR"),
        ("every 2 weeks check the returns", "every 2 weeks", "FREQ=WEEKLY;INTERVAL=2"),
        ("check stock daily at 9:00", "daily", "FREQ=DAILY"),
        ("backup weekly on monday", "weekly on monday", "FREQ=WEEKLY;BYDAY=MO"),
        ("on mondays call the supplier", "on mondays", "FREQ=WEEKLY;BYDAY=MO"),
        ("check stock on weekdays @bo", "on weekdays", WORKDAYS),
        ("report monthly on the 5th", "monthly on the 5th",
         "FREQ=MONTHLY;BYMONTHDAY=5"),
        ("每周五发周报", "每周五", "FREQ=WEEKLY;BYDAY=FR"),
        ("每週五發週報", "每週五", "FREQ=WEEKLY;BYDAY=FR"),
        ("每天上午10点检查库存", "每天", "FREQ=DAILY"),
        ("每月12号对账", "每月12号", "FREQ=MONTHLY;BYMONTHDAY=12"),
        ("盘点 每两周的周一", "每两周的周一", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"),
        ("每周一、三、五 直播", "每周一、三、五", "FREQ=WEEKLY;BYDAY=MO,WE,FR"),
        ("每月最后一个周五盘点", "每月最后一个周五",
         "FREQ=MONTHLY;BYDAY=FR;BYSETPOS=-1"),
    ],
)  # fmt: skip
def test_a_repetition_is_found_in_a_sentence(
    sentence: str, words: str, rule: str
) -> None:
    """Where it stands, and what it means."""
    found = find(sentence)
    assert found is not None
    assert (sentence[found.start : found.end], found.rule) == (words, rule)


@pytest.mark.parametrize(
    "sentence",
    [
        "everyday items on the shelf", "every-day low price", "the weekly report",
        "Daily sales report", "update the daily", "every friday's mail to customers",
        "prepare the every friday call", "call on monday", "give each customer a gift",
        "for every order print a label", "每日优鲜 对接", "每周上新海报",
        "每周例会纪要", "每天的例会", "each may 5 boxes",
        "每个客户发优惠券", "每箱10个", "隔壁仓库",
    ],
)  # fmt: skip
def test_words_that_name_a_thing_repeat_nothing(sentence: str) -> None:
    """They stay in the title."""
    assert find(sentence) is None


@given(st.text(st.characters(codec="utf-8")) | st.text("every monday 每周五天,、 "))
def test_any_sentence_can_be_searched(sentence: str) -> None:
    """What is found lies inside it, and is a rule that can be said again."""
    found = find(sentence)
    if found is not None:
        assert 0 <= found.start < found.end <= len(sentence)
        assert read_rule(found.rule) is not None
