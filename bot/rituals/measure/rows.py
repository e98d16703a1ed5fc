"""Lines of a sheet, or of a system, as values of measures."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.errors import NotFound, UsageError
from bot.model.measure import NOTE_LIMIT, Measure, Origin, Unit, Value
from bot.model.measure.reading import (
    Amount,
    NotAValue,
    fitting,
    held,
    over,
    parted,
    read,
)
from bot.model.measure.rows import NOTHING, Exact, Row, read_confidence
from bot.model.measure.standing import day_of
from bot.model.measure.written import read_first
from bot.model.named import find
from bot.model.project import fold_name

EXAMPLES: Mapping[Unit, str] = {
    Unit.COUNT: "1234", Unit.PERCENT: "2.4%", Unit.MONEY: "12500", Unit.DAYS: "12",
    Unit.HOURS: "3h 20m", Unit.MINUTES: "3h 20m", Unit.SCORE: "4.8",
}  # fmt: skip


def named(measures: Sequence[Measure], typed: str) -> Measure:
    """The measure of exactly that name, else the only one that may be meant. Raises
    NotFound.
    """
    wanted = fold_name(typed)
    for measure in measures:
        if wanted in map(fold_name, measure.names):
            return measure
    found = find(measures, typed)
    if len(found) != 1:
        raise NotFound("measure-unknown", measure=typed[:60])
    return found[0]


def value_of(
    measure: Measure,
    row: Row,
    now: datetime,
    origin: Origin,
    exact: Exact = NOTHING,
) -> Value:
    """The value of one line; what is `exact` needs no reading. Raises UsageError."""
    period = read_first(row.period, measure, day_of(measure, now))
    sure = read_confidence(row.confidence) if row.confidence else None
    if row.confidence and sure is None:
        raise UsageError("measure-import-sure", typed=row.confidence[:40])
    try:
        amount = _amount(measure, row, exact)
    except NotAValue as wrong:
        like = EXAMPLES[measure.unit]
        typed = row.value or f"{row.numerator} / {row.denominator}"
        error = UsageError(wrong.key)
        said = {"typed": typed[:40], "measure": measure.name, "example": like}
        error.values = {**said, **wrong.values}
        raise error from wrong
    return Value(
        measure_id=measure.id,
        first=period.first,
        value=amount.value,
        numerator=amount.numerator,
        denominator=amount.denominator,
        confidence=sure,
        note=row.note[:NOTE_LIMIT],
        origin=origin,
        at=now,
    )


def _amount(measure: Measure, row: Row, exact: Exact) -> Amount:
    if row.numerator and row.denominator:
        if not measure.ratio:
            raise NotAValue("measure-value-unit")
        top, bottom = (
            parted(typed, measure.currency) if number is None else held(number)
            for typed, number in (
                (row.numerator, exact.numerator),
                (row.denominator, exact.denominator),
            )
        )
        return over(top, bottom, measure.unit)
    if exact.value is not None:
        return Amount(fitting(exact.value, measure.unit))
    return read(row.value, measure.unit, measure.currency, ratio=measure.ratio)
