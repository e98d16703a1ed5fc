"""The audit at any time, for who leads; and how many areas are too many."""

from bot.arguments import Arguments, fold
from bot.cards import area as cards
from bot.commands.area.ways import ways
from bot.context import Context
from bot.errors import NotAllowed, UsageError
from bot.messages import Audience, Reply
from bot.registry import Commands
from bot.rituals.area.audit import looked, shown
from bot.sight import heads

commands = Commands()
MOST = ("most", "limit", "上限", "最多")
HIGHEST = 99


@commands.command(*ways("audit", "check", zh=("检查", "审查")))
async def audit(ctx: Context, args: Arguments) -> Reply:
    """Says what is not in order: area audit; area audit most 7 (admin)."""
    if not ctx.person.is_admin and not await heads(ctx.db, ctx.person):
        raise NotAllowed("area-audit-leads")
    if args.keyword(*MOST):
        return await _limited(ctx, fold(args.rest()))
    found = await looked(ctx.db, ctx.person, ctx.now, ctx.calendar)
    if found.clean:
        return cards.done(ctx.t.line("area-audit-clean"))
    card = await shown(ctx.db, ctx.t, found, ctx.now)
    return Reply(card, Audience.ONLY_YOU)


async def _limited(ctx: Context, said: str) -> Reply:
    if not ctx.person.is_admin:
        raise NotAllowed("not-allowed-admin")
    known = said.isascii() and said.isdigit() and len(said) < 3
    if not known or not 0 < int(said) <= HIGHEST:
        again = "area audit most 7"
        raise UsageError("area-most-what", try_this=again, limit=HIGHEST)
    await ctx.db.areas.limit(int(said))
    return cards.done(ctx.t.line("area-most-kept", count=int(said)))
