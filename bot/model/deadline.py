"""From a day and perhaps a time, as somebody said them, to a deadline."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from bot.model.moments import instant
from bot.model.people import Person
from bot.model.task import Deadline, Task

LAST_MINUTE = time(23, 59)


def deadline(
    day: date, wall: time | None, author: Person, owner: Person, now: datetime
) -> Deadline:
    """A time is meant on the author's clock; a day alone ends with the owner's work.

    Today, after work, still lasts until midnight.
    """
    if wall is not None:
        at = instant(day, wall, author.tz)
        return Deadline(day, at, timed=True)
    return _whole_day(day, owner, now)


def for_owner(task: Task, owner: Person, now: datetime) -> Task:
    """The task, due at the end of this owner's day where no time was said."""
    if task.deadline is None or task.deadline.timed:
        return task
    return replace(task, deadline=_whole_day(task.deadline.day, owner, now))


def next_deadline(before: Deadline, day: date, owner: Person) -> Deadline:
    """The same deadline on another day: the same time on the owner's clock."""
    if not before.timed:
        return Deadline(day, instant(day, owner.hours.end, owner.tz), timed=False)
    wall = before.at.astimezone(owner.tz).time()
    return Deadline(day, instant(day, wall, owner.tz), timed=True)


def _whole_day(day: date, owner: Person, now: datetime) -> Deadline:
    end = instant(day, owner.hours.end, owner.tz)
    if now - timedelta(days=1) < end <= now and owner.local(now).date() == day:
        end = instant(day, LAST_MINUTE, owner.tz)
    return Deadline(day, end, timed=False)
