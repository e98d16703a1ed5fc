"""Giving a stand-up another name."""

import re
from dataclasses import replace

from bot.arguments import Arguments
from bot.cards.standup import list as standup_list
from bot.commands.standup.find import by_name, changeable, seen, taken
from bot.commands.standup.values import read_name
from bot.context import Context
from bot.errors import UsageError
from bot.messages import Audience, Reply
from bot.model.standup import same_name
from bot.registry import Commands

commands = Commands()
INTO = re.compile(
    r"(?:^|\s+)(?:to|into|as|->|→)\s+|\s*(?:改名为|改为|改成|→)\s*|(?:^|\s+)[为叫成]\s*"
)
QUOTES = "\"“”'「」『』"


@commands.command(
    "standup rename", "rename standup", "站会 改名", "站会 重命名", "重命名站会"
)
async def rename(ctx: Context, args: Arguments) -> Reply:
    """Gives it another name: `standup rename Daily to Early`."""
    old, new = await _apart(ctx, args.typed)
    standup = await by_name(ctx, Arguments(old, ctx.local), "rename")
    held = await changeable(ctx, standup)
    name = read_name(new)
    if await taken(ctx, name, but=held.id):
        raise UsageError("standup-name-taken", name=name)
    named = replace(held, name=name)
    await ctx.db.standups.save(named)
    await ctx.db.deliveries.touch(subject=f"standup:{named.id}")
    told = standup_list.told(ctx.t, "standup-renamed", named, before=held.name)
    return Reply(told, Audience.ONLY_YOU)


async def _apart(ctx: Context, typed: str) -> tuple[str, str]:
    """Both names: the word between them may be one of either."""
    pairs = [
        (typed[: each.start()].strip().strip(QUOTES), typed[each.end() :])
        for each in INTO.finditer(typed)
    ]
    if not pairs:
        raise UsageError("standup-rename-how", try_this=ctx.t("standup-rename-try"))
    known = {same_name(each.name) for each in await seen(ctx)}
    fitting = (pair for pair in pairs if same_name(pair[0]) in known)
    old, new = next(fitting, pairs[-1])
    return old, new.strip().strip(QUOTES)
