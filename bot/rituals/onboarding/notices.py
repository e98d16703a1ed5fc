"""The mornings of ways in and out, and their messages, each written when it is sent."""

from bot.cards import onboarding as cards
from bot.cards.onboarding import checks
from bot.cards.onboarding import passage as passages
from bot.messages import Card
from bot.model.onboarding import Journey, Kind, Part, Step
from bot.model.onboarding.slot import common_hour
from bot.model.people import Person
from bot.rituals.flow import Flow, Scene, World
from bot.rituals.onboarding.asking import asked, waiting
from bot.rituals.onboarding.handing import Handing
from bot.rituals.onboarding.passage import CAME_OR_WENT, MANY
from bot.rituals.onboarding.views import view
from bot.rituals.onboarding.work import (
    ASK,
    BEGUN,
    MORNING,
    NUDGE,
    OFF,
    OVER,
    SHARED,
    STUCK,
    WEEK,
    OnboardingWork,
)

flow = Flow()


@flow.job(MORNING)
async def morning(world: World, onboarding_id: int) -> None:
    """Asks what is due; a second time it finds that it was."""
    async with world.store() as db:
        journey = await db.onboarding.hold(onboarding_id)
        if journey is None or journey.ended_at:
            return
        organization, now = await db.people.organization(), world.clock.now()
        await OnboardingWork(db, world.calendar, organization, now).go_on(journey)
        await db.commit()


@flow.notice(ASK)
async def ask(scene: Scene) -> Card | None:
    """One step, to who does it; as it is now."""
    return await _step(scene, again=False)


@flow.notice(NUDGE)
async def nudge(scene: Scene) -> Card | None:
    """The same, once more."""
    return await _step(scene, again=True)


@flow.notice(BEGUN)
async def begun(scene: Scene) -> Card | None:
    """To who is part of it."""
    journey = await _running(scene)
    if journey is None:
        return None
    part = Part(str(scene.args["part"]))
    meet, buddy = None, scene.reader
    if buddy and part is Part.BUDDY and journey.kind is Kind.START:
        newcomer = await scene.db.people.get(journey.person_id)
        meet = common_hour(journey.day, newcomer, buddy, scene.now)
    return cards.begun(scene.t, await view(_work(scene), journey), part, meet)


@flow.notice(WEEK)
async def week(scene: Scene) -> Card | None:
    """How far it is, to the manager."""
    journey = await _running(scene)
    if journey is None:
        return None
    return cards.progress(scene.t, await view(_work(scene), journey))


@flow.notice(SHARED)
async def shared(scene: Scene) -> Card | None:
    """What the newcomer shares, to the manager."""
    found = await _found(scene)
    if found is None or not found[1].shared:
        return None
    journey, step = found
    return checks.shared(scene.t, await view(_work(scene), journey), step)


@flow.notice(STUCK)
async def stuck(scene: Scene) -> Card | None:
    """What somebody cannot go on with, to who can help; as long as it is so."""
    found = await _found(scene)
    if found is None or not found[1].stuck or found[0].ended_at:
        return None
    journey, step = found
    return cards.stuck(scene.t, await view(_work(scene), journey), step)


@flow.notice(OFF)
async def off(scene: Scene) -> Card | None:
    """That it was ended before its time."""
    journey = await scene.db.onboarding.get(scene.number("onboarding"))
    if journey is None or journey.ended_at is None:
        return None
    return cards.off(scene.t, await view(_work(scene), journey))


@flow.notice(OVER)
async def over(scene: Scene) -> Card | None:
    """That all is done."""
    journey = await scene.db.onboarding.get(scene.number("onboarding"))
    if journey is None:
        return None
    return cards.over(scene.t, await view(_work(scene), journey))


@flow.notice(CAME_OR_WENT)
async def passage(scene: Scene) -> Card | None:
    """Somebody came or went: what follows? To who sees to people."""
    if scene.reader is None:
        return None
    found = await scene.db.onboarding.passages.get(scene.number("passage"))
    if found is None:
        return None
    return await asked(scene.t, _handing(scene, scene.reader), found)


@flow.notice(MANY)
async def many(scene: Scene) -> Card | None:
    """Many came or went in one hour."""
    found = await waiting(scene.db, scene.reader) if scene.reader else ()
    return passages.many(scene.t, found) if found else None


def _handing(scene: Scene, reader: Person) -> Handing:
    return Handing(
        scene.db, scene.calendar, scene.organization, scene.now, reader, reader
    )


async def _step(scene: Scene, *, again: bool) -> Card | None:
    found = await _found(scene)
    if found is None or scene.reader is None:
        return None
    journey, step = found
    shown = await view(_work(scene), journey)
    if step.asks_how:
        return checks.card(scene.t, shown, step, again=again)
    return cards.step(scene.t, shown, step, again=again)


async def _found(scene: Scene) -> tuple[Journey, Step] | None:
    journey = await scene.db.onboarding.of_step(scene.number("step"))
    step = journey.step(scene.number("step")) if journey else None
    if journey is None or step is None:
        return None
    return journey, step


async def _running(scene: Scene) -> Journey | None:
    journey = await scene.db.onboarding.get(scene.number("onboarding"))
    return None if journey is None or journey.ended_at else journey


def _work(scene: Scene) -> OnboardingWork:
    return OnboardingWork(scene.db, scene.calendar, scene.organization, scene.now)
