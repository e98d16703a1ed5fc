"""What is typed behind "risk" and begins with no word of a command."""

import re

from bot.arguments import Arguments, fold
from bot.commands.risk.at_hand import let_in, number_and_rest, story_of, visible
from bot.commands.risk.listing import listed, read_query
from bot.context import Context
from bot.errors import UnknownWord
from bot.messages import Audience, Reply
from bot.registry import Commands

EDIT = "risk edit"
SHOWN = 200
HELP = frozenset({"help", "?", "帮助"})
# "comment 3 hello" is done to a risk, and is none.
DONE_TO_ONE = re.compile(r"\S+\s+R?\s?[-－–]?\s?\d{1,9}\b", re.IGNORECASE)


def register(table: Commands) -> None:
    """Adds the family's name alone; with a number first, what the rest says is done."""

    @table.command("risk", "risks", "风险")
    async def bare(ctx: Context, args: Arguments) -> Reply | None:
        """Lists what may go wrong; with a number, shows that one."""
        await let_in(ctx)
        if Arguments(args.typed, ctx.local).number("R") is None:
            return await _without_number(ctx, args)
        wanted, rest = number_and_rest(ctx, args, "risk-try-show")
        if not rest.strip():
            return await story_of(ctx, await visible(ctx, wanted), Audience.ONLY_YOU)
        meant = (table.find(f"{noun} {rest.strip()}") for noun in ("risk", "风险"))
        verbs = (each for each in meant if each and each[0].handler is not bare)
        command, words = next(verbs, (table.commands[EDIT], rest))
        typed = Arguments(f"{wanted} {words}", ctx.local)
        return await command.handler(ctx, typed)


async def _without_number(ctx: Context, args: Arguments) -> Reply:
    query = await read_query(ctx, Arguments(args.typed, ctx.local))
    if query is not None:
        return await listed(ctx, query, Audience.ONLY_YOU)
    typed = " ".join(ctx.as_typed(args.typed).split())
    if DONE_TO_ONE.match(typed) or fold(typed) in HELP:
        raise UnknownWord("risk-word-unknown", try_this=ctx.t("risk-try-help"))
    again = f"risk add {typed}"[:SHOWN]
    raise UnknownWord("risk-word-unknown", try_this=again, sentence="risk add")
