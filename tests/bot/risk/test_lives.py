"""A risk from its report to its end: shown, changed, reminded of, closed, reopened."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from adapters.sheets.sheets import WrittenSheets
from bot.events import Said
from bot.messages import Attachment
from bot.model.risk import Level, level_of
from tests.bot.area.firm import Firm, a_firm
from tests.databases import KINDS, Kind

ADD = "risk add Carrier strike likelihood:4 impact:5 owner:@Li due:friday"
LEVELS = {
    1: "very-low", 2: "very-low", 3: "low", 4: "low", 5: "medium", 6: "medium",
    8: "medium", 9: "medium", 10: "high", 12: "high", 15: "very-high",
    16: "very-high", 20: "very-high", 25: "very-high",
}  # fmt: skip


@pytest.fixture(params=KINDS)
async def firm(request: pytest.FixtureRequest) -> AsyncIterator[Firm]:
    """On both databases; Bo reported what Li sees to."""
    kind: Kind = request.param
    async with a_firm(kind, areas=False) as made:
        await made.shop.wei.says("今天")
        await made.shop.bo.says(ADD)
        yield made


def test_the_matrix_has_five_levels() -> None:
    """Every score that two numbers of 1 to 5 can have."""
    scores = {a * b for a in range(1, 6) for b in range(1, 6)}
    assert {score: level_of(score).value for score in sorted(scores)} == LEVELS
    assert set(LEVELS.values()) == set(Level)


async def test_its_owner_is_told_once(firm: Firm) -> None:
    """Who names themselves is told nothing; a new owner is."""
    shop = firm.shop
    (told,) = firm.told(shop.li, "risk.owned")
    assert "Bo Lin asks you to see to R-1 Carrier strike" in told.text
    assert "● R-1 Carrier strike" in await firm.says(shop.bo, "risk edit 1 impact:5")
    await shop.bo.says("risk assign 1 @李伟")
    (there,) = firm.told(shop.wei, "risk.owned")
    assert "Bo Lin 请您负责 R-1 Carrier strike" in there.text
    assert "很高 · 20 分（4 × 5）" in there.text
    await shop.bo.says("risk assign 1 @李伟")
    assert len(firm.told(shop.wei, "risk.owned")) == 1


async def test_every_change_is_on_its_story(firm: Firm) -> None:
    """In the reader's own words (M11)."""
    shop = firm.shop
    await shop.li.says(
        "risk edit R-1 Strike of the carrier likelihood:2 category:supplier"
        " mitigation: a second carrier due:none"
    )
    shown = await firm.says(shop.anna, "R-1")
    for words in (
        "◕ R-1 Strike of the carrier", "Level: ◕ high · 10 (2 × 5)",
        "Li Mei reworded it: Strike of the carrier", "Li Mei rated it: 4×5 → 2×5",
        "Li Mei set the category: Supplier", "Li Mei set the due date: no date",
        "Li Mei set the mitigation: a second carrier",
    ):  # fmt: skip
        assert words in shown
    there = await firm.says(shop.wei, "风险 查看 1")
    assert "Li Mei 修改类别：供应商" in there
    assert "应对措施：a second carrier" in there


async def test_an_edit_changes_what_it_names_and_nothing_else(firm: Firm) -> None:
    """In many words; what is not understood rewords nothing."""
    li = firm.shop.li
    for said, shown in {
        "risk edit 1 likelihood to 2": "high · 10 (2 × 5)",
        "risk rate 1 3x3": "medium · 9 (3 × 3)",
        "risk mitigate 1 a second carrier": "Mitigation: a second carrier",
        "risk edit 1 mitigation a third one": "Mitigation: a third one",
        "risk 1 impact: low": "medium · 6 (3 × 2)",
        "edit R-1 due:none": "R-1 Carrier strike",
        "risk edit 1 scenario: No carrier": "R-1 No carrier",
        "risk edit 1 banana:5": "I do not know what “banana:5” means",
        "风险 编辑 1 可能性改为5": "high · 10 (5 × 2)",
        "风险 编辑 1 可能性很糟": "I do not know what “可能性” means",
    }.items():
        assert shown in await firm.says(li, said), said
    assert "R-1 No carrier" in await firm.says(li, "R-1")
    assert "✅ R-1" in await firm.says(li, "risk 1 close it is over")
    assert "R-1" in await firm.says(li, "风险 1 重新打开")
    assert "✅ R-1 No carrier" in await firm.says(li, "风险 1 关闭 好了")


async def test_only_some_change_it(firm: Firm) -> None:
    """Its owner, its reporter, who leads its owner, admins."""
    shop = firm.shop
    refused = await firm.says(shop.wei, "风险 关闭 1 好了")
    assert "只有 Bo Lin 和 Li Mei、主管或管理员可以修改 R-1" in refused
    assert "✅ R-1" in await firm.says(shop.anna, "risk close 1 it is over")


async def test_it_is_closed_with_evidence_and_opened_again(firm: Firm) -> None:
    """Undo is one press; what was said of it stays on its story."""
    shop = firm.shop
    await shop.li.says("risk close 1")
    assert await shop.li.fills(text="\u200b") != {}
    assert await shop.li.fills(text="=second carrier signed") == {}
    (told,) = firm.told(shop.bo, "risk.closed")
    assert "Li Mei closed R-1" in told.text
    again = await firm.says(shop.bo, "risk close 1 me too")
    assert "was closed by Li Mei already" in again
    assert "risk reopen 1" in again
    assert "R-1" not in await firm.says(shop.bo, "risk list")
    assert "R-1" in await firm.says(shop.bo, "risk list closed")
    await shop.li.presses("Undo")
    (told,) = firm.told(shop.bo, "risk.closed")
    assert "Open again: R-1" in told.text
    assert "R-1 is open." in await firm.says(shop.li, "risk reopen 1")
    assert "closed it: =second carrier signed" in await firm.says(shop.li, "R-1")


async def test_two_people_close_it_once(firm: Firm) -> None:
    """Who is second hears who was first."""
    shop = firm.shop
    said = [
        Said(**who._event(), where=who.dm, text="risk close 1 it is over")
        for who in (shop.bo, shop.li)
    ]
    await asyncio.gather(*map(shop.team.crew.dispatcher.accept, said))
    await shop.team.crew.pulse.settle()
    answers = [shop.answer(who).text for who in (shop.bo, shop.li)]
    assert sum("was closed by" in each for each in answers) == 1
    shown = await firm.says(shop.anna, "R-1")
    assert shown.count("closed it: it is over") == 1


async def test_its_owner_is_reminded_once_a_week(firm: Firm) -> None:
    """On the morning it is due, then every seven days, whatever is changed (M06)."""
    shop = firm.shop
    await shop.team.waits(days=3)
    assert firm.told(shop.li, "risk.due") == []
    await shop.team.waits(days=1)
    (told,) = firm.told(shop.li, "risk.due")
    assert "Due today: R-1 Carrier strike" in told.text
    assert "One risk of yours is due" in await firm.says(shop.li, "today")
    await shop.team.waits(days=3)
    await shop.li.says("risk edit 1 likelihood:3")
    await shop.team.waits(days=3)
    assert len(firm.told(shop.li, "risk.due")) == 1
    await shop.team.waits(days=1)
    _, later = firm.told(shop.li, "risk.due")
    assert "Due since Fri 6 Mar: R-1" in later.text
    await shop.li.says("risk close 1 over")
    assert firm.told(shop.li, "risk.due")[-1].text.startswith("✅ R-1")
    await shop.team.waits(days=15)
    assert len(firm.told(shop.li, "risk.due")) == 2


async def test_a_private_one_is_for_whom_it_concerns(firm: Firm) -> None:
    """Neither its number nor its words are told to others, wherever it is said."""
    shop = firm.shop
    await shop.li.says("risk add Layoffs 3x5 private", "#wins")
    assert shop.team.places["#wins"] not in {
        seen.ref.place for seen in shop.bo.sees() if "Layoffs" in seen.text
    }
    for said in ("R-2", "risk list all", "risk export csv"):
        assert "Layoffs" not in str(await shop.bo.says(said)), said
    assert "R-2" in await firm.says(shop.anna, "risk list")
    await shop.li.says("risk add Rumours owner:@Anna private")
    assert "Rumours" not in await firm.says(shop.bo, "risk list")
    await shop.li.says("risk edit 2 public")
    assert "Layoffs" in await firm.says(shop.bo, "R-2")


async def test_lists_are_by_score_and_by_what_is_asked(firm: Firm) -> None:
    """A level, a category, somebody, and all of them together."""
    shop = firm.shop
    await shop.anna.says("risk add Fraud 1x3 category:payment")
    await shop.anna.says("risk add Fire 2x5 category:payment owner:@Bo")
    everything = await firm.says(shop.anna, "risk")
    first, second, third = (everything.index(f"R-{number}") for number in (1, 3, 2))
    assert first < second < third
    assert "● 1 very high · ◕ 1 high · ◔ 1 low" in everything
    for said, numbers in {
        "risk list high": "3", "risk list payment": "23", "risk list @Bo": "3",
        "my risks": "2", "risk list level:low owner:@Anna category:payment": "2",
        "what are our biggest risks?": "123", "risk list due": "",
        "有哪些风险？": "123", "risk list very high risks": "1", "high risks": "3",
        "overdue risks": "",
        "closed risks": "", "支付风险": "23", "风险 列表 支付": "23",
    }.items():  # fmt: skip
        listed = await firm.says(shop.anna, said)
        assert {each for each in "123" if f"R-{each}" in listed} == {*numbers}, said


async def test_a_file_holds_them_without_a_formula(firm: Firm) -> None:
    """Every risk they may see, open and closed (M12)."""
    shop = firm.shop
    await shop.bo.says('risk add "=HYPERLINK(1)" 1x1')
    await shop.bo.says("risk close 2 @SUM(1)")
    seen = await shop.bo.says("risk export csv")
    assert seen
    (file,) = [b for b in seen.card.blocks if isinstance(b, Attachment)]
    rows = WrittenSheets().written(file.sheet).decode("utf-8-sig").splitlines()
    assert rows[1].startswith('"R-1","Carrier strike","Fulfilment","very high","20"')
    assert "'=HYPERLINK(1)" in rows[2]
    assert "'@SUM(1)" in rows[2]


async def test_a_form_says_what_is_wrong_beside_each_field(firm: Firm) -> None:
    """And is taken as a whole, or not at all."""
    shop = firm.shop
    await shop.bo.says("risk add")
    wrong = await shop.bo.fills(
        scenario=" ", likelihood="7", owner="Nobody", due="2020-01-01"
    )
    assert set(wrong) == {"scenario", "likelihood", "owner", "due"}
    assert await shop.bo.fills(scenario="Flood", impact="5", readers="some") == {}
    shown = await firm.says(shop.bo, "R-2")
    assert "high · 15" in shown
    assert "Only its owner" in shown
