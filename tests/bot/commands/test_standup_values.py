"""Times, minutes, zones, days and questions as people type them."""

from collections.abc import Callable
from contextlib import suppress
from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.commands.standup import values
from bot.commands.standup.questions import read_questions
from bot.errors import UserError
from bot.model.question import DEFAULT_QUESTIONS, QuestionKind
from bot.model.standup import WEEKDAYS
from tests.abuse import everything

READERS: tuple[Callable[[str], object], ...] = (
    values.read_name,
    values.read_time,
    values.read_minutes,
    values.read_zone,
    values.read_days,
    lambda text: read_questions((text,)),
)


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        ("9:30", time(9, 30)),
        ("09.30", time(9, 30)),
        ("0930", time(9, 30)),
        ("9:30 pm", time(21, 30)),
        ("9am", time(9)),
        ("12 am", time(0)),
        ("noon", time(12)),
        ("9", time(9)),
        ("９：３０", time(9, 30)),
        ("9点半", time(9, 30)),
        ("九点一刻", time(9, 15)),
        ("下午3点20分", time(15, 20)),
        ("中午12点", time(12)),
        ("晚上8点", time(20)),
    ],
)
def test_times_are_read(typed: str, at: time) -> None:
    """In both languages and the usual spellings."""
    assert values.read_time(typed) == at


@pytest.mark.parametrize(
    "typed", ["", "25:00", "9:75", "13pm", "soon", "-1", "9:30 10:00"]
)
def test_times_that_are_none_are_refused(typed: str) -> None:
    """With what was typed."""
    with pytest.raises(UserError) as wrong:
        values.read_time(typed)
    assert wrong.value.values["typed"] == typed


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("30m", 30), ("30 min", 30), ("30", 30), ("1h", 60), ("1h 30m", 90), ("off", 0),
        ("0", 0), ("30分钟", 30), ("半小时", 30), ("一小时", 60), ("不提醒", 0),
        ("1 hour before", 60),
    ],
)  # fmt: skip
def test_reminders_are_read(typed: str, minutes: int) -> None:
    """Off is zero."""
    assert values.read_minutes(typed) == minutes


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("local", None),
        ("本地", None),
        ("Berlin", "Europe/Berlin"),
        ("上海", "Asia/Shanghai"),
    ],
)
def test_zones_are_read(typed: str, zone: str | None) -> None:
    """A city, or each person's own."""
    assert values.read_zone(typed) == zone


@pytest.mark.parametrize(
    ("typed", "rule"),
    [
        ("weekdays", WEEKDAYS),
        ("工作日", WEEKDAYS),
        ("mon,wed", "FREQ=WEEKLY;BYDAY=MO,WE"),
        ("on fridays", "FREQ=WEEKLY;BYDAY=FR"),
        ("last fri of month", "FREQ=MONTHLY;BYDAY=FR;BYSETPOS=-1"),
        ("the 5th", "FREQ=MONTHLY;BYMONTHDAY=5"),
    ],
)
def test_days_are_read(typed: str, rule: str) -> None:
    """As a rule of RFC 5545."""
    assert values.read_days(typed) == rule


def test_questions_know_what_they_ask_about() -> None:
    """So that today's answer can become yesterday's."""
    asked = read_questions(("What did you do yesterday?", "今天做什么？", "Mood?"))
    assert [each.kind for each in asked] == [
        QuestionKind.YESTERDAY,
        QuestionKind.TODAY,
        QuestionKind.OWN,
    ]


def test_without_questions_there_are_three() -> None:
    """Yesterday, today, blockers."""
    assert read_questions(("", "\u200b")) == DEFAULT_QUESTIONS


@pytest.mark.parametrize("texts", [("a",) * 11, ("a" * 201,)])
def test_too_much_to_ask_is_refused(texts: tuple[str, ...]) -> None:
    """Ten questions, two hundred characters each."""
    with pytest.raises(UserError):
        read_questions(texts)


@pytest.mark.parametrize("name", ["", " ", "\u200b\u200f", "x" * 81])
def test_names_nobody_can_read_are_refused(name: str) -> None:
    """Empty, invisible, endless."""
    with pytest.raises(UserError):
        values.read_name(name)


@given(st.text(), st.sampled_from(READERS))
def test_any_text_is_read_or_refused_kindly(
    text: str, read: Callable[[str], object]
) -> None:
    """Never another error."""
    with suppress(UserError):
        read(text)


@pytest.mark.parametrize("read", READERS)
def test_what_breaks_other_programs_is_read_or_refused_kindly(
    read: Callable[[str], object],
) -> None:
    """Injections, controls, half emoji, endless text."""
    for text in everything():
        with suppress(UserError):
            read(text)
