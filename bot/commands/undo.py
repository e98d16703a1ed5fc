"""Taking back what one did last: "undo that", 撤回刚才."""

import re
from dataclasses import replace

from bot import lastly
from bot.arguments import Arguments
from bot.cards import undo as cards
from bot.commands.task.closing import undo as reopen_task
from bot.context import Context
from bot.errors import UserError
from bot.lastly import Last
from bot.messages import Audience, Reply
from bot.registry import Commands

FAMILIES = {"T": "task", "B": "blocker", "R": "risk", "F": "feedback"}
# What makes something new, and what ends it.
MADE = {
    "blocker": "blocker resolve",
    "blocker add": "blocker resolve",
    "blocker new": "blocker resolve",
    "risk add": "risk close",
    "risk new": "risk close",
    "task add": "task drop",
    "task new": "task drop",
}
SHORT = re.compile(r"\b([TBRF])-(\d{1,9})\b")


def register(table: Commands) -> None:
    """Adds `undo`, which presses the buttons that the table holds by then."""

    @table.command("undo", "撤销", "撤回")
    async def undo(ctx: Context, args: Arguments) -> Reply:
        """Takes back what I did last, where that can be taken back."""
        if args.rest():
            return await reopen_task(ctx, args)
        found = await lastly.last(ctx)
        if found is None:
            raise UserError("undo-nothing", try_this="today")
        button = table.buttons.get(found.action)
        if button is None:
            raise _by_hand(found)
        reply = await button(ctx, found.value)
        await lastly.forget(ctx)
        if reply is None:
            return Reply(cards.undone(ctx.t, found.title), Audience.ONLY_YOU)
        # There is no card here that it could take the place of.
        here = reply.audience is Audience.REPLACE
        return replace(reply, audience=Audience.ONLY_YOU) if here else reply


def _by_hand(found: Last) -> UserError:
    """What it was, and how it is changed: what is new can be dropped."""
    short = SHORT.search(found.title)
    if short is None:
        return UserError("undo-not", what=found.title)
    family, number = FAMILIES[short[1]], short[2]
    if found.done in MADE:
        way = f"{MADE[found.done]} {number}"
        return UserError("undo-not-new", try_this=way, what=found.title)
    way = f"{family} show {number}"
    return UserError("undo-not", try_this=way, what=found.title)
