"""When reviews come round, who writes them, and when who hears of it: pure."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.model.people import Person
from bot.model.review import Cadence, Review, Round
from bot.model.review.people import above, pairs
from bot.model.review.plan import Planned, Reader, Rung, planned
from bot.model.review.rhythm import after, first, once


def weekdays(day: date) -> bool:
    """A week as most have it."""
    return day.weekday() < 5


def person(id: int, led_by: int | None, zone: str = "Europe/Berlin") -> Person:
    """Somebody, and who leads them."""
    return Person(id, 1, f"P{id}", zone, "en", manager_id=led_by)


@pytest.mark.parametrize(
    ("cadence", "weeks", "today", "opens", "due"),
    [
        (Cadence.MONTHLY, 0, "2026-03-02", "2026-03-24", "2026-03-31"),
        (Cadence.MONTHLY, 0, "2026-03-26", "2026-03-26", "2026-03-31"),
        (Cadence.MONTHLY, 0, "2026-03-30", "2026-04-23", "2026-04-30"),
        (Cadence.MONTHLY, 0, "2026-05-04", "2026-05-22", "2026-05-29"),
        (Cadence.QUARTERLY, 0, "2026-12-30", "2027-03-17", "2027-03-31"),
        (Cadence.HALF_YEARLY, 0, "2026-03-02", "2026-06-09", "2026-06-30"),
        (Cadence.YEARLY, 0, "2026-03-02", "2026-12-03", "2026-12-31"),
        (Cadence.WEEKS, 1, "2026-03-02", "2026-03-02", "2026-03-06"),
        (Cadence.WEEKS, 1, "2026-03-05", "2026-03-09", "2026-03-13"),
        (Cadence.WEEKS, 3, "2026-03-04", "2026-03-13", "2026-03-20"),
    ],
)
def test_the_first_round_has_time_enough(
    cadence: Cadence, weeks: int, today: str, opens: str, due: str
) -> None:
    """It ends on a day on which people work, and opens today at the earliest."""
    span = first(cadence, weeks, date.fromisoformat(today), weekdays)
    assert (span.opens.isoformat(), span.due.isoformat()) == (opens, due)


@pytest.mark.parametrize(
    ("cadence", "weeks", "due", "then"),
    [
        (Cadence.MONTHLY, 0, "2026-01-30", "2026-02-27"),
        (Cadence.MONTHLY, 0, "2026-12-31", "2027-01-29"),
        (Cadence.QUARTERLY, 0, "2026-03-31", "2026-06-30"),
        (Cadence.WEEKS, 2, "2026-03-13", "2026-03-27"),
        (Cadence.WEEKS, 2, "2026-04-02", "2026-04-17"),
    ],
)
def test_the_next_follows_the_last(
    cadence: Cadence, weeks: int, due: str, then: str
) -> None:
    """Even where the last one ended early, before a weekend or a holiday."""
    span = after(cadence, weeks, date.fromisoformat(due), weekdays)
    assert span.due.isoformat() == then


def test_once_opens_a_month_before() -> None:
    """And at once where less is left."""
    today = date(2026, 3, 2)
    assert once(date(2026, 3, 13), today).opens == today
    assert once(date(2026, 6, 30), today).opens == date(2026, 5, 31)


def test_nobody_reviews_themselves_or_in_a_ring() -> None:
    """They are named; who hangs below a ring is reviewed as ever."""
    people = [person(1, 2), person(2, 3), person(3, 1), person(4, 3), person(5, 5)]
    found = pairs(people)
    assert found.reviewers == {1: None, 2: None, 3: None, 4: 3, 5: None}
    assert found.rings == ((1, 2, 3, 1), (5, 5))
    assert found.alone == (1, 2, 3, 5)
    assert above(4, {each.id: each for each in people}) == (3, 1, 2)


def said(now: datetime, reader: Reader, review: Review) -> tuple[Planned, ...]:
    """What one manager hears of one review in the round of that March."""
    round = Round(
        cycle_id=1,
        since=date(2026, 1, 1),
        opens=date(2026, 3, 16),
        due=date(2026, 3, 31),
        made_at=datetime(2026, 3, 15, 11, tzinfo=UTC),
    )
    readers = {reader.person.id: reader}
    return planned(round, [review], readers, now, self_first=False)


def test_nine_stays_nine_when_the_clock_changes() -> None:
    """On 29 March Berlin loses an hour."""
    review = Review(round_id=1, person_id=2, reviewer_id=1, asked_on=date(2026, 3, 16))
    now = datetime(2026, 3, 17, tzinfo=UTC)
    found = said(now, Reader(person(1, None), weekdays), review)
    assert [(each.rung, each.day.day, each.at.hour) for each in found] == [
        (Rung.THREE, 27, 8), (Rung.ONE, 30, 7), (Rung.DUE, 31, 7),
    ]  # fmt: skip


def test_who_is_away_hears_before_and_nothing_twice_on_a_day() -> None:
    """Of several messages for one morning the last one counts."""
    away = {date(2026, 3, day) for day in (27, 30, 31)}
    reader = Reader(person(1, None), lambda day: weekdays(day) and day not in away)
    review = Review(round_id=1, person_id=2, reviewer_id=1, asked_on=date(2026, 3, 16))
    found = said(datetime(2026, 3, 17, tzinfo=UTC), reader, review)
    assert [(each.rung, each.day.day) for each in found] == [(Rung.DUE, 26)]


def test_after_a_long_stop_nothing_of_yesterday_is_said() -> None:
    """A list that never came is said in the next morning."""
    review = Review(round_id=1, person_id=2, reviewer_id=1)
    reader = Reader(person(1, None), weekdays)
    now = datetime(2026, 3, 20, 20, tzinfo=UTC)
    found = said(now, reader, review)
    assert [(each.rung, each.day.day) for each in found[:2]] == [
        (Rung.LIST, 23), (Rung.THREE, 27),
    ]  # fmt: skip
    assert found[0].at - now > timedelta(days=2)
