"""When the bot reminds of a task: the ladder of PEERS 3.6, decided without a clock.

The day before, the due morning, one day after, then weekly: each at the start of the
owner's working day, moved off days on which the owner does not work. Done, dropped or
snoozed ends it. How much a person wants to hear is asked when the time has come, so
that a change of mind counts at once.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.model.moments import instant
from bot.model.people import Person, ReminderStyle
from bot.model.task import Deadline, Priority, Task

Works = Callable[[date], bool]  # whether the owner works on that day of their calendar

DAY = timedelta(days=1)
LONG_AWAY = 60  # days; who works on none of these is not reminded
WEEKS = 52
HEADS_UP = timedelta(hours=1)
LEAD_AFTER = 3  # working days


@dataclass(frozen=True, slots=True)
class Reminders:
    """The next instants at which something about a task is to be said; None is never.

    `morning` puts it in the owner's daily bundle, `soon` announces a deadline with a
    time, `wake` ends a snooze, `late` tells who gave the task.
    """

    morning: datetime | None = None
    soon: datetime | None = None
    wake: datetime | None = None
    late: datetime | None = None


def reminders(task: Task, owner: Person, works: Works, now: datetime) -> Reminders:
    """What to say next about the task, and when."""
    if task.closed:
        return Reminders()
    wake = (
        task.snoozed_until if task.snoozed_until and task.snoozed_until > now else None
    )
    if task.deadline is None:
        return Reminders(wake=wake)
    since = wake or now
    return Reminders(
        morning=_next_morning(task.deadline, owner, works, since),
        soon=_soon(task, task.deadline, owner, works, since),
        wake=wake,
        late=_late(task.deadline, owner, works, now),
    )


def morning_of(day: date, person: Person) -> datetime:
    """When a person's working day starts."""
    return instant(day, person.hours.start, person.tz)


def next_working_day(day: date, works: Works) -> date | None:
    """The first day after `day` on which they work."""
    days = (day + DAY * count for count in range(1, LONG_AWAY + 1))
    return next((each for each in days if works(each)), None)


def belongs_in_bundle(task: Task, owner: Person, today: date, until: date) -> bool:
    """Whether the task is worth a line on the morning of `today`.

    `until` is the owner's next working day: what is due by then is announced, except
    to people who asked for less.
    """
    if task.closed or owner.reminded is ReminderStyle.MUTED:
        return False
    if (
        task.snoozed_until is not None
        and owner.local(task.snoozed_until).date() > today
    ):
        return False
    if task.deadline is None:
        return False
    last = today if owner.reminded is ReminderStyle.LIGHT else until
    return task.deadline.day_for(owner.tz) <= last


def _next_morning(
    deadline: Deadline, owner: Person, works: Works, since: datetime
) -> datetime | None:
    days = _ladder(deadline.day_for(owner.tz), works)
    mornings = (morning_of(day, owner) for day in days)
    return next((morning for morning in mornings if morning > since), None)


def _ladder(due: date, works: Works) -> Iterator[date]:
    """The days of the ladder, in order."""
    before = (due - DAY * count for count in range(1, LONG_AWAY + 1))
    yield from (day for day in (next(filter(works, before), None),) if day)
    if works(due):
        yield due
    for week in range(WEEKS):
        day = next_working_day(due + DAY * 7 * week, works)
        if day is not None:
            yield day


def _soon(
    task: Task, deadline: Deadline, owner: Person, works: Works, since: datetime
) -> datetime | None:
    """An hour before a deadline with a time, unless the bundle just said it; what is
    not urgent is said while they still work.
    """
    at = deadline.at - HEADS_UP
    if not deadline.timed:
        return None
    if task.priority is not Priority.URGENT:
        day = owner.local(at).date()
        if not works(day) or at < morning_of(day, owner):
            return None
        at = min(at, instant(day, owner.hours.end, owner.tz))
    day = owner.local(deadline.at).date()
    said = works(day) and abs(at - morning_of(day, owner)) <= HEADS_UP
    return None if said or at <= since else at


def _late(
    deadline: Deadline, owner: Person, works: Works, now: datetime
) -> datetime | None:
    """The third working day after the deadline, in the morning."""
    day: date | None = deadline.day_for(owner.tz)
    for _ in range(LEAD_AFTER):
        day = next_working_day(day, works) if day else None
    morning = morning_of(day, owner) if day else None
    return morning if morning and morning > now else None
