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
    """The people's ids in this workspace, those who have one."""
    found: list[str] = []
    for person_id in people:
        for account in await ctx.db.people.accounts(person_id):
            if account.workspace_id == ctx.workspace.id:
                found.append(account.ref.id)
                break
    return tuple(found)


async def _zones(ctx: Context) -> tuple[str, ...]:
    everyone = await ctx.db.people.everyone()
    others = sorted({person.zone for person in everyone})
    known = dict.fromkeys((ctx.person.zone, ctx.organization.zone, *others))
    return tuple(known)[:ZONES]
