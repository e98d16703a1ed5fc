"""How a measure stands, period by period; ratios are never averaged."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from bot.model.measure import Cadence, Direction, Measure, Target, Unit, Value, total
from bot.model.measure.periods import next_morning, period_of
from bot.model.measure.standing import meant, overdue, said_late, standing
from bot.model.people import Hours, Person

MONDAY = datetime(2026, 3, 9, 8, tzinfo=UTC)  # nine o'clock in Berlin
DAY = timedelta(days=1)
MEASURE = Measure(
    id=1, name="Refund rate", unit=Unit.PERCENT, owner_id=1, zone="Europe/Berlin",
    made_at=MONDAY - 60 * DAY, target=Target(Direction.DOWN, None, Decimal("2.5")),
)  # fmt: skip


def value(first: date, number: str, at: datetime = MONDAY, **more: object) -> Value:
    """What was reported for the week that begins then."""
    said = Value(measure_id=1, first=first, value=Decimal(number), at=at)
    return replace(said, **more)  # type: ignore[arg-type]


WEEKS = [date(2026, 3, 2) - 7 * DAY * n for n in range(3)]


def test_it_is_compared_with_the_target_and_the_period_before() -> None:
    """Down is better here."""
    found = standing(MEASURE, [value(WEEKS[0], "2.7"), value(WEEKS[1], "3")], MONDAY)
    assert (found.gap, found.change) == (Decimal("0.2"), Decimal("-0.3"))
    assert (found.met, found.better, found.silent) == (False, True, None)
    apart = standing(MEASURE, [value(WEEKS[0], "2.7"), value(WEEKS[2], "3")], MONDAY)
    assert apart.change is None


def test_an_old_number_is_not_shown_as_if_it_were_one() -> None:
    """The week before the last has nothing to say on Tuesday (J13)."""
    said = value(WEEKS[1], "3", MONDAY - 8 * DAY)
    assert standing(MEASURE, [said], MONDAY).silent is None
    assert standing(MEASURE, [said], MONDAY + DAY).silent == 9
    never = replace(MEASURE, made_at=MONDAY - 9 * DAY)
    assert standing(never, [], MONDAY + DAY).silent == 10
    assert standing(replace(never, made_at=MONDAY), [], MONDAY + DAY).silent is None


def test_a_value_without_a_period_fills_what_is_missing_first() -> None:
    """Else it is about the period that runs, and partial."""
    assert meant(MEASURE, [], MONDAY).first == WEEKS[0]
    known = [value(WEEKS[0], "2")]
    assert meant(MEASURE, known, MONDAY).first == MONDAY.date()
    new = replace(MEASURE, made_at=MONDAY)
    assert meant(new, [], MONDAY).first == MONDAY.date()
    running = [value(MONDAY.date(), "2")]
    assert standing(MEASURE, running, MONDAY).partial
    assert not standing(MEASURE, known, MONDAY).partial


def test_who_reported_a_moment_ago_is_not_asked() -> None:
    """Nor who has said all of the period (J04)."""
    friday, monday = MONDAY - 3 * DAY, MONDAY - 7 * DAY
    assert overdue(MEASURE, [], MONDAY)
    assert overdue(MEASURE, [value(WEEKS[0], "2", monday)], MONDAY)
    assert not overdue(MEASURE, [value(WEEKS[0], "2", friday + DAY)], MONDAY)
    assert not overdue(MEASURE, [value(WEEKS[0], "2", MONDAY)], MONDAY)
    assert not overdue(replace(MEASURE, made_at=MONDAY), [], MONDAY)


def test_late_data_is_said() -> None:
    """From the second day after the week."""
    assert said_late(MEASURE, value(WEEKS[0], "2", MONDAY)) == 0
    assert said_late(MEASURE, value(WEEKS[0], "2", MONDAY + DAY)) == 2


def test_ratios_are_divided_anew_and_sums_added() -> None:
    """One of a hundred and one of one are two of a hundred and one."""
    one = value(WEEKS[0], "1", numerator=Decimal(1), denominator=Decimal(100))
    all_ = value(WEEKS[1], "100", numerator=Decimal(1), denominator=Decimal(1))
    assert total(MEASURE, [one, all_]) == Decimal("1.980198")
    assert total(MEASURE, [one, value(WEEKS[1], "100")]) is None
    orders = replace(MEASURE, unit=Unit.COUNT)
    assert total(orders, [value(WEEKS[0], "5"), value(WEEKS[1], "7")]) == 12
    assert total(replace(MEASURE, unit=Unit.SCORE), [value(WEEKS[0], "5")]) is None
    promoters = replace(orders, key="nps")
    assert total(promoters, [value(WEEKS[0], "40"), value(WEEKS[1], "50")]) is None
    zero = replace(one, denominator=Decimal(0))
    assert total(MEASURE, [zero, replace(zero, first=WEEKS[1])]) is None


@pytest.mark.parametrize(
    ("cadence", "first", "last"),
    [
        (Cadence.DAILY, date(2026, 12, 31), date(2026, 12, 31)),
        (Cadence.WEEKLY, date(2026, 12, 28), date(2027, 1, 3)),
        (Cadence.MONTHLY, date(2026, 12, 1), date(2026, 12, 31)),
        (Cadence.QUARTERLY, date(2026, 10, 1), date(2026, 12, 31)),
    ],
)
def test_a_day_lies_in_one_period(cadence: Cadence, first: date, last: date) -> None:
    """At the end of a year, too."""
    found = period_of(cadence, date(2026, 12, 31))
    assert (found.first, found.last) == (first, last)


BERLIN = Person(
    1, 1, "Li", zone="Europe/Berlin", language="en", hours=Hours(start=time(9))
)


@pytest.mark.parametrize(
    ("measure", "after", "asked"),
    [
        (MEASURE, datetime(2026, 3, 4, 12, tzinfo=UTC), "2026-03-09T09:00"),
        (MEASURE, datetime(2026, 3, 9, 7, tzinfo=UTC), "2026-03-09T09:00"),
        (MEASURE, datetime(2026, 3, 9, 8, tzinfo=UTC), "2026-03-16T09:00"),
        # The clocks go forward on 29 March; nine o'clock stays nine o'clock.
        (MEASURE, datetime(2026, 3, 28, 8, tzinfo=UTC), "2026-03-30T09:00"),
        (
            replace(MEASURE, cadence=Cadence.MONTHLY),
            datetime(2026, 7, 15, tzinfo=UTC),
            "2026-08-03T09:00",  # the first is a Saturday
        ),
        (
            replace(MEASURE, cadence=Cadence.DAILY),
            datetime(2026, 3, 6, 12, tzinfo=UTC),
            "2026-03-09T09:00",
        ),
        (
            replace(MEASURE, cadence=Cadence.QUARTERLY),
            datetime(2026, 3, 6, 12, tzinfo=UTC),
            "2026-04-01T09:00",
        ),
        (
            replace(MEASURE, weekday=4),
            datetime(2026, 3, 6, 12, tzinfo=UTC),
            "2026-03-13T09:00",
        ),
    ],
)
def test_it_is_asked_on_the_owners_morning(
    measure: Measure, after: datetime, asked: str
) -> None:
    """On their clock, on a day on which they work."""
    at = next_morning(measure, BERLIN, lambda day: day.weekday() < 5, after)
    assert at
    local = at.astimezone(ZoneInfo("Europe/Berlin"))
    assert local.replace(tzinfo=None).isoformat(timespec="minutes") == asked
