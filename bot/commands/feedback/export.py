"""Taking feedback away as a file: only for those who triage (PEERS H05, H27)."""

import asyncio
from datetime import date, datetime, time, timedelta

from bot.arguments import Arguments
from bot.cards.feedback import export as cards
from bot.commands.feedback.wanted import read_wanted
from bot.commands.feedback.ways import ways
from bot.commands.standup.export import file_kind, filled_day
from bot.context import Context
from bot.errors import FieldError, FieldErrors, NotAllowed, UsageError
from bot.events import Values
from bot.messages import Audience, Reply
from bot.model.absence import Days
from bot.model.draft import Opener
from bot.model.feedback.wanted import Wanted
from bot.model.moments import instant
from bot.model.sheet import FileKind
from bot.model.standup.history import EVER
from bot.registry import Commands
from bot.rituals.feedback.sight import triages
from bot.rituals.feedback.views import views

commands = Commands()
MOST = 10_000  # rows
SHOWN = 80
FIRST, LAST = date(2000, 1, 1), date(9000, 1, 1)  # what is beyond them is no end


@commands.command(*ways("export", zh=("导出",)))
async def export(ctx: Context, args: Arguments) -> Reply:
    """Feedback as a file: feedback export csv last month; of a step, a product, a
    market … alone, too: feedback export delivery tmall last week.
    """
    kind, typed = file_kind(args.typed)
    asked = await read_wanted(ctx, Arguments(typed, ctx.local))
    if rest := asked.left:
        again = ctx.t("feedback-try-export")
        raise UsageError("feedback-export-rest", try_this=again, typed=rest[:SHOWN])
    return await _exported(ctx, kind, asked.wanted)


@commands.button("feedback.export")
async def press_export(ctx: Context, value: str) -> Reply:
    """Opens the form: what kind of file, of which days."""
    await _check(ctx)
    kind, _ = file_kind(value[:SHOWN])
    return Reply(cards.form(ctx.t, kind))


@commands.form("feedback.export")
async def fill_export(ctx: Context, values: Values, state: str) -> Reply:
    """Makes the file."""
    first, last = filled_day(values, "first"), filled_day(values, "last")
    days = Days(first or EVER.first, last or EVER.last) if first or last else None
    if days and not days.in_order:
        raise FieldErrors({"last": FieldError("standup-span-order")})
    kind, _ = file_kind(str(values.get("kind") or ""))
    since = _starts(ctx, days.first) if days and days.first > FIRST else None
    until = _starts(ctx, _next(days.last)) if days and days.last < LAST else None
    return await _exported(ctx, kind, Wanted(since=since, until=until))


async def _exported(ctx: Context, kind: FileKind, wanted: Wanted) -> Reply:
    """Every voice of the feedback that fits."""
    await _check(ctx)
    found = await ctx.db.feedback.wanted.those(wanted, MOST + 1)
    if sum(len(each.voices) for each in found) > MOST:
        again = ctx.t("feedback-try-export")
        raise UsageError("feedback-export-many", try_this=again, limit=MOST)
    if not found:
        again = ctx.t("feedback-try-export")
        raise UsageError("feedback-export-nothing", try_this=again)
    shown = await views(ctx.db, found[::-1], whole=True)
    file = await asyncio.to_thread(cards.sheet, ctx.t, shown, kind)
    opener = Opener("feedback.export", kind.value)
    return Reply(cards.exported(ctx.t, file, opener), Audience.ONLY_YOU)


async def _check(ctx: Context) -> None:
    """Raises NotAllowed for who may not read customers' data."""
    if not await triages(ctx.db, ctx.person, ctx.here):
        raise NotAllowed("feedback-export-desk", try_this="feedback report")


def _starts(ctx: Context, day: date) -> datetime:
    """The beginning of a day where the person is."""
    return instant(day, time(), ctx.person.tz)


def _next(day: date) -> date:
    return day + timedelta(days=1)
