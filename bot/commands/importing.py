"""A list that somebody sends: its first line says what it is of (PEERS P16)."""

from typing import Any

from bot.arguments import Arguments
from bot.cards import imports as cards
from bot.commands.lists import Lists, file_with, text_of
from bot.commands.measure.importing import VALUES
from bot.commands.team.importing import PEOPLE
from bot.context import Context
from bot.errors import UnknownWord, UsageError
from bot.messages import Reply
from bot.model.text import tidy_lines
from bot.registry import Commands

commands = Commands()
KINDS: tuple[Lists[Any], ...] = (VALUES, PEOPLE)


@commands.command("import", "导入")
async def import_(ctx: Context, args: Arguments) -> Reply:
    """Compares a list, pasted or sent as a file, with what I know; or asks for one."""
    file = file_with(ctx)
    text = (
        await text_of(ctx, file) if file else tidy_lines(await ctx.readable(args.typed))
    )
    if not text and not file:
        return cards.kinds(ctx.t)
    for kind in KINDS:
        if kind.shape.fits(text):
            await kind.let_in(ctx)
            return await kind.taken(ctx, text)
    if not file and "\n" not in text:  # a sentence, and no list
        raise UnknownWord("import-unknown", try_this="import")
    raise UsageError("import-unknown", try_this="import")
