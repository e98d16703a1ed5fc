"""Writes files: satisfies `bot.ports.sheets.Sheets`."""

import csv
import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, assert_never

from adapters.sheets.cells import clean, defused, runs
from bot.model.sheet import FileKind, Sheet
from bot.ports.sheets import Sheets

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

TAB = "Shopcrew"  # the name of the one page
WIDTHS = range(8, 61)  # of a column, in letters
SAMPLE = 200  # rows that a column's width is taken from
MANNERS = {"constant_memory": True}  # a row that is written is out of the way


class WrittenSheets:
    """Every cell is text, in either kind of file."""

    def written(self, sheet: Sheet) -> bytes:
        """See `bot.ports.sheets.Sheets.written`."""
        match sheet.kind:
            case FileKind.CSV:
                return _csv(sheet)
            case FileKind.XLSX:
                return _xlsx(sheet)
            case _:
                assert_never(sheet.kind)


def _csv(sheet: Sheet) -> bytes:
    """RFC 4180, in UTF-8 with the mark by which Excel knows it."""
    file = io.StringIO(newline="")
    table = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    for row in (sheet.head, *sheet.rows):
        table.writerow([defused(clean(cell)) for cell in row])
    return file.getvalue().encode("utf-8-sig")


def _xlsx(sheet: Sheet) -> bytes:
    """Row by row, so that a long one takes little memory."""
    from xlsxwriter import Workbook  # few starts ever write a file

    file = io.BytesIO()
    with Workbook(file, MANNERS) as book:
        page = book.add_worksheet(TAB)
        head = book.add_format({"bold": True, "bottom": 1})
        plain = book.add_format({"valign": "top"})
        # The apostrophe of Excel's own: it stays when the file is saved as CSV.
        quoted = book.add_format({"valign": "top", "quote_prefix": True})
        _fit(page, sheet)
        for column, cell in enumerate(sheet.head):
            page.write_string(0, column, clean(cell), head)
        for number, row in enumerate(sheet.rows, start=1):
            for column, cell in enumerate(row):
                text = clean(cell)
                look = quoted if runs(text) else plain
                page.write_string(number, column, text, look)
    return file.getvalue()


def _fit(page: "Worksheet", sheet: Sheet) -> None:
    """Columns as wide as what is in them, a head that stays, and a filter."""
    for column, name in enumerate(sheet.head):
        cells = (name, *(row[column] for row in sheet.rows[:SAMPLE]))
        wide = max((_wide(cell) for cell in cells), default=WIDTHS.start)
        page.set_column(column, column, min(max(wide, WIDTHS.start), WIDTHS.stop - 1))
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, len(sheet.rows), len(sheet.head) - 1)


def _wide(text: str) -> int:
    """In letters of the Latin alphabet: a Chinese one is two."""
    lines: Sequence[str] = text.splitlines() or ("",)
    return max(len(line) + sum(letter > "\u2e7f" for letter in line) for line in lines)


_: type[Sheets] = WrittenSheets
