"""How a month's quota will end, from counts, a calendar and an instant."""

from datetime import UTC, date, datetime

from bot.model.budget import (
    Basis,
    Budget,
    Kind,
    Mode,
    Quota,
    Standing,
    forecast,
    month_before,
    month_of,
    needs_saving,
    reopens,
    standings,
    warns,
)

QUOTA = Quota(calls=5000, pushes=3000)


def at(day: int, hour: int = 9, month: int = 3) -> datetime:
    """A time of March 2026 in Shanghai; the 2nd is a Monday, 22 days are worked."""
    return datetime(2026, month, day, hour - 8 if hour >= 8 else 0, tzinfo=UTC)


def weekdays(day: date) -> bool:
    return day.weekday() < 5


def stand(used: int, now: datetime, *, pushes: int = 0) -> tuple[Standing, ...]:
    counts = {"calls:/v1.0/robot/send": used, "pushes": pushes}
    return standings(counts, {}, QUOTA, now, weekdays)


def test_a_month_begins_at_midnight_in_shanghai() -> None:
    """Whatever the clock says elsewhere."""
    assert month_of(datetime(2026, 3, 31, 15, 59, tzinfo=UTC)) == "2026-03"
    assert month_of(datetime(2026, 3, 31, 16, 0, tzinfo=UTC)) == "2026-04"
    assert month_before("2026-01") == "2025-12"


def test_what_waits_goes_on_the_first_morning() -> None:
    """Nine o'clock in Shanghai, over the turn of a year too."""
    assert reopens(at(31)) == datetime(2026, 4, 1, 1, tzinfo=UTC)
    december = datetime(2026, 12, 5, tzinfo=UTC)
    assert reopens(december) == datetime(2027, 1, 1, 1, tzinfo=UTC)


def test_a_month_goes_on_at_the_pace_of_its_working_days() -> None:
    """Half of 22 working days are over before the 17th: twice as much at the end."""
    found = forecast(2000, 5000, at(17), weekdays)
    assert (found.total, found.basis, found.runs_out) == (4000, Basis.PACE, None)


def test_a_weekend_changes_nothing() -> None:
    """Nobody works, so nothing more is expected."""
    friday = forecast(1000, 5000, at(13, 18), weekdays)
    sunday = forecast(1000, 5000, at(15, 20), weekdays)
    assert friday == sunday


def test_holidays_are_no_working_days() -> None:
    """The week of a long feast uses nothing."""

    def feast(day: date) -> bool:
        return weekdays(day) and not date(2026, 3, 23) <= day <= date(2026, 3, 27)

    assert forecast(2000, 5000, at(17), feast).total == 2000 + round(2000 / 11 * 6)


def test_the_day_is_named_on_which_it_runs_out() -> None:
    """Three hundred a day reach five thousand on the seventeenth working day."""
    found = forecast(3300, 5000, at(17), weekdays)
    assert found.total == 6600
    assert found.runs_out == date(2026, 3, 24)


def test_what_is_used_up_does_not_run_out_again() -> None:
    """There is no day to name."""
    assert forecast(5100, 5000, at(17), weekdays).runs_out is None


def test_the_first_days_go_by_the_last_month() -> None:
    """Two working days say little; February had twenty of them."""
    found = forecast(10, 5000, at(4), weekdays, last=4000)
    assert (found.total, found.basis) == (10 + 200 * 20, Basis.LAST)


def test_the_first_hours_of_a_bot_are_a_rough_guess() -> None:
    """Hour by hour, and never from less than a day."""
    first = forecast(10, 5000, at(1, 10), weekdays)
    assert first.basis is Basis.ROUGH
    assert 310 <= first.total <= 320
    assert forecast(0, 5000, at(1, 0), weekdays).total == 0


def test_after_three_working_days_the_month_speaks_for_itself() -> None:
    """Whatever the last one was."""
    assert forecast(10, 5000, at(5), weekdays, last=4000).basis is Basis.PACE


def test_swapped_days_and_daylight_saving_do_not_break_the_sum() -> None:
    """At the month's end nothing is added to what there is."""
    assert forecast(123, 5000, at(31, 23), weekdays).total == 123


def test_saving_begins_late_and_only_when_it_must() -> None:
    """Eighty per cent used and not enough left; either alone is no reason."""
    assert not needs_saving(stand(3900, at(17)))  # will be 7800, but 78 %
    assert not needs_saving(stand(4100, at(31, 18)))  # 82 %, and the month is over
    assert needs_saving(stand(4000, at(17)))
    assert needs_saving(stand(0, at(17), pushes=2700))
    assert needs_saving(stand(5000, at(31, 18)))


def test_without_a_limit_nothing_is_saved_or_warned() -> None:
    """Nought is no limit."""
    counts = {"calls": 10**6}
    free = standings(counts, {}, Quota(), at(17), weekdays)
    assert not needs_saving(free)
    assert warns(free) == []
    assert [each.percent for each in free] == [0, 0]


def test_only_the_highest_level_is_told() -> None:
    """Who is at ninety per cent need not hear of seventy."""
    assert [level for level, _ in warns(stand(3500, at(27)))] == ["70"]
    assert [level for level, _ in warns(stand(4600, at(31, 18)))] == ["90"]


def test_a_month_that_will_not_last_is_told_early() -> None:
    """From a pace, never from the first hours of a bot."""
    ((level, about),) = warns(stand(3000, at(17)))
    assert (level, about.kind) == ("forecast", Kind.CALLS)
    assert warns(stand(700, at(1, 10))) == []


def test_saving_that_began_by_itself_ends_with_its_month() -> None:
    """It does not end when it helps; what an admin said stays."""
    auto = Budget("dingtalk", "D1", QUOTA, since=at(17))
    assert auto.saves(at(30))
    assert not auto.saves(at(2, month=4))
    on = Budget("dingtalk", "D1", QUOTA, Mode.ON, at(17))
    assert on.saves(at(2, month=4))
    assert not Budget("dingtalk", "D1", QUOTA, Mode.OFF, at(17)).saves(at(17))
