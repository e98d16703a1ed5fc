"""The words after a command: what each `take` understands, and what it leaves."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.arguments import Arguments, Who, fold
from bot.errors import UsageError

NOW = datetime(2026, 3, 2, 8, 0, tzinfo=ZoneInfo("Europe/Berlin"))  # a Monday


def _args(text: str) -> Arguments:
    return Arguments(text, NOW)


def test_one_sentence_is_read_in_any_order() -> None:
    """Mentions, date, project and priority come out; the title is what is left."""
    args = _args("Check banner prices <@U1|ann> due friday 17:00 #singles-day !high")
    assert args.people() == (Who("ann", "U1"),)
    assert args.tags() == ("singles-day",)
    assert args.flags() == ("high",)
    due = args.due("due")
    assert due is not None
    assert (due.day, due.time) == (date(2026, 3, 6), time(17))
    assert args.rest() == "Check banner prices"


def test_one_sentence_is_read_in_chinese() -> None:
    """The same in Chinese words, with a full-width mark."""
    args = _args("检查横幅价格 @王芳 周五17点前 #双十一 ！高")
    assert args.people() == (Who("王芳"),)
    assert args.tags() == ("双十一",)
    assert args.flags() == ("高",)
    due = args.due("截止")
    assert due is not None
    assert (due.day, due.time) == (date(2026, 3, 6), time(17))
    assert args.rest() == "检查横幅价格"


def test_quotes_keep_words_from_being_read() -> None:
    """Inside quotes there is no mention, no tag and no date."""
    args = _args('"Call @Ann on friday #now" monday')
    assert args.people() == ()
    assert args.tags() == ()
    due = args.due("due")
    assert due is not None
    assert due.day == date(2026, 3, 9)
    assert args.rest() == "Call @Ann on friday #now"


def test_an_option_wins_over_dates_in_the_title() -> None:
    """After `due:` only that date is meant; the rest of the title stays."""
    args = _args("Prepare friday report due:next monday 10:00 now")
    due = args.due("due", "截止")
    assert due is not None
    assert (due.day, due.time) == (date(2026, 3, 9), time(10))
    assert "friday" in args.rest()


def test_two_dates_are_asked_about() -> None:
    """Neither is taken; both are named."""
    with pytest.raises(UsageError) as wrong:
        _args("Report friday and again next monday").due("due")
    assert wrong.value.key == "date-two"


@pytest.mark.parametrize("typed", ["due:31 February", "due:2026-02-30", "截止:2月30日"])
def test_a_day_that_does_not_exist_is_named(typed: str) -> None:
    """An impossible date is neither a date nor a part of the title."""
    with pytest.raises(UsageError) as wrong:
        _args(f"Check {typed}").due("due", "截止")
    assert wrong.value.key == "date-impossible"


def test_an_option_without_a_date_is_named() -> None:
    """`due:soon` says which word was not understood."""
    with pytest.raises(UsageError) as wrong:
        _args("Check due:soonish").due("due")
    assert (wrong.value.key, wrong.value.values["typed"]) == ("date-unknown", "soonish")


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("cups due:some day soonish @Bo", "some day soonish"),
        ("cups due:after the fair in Canton next year", "after the fair in Canton"),
        ("检查价格 截止:国庆后，拍图", "国庆后"),
    ],
)
def test_what_was_no_date_is_named_whole(typed: str, named: str) -> None:
    """As far as it may be one, and no further."""
    with pytest.raises(UsageError) as wrong:
        Arguments(typed, NOW).due("due", "截止")
    assert wrong.value.values["typed"] == named


def test_a_shopping_day_is_a_date_behind_its_word() -> None:
    """618 alone is a number of anything."""
    args = Arguments("check cups due:618 !high", NOW)
    due = args.due("due")
    assert due is not None
    assert due.day == date(2026, 6, 18)


@pytest.mark.parametrize(
    ("typed", "number", "rest"),
    [
        ("12 done", 12, "done"),
        ("T-12 done", 12, "done"),
        ("t12", 12, ""),
        ("#12", 12, ""),
        ("F-12", None, "F-12"),
        ("12th of March", None, "12th of March"),
        ("12:30", None, "12:30"),
        ("99999999999", None, "99999999999"),
    ],
)
def test_short_numbers(typed: str, number: int | None, rest: str) -> None:
    """A number with its letter, a hash or bare; nothing else."""
    args = _args(typed)
    assert args.number("T") == number
    assert args.rest() == rest


def test_a_literal_channel_link_is_a_tag_by_its_name() -> None:
    """Slack turns #shop into <#C1|shop>: the project is meant all the same."""
    args = _args("Fix it <#C1|shop> #promo")
    assert args.tags() == ("shop", "promo")


def test_an_address_is_no_mention() -> None:
    """ann@tea.example stays in the title."""
    args = _args("Mail ann@tea.example now")
    assert args.people() == ()
    assert args.rest() == "Mail ann@tea.example now"


@given(st.text(max_size=200))
def test_any_text_is_read_without_a_fault(text: str) -> None:
    """Whatever is typed, reading it raises a kind error or nothing."""
    args = _args(text)
    args.people()
    args.tags()
    args.flags()
    args.option("dept", "部门")
    try:
        args.due("due", "截止")
    except UsageError:
        return
    args.numbers("T")
    args.word()
    args.rest()


def test_folding_ignores_case_width_and_spacing() -> None:
    """Commands are compared folded."""
    assert fold("  Ｔask　ADD ") == "task add"
