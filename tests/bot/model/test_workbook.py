"""The first sheet of a workbook is the list that a person sees in it."""

import io
import zipfile
from datetime import date, time

import pytest
from openpyxl import Workbook

from bot.model import workbook
from bot.model.cells import MOST
from bot.model.workbook import TooMuch, Unreadable, first_sheet


def _written(*rows: tuple[object, ...], formats: dict[str, str] | None = None) -> bytes:
    book = Workbook()
    sheet = book.active
    for row in rows:
        sheet.append(row)
    for where, how in (formats or {}).items():
        sheet[where].number_format = how
    book.create_sheet("Notes").append(("nothing", "of this"))
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def test_cells_are_read_as_they_are_shown() -> None:
    """A share with its sign, a day as a day, a whole number without a point; a row
    that is empty keeps its line, and a tab in a cell parts nothing.
    """
    text = first_sheet(
        _written(
            ("measure", "period", "value", "note"),
            ("Refund rate", date(2026, 2, 23), 0.024, "sizes\tfixed"),
            (),
            ("Late parcels", "2026-W09", 12.0, 'said "no"'),
            ("Reply", "2026-W09", time(3, 20), None),
            formats={"C2": "0.0%"},
        )
    )
    assert text.splitlines() == [
        "measure\tperiod\tvalue\tnote",
        "Refund rate\t2026-02-23\t2.4%\tsizes fixed",
        "",
        'Late parcels\t2026-W09\t12\t"said ""no"""',
        "Reply\t2026-W09\t3h 20m",
    ]


def test_what_unpacks_to_too_much_is_not_unpacked() -> None:
    """A small file may hold a very large one, or very many."""
    large, many = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(large, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/sharedStrings.xml", b"0" * (workbook.UNPACKED + 1))
    with zipfile.ZipFile(many, "w") as archive:
        for number in range(workbook.PARTS + 1):
            archive.writestr(f"xl/{number}.xml", b"")
    assert len(large.getvalue()) < 100_000
    for kept in (large, many):
        with pytest.raises(TooMuch):
            first_sheet(kept.getvalue())


def test_no_more_rows_than_a_list_may_have_are_read() -> None:
    text = first_sheet(_written(*((f"row {n}", n) for n in range(3000))))
    assert len(text.splitlines()) == MOST + 2


@pytest.mark.parametrize(
    "content",
    [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0locked", b"no workbook at all"],
)
def test_what_is_no_workbook_is_refused(content: bytes) -> None:
    with pytest.raises(Unreadable):
        first_sheet(content)


def test_entities_that_grow_are_refused() -> None:
    """Ten lines that would be a billion of them."""
    grown = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "ha">{grown}]><x>&a9;</x>'
    source, kept = io.BytesIO(_written(("name",), ("Li",))), io.BytesIO()
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(kept, "w") as new:
        for part in old.infolist():
            sheet = part.filename.endswith("sheet1.xml")
            new.writestr(part, bomb if sheet else old.read(part))
    with pytest.raises(Unreadable):
        first_sheet(kept.getvalue())
