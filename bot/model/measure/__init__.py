"""Measures: what a role or a team is measured by, and what was reported of it."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal, localcontext
from enum import StrEnum

from bot.model.project import fold_name

NAME_LIMIT = 60
ALSO_LIMIT = 12  # other names of one measure
PEOPLE_LIMIT = 10
TEXT_LIMIT = 300  # characters of a formula, a source, a time basis
NOTE_LIMIT = 500
FINEST = Decimal("0.000001")  # so exactly a value is kept
PRECISE = 60  # digits in which it is reckoned
MOST = 300  # living measures of one company
UNADDED = frozenset({"nps"})  # counts of the catalogue that no sum says anything of


class Unit(StrEnum):
    """What a value counts."""

    COUNT = "count"
    PERCENT = "percent"
    MONEY = "money"
    DAYS = "days"
    HOURS = "hours"
    MINUTES = "minutes"
    SCORE = "score"


TIMES = {Unit.DAYS: 1440, Unit.HOURS: 60, Unit.MINUTES: 1}  # minutes of one


class Holder(StrEnum):
    """By what its owner is the owner."""

    PERSON = "person"
    HEAD = "head"  # of its department
    AREA = "area"  # who answers for its area


class Direction(StrEnum):
    """Where a value should go."""

    UP = "up"
    DOWN = "down"
    BAND = "band"


class Cadence(StrEnum):
    """How often a value is reported, and so what one value is about."""

    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"


class Confidence(StrEnum):
    """What its owner believes, whatever the arithmetic says (PEERS J02)."""

    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"


class Origin(StrEnum):
    """How a value came."""

    PERSON = "person"
    IMPORT = "import"
    DOOR = "door"


@dataclass(frozen=True, slots=True)
class Target:
    """What a value should reach: at least `low`, at most `high`, or both."""

    direction: Direction
    low: Decimal | None = None
    high: Decimal | None = None

    @property
    def given(self) -> bool:
        """Whether there is a number to reach."""
        return self.low is not None or self.high is not None

    def gap(self, value: Decimal) -> Decimal:
        """How far a value is off: above zero it is over `high`, below zero under
        `low`; zero is there.
        """
        if self.low is not None and value < self.low:
            return value - self.low
        if self.high is not None and value > self.high:
            return value - self.high
        return Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One measure with exactly one owner.

    `formula` is in words; a measure of the catalogue has its `key` instead. Of a ratio
    `numerator` and `denominator` say what is divided by what. `weekday` is when a
    weekly one is asked for, `zone` whose days and weeks count. Where the owner is who
    heads its department or answers for its area, `owner_id` is who that is now; it is
    `vacant` where nobody is: whoever was it last then is.
    """

    id: int = 0
    name: str
    unit: Unit
    owner_id: int
    zone: str
    made_at: datetime
    currency: str = ""
    target: Target | None = None
    cadence: Cadence = Cadence.WEEKLY
    weekday: int = 0
    also: tuple[str, ...] = ()
    deputies: tuple[int, ...] = ()
    department: str | None = None
    role: str = ""
    area_id: int | None = None
    holder: Holder = Holder.PERSON
    vacant: bool = False
    key: str = ""
    formula: str = ""
    numerator: str = ""
    denominator: str = ""
    source: str = ""
    basis: str = ""
    private: bool = False
    retired_at: datetime | None = None

    @property
    def subject(self) -> str:
        """The name under which messages about it are found."""
        return f"measure:{self.id}"

    @property
    def names(self) -> tuple[str, ...]:
        """Everything it is called, its own name first, each once."""
        by_fold: dict[str, str] = {}
        for name in (self.name, *self.also):
            by_fold.setdefault(fold_name(name), name)
        return tuple(by_fold.values())

    @property
    def personal(self) -> bool:
        """Whether nobody owns it by what they are: it has to be given away."""
        return self.holder is Holder.PERSON or self.vacant

    @property
    def ratio(self) -> bool:
        """Whether a value may come as two numbers."""
        return self.unit is Unit.PERCENT or bool(self.denominator)


def settled(measure: Measure) -> Measure:
    """The same with each person and each name once."""
    others = dict.fromkeys(measure.deputies)
    others.pop(measure.owner_id, None)
    return replace(measure, deputies=tuple(others), also=measure.names[1:])


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """What was reported for the period that begins on `first`.

    `value` is None where nothing can be divided: the denominator was zero. One that was
    corrected stays, `replaced_at` then. `external` is what a system calls its request.
    """

    id: int = 0
    measure_id: int
    first: date
    value: Decimal | None
    at: datetime
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    confidence: Confidence | None = None
    note: str = ""
    person_id: int | None = None
    origin: Origin = Origin.PERSON
    external: str = ""
    replaced_at: datetime | None = None

    def same(self, other: "Value") -> bool:
        """Whether both say the same of the same period."""
        return self._said == other._said

    @property
    def _said(self) -> tuple[object, ...]:
        return (
            self.first, self.value, self.numerator, self.denominator, self.confidence,
            self.note,
        )  # fmt: skip


def total(measure: Measure, values: Collection[Value]) -> Decimal | None:
    """All periods in one: sums are added up, ratios divided anew from their parts,
    never averaged; None where that says nothing.
    """
    if not values:
        return None
    if measure.ratio:
        tops = [each.numerator for each in values if each.numerator is not None]
        downs = [each.denominator for each in values if each.denominator is not None]
        if len(tops) < len(values) or len(downs) < len(values):
            return None
        return divided(measure.unit, sum(tops, Decimal(0)), sum(downs, Decimal(0)))
    if measure.unit not in (Unit.COUNT, Unit.MONEY) or measure.key in UNADDED:
        return None
    return sum((each.value for each in values if each.value is not None), Decimal(0))


def divided(unit: Unit, top: Decimal, bottom: Decimal) -> Decimal | None:
    """The ratio in its unit; None where the denominator is zero."""
    if not bottom:
        return None
    with localcontext() as exact:
        exact.prec = PRECISE
        whole = top * 100 if unit is Unit.PERCENT else top
        return (whole / bottom).quantize(FINEST).normalize()
