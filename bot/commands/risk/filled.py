"""What the form of a risk holds."""

from dataclasses import replace
from datetime import date

from bot.cards.risk.forms import Filling
from bot.commands.risk.at_hand import check_owner
from bot.commands.standup.export import filled_day
from bot.commands.task.at_hand import account_of
from bot.commands.task.make import FAR
from bot.context import Context
from bot.errors import FieldError, FieldErrors, UserError
from bot.events import Values
from bot.model.people import Person
from bot.model.risk import (
    HIGHEST,
    LOWEST,
    MITIGATION_LIMIT,
    SCENARIO_LIMIT,
    Category,
    Risk,
)
from bot.model.text import shows, tidy, tidy_lines


async def filled(ctx: Context, values: Values, risk: Risk) -> Risk:
    """The risk as the form says it is. Raises FieldErrors beside every field."""
    wrong: dict[str, FieldError] = {}
    scenario = tidy(await ctx.readable(str(values.get("scenario") or "")))
    mitigation = tidy_lines(await ctx.readable(str(values.get("mitigation") or "")))
    if not shows(scenario):
        wrong["scenario"] = FieldError("risk-scenario-missing")
    for name, text, limit in (
        ("scenario", scenario, SCENARIO_LIMIT),
        ("mitigation", mitigation, MITIGATION_LIMIT),
    ):
        if len(text) > limit:
            wrong[name] = FieldError(
                "risk-text-long", {"count": len(text), "limit": limit}
            )
    likelihood = _scale(values, "likelihood", wrong)
    impact = _scale(values, "impact", wrong)
    category = _category(values, wrong)
    owner = await _owner(ctx, values, wrong)
    due = _day(ctx, values, risk, wrong)
    if wrong or owner is None:
        raise FieldErrors(wrong)
    return replace(
        risk,
        scenario=scenario,
        mitigation=mitigation if shows(mitigation) else "",
        likelihood=likelihood,
        impact=impact,
        category=category,
        owner_id=owner.id,
        due=due,
        private=values.get("readers") == "some",
    )


async def filling_of(ctx: Context, risk: Risk) -> Filling:
    """What stands in its form when it opens."""
    owner = await account_of(ctx, risk.owner_id) or f"person:{risk.owner_id}"
    return Filling(
        scenario=risk.scenario,
        category=risk.category,
        likelihood=risk.likelihood,
        impact=risk.impact,
        owner=owner,
        mitigation=risk.mitigation,
        due=risk.due,
        private=risk.private,
    )


def _scale(values: Values, name: str, wrong: dict[str, FieldError]) -> int:
    said = str(values.get(name) or "")
    if said in {str(each) for each in range(LOWEST, HIGHEST + 1)}:
        return int(said)
    wrong[name] = FieldError(f"risk-{name}-unknown", {"typed": said[:40]})
    return LOWEST


def _category(values: Values, wrong: dict[str, FieldError]) -> Category:
    said = str(values.get("category") or "")
    if said in set(Category):
        return Category(said)
    wrong["category"] = FieldError("form-missing")
    return Category.OTHER


async def _owner(
    ctx: Context, values: Values, wrong: dict[str, FieldError]
) -> Person | None:
    said = values.get("owner")
    typed = "".join(said) if isinstance(said, tuple) and len(said) == 1 else said
    if not isinstance(typed, str) or not typed.strip():
        wrong["owner"] = FieldError("form-missing")
        return None
    try:
        return await check_owner(ctx, await ctx.filled_person(typed))
    except UserError as problem:
        wrong["owner"] = FieldError(problem.key, problem.values)
        return None


def _day(
    ctx: Context, values: Values, risk: Risk, wrong: dict[str, FieldError]
) -> date | None:
    """The day; one that is past only where it stood there already."""
    try:
        day = filled_day(values, "due")
    except FieldErrors as problem:
        wrong.update(problem.fields)
        return None
    if day and day < ctx.today and day != risk.due:
        wrong["due"] = FieldError("date-past", {"typed": ctx.t.day(day)})
    elif day and day - ctx.today > FAR:
        wrong["due"] = FieldError("date-impossible", {"typed": day.isoformat()})
    return day
