"""Values as files: taken away without formulas, brought back after a look."""

import csv
import io
from collections.abc import AsyncIterator

import pytest

from adapters.sheets.sheets import WrittenSheets
from bot.messages import Attachment
from bot.model.sheet import Sheet
from tests.bot.area.firm import Firm, a_firm
from tests.databases import KINDS, Kind
from tests.driver import Member

LINES = """measure,period,value,confidence,note
Refund rate,2026-02-23,2.4%,green,=HYPERLINK(1)
Parcels,2026-W09,12,,
bananas,2026-02-23,5,,
Refund rate,2027-01-01,3%,,
Refund rate,2026-02-25,3%,,
Parcels,2026-02-16,NaN,,
Parcels,2026-02-16,5,purple,
Parcels,,5,,
a,b,c,d,e,f,g"""


@pytest.fixture(params=KINDS)
async def firm(request: pytest.FixtureRequest) -> AsyncIterator[Firm]:
    """On both databases; Li looks after two measures."""
    kind: Kind = request.param
    async with a_firm(kind, areas=False) as made:
        await made.shop.li.says('measure new "Refund rate" % target <2.5%')
        await made.shop.li.says("measure new Parcels target <20")
        yield made


async def file(who: Member, typed: str) -> Sheet:
    """The file that somebody gets."""
    seen = await who.says(typed)
    assert seen
    (found,) = [b for b in seen.card.blocks if isinstance(b, Attachment)]
    return found.sheet


async def proposed(who: Member, lines: str) -> str:
    """What somebody is shown of a list."""
    await who.says("measure import")
    assert await who.fills(lines=lines) == {}
    seen = who.last()
    assert seen
    return seen.text


async def test_a_list_is_compared_before_it_is_taken(firm: Firm) -> None:
    """Each line that cannot be is named with its number (J12)."""
    li = firm.shop.li
    said = await proposed(li, LINES)
    for words in (
        "Nothing has changed yet", "7 lines cannot be read",
        "Line 4: There is no measure “bananas”", "Line 5: “2027-01-01” has not begun",
        "Line 6: Refund rate stands twice", "Line 7: I cannot read “NaN”",
        "Line 8: “purple” is no confidence", "Line 9: No measure, no period",
        "Line 10: More cells", "Refund rate · 23 Feb – 1 Mar: 2.4%",
    ):  # fmt: skip
        assert words in said
    assert "no value yet" in await firm.says(li, "measure show refund rate")
    await proposed(li, LINES)
    await li.presses("Apply")
    assert "2.4% · 🟢 · Li Mei" in await firm.says(li, "measure show refund rate")
    assert "Nothing would change" in await proposed(li, LINES)
    said = await proposed(li, "kpi;date;value\nRefund rate;2026-02-23;2,2 %")
    assert "Refund rate · 23 Feb – 1 Mar: 2.4% → 2.2%" in said
    await li.presses("Apply")
    said = await firm.says(li, "measure show refund rate")
    assert "2.2% · 🟢 · Li Mei · corrected from 2.4% · “=HYPERLINK(1)”" in said


async def test_a_list_in_chinese(firm: Firm) -> None:
    """Its head, too."""
    wang = firm.shop.wang
    await wang.says("指标 新建 退货率 %")
    await wang.says("指标 导入")
    lines = "指标\t周期\t分子\t分母\t信心\n退货率\t2026-02-23\t24\t1000\t绿"
    assert await wang.fills(lines=lines) == {}
    await wang.presses("应用")
    said = await firm.says(wang, "指标 查看 退货率")
    assert "2.4%（2月23日 – 3月1日） · 24 / 1,000" in said


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        ("measure,period,value", "at least one line needed"),
        ("what,ever\na,b", "The head has to name"),
        ("measure,period,value\n" + "x,y,z\n" * 1001, "At most 1,000 lines"),
    ],
)
async def test_what_is_no_list_is_refused(firm: Firm, lines: str, why: str) -> None:
    """Beside the field."""
    await firm.shop.li.says("measure import")
    wrong = await firm.shop.li.fills(lines=lines)
    assert why in wrong["lines"]


async def test_only_ones_own_measures_are_changed(firm: Firm) -> None:
    """And a list is applied by who pasted it, once."""
    li, bo = firm.shop.li, firm.shop.bo
    said = await proposed(bo, "measure,period,value\nParcels,2026-02-23,9")
    assert "Line 2: Parcels is not yours to change" in said
    assert "Nothing would change" in said
    await proposed(li, "measure,period,value\nParcels,2026-02-23,9")
    seen = li.last()
    await li.presses("Leave it", seen)
    await li.presses("Apply", seen)
    seen = li.last()
    assert seen
    assert "not there any more" in seen.text
    assert "no value yet" in await firm.says(bo, "measure show parcels")


async def test_an_export_runs_nothing(firm: Firm) -> None:
    """It has both parts of a ratio, and only what may be seen."""
    li, bo = firm.shop.li, firm.shop.bo
    await li.says('measure set refund rate 24/1000 red "=cmd()|A1" for last week')
    await li.says("measure set refund rate 3% +1")
    await li.says("measure new Salaries EUR private")
    await li.says("measure set salaries 12345")
    sheet = await file(bo, "measure export csv")
    assert sheet.file == "Measures.csv"
    assert [row[:3] for row in sheet.rows] == [
        ("Refund rate", "2026-02-23", "2.4"),
        ("Refund rate", "2026-03-02", "3"),
    ]
    assert sheet.rows[0][4:8] == ("24", "1000", "red", "=cmd()|A1")
    written = WrittenSheets().written(sheet)
    rows = csv.reader(io.StringIO(written.decode("utf-8-sig")))
    assert not [c for row in rows for c in row if c.startswith(("=", "+", "@"))]
    assert len((await file(li, "measure export")).rows) == 3
    assert len((await file(li, "measure export xlsx salaries")).rows) == 1
    said = await firm.says(firm.shop.wang, "指标 导出 salaries")
    assert "没有名为“salaries”的指标" in said
    assert "people inside" in await firm.says(firm.shop.gus, "measure export")
