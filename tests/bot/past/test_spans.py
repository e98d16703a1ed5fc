"""Days gone by, as people name them."""

from datetime import UTC, date, datetime

import pytest

from bot.commands.standup.spans import take_span
from bot.errors import UsageError
from bot.model.absence import Days

NOW = datetime(2026, 3, 18, 10, 0, tzinfo=UTC)  # a Wednesday


def on(first: str, last: str = "") -> Days:
    """Days of 2026, or of another year."""
    return Days(_day(first), _day(last or first))


def _day(text: str) -> date:
    return date.fromisoformat(text if len(text) > 5 else f"2026-{text}")


SPANS = {
    "last month": on("02-01", "02-28"),
    "last month's": on("02-01", "02-28"),
    "last week": on("03-09", "03-15"),
    "last year": on("2025-01-01", "2025-12-31"),
    "the last quarter": on("2025-10-01", "2025-12-31"),
    "this week": on("03-16", "03-18"),
    "this month": on("03-01", "03-18"),
    "4 weeks": on("02-23", "03-18"),
    "last 4 weeks": on("02-23", "03-18"),
    "past two weeks": on("03-09", "03-18"),
    "last 30 days": on("02-17", "03-18"),
    "yesterday": on("03-17"),
    "today": on("03-18"),
    "friday": on("03-13"),
    "last friday": on("03-13"),
    "wednesday": on("03-18"),
    "3 March": on("03-03"),
    "march 30": on("2025-03-30"),
    "5 December": on("2025-12-05"),
    "10 march 2025": on("2025-03-10"),
    "2026-03-03": on("03-03"),
    "March": on("03-01", "03-31"),
    "in march 2025": on("2025-03-01", "2025-03-31"),
    "december": on("2025-12-01", "2025-12-31"),
    "2026-02": on("02-01", "02-28"),
    "since 1 March": on("03-01", "03-18"),
    "since last month": on("02-01", "03-18"),
    "since March": on("03-01", "03-18"),
    "since yesterday": on("03-17", "03-18"),
    "since last monday": on("03-16", "03-18"),
    "1 March until 5 March": on("03-01", "03-05"),
    "from 25 feb to 3 mar": on("02-25", "03-03"),
    "3–10 March": on("03-03", "03-10"),
    "3 to 10 March": on("03-03", "03-10"),
    "2026-03-03 to 2026-03-05": on("03-03", "03-05"),
    "monday to wednesday": on("03-16", "03-18"),
    "20 Dec to 5 Jan": on("2025-12-20", "2026-01-05"),
    "上个月": on("02-01", "02-28"),
    "上月": on("02-01", "02-28"),
    "上周": on("03-09", "03-15"),
    "上上周": on("03-02", "03-08"),
    "上周五": on("03-13"),
    "上周一到上周三": on("03-09", "03-11"),
    "去年": on("2025-01-01", "2025-12-31"),
    "本周": on("03-16", "03-18"),
    "这个月": on("03-01", "03-18"),
    "昨天": on("03-17"),
    "前天": on("03-16"),
    "最近两周": on("03-09", "03-18"),
    "近7天": on("03-12", "03-18"),
    "过去三个月": on("01-01", "03-18"),
    "12 周": on("2025-12-29", "03-18"),
    "3月3日": on("03-03"),
    "三月三日": on("03-03"),
    "周五": on("03-13"),
    "3月": on("03-01", "03-31"),
    "2025年12月": on("2025-12-01", "2025-12-31"),
    "3月3日到3月10日": on("03-03", "03-10"),
    "3月3日至5日": on("03-03", "03-05"),
    "从3月1日起": on("03-01", "03-18"),
    "3月1日以来": on("03-01", "03-18"),
    "上个月以来": on("02-01", "03-18"),
}


@pytest.mark.parametrize(("typed", "days"), SPANS.items())
def test_a_span_is_understood(typed: str, days: Days) -> None:
    """On its own, and between other words, which stay."""
    assert take_span(typed, NOW) == (days, "")
    assert take_span(f"Daily {typed}", NOW) == (days, "Daily")
    assert take_span(f"{typed} 纸箱", NOW) == (days, "纸箱")


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Daily",
        "Mayday parcels",
        "boxes and tape",
        "-1+2",
        "第3周",
        "3周年庆",
        "a-b",
    ],
)
def test_what_names_no_days_stays(words: str) -> None:
    """Words that only look like it."""
    assert take_span(words, NOW) == (None, words)


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("30 Feb", "date-impossible"),
        ("2月30日", "date-impossible"),
        ("3月3日至40日", "date-impossible"),
        ("10 March to 3 March", "standup-span-order"),
    ],
)
def test_days_that_are_none_are_named(typed: str, key: str) -> None:
    """With what is wrong about them."""
    with pytest.raises(UsageError) as wrong:
        take_span(typed, NOW)
    assert wrong.value.key == key
