"""Lengths of time: "3 days", "1h 30m", 两周, and what lies that far ahead."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from dateutil.relativedelta import relativedelta

from bot.dates.due import Due
from bot.dates.parts import Clock, Part, Strength

_DAY = 86_400.0
_MANY_DAYS = 500
_FRIDAY = 4
_HALF_A_MONTH = 15 * _DAY


@dataclass(frozen=True, slots=True)
class Span:
    """A length of time; `exact` ones keep the clock's time, others name a day."""

    months: int = 0
    seconds: float = 0.0
    timed: bool = False  # said in hours, even when they make whole days

    @property
    def exact(self) -> bool:
        """Whether hours and minutes count."""
        return self.timed or self.seconds % _DAY != 0

    def __add__(self, other: "Span") -> "Span":
        timed = self.timed or other.timed
        return Span(self.months + other.months, self.seconds + other.seconds, timed)

    def __mul__(self, factor: float) -> "Span":
        months, rest = divmod(round(self.months * factor * 2), 2)
        seconds = self.seconds * factor + rest * _HALF_A_MONTH
        return Span(months, seconds, self.timed)

    def after(self, moment: datetime) -> datetime:
        """The moment this much later."""
        months = relativedelta(months=self.months)
        return moment + months + timedelta(seconds=self.seconds)


UNITS = {
    "second": Span(seconds=1, timed=True),
    "minute": Span(seconds=60, timed=True),
    "hour": Span(seconds=3600, timed=True),
    "day": Span(seconds=_DAY),
    "week": Span(seconds=7 * _DAY),
    "fortnight": Span(seconds=14 * _DAY),
    "month": Span(months=1),
    "year": Span(months=12),
    "decade": Span(months=120),
}


def ahead(
    span: Span, now: datetime, strength: Strength, *, exact: bool = False
) -> Part:
    """The part of a phrase that lies a span from now."""
    try:
        moment = span.after(now.replace(tzinfo=None))
    except (OverflowError, ValueError):
        return Part(Strength.WHOLE, dates=())
    clock = _clock(moment) if exact or span.exact else None
    return Part(strength, dates=(moment.date(),), week=_week(span, moment), clock=clock)


def working_days(count: int, now: datetime, strength: Strength) -> Part:
    """The part of a phrase so many days from Monday to Friday ahead; no holidays."""
    return Part(strength, dates=(work_days(now.date(), count),))


def work_days(day: date, count: int) -> date:
    """The day so many days from Monday to Friday on, or back when they are negative."""
    step = timedelta(days=1 if count > 0 else -1)
    for _ in range(min(abs(count), _MANY_DAYS)):
        day += step
        while day.weekday() > _FRIDAY:
            day += step
    return day


def _week(span: Span, moment: datetime) -> date | None:
    """Whole weeks name a week too: "monday two weeks from now"."""
    if span.months or span.timed or span.seconds % (7 * _DAY):
        return None
    return moment.date() - timedelta(days=moment.weekday())


def _clock(moment: datetime) -> Clock:
    return Clock(moment.hour, moment.minute, moment.second)


def shift(due: Due, span: Span) -> Part:
    """The part of a phrase that lies a span from another date."""
    start = datetime.combine(due.day, due.time or datetime.min.time())
    try:
        moment = span.after(start)
    except (OverflowError, ValueError):
        return Part(Strength.WHOLE, dates=())
    timed = due.time is not None or span.exact
    return Part(dates=(moment.date(),), clock=_clock(moment) if timed else None)


def amount(text: str) -> float:
    """ "2.5", "0,5", "3/4" or "½" as a number."""
    above, _, below = text.replace(",", ".").partition("/")
    return float(above) / float(below or 1)


def named(match: re.Match[str], units: dict[str, Span]) -> Span:
    """The unit whose group took part in a match."""
    return next(units[name] for name in units if match[name])
