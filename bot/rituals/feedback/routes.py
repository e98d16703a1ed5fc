"""Where feedback goes, and who hears of it at once (PEERS H04)."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from bot.cards.feedback import routes as cards
from bot.messages import Card
from bot.model.feedback import Feedback, RoutingRule
from bot.model.feedback.duty import managers, on_duty
from bot.model.feedback.rhythm import Rhythm
from bot.model.feedback.routing import AT_ONCE, alarms, at_once, routed
from bot.model.people import DayHalf, Person
from bot.model.refs import PlaceRef
from bot.ports import Calendar, UnitOfWork
from bot.rituals.feedback.bundle import bring
from bot.rituals.feedback.news import rhythm_of
from bot.rituals.feedback.sight import Sight, sight
from bot.rituals.feedback.views import views
from bot.rituals.feedback.work import ROUTE, FeedbackWork
from bot.rituals.flow import Flow, Scene, World
from bot.rituals.room import whole
from bot.rituals.task.work import TaskWork

flow = Flow()


@flow.job(ROUTE)
async def send(world: World, feedback_id: int) -> None:
    """Shows it where the rules say, once in each place; who is on duty is told."""
    async with world.store() as db:
        feedback = await db.feedback.hold(feedback_id)
        if feedback is None or not feedback.state.open:
            return
        organization = await db.people.organization()
        work = FeedbackWork(db, organization, world.clock.now())
        rules = await db.feedback.rules.routes()
        first = routed(rules, feedback)
        alarmed = alarms(feedback)
        chosen = [first] if first else []
        chosen += at_once(rules) if alarmed else ()
        await _show(work, world.calendar, feedback, chosen)
        told = await _duty(work, first)
        manager = await _manager(world, work, feedback) if alarmed else None
        after = await _let_in(work, feedback, first, [*told, manager])
        await _tell(work, after, told, manager)
        await db.commit()


@flow.notice("feedback.routed")
async def tell_routed(scene: Scene) -> Card | None:
    """What is theirs to see to."""
    return await _told(scene, urgent=False)


@flow.notice("feedback.alarm")
async def tell_alarm(scene: Scene) -> Card | None:
    """Customers cannot buy: said at any hour, with a task to be made."""
    return await _told(scene, urgent=True)


async def _told(scene: Scene, *, urgent: bool) -> Card | None:
    feedback = await scene.db.feedback.get(scene.number("feedback"))
    if feedback is None or scene.reader is None:
        return None
    sees = await sight(scene.db, feedback, scene.reader)
    if sees < Sight.MASKED:
        return None
    (view,) = await views(scene.db, [feedback], whole=sees is Sight.WHOLE)
    return cards.duty(view, scene.t, urgent=urgent)


async def _show(
    work: FeedbackWork,
    calendar: Calendar,
    feedback: Feedback,
    rules: Iterable[RoutingRule],
) -> None:
    """In the place of each rule, unless those who triage see it there already, and
    as often as its room hears; what stops sales waits nowhere.
    """
    if alarms(feedback):
        await work.db.feedback.rooms.hurry(feedback.id, work.now)
    triage = await work.db.feedback.rules.triage()
    shown = set(await whole(work.db, triage)) if triage else set()
    if triage and await rhythm_of(work.db, shown) is not Rhythm.AT_ONCE:
        await bring(work, calendar, feedback, triage, shown)
    for rule in rules:
        if rule.place is None or rule.place in shown:
            continue
        room = await whole(work.db, rule.place)
        if shown.isdisjoint(room):
            await bring(work, calendar, feedback, _first(room), room)
        shown.update(room)


def _first(room: Iterable[PlaceRef]) -> PlaceRef:
    """The same of a room's places, whichever of them a rule names."""
    return min(room, key=lambda place: (place.platform, place.tenant, place.id))


async def _duty(work: FeedbackWork, rule: RoutingRule | None) -> list[Person]:
    """Who a rule names; while they are away, their manager."""
    if rule is None or rule.person_id is None:
        return []
    person = await stands_in(work.db, rule.person_id, work.now)
    return [person] if person.active else []


async def stands_in(db: UnitOfWork, person_id: int, now: datetime) -> Person:
    """The person; while they are away, their manager."""
    person = await db.people.get(person_id)
    local = person.local(now)
    away = await db.absences.away([person.id], local.date(), half=DayHalf.at(local))
    if away and person.manager_id:
        return await db.people.get(person.manager_id)
    return person


async def _manager(
    world: World, work: FeedbackWork, feedback: Feedback
) -> Person | None:
    """Who leads the departments that keep the shop open, and is at work now; who sent
    it knows already.
    """
    tasks = TaskWork(work.db, world.calendar, work.organization, work.now)
    everyone = await work.db.people.everyone()
    candidates = [
        (person, await tasks.works(person))
        for person in managers(everyone, AT_ONCE)
        if person.id not in feedback.senders
    ]
    return on_duty(candidates, work.now)


async def _let_in(
    work: FeedbackWork,
    feedback: Feedback,
    rule: RoutingRule | None,
    people: Iterable[Person | None],
) -> Feedback:
    """Who is told may see it and see to it; it is the department's that the rule
    names.
    """
    told = {person.id for person in people if person}
    department = rule.department if rule else None
    after = replace(
        feedback,
        followers=tuple(sorted({*feedback.followers, *told})),
        department=feedback.department or department,
    )
    return await work.save(after) if after != feedback else feedback


async def _tell(
    work: FeedbackWork,
    feedback: Feedback,
    told: Iterable[Person],
    manager: Person | None,
) -> None:
    """Everybody once: whom it keeps from sleeping, and whom it waits for."""
    alarmed = alarms(feedback)
    people = [person.id for person in told]
    if alarmed and manager and manager.id not in people:
        people.append(manager.id)
    kind = "alarm" if alarmed else "routed"
    await work.ask(feedback, kind, people, by=0, once="new")
