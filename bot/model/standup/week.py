"""Which week of a stand-up is over, and whether it is worth a word; pure."""

from collections.abc import Callable, Iterable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.model.moments import instant
from bot.model.standup import Occurrence, OccurrenceState, Standup
from bot.model.standup.policy import Weekly

WEEK = timedelta(weeks=1)
ONE_DAY = timedelta(days=1)
AWAKE, ASLEEP = time(8), time(20)  # in a place that is nobody's alone
MORNING = time(9)
LOOK_AHEAD = 21  # days: no holidays are longer
ENOUGH = 2  # days; of a single one its own wrap-up says everything


def monday_of(day: date) -> date:
    """The Monday of its week."""
    return day - timedelta(days=day.weekday())


def ended_week(standup: Standup, day: date, days: Iterable[Occurrence]) -> date | None:
    """The Monday of the week of that day, once nothing of it is to come; None before,
    and where nobody wants to hear how it went. `days` are those of the week.
    """
    if standup.policy.weekly is Weekly.OFF or standup.whenever or not standup.active:
        return None
    monday = monday_of(day)
    week = [each for each in days if monday <= each.day < monday + WEEK]
    coming = standup.next_day and standup.next_day < monday + WEEK
    running = (OccurrenceState.PLANNED, OccurrenceState.OPEN)
    if coming or any(each.state in running for each in week):
        return None
    held = sum(each.state is OccurrenceState.CLOSED for each in week)
    return monday if held >= ENOUGH else None


def said_at(now: datetime, zone: ZoneInfo, works: Callable[[date], bool]) -> datetime:
    """When a place in that zone hears of it: now by day, else the next morning on which
    people work there.
    """
    local = now.astimezone(zone)
    if works(local.date()) and AWAKE <= local.time() < ASLEEP:
        return now
    first = local.date() if local.time() < AWAKE else local.date() + ONE_DAY
    days = (first + n * ONE_DAY for n in range(LOOK_AHEAD))
    return next((instant(day, MORNING, zone) for day in days if works(day)), now)
