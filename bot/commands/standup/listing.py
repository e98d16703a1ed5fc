"""Looking at stand-ups: all, one, what people will get, and what still waits for me."""

from dataclasses import replace

from bot.arguments import Arguments
from bot.cards import standup as cards
from bot.cards.standup import list as standup_list
from bot.cards.standup import questions as standup_questions
from bot.commands.standup.answers import taken
from bot.commands.standup.find import by_name, by_number, number, seen
from bot.commands.standup.history import history
from bot.commands.standup.mine import coming_for, waiting_for
from bot.commands.standup.recalled import recalled
from bot.commands.standup.remarks import close_notes
from bot.commands.standup.report import stats
from bot.commands.standup.values import brief
from bot.context import Context
from bot.errors import UnknownWord
from bot.events import Values
from bot.messages import Audience, Reply
from bot.model.people import FormStyle
from bot.model.standup import Standup, same_name
from bot.registry import Commands
from bot.rituals.standup.notices import standup_view, standup_views

commands = Commands()


@commands.command("standup", "standups", "站会", "早会", "my standups", "我的站会")
async def bare(ctx: Context, args: Arguments) -> Reply:
    """What still waits for me."""
    if args and (past := recalled(f"standup {args.typed}")):
        return await history(ctx, Arguments(past, ctx.local))
    typed = same_name(args.typed)
    if named := [each for each in await seen(ctx) if same_name(each.name) == typed]:
        return await _show(ctx, named[0])
    if args:
        raise UnknownWord(
            "standup-word-unknown",
            try_this="help standup",
            typed=brief(args.rest()),
        )
    return await what_waits(ctx)


@commands.command("standup report", "report", "站会 报告", "日报")
async def report(ctx: Context, args: Arguments) -> Reply:
    """What still waits for me; of one stand-up, how it went."""
    return await stats(ctx, args) if args else await what_waits(ctx)


async def what_waits(ctx: Context) -> Reply:
    """Every stand-up that waits for the person, with its buttons."""
    shares, coming = await waiting_for(ctx)
    card = standup_list.waiting(ctx.t, shares, coming)
    return Reply(card, Audience.ONLY_YOU)


@commands.command("standup list", "list standups", "站会 列表")
async def list_(ctx: Context, args: Arguments) -> Reply:
    """Every stand-up, one line each."""
    return await _list(ctx, 0, Audience.ONLY_YOU)


@commands.button("standup.list")
async def press_list(ctx: Context, value: str) -> Reply:
    """Another page of them."""
    return await _list(ctx, number(value), Audience.REPLACE)


async def _list(ctx: Context, first: int, audience: Audience) -> Reply:
    views = await standup_views(ctx.db, ctx.t, await seen(ctx))
    asked = {each.standup.id: each.at for each in await coming_for(ctx)}
    mine = [replace(view, asked_at=asked.get(view.standup.id)) for view in views]
    return Reply(standup_list.listing(ctx.t, mine, first), audience)


@commands.command("standup show", "站会 查看")
async def show(ctx: Context, args: Arguments) -> Reply:
    """Everything about one stand-up; of somebody, what they said."""
    if Arguments(args.typed, ctx.local).people():
        return await history(ctx, args)
    return await _show(ctx, await by_name(ctx, args, "show"))


@commands.button("standup.show")
async def press_show(ctx: Context, value: str) -> Reply:
    """Everything about one stand-up, from a list."""
    return await _show(ctx, await by_number(ctx, value))


async def _show(ctx: Context, standup: Standup) -> Reply:
    view = await standup_view(ctx.db, ctx.t, standup)
    asked = {each.standup.id: each.at for each in await coming_for(ctx)}
    mine = replace(view, asked_at=asked.get(standup.id))
    notes = await close_notes(ctx, standup) if standup.active else []
    return Reply(standup_list.noted(ctx.t, mine, notes), Audience.ONLY_YOU)


@commands.command("standup preview", "站会 预览")
async def preview(ctx: Context, args: Arguments) -> Reply:
    """Shows me exactly what people get."""
    return await _preview(ctx, await by_name(ctx, args, "preview"))


@commands.button("standup.preview")
async def press_preview(ctx: Context, value: str) -> Reply:
    """The same from a button."""
    return await _preview(ctx, await by_number(ctx, value))


async def _preview(ctx: Context, standup: Standup) -> Reply:
    view = await standup_view(ctx.db, ctx.t, standup)
    forms = not (ctx.dialogue or ctx.person.forms is FormStyle.CONVERSATION)
    return Reply(cards.sample(ctx.t, view, forms=forms), Audience.ONLY_YOU)


@commands.button("standup.sample")
async def press_sample(ctx: Context, value: str) -> Reply:
    """Opens the form of a preview."""
    return Reply(standup_questions.sample(ctx.t, await by_number(ctx, value)))


@commands.form("standup.sample")
async def fill_sample(ctx: Context, values: Values, state: str) -> Reply:
    """Shows how the answers would look; they are kept nowhere."""
    standup = await by_number(ctx, state)
    form = standup_questions.sample(ctx.t, standup)
    texts = taken(ctx, form, values, len(form.fields))
    card = cards.sample_answer(ctx.t, standup, texts, ctx.person.name)
    return Reply(card, Audience.ONLY_YOU)
