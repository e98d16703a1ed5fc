"""Skipping another day than today is being away from one stand-up: say how."""

from bot import dates
from bot.arguments import Arguments
from bot.commands.standup.find import by_name, seen
from bot.context import Context
from bot.errors import UsageError, UserError


async def another_day(ctx: Context, args: Arguments) -> None:
    """Raises UsageError with what to type, where the words name a day to come."""
    try:
        found = dates.find(args.typed, ctx.local)
    except dates.NotADate:
        return
    if not found or found[0].due.day <= ctx.today:
        return
    said = found[0]
    rest = f"{args.typed[: said.start]} {args.typed[said.end :]}".strip()
    name = await _meant(ctx, rest)
    if not name:
        return
    quoted = f'"{name}"' if " " in name else name
    example = ctx.t("standup-skip-try", day=said.text, name=quoted)
    raise UsageError("standup-skip-day", try_this=example)


async def _meant(ctx: Context, typed: str) -> str:
    """The stand-up they name; without a name the only one that asks them."""
    if typed:
        try:
            return (await by_name(ctx, Arguments(typed, ctx.local), "skip")).name
        except UserError:
            return ""
    listed = await ctx.db.standups.listed(ctx.person.id)
    theirs = [
        each.name
        for each in await seen(ctx)
        if each.asks(ctx.person, listed=each.id in listed)
    ]
    return theirs[0] if len(theirs) == 1 else ""
