"""From what was said to the day and time it means."""

from datetime import date, datetime, time, timedelta, tzinfo

from bot.dates import days
from bot.dates.due import DateProblem, Due
from bot.dates.parts import Clock, Part, Period, has_day

_USUAL = {
    Period.SMALL_HOURS: time(0, 0),
    Period.MORNING: time(9, 0),
    Period.NOON: time(12, 0),
    Period.AFTERNOON: time(13, 0),
    Period.EVENING: time(18, 0),
    Period.NIGHT: time(21, 0),
}

# The hours, on a twelve-hour dial, that fit each part of the day, and what to add.
_HOURS = {
    Period.SMALL_HOURS: (range(7), 0),
    Period.MORNING: (range(13), 0),
    Period.NOON: (range(1, 4), 12),
    Period.AFTERNOON: (range(1, 8), 12),
    Period.EVENING: (range(4, 12), 12),
    Period.NIGHT: (range(5, 12), 12),
}

_FRIDAY = 4
_MIDNIGHT = Clock(0)
_YEARS = range(1900, 2200)
_OFFICE_STARTS = 7  # "friday at 5" is five in the afternoon, "at 8" is in the morning


def resolve(part: Part, now: datetime) -> Due | DateProblem:
    """The day and time meant; a problem when they contradict or do not exist."""
    if part.dates == () or (part.clock is not None and not part.clock.exists):
        return DateProblem.IMPOSSIBLE
    try:
        local = now if part.zone is None else now.astimezone(part.zone)
        due = _resolve(part, local)
        if part.zone is not None and isinstance(due, Due):
            due = _elsewhere(due, part.zone, now)
    except OverflowError:
        return DateProblem.IMPOSSIBLE
    if isinstance(due, Due) and due.day.year not in _YEARS:
        return DateProblem.IMPOSSIBLE
    return due


def _resolve(part: Part, now: datetime) -> Due | DateProblem:
    if not has_day(part) and part.otherwise is None:
        return _next_time(part, now)
    day = _day(part, now.date())
    if part.weekday == now.weekday() and _still_today(part, now):
        return Due(now.date(), _still_today(part, now))
    if part.near and part.weekday is not None and day.weekday() != part.weekday:
        return DateProblem.UNKNOWN
    if part.clock is None:
        return Due(day, _USUAL[part.period] if part.period else None)
    clock = _certain(part.clock, part.period)
    if clock == _MIDNIGHT and part.near == now.date():
        clock = Clock(24)  # today's midnight is the one to come
    return DateProblem.UNKNOWN if clock is None else _due(day, clock)


def _still_today(part: Part, now: datetime) -> time | None:
    """The time of "wednesday evening" where that is the evening to come."""
    if part.week or part.dates or part.near or not (part.clock or part.period):
        return None
    clock = _certain(part.clock, part.period) if part.clock else None
    if part.clock and (clock is None or clock.hour > 23):
        return None
    at = time(clock.hour, clock.minute) if clock else _USUAL[part.period or Period.NOON]
    return at if at > now.time() else None


def _elsewhere(due: Due, zone: tzinfo, now: datetime) -> Due | DateProblem:
    """What a clock in another zone shows, on the speaker's."""
    if due.time is None or now.tzinfo is None:
        return DateProblem.UNKNOWN
    there = datetime.combine(due.day, due.time, tzinfo=zone)
    here = there.astimezone(now.tzinfo)
    return Due(here.date(), here.time())


def _day(part: Part, today: date) -> date:
    if part.week is not None and (part.dates is None or part.weekday is not None):
        return part.week + timedelta(days=_day_of_week(part, today))
    if part.dates:
        fits = [day for day in part.dates if day.weekday() == part.weekday]
        return min(fits, default=part.dates[0])
    if part.weekday is not None and part.near is None:
        return days.coming(part.weekday, today + timedelta(days=1))
    return part.near or part.otherwise or today


def _day_of_week(part: Part, today: date) -> int:
    """Without a weekday a coming week means its Monday, this one until Friday."""
    if part.weekday is not None or part.week is None:
        return part.weekday or 0
    return 0 if part.week > today else max(_FRIDAY, today.weekday())


def _due(day: date, clock: Clock) -> Due:
    day += timedelta(days=clock.hour // 24)
    return Due(day, time(clock.hour % 24, clock.minute, clock.second))


def _certain(clock: Clock, period: Period | None) -> Clock | None:
    """The hour of the whole day, or None when it does not fit the part of it."""
    if period is not None:
        return _within(clock, period)
    if clock.vague and 0 < clock.hour < _OFFICE_STARTS:
        return Clock(clock.hour + 12, clock.minute, clock.second)
    return clock


def _within(clock: Clock, period: Period) -> Clock | None:
    hours, add = _HOURS[period]
    if clock.hour > 12 or (clock.hour == 12 and period in _AROUND_NOON):
        return clock if period in _LATE else None
    if clock.hour == 12 and period in (Period.EVENING, Period.NIGHT):
        return Clock(24, clock.minute)
    if clock.hour in (10, 11, 12) and period is Period.NOON:
        return clock
    if clock.hour not in hours:
        return None
    return Clock(clock.hour + add, clock.minute, clock.second)


_AROUND_NOON = (Period.NOON, Period.AFTERNOON)
_LATE = (Period.NOON, Period.AFTERNOON, Period.EVENING, Period.NIGHT)


def _next_time(part: Part, now: datetime) -> Due | DateProblem:
    """A time without a day is the next such time."""
    wanted = [_USUAL[part.period]] if part.period else []
    if part.clock is not None:
        wanted = _dial(part.clock, part.period)
    if not wanted:
        return DateProblem.UNKNOWN
    local = now.replace(tzinfo=None)
    tomorrow = now.date() + timedelta(days=1)
    moments = [datetime.combine(now.date(), each) for each in wanted]
    moments += [datetime.combine(tomorrow, each) for each in wanted]
    best = min(moment for moment in moments if moment >= local)
    return Due(best.date(), best.time())


def _dial(clock: Clock, period: Period | None) -> list[time]:
    if clock.vague and period is None and 0 < clock.hour <= 12:
        hours = [clock.hour % 12, clock.hour % 12 + 12]
        return [time(hour, clock.minute, clock.second) for hour in hours]
    fixed = _certain(clock, period)
    return [time(fixed.hour % 24, fixed.minute, fixed.second)] if fixed else []
