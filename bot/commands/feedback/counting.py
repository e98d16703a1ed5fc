"""How much feedback there is: "feedback count delivery last week"."""

from dataclasses import replace

from bot.arguments import Arguments
from bot.cards.feedback import counted as cards
from bot.commands.feedback.wanted import Asked, before, read_wanted, with_words
from bot.commands.feedback.ways import ways
from bot.context import Context
from bot.errors import UsageError
from bot.messages import Reply
from bot.registry import Commands
from bot.rituals.feedback.sight import triages

commands = Commands()
HELD = 200  # characters in a button


@commands.command(*ways("count", "how many", zh=("数量", "多少", "计数")))
async def count(ctx: Context, args: Arguments) -> Reply:
    """How much there is of what is named: feedback count delivery last week. Everybody
    may see figures; by words of customers only those who triage are counted for, and
    others get the number of what they sent.
    """
    if not args:
        raise UsageError("feedback-count-what", try_this=ctx.t("feedback-try-count"))
    asked = await read_wanted(ctx, args)
    return await counted(ctx, await _by_words(ctx, asked) if asked.left else asked)


async def counted(ctx: Context, asked: Asked) -> Reply:
    """How much there is of what was asked for, against the time before."""
    find, wanted = ctx.db.feedback.wanted, asked.wanted
    then = before(wanted, asked.days, ctx.today) if asked.days else None
    owners = [wanted.owner_id] if wanted.owner_id else []
    people = await ctx.db.people.some(owners) if owners else {}
    owner = next((each.name for each in people.values()), "")
    return cards.counted(
        ctx.t,
        cards.described(ctx.t, wanted, asked.days, owner),
        await find.count(wanted),
        await find.count(then) if then else None,
        stated=bool(wanted.states or wanted.late),
        ended=wanted.ended,
        again=asked.again[:HELD],
    )


async def _by_words(ctx: Context, asked: Asked) -> Asked:
    """What nobody knows is looked for in what customers said."""
    found = with_words(asked)
    if await triages(ctx.db, ctx.person, ctx.here):
        return found
    mine = replace(found.wanted, sender_id=ctx.person.id)
    return replace(found, wanted=mine)
