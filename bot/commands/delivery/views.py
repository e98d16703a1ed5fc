"""Deliveries with the names beside them, as far as the reader may know those."""

import re
from collections.abc import Sequence
from datetime import date

from bot.cards.delivery_words import Receipt
from bot.commands.standup.find import visible
from bot.context import Context
from bot.model.delivery import Delivery
from bot.model.people import Place
from bot.model.refs import PlaceRef

DAY = re.compile(r"standup:(\d{1,15}):(\d{4}-\d\d-\d\d)(?::|$)")
SUBJECT = re.compile(r"(task|blocker):(\d{1,15})")


async def receipts(ctx: Context, found: Sequence[Delivery]) -> list[Receipt]:
    """Each with its attempts, its reader and what it is about."""
    db = ctx.db
    people = await db.people.some([d.draft.person_id or 0 for d in found])
    refs = [d.draft.place.unthreaded() for d in found if d.draft.place]
    places = await db.people.places(refs)
    attempts = await db.deliveries.receipts.attempts([each.id for each in found])
    named = await _standups(ctx)
    views = []
    for each in found:
        reader = people.get(each.draft.person_id or 0)
        name = reader.name if reader else await _place(ctx, each.draft.place, places)
        about = await _about(ctx, each, named)
        views.append(Receipt(each, tuple(attempts.get(each.id, ())), name, about))
    return views


async def _place(
    ctx: Context, ref: PlaceRef | None, places: dict[PlaceRef, Place]
) -> str:
    """What it is called; a private place keeps its name from who was never there."""
    place = places.get(ref.unthreaded()) if ref else None
    if place is None or not place.name:
        return ctx.t("standup-place")
    if place.private and not await _is_in(ctx, place.ref):
        return ctx.t("delivery-place-private")
    return ctx.t(f"place-{place.ref.platform}", name=place.name)


async def _is_in(ctx: Context, place: PlaceRef) -> bool:
    return place in ctx.here or ctx.person.id in await ctx.db.people.seen_in(place)


async def _standups(ctx: Context) -> dict[int, str]:
    """The names of the stand-ups that the reader may know of."""
    everything = await visible(ctx, await ctx.db.standups.ever())
    return {each.id: each.name for each in everything}


async def _about(ctx: Context, delivery: Delivery, named: dict[int, str]) -> str:
    """ "T-12", "B-3" or "Daily · Mon 2 Mar"; a number tells nothing of what it is."""
    draft = delivery.draft
    if match := DAY.match(draft.origin or draft.key):
        name = named.get(int(match[1]), "")
        return f"{name} · {_day(ctx, match[2])}" if name else ""
    match = SUBJECT.match(draft.subject or draft.key)
    if match is None:
        return ""
    kind, id = match[1], int(match[2])
    if kind == "task":
        task = await ctx.db.tasks.get(id)
        return f"T-{task.number}" if task else ""
    blocker = await ctx.db.blockers.get(id)
    return f"B-{blocker.number}" if blocker else ""


def _day(ctx: Context, said: str) -> str:
    try:
        return ctx.t.day(date.fromisoformat(said))
    except ValueError:
        return said
