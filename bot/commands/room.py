"""Tying places into one room: what is posted to one of them appears in all."""

from bot.arguments import Arguments
from bot.cards import room as cards
from bot.context import Context
from bot.errors import Conflict, NotFound, UsageError
from bot.messages import Audience, Reply
from bot.model.delivery import Draft
from bot.model.people import Place
from bot.model.refs import PlaceRef
from bot.model.room import Room
from bot.model.text import shows, tidy
from bot.registry import Commands
from bot.rituals.feedback.desk import DESK, desk
from bot.rituals.standup.invite import invite_to_all

commands = Commands()
LONGEST = 60
ON = frozenset({"on", "yes", "开", "开启", "打开", "是"})
OFF = frozenset({"off", "no", "关", "关闭", "否"})


@commands.command("room", "room show", "房间", "房间 查看", "互通群", among=True)
async def show(ctx: Context, args: Arguments) -> Reply:
    """Shows which places are one with this one."""
    if args:
        raise UsageError("room-word", try_this=_example(ctx))
    room = await ctx.db.rooms.of(_here(ctx).ref)
    if room is None:
        raise NotFound("room-none", try_this=_example(ctx))
    return await _shown(ctx, room)


@commands.command(
    "room tie", "room join", "room link", "room add",
    "房间 关联", "房间 加入", "房间 互通", "房间 新建",
    admin=True, among=True,
)  # fmt: skip
async def tie(ctx: Context, args: Arguments) -> Reply:
    """Makes this place a part of a room: typed in each of its places."""
    here, name = _here(ctx), _name(ctx, args)
    if (now := await ctx.db.rooms.of(here.ref)) and now.name != name:
        untie = ctx.t("room-try-untie")
        raise UsageError("room-taken", try_this=untie, name=now.name)
    await ctx.db.people.remember_place(here)
    try:
        room = await ctx.db.rooms.tie(await ctx.db.rooms.make(name), here.ref)
    except Conflict:
        raise UsageError("room-busy", try_this=_example(ctx)) from None
    await _tell(ctx, room, here.ref)
    await invite_to_all(ctx.db, here.ref, ctx.now)
    if here.ref in await desk(ctx.db):
        await ctx.db.jobs.put(DESK, {ctx.organization.id: ctx.now})
    return await _shown(ctx, room, Audience.HERE)


@commands.command(
    "room untie", "room leave", "room unlink", "房间 解除", "房间 退出",
    admin=True, among=True,
)  # fmt: skip
async def untie(ctx: Context, args: Arguments) -> Reply:
    """Lets this place go its own way again."""
    here = _here(ctx)
    room = await ctx.db.rooms.of(here.ref)
    if room is None:
        raise NotFound("room-none", try_this=_example(ctx))
    await ctx.db.rooms.untie(here.ref)
    return Reply(cards.left(ctx.aloud, room))


@commands.command("room list", "rooms", "房间 列表")
async def list_(ctx: Context, args: Arguments) -> Reply:
    """Lists the rooms, as far as the reader may know their places."""
    rooms = await ctx.db.rooms.all()
    refs = [ref for room in rooms for ref in room.places]
    places = await ctx.db.people.places(refs)
    open_ = [room for room in rooms if _public(ctx, room, places)]
    return Reply(cards.listing(ctx.t, open_, places), Audience.ONLY_YOU)


@commands.command("room threads", "room replies", "房间 同步", admin=True, among=True)
async def threads(ctx: Context, args: Arguments) -> Reply:
    """Says whether what people answer in threads crosses: on or off."""
    room = await ctx.db.rooms.of(_here(ctx).ref)
    if room is None:
        raise NotFound("room-none", try_this=_example(ctx))
    wish = args.rest().casefold()
    if wish not in ON | OFF:
        example = ctx.t("room-try-threads")
        raise UsageError("room-threads-missing", try_this=example)
    await ctx.db.rooms.cross(room, threads=wish in ON)
    return await _shown(ctx, await ctx.db.rooms.make(room.name))


def _here(ctx: Context) -> Place:
    if ctx.place is None or ctx.place.direct:
        raise UsageError("room-not-here", try_this=_example(ctx))
    return ctx.place


def _name(ctx: Context, args: Arguments) -> str:
    """The name typed, with or without its hash. Raises UsageError for none."""
    tags = args.tags()
    name = tidy(tags[0] if tags else args.rest())
    if not shows(name):
        raise UsageError("room-name-missing", try_this=_example(ctx))
    if len(name) > LONGEST:
        raise UsageError("room-name-long", limit=LONGEST, try_this=_example(ctx))
    return name


def _example(ctx: Context) -> str:
    return ctx.t("room-try")


async def _shown(
    ctx: Context, room: Room, audience: Audience = Audience.ONLY_YOU
) -> Reply:
    places = await ctx.db.people.places(room.places)
    t = ctx.aloud if audience is Audience.HERE else ctx.t
    return Reply(cards.card(t, room, places), audience)


async def _tell(ctx: Context, room: Room, here: PlaceRef) -> None:
    """Every other place hears who is with it now."""
    for place in room.others(here):
        draft = Draft(
            key=f"room:{room.id}:{ctx.event.id}:{place.id}",
            kind="room.card",
            args={"room": room.id},
            place=place,
        )
        await ctx.db.deliveries.add(draft)


def _public(ctx: Context, room: Room, places: dict[PlaceRef, Place]) -> bool:
    """Whether the reader may hear of a room: admins of all, others of public ones."""
    known = [places[ref] for ref in room.places if ref in places]
    return ctx.person.is_admin or any(not place.private for place in known)
