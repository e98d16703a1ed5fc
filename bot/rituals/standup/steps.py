"""One day of a stand-up as a state machine in rows: one job moves it on.

What is to be done is decided purely (`bot.model.standup.steps`); here it is only done,
each step in one transaction with the messages and the next job that follow from it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import assert_never

from bot.model.people import Person
from bot.model.standup import (
    Occurrence,
    OccurrenceState,
    Participant,
    ParticipantState,
    Standup,
)
from bot.model.standup.days import days_by_now, days_needed
from bot.model.standup.reminders import Reminders, reminders
from bot.model.standup.steps import (
    Ask,
    Cancel,
    Close,
    FollowUp,
    NoteAway,
    NoteBack,
    Nudge,
    Open,
    PassBy,
    Remind,
    Step,
    Steps,
    next_steps,
)
from bot.ports import UnitOfWork
from bot.rituals.flow import Flow, World
from bot.rituals.standup import by_hand as standup_by_hand
from bot.rituals.standup import close as standup_close
from bot.rituals.standup import deliveries
from bot.rituals.standup import handover as standup_handover
from bot.rituals.standup import invite as standup_invite
from bot.rituals.standup import losses as standup_losses
from bot.rituals.standup import notices as standup_notices
from bot.rituals.standup import opening as standup_opening
from bot.rituals.standup import together as standup_together
from bot.rituals.standup import week as standup_week
from bot.rituals.standup.plan import STEP, absent_on, days_of
from bot.rituals.standup.together import remind_together
from bot.rituals.standup.week import tell_of_week

flow = Flow()
flow.include(standup_opening.flow)
flow.include(standup_by_hand.flow)
flow.include(standup_notices.flow)
flow.include(standup_invite.flow)
flow.include(standup_handover.flow)
flow.include(standup_losses.flow)
flow.include(standup_together.flow)
flow.include(standup_close.flow)
flow.include(standup_week.flow)


@flow.job(STEP)
async def step(world: World, occurrence_id: int) -> None:
    """Does what is due on one day, and plans when to look again."""
    async with world.store() as db:
        occurrence = await db.standups.days.hold(occurrence_id)
        standup = await db.standups.get(occurrence.standup_id) if occurrence else None
        if occurrence and standup:
            await _move_on(world, db, standup, occurrence)
            await db.commit()


async def _move_on(
    world: World, db: UnitOfWork, standup: Standup, occurrence: Occurrence
) -> None:
    now = world.clock.now()
    participants = await db.standups.days.participants(occurrence.id)
    people = await db.people.some([each.person_id for each in participants])
    absent, gone = await _absent(db, standup, occurrence, participants, people, now)
    told = await _reminders(world, db, standup, occurrence, participants, people)
    todo = next_steps(
        standup,
        occurrence,
        participants,
        now=now,
        absent=absent,
        gone=gone,
        reminders=told,
    )
    changed: dict[int, Participant] = {}
    called = await _call_together(db, standup, occurrence, todo.steps, now)
    for each in todo.steps:
        match each:
            case Open():
                occurrence = await deliveries.open_day(db, standup, occurrence)
            case Close():
                await standup_close.close(
                    db, standup, occurrence, participants, people, gone, now
                )
            case Cancel():
                await _cancel(db, occurrence)
            case Remind(who) if who.id in called:
                changed[who.id] = replace(changed.get(who.id, who), reminded_at=now)
            case FollowUp(who) if who.id in called:
                changed[who.id] = replace(changed.get(who.id, who), followed_at=now)
            case _:
                latest = changed.get(each.participant.id, each.participant)
                changed[latest.id] = await _do(db, occurrence, each, latest, now)
    await db.standups.days.mark(list(changed.values()))
    await _look_again(db, occurrence, todo)
    if any(isinstance(each, Close | Cancel) for each in todo.steps):
        await tell_of_week(world, db, standup, occurrence.day)


async def _look_again(db: UnitOfWork, occurrence: Occurrence, done: Steps) -> None:
    """The day's message counts who is away, and the next moment is planned."""
    if any(isinstance(each, NoteAway | NoteBack) for each in done.steps):
        await db.deliveries.touch(key=deliveries.thread_key(occurrence))
    if done.wake:
        await db.jobs.put(STEP, {occurrence.id: done.wake})


async def _reminders(
    world: World,
    db: UnitOfWork,
    standup: Standup,
    occurrence: Occurrence,
    participants: Sequence[Participant],
    people: Mapping[int, Person],
) -> Mapping[int, Reminders]:
    """When each may be reminded, by the calendar of where they live."""
    organization = await db.people.organization()
    days = days_of(world.calendar, standup, organization, list(people.values()))
    return reminders(standup, occurrence, participants, people, days.works)


async def _absent(
    db: UnitOfWork,
    standup: Standup,
    occurrence: Occurrence,
    participants: Sequence[Participant],
    people: Mapping[int, Person],
    now: datetime,
) -> tuple[set[int], set[int]]:
    """Who is away by now, and who was when they were asked; who has left the company
    is for good.
    """
    by_now, asked = {}, {}
    for each in participants:
        person, at = people[each.person_id], each.ask_at
        by_now[person.id] = days_by_now(standup, person, occurrence, at, now)
        if at:
            asked[person.id] = days_needed(standup, person, occurrence.day, at)
    left = {id for id, who in people.items() if not who.active}
    absent = await absent_on(db, standup, by_now)
    gone = await absent_on(db, standup, asked)
    return absent | left, gone | left


async def _call_together(
    db: UnitOfWork,
    standup: Standup,
    occurrence: Occurrence,
    steps: Sequence[Step],
    now: datetime,
) -> frozenset[int]:
    """Reminds by one message who can be; says which participants, by id."""
    last = [each.participant for each in steps if isinstance(each, Remind)]
    first = [each.participant for each in steps if isinstance(each, FollowUp)]
    called = await remind_together(db, standup, occurrence, last, now)
    return called | await remind_together(db, standup, occurrence, first, now, "follow")


async def _do(
    db: UnitOfWork,
    occurrence: Occurrence,
    what: Ask | NoteAway | NoteBack | PassBy | FollowUp | Remind | Nudge,
    who: Participant,
    now: datetime,
) -> Participant:
    """One person's step, with its message; the participant as it is afterwards."""
    match what:
        case Ask():
            await deliveries.ask(db, occurrence, who)
            return replace(who, state=ParticipantState.ASKED, ask_at=now)
        case NoteAway():
            if who.state is ParticipantState.ASKED:
                await deliveries.refresh(db, occurrence, who)
            return replace(who, state=ParticipantState.AWAY, nudge_at=None)
        case NoteBack():
            return replace(who, state=ParticipantState.WAITING)
        case PassBy():
            return replace(who, ask_at=None)
        case Remind():
            await deliveries.remind(db, occurrence, who)
            return replace(who, reminded_at=now)
        case FollowUp():
            await deliveries.follow_up(db, occurrence, who)
            return replace(who, followed_at=now)
        case Nudge():
            await deliveries.nudge(db, occurrence, who)
            return replace(who, nudge_at=None)
        case _:
            assert_never(what)


async def _cancel(db: UnitOfWork, occurrence: Occurrence) -> None:
    await db.standups.days.save(replace(occurrence, state=OccurrenceState.CANCELLED))
