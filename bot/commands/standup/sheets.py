"""A stand-up as its forms show it to one person."""

from collections.abc import Sequence

from bot.cards.standup.fields import Sheet
from bot.context import Context
from bot.model.standup import Chosen, Standup

ZONES = 20  # to choose from; any other is typed behind `zone`


async def sheet_of(ctx: Context, standup: Standup) -> Sheet:
    """With the people's ids in this workspace, and the zones people live in."""
    chosen = standup.roster.people if isinstance(standup.roster, Chosen) else ()
    escalate, alarm = standup.policy.escalate_to, standup.policy.alarm_place
    named = {
        "people": chosen,
        "optional": standup.optional,
        "observers": standup.observers,
        "admins": standup.admins,
        "escalate": (escalate,) if escalate else (),
    }
    places = await ctx.db.people.places(
        [each for each in (standup.place, alarm) if each]
    )
    return Sheet(
        standup,
        place=standup.place.id if standup.place else None,
        people={name: await _accounts(ctx, people) for name, people in named.items()},
        zones=await _zones(ctx),
        alarm=alarm.id if alarm else None,
        called={ref.id: place.name for ref, place in places.items()},
    )


async def _accounts(ctx: Context, people: Sequence[int]) -> tuple[str, ...]:
    """The people as a form here names them: by their account, if they have one."""
    here: dict[int, str] = {}
    for account in await ctx.db.people.accounts_of(people):
        if account.workspace_id == ctx.workspace.id:
            here.setdefault(account.person_id, account.ref.id)
    known = await ctx.db.people.some(people)
    there = [each for each in people if each in known and known[each].active]
    return tuple(here.get(each, f"person:{each}") for each in there)


async def _zones(ctx: Context) -> tuple[str, ...]:
    everyone = await ctx.db.people.everyone()
    others = sorted({person.zone for person in everyone})
    known = dict.fromkeys((ctx.person.zone, ctx.organization.zone, *others))
    return tuple(known)[:ZONES]
