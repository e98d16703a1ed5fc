"""Somebody's start: onboarding start @Li as customer-service on 9 March buddy @Mia."""

from dataclasses import replace

from bot.arguments import Arguments, fold
from bot.cards import onboarding as cards
from bot.commands.onboarding.at_hand import check_may, led, named_track, work
from bot.commands.onboarding.listing import overview
from bot.commands.onboarding.sentence import Sentence, read
from bot.commands.onboarding.ways import CHINESE, ways
from bot.commands.task.at_hand import pressed
from bot.context import Context
from bot.errors import UsageError
from bot.messages import Reply
from bot.model.onboarding import Journey, Kind
from bot.model.onboarding.tracks import kind_of, steps_of
from bot.registry import Commands
from bot.rituals.onboarding.passage import role, tech
from bot.rituals.onboarding.views import view

commands = Commands()
OWN = frozenset({"mine", "my", "me", "我的", "我"})


@commands.command("onboarding", "onboard", *CHINESE)
async def onboarding(ctx: Context, args: Arguments) -> Reply:
    """Shows who is starting, and how far they are; with a name it begins."""
    if not args or fold(args.typed) in OWN:
        return await overview(ctx)
    return await start(ctx, args)


@commands.command(*ways("start", "begin", "new", zh=("开始", "新建")))
async def start(ctx: Context, args: Arguments) -> Reply:
    """Begins somebody's onboarding: onboarding start @Li as warehouse on 9 March."""
    said = await read(ctx, args, "onboarding-try-start")
    await check_may(ctx, said.person)
    if said.person.id == ctx.person.id:
        raise UsageError("onboarding-self")
    track = said.role or role(said.person)
    return await begin(ctx, said, Kind.START, track)


@commands.button("onboarding.end")
async def press_end(ctx: Context, value: str) -> Reply:
    """Ends it: nobody is asked any more, what was done stays."""
    journey = await led(ctx, pressed(value))
    if journey.ended_at is None:
        journey = await work(ctx).cancel(journey, ctx.person)
    return cards.ended(ctx.t, await view(work(ctx), journey))


async def begin(ctx: Context, said: Sentence, kind: Kind, track: str) -> Reply:
    """Stores it, and says what happens now."""
    if (old := await ctx.db.onboarding.of(said.person.id, kind)) and not old.ended_at:
        return await _changed(ctx, old, said)
    found = await named_track(ctx, track)
    if kind_of(found.name) is not kind:
        raise UsageError("onboarding-other-track")
    helper = said.tech or await tech(ctx.db, said.person)
    new = Journey(
        person_id=said.person.id,
        track=found.name,
        day=said.day or said.person.local(ctx.now).date(),
        made_by=ctx.person.id,
        made_at=ctx.now,
        kind=kind,
        manager_id=said.manager.id if said.manager else said.person.manager_id,
        buddy_id=said.buddy.id if said.buddy else None,
        it_id=helper.id if helper else None,
        steps=steps_of(found, kind),
    )
    stored = await work(ctx).begin(new, ctx.person)
    return cards.started(ctx.t, await view(work(ctx), stored))


async def _changed(ctx: Context, old: Journey, said: Sentence) -> Reply:
    """Another day, or other helpers, of one that runs. Raises UsageError for none."""
    helpers = said.manager, said.buddy, said.tech
    before = old.manager_id, old.buddy_id, old.it_id
    ids = [each.id if each else id for each, id in zip(helpers, before, strict=True)]
    new = replace(
        old,
        day=said.day or old.day,
        manager_id=ids[0],
        buddy_id=ids[1],
        it_id=ids[2],
    )
    if new == old:
        raise UsageError("onboarding-already", who=said.person.name)
    changed = await work(ctx).change(new, ctx.person)
    return cards.changed(ctx.t, await view(work(ctx), changed))
