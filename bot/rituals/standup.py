"""One day of a stand-up as a state machine in rows: one job moves it on.

What is to be done is decided purely (`bot.model.standup_steps`); here it is only done,
each step in one transaction with the messages and the next job that follow from it.
"""

from collections.abc import Collection, Mapping, Sequence
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
from bot.model.standup_reminders import reminders
from bot.model.standup_steps import (
    Ask,
    Cancel,
    Close,
    NoteAway,
    Nudge,
    Open,
    PassBy,
    Remind,
    Step,
    next_steps,
)
from bot.model.standup_tally import late_until
from bot.ports import UnitOfWork
from bot.rituals import standup_deliveries as deliveries
from bot.rituals import standup_notices, standup_opening, standup_together
from bot.rituals.flow import Flow, World
from bot.rituals.standup_plan import STEP, absent_on
from bot.rituals.standup_together import remind_together

END = "standup.end"
flow = Flow()
flow.include(standup_opening.flow)
flow.include(standup_notices.flow)
flow.include(standup_together.flow)


@flow.job(STEP)
async def step(world: World, occurrence_id: int) -> None:
    """Does what is due on one day, and plans when to look again."""
    async with world.store() as db:
        occurrence = await db.standups.days.hold(occurrence_id)
        standup = await db.standups.get(occurrence.standup_id) if occurrence else None
        if occurrence and standup:
            await _move_on(db, standup, occurrence, world.clock.now())
            await db.commit()


async def _move_on(
    db: UnitOfWork, standup: Standup, occurrence: Occurrence, now: datetime
) -> None:
    participants = await db.standups.days.participants(occurrence.id)
    people = await db.people.some([each.person_id for each in participants])
    local = {person.id: person.local(now).date() for person in people.values()}
    absent = await absent_on(db, local)
    todo = next_steps(
        standup,
        occurrence,
        participants,
        now=now,
        absent=absent,
        reminders=reminders(standup, occurrence, participants, people),
    )
    changed: dict[int, Participant] = {}
    reminded = [each.participant for each in todo.steps if isinstance(each, Remind)]
    called = await remind_together(db, standup, occurrence, reminded, now)
    for each in todo.steps:
        match each:
            case Open():
                occurrence = await deliveries.open_day(db, standup, occurrence)
            case Close():
                await _close(db, standup, occurrence, participants, absent)
                await _until_their_day_ends(db, occurrence, participants, people)
            case Cancel():
                await _cancel(db, occurrence)
            case Remind(who) if who.id in called:
                changed[who.id] = replace(changed.get(who.id, who), reminded_at=now)
            case Ask(who) | NoteAway(who) | PassBy(who) | Remind(who) | Nudge(who):
                latest = changed.get(who.id, who)
                changed[who.id] = await _do(db, occurrence, each, latest, now)
            case _:
                assert_never(each)
    await db.standups.days.mark(list(changed.values()))
    if any(isinstance(each, NoteAway) for each in todo.steps):
        await db.deliveries.touch(key=deliveries.thread_key(occurrence))
    if todo.wake:
        await db.jobs.put(STEP, {occurrence.id: todo.wake})


async def _do(
    db: UnitOfWork, occurrence: Occurrence, what: Step, who: Participant, now: datetime
) -> Participant:
    """One person's step, with its message; the participant as it is afterwards."""
    match what:
        case Ask():
            await deliveries.ask(db, occurrence, who)
            return replace(who, state=ParticipantState.ASKED, ask_at=now)
        case NoteAway():
            return replace(who, state=ParticipantState.AWAY)
        case PassBy():
            return replace(who, ask_at=None)
        case Remind():
            await deliveries.remind(db, occurrence, who)
            return replace(who, reminded_at=now)
        case Nudge():
            await deliveries.nudge(db, occurrence, who)
            return replace(who, nudge_at=None)
        case _:
            return who


async def _close(
    db: UnitOfWork,
    standup: Standup,
    occurrence: Occurrence,
    participants: Sequence[Participant],
    absent: Collection[int],
) -> None:
    """Who did not answer has missed it, unless they are away; the wrap-up follows."""
    await db.standups.days.save(replace(occurrence, state=OccurrenceState.CLOSED))
    asked = [p for p in participants if p.state is ParticipantState.ASKED]
    await db.standups.days.mark([_missed(each, absent) for each in asked])
    await deliveries.wrap_up(db, standup, occurrence)
    for each in participants:
        if each.state is not ParticipantState.WAITING:
            await deliveries.refresh(db, occurrence, each)


def _missed(who: Participant, absent: Collection[int]) -> Participant:
    away = who.person_id in absent
    state = ParticipantState.AWAY if away else ParticipantState.MISSED
    return replace(who, state=state, nudge_at=None)


async def _until_their_day_ends(
    db: UnitOfWork,
    occurrence: Occurrence,
    participants: Sequence[Participant],
    people: Mapping[int, Person],
) -> None:
    """What asked them offers a late answer until then, and no longer."""
    ends = {
        each.id: late_until(occurrence, each, people[each.person_id])
        for each in participants
        if not each.said and each.state is not ParticipantState.WAITING
    }
    await db.jobs.put(END, ends)


@flow.job(END)
async def end(world: World, participant_id: int) -> None:
    """One person's day is over: what asked them says so. Nothing new is sent."""
    async with world.store() as db:
        who = await db.standups.days.participant(participant_id)
        occurrence = await db.standups.days.get(who.occurrence_id) if who else None
        if who and occurrence and not who.said:
            await deliveries.refresh(db, occurrence, who)
            await db.commit()


async def _cancel(db: UnitOfWork, occurrence: Occurrence) -> None:
    await db.standups.days.save(replace(occurrence, state=OccurrenceState.CANCELLED))
