"""Values taken away as a file: of the measures that somebody may see (PEERS J12)."""

import asyncio

from bot.arguments import Arguments
from bot.cards.files import export_form, exported
from bot.cards.measure import export as cards
from bot.commands.measure.at_hand import let_in, the_one, visible
from bot.commands.measure.ways import ways
from bot.commands.standup.export import file_kind
from bot.context import Context
from bot.errors import UsageError
from bot.events import Values
from bot.messages import Audience, Reply
from bot.model.draft import Opener
from bot.model.measure import Measure
from bot.model.sheet import ROWS, FileKind
from bot.registry import Commands
from bot.rituals.measure.views import history, views

commands = Commands()
SHOWN = 80


@commands.command(*ways("export", zh=("导出",)))
async def export(ctx: Context, args: Arguments) -> Reply:
    """Every value you may see as a file: measure export csv refund rate."""
    await let_in(ctx)
    kind, typed = file_kind(args.typed)
    if not typed.strip():
        return await _exported(ctx, kind, list(await visible(ctx)))
    return await _exported(ctx, kind, [await the_one(ctx, typed, "measure-try-show")])


@commands.button("measure.export")
async def press_export(ctx: Context, value: str) -> Reply:
    """Opens the form: what kind of file."""
    await let_in(ctx)
    kind, _ = file_kind(value[:SHOWN])
    return Reply(export_form(ctx.t, "measure", kind))


@commands.form("measure.export")
async def fill_export(ctx: Context, values: Values, state: str) -> Reply:
    """Makes the file."""
    await let_in(ctx)
    kind, _ = file_kind(str(values.get("kind") or ""))
    return await _exported(ctx, kind, list(await visible(ctx)))


async def _exported(ctx: Context, kind: FileKind, measures: list[Measure]) -> Reply:
    found = [
        (view, await history(ctx.db, view.measure))
        for view in await views(ctx.db, measures, ctx.now)
    ]
    count = sum(len(told) for _, told in found)
    if count > ROWS:
        raise UsageError("measure-export-many", limit=ROWS)
    if not count:
        raise UsageError("measure-export-nothing", try_this="measure list")
    file = await asyncio.to_thread(cards.sheet, ctx.t, found, kind)
    opener = Opener("measure.export", kind.value)
    return Reply(exported(ctx.t, "measure", file, opener), Audience.ONLY_YOU)
