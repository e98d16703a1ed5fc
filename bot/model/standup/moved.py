"""Days whose close cannot be kept, as somebody is asked only after it; pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.model.people import Person
from bot.model.standup import Standup
from bot.model.standup.days import DayPlan, plan_day
from bot.model.standup.times import OPEN_FOR, Days, wished_close

LOOK = 10  # days to come that are looked at
HALF_HOUR = timedelta(minutes=30)  # a close that is proposed is a round one


@dataclass(frozen=True, slots=True)
class Moved:
    """For whom the close comes too early, and on which `days` of those to come: on
    `every` one of them, or on the same `weekly`. The longest of them stays open `until`
    then; closing at `close`, the day after where `next_day`, would do for everybody.
    """

    people: tuple[int, ...]
    days: tuple[date, ...]
    every: bool
    weekly: bool
    until: datetime
    close: time
    next_day: bool


def moved_close(standup: Standup, people: Sequence[Person], days: Days) -> Moved | None:
    """What becomes of its close; None where it is kept when everybody is there."""
    coming = [plan for plan in _coming(standup, people, days) if plan.asks_somebody]
    moved = {plan.day: late for plan in coming if (late := _late(standup, plan))}
    if not moved:
        return None
    kept = {plan.day.weekday() for plan in coming if plan.day not in moved}
    longest = max((plan for plan in coming if plan.day in moved), key=_length)
    local = _rounded(_last(longest) + OPEN_FOR).astimezone(standup.home)
    return Moved(
        people=tuple(dict.fromkeys(id for late in moved.values() for id in late)),
        days=tuple(moved),
        every=len(moved) == len(coming),
        weekly=not kept.intersection(day.weekday() for day in moved),
        until=longest.closes_at,
        close=local.time(),
        next_day=local.date() > longest.day,
    )


def _coming(
    standup: Standup, people: Sequence[Person], days: Days
) -> Iterator[DayPlan]:
    day = standup.next_day
    for _ in range(LOOK):
        if day is None:
            return
        yield plan_day(standup, day, people, (), days)
        day = days.after(day)


def _late(standup: Standup, plan: DayPlan) -> tuple[int, ...]:
    """Who is asked only when that day should be closed."""
    wished = wished_close(standup, plan.day)
    if wished is None:
        return ()
    asked = ((each.person_id, each.at) for each in plan.invitations if not each.away)
    return tuple(person for person, at in asked if at and at >= wished)


def _last(plan: DayPlan) -> datetime:
    return max(each.at for each in plan.invitations if each.at and not each.away)


def _length(plan: DayPlan) -> timedelta:
    return plan.closes_at - plan.opens_at


def _rounded(at: datetime) -> datetime:
    """The half hour that follows."""
    over = timedelta(minutes=at.minute % 30, seconds=at.second)
    return at + (HALF_HOUR - over if over else timedelta())
