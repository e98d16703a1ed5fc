"""What happens to groups whose platform does not tell who is in them."""

from collections.abc import Sequence

from bot.context import Context
from bot.events import PlaceChanged
from bot.model.refs import UserRef
from bot.registry import Commands

commands = Commands()


@commands.on(PlaceChanged)
async def changed(ctx: Context) -> None:
    """Keeps who came and who went; a group the bot never was in is none of its."""
    event, place = ctx.event, ctx.place
    if not isinstance(event, PlaceChanged) or place is None or place.listed:
        return
    await ctx.db.people.see_in(place.ref, await _people(ctx, event.came))
    await ctx.db.people.lose_from(place.ref, await _people(ctx, event.went))


async def _people(ctx: Context, refs: Sequence[UserRef]) -> list[int]:
    known = await ctx.db.people.known(refs)
    return [person.id for person in known.values()]
