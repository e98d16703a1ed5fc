"""When a cycle comes round: pure dates. The last day is one on which people work."""

from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from bot.model.reminders import Works
from bot.model.review import Cadence

DAY = timedelta(days=1)
MONTHS = {
    Cadence.MONTHLY: 1, Cadence.QUARTERLY: 3, Cadence.HALF_YEARLY: 6,
    Cadence.YEARLY: 12,
}  # fmt: skip
LEADS = {
    Cadence.MONTHLY: 7, Cadence.QUARTERLY: 14, Cadence.HALF_YEARLY: 21,
    Cadence.YEARLY: 28,
}  # fmt: skip
WEEK = 7
SHORT = 4  # days a weekly round is open: from Monday to Friday
LEAD = 30  # days before the last one, where a cycle comes once
LOOKS_BACK = 90  # days, where a cycle comes once
ENOUGH = 3  # days; a round with less is left out at the start
MOST_WEEKS = 26
FARTHEST = 366  # days
NEAR = 14  # days in which a day of work is looked for


@dataclass(frozen=True, slots=True)
class Span:
    """What a round looks back on, and from when to when it is open."""

    since: date
    opens: date
    due: date


def once(due: date, today: date) -> Span:
    """The one round of a cycle that comes once: it opens a month before."""
    return Span(due - LOOKS_BACK * DAY, max(today, due - LEAD * DAY), due)


def first(cadence: Cadence, weeks: int, today: date, works: Works) -> Span:
    """The first round there is time enough for; it opens today at the earliest."""
    if cadence is Cadence.WEEKS:
        friday = today - today.weekday() * DAY + SHORT * DAY
        span = _span(cadence, weeks, friday + (weeks - 1) * WEEK * DAY, works)
        if (span.due - today).days < min(ENOUGH, SHORT - 1):
            span = _span(cadence, weeks, friday + weeks * WEEK * DAY, works)
    else:
        span = _span(cadence, weeks, _end(today, MONTHS[cadence]), works)
        if (span.due - today).days < ENOUGH:
            span = after(cadence, weeks, span.due, works)
    return Span(span.since, max(span.opens, today), span.due)


def after(cadence: Cadence, weeks: int, due: date, works: Works) -> Span:
    """The round that follows the one which was due on that day."""
    if cadence is Cadence.WEEKS:
        friday = due - due.weekday() * DAY + SHORT * DAY
        return _span(cadence, weeks, friday + weeks * WEEK * DAY, works)
    ended = _end(due, MONTHS[cadence])
    return _span(cadence, weeks, _end(ended + DAY, MONTHS[cadence]), works)


def last_working(day: date, works: Works) -> date:
    """That day, or the last one before it on which people work."""
    days = (day - count * DAY for count in range(NEAR))
    return next((each for each in days if works(each)), day)


def next_working(day: date, works: Works) -> date:
    """The first day after it on which people work."""
    days = (day + count * DAY for count in range(1, NEAR))
    return next((each for each in days if works(each)), day)


def _span(cadence: Cadence, weeks: int, end: date, works: Works) -> Span:
    due = last_working(end, works)
    if cadence is Cadence.WEEKS:
        lead = SHORT if weeks == 1 else WEEK
        return Span(end - weeks * WEEK * DAY, due - lead * DAY, due)
    since = end + DAY - relativedelta(months=MONTHS[cadence])
    return Span(since, due - LEADS[cadence] * DAY, due)


def _end(day: date, months: int) -> date:
    """The last day of the month, quarter or half of a year in which a day lies."""
    begun = (day.month - 1) // months * months
    start = date(day.year, begun + 1, 1)
    return start + relativedelta(months=months) - DAY
