"""How a company gives kudos: its wall, its values, an allowance (admin)."""

from dataclasses import replace

from bot.arguments import Arguments, fold
from bot.cards import kudos as cards
from bot.cards.kudos import forms
from bot.commands.kudos.ways import ways
from bot.commands.standup.places import named, picked, unseen
from bot.context import Context
from bot.errors import FieldError, FieldErrors, NotAllowed, UsageError
from bot.events import Values
from bot.messages import Audience, Card, Note, Reply, Tone
from bot.model.kudos.values import FEWEST, MOST, NotValues, read_values
from bot.model.refs import PlaceRef
from bot.registry import Commands
from bot.rituals import celebration
from bot.rituals.kudos import month

commands = Commands()
HERE = frozenset({"", "here", "在这里", "这里", "本群"})
OFF = frozenset({"off", "none", "关闭", "取消", "无"})
MOST_A_MONTH = 100


@commands.command(*ways("wall", zh=("墙", "表扬墙", "点赞墙")), admin=True)
async def wall(ctx: Context, args: Arguments) -> Reply:
    """Has every kudos shown in one place, too: kudos wall #wins, here, or off."""
    said = fold(args.rest())
    rules = await ctx.db.kudos.rules()
    if said in OFF:
        await ctx.db.kudos.rule(replace(rules, wall=None))
        return cards.done(ctx.t.line("kudos-wall-off"))
    here = said in HERE
    place = _here(ctx) if here else await _place(ctx, args)
    await ctx.db.kudos.rule(replace(rules, wall=place))
    await month.plan(ctx.db, ctx.calendar, ctx.organization, ctx.now)
    await celebration.plan(ctx.db, ctx.organization, ctx.now)
    if not here:
        return cards.done(ctx.t.line("kudos-wall-there"))
    note = Note(ctx.aloud.line("kudos-wall-how"))
    line = ctx.aloud.line("kudos-wall-here")
    return Reply(Card(line, (note,), Tone.GOOD), Audience.HERE)


@commands.command(*ways("values", zh=("价值观",)))
async def values(ctx: Context, args: Arguments) -> Reply:
    """Shows what we stand for; admins change it."""
    found = await ctx.db.kudos.values()
    return cards.values(ctx.t, found, admin=ctx.person.is_admin)


@commands.button("kudos.values")
async def press_values(ctx: Context, value: str) -> Reply:
    """Opens the values, one a line."""
    _check_admin(ctx)
    return Reply(forms.values(ctx.t, await ctx.db.kudos.values()))


@commands.form("kudos.values")
async def fill_values(ctx: Context, values: Values, state: str) -> Reply:
    """Takes the values; old kudos keep theirs."""
    _check_admin(ctx)
    try:
        chosen = read_values(str(values.get("lines") or ""))
    except NotValues as wrong:
        said = {"line": wrong.line, "fewest": FEWEST, "limit": MOST}
        raise FieldErrors({"lines": FieldError(wrong.key, said)}) from wrong
    await ctx.db.kudos.choose_values(chosen)
    return cards.values(ctx.t, chosen, admin=True)


@commands.command(*ways("allowance", zh=("额度", "每月额度")), admin=True)
async def allowance(ctx: Context, args: Arguments) -> Reply:
    """How many people somebody may thank in a month: kudos allowance 10, or off."""
    said = fold(args.rest())
    rules = await ctx.db.kudos.rules()
    if said in OFF:
        await ctx.db.kudos.rule(replace(rules, allowance=None))
        return cards.done(ctx.t.line("kudos-allowance-off"))
    if not (said.isascii() and said.isdigit() and 0 < int(said[:9]) <= MOST_A_MONTH):
        again = "kudos allowance 10"
        raise UsageError("kudos-allowance-what", try_this=again, limit=MOST_A_MONTH)
    await ctx.db.kudos.rule(replace(rules, allowance=int(said)))
    return cards.done(ctx.t.line("kudos-allowance-on", count=int(said)))


def _here(ctx: Context) -> PlaceRef:
    if ctx.place is None or ctx.place.direct:
        raise UsageError("kudos-wall-where", try_this="kudos wall here")
    return ctx.place.ref.unthreaded()


async def _place(ctx: Context, args: Arguments) -> PlaceRef:
    """The place that was linked or named."""
    typed = args.rest().lstrip("#＃").strip()
    if linked := args.places():
        ref = ctx.place_ref(linked[0])
        if await picked(ctx, ref, typed) is None:
            raise unseen(ctx, typed)
        return ref
    return await named(ctx, typed)


def _check_admin(ctx: Context) -> None:
    if not ctx.person.is_admin:
        raise NotAllowed("kudos-admins")
