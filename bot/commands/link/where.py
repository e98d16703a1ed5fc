"""Where a person with several accounts wants to be written (PEERS Q01)."""

from bot.cards import link as cards
from bot.context import Context
from bot.events import Values
from bot.messages import ChoiceField
from bot.model.link import MessageKind


async def where_fields(ctx: Context) -> tuple[ChoiceField, ...]:
    """The questions of the settings form; none with one platform."""
    wishes = await ctx.db.links.wishes(ctx.person.id)
    return cards.where(ctx.t, await _platforms(ctx), wishes)


async def keep_where(ctx: Context, values: Values) -> None:
    """Keeps the answers; what was not asked stays as it was."""
    known = await _platforms(ctx)
    said = {kind: values.get(f"where-{kind}") for kind in MessageKind}
    wishes = {kind: str(said[kind]) for kind in said if said[kind] is not None}
    await ctx.db.links.wish(
        ctx.person.id,
        {kind: place if place in known else None for kind, place in wishes.items()},
    )


async def _platforms(ctx: Context) -> tuple[str, ...]:
    """Where they have accounts, each platform once."""
    accounts = await ctx.db.people.accounts_of([ctx.person.id])
    return tuple(dict.fromkeys(account.ref.platform for account in accounts))
