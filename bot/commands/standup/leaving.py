"""We were taken out of a place in which stand-ups live."""

from bot.context import Context
from bot.events import Left
from bot.registry import Commands
from bot.rituals.standup.losses import tell_of_place

commands = Commands()


@commands.on(Left)
async def left(ctx: Context) -> None:
    """The owners of its stand-ups hear so."""
    if ctx.event.where:
        day = ctx.now.date()
        await tell_of_place(ctx.db, ctx.event.where.unthreaded(), day)
