"""When the bot speaks of a blocker by itself, decided without a clock (PEERS C03–C06).

A day counts as the calendar of who must act has it: weekends, holidays, swapped
Saturdays (调休) and absences included.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.model.blocker import Blocker, Tag
from bot.model.moments import instant
from bot.model.people import Person
from bot.model.reminders import Works, next_working_day
from bot.model.standup import Participant, ParticipantState
from bot.model.thrift import good_time, next_morning

ESCALATE_AFTER = 2  # working days
HEED = timedelta(hours=1)  # who was asked for help just now has heard of it
FAR = 400  # days that are counted at most
EXCUSED = frozenset({ParticipantState.AWAY, ParticipantState.WAITING})


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody with the days on which they work."""

    person: Person
    works: Works

    @property
    def id(self) -> int:
        """The person's id."""
        return self.person.id

    def day(self, at: datetime) -> date:
        """The day on their own calendar."""
        return self.person.local(at).date()


def age(blocker: Blocker, reporter: Person, actor: Actor, now: datetime) -> int:
    """Which working day of the blocker it is: the date on which it was reported is the
    first, then those count on which who must act works.

    Dates are the reporter's: where somebody far away must act, it is no day older on
    the evening on which it was said. One that is resolved stopped to age then.
    """
    until = reporter.local(blocker.resolved_at or now).date()
    day = reporter.local(blocker.opened_at).date()
    count = 1
    for _ in range(min((until - day).days, FAR)):
        day += timedelta(days=1)
        count += actor.works(day)
    return count


def escalates_at(blocker: Blocker, actor: Actor) -> datetime | None:
    """Two working days after it became theirs, at the same time of day; what came
    outside their hours counts from their next morning. None where they work on none.
    """
    begun = actor.person.local(
        good_time(actor.person, actor.works, blocker.waits_since)
    )
    day: date | None = begun.date()
    for _ in range(ESCALATE_AFTER):
        day = next_working_day(day, actor.works) if day else None
    return instant(day, begun.time(), actor.person.tz) if day else None


def next_in_line(
    line: Sequence[Person | None], blocker: Blocker, away: frozenset[int]
) -> Person | None:
    """Who hears of a blocker that grew old: the first who is there, and who does not
    know of it anyway.
    """
    known = (blocker.reporter_id, *blocker.tagged)
    return next(
        (
            each
            for each in line
            if each and each.active and each.id not in away and each.id not in known
        ),
        None,
    )


def silent(blocker: Blocker) -> tuple[int, ...]:
    """Who was asked for help and has not said that they have seen it."""
    return tuple(tag.person_id for tag in blocker.tags if not tag.acknowledged_at)


@dataclass(frozen=True, slots=True)
class Nudge:
    """Reminds somebody whose help is asked for, at a time when they work."""

    tag: Tag
    at: datetime
    day: date


def nudges(
    blocker: Blocker, actors: Sequence[Actor], now: datetime
) -> tuple[Nudge, ...]:
    """Who is to be reminded, as a day of the stand-up closes or their morning begins:
    each once a day, nobody who has acknowledged it.
    """
    found = (_nudge(blocker, actor, now) for actor in actors)
    return tuple(each for each in found if each) if blocker.open else ()


def _nudge(blocker: Blocker, actor: Actor, now: datetime) -> Nudge | None:
    tag = blocker.tag_of(actor.id)
    if tag is None or tag.acknowledged_at or not actor.person.active:
        return None
    heard = good_time(actor.person, actor.works, tag.tagged_at)
    at = good_time(actor.person, actor.works, now)
    if now - tag.tagged_at < HEED or at - heard < HEED:
        return None
    day = actor.day(at)
    if tag.nudged_on and tag.nudged_on >= day:
        return None
    return Nudge(tag, at, day)


def next_nudge(
    blocker: Blocker, actors: Sequence[Actor], now: datetime
) -> datetime | None:
    """The next morning of whoever has not acknowledged it: for a blocker that no
    stand-up's close brings up.
    """
    waiting = silent(blocker)
    mornings = [
        morning
        for actor in actors
        if actor.id in waiting and actor.person.active
        if (morning := next_morning(actor.person, actor.works, now))
    ]
    return min(mornings, default=None) if blocker.open else None


def asks_reporter(blocker: Blocker, part: Participant | None, day: date) -> bool:
    """Whether its reporter, who was silent on that day, is asked if it is still there:
    once a day, and not on the one it was reported on.
    """
    if part is None or part.said or part.state in EXCUSED:
        return False
    asked = blocker.asked_on is not None and blocker.asked_on >= day
    return blocker.open and not asked and blocker.occurrence_id != part.occurrence_id
