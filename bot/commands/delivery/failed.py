"""What failed in the last days, why, and trying it again."""

from collections.abc import Sequence

from bot.arguments import Arguments, fold
from bot.cards import delivery as cards
from bot.commands.delivery.sought import LATELY, allow, gone
from bot.commands.delivery.views import receipts
from bot.commands.standup.find import number
from bot.context import Context
from bot.errors import UsageError
from bot.messages import Audience, Reply
from bot.model.receipt import Sought
from bot.registry import Commands

commands = Commands()
ALL = frozenset({"all", "everything", "全部", "所有"})
MOST = 500  # tried again at once


@commands.command(
    "delivery failed", "delivery", "deliveries", "送达 失败", "送达", admin=True
)
async def failed(ctx: Context, args: Arguments) -> Reply:
    """What could not be delivered in the last seven days, and why."""
    if args:
        raise UsageError("delivery-word", try_this="delivery show T-12")
    return await _listed(ctx, 0, Audience.ONLY_YOU)


@commands.command("delivery retry", "delivery again", "送达 重试", admin=True)
async def retry(ctx: Context, args: Arguments) -> Reply:
    """Tries again what failed: one of the list by its number, or all."""
    word = args.rest()
    chosen = args.number("D")
    if fold(word) not in ALL and chosen is None:
        raise UsageError("delivery-retry-which", try_this="delivery retry all")
    again = await (_all(ctx) if chosen is None else _again(ctx, chosen))
    return await _listed(ctx, 0, Audience.ONLY_YOU, again)


@commands.button("delivery.failed")
async def press_failed(ctx: Context, value: str) -> Reply:
    """The list, or another page of it, from a button."""
    allow(ctx)
    audience = Audience.REPLACE if value else Audience.ONLY_YOU
    return await _listed(ctx, min(number(value), 999), audience)


@commands.button("delivery.retry")
async def press_retry(ctx: Context, value: str) -> Reply:
    """Tries one again, or all of them, from a button."""
    allow(ctx)
    return await _listed(ctx, 0, Audience.REPLACE, await _pressed(ctx, value))


async def _pressed(ctx: Context, value: str) -> int:
    if value == "all":
        return await _all(ctx)
    what, _, id = value.rpartition(":")
    if what == "job":
        return await ctx.db.jobs.retry([number(id)], ctx.now)
    return await _again(ctx, number(value))


async def _all(ctx: Context) -> int:
    """Tries everything again; says how much that is."""
    messages, jobs = ctx.db.deliveries.receipts, ctx.db.jobs
    failed = [each.id for each in await messages.find(_sought(ctx), MOST, 0)]
    given_up = [each.id for each in await jobs.given_up()]
    again = await messages.retry(failed, ctx.now)
    return again + await jobs.retry(given_up, ctx.now)


async def _again(ctx: Context, chosen: int) -> int:
    """Tries one message again. Raises NotFound for one that there is not."""
    stored = ctx.db.deliveries.receipts
    if await stored.get(chosen) is None:
        raise gone()
    return await stored.retry([chosen], ctx.now)


async def _listed(
    ctx: Context, page: int, audience: Audience, again: int | None = None
) -> Reply:
    stored, sought = ctx.db.deliveries.receipts, _sought(ctx)
    total = sum((await stored.count(sought)).values())
    first = page * cards.SHOWN
    found = await stored.find(sought, cards.SHOWN, first)
    paging = cards.Paging(
        newer=str(page - 1) if page else "",
        older=str(page + 1) if first + len(found) < total else "",
    )
    views: Sequence[cards.Receipt] = await receipts(ctx, found)
    given_up = () if page else await ctx.db.jobs.given_up()
    failed = cards.Failed(views, total, given_up, again)
    return Reply(cards.failed(ctx.t, failed, paging, ctx.now), audience)


def _sought(ctx: Context) -> Sought:
    return Sought(failed=True, since=ctx.now - LATELY)
