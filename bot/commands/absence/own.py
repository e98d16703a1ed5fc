"""Being away and coming back, as people say it of themselves."""

from datetime import date

from bot.arguments import Arguments
from bot.cards import absence as cards
from bot.commands.absence.counted import Works
from bot.commands.absence.half import (
    PRESS,
    WHICH,
    halves,
    pressed_half,
    with_morning,
)
from bot.commands.absence.others import away_for_others, back_for_others
from bot.commands.absence.there import back_on_day, day_to_come
from bot.commands.absence.words import problem, read
from bot.commands.standup.mine import coming_for, waiting_for
from bot.context import Context
from bot.errors import FieldError, FieldErrors, NotFound, UsageError
from bot.events import Values
from bot.messages import Form, Reply
from bot.model.absence import Days, Wish, back_on
from bot.model.people import DayHalf
from bot.model.standup import Share, Standup, same_name
from bot.model.text import tidy
from bot.registry import Commands
from bot.rituals.absence import mark_away, subject, there_again
from bot.rituals.standup.deliveries import ask_key
from bot.rituals.workdays import working_days

commands = Commands()
REASON = 200


@commands.command(
    "away", "请假", "我要请假", "我请假", "我想请假", "休假", "vacation", "pto", "ooo"
)
async def away(ctx: Context, args: Arguments) -> Reply:
    """Marks the person away: `away friday`, `away 12 March to 20 March dentist`. Leads
    mark others: `away @Bo friday`; admins everybody: `away everyone 24 December`.
    """
    if not args:
        return Reply(await _form(ctx))
    try:
        if others := await away_for_others(ctx, args.typed):
            return others
        wish = _wish(ctx, args)
        only = await _standup(ctx, wish.only) if wish.only else None
        return await go(ctx, wish, only)
    except UsageError as wrong:
        if wrong.key == WHICH:
            wrong.try_this = f"away {with_morning(await ctx.readable(args.typed))}"
        wrong.try_this = wrong.try_this or ctx.t("help-example-away")
        raise


@commands.command("back", "我回来了", "回来了", "我提前回来了", "提前回来了", "销假")
async def back(ctx: Context, args: Arguments) -> Reply:
    """Ends the absence that runs today, or on the day they are back: `back friday`; of
    one to come, says how to take it back. Leads say it of others: `back @Bo`.
    """
    if others := await back_for_others(ctx, args.typed):
        return others
    if day := day_to_come(args.typed, ctx, ctx.person):
        return await back_on_day(ctx, ctx.person, day)
    me, today = ctx.person.id, ctx.today
    if await _end(ctx, today):
        return cards.back(ctx.t, await _still_open(ctx))
    coming = await ctx.db.absences.of(me, today)
    return cards.not_away(ctx.t, coming[0] if coming else None, today)


@commands.button("people.away")
async def press_away(ctx: Context, value: str) -> Reply:
    """Opens the form for an absence."""
    return Reply(await _form(ctx))


@commands.button(PRESS)
async def press_half(ctx: Context, value: str) -> Reply:
    """Takes the half of the day that was asked for."""
    if wish := pressed_half(value, ctx.today):
        return await go(ctx, wish, None)
    return Reply(await _form(ctx))


@commands.button("people.back")
async def press_back(ctx: Context, value: str) -> Reply:
    """Ends the absence from a button, or the one that begins on a day to come."""
    try:
        first = date.fromisoformat(value)
    except ValueError:
        first = ctx.today
    if first <= ctx.today:
        return await back(ctx, Arguments("", ctx.local))
    if await _end(ctx, first):
        return cards.stays(ctx.t, first)
    return cards.not_away(ctx.t, None, ctx.today)


@commands.form("people.away")
async def fill_away(ctx: Context, values: Values, state: str) -> Reply:
    """Takes the form; what is wrong is said beside the field."""
    days = Days(_day(values, "first"), _day(values, "last"))
    if wrong := problem(days, ctx.today):
        raise FieldErrors({"last": wrong})
    reason = tidy(str(values.get("reason") or ""))[:REASON]
    chosen = str(values.get("only") or "all")
    only = next((s for s in await _mine(ctx) if str(s.id) == chosen), None)
    return await go(ctx, Wish(days, reason), only)


def _wish(ctx: Context, args: Arguments) -> Wish:
    try:
        return read(args, ctx.today, _works(ctx))
    except UsageError as wrong:
        if wrong.key == WHICH:
            wrong.ways = halves(ctx, args.typed, _works(ctx))
        raise


async def go(ctx: Context, wish: Wish, only: Standup | None) -> Reply:
    """Marks them away, and says so."""
    marked = await mark_away(
        ctx.db,
        ctx.person,
        wish,
        _works(ctx),
        ctx.now,
        by_id=ctx.person.id,
        standup_id=only.id if only else None,
    )
    works = _works(ctx)
    until = back_on(marked.joined.days, works)
    name = only.name if only else ""
    said = cards.away(ctx.t, marked.joined, marked.absence, until, ctx.today, name)
    said = cards.for_free_days(ctx.t, said, free=not wish.days.some(works))
    return cards.kept(ctx.t, said, wish)


async def _end(ctx: Context, day: date) -> bool:
    """Ends what they are away for on that day, if anything: what was said of it
    changes, what waited for them comes, what is planned counts on them again. A half
    of today that is still to come stays.
    """
    me, absences = ctx.person.id, ctx.db.absences
    half = DayHalf.at(ctx.local) if day == ctx.today else None
    ended = [
        each
        for each in await absences.of(me, day)
        if each.covers_some(day) and (half is None or each.half in (None, half))
    ]
    if not await absences.end(me, day, half):
        return False
    for absence in ended:
        await ctx.db.deliveries.touch(subject=subject(absence.id))
    await there_again(ctx.db, ctx.person, ctx.now, asked=True)
    return True


async def _still_open(ctx: Context) -> list[Share]:
    """What waits for them that they were asked before: nothing new asks them."""
    waiting, _ = await waiting_for(ctx)
    return [
        share
        for share in waiting
        if await ctx.db.deliveries.get(ask_key(share.occurrence, share.participant))
    ]


def _works(ctx: Context) -> Works:
    return working_days(ctx.calendar, ctx.organization, ctx.person, ())


async def _form(ctx: Context) -> Form:
    return cards.away_form(ctx.t, ctx.today, await _mine(ctx))


async def _mine(ctx: Context) -> list[Standup]:
    """The stand-ups that ask the person; one alone is no choice."""
    found = [each.standup for each in await coming_for(ctx)]
    return found if len(found) > 1 else []


async def _standup(ctx: Context, typed: str) -> Standup:
    """The one of their stand-ups that is named."""
    mine = [each.standup for each in await coming_for(ctx)]
    wanted = same_name(typed)
    found = [each for each in mine if same_name(each.name).startswith(wanted)]
    if len(found) == 1:
        return found[0]
    names = ctx.t.either(tuple(f"“{each.name}”" for each in found or mine))
    if not mine:
        raise NotFound("away-only-none", typed=typed)
    raise UsageError("away-only-which", typed=typed, names=names)


def _day(values: Values, name: str) -> date:
    try:
        return date.fromisoformat(str(values.get(name) or ""))
    except ValueError:
        raise FieldErrors({name: FieldError("away-no-date")}) from None
