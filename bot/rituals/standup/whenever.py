"""Stand-ups without a schedule: a day begins when the first person answers (A27)."""

from dataclasses import replace
from datetime import datetime

from bot.model.people import Person
from bot.model.standup import Occurrence, OccurrenceState, Share, Standup
from bot.model.standup.by_hand import at_once, plan_now, run_day
from bot.model.standup.days import Invitation
from bot.model.standup.pool import asked_next, given_back, used
from bot.ports import UnitOfWork
from bot.rituals.standup.plan import STEP


async def part_today(
    db: UnitOfWork, standup: Standup, person: Person, now: datetime
) -> Share:
    """The person's part in today, which is begun for them if nobody did before.

    Nobody sees the day until it has an answer, and without one it was not held.
    """
    held = await db.standups.hold(standup.id) or standup
    occurrence = await _today(db, held, now)
    for each in await db.standups.days.participants(occurrence.id):
        if each.person_id == person.id:
            return Share(held, occurrence, each)
    who = await db.standups.days.join(occurrence, Invitation(person.id, None))
    return Share(held, occurrence, who)


async def _today(db: UnitOfWork, standup: Standup, now: datetime) -> Occurrence:
    days = db.standups.days
    found = await days.on(standup.id, run_day(standup, now))
    if found and found.state is not OccurrenceState.CANCELLED:
        return await days.hold(found.id) or found
    if found:  # paused and resumed before anybody answered
        found = replace(found, state=OccurrenceState.PLANNED)
        await days.save(found)
    else:
        standup = given_back(standup, await days.last(standup.id))
        plan = plan_now(standup, (), (), now, at_once(now))
        asking = replace(standup, questions=asked_next(standup))
        found = await days.open(asking, plan)
        await db.standups.save(used(standup))
    await db.jobs.put(STEP, {found.id: found.closes_at})
    return found
