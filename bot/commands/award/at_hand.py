"""How every command about awards begins: the round, its stage, the rights."""

from collections.abc import Collection, Mapping

from bot.arguments import fold
from bot.cards.award import RoundView
from bot.context import Context
from bot.errors import NotAllowed, NotFound, UsageError
from bot.model.award import Round, Stage
from bot.rituals.award.views import view
from bot.rituals.award.work import AwardWork
from bot.sight import restricted


def work(ctx: Context) -> AwardWork:
    """The tools to move awards on with."""
    return AwardWork(ctx.db, ctx.organization, ctx.now)


async def check_guest(ctx: Context) -> None:
    """Raises NotAllowed for who only visits, or works from outside."""
    if await restricted(ctx.db, ctx.person):
        raise NotAllowed("award-guests")


async def running(ctx: Context, *stages: Stage) -> list[RoundView]:
    """The rounds in one of these stages."""
    rounds = await ctx.db.awards.rounds(over=False)
    found = [await view(ctx.db, each) for each in rounds if each.stage in stages]
    return [each for each in found if each]


async def only(ctx: Context, typed: str, *stages: Stage) -> RoundView:
    """The round that is meant by an award's name, or the only one there is. Raises
    NotFound with those there are.
    """
    found = await running(ctx, *stages)
    named = [each for each in found if fold(each.award.name) == fold(typed)]
    if len(found) == 1 and (not typed or named):
        return found[0]
    if named:
        return named[0]
    if not found:
        raise NotFound(f"award-no-{stages[0].value}")
    names = ctx.t.either(tuple(each.award.name for each in found))
    raise NotFound("award-which", names=names)


async def at_stage(ctx: Context, wanted: int, stages: Collection[Stage]) -> RoundView:
    """The round with this id. Raises NotFound for one that is not in such a stage."""
    round = await ctx.db.awards.hold(wanted)
    found = await view(ctx.db, round) if round else None
    if found is None:
        raise NotFound("award-unknown")
    if found.round.stage not in stages or _late(found.round, ctx):
        raise UsageError(f"award-over-{min(stages).value}", name=found.name)
    return found


def _late(round: Round, ctx: Context) -> bool:
    """Whether its voting is over, though nobody has counted yet."""
    return round.stage is Stage.VOTING and ctx.now >= round.due_at


async def check_decides(ctx: Context, round: Round) -> None:
    """Raises NotAllowed for who is neither of the jury nor, without one, an admin."""
    if ctx.person.id not in await work(ctx).deciders(round):
        raise NotAllowed("award-deciders")


async def managers(ctx: Context) -> Mapping[int, int | None]:
    """Who leads whom."""
    people = await ctx.db.people.everyone()
    return {person.id: person.manager_id for person in people}
