"""Looking: my own notes, how many wait, and what was opened before."""

from bot.arguments import Arguments
from bot.cards import retro as cards
from bot.commands.retro.at_hand import here, retro_of, value_of
from bot.commands.retro.ways import ways
from bot.context import Context
from bot.errors import UsageError
from bot.messages import Reply
from bot.registry import Commands
from bot.rituals.retro.box import Box, box_of, boxes, leads
from bot.rituals.retro.work import opened

commands = Commands()
LAST = frozenset({"", "last", "latest", "newest", "上次", "最近", "上一次", "最新"})


@commands.command(
    *ways("mine", "my", "my notes", "notes", "status", zh=("我的", "状态")),
    "my retro notes", "my retro", "what's in the retro", "what is in the retro",
    "what's in the next retro", "when is the retro", "when is the next retro",
    "我的复盘", "下次复盘", "下次复盘什么时候", "什么时候复盘",
)  # fmt: skip
async def mine(ctx: Context, args: Arguments) -> Reply:
    """Shows my notes, and how many wait in each of my rooms."""
    return await listed(ctx)


@commands.command(*ways("list", "past", "history", zh=("列表", "历史", "记录列表")))
async def list_(ctx: Context, args: Arguments) -> Reply:
    """Shows the retrospectives of this room, or of all of mine."""
    found = [
        (retro, box.name)
        for box in await _rooms(ctx)
        for retro in await ctx.db.retros.of(box.places)
    ]
    found.sort(key=lambda each: each[0].number, reverse=True)
    return cards.past(ctx.t, found[:20])


@commands.command(
    *ways("show", "view", "last", zh=("查看", "显示", "上次")),
    "last retro", "the last retro", "show the last retro", "show last retro",
    "what came out of the last retro", "上次复盘", "上次的复盘", "看上次复盘",
)  # fmt: skip
async def show(ctx: Context, args: Arguments) -> Reply:
    """Shows one once more: retro show 3; without a number, the last."""
    typed = args.typed.strip().strip("?？").lstrip("#＃")
    if typed.casefold() in LAST:
        found = [
            retro
            for box in await _rooms(ctx)
            for retro in await ctx.db.retros.of(box.places, 1)
        ]
        if not found:
            return cards.past(ctx.t, ())
        typed = str(max(found, key=lambda each: each.number).number)
    if not typed.split()[0].isdecimal():
        raise UsageError("retro-number-missing", try_this="retro show 3")
    return await press_show(ctx, typed)


@commands.button("retro.show")
async def press_show(ctx: Context, value: str) -> Reply:
    """The same, from a button; behind the number is the page."""
    number, _, page = value.strip().partition(" ")
    retro = await retro_of(ctx, number)
    fits = page.isascii() and page.isdecimal() and len(page) < 6
    return cards.shown(await opened(ctx.db, retro), ctx.t, int(page) if fits else 1)


async def listed(ctx: Context) -> Reply:
    """My notes, how many wait for each room, and the way to open this one."""
    notes = [
        (note, (await box_of(ctx.db, note.place)).name)
        for note in await ctx.db.retros.own(ctx.person.id)
    ]
    rooms = []
    for box in await _rooms(ctx):
        found = await ctx.db.retros.waiting(box.places)
        rooms.append((box.name, sum(found.values())))
    place = await here(ctx)
    openable = ""
    if place and await leads(ctx.db, ctx.person):
        openable = value_of(place.place)
    return cards.mine(ctx.t, notes, rooms, openable)


async def _rooms(ctx: Context) -> tuple[Box, ...]:
    place = await here(ctx)
    return (place,) if place else await boxes(ctx.db, ctx.person)
