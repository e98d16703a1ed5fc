"""How every command about ways in and out begins: what it is about, and the rights."""

from bot.arguments import fold
from bot.cards.onboarding.tracks import called
from bot.context import Context
from bot.errors import NotAllowed, NotFound
from bot.model.department import find_department
from bot.model.onboarding import Journey, Step
from bot.model.onboarding.passage import Passage
from bot.model.onboarding.tracks import KINDS, READY, Track
from bot.model.people import Person
from bot.rituals.onboarding.passage import decides
from bot.rituals.onboarding.views import leads, sees
from bot.rituals.onboarding.work import OnboardingWork

LANGUAGES = ("en", "zh")


def work(ctx: Context) -> OnboardingWork:
    """The tools to move ways in and out on with."""
    return OnboardingWork(ctx.db, ctx.calendar, ctx.organization, ctx.now)


async def check_may(ctx: Context, person: Person) -> None:
    """Raises NotAllowed for who neither leads somebody nor sees to people."""
    me = ctx.person
    if not (me.is_admin or await decides(ctx.db, me, person)):
        raise NotAllowed("onboarding-not-yours", who=person.name)


async def visible(ctx: Context, journey_id: int) -> Journey:
    """The journey with this id, if they are part of it."""
    found = await ctx.db.onboarding.hold(journey_id)
    if found is None or not sees(found, ctx.person):
        raise NotFound("onboarding-unknown", try_this="onboarding")
    return found


async def led(ctx: Context, journey_id: int) -> Journey:
    """The same, if it is theirs to change."""
    found = await visible(ctx, journey_id)
    if not leads(found, ctx.person):
        raise NotAllowed("onboarding-leads")
    return found


async def doable(ctx: Context, step_id: int) -> tuple[Journey, Step]:
    """The step with this id, if they do it, or lead who does."""
    journey, step = await _step(ctx, step_id)
    readers = await work(ctx).readers(journey)
    doer = readers.get(step.line.part)
    mine = doer is not None and doer.person.id == ctx.person.id
    if not mine and (step.asks_how or not leads(journey, ctx.person)):
        raise NotFound("onboarding-unknown", try_this="onboarding")
    return journey, step


async def own_check(ctx: Context, step_id: int) -> tuple[Journey, Step]:
    """The talk with this id, which nobody but the newcomer answers."""
    journey, step = await _step(ctx, step_id)
    if journey.person_id != ctx.person.id or not step.asks_how:
        raise NotFound("onboarding-unknown", try_this="onboarding")
    return journey, step


async def decidable(ctx: Context, passage_id: int) -> tuple[Passage, Person]:
    """Who came or went, if it is theirs to say what follows; a decided one, too."""
    found = await ctx.db.onboarding.passages.hold(passage_id)
    person = await ctx.db.people.get(found.person_id) if found else None
    if found is None or person is None:
        raise NotFound("onboarding-unknown", try_this="onboarding")
    if not await decides(ctx.db, ctx.person, person):
        raise NotFound("onboarding-unknown", try_this="onboarding")
    return found, person


async def tracks(ctx: Context) -> dict[str, Track]:
    """Every checklist: the company's own in place of those that come with us."""
    own = {each.name: each for each in await ctx.db.onboarding.tracks()}
    return {**READY, **own}


async def find_track(ctx: Context, typed: str) -> Track | None:
    """The checklist that is meant, by any of its names."""
    found = await tracks(ctx)
    wanted = fold(typed)
    speak = [ctx.words(language, ctx.person.zone) for language in LANGUAGES]
    for name, each in found.items():
        if wanted in {fold(name), *(fold(called(t, name)) for t in speak)}:
            return each
    return found.get(find_department(typed) or "")


async def named_track(ctx: Context, typed: str) -> Track:
    """The same. Raises NotFound with those there are."""
    found = await find_track(ctx, typed)
    if found is None:
        names = [name for name in await tracks(ctx) if name not in KINDS]
        told = ctx.t.either(tuple(called(ctx.t, name) for name in names))
        raise NotFound("onboarding-track-unknown", typed=typed[:60], names=told)
    return found


async def _step(ctx: Context, step_id: int) -> tuple[Journey, Step]:
    known = await ctx.db.onboarding.of_step(step_id)
    journey = await ctx.db.onboarding.hold(known.id) if known else None
    step = journey.step(step_id) if journey else None
    if journey is None or step is None:
        raise NotFound("onboarding-unknown", try_this="onboarding")
    return journey, step
