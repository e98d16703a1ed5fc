"""What the form of a measure holds, as if it had been said."""

from collections.abc import Callable
from typing import TypeVar

from bot.commands.area.at_hand import department
from bot.commands.measure.holder import Held, named_so
from bot.commands.measure.sentence import (
    Said,
    check_also,
    check_name,
    read_currency,
    short,
)
from bot.commands.standup.values import read_zone
from bot.context import Context
from bot.errors import FieldError, FieldErrors, UsageError, UserError
from bot.events import FieldValue, Values
from bot.model.measure import PEOPLE_LIMIT, Cadence, Direction, Unit
from bot.model.people import Person
from bot.model.text import tidy

T = TypeVar("T")
NOTHING: tuple[str, ...] = ()


class Fields:
    """Reads fields one by one, and keeps what is wrong with each."""

    def __init__(self, values: Values) -> None:
        self._values = values
        self.wrong: dict[str, FieldError] = {}

    def text(self, name: str) -> str:
        """What a field says."""
        value = self._values.get(name)
        return tidy(value) if isinstance(value, str) else ""

    def value(self, name: str) -> FieldValue:
        """What a field holds."""
        return self._values.get(name)

    def read(self, name: str, how: Callable[[str], T], empty: T) -> T:
        """The field read so; what is wrong stands beside it."""
        if not (typed := self.text(name)):
            return empty
        try:
            return how(typed)
        except UserError as problem:
            self.refuse(name, problem)
            return empty

    def refuse(self, name: str, problem: UserError) -> None:
        """Keeps what is wrong."""
        self.wrong[name] = FieldError(problem.key, problem.values)


async def from_form(ctx: Context, values: Values) -> Said:
    """Every field. Raises FieldErrors."""
    fields = Fields(values)
    name = ""
    try:
        name = check_name(fields.text("name"))
    except UserError as problem:
        fields.refuse("name", problem)
    unit = _one_of(Unit, fields.text("unit")) or Unit.COUNT
    currency = ""
    if unit is Unit.MONEY:
        currency = fields.read("currency", read_currency, "")
        if not currency and "currency" not in fields.wrong:
            fields.refuse("currency", UsageError("measure-currency-missing"))
    owner = await _owner(ctx, fields)
    held = await _held(ctx, fields, owner)
    deputies = await _deputies(ctx, fields)
    said = Said(
        name=name,
        owner=None if held else owner,
        held=held,
        deputies=deputies,
        unit=unit,
        currency=currency,
        aim=fields.text("target"),
        direction=_one_of(Direction, fields.text("direction")),
        cadence=_one_of(Cadence, fields.text("cadence")),
        department=department(fields.text("department")),
        formula=fields.read("formula", short, ""),
        source=fields.read("source", short, ""),
        basis=fields.read("basis", short, ""),
        zone=fields.read("zone", read_zone, None),
        also=fields.read("also", check_also, NOTHING),
        renamed=name,
        private=fields.text("private") == "private",
    )
    if fields.wrong:
        raise FieldErrors(fields.wrong)
    return said


async def _owner(ctx: Context, fields: Fields) -> Person | None:
    given = fields.value("owner")
    typed = given[0] if isinstance(given, tuple) and given else str(given or "")
    if not typed or (isinstance(given, tuple) and len(given) > 1):
        return None
    try:
        return await ctx.filled_person(typed)
    except UserError as problem:
        fields.refuse("owner", problem)
        return None


async def _held(ctx: Context, fields: Fields, owner: Person | None) -> Held | None:
    """By what they are; somebody by name beside that is too much, but for who fills it
    in: so the form opened.
    """
    if not (typed := fields.text("holder")):
        return None
    try:
        held = await named_so(ctx, typed)
    except UsageError as problem:
        fields.refuse("holder", problem)
        return None
    if owner and owner.id != ctx.person.id:
        fields.refuse("holder", UsageError("measure-owner-both", who=owner.name))
    return held


async def _deputies(ctx: Context, fields: Fields) -> tuple[Person, ...]:
    try:
        found = await ctx.filled_people(fields.value("deputies"))
    except UserError as problem:
        fields.refuse("deputies", problem)
        return ()
    if len(found) > PEOPLE_LIMIT:
        many = UsageError("measure-people-many", limit=PEOPLE_LIMIT)
        fields.refuse("deputies", many)
    return found


E = TypeVar("E", Unit, Direction, Cadence)


def _one_of(kind: type[E], typed: str) -> E | None:
    return next((each for each in kind if each.value == typed), None)
