"""Risks said in one sentence, in both languages: understood, or kindly refused."""

from collections.abc import AsyncIterator

import pytest

from bot.model.risk import Category, Risk
from bot.model.risk.proposed import category_of
from tests.bot.area.firm import Firm, a_firm
from tests.driver import Member

ENGLISH = {
    "risk add Payment provider fails on 11.11 likelihood:4 impact:5 owner:@Bo"
    " due:friday category:payment":
        ("Payment provider fails on 11.11", "payment", 4, 5, "Bo Lin", "2026-03-06"),
    "risk add Server overload likelihood high, impact very high owner: Bo Lin due next"
    " monday mitigation: scale up before peak, and test":
        ("Server overload", "it", 4, 5, "Bo Lin", "2026-03-09"),
    "log a risk that the supplier goes broke 2x5 @Li":
        ("the supplier goes broke", "supplier", 2, 5, "Li Mei", ""),
    "risk add Parcels are late due to rain low likelihood high impact":
        ("Parcels are late due to rain", "fulfilment", 2, 4, "Anna Berger", ""),
    "risk add impact of the strike on deliveries likelihood 4/5, severity low":
        ("impact of the strike on deliveries", "fulfilment", 4, 2, "Anna Berger", ""),
    'risk add "Impact: none of it is insured" impact:1 likelihood:1 category:"legal'
    ' and compliance"':
        ("Impact: none of it is insured", "legal", 1, 1, "Anna Berger", ""),
    "there is a risk that customs stops our parcels (likelihood 2/5, impact 4/5)":
        ("customs stops our parcels", "legal", 2, 4, "Anna Berger", ""),
    "risk: our only shop floods, likelihood 2, impact 5, owner Bo Lin":
        ("our only shop floods", "other", 2, 5, "Bo Lin", ""),
    "report a risk Tea is short L4 I5":
        ("Tea is short", "other", 4, 5, "Anna Berger", ""),
}  # fmt: skip
CHINESE = {
    "风险 新增 支付接口宕机 可能性：4 影响：5 负责人：@李伟 截止：周五"
    " 类别：法律与合规":
        ("支付接口宕机", "legal", 4, 5, "李伟", "2026-03-06"),
    "风险 新增 双11快递爆仓 可能性高 影响很大 措施：提前签第二家快递":
        ("双11快递爆仓", "fulfilment", 4, 5, "王芳", ""),
    "風險 新增 倉庫失火 可能性：2 影響：高 負責人：@李伟 應對措施：買保險":
        ("倉庫失火", "fulfilment", 2, 4, "李伟", ""),
    "登记风险 仓库失火 可能性2影响5": ("仓库失火", "fulfilment", 2, 5, "王芳", ""),
    "上报风险：供应商倒闭，概率中，影响高":
        ("供应商倒闭", "supplier", 3, 4, "王芳", ""),
    "风险 新增 台风影响发货 负责人 李伟":
        ("台风影响发货", "fulfilment", 3, 3, "李伟", ""),
}  # fmt: skip
REFUSED = {
    "risk add Fire likelihood:7 impact:5": "“7” is no likelihood",
    "risk add Fire likelihood 9": "“9” is no likelihood",
    "risk add Fire likelihood:3 impact:horrible": "“horrible” is no impact",
    "risk add Fire impact: 3.5": "“3.5” is no impact",
    "risk add Fire likelihood: impact:5": "What is “likelihood” to be?",
    "risk add Fire owner:": "What is “owner” to be?",
    "risk comment 3 hello": "help risk",
    "risk help": "help risk",
    "risk add Fire category:cats": "“cats” is no category of ours",
    "risk add likelihood:3": "Please say what may go wrong",
    "risk add Fire due:yesterday": "already past",
    "risk add Fire due:9999-12-31": "9999",
    "risk add Fire owner:@Bo @Li owner:@Li": "A risk has one owner",
    "risk add Fire owner:@Gus": "Gus Gast is a guest",
    "risk add " + "fire " * 60: "299 characters; 200 is the most",
    "risk show 99": "There is no risk R-99",
    "risk show": "Which risk do you mean?",
    "risk edit 99 likelihood:2": "There is no risk R-99",
    "risk bananas": "risk add bananas",
    "risk list bananas": "I know no list of risks called “bananas”",
    "risk from F-99": "There is no feedback F-99",
    "risk from": "F-7, B-4 or T-12",
    "风险 新增 测试 可能性：7": "“7” is no likelihood",
}


@pytest.fixture
async def firm() -> AsyncIterator[Firm]:
    """Nothing can go wrong yet."""
    async with a_firm(areas=False) as made:
        await made.shop.wei.says("今天")
        yield made


async def newest(firm: Firm) -> Risk:
    """The risk that was made last."""
    async with firm.shop.team.store() as db:
        return max(await db.risks.all(), key=lambda risk: risk.number)


async def check(firm: Firm, who: Member, said: str, wanted: tuple[object, ...]) -> None:
    """What is kept of a sentence."""
    await who.says(said)
    risk = await newest(firm)
    async with firm.shop.team.store() as db:
        owner = await db.people.get(risk.owner_id)
    due = risk.due.isoformat() if risk.due else ""
    scores = (risk.likelihood, risk.impact)
    found = (risk.scenario, risk.category, *scores, owner.name, due)
    assert found == wanted


@pytest.mark.parametrize("said", ENGLISH)
async def test_a_sentence_holds_everything(firm: Firm, said: str) -> None:
    """The scenario keeps its own days, people and words."""
    await check(firm, firm.shop.anna, said, ENGLISH[said])


@pytest.mark.parametrize("said", CHINESE)
async def test_a_chinese_sentence_does_so_too(firm: Firm, said: str) -> None:
    """With and without spaces and marks."""
    await check(firm, firm.shop.wang, said, CHINESE[said])


async def test_what_cannot_be_is_refused_kindly(firm: Firm) -> None:
    """Each with what is wrong; nothing is kept, and nothing typed is lost."""
    for said, why in REFUSED.items():
        answer = await firm.says(firm.shop.anna, said)
        assert why in answer, said
        assert "You typed" in answer, said
    async with firm.shop.team.store() as db:
        assert await db.risks.all() == []


async def test_guests_neither_report_nor_see_risks(firm: Firm) -> None:
    """Not even that there is one."""
    await firm.shop.anna.says("risk add Fire")
    for said in ("risk", "R-1", "risk add Flood", "risk export", "risk close 1 x"):
        assert "not shown to guests" in await firm.says(firm.shop.gus, said), said


def test_every_category_is_proposed_by_its_words() -> None:
    """Whoever reports one need not sort it."""
    told = {
        "the factory burns": Category.SUPPLIER, "Klarna is down": Category.PAYMENT,
        "we are sued": Category.OTHER, "a lawsuit": Category.LEGAL,
        "a shitstorm": Category.REPUTATION, "Li quits": Category.PEOPLE,
        "the exchange rate": Category.FINANCE, "the warehouse": Category.FULFILMENT,
        "we get hacked": Category.IT, "it rains": Category.OTHER,
        "核心员工离职": Category.PEOPLE, "汇率波动": Category.FINANCE,
        "商标侵权": Category.LEGAL, "差评太多": Category.REPUTATION,
    }  # fmt: skip
    assert {words: category_of(words) for words in told} == told
