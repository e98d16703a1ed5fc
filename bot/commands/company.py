"""What an admin sets for the whole company: how often people are reminded at most."""

from bot.arguments import Arguments
from bot.cards import company as cards
from bot.commands.settings import read_reminders
from bot.context import Context
from bot.errors import NotAllowed, UsageError
from bot.messages import Audience, Reply
from bot.model.people import ReminderStyle
from bot.registry import Commands

commands = Commands()


@commands.command(
    "settings company",
    "company settings",
    "设置 公司",
    "设置 全员",
    "公司设置",
    admin=True,
)
async def company(ctx: Context, args: Arguments) -> Reply:
    """Shows what is set for everybody; `settings company reminders light` sets it."""
    if not args:
        return _shown(ctx, ctx.person.most_reminders, Audience.ONLY_YOU)
    if not args.keyword("reminders", "reminder", "提醒"):
        raise UsageError("company-unknown", try_this=ctx.t("company-try"))
    style = read_reminders(args.rest(), ctx.t("company-try"))
    return await _set(ctx, style, Audience.ONLY_YOU)


@commands.button("company.reminders")
async def press_reminders(ctx: Context, value: str) -> Reply:
    """The same from a button; the card shows it."""
    if not ctx.person.is_admin:
        raise NotAllowed("not-allowed-admin")
    return await _set(
        ctx, read_reminders(value, ctx.t("company-try")), Audience.REPLACE
    )


async def _set(ctx: Context, style: ReminderStyle, audience: Audience) -> Reply:
    await ctx.db.people.remind_at_most(style)
    return _shown(ctx, style, audience)


def _shown(ctx: Context, style: ReminderStyle, audience: Audience) -> Reply:
    return Reply(cards.company(ctx.t, style), audience)
