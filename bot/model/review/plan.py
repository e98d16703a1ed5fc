"""When who hears of a round: mornings on each reader's own clock (K01–K04); pure.

A list of who is to be written about on the first morning, then three days and one day
before the last day, and on it; who has nothing left to write hears nothing.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from bot.model.moments import instant
from bot.model.people import Person
from bot.model.reminders import Works
from bot.model.review import Review, Round

NINE = time(9)
DAY = timedelta(days=1)
FRESH = timedelta(hours=8)  # so long what is due in a morning is said on that day
NEAR = 21  # days in which a day of work is looked for
SELF_BEFORE = 7  # days before the last day, what people say of themselves is due
LATE_AFTER = 2  # working days
LASTS = timedelta(days=60)  # so long after its last day a round can be written to


class Rung(StrEnum):
    """Which message it is."""

    LIST = "list"
    SELF = "self"
    SELF_AGAIN = "self-again"
    THREE = "three"
    ONE = "one"
    DUE = "due"
    LATE = "late"


RUNGS = ((Rung.DUE, 0), (Rung.ONE, 1), (Rung.THREE, 3))


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody, and on which days they work and are there."""

    person: Person
    works: Works
    hour: time | None = None  # when they want to hear of reviews


@dataclass(frozen=True, slots=True)
class Planned:
    """One message to one person at an instant; `reviews` are what it is about."""

    rung: Rung
    person_id: int
    day: date
    at: datetime
    reviews: tuple[Review, ...] = ()


Readers = Mapping[int, Reader]


def planned(
    round: Round,
    reviews: Iterable[Review],
    readers: Readers,
    now: datetime,
    *,
    self_first: bool,
) -> tuple[Planned, ...]:
    """Everything there is to say to who writes, in order."""
    mine: dict[int, list[Review]] = {}
    found: list[Planned] = []
    for review in reviews:
        if review.open and review.reviewer_id in readers:
            mine.setdefault(review.reviewer_id or 0, []).append(review)
        if self_first and review.open and review.reviewer_id in readers:
            found += _self(round, review, readers[review.person_id], now)
    for id, theirs in mine.items():
        found += _lists(round, theirs, readers[id], now)
    return tuple(sorted(found, key=lambda each: each.at))


def late(round: Round, readers: Iterable[Reader], now: datetime) -> Iterator[Planned]:
    """The one message to those who see that reviews are written."""
    for reader in readers:
        day = round.due
        for _ in range(LATE_AFTER):
            day = _on_or_after(day + DAY, reader.works) or day + DAY
        yield _said(Rung.LATE, reader, day)


def self_due(round: Round) -> date:
    """When what people say of themselves should be there."""
    middle = round.opens + (round.due - round.opens) // 2
    return max(round.due - SELF_BEFORE * DAY, middle)


def morning(day: date, reader: Reader) -> datetime:
    """The hour they chose, on their own clock (K04); else nine, or when their day
    starts if nine is no time of it.
    """
    hours = reader.person.hours
    usual = NINE if hours.start <= NINE < hours.end else hours.start
    return instant(day, reader.hour or usual, reader.person.tz)


def over(round: Round, now: datetime) -> bool:
    """Whether nobody will write any more."""
    return now.date() > round.due + LASTS


def _lists(
    round: Round, reviews: list[Review], reader: Reader, now: datetime
) -> Iterator[Planned]:
    new = tuple(each for each in reviews if each.asked_on is None)
    first = _first_morning(round, reader, now)
    if new and first:
        yield _said(Rung.LIST, reader, first, new)
    taken = {first} if new else {each.asked_on for each in reviews}
    for rung, before in RUNGS:
        day = _on_or_before(round.due - before * DAY, reader.works)
        if day is None or day in taken or day < round.opens:
            continue
        taken.add(day)
        said = _said(rung, reader, day, tuple(reviews))
        if said.at > round.made_at and now <= said.at + FRESH:
            yield said


def _self(
    round: Round, review: Review, reader: Reader, now: datetime
) -> Iterator[Planned]:
    """Nobody is asked about themselves for nobody to read."""
    if review.self_sent_at is not None:
        return
    if review.self_asked_on is None:
        if first := _first_morning(round, reader, now):
            yield _said(Rung.SELF, reader, first, (review,))
        return
    day = _on_or_before(self_due(round), reader.works)
    if day is None or day <= review.self_asked_on:
        return
    said = _said(Rung.SELF_AGAIN, reader, day, (review,))
    if now <= said.at + FRESH:
        yield said


def _first_morning(round: Round, reader: Reader, now: datetime) -> date | None:
    """The first morning of theirs since it began which is not too long ago."""
    day = max(round.opens, reader.person.local(now).date() - DAY)
    for _ in range(NEAR):
        at = morning(day, reader)
        if reader.works(day) and at > round.made_at and now <= at + FRESH:
            return day
        day += DAY
    return None


def _said(
    rung: Rung, reader: Reader, day: date, reviews: tuple[Review, ...] = ()
) -> Planned:
    return Planned(rung, reader.person.id, day, morning(day, reader), reviews)


def _on_or_before(day: date, works: Works) -> date | None:
    days = (day - count * DAY for count in range(NEAR))
    return next((each for each in days if works(each)), None)


def _on_or_after(day: date, works: Works) -> date | None:
    days = (day + count * DAY for count in range(NEAR))
    return next((each for each in days if works(each)), None)
