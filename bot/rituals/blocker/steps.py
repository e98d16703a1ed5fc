"""What happens to blockers as time goes by: reminders, questions, and who hears of one
that grows old (PEERS C03, C05, C06).
"""

from dataclasses import replace
from datetime import datetime

from bot.model.blocker import Blocker, UpdateKind
from bot.model.blocker.hook import HookEvent
from bot.model.blocker.steps import (
    Actor,
    asks_reporter,
    escalates_at,
    next_in_line,
    nudges,
    silent,
)
from bot.model.delivery import Draft
from bot.model.people import Person
from bot.model.standup import Occurrence, Participant, Standup
from bot.model.thrift import good_time, next_morning
from bot.ports import UnitOfWork
from bot.rituals.blocker import notices as blocker_notices
from bot.rituals.blocker import outside
from bot.rituals.blocker.keys import brought_up, nudge_key, still_key
from bot.rituals.blocker.outside import tell_outside
from bot.rituals.blocker.work import STEP, BlockerWork
from bot.rituals.flow import Flow, World

CLOSED = "blocker.closed"  # a stand-up's day has closed
flow = Flow()
flow.include(blocker_notices.flow)
flow.include(outside.flow)


async def at_close(
    db: UnitOfWork, standup: Standup, occurrence: Occurrence, now: datetime
) -> None:
    """A day has closed: its blockers are brought up by a job of their own."""
    if await db.blockers.all(standup_id=standup.id):
        await db.jobs.put(CLOSED, {occurrence.id: now})


@flow.job(CLOSED)
async def closed(world: World, occurrence_id: int) -> None:
    """Reminds who was asked for help, and asks reporters who were silent."""
    async with world.store() as db:
        occurrence = await db.standups.days.get(occurrence_id)
        if occurrence is None:
            return
        work = await _work(world, db)
        parts = await db.standups.days.participants(occurrence.id)
        mine = {part.person_id: part for part in parts}
        for known in await db.blockers.all(standup_id=occurrence.standup_id):
            blocker = await db.blockers.hold(known.id)
            if blocker and blocker.open:
                blocker = await _nudge(work, blocker)
                part = mine.get(blocker.reporter_id)
                await _ask(work, blocker, occurrence, part)
        await db.commit()


@flow.job(STEP)
async def step(world: World, blocker_id: int) -> None:
    """Does what is due for one blocker, and plans when to look again."""
    async with world.store() as db:
        blocker = await db.blockers.hold(blocker_id)
        if blocker is None or not blocker.open:
            return
        work = await _work(world, db)
        if not brought_up(await work.standup(blocker)):
            blocker = await _nudge(work, blocker)
        acting = await work.acting(blocker)
        at, again = escalates_at(blocker, acting), None
        due = at is not None and at <= work.now and not blocker.escalated_at
        if due:
            blocker, again = await _escalate(work, blocker, acting)
        await work.plan(blocker, tried=due, again=again)
        await db.commit()


async def _work(world: World, db: UnitOfWork) -> BlockerWork:
    organization = await db.people.organization()
    return BlockerWork(db, world.calendar, organization, world.clock.now())


async def _nudge(work: BlockerWork, blocker: Blocker) -> Blocker:
    """Reminds everybody who has not seen it yet, each within their hours."""
    for each in nudges(blocker, await work.actors(blocker), work.now):
        day, person_id = each.day.isoformat(), each.tag.person_id
        tags = [
            replace(tag, nudged_on=each.day) if tag.person_id == person_id else tag
            for tag in blocker.tags
        ]
        blocker = replace(blocker, tags=tuple(tags))
        await work.db.blockers.save(blocker)
        draft = Draft(
            key=nudge_key(person_id, each.day),
            kind="blocker.nudge",
            args={"day": day},
            person_id=person_id,
            due=each.at,
        )
        await work.db.deliveries.add(draft)
    return blocker


async def _ask(
    work: BlockerWork,
    blocker: Blocker,
    occurrence: Occurrence,
    part: Participant | None,
) -> None:
    """Asks a silent reporter, on their next working morning, if it is still there:
    one message, however many there are.
    """
    if not asks_reporter(blocker, part, occurrence.day):
        return
    reporter = await work.actor(await work.db.people.get(blocker.reporter_id))
    morning = next_morning(reporter.person, reporter.works, work.now)
    if morning is None or not reporter.person.active:
        return
    await work.db.blockers.save(replace(blocker, asked_on=occurrence.day))
    draft = Draft(
        key=still_key(occurrence.standup_id, occurrence.day, reporter.id),
        kind="blocker.still",
        args={"occurrence": occurrence.id},
        person_id=reporter.id,
        due=morning,
    )
    await work.db.deliveries.add(draft)


async def _escalate(
    work: BlockerWork, blocker: Blocker, acting: Actor
) -> tuple[Blocker, datetime | None]:
    """Tells who is next in line, once, and reminds who was asked and never answered;
    while all of them are away, looks again on the next morning of who must act.
    """
    pressed = await _press(work, blocker)
    line = await _line(work, blocker)
    found = next_in_line(line, blocker, await work.away(line))
    if found is None:
        waits = next_in_line(line, blocker, frozenset())
        again = next_morning(acting.person, acting.works, work.now) if waits else None
        if waits is None and not pressed:
            await work.tell(blocker, "alone", (blocker.reporter_id,), by=0, once="old")
        return blocker, again
    after = replace(blocker, escalated_at=work.now, escalated_to=found.id)
    await work.record(after, None, UpdateKind.ESCALATED, str(found.id))
    await work.save(after)
    await tell_outside(work.db, after, HookEvent.ESCALATED, work.now)
    actor = await work.actor(found)
    due = good_time(found, actor.works, work.now)
    await work.tell(after, "escalated", (found.id,), by=0, once="first", due=due)
    await work.tell(after, "passed-on", (after.reporter_id,), by=0, once="first")
    return after, None


async def _press(work: BlockerWork, blocker: Blocker) -> bool:
    """Who was asked for help and has not answered hears once since when it waits; says
    whether there is anybody.
    """
    people = await work.db.people.some(silent(blocker))
    asked = [person for person in people.values() if person.active]
    for person in asked:
        actor = await work.actor(person)
        due = good_time(person, actor.works, work.now)
        await work.tell(blocker, "overdue", (person.id,), by=0, once="old", due=due)
    return bool(asked)


async def _line(work: BlockerWork, blocker: Blocker) -> list[Person]:
    """Whom the team chose, else who answers for the stand-up, else the reporter's
    manager, else an admin of the organization.
    """
    reporter = await work.db.people.get(blocker.reporter_id)
    standup = await work.standup(blocker)
    chosen = standup.policy.escalate_to if standup else None
    owners = (standup.owner_id, *standup.admins) if standup else ()
    ids = [id for id in (chosen, *owners, reporter.manager_id) if id is not None]
    people = await work.db.people.some(ids)
    everyone = sorted(await work.db.people.everyone(), key=lambda person: person.id)
    admins = [person for person in everyone if person.is_admin]
    return [*(people[id] for id in ids if id in people), *admins]
