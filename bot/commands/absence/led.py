"""Who may say of somebody else that they are away, or there."""

from bot.context import Context
from bot.errors import NotAllowed
from bot.model.people import Person


async def must_lead(
    ctx: Context, person: Person, wrong: str = "away-not-yours"
) -> None:
    """Their manager, an admin, or who runs a stand-up that asks them."""
    me = ctx.person
    if me.is_admin or person.manager_id == me.id:
        return
    listed = await ctx.db.standups.listed(person.id)
    for standup in await ctx.db.standups.all():
        asks = standup.asks(person, listed=standup.id in listed)
        if asks and standup.may_change(me):
            return
    raise NotAllowed(wrong, name=person.name)
