"""Opening a retrospective, and what comes out of it (PEERS E02, E05)."""

import re

from bot.arguments import Arguments
from bot.cards import retro as cards
from bot.commands.retro.add import add
from bot.commands.retro.at_hand import check_lead, here, named, of_value, value_of
from bot.commands.retro.sentence import read_said
from bot.commands.retro.ways import ways
from bot.commands.task import make
from bot.commands.task.at_hand import shown, voice
from bot.commands.task.wish import read_wish
from bot.context import Context
from bot.errors import NotFound, UsageError
from bot.events import Commanded, Said
from bot.messages import Reply
from bot.model.retro import Retro
from bot.registry import Commands
from bot.rituals.retro.box import Box, boxes
from bot.rituals.retro.work import open_box

commands = Commands()
AROUND = re.compile(
    r"^(?:for|of|in)\s+(?:the\s+)?|^[:：]\s*|\s*(?:now|today|please|吧|了)?[!！。.]*$",
    re.IGNORECASE,
)
# "retro start: shorter meetings" is one of start, stop, continue.
STARTS = re.compile(r"\bstart\s*[:：]", re.IGNORECASE)


@commands.command(
    *ways("open", "start", "begin", "publish", zh=("开始", "打开", "公布", "召开")),
    "open retro", "open the retro", "start retro", "start the retro",
    "let's do a retro", "let's start the retro", "let's open the retro",
    "do a retro", "time for a retro", "time for the retro", "publish the retro",
    "开始复盘", "打开复盘", "开始回顾", "公布复盘", "开复盘", "开个复盘",
    "我们开始复盘",
)  # fmt: skip
async def ask(ctx: Context, args: Arguments) -> Reply:
    """Says how many notes wait, and asks before they are opened."""
    if isinstance(ctx.event, Commanded | Said) and STARTS.search(ctx.event.text):
        return await add(ctx, Arguments(f"start: {args.typed}", ctx.local))
    await check_lead(ctx)
    box = await _box(ctx, args.typed)
    return await _asked(ctx, box)


@commands.button("retro.ask")
async def press_ask(ctx: Context, value: str) -> Reply:
    """The same, from a button."""
    await check_lead(ctx)
    return await _asked(ctx, await of_value(ctx, value))


@commands.button("retro.open")
async def press_open(ctx: Context, value: str) -> Reply:
    """Opens every note at once, in every place of the room."""
    await check_lead(ctx)
    box = await of_value(ctx, value)
    retro = await open_box(ctx.db, box, ctx.person, ctx.now)
    if retro is None:
        raise UsageError("retro-nothing", room=box.name)
    line = ctx.t.line("retro-is-open", number=str(retro.number), room=box.name)
    return cards.done(line)


@commands.command(*ways("action", "actions", "task", zh=("行动", "行动项", "任务")))
async def act(ctx: Context, args: Arguments) -> Reply:
    """Makes a task of the last one: retro action call the carrier @Li due:friday."""
    if not args:
        example = ctx.t("retro-try-action")
        raise UsageError("retro-action-missing", try_this=example)
    retro = await _last(ctx)
    made = await make.plan(ctx, read_wish(args), ctx.place)
    stored = await make.store(ctx, made)
    await ctx.db.retros.act(retro.id, stored.task.id)
    await ctx.db.deliveries.touch(subject=retro.subject)
    await make.tell(ctx, [stored.task])
    t, _ = voice(ctx)
    notes = make.notes(ctx, t, stored, made.owner, made.kept)
    notes = (*notes, t.line("retro-action-of", number=str(retro.number)))
    new = make.view_of(ctx, stored, made.owner)
    return await shown(ctx, stored.task, notes=notes, new=new)


async def _asked(ctx: Context, box: Box) -> Reply:
    waiting = sum((await ctx.db.retros.waiting(box.places)).values())
    if not waiting:
        raise UsageError("retro-nothing", room=box.name)
    people = await ctx.db.retros.writers(box.places)
    return cards.ask(ctx.t, box.name, waiting, people, value_of(box.place))


async def _box(ctx: Context, typed: str) -> Box:
    said = read_said(AROUND.sub("", typed.strip()))
    if said.place or said.room or said.text:
        return await named(ctx, said.place, said.room or said.text)
    if box := await here(ctx):
        return box
    mine = await boxes(ctx.db, ctx.person)
    if len(mine) == 1:
        return mine[0]
    rooms = ctx.t.items(tuple(box.name for box in mine))
    again = f"retro open #{mine[0].name}" if mine else "retro open"
    key = "retro-open-where" if mine else "retro-room-none"
    raise UsageError(key, try_this=again, rooms=rooms)


async def _last(ctx: Context) -> Retro:
    place = await here(ctx)
    rooms = (place,) if place else await boxes(ctx.db, ctx.person)
    found = [retro for box in rooms for retro in await ctx.db.retros.of(box.places, 1)]
    if not found:
        raise NotFound("retro-none-open", try_this="retro open")
    return max(found, key=lambda each: each.number)
