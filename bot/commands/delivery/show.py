"""Who got what: about a stand-up's day, a task, a blocker, or to a person."""

from bot.arguments import Arguments
from bot.cards import delivery as cards
from bot.commands.delivery.sought import Query, allow, look_up, read
from bot.commands.delivery.views import receipts
from bot.context import Context
from bot.messages import Audience, Reply
from bot.registry import Commands

commands = Commands()


@commands.command("delivery show", "delivery view", "送达 查看", admin=True)
async def show(ctx: Context, args: Arguments) -> Reply:
    """Who got it: `delivery show standup Daily today`, `T-12`, `@Li`."""
    return await _shown(ctx, await read(ctx, args), Audience.ONLY_YOU)


@commands.button("delivery.show")
async def press_show(ctx: Context, value: str) -> Reply:
    """The same, or another page of it, from a button."""
    allow(ctx)
    return await _shown(ctx, Query.of(value), Audience.REPLACE)


async def _shown(ctx: Context, query: Query, audience: Audience) -> Reply:
    found = await look_up(ctx, query)
    if found.one:
        (receipt,) = await receipts(ctx, [found.one])
        return Reply(cards.one(ctx.t, receipt, ctx.now), audience)
    stored = ctx.db.deliveries.receipts
    counts = await stored.count(found.sought)
    first = query.page * cards.SHOWN
    page = await stored.find(found.sought, cards.SHOWN, first)
    paging = cards.Paging(
        newer=query.held(query.page - 1) if query.page else "",
        older=query.held(query.page + 1)
        if first + len(page) < sum(counts.values())
        else "",
    )
    views = await receipts(ctx, page)
    card = cards.table(ctx.t, found.title, views, counts, paging, ctx.now)
    return Reply(card, audience)
