"""Starting today's stand-up by hand."""

import re

from bot.arguments import Arguments
from bot.cards.standup import run as cards
from bot.commands.standup.find import by_name, by_number, changeable, seen
from bot.context import Context
from bot.errors import UserError, Way
from bot.messages import Audience, Reply
from bot.model.expression import expression
from bot.model.standup import Members, OccurrenceState, Standup, same_name
from bot.model.standup.by_hand import run_day
from bot.registry import Commands
from bot.rituals.standup.by_hand import RUN, RUN_ALL, plan_by_hand, who_waits

commands = Commands()
ALL = "standup.run_all"
FOR_ALL = (
    r"(?:(?:for|ask|asking)\s+)?(?:everyone|everybody|all(?:\s+of\s+(?:them|us))?)"
    r"|(?:问|问问|询问|给|对|叫)?(?:所有人|全员|大家|每个人|全部)"
)
NOW = (
    r"(?:right\s+)?now|(?:all\s+)?at\s+once|immediately|today"
    r"|(?:现在|立刻|立即|马上|今天|同时)(?:就)?(?:开始)?"
)
BEHIND = expression(
    r"(?:^|[\s,，]+|(?<=[^\x00-\x7f]))(?=\S)"
    rf"(?:(?:{NOW})[\s,，]*)?(?P<all>{FOR_ALL})?[\s,，]*(?:{NOW})?\s*[.。!！]?$",
    re.IGNORECASE,
)


@commands.command("standup run", "run standup", "standup start", "站会 开始")
async def run(ctx: Context, args: Arguments) -> Reply:
    """Opens today's stand-up now and asks everybody who is at work; with "now for
    everyone" also whose night it is.
    """
    name, everyone = await _read(ctx, args)
    more = f" {ALL}" if everyone else ""
    found = await by_name(ctx, Arguments(name, args.now), "run", more)
    return await _run(ctx, found, everyone=everyone)


@commands.button("standup.run")
async def press_run(ctx: Context, value: str) -> Reply:
    """The same from a button."""
    number, _, everyone = value.partition(" ")
    return await _run(ctx, await by_number(ctx, number), everyone=everyone == ALL)


@commands.button(ALL)
async def press_run_all(ctx: Context, value: str) -> Reply:
    """Asks everybody, also who would be asked later."""
    return await _run(ctx, await by_number(ctx, value), everyone=True)


async def _read(ctx: Context, args: Arguments) -> tuple[str, bool]:
    """The name, and whether everybody is meant: a stand-up may be called so."""
    typed = args.rest()
    if any(same_name(each.name) == same_name(typed) for each in await seen(ctx)):
        return typed, False
    match = BEHIND.search(typed)
    if match is None:
        return typed, False
    return typed[: match.start()].strip(" ,，"), match["all"] is not None


async def _run(ctx: Context, standup: Standup, *, everyone: bool) -> Reply:
    """Checks that it can be; the job does it, as it may have to ask the chat."""
    held = await changeable(ctx, standup)
    if not held.active:
        raise UserError(
            "standup-run-paused",
            try_this=f"standup resume {held.name}",
            name=held.name,
        )
    job = RUN_ALL if everyone else RUN
    if waiting := await _begun(ctx, held):
        if not everyone:
            raise _already(ctx, held, waiting)
        await ctx.db.jobs.put(job, {held.id: ctx.now})
        return Reply(cards.rest(ctx.t, held, waiting), Audience.ONLY_YOU)
    plan = await plan_by_hand(
        ctx.db, ctx.calendar, held, None, ctx.now, everyone=everyone
    )
    known = plan if plan.invitations else None  # the job asks the chat who is there
    if not plan.asks_somebody and (known or not isinstance(held.roster, Members)):
        raise await _nobody(ctx, held)
    card = cards.run(ctx.t, held, known, ctx.now, everyone=everyone)
    await ctx.db.jobs.put(job, {held.id: ctx.now})
    return Reply(card, Audience.ONLY_YOU)


async def _begun(ctx: Context, standup: Standup) -> int:
    """How many still wait for their time on a day that has begun; 0 before it has.
    Raises UserError where nobody does.
    """
    day = run_day(standup, ctx.now)
    existing = await ctx.db.standups.days.on(standup.id, day)
    if existing is None or existing.state in (
        OccurrenceState.PLANNED,
        OccurrenceState.CANCELLED,
    ):
        return 0
    is_open = existing.state is OccurrenceState.OPEN
    waiting = len(await who_waits(ctx.db, existing)) if is_open else 0
    if not waiting:
        raise _already(ctx, standup, 0)
    return waiting


def _already(ctx: Context, standup: Standup, waiting: int) -> UserError:
    """It runs once a day; who still waits can be asked now."""
    day = ctx.t.day(run_day(standup, ctx.now))
    if not waiting:
        return UserError("standup-run-already", name=standup.name, day=day)
    return UserError(
        "standup-run-already-waiting",
        ways=(_all(ctx, standup),),
        name=standup.name,
        day=day,
        count=waiting,
    )


async def _nobody(ctx: Context, standup: Standup) -> UserError:
    """Nobody is at work before it would close; or nobody is there at all today."""
    plan = await plan_by_hand(
        ctx.db, ctx.calendar, standup, None, ctx.now, everyone=True
    )
    if not plan.asks_somebody:
        return UserError("standup-run-nobody", name=standup.name)
    ways = (_all(ctx, standup),)
    return UserError("standup-run-nobody-now", ways=ways, name=standup.name)


def _all(ctx: Context, standup: Standup) -> Way:
    return Way(ctx.t("standup-button-run-all"), ALL, str(standup.id))
