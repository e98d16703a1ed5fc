"""What is said beside a stand-up that was made or changed: choices, and surprises."""

from bot.cards.standup import list as standup_list
from bot.cards.standup import moved as standup_moved
from bot.commands.standup.wanted import Wanted
from bot.context import Context
from bot.messages import Code, Line
from bot.model.people import Person
from bot.model.standup import Everyone, Members, Standup
from bot.model.standup.days import DayPlan
from bot.model.standup.moved import moved_close
from bot.rituals.standup.invite import how_to_join
from bot.rituals.standup.notices import place_name
from bot.rituals.standup.plan import as_scheduled, candidates, days_of


async def remarks(ctx: Context, standup: Standup, wanted: Wanted) -> list[Line]:
    """What was chosen for them, said."""
    notes: list[Line] = []
    if wanted.named:
        other = ctx.t("standup-rename-to", name=standup.name)
        words = Code(ctx.typed_here(other))
        notes.append(ctx.t.line("standup-note-named", rename=words))
    if wanted.here:
        place = await place_name(ctx.db, ctx.t, standup)
        notes.append(ctx.t.line("standup-note-here", place=place))
    if standup.whenever:
        notes.append(ctx.t.line("standup-note-whenever"))
    if standup.place is None:
        notes.append(ctx.t.line("standup-note-no-place"))
    if wanted.unseen:
        place = await place_name(ctx.db, ctx.t, standup)
        notes.append(ctx.t.line("standup-note-unseen", place=place))
    if isinstance(standup.roster, Members):
        there = standup.roster.place
        join = await how_to_join(ctx.db, ctx.t, standup, there)
        notes += [join] if join else []
    if isinstance(standup.roster, Everyone):
        count = len(await candidates(ctx.db, standup))
        notes.append(ctx.t.line("standup-note-everyone", count=count))
    return notes


async def warnings(ctx: Context, standup: Standup) -> list[Line]:
    """What may surprise them about the first day."""
    if standup.whenever:
        return []
    if standup.next_day is None or isinstance(standup.roster, Members):
        return await _members_warning(ctx, standup)
    people = await candidates(ctx.db, standup)
    plan = await _first_day(ctx, standup, people)
    notes: list[Line] = []
    if not people:
        notes.append(ctx.t.line("standup-note-nobody"))
    elif not plan.asks_somebody:
        notes.append(ctx.t.line("standup-note-day-off", day=ctx.t.day(plan.day)))
    notes += await close_notes(ctx, standup)
    later = {each.person_id for each in plan.invitations if not each.at}
    later -= {each.person_id for each in plan.invitations if each.away}
    if later:
        names = standup_list.names_of(tuple(later), {p.id: p for p in people})
        notes.append(ctx.t.line("standup-note-later", names=ctx.t.items(names)))
    return notes


async def _members_warning(ctx: Context, standup: Standup) -> list[Line]:
    """Who is in the place is not known yet: say what happens if they live far apart."""
    if standup.next_day is None:
        return [ctx.t.line("standup-note-never")]
    return await close_notes(ctx, standup)


async def close_notes(ctx: Context, standup: Standup) -> list[Line]:
    """For whom its close comes too early, on which days, and what would help."""
    people = await candidates(ctx.db, standup)
    days = days_of(ctx.calendar, standup, ctx.organization, people)
    moved = moved_close(standup, people, days)
    if moved is None:
        return []
    place = isinstance(standup.roster, Members) and await place_name(
        ctx.db, ctx.t, standup
    )
    known = {person.id: person for person in people}
    names = standup_list.names_of(moved.people, known)
    return standup_moved.notes(ctx.t, standup, moved, names, place or "")


async def _first_day(ctx: Context, standup: Standup, people: list[Person]) -> DayPlan:
    day = standup.next_day or ctx.today
    days = days_of(ctx.calendar, standup, ctx.organization, people)
    return await as_scheduled(ctx.db, standup, day, people, days)
