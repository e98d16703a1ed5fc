"""Somebody's last weeks: leaving @Li on 30 April (PEERS I11)."""

from bot.arguments import Arguments
from bot.cards.onboarding import leaving as cards
from bot.commands.onboarding.at_hand import check_may, visible
from bot.commands.onboarding.listing import overview, shown
from bot.commands.onboarding.sentence import read
from bot.commands.onboarding.start import begin
from bot.commands.task.at_hand import pressed
from bot.context import Context
from bot.errors import NotAllowed, UsageError
from bot.messages import Reply
from bot.model.onboarding import Kind
from bot.model.onboarding.tracks import LEAVING
from bot.registry import Commands
from bot.rituals.onboarding.views import held_by, leads

commands = Commands()


@commands.command("leaving", "offboarding", "离职")
async def leaving(ctx: Context, args: Arguments) -> Reply:
    """Begins somebody's leaving, or shows who leaves: leaving @Li on 30 April."""
    if not args:
        return await overview(ctx)
    said = await read(ctx, args, "onboarding-try-leaving")
    check_may(ctx, said.person)
    if said.day is None:
        example = ctx.t("onboarding-try-leaving")
        raise UsageError("onboarding-day-missing", try_this=example)
    return await begin(ctx, said, Kind.LEAVE, LEAVING)


@commands.command("leaving show", "离职 进度", "离职 查看")
async def show(ctx: Context, args: Arguments) -> Reply:
    """Shows how far a leaving is: leaving show @Li."""
    return await shown(ctx, args, Kind.LEAVE)


@commands.button("onboarding.held")
async def press_held(ctx: Context, value: str) -> Reply:
    """What is still theirs, each with the way to hand it over."""
    journey = await visible(ctx, pressed(value))
    person = await ctx.db.people.get(journey.person_id)
    if not leads(journey, ctx.person) and ctx.person.id != person.id:
        raise NotAllowed("onboarding-leads")
    return cards.held(ctx.t, await held_by(ctx.db, person, ctx.person))
