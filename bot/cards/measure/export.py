"""Values as rows: what was reported, with its numerator and its denominator."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from bot.cards.area import department
from bot.cards.measure import MeasureView, Told, words
from bot.model.measure import Measure, Unit
from bot.model.sheet import FileKind, Sheet
from bot.ports import Translate

COLUMNS = (
    "measure", "period", "value", "unit", "numerator", "denominator", "confidence",
    "note", "target", "owner", "department", "said", "by",
)  # fmt: skip


def sheet(
    t: Translate, found: Sequence[tuple[MeasureView, Sequence[Told]]], kind: FileKind
) -> Sheet:
    """The rows, by measure, the oldest period first."""
    head = tuple(t(f"measure-column-{name}") for name in COLUMNS)
    rows = tuple(row for view, told in found for row in _rows(t, view, told))
    return Sheet(t("measure-export-name"), kind, head, rows)


def _rows(
    t: Translate, view: MeasureView, told: Sequence[Told]
) -> Iterator[tuple[str, ...]]:
    measure = view.measure
    where = department(t, measure.department) if measure.department else ""
    for each in reversed(told):
        value = each.value
        yield (
            measure.name,
            value.first.isoformat(),
            _plain(value.value),
            _unit(t, measure),
            _plain(value.numerator),
            _plain(value.denominator),
            value.confidence.value if value.confidence else "",
            value.note,
            words.typed_target(measure),
            view.owner,
            where,
            f"{value.at.astimezone(t.zone):%Y-%m-%d %H:%M}",
            each.who or t(f"measure-origin-{value.origin.value}"),
        )


def _unit(t: Translate, measure: Measure) -> str:
    if measure.unit is Unit.MONEY:
        return measure.currency
    return t(f"measure-unit-{measure.unit.value}")


def _plain(number: Decimal | None) -> str:
    return "" if number is None else f"{number:f}"
