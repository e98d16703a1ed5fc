"""A message that is there already, to be passed on."""

from bot.arguments import Arguments
from bot.commands.feedback.add import add
from bot.commands.feedback.ways import ways
from bot.context import Context
from bot.errors import UsageError
from bot.messages import Reply
from bot.registry import Commands

commands = Commands()
ALSO = ("forward as feedback", "转反馈", "转为反馈", "转客诉")


@commands.command(*ways("forward", zh=("转发",)), *ALSO)
async def forward(ctx: Context, args: Arguments) -> Reply:
    """Passes on what stands behind it; alone, says how a message is passed on."""
    if args:
        return await add(ctx, args)
    raise UsageError("feedback-forward-what", try_this=ctx.t("feedback-try-add"))
