"""Where feedback is triaged: being in that room is the permission (PEERS H05)."""

from bot.arguments import Arguments, fold
from bot.commands.feedback.ways import ways
from bot.context import Context
from bot.errors import UsageError
from bot.messages import Audience, Card, Reply, Tone
from bot.registry import Commands
from bot.rituals.feedback.desk import DESK

commands = Commands()
HERE = frozenset({"", "here", "在这里", "这里", "本群"})
OFF = frozenset({"off", "none", "关闭", "取消", "无"})


@commands.command(
    *ways("triage", "desk", zh=("分诊", "受理", "受理群")), admin=True, among=True
)
async def triage(ctx: Context, args: Arguments) -> Reply:
    """Has new feedback come here: everybody in this place may see and change it."""
    said = fold(args.rest())
    if said in OFF:
        await ctx.db.feedback.rules.choose_triage(None)
        return _told(ctx, "feedback-triage-off")
    if said not in HERE or ctx.place is None or ctx.place.direct:
        raise UsageError("feedback-triage-where", try_this="feedback triage here")
    await ctx.db.people.remember_place(ctx.place)
    await ctx.db.feedback.rules.choose_triage(ctx.place.ref)
    await ctx.db.people.see_in(ctx.place.ref, [ctx.person.id])
    await ctx.db.jobs.put(DESK, {ctx.organization.id: ctx.now})
    return _told(ctx, "feedback-triage-here")


def _told(ctx: Context, key: str) -> Reply:
    line = ctx.aloud.line(key)
    return Reply(Card(line, tone=Tone.GOOD), Audience.HERE)
