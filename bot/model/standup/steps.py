"""What is next on one day of a stand-up, moment by moment; pure.

Nothing here looks at a clock or a database: `next_steps` says what has to be done by
now, and when to look again. The flow does it; done twice, the second time is empty.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.model.standup import (
    Occurrence,
    OccurrenceState,
    Participant,
    ParticipantState,
    Standup,
)
from bot.model.standup.reminders import Reminders

GRACE = timedelta(minutes=90)  # after downtime, a prompt later than this is not sent
STALE = timedelta(minutes=30)  # after downtime, a reminder later than this is not sent
FAN_OUT = 50  # messages in one transaction (DESIGN §5)

NOBODY: Mapping[int, Reminders] = {}


@dataclass(frozen=True, slots=True)
class Open:
    """The day begins: its message is posted."""


@dataclass(frozen=True, slots=True)
class Ask:
    """Somebody's time has come."""

    participant: Participant


@dataclass(frozen=True, slots=True)
class NoteAway:
    """Somebody is away, asked or not."""

    participant: Participant


@dataclass(frozen=True, slots=True)
class NoteBack:
    """Somebody who was away is there, before their time has come."""

    participant: Participant


@dataclass(frozen=True, slots=True)
class PassBy:
    """Somebody's time has passed too long ago to ask them now."""

    participant: Participant


@dataclass(frozen=True, slots=True)
class Remind:
    """The reminder before the close, within their own hours."""

    participant: Participant


@dataclass(frozen=True, slots=True)
class FollowUp:
    """The reminder some time after the prompt (PEERS A11)."""

    participant: Participant


@dataclass(frozen=True, slots=True)
class Nudge:
    """The extra reminder somebody asked for."""

    participant: Participant


@dataclass(frozen=True, slots=True)
class Close:
    """The day ends: who did not answer has missed it."""


@dataclass(frozen=True, slots=True)
class Cancel:
    """Nobody was asked: the day ends unseen."""


Step = (
    Open
    | Ask
    | NoteAway
    | NoteBack
    | PassBy
    | FollowUp
    | Remind
    | Nudge
    | Close
    | Cancel
)


@dataclass(frozen=True, slots=True)
class Steps:
    """What has to be done by now, in this order, and when to look again."""

    steps: tuple[Step, ...] = ()
    wake: datetime | None = None


def next_steps(
    standup: Standup,
    occurrence: Occurrence,
    participants: Sequence[Participant],
    *,
    now: datetime,
    absent: Collection[int] = (),
    gone: Collection[int] = (),
    reminders: Mapping[int, Reminders] = NOBODY,
) -> Steps:
    """Everything that is due at this instant. Done twice, the second time is empty.

    `absent` are people who are away now or when they are asked, `gone` those of them
    who are away when they are asked. `reminders` says when each participant may
    be reminded (`bot.model.standup.reminders`).
    """
    planned = occurrence.state is OccurrenceState.PLANNED
    if not planned and occurrence.state is not OccurrenceState.OPEN:
        return Steps()
    if now >= occurrence.closes_at or (planned and not standup.active):
        return Steps((Cancel() if planned else Close(),))
    left = list(_leave(participants, absent, gone))
    begun = list(_begin(participants, absent, now)) if standup.active else []
    again = list(_remind(participants, absent, reminders, now))
    steps: list[Step] = [*left, *begun, *again]
    if planned and any(isinstance(step, Ask) for step in steps):
        steps.insert(0, Open())
    if len(steps) > FAN_OUT:
        return Steps(tuple(steps[:FAN_OUT]), now)
    return Steps(tuple(steps), _wake(standup, occurrence, participants, reminders, now))


def _leave(
    participants: Sequence[Participant],
    absent: Collection[int],
    gone: Collection[int],
) -> Iterable[Step]:
    """Who is expected and is away."""
    for each in participants:
        waiting = each.state is ParticipantState.WAITING and each.ask_at is not None
        asked = each.state is ParticipantState.ASKED
        if (waiting and each.person_id in absent) or (asked and each.person_id in gone):
            yield NoteAway(each)


def _begin(
    participants: Sequence[Participant], absent: Collection[int], now: datetime
) -> Iterable[Step]:
    for each in participants:
        if each.ask_at is None or each.person_id in absent or not _invited(each):
            continue
        if each.ask_at > now:
            if each.state is ParticipantState.AWAY:
                yield NoteBack(each)
        elif now - each.ask_at <= GRACE:
            yield Ask(each)
        elif each.state is ParticipantState.WAITING:
            yield PassBy(each)


def _invited(participant: Participant) -> bool:
    return participant.state in (ParticipantState.WAITING, ParticipantState.AWAY)


def _remind(
    participants: Sequence[Participant],
    absent: Collection[int],
    reminders: Mapping[int, Reminders],
    now: datetime,
) -> Iterable[Step]:
    for each in participants:
        asked = each.state is ParticipantState.ASKED
        if not asked or each.person_id in absent:
            continue
        if each.nudge_at and each.nudge_at <= now:
            yield Nudge(each)
        times = reminders.get(each.id, Reminders())
        if each.reminded_at is None and _due(times.before, now):
            yield Remind(each)
        elif _due(times.after, now) and not _reminded_since(each, times.after):
            yield FollowUp(each)


def _reminded_since(each: Participant, at: datetime | None) -> bool:
    """Whether one of the two has come: after downtime both may be due at once."""
    if each.followed_at:
        return True
    return bool(at and each.reminded_at and each.reminded_at >= at)


def _due(at: datetime | None, now: datetime) -> bool:
    return at is not None and at <= now <= at + STALE


def _wake(
    standup: Standup,
    occurrence: Occurrence,
    participants: Sequence[Participant],
    reminders: Mapping[int, Reminders],
    now: datetime,
) -> datetime:
    moments = [occurrence.closes_at]
    moments += [at for e in reminders.values() for at in (e.after, e.before) if at]
    moments += [each.nudge_at for each in participants if each.nudge_at]
    if standup.active:
        moments += [e.ask_at for e in participants if e.ask_at and _invited(e)]
    return min(moment for moment in moments if moment > now)
