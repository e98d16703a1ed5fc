"""Values as a sheet holds them, line by line; pure."""

from collections.abc import Collection
from dataclasses import dataclass, field
from decimal import Decimal

from bot.model.cells import Line, Shape, read_lines
from bot.model.measure import Confidence
from bot.model.text import tidy

COLUMNS = {
    "measure": "measure", "kpi": "measure", "metric": "measure", "name": "measure",
    "指标": "measure", "名称": "measure", "period": "period", "date": "period",
    "day": "period", "week": "period", "month": "period", "datum": "period",
    "周期": "period", "日期": "period", "周": "period", "月份": "period",
    "value": "value", "wert": "value", "数值": "value", "值": "value",
    "numerator": "numerator", "分子": "numerator", "denominator": "denominator",
    "分母": "denominator", "confidence": "confidence", "信心": "confidence",
    "note": "note", "comment": "note", "说明": "note", "备注": "note",
}  # fmt: skip
CONFIDENCES = {
    "green": Confidence.GREEN, "绿": Confidence.GREEN, "绿色": Confidence.GREEN,
    "🟢": Confidence.GREEN, "yellow": Confidence.YELLOW, "amber": Confidence.YELLOW,
    "黄": Confidence.YELLOW, "黄色": Confidence.YELLOW, "🟡": Confidence.YELLOW,
    "red": Confidence.RED, "红": Confidence.RED, "红色": Confidence.RED,
    "🔴": Confidence.RED,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Exact:
    """Numbers of a line that are numbers already; None for what has to be read."""

    value: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None


NOTHING = Exact()


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line, as far as it says something; `wrong` names what is broken in it."""

    line: int
    measure: str = ""
    period: str = ""
    value: str = ""
    numerator: str = ""
    denominator: str = ""
    confidence: str = ""
    note: str = ""
    wrong: str = ""
    typed: str = field(default="", compare=False)

    @property
    def complete(self) -> bool:
        """Whether it says what, when and how much."""
        parts = self.numerator and self.denominator
        return bool(self.measure and self.period and (self.value or parts))


def read_rows(text: str) -> list[Row]:
    """Every line below the head. Raises NotAList."""
    return [_row(line) for line in read_lines(text, VALUES)]


def read_confidence(typed: str) -> Confidence | None:
    """What is believed; None for what is no such word."""
    return CONFIDENCES.get(tidy(typed).casefold())


def _row(line: Line) -> Row:
    if line.crowded:
        return Row(line=line.number, wrong="measure-import-cells", typed=line.typed)
    said = {column: _undone(cell) for column, cell in line.said.items()}
    row = Row(line=line.number, typed=line.typed, **said)
    if row.complete:
        return row
    return Row(line=line.number, wrong="measure-import-missing", typed=line.typed)


def _undone(cell: str) -> str:
    """The cell without the mark that keeps it from being a formula in our sheets."""
    return cell[1:] if cell.startswith("'") and cell[1:2] in "=+-@" else cell


def _suffice(head: Collection[str]) -> bool:
    """What, when and how much."""
    amount = "value" in head or {"numerator", "denominator"} <= set(head)
    return amount and {"measure", "period"} <= set(head)


VALUES = Shape("measure", COLUMNS, _suffice)
