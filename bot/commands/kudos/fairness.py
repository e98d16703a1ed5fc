"""Whether thanks reach everybody: for admins and HR, and only their eyes (L14)."""

from collections import defaultdict

from bot.arguments import Arguments
from bot.cards.kudos import fairness as cards
from bot.commands.kudos.ways import ways
from bot.context import Context
from bot.errors import NotAllowed
from bot.messages import Reply
from bot.model.kudos.fairness import LOOKS_BACK
from bot.model.kudos.fairness import fairness as spread
from bot.registry import Commands
from bot.rituals.review.sight import sees_all

commands = Commands()
COUNTED = 20_000


@commands.command(*ways("fairness", zh=("分布", "公平")))
async def fairness(ctx: Context, args: Arguments) -> Reply:
    """Shows where thanks do not reach, by department and chat (admin, HR)."""
    if not await sees_all(ctx.db, ctx.person):
        raise NotAllowed("kudos-fairness-hr")
    people = await ctx.db.people.everyone()
    platforms: defaultdict[int, set[str]] = defaultdict(set)
    for account in await ctx.db.people.accounts_of([each.id for each in people]):
        platforms[account.person_id].add(account.ref.platform)
    found = await ctx.db.kudos.where(since=ctx.now - LOOKS_BACK, limit=COUNTED)
    return cards.shown(ctx.t, spread(people, platforms, found))
