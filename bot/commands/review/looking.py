"""How far reviews are, for who sees to it: counts and names, never what they say."""

import asyncio
from collections.abc import Sequence

from bot.arguments import Arguments
from bot.cards.review import RoundView, overview
from bot.cards.review.overview import CycleView
from bot.commands.review.at_hand import check_hr, rounds, the_cycle, unknown
from bot.commands.review.ways import ways
from bot.commands.standup.export import file_kind
from bot.commands.task.at_hand import pressed
from bot.context import Context
from bot.errors import UsageError
from bot.messages import Reply
from bot.model.draft import Opener
from bot.model.review import Cycle
from bot.model.text import tidy
from bot.registry import Commands
from bot.rituals.review.views import round_view

commands = Commands()
MOST = 200  # rounds in one file
ASKED = (
    "who still has to write reviews", "who has not written their reviews",
    "谁还没写评估", "谁没写评估",
)  # fmt: skip


@commands.command(*ways("cycles", "list", zh=("列表", "周期列表")))
async def cycles(ctx: Context, args: Arguments) -> Reply:
    """Shows every cycle and how far it is (HR)."""
    return await _cycles(ctx)


@commands.button("review.cycles")
async def press_cycles(ctx: Context, value: str) -> Reply:
    """The same, from a button."""
    return await _cycles(ctx)


@commands.command(*ways("show", "status", "overview", zh=("查看", "进度")), *ASKED)
async def show(ctx: Context, args: Arguments) -> Reply:
    """Shows who has written and who has not: review show Spring (HR)."""
    await check_hr(ctx)
    if not (typed := tidy(args.rest()).strip('"“”「」?？')):
        return await _cycles(ctx)
    return await shown(ctx, await the_cycle(ctx, typed))


@commands.button("review.show")
async def press_show(ctx: Context, value: str) -> Reply:
    """The same, from a button."""
    await check_hr(ctx)
    round = await ctx.db.reviews.round(pressed(value))
    found = await round_view(ctx.db, round) if round else None
    if found is None:
        raise unknown()
    return overview.shown(ctx.t, found, ctx.today)


@commands.command(*ways("export", zh=("导出",)))
async def export(ctx: Context, args: Arguments) -> Reply:
    """How far every review is, as a file: never what it says (HR)."""
    return await _exported(ctx, args.typed)


@commands.button("review.export")
async def press_export(ctx: Context, value: str) -> Reply:
    """The same, from a button."""
    return await _exported(ctx, value[:20])


async def shown(ctx: Context, cycle: Cycle) -> Reply:
    """The newest round of a cycle; before the first, the cycle itself."""
    if found := await _newest(ctx, cycle):
        return overview.shown(ctx.t, found, ctx.today)
    return overview.cycles(ctx.t, [await _cycle(ctx, cycle)])


async def _cycles(ctx: Context) -> Reply:
    await check_hr(ctx)
    every = await ctx.db.reviews.cycles()
    return overview.cycles(ctx.t, [await _cycle(ctx, each) for each in every])


async def _cycle(ctx: Context, cycle: Cycle) -> CycleView:
    opens = (await rounds(ctx).next_span(cycle)).opens
    return CycleView(cycle, await _newest(ctx, cycle), opens)


async def _newest(ctx: Context, cycle: Cycle) -> RoundView | None:
    found = await ctx.db.reviews.rounds(cycle.id)
    return await round_view(ctx.db, found[0]) if found else None


async def _exported(ctx: Context, typed: str) -> Reply:
    await check_hr(ctx)
    kind, _ = file_kind(typed)
    views: Sequence[RoundView | None] = [
        await round_view(ctx.db, each)
        for each in (await ctx.db.reviews.rounds())[:MOST]
    ]
    rows = [row for each in views if each for row in each.rows]
    if not rows:
        raise UsageError("review-export-none", try_this=ctx.t("review-try-cycle"))
    file = await asyncio.to_thread(overview.sheet, ctx.t, rows, kind, ctx.today)
    return overview.exported(ctx.t, file, Opener("review.export", kind.value))
