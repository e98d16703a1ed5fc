"""One's own days, told by nobody else; off whenever one likes (PEERS L10)."""

import re
from dataclasses import replace

from bot.arguments import Arguments, fold
from bot.cards import celebration as cards
from bot.commands.standup.export import filled_day
from bot.context import Context
from bot.errors import FieldError, FieldErrors, NotAllowed, UnknownWord
from bot.events import Values
from bot.messages import Reply
from bot.model.celebration import OwnDays
from bot.model.people import Role
from bot.registry import Commands
from bot.rituals import celebration as flow

commands = Commands()
FILLING = re.compile(r"\b(?:is|on|the)\b|[是在:：,，.。!！]", re.IGNORECASE)
OFF = frozenset({"off", "none", "关闭", "取消"})


@commands.command("celebrate", "celebrations", "庆祝", "纪念日")
async def celebrate(ctx: Context, args: Arguments) -> Reply:
    """Says which of my days are celebrated on the wall: celebrate, celebrate off."""
    _check(ctx)
    if fold(args.rest()) in OFF:
        return await _kept(ctx, OwnDays(ctx.person.id))
    own = await ctx.db.celebrations.of(ctx.person.id)
    return Reply(cards.form(ctx.t, own))


@commands.command("birthday", "my birthday", "my birthday is", "生日", "我的生日")
async def birthday(ctx: Context, args: Arguments) -> Reply:
    """Has a birthday celebrated: birthday 3 May; birthday off, and it is not."""
    _check(ctx)
    own = await ctx.db.celebrations.of(ctx.person.id)
    if fold(args.rest()) in OFF:
        return await _kept(ctx, replace(own, birthday=""))
    due = args.due()
    if FILLING.sub("", args.rest()).strip():  # it is about something else
        raise UnknownWord("celebration-no-day", try_this=ctx.t("celebration-try"))
    if due is None:
        return Reply(cards.form(ctx.t, own))
    return await _kept(ctx, replace(own, birthday=f"{due.day:%m-%d}"))


@commands.command(
    "celebrate off",
    "no celebrations",
    "don't celebrate me",
    "do not celebrate me",
    "don't celebrate my birthday",
    "do not celebrate my birthday",
    "庆祝 关闭",
    "不要庆祝",
    "不要庆祝我的生日",
    "别庆祝我的生日",
)
async def off(ctx: Context, args: Arguments) -> Reply:
    """None of my days is celebrated."""
    _check(ctx)
    return await _kept(ctx, OwnDays(ctx.person.id))


@commands.button("celebration.own")
async def press_own(ctx: Context, value: str) -> Reply:
    """Opens one's own days."""
    _check(ctx)
    own = await ctx.db.celebrations.of(ctx.person.id)
    return Reply(cards.form(ctx.t, own))


@commands.form("celebration.own")
async def fill_own(ctx: Context, values: Values, state: str) -> Reply:
    """Keeps them; the year of a birthday is forgotten at once."""
    _check(ctx)
    born, started = filled_day(values, "birthday"), filled_day(values, "started")
    if started and abs((started - ctx.today).days) > 366 * 80:
        raise FieldErrors({"started": FieldError("celebration-far")})
    birthday = f"{born:%m-%d}" if born else ""
    return await _kept(ctx, OwnDays(ctx.person.id, birthday, started))


async def _kept(ctx: Context, own: OwnDays) -> Reply:
    await ctx.db.celebrations.keep(own)
    await flow.plan(ctx.db, ctx.organization, ctx.now)
    return cards.kept(ctx.t, own)


def _check(ctx: Context) -> None:
    if ctx.person.role is Role.GUEST:
        raise NotAllowed("celebration-guests")
