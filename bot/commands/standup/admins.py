"""Who else looks after a stand-up: its admins, shown, added and removed (PEERS A33)."""

import re
from dataclasses import replace

from bot.arguments import Arguments
from bot.cards.standup import list as standup_list
from bot.commands.standup.find import by_name, changeable
from bot.context import Context
from bot.errors import UsageError, UserError
from bot.messages import Audience, Reply
from bot.model.people import Person
from bot.model.standup import Standup
from bot.registry import Commands
from bot.rituals.standup.handover import tell_admin

commands = Commands()
FEWER = re.compile(
    r"(?:\b(?:remove|without|minus|no\s+longer|not)\b|去掉|移除|删除|取消)\s*$|[-－]\s*$",
    re.IGNORECASE,
)
MORE = re.compile(
    r"(?:\b(?:add|plus|also|to|and|with)\b|添加|增加|加上|加|给)\s*$", re.I
)
MOST = 20


@commands.command("standup admins", "standup admin", "站会 管理员")
async def admins(ctx: Context, args: Arguments) -> Reply:
    """Shows who may change it; adds who is mentioned: `standup admins Daily @Bo`, or
    removes them: `standup admins Daily remove @Bo`.
    """
    people = await ctx.find_people(args.people())
    name, fewer = _read(args.rest())
    standup = await by_name(ctx, Arguments(name, ctx.local), "admins")
    if not people:
        return await _shown(ctx, standup, "standup-admins")
    held = await changeable(ctx, standup)
    changed = _without(held, people) if fewer else await _with(ctx, held, people)
    await ctx.db.standups.save(changed)
    await ctx.db.deliveries.touch(subject=f"standup:{changed.id}")
    return await _shown(ctx, changed, "standup-admins-now")


def _read(words: str) -> tuple[str, bool]:
    """The name, and whether people are taken from the list."""
    words = words.strip()
    if match := FEWER.search(words):
        return words[: match.start()].strip(), True
    return MORE.sub("", words).strip(), False


async def _with(ctx: Context, standup: Standup, people: tuple[Person, ...]) -> Standup:
    new = [p.id for p in people if p.id not in (standup.owner_id, *standup.admins)]
    if not new:
        names = ", ".join(person.name for person in people)
        raise UserError("standup-admins-already", name=standup.name, who=names)
    if len(standup.admins) + len(new) > MOST:
        raise UserError("standup-admins-many", limit=MOST)
    for person_id in new:
        if person_id != ctx.person.id:
            await tell_admin(ctx.db, standup, person_id, ctx.person.id, ctx.event.id)
    return replace(standup, admins=(*standup.admins, *new))


def _without(standup: Standup, people: tuple[Person, ...]) -> Standup:
    gone = {person.id for person in people}
    if standup.owner_id in gone:
        raise UsageError(
            "standup-admins-owner",
            try_this=f"standup owner {standup.name} @…",
            name=standup.name,
        )
    if not gone & set(standup.admins):
        names = ", ".join(person.name for person in people)
        raise UserError("standup-admins-not", name=standup.name, who=names)
    return replace(standup, admins=tuple(p for p in standup.admins if p not in gone))


async def _shown(ctx: Context, standup: Standup, key: str) -> Reply:
    known = await ctx.db.people.some((standup.owner_id, *standup.admins))
    names = standup_list.names_of(standup.admins, known)
    owner = ", ".join(standup_list.names_of((standup.owner_id,), known))
    card = standup_list.told(
        ctx.t,
        key if names else f"{key}-none",
        standup,
        owner=owner,
        who=", ".join(names),
    )
    return Reply(card, Audience.ONLY_YOU)
