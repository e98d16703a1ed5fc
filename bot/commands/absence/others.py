"""Being away as leads say it of others, and admins of everybody (PEERS B02, B04)."""

import re

from bot.arguments import Arguments
from bot.cards import absence as cards
from bot.commands.absence.led import must_lead
from bot.commands.absence.there import back_on_day, day_to_come
from bot.commands.absence.words import led_by_people, problem, read
from bot.context import Context
from bot.errors import NotAllowed, NotFound, UsageError
from bot.messages import Audience, Code, Reply
from bot.model.absence import Days, days_of
from bot.model.department import find_department
from bot.model.people import Absence, DayHalf, Person, Role
from bot.registry import Commands
from bot.rituals.absence import feel, mark_away, refused, subject, there_again
from bot.rituals.standup.plan import REPLAN
from bot.rituals.workdays import working_days

commands = Commands()
EVERYBODY = re.compile(
    r"(?:for\s+)?(?:everyone|everybody|all|the team|team)\b\s*(?P<rest>.*)"
    r"|(?:全员|全体|所有人|大家|团队)\s*(?P<rest_zh>.*)",
    re.IGNORECASE | re.DOTALL,
)
DEPARTMENT = re.compile(
    r"(?:dept|department|部门)\s?[:：]\s*(?P<name>\S+)\s*(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)


async def away_for_others(ctx: Context, typed: str) -> Reply | None:
    """Who is marked away by somebody else; None where the words are about oneself."""
    if match := EVERYBODY.fullmatch(typed):
        return await _ask_break(ctx, "", match["rest"] or match["rest_zh"] or "")
    if match := DEPARTMENT.fullmatch(typed):
        return await _ask_break(ctx, _department(match["name"]), match["rest"])
    who, rest = led_by_people(typed)
    if not who:
        return None
    people = await ctx.find_people(Arguments(who, ctx.local).people())
    others = [person for person in people if person.id != ctx.person.id]
    if not others:
        return None
    if len(others) > 1:
        raise UsageError("away-one-person")
    return await _mark(ctx, others[0], rest)


async def back_for_others(ctx: Context, typed: str) -> Reply | None:
    """Who is back, as somebody else says; None where the words are about oneself."""
    if EVERYBODY.fullmatch(typed):
        _must_be_admin(ctx)
        count = await ctx.db.absences.end_break(ctx.today)
        await ctx.db.jobs.put(REPLAN, {ctx.organization.id: ctx.now})
        everyone = await ctx.db.people.everyone()
        await feel(ctx.db, [person.id for person in everyone], ctx.now)
        return cards.break_over(ctx.t, count)
    who, rest = led_by_people(typed)
    if not who:
        return None
    (person, *_) = await ctx.find_people(Arguments(who, ctx.local).people())
    if person.id == ctx.person.id:
        return None
    await must_lead(ctx, person)
    if day := day_to_come(rest, ctx, person):
        return await back_on_day(ctx, person, day)
    today = person.local(ctx.now).date()
    half = DayHalf.at(person.local(ctx.now))
    running = await ctx.db.absences.away([person.id], today, half=half)
    if not await ctx.db.absences.end(person.id, today, half):
        raise NotFound("away-other-not", name=person.name)
    for absence in running.values():
        await ctx.db.deliveries.touch(subject=subject(absence.id))
    await there_again(ctx.db, person, ctx.now, asked=False)
    return cards.other_back(ctx.t, person.name)


@commands.button("absence.undo")
async def undo(ctx: Context, value: str) -> Reply:
    """The one it is about, or the one who wrote it, takes it back."""
    absence = await _absence(ctx, value)
    person = await ctx.db.people.get(absence.person_id)
    today = person.local(ctx.now).date()
    await ctx.db.absences.cut(absence, today)
    if ctx.person.id == person.id:
        await refused(ctx.db, absence, person)
    await ctx.db.deliveries.touch(subject=subject(absence.id))
    mine = ctx.person.id == person.id
    await there_again(ctx.db, person, ctx.now, asked=mine)
    card = cards.refused(ctx.t, person.name, days_of(absence))
    return Reply(card, Audience.REPLACE)


@commands.button("absence.break")
async def take_break(ctx: Context, value: str) -> Reply:
    """Marks everybody away, once it is sure."""
    _must_be_admin(ctx)
    days, department = _read_break(value)
    if wrong := problem(days, ctx.today):
        raise UsageError(wrong.key)
    people = await _resting(ctx, department)
    ids = [person.id for person in people]
    await ctx.db.absences.add_break(ids, days.first, days.last, "", ctx.person.id)
    await feel(ctx.db, ids, ctx.now)
    back = (Code(ctx.typed_here(ctx.t("away-try-back"))),)
    return Reply(cards.break_set(ctx.t, days, len(ids), back), Audience.REPLACE)


async def _ask_break(ctx: Context, department: str, rest: str) -> Reply:
    _must_be_admin(ctx)
    works = working_days(ctx.calendar, ctx.organization, ctx.person, ())
    wish = read(Arguments(rest, ctx.local), ctx.today, works)
    if wish.days.half or wish.hours:
        raise UsageError("away-break-half")
    count = len(await _resting(ctx, department))
    first, last = wish.days.first.isoformat(), wish.days.last.isoformat()
    value = f"{first}|{last}|{department}"
    return cards.break_sure(ctx.t, wish.days, count, value)


def _read_break(value: str) -> tuple[Days, str]:
    try:
        first, last, department = value.split("|")
        return Days.of(first, last), department
    except ValueError:
        raise UsageError("away-no-date") from None


async def _resting(ctx: Context, department: str) -> list[Person]:
    """Whom a break is for: everybody but guests, or those of a department."""
    return [
        person
        for person in await ctx.db.people.everyone()
        if person.role is not Role.GUEST
        and (not department or department in person.departments)
    ]


def _department(typed: str) -> str:
    if found := find_department(typed):
        return found
    raise UsageError("task-department-unknown", typed=typed)


async def _mark(ctx: Context, person: Person, rest: str) -> Reply:
    await must_lead(ctx, person)
    today = person.local(ctx.now).date()
    works = working_days(ctx.calendar, ctx.organization, person, ())
    wish = read(Arguments(rest, person.local(ctx.now)), today, works)
    marked = await mark_away(ctx.db, person, wish, works, ctx.now, by_id=ctx.person.id)
    said = cards.for_other(ctx.t, person.name, marked.joined, marked.absence)
    return cards.kept(ctx.t, said, wish)


async def _absence(ctx: Context, value: str) -> Absence:
    known = value.isascii() and value.isdigit() and len(value) < 16
    found = await ctx.db.absences.get(int(value)) if known else None
    if found is None or ctx.person.id not in (found.person_id, found.by_id):
        raise NotFound("away-gone", try_this="away")
    return found


def _must_be_admin(ctx: Context) -> None:
    if not ctx.person.is_admin:
        raise NotAllowed("away-break-admins")
