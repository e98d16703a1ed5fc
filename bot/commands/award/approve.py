"""What was chosen, approved before anybody hears of it, and what is stuck (L12)."""

from bot.arguments import Arguments
from bot.cards import award as cards
from bot.cards.award import RoundView
from bot.commands.award.at_hand import at_stage, only, running, work
from bot.commands.award.ways import ways
from bot.commands.task.at_hand import pressed
from bot.context import Context
from bot.errors import NotAllowed, NotFound, UsageError
from bot.messages import Audience, Reply
from bot.model.award import Stage
from bot.registry import Commands
from bot.rituals.award.views import view

commands = Commands()
WAITS = (Stage.CHOOSING, Stage.TIED)
TIED = (Stage.TIED,)


@commands.command(*ways("approve", zh=("批准", "审批")))
async def approve(ctx: Context, args: Arguments) -> Reply:
    """Shows what waits for your approval: award approve Star."""
    for each in await running(ctx, *TIED):
        named = not args or each.award.name.casefold() == args.rest().casefold()
        if named and await _approves(ctx, each):
            return Reply(cards.approve(each, ctx.t), Audience.ONLY_YOU)
    raise NotFound("award-none-to-approve", try_this="award")


@commands.button("award.approve")
async def press_approve(ctx: Context, value: str) -> Reply:
    """It is announced; who approved it is kept in the ledger."""
    found = await _approvable(ctx, value)
    winner = found.round.proposed_id or 0
    await work(ctx).end(found.round, winner, decided_by=ctx.person.id)
    return _replaced(cards.done(ctx.t.line("award-decided", name=found.name)))


@commands.button("award.decline")
async def press_decline(ctx: Context, value: str) -> Reply:
    """Nobody gets it this time."""
    found = await _approvable(ctx, value)
    await work(ctx).decline(found.round)
    return _replaced(cards.done(ctx.t.line("award-declined", name=found.name)))


@commands.command(*ways("remind", zh=("催办", "催一下")))
async def remind(ctx: Context, args: Arguments) -> Reply:
    """Has those who decide asked once more, where you nominated somebody."""
    return await _again(ctx, await only(ctx, args.rest(), *WAITS))


@commands.button("award.again")
async def press_again(ctx: Context, value: str) -> Reply:
    """The same, from a button."""
    round = await ctx.db.awards.hold(pressed(value))
    found = await view(ctx.db, round) if round else None
    if found is None:
        raise NotFound("award-unknown")
    return await _again(ctx, found)


async def _again(ctx: Context, found: RoundView) -> Reply:
    nominations = await ctx.db.awards.nominations(found.round.id)
    if ctx.person.id not in {each.nominator_id for each in nominations}:
        raise NotAllowed("award-again-nominators")
    if not found.round.stuck(ctx.now):
        raise UsageError("award-not-stuck", name=found.name)
    if found.round.nudged_by is not None:
        raise UsageError("award-again-once", name=found.name)
    await work(ctx).again(found.round, ctx.person.id)
    return cards.done(ctx.t.line("award-asked-again", name=found.name))


async def _approvable(ctx: Context, value: str) -> RoundView:
    """What waits for an approval. Raises NotAllowed for who does not give it."""
    found = await at_stage(ctx, pressed(value), TIED)
    if found.round.proposed_id is None:
        raise UsageError("award-over-tied", name=found.name)
    if not await _approves(ctx, found):
        raise NotAllowed("award-approver-only")
    return found


async def _approves(ctx: Context, found: RoundView) -> bool:
    return ctx.person.id in await work(ctx).approvers(found.round)


def _replaced(reply: Reply) -> Reply:
    return Reply(reply.body, Audience.REPLACE)
