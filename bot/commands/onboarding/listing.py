"""Looking at ways in and out: everybody's, or one person's."""

from bot.arguments import Arguments
from bot.cards import onboarding as cards
from bot.cards.onboarding import passage
from bot.commands.onboarding.at_hand import visible, work
from bot.commands.onboarding.ways import ways
from bot.commands.task.at_hand import pressed
from bot.context import Context
from bot.errors import NotFound
from bot.messages import Reply
from bot.model.onboarding import Journey, Kind
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


async def shown(ctx: Context, args: Arguments, kind: Kind) -> Reply:
    """Somebody's newest of a kind, if the reader may follow it; else their own."""
    people = await ctx.find_people(args.people())
    person = people[0] if people else ctx.person
    found = await ctx.db.onboarding.of(person.id, kind)
    if found is None or not sees(found, ctx.person):
        raise NotFound("onboarding-none-of", try_this="onboarding", who=person.name)
    return await _whole(ctx, found)


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
