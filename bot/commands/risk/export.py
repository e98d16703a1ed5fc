"""Risks taken away as a file: those that somebody may see (PEERS M12)."""

import asyncio

from bot.arguments import Arguments
from bot.cards.files import export_form, exported
from bot.cards.risk import export as cards
from bot.commands.risk.at_hand import LIST, let_in
from bot.commands.risk.ways import ways
from bot.commands.standup.export import file_kind
from bot.context import Context
from bot.errors import UsageError
from bot.events import Values
from bot.messages import Audience, Reply
from bot.model.draft import Opener
from bot.model.sheet import FileKind
from bot.registry import Commands
from bot.rituals.risk.views import seen_by, views

commands = Commands()
SHOWN = 80


@commands.command(*ways("export", zh=("导出",)))
async def export(ctx: Context, args: Arguments) -> Reply:
    """Every risk you may see as a file: risk export csv."""
    await let_in(ctx)
    kind, _ = file_kind(args.typed)
    return await _exported(ctx, kind)


@commands.button("risk.export")
async def press_export(ctx: Context, value: str) -> Reply:
    """Opens the form: what kind of file."""
    await let_in(ctx)
    kind, _ = file_kind(value[:SHOWN])
    return Reply(export_form(ctx.t, "risk", kind))


@commands.form("risk.export")
async def fill_export(ctx: Context, values: Values, state: str) -> Reply:
    """Makes the file."""
    await let_in(ctx)
    kind, _ = file_kind(str(values.get("kind") or ""))
    return await _exported(ctx, kind)


async def _exported(ctx: Context, kind: FileKind) -> Reply:
    found = await seen_by(ctx.db, await ctx.db.risks.all(), ctx.person)
    if not found:
        raise UsageError("risk-export-nothing", try_this=LIST)
    shown = await views(ctx.db, found)
    file = await asyncio.to_thread(cards.sheet, ctx.t, shown, kind)
    opener = Opener("risk.export", kind.value)
    return Reply(exported(ctx.t, "risk", file, opener), Audience.ONLY_YOU)
