"""Quiet hours: what reaches a person outside their working time, and what waits; pure.

PEERS B15. What people do goes at once, as it does in any chat, to who has not said
when they work; who has is left alone outside those hours. What the bot says of its own
accord waits for everybody's working time. Nobody is written to while they are away.
"""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.model.delivery import Draft
from bot.model.people import Hours, Person
from bot.model.thrift import next_morning

LOOK_AGAIN = timedelta(days=30)  # who is away for longer than anybody can plan
MERGED = 2  # so many task messages that waited are one

# Planned at a time of the person's own choice, or theirs to know whatever the hour.
ANY_TIME = frozenset(
    {
        "standup.prompt",
        "standup.reminder",
        "task.woken",
        "absence.told",
        "absence.hint",
        "blocker.tested",
        "budget.dry",
        "leave.told",
        "link.proposal",
        "link.linked",
        "link.parted",
    }
)
# Somebody is named in it, but it was not they who sent it now.
OF_ITSELF = frozenset({"task.late"})
# Somebody cannot go on without them: they come to who is left alone for a while.
CALLS_FOR_HELP = frozenset({"blocker.tagged", "blocker.escalated"})


class Urgency(StrEnum):
    """How little a message can wait."""

    ANY_TIME = "any_time"
    FROM_PEOPLE = "from_people"
    OF_ITSELF = "of_itself"


def urgency(draft: Draft, *, urgent: bool) -> Urgency:
    """What kind of message it is; `urgent` is what its card says of itself."""
    if urgent or draft.is_answer or draft.kind in ANY_TIME:
        return Urgency.ANY_TIME
    by_somebody = bool(draft.args.get("by")) and draft.kind not in OF_ITSELF
    return Urgency.FROM_PEOPLE if by_somebody else Urgency.OF_ITSELF


def quiet_until(
    person: Person,
    now: datetime,
    what: Urgency,
    works: Callable[[date], bool],
    *,
    away: bool,
) -> datetime | None:
    """Until when a message waits; None if it goes now. `works` knows of absences."""
    if what is Urgency.ANY_TIME:
        return None
    if what is Urgency.FROM_PEOPLE and not away and person.hours == Hours():
        return None
    local = person.local(now)
    within = person.hours.start <= local.time() <= person.hours.end
    if works(local.date()) and within:
        return None
    return next_morning(person, works, now) or now + LOOK_AGAIN
