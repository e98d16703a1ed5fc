"""Skipping another day than today: who looks after the stand-up leaves the day out, and
who does not may be away from it alone.
"""

import re

from bot import dates
from bot.arguments import Arguments
from bot.commands.standup.find import by_name, seen
from bot.commands.standup.leaving_out import leave_out, read_days
from bot.context import Context
from bot.errors import UsageError, UserError
from bot.messages import Reply
from bot.model.absence import Days
from bot.model.standup import Standup

ONLY_ME = re.compile(r"(?:me\b|我(?!们))\s*", re.IGNORECASE)


async def another_day(ctx: Context, args: Arguments) -> Reply | None:
    """None where the words name no day to come. Raises UsageError with what to type
    for who can only stay away themselves.
    """
    alone = ONLY_ME.match(args.typed)
    typed = args.typed[alone.end() :] if alone else args.typed
    meant = await read_days(ctx, typed)
    if meant.days is None or meant.days.last <= ctx.today:
        return None
    standup = meant.standup or await _only(ctx, meant.name)
    if standup is None:
        return None
    if not alone and ctx.person.id in (standup.owner_id, *standup.admins):
        return await leave_out(ctx, standup, (meant.days,))
    key = "standup-skip-alone" if alone else "standup-skip-day"
    raise UsageError(key, try_this=_stay_away(ctx, standup, meant.days, typed))


def _stay_away(ctx: Context, standup: Standup, days: Days, typed: str) -> str:
    """What to type instead, with the day as they said it."""
    quoted = f'"{standup.name}"' if " " in standup.name else standup.name
    named = dates.find(typed, ctx.local)
    if days.one and named:
        said = named[0].text
    else:
        first, last = f"{days.first:%Y-%m-%d}", f"{days.last:%Y-%m-%d}"
        said = ctx.t("standup-skip-to", first=first, last=last)
    return ctx.t("standup-skip-try", day=said, name=quoted)


async def _only(ctx: Context, name: str) -> Standup | None:
    """The stand-up they name; without a name the only one that asks them."""
    if name:
        try:
            return await by_name(ctx, Arguments(name, ctx.local), "skip")
        except UserError:
            return None
    listed = await ctx.db.standups.listed(ctx.person.id)
    theirs = [
        each
        for each in await seen(ctx)
        if each.asks(ctx.person, listed=each.id in listed)
    ]
    return theirs[0] if len(theirs) == 1 else None
