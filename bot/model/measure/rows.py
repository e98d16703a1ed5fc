"""Values as a sheet holds them, line by line; pure."""

from dataclasses import dataclass, field
from decimal import Decimal

from bot.model.cells import cells, mark_of
from bot.model.measure import Confidence
from bot.model.text import shows, tidy

MOST = 1000  # lines
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


class NotValues(Exception):
    """It cannot be read as a list: `key` names the text that says why."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


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
    """Every line below the head. Raises NotValues."""
    lines = [(n, line) for n, line in enumerate(text.splitlines(), 1) if line.strip()]
    if len(lines) < 2:
        raise NotValues("measure-import-empty")
    if len(lines) > MOST + 1:
        raise NotValues("measure-import-long")
    mark = mark_of(lines[0][1].lstrip("\ufeff"))
    named = cells(lines[0][1].lstrip("\ufeff"), mark)
    head = [COLUMNS.get(cell.casefold().strip(), "") for cell in named]
    parts = {"numerator", "denominator"} <= set(head)
    if not {"measure", "period"} <= set(head) or not ("value" in head or parts):
        raise NotValues("measure-import-head")
    return [_row(number, line, mark, head) for number, line in lines[1:]]


def read_confidence(typed: str) -> Confidence | None:
    """What is believed; None for what is no such word."""
    return CONFIDENCES.get(tidy(typed).casefold())


def _row(number: int, line: str, mark: str, head: list[str]) -> Row:
    found = cells(line, mark)
    if len(found) > len(head):
        return Row(line=number, wrong="measure-import-cells", typed=tidy(line))
    said = {
        column: _undone(cell)
        for column, cell in zip(head, found, strict=False)
        if column and shows(cell)
    }
    row = Row(line=number, typed=tidy(line), **said)
    wrong = "" if row.complete else "measure-import-missing"
    return row if not wrong else Row(line=number, wrong=wrong, typed=tidy(line))


def _undone(cell: str) -> str:
    """The cell without the mark that keeps it from being a formula in our sheets."""
    return cell[1:] if cell.startswith("'") and cell[1:2] in "=+-@" else cell
