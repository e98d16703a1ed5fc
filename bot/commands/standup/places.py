"""Where a stand-up may be posted: privacy follows the place (PEERS F18)."""

import re

from bot.commands.standup.values import brief
from bot.context import Context
from bot.errors import NotFound
from bot.events import Commanded, Said
from bot.model.people import Place
from bot.model.refs import PlaceRef

ID = re.compile(r"[A-Z]+[0-9][A-Z0-9]*")  # as pickers send it, of places yet unseen


async def named(ctx: Context, name: str) -> PlaceRef:
    """The place of that name. A private one is not found by who is not in it."""
    found = await ctx.db.people.place_named(name)
    if found is None or not await _inside(ctx, found):
        raise NotFound("standup-place-unknown", name=brief(name))
    return found.ref


async def picked(ctx: Context, ref: PlaceRef, name: str) -> Place | None:
    """The place that a link or a form names by its id; None for one we do not know.

    Where a platform tells who is in a place, it lets people pick only their own.
    Raises NotFound for any other that is not theirs.
    """
    found = await ctx.db.people.place(ref)
    if found is None:
        return None
    open_ = found.listed and not found.direct
    if not open_ and not await _inside(ctx, found):
        called = ctx.t("place-unnamed") if ID.fullmatch(name) else brief(name)
        raise NotFound("standup-place-unknown", name=called)
    return found


def unseen(ctx: Context, name: str) -> NotFound:
    """That we are not let into a place that was looked up, and how we are; what was
    typed may be sent again then, where the place has a name to be typed.
    """
    typed = ctx.event.text.strip() if isinstance(ctx.event, Commanded | Said) else ""
    named = name and not ID.fullmatch(name)
    return NotFound(
        "standup-place-unseen",
        try_this=ctx.as_typed(typed) if named else "",
        place=f"#{name}" if named else ctx.t("standup-place"),
    )


async def filled(ctx: Context, value: str) -> PlaceRef:
    """The place that a form's field holds: by the id that was picked, or by a typed
    name. What we do not know is an id only if it looks like one.
    """
    ref = ctx.place_ref(value)
    if await picked(ctx, ref, value) is not None or ID.fullmatch(value):
        return ref
    return await named(ctx, value.lstrip("#＃").strip())


async def _inside(ctx: Context, place: Place) -> bool:
    """Whether everybody may see it, it is here, or the person was seen there."""
    if not place.private or place.ref in ctx.here:
        return True
    return ctx.person.id in await ctx.db.people.seen_in(place.ref)
