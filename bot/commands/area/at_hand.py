"""The area that is meant, and whether it is theirs to see or to change."""

from collections.abc import Sequence

from bot.cards import area as cards
from bot.cards.area import AreaView
from bot.commands.standup.values import brief
from bot.context import Context
from bot.errors import NotAllowed, NotFound, UsageError
from bot.messages import Audience, Reply
from bot.model.area import Area
from bot.model.department import find_department
from bot.model.named import close, find
from bot.model.people import Person
from bot.model.text import tidy
from bot.rituals.area.views import views
from bot.rituals.area.work import AreaWork
from bot.sight import heads, restricted

LIST = "area list"


async def let_in(ctx: Context) -> None:
    """Guests are not shown who answers for what."""
    if await restricted(ctx.db, ctx.person):
        raise NotAllowed("area-guests")


async def by_id(ctx: Context, area_id: int) -> Area:
    """The area of a button; a retired one is shown as such."""
    await let_in(ctx)
    found = await ctx.db.areas.hold(area_id)
    if found is None:
        raise NotFound("area-missing", try_this=LIST)
    return found


async def living(ctx: Context, area_id: int) -> Area:
    """The same, if it is not retired."""
    found = await by_id(ctx, area_id)
    if found.retired_at:
        raise UsageError("area-retired", try_this=LIST, area=found.name)
    return found


async def meant(ctx: Context, typed: str) -> list[Area]:
    """The areas that a few words may mean. Raises NotFound with the closest."""
    await let_in(ctx)
    areas = await ctx.db.areas.living()
    if found := find(areas, typed):
        return found
    names = close(areas, typed)
    if names:
        listed = ctx.t.either(names)
        raise NotFound("area-unknown-close", area=brief(tidy(typed)), close=listed)
    raise NotFound("area-unknown", try_this=LIST, area=brief(tidy(typed)))


async def the_one(ctx: Context, typed: str, example: str) -> Area:
    """The one area that is meant. Raises UsageError where several may be."""
    if not tidy(typed):
        raise UsageError("area-which", try_this=ctx.t(example))
    found = await meant(ctx, typed)
    if len(found) > 1:
        names = ctx.t.either(tuple(area.name for area in found[:5]))
        raise UsageError("area-several-which", close=names)
    return await living(ctx, found[0].id)


async def may_change(ctx: Context, area: Area) -> bool:
    """Its owner, who heads its department, and admins."""
    if ctx.person.is_admin or ctx.person.id == area.owner_id:
        return True
    return area.department in await heads(ctx.db, ctx.person)


async def changeable(ctx: Context, area: Area) -> Area:
    """The same, if it is theirs to change. Raises NotAllowed with who can."""
    if not await may_change(ctx, area):
        owner = await ctx.db.people.get(area.owner_id)
        raise NotAllowed("area-not-yours", area=area.name, who=owner.name)
    return area


async def may_give(ctx: Context, owner: Person) -> None:
    """Who answers for something is said by themselves, by heads and by admins."""
    alone = owner.id != ctx.person.id and not ctx.person.is_admin
    if alone and not await heads(ctx.db, ctx.person):
        raise NotAllowed("area-give", who=owner.name)


def work(ctx: Context) -> AreaWork:
    """What can be done with areas, by this person, now."""
    return AreaWork(ctx.db, ctx.now, ctx.person.id)


def aloud(ctx: Context) -> bool:
    """Whether others read the answer."""
    return bool(ctx.here)


async def shown(ctx: Context, area: Area, audience: Audience) -> Reply:
    """Its card."""
    (view,) = await views(ctx.db, [area], ctx.now)
    history = await ctx.db.areas.changes(area.id)
    people = await ctx.db.people.some([each.person_id for each in history])
    named = [
        (each, people[each.person_id].name)
        for each in history
        if each.person_id in people
    ]
    here = aloud(ctx) and audience is Audience.HERE
    card = cards.shown(
        ctx.aloud if here else ctx.t,
        view,
        named,
        ctx.now,
        changeable=await may_change(ctx, area),
    )
    return Reply(card, audience)


async def viewed(ctx: Context, areas: Sequence[Area]) -> list[AreaView]:
    """Areas as cards show them."""
    return await views(ctx.db, areas, ctx.now)


def department(typed: str) -> str | None:
    """The department as it is kept: a known one by its own word."""
    said = tidy(typed)
    return find_department(said) or said or None
