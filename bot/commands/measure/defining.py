"""A measure as it is defined: by what was said, by the catalogue, by what it was."""

from dataclasses import replace

from bot.cards.measure import words
from bot.commands.area.at_hand import meant as meant_areas
from bot.commands.measure.at_hand import said_of
from bot.commands.measure.holder import held_by, resolved
from bot.commands.measure.sentence import Said
from bot.context import Context
from bot.errors import FieldError, FieldErrors, UsageError
from bot.model.measure import (
    MOST,
    Cadence,
    Direction,
    Holder,
    Measure,
    Target,
    Unit,
)
from bot.model.measure.aims import read_target
from bot.model.measure.formulas import FORMULAS, Formula, find
from bot.model.measure.reading import CURRENCIES, HERE, NotAValue
from bot.model.people import Person
from bot.model.project import fold_name

LANGUAGES = ("en", "zh")
USUAL = {"zh": "CNY"}  # the money of who does not say


class Wrong(Exception):
    """One thing of it cannot be: which field, and why."""

    def __init__(self, field: str, error: UsageError) -> None:
        super().__init__(field)
        self.field = field
        self.error = error


def in_catalogue(ctx: Context, typed: str) -> Formula | None:
    """The measure of the catalogue that is called so, in any language."""
    names = [
        (ctx.words(language, ctx.person.zone)(f"measure-formula-{each.key}"), each.key)
        for language in LANGUAGES
        for each in FORMULAS
    ]
    return find(typed, names)


def called(ctx: Context, formula: Formula) -> tuple[str, ...]:
    """Its names, the reader's own first."""
    own = ctx.t.language
    languages = (own, *(each for each in LANGUAGES if each != own))
    return tuple(
        ctx.words(each, ctx.person.zone)(f"measure-formula-{formula.key}")
        for each in languages
    )


async def defined(
    ctx: Context, said: Said, name: str, owner: Person, formula: Formula | None
) -> Measure:
    """A new one. Raises Wrong."""
    unit, currency = _unit(ctx, said, formula)
    direction = said.direction or (None if said.aim else _usual(formula))
    fresh = Measure(
        name=name,
        unit=unit,
        currency=currency,
        owner_id=owner.id,
        zone=said.zone or owner.zone,
        made_at=ctx.now,
        cadence=formula.cadence if formula else Cadence.WEEKLY,
        also=called(ctx, formula) if formula else (),
        department=formula.department if formula else _own(owner),
        key=formula.key if formula else "",
        denominator="ratio" if formula and formula.ratio else "",
        target=Target(direction) if direction else None,
    )
    return await redefined(ctx, said, fresh, formula)


async def redefined(
    ctx: Context, said: Said, measure: Measure, formula: Formula | None = None
) -> Measure:
    """The same with what was spoken of. Raises Wrong."""
    after = replace(
        measure,
        name=said.renamed or measure.name,
        owner_id=said.owner.id if said.owner else measure.owner_id,
        also=measure.also if said.also is None else (*said.also, *measure.also),
        department=said.department or measure.department,
        role=measure.role if said.role is None else said.role,
        source=measure.source if said.source is None else said.source,
        basis=measure.basis if said.basis is None else said.basis,
        zone=said.zone or measure.zone,
        cadence=said.cadence or measure.cadence,
        weekday=measure.weekday if said.weekday is None else said.weekday,
        private=measure.private if said.private is None else said.private,
    )
    if said.deputies is not None:
        after = replace(after, deputies=tuple(each.id for each in said.deputies))
    if said.formula is not None:
        after = _reckoned(after, said.formula)
    if said.area:
        after = await _in_area(ctx, after, said)
    after = await _held(ctx, said, after, measure)
    if said.aim or said.direction:
        after = replace(after, target=aim(ctx, said, after, formula))
    return after


def aim(
    ctx: Context, said: Said, measure: Measure, formula: Formula | None = None
) -> Target | None:
    """What is to be reached. Raises Wrong."""
    known = measure.target.direction if measure.target else _usual(formula)
    direction = said.direction or known
    try:
        if said.direction or not said.aim:
            return read_target(said.aim, measure.unit, measure.currency, direction)
        return _spoken(said.aim, measure, known)
    except NotAValue as wrong:
        like = words.example(ctx.t, measure)
        if wrong.key == "measure-direction-which":
            like = said.aim[:40]
        verb = "change" if measure.id else "new"
        again = f"measure {verb} {words.quoted(measure)} target <{like}"
        found = UsageError(wrong.key, try_this=again)
        found.values = said_of(measure, wrong, said.aim[:40], like)
        field = "direction" if wrong.key == "measure-direction-which" else "target"
        raise Wrong(field, found) from wrong


def _spoken(typed: str, measure: Measure, known: Direction | None) -> Target | None:
    """The number alone, else with the direction that is known."""
    try:
        return read_target(typed, measure.unit, measure.currency)
    except NotAValue as wrong:
        if wrong.key != "measure-direction-which" or known in (None, Direction.BAND):
            raise
        return read_target(typed, measure.unit, measure.currency, known)


async def check_free(ctx: Context, measure: Measure) -> Measure:
    """A name means one measure; other names that are taken are left away. Raises Wrong
    where the name itself is.
    """
    living = await ctx.db.measures.living()
    if not measure.id and len(living) >= MOST:
        raise Wrong("name", UsageError("measure-many", limit=MOST))
    taken = {
        fold_name(name)
        for other in living
        if other.id != measure.id
        for name in other.names
    }
    if fold_name(measure.name) in taken:
        again = f"measure show {words.quoted(measure)}"
        error = UsageError("measure-taken", try_this=again, measure=measure.name)
        raise Wrong("name", error)
    free = tuple(name for name in measure.also if fold_name(name) not in taken)
    return replace(measure, also=free)


def beside(wrong: Wrong) -> FieldErrors:
    """The same beside its field of a form."""
    error = FieldError(wrong.error.key, wrong.error.values)
    return FieldErrors({wrong.field: error})


def _unit(ctx: Context, said: Said, formula: Formula | None) -> tuple[Unit, str]:
    """What is counted: as said, as the target is written, as the catalogue knows."""
    unit = said.unit or (formula.unit if formula else None) or _of_aim(said.aim)
    if unit is None:
        unit = Unit.COUNT
    if unit is not Unit.MONEY:
        return unit, ""
    usual = USUAL.get(ctx.t.language, "EUR")
    return unit, said.currency or _money_in(said.aim) or usual


def _of_aim(typed: str) -> Unit | None:
    if not typed:
        return None
    if "%" in typed or "％" in typed:
        return Unit.PERCENT
    if _money_in(typed):
        return Unit.MONEY
    for mark, unit in (
        ("小时", Unit.HOURS), ("hour", Unit.HOURS), ("天", Unit.DAYS),
        ("day", Unit.DAYS), ("min", Unit.MINUTES), ("分钟", Unit.MINUTES),
    ):  # fmt: skip
        if mark in typed:
            return unit
    match = HERE.search(typed)
    return Unit.HOURS if match and match[0][-1:].casefold() == "h" else None


def _money_in(typed: str) -> str:
    folded = typed.casefold()
    for mark in sorted(CURRENCIES, key=len, reverse=True):
        if mark in folded:
            return CURRENCIES[mark]
    return ""


def _usual(formula: Formula | None) -> Direction | None:
    return formula.direction if formula else None


def _own(owner: Person) -> str | None:
    return owner.departments[0] if len(owner.departments) == 1 else None


def _reckoned(measure: Measure, formula: str) -> Measure:
    """With a formula in words; "a / b" says what is divided by what."""
    top, slash, bottom = formula.partition(" / ")
    if not slash:
        top = bottom = ""
    return replace(
        measure,
        key="" if formula else measure.key,
        formula=formula,
        numerator=top.strip(),
        denominator=bottom.strip(),
    )


async def _held(ctx: Context, said: Said, after: Measure, before: Measure) -> Measure:
    """By whom it is looked after: somebody by name, or who is something. Raises
    Wrong.
    """
    if said.owner:
        after = replace(after, holder=Holder.PERSON, vacant=False)
    elif said.held:
        after = held_by(after, said.held)
    if after.holder is Holder.HEAD and not after.department:
        after = replace(after, holder=Holder.PERSON, vacant=False)
    now = (after.holder, after.department, after.area_id)
    if now == (before.holder, before.department, before.area_id):
        return after
    try:
        return await resolved(ctx, after)
    except UsageError as wrong:
        raise Wrong("department", wrong) from wrong


async def _in_area(ctx: Context, measure: Measure, said: Said) -> Measure:
    """Of an area; its owner answers for the measure unless somebody else is named."""
    found = await meant_areas(ctx, said.area or "")
    if len(found) > 1:
        names = ctx.t.either(tuple(each.name for each in found[:5]))
        raise UsageError("area-several-which", close=names)
    owner = measure.owner_id if measure.id or said.owner else found[0].owner_id
    return replace(measure, area_id=found[0].id, owner_id=owner)
