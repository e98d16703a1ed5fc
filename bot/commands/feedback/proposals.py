"""What may be the same, for those who triage to decide (PEERS H15)."""

from bot.arguments import Arguments
from bot.cards.feedback.proposals import waiting
from bot.commands.feedback.ways import ways
from bot.context import Context
from bot.errors import NotAllowed
from bot.messages import Audience, Reply
from bot.registry import Commands
from bot.rituals.feedback.sight import triages
from bot.rituals.feedback.views import views

AT_ONCE = 6

commands = Commands()


@commands.command(
    *ways("proposals", "duplicates", "suggestions", zh=("待合并", "重复", "疑似重复"))
)
async def proposals(ctx: Context, args: Arguments) -> Reply:
    """Lists what may be the same and waits for somebody to say so."""
    if not await triages(ctx.db, ctx.person, ctx.here):
        raise NotAllowed("feedback-proposals-triage")
    found = await ctx.db.feedback.wanted.proposed(AT_ONCE + 1)
    shown = await views(ctx.db, found, whole=True)
    return Reply(waiting(shown, ctx.t, AT_ONCE), Audience.ONLY_YOU)
