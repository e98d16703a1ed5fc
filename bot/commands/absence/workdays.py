"""The days on which somebody works, and the clock they live by, set in one line."""

import re
from dataclasses import replace

from bot.arguments import Arguments
from bot.cards import absence_workdays as cards
from bot.commands.settings import save, settings
from bot.commands.standup.values import brief, known_days
from bot.context import Context
from bot.errors import UsageError
from bot.messages import Reply
from bot.registry import Commands

commands = Commands()
BY_DAY = re.compile(r"FREQ=WEEKLY;BYDAY=([A-Z,]+)")
CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
EVERY = "FREQ=DAILY"


@commands.command(
    "settings days", "settings working days", "settings workdays", "working days",
    "my working days", "my working days are", "i work on",
    "设置 工作日", "我的工作日", "我的工作日是", "工作日",
)  # fmt: skip
async def working_days(ctx: Context, args: Arguments) -> Reply:
    """Sets the days on which you work: `settings days mon-wed`."""
    example = ctx.t("settings-try-days")
    if not args:
        return await settings(ctx, Arguments("", ctx.local))
    rule = known_days(args.rest()) or ""
    match = BY_DAY.fullmatch(rule)
    if match is None and rule != EVERY:
        raise UsageError(
            "settings-days-unknown", try_this=example, typed=brief(args.rest())
        )
    codes = match[1].split(",") if match else CODES
    days = frozenset(CODES.index(code) for code in codes)
    person = replace(ctx.person, hours=replace(ctx.person.hours, days=days))
    await save(ctx, person)
    return cards.working_days(ctx.t, sorted(days))


@commands.command(
    "settings hours", "working hours", "my hours", "my hours are", "my working hours",
    "my working hours are", "i work from",
    "设置 工时", "工时", "我的工时", "我的工时是", "我的工作时间",
    "我的工作时间是", "我的上班时间",
)  # fmt: skip
async def hours(ctx: Context, args: Arguments) -> Reply:
    """Sets when your day begins and ends: `settings hours 9:00-17:30`."""
    typed = f"hours {args.typed}" if args else ""
    return await settings(ctx, Arguments(typed, ctx.local))


@commands.command(
    "timezone", "time zone", "my timezone", "my time zone", "my timezone is",
    "my time zone is", "时区", "我的时区", "我的时区是",
)  # fmt: skip
async def zone(ctx: Context, args: Arguments) -> Reply:
    """Sets the clock you live by: `timezone Berlin`."""
    return await settings(ctx, Arguments(f"zone {args.typed}", ctx.local))
