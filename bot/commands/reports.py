"""Which reports there are: "weekly report", 周报."""

from bot.arguments import Arguments
from bot.context import Context
from bot.messages import Audience, Bullets, Button, Buttons, Card, Reply
from bot.registry import Commands

commands = Commands()
KINDS = ("feedback", "standup", "measure", "task")


@commands.command("reports", "weekly report", "报表", "周报")
async def report(ctx: Context, args: Arguments) -> Reply:
    """Names the reports there are, each with what shows it."""
    lines = tuple(
        ctx.t.line(f"reports-{kind}", try_this=ctx.typed(ctx.t(f"reports-{kind}-try")))
        for kind in KINDS
    )
    row = Buttons(
        (
            Button(ctx.t("reports-button-feedback"), "feedback.report", "1"),
            Button(ctx.t("reports-button-measure"), "measure.list", "0"),
        )
    )
    return Reply(
        Card(ctx.t.line("reports-title"), (Bullets(lines), row)), Audience.ONLY_YOU
    )
