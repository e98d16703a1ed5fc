"""Who and what a page offers for the fields of a form."""

from collections import Counter

from bot.context import Context
from bot.messages import Form, Option, PersonField, PlaceField
from bot.model.people import Account, Role


async def people_for(ctx: Context, form: Form) -> tuple[Option, ...]:
    """Everybody who can be chosen; none where the form asks for nobody.

    Guests see nobody but who is in the form already: they type a name they know. Who
    has another's name is told apart by the name of their account.
    """
    fields = [field for field in form.fields if isinstance(field, PersonField)]
    if not fields:
        return ()
    found = await ctx.db.choices.people(ctx.workspace)
    if ctx.person.role is Role.GUEST:
        inside = {value for field in fields for value in field.values}
        found = [one for one in found if one[0].ref.id in inside]
    times = Counter(name for _, name in found)
    return tuple(
        Option(name if times[name] == 1 else _apart(name, account), account.ref.id)
        for account, name in found
    )


async def places_for(ctx: Context, form: Form) -> tuple[Option, ...]:
    """The places that can be chosen, the ones in the form already first."""
    fields = [field for field in form.fields if isinstance(field, PlaceField)]
    if not fields:
        return ()
    found = await ctx.db.choices.places(ctx.workspace, ctx.person.id)
    offered = {place.ref.id: place.name for place in found}
    inside = [ctx.place_ref(field.value) for field in fields if field.value]
    for ref, place in (await ctx.db.people.places(inside)).items():
        offered.setdefault(ref.id, place.name)
    return tuple(Option(f"#{name}", id) for id, name in offered.items() if name)


def _apart(name: str, account: Account) -> str:
    return f"{name} ({account.handle or account.ref.id})"
