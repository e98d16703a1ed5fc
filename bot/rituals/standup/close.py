"""The end of a stand-up's day: who has missed it, who reads it, and how long it can be
answered late.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from bot.model.people import Person
from bot.model.standup import (
    Occurrence,
    OccurrenceState,
    Participant,
    ParticipantState,
    Standup,
)
from bot.model.standup.policy import Readers
from bot.model.standup.tally import late_until
from bot.ports import UnitOfWork
from bot.rituals.blocker.steps import at_close
from bot.rituals.flow import Flow, World
from bot.rituals.standup import deliveries
from bot.rituals.standup.sealed import forget_sealed

END = "standup.end"
DIGEST = "standup.digest"
flow = Flow()


async def close(
    db: UnitOfWork,
    standup: Standup,
    occurrence: Occurrence,
    participants: Sequence[Participant],
    people: Mapping[int, Person],
    gone: Collection[int],
    now: datetime,
) -> None:
    """Ends a day, and everything that follows from its end. `gone` are those who were
    away when they were asked, whatever day it is for them by now.
    """
    await _wrap_up(db, standup, occurrence, participants, gone)
    await _tell_readers(db, standup, participants, now)
    await at_close(db, standup, occurrence, now)
    await _until_their_day_ends(db, occurrence, participants, people)


async def _wrap_up(
    db: UnitOfWork,
    standup: Standup,
    occurrence: Occurrence,
    participants: Sequence[Participant],
    gone: Collection[int],
) -> None:
    """Who did not answer has missed it, unless they were away; the wrap-up follows."""
    await db.standups.days.save(replace(occurrence, state=OccurrenceState.CLOSED))
    asked = [p for p in participants if p.state is ParticipantState.ASKED]
    await db.standups.days.mark([_missed(each, gone) for each in asked])
    await deliveries.wrap_up(db, standup, occurrence)
    for each in participants:
        if each.state is not ParticipantState.WAITING:
            await deliveries.refresh(db, occurrence, each)


async def _tell_readers(
    db: UnitOfWork,
    standup: Standup,
    participants: Sequence[Participant],
    now: datetime,
) -> None:
    """The answers go to who may read them, one job for each: there may be many."""
    if standup.policy.readers in (Readers.MEMBERS, Readers.MANAGERS):
        await db.jobs.put(DIGEST, {each.id: now for each in participants})


@flow.job(DIGEST)
async def digest(world: World, participant_id: int) -> None:
    """The wrap-up to one person of the day, or to their manager; to each once."""
    async with world.store() as db:
        who = await db.standups.days.participant(participant_id)
        occurrence = await db.standups.days.get(who.occurrence_id) if who else None
        standup = await db.standups.get(occurrence.standup_id) if occurrence else None
        if who is None or occurrence is None or standup is None:
            return
        person = await db.people.get(who.person_id)
        managed = standup.policy.readers is Readers.MANAGERS
        reader = person.manager_id if managed else person.id
        if reader:
            await deliveries.digest(db, occurrence, reader)
            await db.commit()


def _missed(who: Participant, gone: Collection[int]) -> Participant:
    away = who.person_id in gone
    state = ParticipantState.AWAY if away else who.silent
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
            await forget_sealed(db, occurrence, who)
            await db.commit()
