"""Exactly one person answers for an area, and everybody can find out who."""

from collections.abc import AsyncIterator

import pytest

from tests.bot.area.firm import NEW, Firm, a_firm
from tests.databases import KINDS, Kind


@pytest.fixture(params=KINDS)
async def firm(request: pytest.FixtureRequest) -> AsyncIterator[Firm]:
    """On both databases."""
    kind: Kind = request.param
    async with a_firm(kind) as made:
        yield made


@pytest.mark.parametrize(
    "typed",
    [
        "who owns refunds?",
        "who's responsible for refunds DE",
        "Who is in charge of the refunds?",
        "who do I ask about Rückerstattung?",
        "who is responsible for refunds in Germany?",
        "Who should I talk to about German refunds",
        "whose job is refunds de?",
        "contact for the refunds",
        "is anyone responsible for refunds?",
        "area who refnds de",
        "area who 退款",
    ],
)
async def test_who_owns_it_is_asked_in_many_ways(firm: Firm, typed: str) -> None:
    """By any of its names, and with a slip of the finger (I02)."""
    for where in (None, "#general"):
        said = await firm.says(firm.shop.bo, typed, where)
        assert "Li Mei answers for refunds DE" in said
        assert "10:00 (Berlin)" in said


@pytest.mark.parametrize(
    "typed",
    [
        "谁负责 退款",
        "谁负责退款？",
        "退款是谁负责的？",
        "退款谁管",
        "职责 谁 退款",
        "退款找谁",
        "请问退款的事该问谁？",
        "退款问题应该联系谁",
        "谁是退款的负责人",
        "退款的负责人是谁",
    ],
)
async def test_it_is_asked_in_chinese(firm: Firm, typed: str) -> None:
    """As people say it, on DingTalk."""
    for where in (None, "#运营"):
        said = await firm.says(firm.shop.wang, typed, where)
        assert "refunds DE 由 Li Mei 负责" in said


async def test_a_question_about_people_is_no_question_about_areas(firm: Firm) -> None:
    """A task is still found by its number; nothing is made up."""
    await firm.shop.bo.says("task add Check refunds")
    assert "Check refunds" in await firm.says(firm.shop.bo, "who owns T-1?")
    said = await firm.says(firm.shop.bo, "who owns bananas?")
    assert "no area “bananas”" in said
    said = await firm.says(firm.shop.bo, "area show refund shop")
    assert "Did you mean refunds DE?" in said


@pytest.mark.parametrize(
    "typed", ["what does @Li own?", "area list @Li", "what is @Li responsible for"]
)
async def test_what_somebody_answers_for_is_listed(firm: Firm, typed: str) -> None:
    """Owned or as a deputy; one's own, too, in both languages."""
    said = await firm.says(firm.shop.bo, typed)
    assert "Li Mei: 1 area" in said
    assert "refunds DE" in said
    mine = await firm.says(firm.shop.bo, "what am I responsible for?")
    assert "Bo Lin: 1 area" in mine
    assert "王芳：0 项职责" in await firm.says(firm.shop.wang, "我负责什么")
    assert "Li Mei：1 项" in await firm.says(firm.shop.wang, "职责 列表 @Li Mei")


async def test_a_task_about_who_to_ask_stays_a_task(firm: Firm) -> None:
    """A command is not taken for a question."""
    said = await firm.says(firm.shop.wang, "任务 新增 问清楚退款找谁")
    assert "问清楚退款找谁" in said


async def test_who_is_away_is_stood_in_for(firm: Firm) -> None:
    """Until when, who is on duty instead, and nobody's reason."""
    await firm.shop.li.says("away today until friday surgery")
    said = await firm.says(firm.shop.wang, "谁负责退款")
    assert "请假至 3月6日周五" in said
    assert "当前值守：Bo Lin · 10:00（柏林）" in said
    assert "surgery" not in said
    await firm.shop.bo.says("away today")
    said = await firm.says(firm.shop.anna, "who owns refunds?")
    assert "Nobody who could stand in is here now." in said


async def test_one_person_answers_for_it(firm: Firm) -> None:
    """Two are refused, and so is a name that means another area."""
    anna = firm.shop.anna
    said = await firm.says(anna, "area new stock @Bo @Li")
    assert "Exactly one person answers for an area, not Bo Lin and Li Mei" in said
    for name in ('"Refunds-DE"', "退款", 'stock also:"RÜCKERSTATTUNG"'):
        assert "means refunds DE already" in await firm.says(anna, f"area new {name}")
    async with firm.shop.team.store() as db:
        assert len(await db.areas.living()) == 1


async def test_who_may_say_who_answers(firm: Firm) -> None:
    """Everybody for themselves; heads and admins for others; guests see nothing."""
    bo = firm.shop.bo
    assert "Only heads and admins" in await firm.says(bo, "area new stock @Li")
    assert "Answers for it: Bo Lin" in await firm.says(bo, "area new stock")
    assert "Li Mei answers for refunds DE" in await firm.says(bo, "area retire refunds")
    await firm.shop.anna.says("team head service @Bo")
    said = await firm.says(bo, "area change refunds deputies @Anna informed none")
    assert "Deputies, in order: Anna Berger" in said
    assert "Kept informed" not in said
    for typed in ("who owns refunds?", "area list", "area show refunds", NEW):
        assert "Guests and people from outside cannot" in await firm.says(
            firm.shop.gus, typed
        )


async def test_a_question_reaches_who_is_on_duty_on_their_chat(firm: Firm) -> None:
    """It is quoted; so is the answer, to who asked (I02)."""
    wang, bo, li = firm.shop.wang, firm.shop.bo, firm.shop.li
    await li.says("away today until friday")
    await wang.says("谁负责退款")
    await wang.presses("问 Bo Lin")
    assert await wang.fills(text="订单 1001 <!channel> 退了吗？") == {}
    (seen,) = firm.told(bo, "area.asked")
    assert "王芳 asks about refunds DE" in seen.text
    assert "订单 1001 <!channel> 退了吗？" in seen.text
    assert firm.told(li, "area.asked") == []
    await bo.presses("Answer", seen)
    assert await bo.fills(text="Yes, on Friday") == {}
    (back,) = firm.told(wang, "area.answered")
    assert "Bo Lin 回答了关于 refunds DE 的问题" in back.text
    assert "Yes, on Friday" in back.text
    (seen,) = firm.told(bo, "area.asked")
    assert [each.label for each in seen.controls] == []


async def test_a_handover_is_said_aloud(firm: Firm) -> None:
    """Old, new, since when; the new owner is sent what is open that they may see."""
    li, wang = firm.shop.li, firm.shop.wang
    await li.says("task add Refund order 1001")
    await li.says("area handover refunds to @王芳", "#wins")
    for where, words in (
        ("#wins", "refunds DE: 王芳 answers for it from now on"),
        ("#光荣榜", "refunds DE：从现在起由 王芳 负责"),
    ):
        place = firm.shop.team.places[where]
        seen = [s for s in firm.shop.team.chat.messages if s.ref.place == place]
        assert any(words in each.text for each in seen), where
    mine = [seen.text for seen in li.sees() if "was told" in seen.text]
    assert any("Still open: 1 task" in text for text in mine)
    await firm.shop.team.waits(days=1)
    (told,) = firm.told(wang, "owned")
    assert "Li Mei 请您负责 refunds DE" in told.text
    assert "1001" not in told.text
    assert firm.told(firm.shop.anna, "handed")
    said = await firm.says(wang, "职责 查看 退款")
    assert "Li Mei 移交给 王芳" in said
    assert "Anna Berger 新建" in said


async def test_forms_make_and_change_it(firm: Firm) -> None:
    """What is wrong is said beside its field, and nothing typed is lost."""
    anna = firm.shop.anna
    await anna.says("area new")
    wrong = await anna.fills(name="退款", owner=firm.shop.bo.ref.id)
    assert "means refunds DE already" in wrong["name"]
    assert await anna.fills(name="checkout", owner=firm.shop.bo.ref.id) == {}
    await anna.says("area show checkout")
    await anna.presses("Change")
    people = (firm.shop.li.ref.id, firm.shop.bo.ref.id)
    assert await anna.fills(deputies=people, also="Kasse, 结账") == {}
    said = await firm.says(firm.shop.wei, "结账谁负责？")
    assert "checkout 由 Bo Lin 负责" in said
    await anna.says("area show checkout")
    await anna.presses("Hand over")
    wrong = await anna.fills(owner=firm.shop.bo.ref.id, place=None)
    assert "Bo Lin answers for checkout already" in wrong["owner"]
    assert await anna.fills(owner=firm.shop.li.ref.id, place=None) == {}
    await anna.says("area show checkout")
    await anna.presses("Retire")
    assert "There is no area" in await firm.says(anna, "who owns checkout?")


async def test_the_list_is_paged_and_kept_to_a_department(firm: Firm) -> None:
    """Ten a page."""
    bo = firm.shop.bo
    for number in range(12):
        await bo.says(f"area new shelf{number} dept:warehouse")
    said = await firm.says(bo, "area list")
    assert "13 areas" in said
    await bo.presses("3 more")
    seen = bo.last()
    assert seen
    assert len([c for c in seen.controls if c.label == "Show"]) == 3
    assert "Warehouse: 12 areas" in await firm.says(bo, "area list warehouse")
    assert "Answers for it: Li Mei" in await firm.says(bo, "area refunds")
    assert "no area “bananas”" in await firm.says(bo, "area bananas")
    assert "仓库：12 项职责" in await firm.says(firm.shop.wang, "职责 列表 仓库")


async def test_it_has_other_names_in_any_language(firm: Firm) -> None:
    """Added by who may change it; one name means one area."""
    anna, shop = firm.shop.anna, firm.shop
    said = await firm.says(anna, "area alias refunds DE = 退钱, returns money")
    assert "Rückerstattung, 退款, 退钱 and returns money" in said
    assert "Li Mei answers for" in await firm.says(anna, "who handles returns money?")
    assert "refunds DE" in await firm.says(shop.wang, "谁负责退钱？")
    assert "只有负责人" in await firm.says(shop.wang, "职责 别名 退钱 = 钱")
    await firm.says(anna, "area new stock @Bo")
    said = await firm.says(anna, "area alias stock = 退钱")
    assert "That name means refunds DE already" in said
    assert "no other names" in await firm.says(anna, "area alias refunds DE = none")
    assert "Which area?" in await firm.says(anna, "area alias")


async def test_who_heads_a_department_stands_for_it(firm: Firm) -> None:
    """Where no area is called like that; one that is comes first."""
    anna = firm.shop.anna
    asked = "who is in charge of the warehouse?"
    assert "Warehouse has no head yet" in await firm.says(anna, asked)
    await firm.says(anna, "team head warehouse @Bo")
    assert "Bo Lin heads Warehouse" in await firm.says(anna, asked)
    assert "Bo Lin 是 仓库 的主管" in await firm.says(firm.shop.wang, "仓库谁管")
    await firm.says(anna, "area new warehouse @Li")
    assert "Li Mei answers for" in await firm.says(anna, asked)
