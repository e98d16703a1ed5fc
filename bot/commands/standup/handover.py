"""Giving a stand-up to somebody else, who looks after it from then on."""

from bot.arguments import Arguments
from bot.cards.standup import list as standup_list
from bot.commands.standup.find import by_name, changeable
from bot.context import Context
from bot.errors import UsageError, UserError
from bot.messages import Audience, Reply
from bot.registry import Commands
from bot.rituals.standup.handover import give

commands = Commands()


@commands.command(
    "standup owner", "standup handover", "standup transfer", "站会 交接", "站会 负责人"
)
async def owner(ctx: Context, args: Arguments) -> Reply:
    """Gives it to another person; both hear of it, and the one before stays an
    admin.
    """
    people = await ctx.find_people(args.people())
    if len(people) != 1:
        raise UsageError("standup-owner-who", try_this=ctx.t("standup-owner-example"))
    standup = await by_name(ctx, _without_to(ctx, args), "owner")
    held = await changeable(ctx, standup)
    (heir,) = people
    if heir.id == held.owner_id:
        raise UserError("standup-owner-same", name=held.name, owner=heir.name)
    given = await give(ctx.db, held, heir.id, ctx.person.id, ctx.event.id)
    told = standup_list.told(ctx.t, "standup-given", given, owner=heir.name)
    return Reply(told, Audience.ONLY_YOU)


def _without_to(ctx: Context, args: Arguments) -> Arguments:
    """The name, without the word between it and the person."""
    words = args.rest()
    for word in (" to", "给", " 给"):
        words = words.removesuffix(word)
    return Arguments(words, ctx.local)
