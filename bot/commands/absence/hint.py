"""A status that says "vacation": whether they are away is asked once (PEERS B08)."""

from dataclasses import replace

from bot.cards import absence_hint as cards
from bot.commands.absence.own import go
from bot.commands.absence.words import problem
from bot.context import Context
from bot.errors import UsageError
from bot.events import ProfileChanged
from bot.messages import Audience, Reply
from bot.model.absence import Days, Wish
from bot.model.delivery import Draft
from bot.model.status import days_hinted, seems_away
from bot.registry import Commands
from bot.rituals.workdays import working_days

commands = Commands()


async def ask_about_status(ctx: Context) -> None:
    """Asks who shows that they are away and never said so; nobody is marked away by
    it.
    """
    event = ctx.event
    if not isinstance(event, ProfileChanged) or not ctx.person.active:
        return
    if not seems_away(event.status_sign, event.status):
        return
    days = days_hinted(ctx.person, event.status_until, ctx.now)
    if days is None or not await _worth_asking(ctx, days):
        return
    span = f"{days.first}:{days.last}"
    draft = Draft(
        key=f"absence:hint:{span}:person:{ctx.person.id}",
        kind="absence.hint",
        args={"first": days.first.isoformat(), "last": days.last.isoformat()},
        person_id=ctx.person.id,
        due=ctx.now,
    )
    await ctx.db.deliveries.add(draft)


async def _worth_asking(ctx: Context, days: Days) -> bool:
    """Whether they would work on any of these days, as far as anybody knows."""
    known = await ctx.db.absences.of(ctx.person.id, days.first)
    everything = [each for each in known if each.standup_id is None]
    works = working_days(ctx.calendar, ctx.organization, ctx.person, everything)
    return days.some(works)


@commands.button("people.hinted")
async def press_hinted(ctx: Context, value: str) -> Reply:
    """Marks them away for these days, or leaves it at that."""
    if not value:
        return Reply(cards.not_away(ctx.t), Audience.REPLACE)
    try:
        first, _, last = value.partition(":")
        days = Days.of(first, last)
    except ValueError:
        raise UsageError("away-no-date") from None
    if wrong := problem(days, ctx.today):
        raise UsageError(wrong.key)
    return replace(await go(ctx, Wish(days), None), audience=Audience.REPLACE)
