"""Words that ask for nothing: answered in a line, and nothing is done."""

from enum import StrEnum

from bot.arguments import Arguments
from bot.cards import talk as cards
from bot.context import Context
from bot.errors import UsageError
from bot.messages import Audience, Code, Reply
from bot.registry import Commands

commands = Commands()


class Talk(StrEnum):
    """What kind of words they were."""

    NOTHING = "nothing"
    STOPPED = "stopped"
    HELLO = "hello"
    BYE = "bye"
    JOY = "joy"
    SORRY = "sorry"
    GOOD = "good"
    THERE = "there"
    CANNOT = "cannot"


@commands.command("talk", "闲聊")
async def talk(ctx: Context, args: Arguments) -> Reply:
    """Answers what asks for nothing: yes, never mind, see you tomorrow."""
    try:
        kind = Talk(args.rest().strip().lower())
    except ValueError as wrong:
        raise UsageError("command-unknown", try_this="help") from wrong
    example = ctx.t(f"talk-try-{kind}") if kind in (Talk.THERE, Talk.CANNOT) else ""
    code = Code(ctx.typed_here(example)) if example else None
    helps = kind in (Talk.NOTHING, Talk.HELLO, Talk.SORRY, Talk.CANNOT)
    card = cards.small_talk(ctx.t, f"talk-{kind}", code, helps=helps)
    return Reply(card, Audience.ONLY_YOU)
