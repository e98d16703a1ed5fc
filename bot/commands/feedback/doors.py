"""Doors by which a shop's own systems bring feedback: made and closed by admins."""

from bot.arguments import Arguments, fold
from bot.cards.feedback import doors as cards
from bot.commands.feedback.ways import ways
from bot.context import Context
from bot.errors import NotAllowed, NotFound, UsageError
from bot.messages import Audience, Card, Reply
from bot.model.feedback.door import (
    NAME_LIMIT,
    OVERLAP,
    Brings,
    Door,
    DoorSecret,
    new_key,
    new_secret,
)
from bot.model.text import shows, tidy
from bot.registry import Commands

commands = Commands()
MOST = 50


@commands.command(
    *ways("door new", "door add", zh=("入口 新建", "入口 新增", "入口 添加")),
    admin=True,
)
async def make(ctx: Context, args: Arguments) -> Reply:
    """Opens a door for a system, with an address and a secret of its own."""
    return await opened(ctx, args, Brings.FEEDBACK)


@commands.command("measure door new", "kpi door new", "指标 入口 新建", admin=True)
async def make_for_measures(ctx: Context, args: Arguments) -> Reply:
    """Opens a door by which a system brings values of measures."""
    return await opened(ctx, args, Brings.MEASURES)


async def opened(ctx: Context, args: Arguments, brings: Brings) -> Reply:
    """A new door, with its address and its secret."""
    name, known = _name(args), await ctx.db.doors.all()
    if any(fold(each.name) == fold(name) for each in known):
        raise UsageError(
            "feedback-door-taken", name=name, try_this=f"feedback door renew {name}"
        )
    if len(known) >= MOST:
        raise UsageError(
            "feedback-door-many", limit=MOST, try_this="feedback door list"
        )
    secret = new_secret()
    door = Door(
        key=new_key(),
        name=name,
        owner_id=ctx.person.id,
        made_at=ctx.now,
        secrets=(DoorSecret(value=secret),),
        brings=brings,
    )
    stored = await ctx.db.doors.add(door)
    return _privately(cards.opened(ctx.t, stored, secret, ctx.pages))


@commands.command(
    *ways("door", "doors", "door list", zh=("入口", "入口 列表")),
    *("measure door", "measure doors", "measure door list", "指标 入口"),
    admin=True,
)
async def show(ctx: Context, args: Arguments) -> Reply:
    """Shows every door, and what came through it."""
    doors = await ctx.db.doors.all()
    people = await ctx.db.people.some(sorted({each.owner_id for each in doors}))
    seen = [
        (each, people[each.owner_id].name, await ctx.db.doors.traffic(each))
        for each in doors
    ]
    return _privately(cards.listed(ctx.t, seen, ctx.pages))


@commands.command(
    *ways("door renew", zh=("入口 换密钥", "入口 更新")),
    *("measure door renew", "指标 入口 换密钥"),
    admin=True,
)
async def renew(ctx: Context, args: Arguments) -> Reply:
    """Gives a door a new secret; the one before works a day longer."""
    return await _renew(ctx, await _named(ctx, args))


@commands.command(
    *ways("door drop", "door remove", "door close", zh=("入口 删除", "入口 关闭")),
    *("measure door drop", "指标 入口 删除"),
    admin=True,
)
async def drop(ctx: Context, args: Arguments) -> Reply:
    """Closes a door; what came through it stays."""
    return await _drop(ctx, await _named(ctx, args))


@commands.button("feedback.door-renew")
async def press_renew(ctx: Context, value: str) -> Reply:
    """The same, from the list."""
    return await _renew(ctx, await _pressed(ctx, value))


@commands.button("feedback.door-drop")
async def press_drop(ctx: Context, value: str) -> Reply:
    """The same, from the list."""
    return await _drop(ctx, await _pressed(ctx, value))


async def _renew(ctx: Context, door: Door) -> Reply:
    secret = new_secret()
    await ctx.db.doors.renew(door, secret, ctx.now + OVERLAP)
    return _privately(cards.renewed(ctx.t, door, secret, ctx.pages))


async def _drop(ctx: Context, door: Door) -> Reply:
    await ctx.db.doors.drop(door)
    return _privately(cards.dropped(ctx.t, door))


async def _named(ctx: Context, args: Arguments) -> Door:
    """The door meant. Raises NotFound with those there are."""
    name = _name(args)
    doors = await ctx.db.doors.all()
    for door in doors:
        if fold(door.name) == fold(name):
            return door
    names = ctx.t.items(tuple(door.name for door in doors))
    raise NotFound(
        "feedback-door-unknown", name=name, names=names, count=len(doors),
        try_this="feedback door list",
    )  # fmt: skip


async def _pressed(ctx: Context, key: str) -> Door:
    if not ctx.person.is_admin:
        raise NotAllowed("not-allowed-admin")
    if door := await ctx.db.doors.get(key):
        return door
    raise NotFound("feedback-door-gone", try_this="feedback door list")


def _name(args: Arguments) -> str:
    name = tidy(args.rest())
    if not shows(name):
        raise UsageError(
            "feedback-door-name-missing", try_this="feedback door new Magento"
        )
    if len(name) > NAME_LIMIT:
        raise UsageError("feedback-text-long", count=len(name), limit=NAME_LIMIT)
    return name


def _privately(card: Card) -> Reply:
    return Reply(card, Audience.ONLY_YOU)
