"""Making a stand-up: from one line, or in three steps."""

from dataclasses import replace

from bot.arguments import Arguments
from bot.cards.standup import list as standup_list
from bot.commands.standup import making as steps
from bot.commands.standup.ends import cycle_start
from bot.commands.standup.filled import from_form
from bot.commands.standup.find import by_name, by_number, taken
from bot.commands.standup.remarks import remarks, warnings
from bot.commands.standup.sentence import split
from bot.commands.standup.values import read_name
from bot.commands.standup.wanted import Wanted, from_sentence
from bot.commands.standup.window import with_close
from bot.context import Context
from bot.errors import UsageError
from bot.events import Values
from bot.filling import with_values
from bot.messages import Audience, Reply
from bot.model.repetition import ended, read_rule, without_end
from bot.model.standup import Members, Standup
from bot.model.standup.days import next_ask
from bot.registry import Commands
from bot.rituals.standup.invite import invite
from bot.rituals.standup.notices import standup_view
from bot.rituals.standup.plan import days_of, with_next

commands = Commands()
AS = (" as ", "：", " 为 ", " 叫 ")


@commands.command(
    "standup new",
    "standup add",
    "standup create",
    "new standup",
    "create standup",
    "create a standup",
    "make a standup",
    "set up a standup",
    "站会 新建",
    "新建站会",
    "新建一个站会",
    "创建站会",
    "建一个站会",
)
async def new(ctx: Context, args: Arguments) -> Reply:
    """Makes a stand-up from one line; without words it opens the form."""
    if not args:
        return await press_new(ctx, "")
    wanted = await from_sentence(ctx, split(with_close(args.typed)))
    if await taken(ctx, wanted.standup.name):
        raise UsageError("standup-name-taken", name=wanted.standup.name)
    return await _make(ctx, wanted)


@commands.command("standup templates", "standup template", "站会 模板")
async def templates(ctx: Context, args: Arguments) -> Reply:
    """The templates, each with a button that begins with it."""
    return Reply(standup_list.templates(ctx.t), Audience.ONLY_YOU)


@commands.button("standup.new")
async def press_new(ctx: Context, value: str) -> Reply:
    """Opens the first step: fresh, of a template, a copy, or what was said so far."""
    return Reply(await steps.first_form(ctx, value))


@commands.button("standup.when")
async def press_when(ctx: Context, value: str) -> Reply:
    """Opens the second step."""
    return Reply(await steps.second_form(ctx, await steps.going(ctx, value)))


@commands.button("standup.asked")
async def press_asked(ctx: Context, value: str) -> Reply:
    """Opens the third step."""
    return Reply(await steps.third_form(ctx, await steps.going(ctx, value)))


@commands.form("standup.new")
async def fill_new(ctx: Context, values: Values, state: str) -> Reply:
    """Takes who and where, and goes on to when."""
    making = await steps.take_first(ctx, values, state)
    await steps.so_far(ctx, making, named=True)
    return Reply(await steps.second_form(ctx, making))


@commands.form("standup.when")
async def fill_when(ctx: Context, values: Values, state: str) -> Reply:
    """Takes when, and goes on to what is asked."""
    making = await steps.going(ctx, state)
    await from_form(ctx, values, await steps.so_far(ctx, making))
    making = await steps.take_more(ctx, making, values)
    return Reply(await steps.third_form(ctx, making))


@commands.form("standup.asked")
async def fill_asked(ctx: Context, values: Values, state: str) -> Reply:
    """Makes the stand-up."""
    making = await steps.going(ctx, state)
    standup = await from_form(ctx, values, await steps.so_far(ctx, making))
    await steps.check_name(ctx, standup.name)
    await steps.finish(ctx, making)
    place = standup.place and await ctx.db.people.place(standup.place)
    unseen = standup.place is not None and place is None
    return await _make(ctx, Wanted(standup=standup, unseen=unseen))


@commands.command("standup copy", "standup duplicate", "copy standup", "站会 复制")
async def copy(ctx: Context, args: Arguments) -> Reply:
    """Opens the first step with the questions and choices of another one."""
    typed = args.typed
    for word in AS:
        before, found, name = typed.rpartition(word)
        if found and name.strip():
            old = await by_name(ctx, Arguments(before, ctx.local), "copy")
            return await _copy_as(ctx, old, name)
    return await press_copy(ctx, str((await by_name(ctx, args, "copy")).id))


async def _copy_as(ctx: Context, old: Standup, typed: str) -> Reply:
    """Its name is said: the first step holds it."""
    name = read_name(Arguments(typed, ctx.local).rest())
    if await taken(ctx, name):
        raise UsageError("standup-name-taken", name=name)
    form = await steps.first_form(ctx, f"copy:{old.id}")
    return Reply(with_values(form, {"name": name}))


@commands.button("standup.copy")
async def press_copy(ctx: Context, value: str) -> Reply:
    """The same from a button."""
    old = await by_number(ctx, value)
    return Reply(await steps.first_form(ctx, f"copy:{old.id}"))


async def _make(ctx: Context, wanted: Wanted) -> Reply:
    begun = await from_soonest(ctx, wanted.standup)
    kept = await ctx.db.standups.add(await scheduled(ctx, begun))
    audience = await _audience(ctx, kept)
    told = ctx.place.ref if ctx.place and audience is Audience.HERE else None
    await invite(ctx.db, kept, ctx.now, but=told)
    ctx = replace(ctx, t=ctx.aloud) if audience is Audience.HERE else ctx
    notes = [*await remarks(ctx, kept, wanted), *await warnings(ctx, kept)]
    view = await standup_view(ctx.db, ctx.t, _from_their_day(ctx, kept))
    return Reply(standup_list.made(ctx.t, view, notes), audience)


def _from_their_day(ctx: Context, standup: Standup) -> Standup:
    """The same, begun on the day its maker is asked first: of a place, nobody else is
    known to be in it.
    """
    if not isinstance(standup.roster, Members) or standup.zone or standup.eve:
        return standup
    days = days_of(ctx.calendar, standup, ctx.organization, [ctx.person])
    at = next_ask(standup, ctx.person, days, now=ctx.now, away=lambda _: False)
    return replace(standup, next_day=ctx.person.local(at).date()) if at else standup


async def _audience(ctx: Context, standup: Standup) -> Audience:
    """Everybody here hears of it, unless it belongs to a private place elsewhere."""
    if standup.place is None or standup.place in ctx.here:
        return Audience.HERE
    place = await ctx.db.people.place(standup.place)
    return Audience.HERE if place and not place.private else Audience.ONLY_YOU


async def scheduled(ctx: Context, standup: Standup) -> Standup:
    """The stand-up with its next day, counted from now."""
    fresh = replace(standup, since=ctx.now)
    home = ctx.organization
    return await with_next(ctx.db, fresh, ctx.calendar, home, now=ctx.now)


async def from_soonest(ctx: Context, standup: Standup) -> Standup:
    """One of every second week, from the first such day to come: who makes it on a
    Sunday for Fridays means this Friday.
    """
    endless, last = without_end(standup.rule)
    cycle = read_rule(endless)
    if cycle is None or cycle.interval == 1:
        return standup
    rule = ended(replace(cycle, interval=1).rule, last)
    first = (await scheduled(ctx, replace(standup, rule=rule))).next_day
    if first is None:
        return standup
    return replace(standup, start=max(standup.start, cycle_start(cycle.every, first)))
