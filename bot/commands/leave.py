"""What people say about leave that a platform told of: I am there after all."""

from bot.cards import leave as cards
from bot.context import Context
from bot.errors import UserError
from bot.events import LeaveChanged
from bot.messages import Audience, Card, Reply
from bot.model.leave import ToldLeave, soon
from bot.registry import Commands
from bot.rituals.leave import READ, subject
from bot.rituals.task.work import REPLAN

commands = Commands()


@commands.on(LeaveChanged)
async def changed(ctx: Context) -> None:
    """Reads everybody's leave soon, together with what changes until then."""
    await ctx.db.jobs.put(READ, {ctx.organization.id: soon(ctx.now)})


@commands.button("leave.refuse")
async def refuse(ctx: Context, value: str) -> Reply:
    """They are there; no later reading knows better."""
    leave = await _mine(ctx, value)
    if not leave.overruled:
        await ctx.db.leaves.overrule(leave, ctx.today)
        await _replan(ctx, leave)
    return _replaced(cards.there(ctx.t, leave))


@commands.button("leave.accept")
async def accept(ctx: Context, value: str) -> Reply:
    """They are away as the platform says."""
    leave = await _mine(ctx, value)
    if leave.overruled:
        await ctx.db.leaves.restore(leave)
        await _replan(ctx, leave)
    return _replaced(cards.away(ctx.t, leave))


async def _mine(ctx: Context, value: str) -> ToldLeave:
    known = value.isascii() and value.isdigit() and len(value) < 16
    leave = await ctx.db.leaves.get(int(value)) if known else None
    if leave is None or leave.person_id != ctx.person.id:
        raise UserError("leave-over-already", try_this="away")
    return leave


async def _replan(ctx: Context, leave: ToldLeave) -> None:
    await ctx.db.deliveries.touch(subject=subject(leave.id))
    await ctx.db.jobs.put(REPLAN, {ctx.person.id: ctx.now})


def _replaced(card: Card) -> Reply:
    return Reply(card, Audience.REPLACE)
