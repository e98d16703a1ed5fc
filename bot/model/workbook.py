"""The first sheet of a workbook as the lines of a table; pure.

What is in the archive is counted before any of it is unpacked: a small file may hold a
very large one.
"""

import csv
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO, StringIO
from typing import Protocol
from zipfile import ZipFile

from bot.model.cells import MOST
from bot.model.text import tidy

UNPACKED = 12_000_000  # bytes of all its parts
PARTS = 300
COLUMNS = 40
LETTERS = 2_000  # of one cell


class Unreadable(Exception):
    """It is no such workbook, or is locked or broken."""


class TooMuch(Exception):
    """It unpacks to more than anybody wants to import."""


class Cell(Protocol):
    """One cell as it is read."""

    @property
    def value(self) -> object: ...
    @property
    def number_format(self) -> str: ...


def first_sheet(content: bytes) -> str:
    """Its lines, the cells parted by tabs; a row that is empty is an empty line, so
    that lines are numbered as rows are. Raises Unreadable, TooMuch.
    """
    from openpyxl import load_workbook  # few starts ever read a workbook

    try:
        with ZipFile(BytesIO(content)) as archive:
            _check(archive)
        book = load_workbook(BytesIO(content), read_only=True, data_only=True)
        try:
            sheet = book.worksheets[0]
            # What a sheet says of its own size is wrong in files of many programs.
            sheet.reset_dimensions()
            return _lines(sheet.iter_rows(max_row=MOST + 2, max_col=COLUMNS))
        finally:
            book.close()
    except TooMuch:
        raise
    # A broken workbook breaks in the reader's own ways: XML, keys, numbers, encodings.
    except Exception as wrong:
        raise Unreadable(type(wrong).__name__) from wrong


def _check(archive: ZipFile) -> None:
    parts = archive.infolist()
    if len(parts) > PARTS or sum(part.file_size for part in parts) > UNPACKED:
        raise TooMuch


def _lines(rows: Iterable[Sequence[Cell]]) -> str:
    """Rows that the file leaves out are there as empty lines."""
    written = StringIO()
    writer = csv.writer(written, delimiter="\t", lineterminator="\n")
    for row in rows:
        said = [_said(cell) for cell in row]
        while said and not said[-1]:
            said.pop()
        if said:
            writer.writerow(said)
        else:
            written.write("\n")
    return written.getvalue()


def _said(cell: Cell) -> str:
    """What a person reads in it, in a form that can be read again."""
    match cell.value:
        case None:
            return ""
        case bool() as yes:
            return "TRUE" if yes else "FALSE"
        case int() | float() as number:
            return _number(number, str(cell.number_format or ""))
        case datetime() as moment:
            whole = moment.time() == time()
            return str(moment.date()) if whole else f"{moment:%Y-%m-%d %H:%M}"
        case date() as day:
            return day.isoformat()
        case time() as clock:
            return _long(timedelta(hours=clock.hour, minutes=clock.minute))
        case timedelta() as long:
            return _long(long)
        case other:
            return tidy(str(other)[:LETTERS])


def _number(number: float, shown: str) -> str:
    """A share is kept as 0.024 and shown as 2.4%."""
    exact = Decimal(repr(number))
    if "%" in shown:
        return f"{_plain(exact * 100)}%"
    return _plain(exact)


def _plain(number: Decimal) -> str:
    rounded = number.quantize(Decimal("0.0000001")).normalize()
    return f"{rounded:f}"


def _long(long: timedelta) -> str:
    hours, rest = divmod(round(long.total_seconds() / 60), 60)
    return f"{hours}h {rest}m"
