"""The owner of a measure by what they are: the head of a department, who answers for
an area.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.arguments import fold
from bot.cards.area import department as named
from bot.commands import clause
from bot.context import Context
from bot.errors import UsageError
from bot.model.area import Area
from bot.model.department import find_department
from bot.model.expression import expression
from bot.model.measure import Holder, Measure
from bot.model.people import Person
from bot.model.project import fold_name
from bot.sight import seen_by

LEADS = (
    "owned by", "owner is", "owner", "responsible is", "负责人是", "负责人为",
    "负责人改为", "负责人改成", "负责人", "由",
)  # fmt: skip
LOST = expression(
    r"(?<=\S)\s(?:owner|owned\s+by|负责人)\s*[:：]?\s+(?P<who>\S.*)", re.IGNORECASE
)
HEAD = expression(
    r"(?:the\s+)?(?:current\s+)?(?:heads?|lead|leader|director)\s+of\s+(?:the\s+)?"
    r"(?P<of>.+?)(?:\s+(?:department|team))?"
    r"|(?:the\s+)?(?P<own>.+?)(?:['’]s)?\s+(?:head|lead|leader|director)"
    r"|(?P<zh>.+?)的?(?:主管|经理|领导|负责人)(?:负责)?",
    re.IGNORECASE,
)
DUTY = expression(
    r"(?:the\s+)?(?:current\s+)?(?:accountable|owner|responsible|one\s+responsible"
    r"|whoever\s+(?:owns|answers\s+for|is\s+(?:accountable|responsible)))"
    r"(?:\s+person)?(?:\s+(?:of|for))?\s+(?:the\s+)?(?:area\s+(?:of\s+)?)?(?P<of>.+?)"
    r"|(?:the\s+)?(?P<own>.+?)(?:\s+area)?(?:['’]s)?\s+owner"
    r"|(?:职责\s*)?(?P<zh>.+?)(?:职责)?的?负责人(?:负责)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Held:
    """Who looks after it as their sentence says: `person`, or by what they are."""

    person: Person | None = None
    department: str = ""
    area: Area | None = None


async def read_held(ctx: Context, text: str) -> tuple[str, Held | None]:
    """The text without "owner head of marketing", and whom that means."""
    if not clause.leads_in(text, LEADS):
        return text, None
    areas = await ctx.db.areas.living()
    people = await called(ctx)
    rest, said = clause.take(
        text, LEADS, lambda typed: _held(typed, areas, people) is not None
    )
    if not said and (lost := LOST.search(text)):
        raise UsageError(
            "measure-owner-which",
            try_this=ctx.t("measure-try-owner"),
            typed=lost["who"][:60],
        )
    return rest, _held(said, areas, people) if said else None


async def named_so(ctx: Context, typed: str) -> Held:
    """Who somebody is, in the words of a form: "head of marketing". Raises UsageError
    for anybody else.
    """
    found = _held(typed, await ctx.db.areas.living(), await called(ctx))
    if found is None:
        again = ctx.t("measure-try-owner")
        raise UsageError("measure-owner-which", try_this=again, typed=typed[:60])
    return found


async def as_typed(ctx: Context, measure: Measure) -> str:
    """What its owner is, as it may be typed again; empty for somebody by name."""
    match measure.holder:
        case Holder.HEAD:
            where = named(ctx.t, measure.department or "")
            return ctx.t("measure-holder-head", department=where)
        case Holder.AREA:
            area = await ctx.db.areas.get(measure.area_id or 0)
            return ctx.t("measure-holder-area", area=area.name) if area else ""
        case Holder.PERSON:
            return ""


async def resolved(ctx: Context, measure: Measure) -> Measure:
    """Owned by who is that now. Raises UsageError where nobody is."""
    match measure.holder:
        case Holder.PERSON:
            return measure
        case Holder.HEAD:
            where = measure.department or ""
            found = (await ctx.db.team.heads()).get(where)
            if found is None:
                again = ctx.t("team-try-head")
                name = named(ctx.t, where)
                raise UsageError("team-no-head", try_this=again, department=name)
            return replace(measure, owner_id=found, vacant=False)
        case Holder.AREA:
            area = await ctx.db.areas.get(measure.area_id or 0)
            owner = area.owner_id if area else measure.owner_id
            return replace(measure, owner_id=owner, vacant=False)


def held_by(measure: Measure, held: Held) -> Measure:
    """The measure, looked after so."""
    if held.area:
        return replace(measure, holder=Holder.AREA, area_id=held.area.id)
    if held.department:
        return replace(measure, holder=Holder.HEAD, department=held.department)
    return measure


async def called(ctx: Context) -> Mapping[str, Person]:
    """Everybody by their full name, and by a first name that only one of them has."""
    seen = await seen_by(ctx.db, ctx.person)
    found = {fold(name): each for each in seen for name in (each.name, *each.also)}
    firsts = [fold(each.name.split()[0]) for each in seen if each.name.split()]
    for each in seen:
        first = fold(each.name.split()[0]) if each.name.split() else ""
        if first and firsts.count(first) == 1:
            found.setdefault(first, each)
    return found


def _held(
    typed: str, areas: Sequence[Area], people: Mapping[str, Person]
) -> Held | None:
    if (match := HEAD.fullmatch(typed)) and (found := find_department(_of(match))):
        return Held(department=found)
    if match := DUTY.fullmatch(typed):
        wanted = fold_name(_of(match))
        for area in areas:
            if wanted in map(fold_name, area.names):
                return Held(area=area)
    person = people.get(fold(typed))
    return Held(person=person) if person else None


def _of(match: re.Match[str]) -> str:
    return next(filter(None, match.groups()), "")
