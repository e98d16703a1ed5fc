"""How every command of this family begins: the note, the room, the rights."""

from bot.arguments import fold
from bot.commands.task.at_hand import pressed
from bot.context import Context
from bot.errors import NotAllowed, NotFound, UsageError
from bot.model.refs import PlaceRef
from bot.model.retro import LETTER, TEXT_LIMIT, Note, Retro
from bot.model.text import shows, tidy_lines
from bot.rituals.retro.box import Box, box_of, boxes, leads, within


async def text_of(ctx: Context, typed: str) -> str:
    """What a note says. Raises UsageError for none, and for one that is too long."""
    text = tidy_lines(await ctx.readable(typed))
    if not shows(text):
        raise UsageError("retro-text-missing", try_this=ctx.t("retro-try-add"))
    if len(text) > TEXT_LIMIT:
        raise UsageError("retro-text-long", count=len(text), limit=TEXT_LIMIT)
    return text


async def note_of(ctx: Context, wanted: int) -> Note:
    """Their own note that waits: anybody else's is not there, whoever asks."""
    found = await ctx.db.retros.own_numbered(ctx.person.id, wanted)
    if found is None:
        raise NotFound("retro-note-unknown", try_this="retro", id=f"{LETTER}-{wanted}")
    return found


async def here(ctx: Context) -> Box | None:
    """The room where this happens; None where they are alone with us."""
    if ctx.place is None or ctx.place.direct:
        return None
    return await box_of(ctx.db, ctx.place.ref)


async def named(ctx: Context, place: str, room: str) -> Box:
    """The room they name, if they are in it. Raises NotFound with those they are in."""
    mine = await boxes(ctx.db, ctx.person)
    if room:
        for box in mine:
            if fold(box.name) == fold(room):
                return box
        known = await ctx.db.people.place_named(room)
        place = known.ref.id if known else ""
        ref = known.ref if known else None
    else:
        ref = ctx.place_ref(place)
    if ref is not None and await ctx.db.people.place(ref):
        box = await box_of(ctx.db, ref)
        if await within(ctx.db, box, ctx.person):
            return box
    names = ctx.t.items(tuple(box.name for box in mine))
    key = "retro-room-unknown-close" if mine else "retro-room-unknown"
    raise NotFound(key, rooms=names)


def value_of(ref: PlaceRef) -> str:
    """What stands for a room's place in a button or a form."""
    return f"{ref.platform}/{ref.tenant}/{ref.id}"


async def of_value(ctx: Context, value: str) -> Box:
    """The room that a button or a form holds, if they are in it."""
    platform, _, rest = value.partition("/")
    tenant, _, id = rest.partition("/")
    ref = PlaceRef(platform, tenant, id)
    place = ctx.place
    if place and not place.direct and place.ref.unthreaded() == ref:
        return await box_of(ctx.db, ref)
    if id and await ctx.db.people.place(ref):
        box = await box_of(ctx.db, ref)
        if await within(ctx.db, box, ctx.person):
            return box
    raise NotFound("retro-room-unknown")


async def check_lead(ctx: Context) -> None:
    """Raises NotAllowed for who may not open a retrospective."""
    if not await leads(ctx.db, ctx.person):
        raise NotAllowed("retro-leads")


async def retro_of(ctx: Context, wanted: str) -> Retro:
    """The one with this number, if they are in its room."""
    found = await ctx.db.retros.numbered(pressed(wanted))
    if found is not None:
        box = await box_of(ctx.db, found.place)
        if set(box.places) & set(ctx.here):
            return found
        if await within(ctx.db, box, ctx.person):
            return found
    raise NotFound("retro-unknown", try_this="retro list", number=wanted)
