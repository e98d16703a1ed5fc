"""Somebody does something else: role change @Li on 1 July (PEERS I11)."""

from bot.arguments import Arguments
from bot.commands.onboarding.at_hand import check_may
from bot.commands.onboarding.listing import ended, overview, shown
from bot.commands.onboarding.sentence import read
from bot.commands.onboarding.start import begin
from bot.context import Context
from bot.errors import UsageError
from bot.messages import Reply
from bot.model.onboarding import Kind
from bot.model.onboarding.tracks import CHANGING
from bot.registry import Commands

commands = Commands()


@commands.command("role change", "change of role", "转岗", "调岗")
async def change(ctx: Context, args: Arguments) -> Reply:
    """Begins the checklist of who changes roles, or shows who does."""
    if not args:
        return await overview(ctx)
    said = await read(ctx, args, "onboarding-try-moving")
    await check_may(ctx, said.person)
    if said.person.id == ctx.person.id and not ctx.person.is_admin:
        raise UsageError("onboarding-self")
    return await begin(ctx, said, Kind.CHANGE, CHANGING)


@commands.command("role change cancel", "role change end", "转岗 取消", "调岗 取消")
async def cancel(ctx: Context, args: Arguments) -> Reply:
    """Somebody stays where they are: role change cancel @Li."""
    return await ended(ctx, args, Kind.CHANGE)


@commands.command("role change show", "转岗 进度", "调岗 进度")
async def show(ctx: Context, args: Arguments) -> Reply:
    """Shows how far a change of roles is: role change show @Li."""
    return await shown(ctx, args, Kind.CHANGE)
