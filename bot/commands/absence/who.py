"""Who is away: today and in the days to come, or in those that were asked for."""

import re
from datetime import date, timedelta

from bot.arguments import Arguments
from bot.cards import away_list as cards
from bot.commands.absence.words import read
from bot.context import Context
from bot.errors import UsageError
from bot.messages import Reply
from bot.model.absence import Days
from bot.registry import Commands
from bot.rituals.workdays import working_days
from bot.sight import seen_by

commands = Commands()
WEEK = timedelta(days=6)
THIS_WEEK = re.compile(
    r"(?:in\s+|for\s+)?(?:the\s+rest\s+of\s+)?(?:this|the)\s+week"
    r"|(?:这|這|本)(?:个|個)?(?:周|星期|礼拜|週|禮拜)",
    re.IGNORECASE,
)
NOW = frozenset({"", "now", "right now", "at the moment", "现在", "目前", "最近"})


@commands.command(
    "away who", "away list", "who is away", "who's away", "whos away",
    "请假 谁", "请假 列表", "谁请假", "谁请假了", "谁不在", "谁在休假",
)  # fmt: skip
async def who(ctx: Context, args: Arguments) -> Reply:
    """Shows who is away: in the coming week, or `away who next week`."""
    days = _days(ctx, args)
    people = {person.id: person for person in await seen_by(ctx.db, ctx.person)}
    found = await ctx.db.absences.within(tuple(people), days)
    return cards.away_list(ctx.t, days, [(people[one.person_id], one) for one in found])


def _days(ctx: Context, args: Arguments) -> Days:
    today = ctx.today
    asked = args.typed.strip(" ?？。.!！")
    if asked.casefold() in NOW:
        return Days(today, today + WEEK)
    if THIS_WEEK.fullmatch(asked):
        return Days(today, _sunday(today))
    works = working_days(ctx.calendar, ctx.organization, ctx.person, ())
    try:
        found = read(Arguments(asked, ctx.local), today, works).days
    except UsageError as wrong:
        wrong.try_this = wrong.try_this or ctx.t("away-try-who")
        raise
    return Days(found.first, found.last)


def _sunday(day: date) -> date:
    return day + timedelta(days=6 - day.weekday())
