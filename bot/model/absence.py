"""Rules about being away: which days are meant, when somebody is back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.model.people import Absence, DayHalf

ONE_DAY = timedelta(days=1)
LONGEST = timedelta(days=366)
LOOK_BACK = timedelta(days=14)  # no days off between two absences are more


@dataclass(frozen=True, slots=True)
class Days:
    """Whole local days, both ends included, or a half of one."""

    first: date
    last: date
    half: DayHalf | None = None

    @classmethod
    def of(cls, first: str, last: str) -> "Days":
        """From ISO dates, as messages keep them."""
        return cls(date.fromisoformat(first), date.fromisoformat(last))

    @property
    def in_order(self) -> bool:
        """Whether the first day is not after the last."""
        return self.first <= self.last

    @property
    def one(self) -> bool:
        """Whether it is a single day."""
        return self.first == self.last

    def some(self, works: Callable[[date], bool]) -> bool:
        """Whether any of them is worked."""
        count = (self.last - self.first).days + 1
        return any(works(self.first + n * ONE_DAY) for n in range(count))

    @property
    def too_long(self) -> bool:
        """Whether it is more than a year, which nobody means."""
        return self.last - self.first > LONGEST


def back_on(days: Days, works: Callable[[date], bool]) -> date:
    """The first working day after; the day after if none comes within two weeks."""
    after = days.last + timedelta(days=1)
    fortnight = (after + timedelta(days=n) for n in range(14))
    return next((day for day in fortnight if works(day)), after)


@dataclass(frozen=True, slots=True)
class Wish:
    """Days away as somebody said them. `only` names the one stand-up they are for;
    `hours` are those that were said, where days are kept instead of them.
    """

    days: Days
    reason: str = ""
    only: str | None = None
    hours: str = ""


@dataclass(frozen=True, slots=True)
class Joined:
    """Days away that are one absence with those that were `known` before."""

    days: Days
    known: tuple[Absence, ...] = ()

    @property
    def already(self) -> bool:
        """Whether they were away on exactly these days before."""
        return any(days_of(each) == self.days for each in self.known)

    @property
    def whole(self) -> tuple[Absence, ...]:
        """What was known of whole days."""
        return tuple(each for each in self.known if each.half is None)


def days_of(absence: Absence) -> Days:
    """The days of an absence."""
    return Days(absence.first, absence.last, absence.half)


def join(wish: Wish, known: Sequence[Absence], works: Callable[[date], bool]) -> Joined:
    """The days with everything that overlaps or adjoins them: no working day lies
    between. Both halves of a day are a whole one.
    """
    days = wish.days
    if days.half:
        same = tuple(each for each in known if each.covers_some(days.first))
        if whole := next((each for each in same if each.half is None), None):
            return Joined(days_of(whole), (whole,))
        if all(each.half is days.half for each in same):
            return Joined(days, same)
    found: list[Absence] = []
    left = sorted(known, key=lambda each: each.first)
    while more := [each for each in left if _touches(each, days, works)]:
        found += more
        left = [each for each in left if each not in more]
        days = Days(
            min(days.first, *(each.first for each in more)),
            max(days.last, *(each.last for each in more)),
        )
    days = Days(days.first, days.last)
    return Joined(days, tuple(sorted(found, key=lambda each: each.first)))


def _touches(each: Absence, days: Days, works: Callable[[date], bool]) -> bool:
    if each.half:
        return days.first <= each.first <= days.last
    if each.last < days.first:
        return not _works_between(each.last, days.first, works)
    if days.last < each.first:
        return not _works_between(days.last, each.first, works)
    return True


def _works_between(last: date, first: date, works: Callable[[date], bool]) -> bool:
    between = (last + n * ONE_DAY for n in range(1, (first - last).days))
    return any(works(day) for day in between)


def without(days: Days, gone: Days) -> tuple[Days, ...]:
    """What is left of days away once others, or a half of one, are taken out."""
    if gone.last < days.first or days.last < gone.first:
        return (days,)
    if days.half:
        return (days,) if gone.half not in (None, days.half) else ()
    left = [
        Days(days.first, gone.first - ONE_DAY),
        Days(gone.last + ONE_DAY, days.last),
    ]
    if gone.half:
        other = next(half for half in DayHalf if half is not gone.half)
        left.insert(1, Days(gone.first, gone.first, other))
    return tuple(each for each in left if each.in_order)


def last_of(first: date, count: int, works: Callable[[date], bool]) -> date:
    """The last of so many working days from `first` on."""
    day, left = first, count - (1 if works(first) else 0)
    while left > 0 and day - first < LONGEST * 2:
        day += ONE_DAY
        left -= 1 if works(day) else 0
    return day
