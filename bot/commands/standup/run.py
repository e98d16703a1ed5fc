"""Starting today's stand-up by hand."""

from bot.arguments import Arguments
from bot.cards.standup import list as standup_list
from bot.commands.standup.find import by_name, by_number, changeable
from bot.context import Context
from bot.errors import UserError
from bot.messages import Audience, Reply
from bot.model.standup import Members, OccurrenceState, Standup
from bot.model.standup.days import run_day
from bot.registry import Commands
from bot.rituals.standup.opening import RUN
from bot.rituals.standup.plan import as_of_now, people_of

commands = Commands()
SEEN = frozenset({OccurrenceState.OPEN, OccurrenceState.CLOSED})


@commands.command("standup run", "run standup", "standup start", "站会 开始")
async def run(ctx: Context, args: Arguments) -> Reply:
    """Opens today's stand-up now and asks everybody who is here."""
    return await _run(ctx, await by_name(ctx, args, "run"))


@commands.button("standup.run")
async def press_run(ctx: Context, value: str) -> Reply:
    """The same from a button."""
    return await _run(ctx, await by_number(ctx, value))


async def _run(ctx: Context, standup: Standup) -> Reply:
    """Checks that it can be; the job does it, as it may have to ask the chat."""
    held = await changeable(ctx, standup)
    if not held.active:
        raise UserError(
            "standup-run-paused",
            try_this=f"standup resume {held.name}",
            name=held.name,
        )
    day = run_day(held, ctx.now)
    existing = await ctx.db.standups.days.on(held.id, day)
    if existing and existing.state in SEEN:
        raise UserError("standup-run-already", name=held.name, day=ctx.t.day(day))
    if not isinstance(held.roster, Members):
        people = await people_of(ctx.db, held)
        plan = await as_of_now(ctx.db, held, people, ctx.now)
        if not plan.asks_somebody:
            raise UserError("standup-run-nobody", name=held.name)
    await ctx.db.jobs.put(RUN, {held.id: ctx.now})
    card = standup_list.told(ctx.t, "standup-run", held)
    return Reply(card, Audience.ONLY_YOU)
