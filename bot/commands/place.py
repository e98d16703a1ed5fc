"""Who comes and goes, where it is kept: of groups whose platform does not tell who is
in them, of the room for triage, and of guests.
"""

from collections.abc import Collection, Sequence

from bot.context import Context
from bot.events import PlaceChanged
from bot.model.people import Person, Role
from bot.model.refs import UserRef
from bot.registry import Commands
from bot.rituals.feedback.desk import desk

commands = Commands()


@commands.on(PlaceChanged)
async def changed(ctx: Context) -> None:
    """Keeps who came and who went; a group the bot never was in is none of its."""
    event, place = ctx.event, ctx.place
    if not isinstance(event, PlaceChanged) or place is None:
        return
    triages = place.ref.unthreaded() in await desk(ctx.db)
    came = [
        person.id
        for person in await _people(ctx, event.came)
        if triages or not place.listed or person.role is Role.GUEST
    ]
    went = [person.id for person in await _people(ctx, event.went)]
    await ctx.db.people.see_in(place.ref, came)
    await ctx.db.people.lose_from(place.ref, went)


async def _people(ctx: Context, refs: Sequence[UserRef]) -> Collection[Person]:
    return (await ctx.db.people.known(refs)).values() if refs else ()
