"""Promises to customers as time goes by: a warning, what was not kept, and one summary
for a manager (PEERS H07–H09).
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.cards.feedback import levels as cards
from bot.messages import Card
from bot.model.delivery import Draft
from bot.model.feedback import (
    OPEN,
    Feedback,
    Runs,
    ServiceLevel,
    Severity,
    Update,
    UpdateKind,
)
from bot.model.feedback.levels import Due, OfficeHours, Promise, Running, due, running
from bot.model.people import Organization, Person
from bot.ports import Calendar, UnitOfWork
from bot.rituals.feedback.at_work import at_work
from bot.rituals.feedback.news import told_key
from bot.rituals.feedback.sight import Sight, sight
from bot.rituals.feedback.views import views
from bot.rituals.feedback.work import STEP, FeedbackWork
from bot.rituals.flow import Flow, Scene, World
from bot.rituals.workdays import working

ESCALATE = "feedback.escalate"
PROMISED = "feedback.promised"
GATHER = timedelta(minutes=1)  # what breaks together is told together
APART = timedelta(hours=1)  # between two summaries for one person
MOST = 2_000  # open ones, the newest
INSTANT = timedelta(microseconds=1)
flow = Flow()


@flow.job(STEP)
async def step(world: World, feedback_id: int) -> None:
    """Says what is due of one, and plans when to look again."""
    async with world.store() as db:
        feedback = await db.feedback.hold(feedback_id)
        level = await _level(db, feedback) if feedback else None
        if feedback is None or level is None:
            return
        work = await _work(world, db)
        found = await _due(work, world.calendar, feedback, level)
        for each in found.warn:
            feedback = await _warn(work, world.calendar, feedback, each)
        for each in found.breach:
            feedback = await _breach(work, feedback, each, level)
        if found.again:
            await db.jobs.put(STEP, {feedback.id: max(found.again, work.now)})
        await db.commit()


@flow.job(PROMISED)
async def promised(world: World, organization_id: int) -> None:
    """Something else is promised: everything open is looked at. What was too late
    before anybody had promised it is no news, and stands in the morning's digest.
    """
    async with world.store() as db:
        work = await _work(world, db)
        levels = await _levels(db)
        found = await db.feedback.where(states=OPEN, limit=MOST)
        bound = [each for each in found if each.facts.severity in levels]
        stories = await db.feedback.log.stories([each.id for each in bound])
        hours = office(world.calendar, work.organization)
        dues = {
            each.id: due(
                each,
                levels[each.facts.severity],
                stories.get(each.id, ()),
                hours,
                work.now,
            )
            for each in bound
        }
        await _late_before(work, dues)
        times = {
            id: work.now
            for id, each in dues.items()
            if not each.breach and (each.warn or each.again)
        }
        await db.jobs.put(STEP, times)
        await db.commit()


async def _late_before(work: FeedbackWork, dues: Mapping[int, Due]) -> None:
    """What was late before it was promised: it is kept, and nobody is told."""
    late = [
        Update(id, None, UpdateKind.BREACHED, work.now, each.promise.value)
        for id, found in dues.items()
        for each in found.breach
    ]
    await work.db.feedback.log.record_all(late)
    ids = {each.feedback_id for each in late}
    await work.db.feedback.break_promises(ids, work.now)


@flow.job(ESCALATE)
async def escalate(world: World, person_id: int) -> None:
    """Tells a manager of everything that was not kept since the last time."""
    async with world.store() as db:
        work = await _work(world, db)
        since = work.now - APART + INSTANT
        told = await db.feedback.figures.escalated(person_id, since, work.now)
        if told:
            last = max(each.escalated_at for each in told if each.escalated_at)
            await db.jobs.put(ESCALATE, {person_id: last + APART})
            await db.commit()
            return
        answers = await _answers(db)
        found = [
            each
            for each in await db.feedback.figures.overdue(MOST)
            if not each.escalated_at and answers.get(each.facts.severity) == person_id
        ]
        if found:
            person = await db.people.get(person_id)
            for each in found:
                await _escalate(work, each, person)
            await _summary(work, person_id)
        await db.commit()


@flow.notice("feedback.warned")
async def warned(scene: Scene) -> Card | None:
    """The time is nearly over; nothing, once somebody has seen to it, or where it is
    over before its reader is at work.
    """
    return await _news(scene, "warned")


@flow.notice("feedback.breached")
async def breached(scene: Scene) -> Card | None:
    """The time is over."""
    return await _news(scene, "breached")


@flow.notice("feedback.escalated")
async def escalated(scene: Scene) -> Card | None:
    """Everything that one summary is about, as it stands now."""
    if scene.reader is None:
        return None
    at = datetime.fromisoformat(str(scene.args["at"]))
    after = at + INSTANT
    found = await scene.db.feedback.figures.escalated(scene.reader.id, at, after)
    whole = bool(found) and await _whole(scene, found[0], scene.reader)
    shown = await views(scene.db, found, whole=whole)
    if not shown:
        return None
    promised = await _levels(scene.db)
    levels = (promised.get(each.facts.severity) for each in found)
    always = any(level and level.hours is Runs.ALWAYS for level in levels)
    return cards.escalated(scene.t, shown, urgent=always)


def office(calendar: Calendar, organization: Organization) -> OfficeHours:
    """When the organization works: nine to six, but on its days off."""
    zone = ZoneInfo(organization.zone)
    return OfficeHours(zone, working(calendar, organization, zone))


async def _work(world: World, db: UnitOfWork) -> FeedbackWork:
    organization = await db.people.organization()
    return FeedbackWork(db, organization, world.clock.now())


async def _levels(db: UnitOfWork) -> Mapping[Severity, ServiceLevel]:
    return {each.severity: each for each in await db.feedback.rules.levels()}


async def _level(db: UnitOfWork, feedback: Feedback) -> ServiceLevel | None:
    """What is promised for as bad as it is."""
    return (await _levels(db)).get(feedback.facts.severity)


async def _answers(db: UnitOfWork) -> Mapping[Severity, int | None]:
    """Who is told of what was not kept, by how bad it is; their own manager, where
    they left.
    """
    levels = await _levels(db)
    ids = [each.escalate_to for each in levels.values() if each.escalate_to]
    people = await db.people.some(ids) if ids else {}
    return {
        severity: person.id if person.active else person.manager_id
        for severity, level in levels.items()
        if (person := people.get(level.escalate_to or 0))
    }


async def _due(
    work: FeedbackWork, calendar: Calendar, feedback: Feedback, level: ServiceLevel
) -> Due:
    story = await work.db.feedback.log.of(feedback.id)
    hours = office(calendar, work.organization)
    return due(feedback, level, story, hours, work.now)


async def _warn(
    work: FeedbackWork, calendar: Calendar, feedback: Feedback, late: Running
) -> Feedback:
    """Tells who owns it and is still here; those who triage, where nobody does, or
    whoever does is not at work while there is time.
    """
    promise = late.promise.value
    await work.record(feedback, None, UpdateKind.WARNED, promise)
    owners = await _owner(work, feedback)
    ids = [person.id for person in owners]
    if not await _reads(work, calendar, owners):
        await _tell_desk(work, feedback, "warned", late.promise)
    await work.ask(feedback, "warned", ids, by=0, once=promise, promise=promise)
    return await _saved(work, replace(feedback, warned_at=work.now))


async def _breach(
    work: FeedbackWork, feedback: Feedback, late: Running, level: ServiceLevel
) -> Feedback:
    """Tells those who triage, in its thread, and sees to it that a manager hears."""
    await work.record(feedback, None, UpdateKind.BREACHED, late.promise.value)
    await _tell_desk(work, feedback, "breached", late.promise)
    after = await _saved(work, replace(feedback, breached_at=work.now))
    person_id = (await _answers(work.db)).get(after.facts.severity)
    if person_id and not after.escalated_at:
        await work.db.jobs.put(ESCALATE, {person_id: work.now + GATHER})
    return after


async def _escalate(work: FeedbackWork, feedback: Feedback, person: Person) -> None:
    """Whoever is told of it may see it, and hears how it goes on."""
    await work.record(feedback, None, UpdateKind.ESCALATED, person.name)
    after = replace(
        feedback,
        escalated_at=work.now,
        escalated_to=person.id,
        followers=tuple(sorted({*feedback.followers, person.id})),
    )
    await _saved(work, after)


async def _summary(work: FeedbackWork, person_id: int) -> None:
    at = work.now.isoformat()
    draft = Draft(
        key=f"feedback:escalated:{at}:person:{person_id}",
        kind="feedback.escalated",
        args={"at": at},
        person_id=person_id,
        due=work.now,
    )
    await work.db.deliveries.add(draft)


async def _saved(work: FeedbackWork, feedback: Feedback) -> Feedback:
    """Shows what is true now, and looks at nothing again: this is what was seen."""
    await work.db.feedback.save(feedback)
    await work.db.deliveries.touch(subject=feedback.subject)
    return feedback


async def _owner(work: FeedbackWork, feedback: Feedback) -> list[Person]:
    """Who owns it, if somebody does who is still here."""
    people = await work.db.people.some([feedback.owner_id] if feedback.owner_id else [])
    return [person for person in people.values() if person.active]


async def _reads(
    work: FeedbackWork, calendar: Calendar, owners: Sequence[Person]
) -> bool:
    """Whether one of them is at work now."""
    for person in owners:
        if await at_work(work.db, calendar, work.organization, person, work.now):
            return True
    return False


async def _tell_desk(
    work: FeedbackWork, feedback: Feedback, kind: str, promise: Promise
) -> None:
    """In the thread of its card; where nobody chose a room, to who owns it, else to
    the admins.
    """
    said = {"promise": promise.value}
    if not await work.at_desk(feedback, kind, promise.value, said):
        owners = [person.id for person in await _owner(work, feedback)]
        people = owners or await work.admins()
        await work.ask(feedback, kind, people, by=0, once=promise.value, **said)


async def _news(scene: Scene, kind: str) -> Card | None:
    feedback = await scene.db.feedback.get(scene.number("feedback"))
    level = await _level(scene.db, feedback) if feedback else None
    if feedback is None or level is None:
        return None
    story: Sequence[Update] = await scene.db.feedback.log.of(feedback.id)
    hours = office(scene.calendar, scene.organization)
    late = _late(running(feedback, level, story, hours, scene.now), scene)
    if late is not None and late.spent >= late.limit:
        late = None if await _unread(scene, feedback, kind) else _broken(late, story)
    if late is None:
        return None
    reader = scene.reader
    whole = reader is None or await _whole(scene, feedback, reader)
    view = (await views(scene.db, [feedback], whole=whole))[0]
    return cards.news(view, scene.t, kind, late)


async def _unread(scene: Scene, feedback: Feedback, kind: str) -> bool:
    """Whether a warning has not come yet to who it is for."""
    if scene.reader is None or kind != "warned":
        return False
    key = told_key(feedback, kind, str(scene.args["promise"]), scene.reader.id)
    sent = await scene.db.deliveries.get(key)
    return sent is None or sent.message is None


def _late(found: Sequence[Running], scene: Scene) -> Running | None:
    """The promise it is about, if it is still to be kept."""
    wanted = Promise(str(scene.args["promise"]))
    return next((each for each in found if each.promise is wanted), None)


def _broken(late: Running, story: Sequence[Update]) -> Running | None:
    """The same with when its time was over: what warned of it tells that, and no later
    one. None, and that stays as it is, where nobody has looked yet.
    """
    kind, text = UpdateKind.BREACHED, late.promise.value
    over = next(
        (each.at for each in story if (each.kind, each.text) == (kind, text)), None
    )
    return replace(late, ends_at=over) if over else None


async def _whole(scene: Scene, feedback: Feedback, reader: Person) -> bool:
    return await sight(scene.db, feedback, reader) is Sight.WHOLE
