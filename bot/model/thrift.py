"""What can wait while a platform's month runs low; pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.model.delivery import Delivery, Hold
from bot.model.people import Person
from bot.model.reminders import Works, morning_of, next_working_day

APART = timedelta(minutes=15)  # between two edits of one message in a place
TOGETHER = 3  # so many who are reminded at once are reminded by one message

# Good to know, and nobody has to do anything: all others go at once.
NEWS = frozenset({"task.taken", "task.followed", "task.accepted", "task.closed"})


@dataclass(frozen=True, slots=True)
class Now:
    """It goes as always."""


@dataclass(frozen=True, slots=True)
class Later:
    """It waits, and what changes until then goes with it."""

    until: datetime


@dataclass(frozen=True, slots=True)
class InBundle:
    """It becomes a line of the next morning's message."""


Way = Now | Later | InBundle


def thrift(delivery: Delivery, now: datetime, *, at_once: bool) -> Way:
    """What becomes of a message while the bot saves on its platform.

    `at_once` says that people wait for what an edit shows: a day that closed, a task
    done or blocked.
    """
    draft = delivery.draft
    if delivery.shown and draft.place and delivery.tried_at:
        awaited = at_once or delivery.hold is Hold.AWAITED
        until = now if awaited else delivery.tried_at + APART
        return Later(until) if until > now else Now()
    if not delivery.shown and draft.person_id and draft.kind in NEWS:
        return InBundle()
    return Now()


def next_morning(person: Person, works: Works, now: datetime) -> datetime | None:
    """When the person's next working day starts; None where none is near."""
    today = person.local(now).date()
    if works(today) and morning_of(today, person) > now:
        return morning_of(today, person)
    day = next_working_day(today, works)
    return morning_of(day, person) if day else None


def good_time(person: Person, works: Works, now: datetime) -> datetime:
    """Now within their working hours, else their next morning."""
    local = person.local(now)
    hours = person.hours
    at_work = works(local.date()) and hours.start <= local.time() < hours.end
    return now if at_work else next_morning(person, works, now) or now
