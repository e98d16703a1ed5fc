"""Looking at ways in and out: everybody's, or one person's."""

from bot.arguments import Arguments
from bot.cards import onboarding as cards
from bot.cards.onboarding import passage
from bot.commands.onboarding.at_hand import led, visible, work
from bot.commands.onboarding.sentence import called
from bot.commands.onboarding.ways import ways
from bot.commands.task.at_hand import pressed
from bot.context import Context
from bot.errors import NotFound
from bot.messages import Reply
from bot.model.onboarding import Journey, Kind
from bot.model.people import Person
from bot.registry import Commands
from bot.rituals.onboarding.asking import waiting
from bot.rituals.onboarding.views import leads, sees, view

commands = Commands()


@commands.command(*ways("show", "status", "progress", zh=("进度", "查看")))
async def show(ctx: Context, args: Arguments) -> Reply:
    """Shows how far somebody is, step by step: onboarding show @Li."""
    return await shown(ctx, args, Kind.START)


@commands.button("onboarding.show")
async def press_show(ctx: Context, value: str) -> Reply:
    """The same, from a button."""
    return await _whole(ctx, await visible(ctx, pressed(value)))


@commands.command(
    *ways("cancel", "stop", "end", zh=("取消", "结束", "停止")),
)
async def cancel(ctx: Context, args: Arguments) -> Reply:
    """Ends somebody's start before its time: onboarding cancel @Li."""
    return await ended(ctx, args, Kind.START)


async def shown(ctx: Context, args: Arguments, kind: Kind) -> Reply:
    """Somebody's newest of a kind, if the reader may follow it; else their own."""
    person = await _meant(ctx, args)
    found = await ctx.db.onboarding.of(person.id, kind)
    if found is None and not args:
        return await overview(ctx)
    if found is None or not sees(found, ctx.person):
        raise NotFound("onboarding-none-of", try_this="onboarding", who=person.name)
    return await _whole(ctx, found)


async def ended(ctx: Context, args: Arguments, kind: Kind) -> Reply:
    """Somebody's newest of a kind, ended by who leads it."""
    person = await _meant(ctx, args)
    found = await ctx.db.onboarding.of(person.id, kind)
    if found is None or found.ended_at or not sees(found, ctx.person):
        raise NotFound("onboarding-none-of", try_this="onboarding", who=person.name)
    journey = await led(ctx, found.id)
    journey = await work(ctx).cancel(journey, ctx.person)
    return cards.ended(ctx.t, await view(work(ctx), journey))


async def _meant(ctx: Context, args: Arguments) -> Person:
    """Whom the words name, also without an @; else who asks."""
    typed = await ctx.apart(await called(ctx, args.typed))
    people = await ctx.find_people(Arguments(typed, ctx.local).people())
    return people[0] if people else ctx.person


async def overview(ctx: Context) -> Reply:
    """Who is on their way in or out, as far as the reader is part of it."""
    running = await ctx.db.onboarding.running()
    mine = [each for each in running if sees(each, ctx.person)]
    asked = passage.waiting(ctx.t, await waiting(ctx.db, ctx.person))
    return cards.listing(ctx.t, [await view(work(ctx), each) for each in mine], asked)


async def _whole(ctx: Context, journey: Journey) -> Reply:
    seen = await view(work(ctx), journey)
    may_end = leads(journey, ctx.person)
    mine = journey.person_id == ctx.person.id
    return cards.whole(ctx.t, seen, may_end=may_end, mine=mine)
