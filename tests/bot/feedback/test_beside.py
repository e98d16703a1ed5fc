"""What is typed around feedback and is none is told the way, and nothing is lost."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from tests.bot.feedback.desk import Desk, a_desk
from tests.driver import Member


@pytest.fixture
async def desk() -> AsyncIterator[Desk]:
    async with a_desk() as made:
        yield made


async def answer(who: Member, typed: str) -> str:
    """What somebody is told for what they type."""
    seen = await who.says(typed)
    assert seen
    return seen.text


async def count(desk: Desk) -> int:
    """How much feedback there is."""
    async with desk.team.store() as db:
        return len(await db.feedback.where())


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("feedback lst", "Did you mean /crew feedback list?"),
        ("feedback shw 2", "Did you mean /crew feedback show 2?"),
        ("feedback levels", "Did you mean /crew feedback promises?"),
        ("feedback resolved 1", "Did you mean /crew feedback fixed 1?"),
        ("feedback risk 1", "no feedback F-1"),
        ("反馈 转风险 1", "no feedback F-1"),
        ("feedback retro F-1", "no feedback F-1"),
        ("feedback forward", "Which message?"),
        ("转反馈", "Which message?"),
        ("F-12", "no feedback F-12"),
        ("f－12", "no feedback F-12"),
    ],
)
async def test_what_no_customer_says_is_no_feedback(
    desk: Desk, typed: str, told: str
) -> None:
    """Whoever types it hears what there is instead."""
    assert told in await answer(desk.sofia, typed)
    assert await count(desk) == 0


@pytest.mark.parametrize(
    "said",
    [
        "risk of fire with the kettle",
        "kettle",
        "retro cups arrive chipped",
        "list price is wrong on the page",
    ],
)
async def test_what_a_customer_may_say_is_passed_on(desk: Desk, said: str) -> None:
    """Also where it begins like a command."""
    told = await desk.sofia.says(f"feedback {said}")
    assert told
    if "New feedback" in {each.label for each in told.controls}:
        await desk.sofia.presses("New feedback", told)
        assert await desk.sofia.fills(text=said) == {}
    assert (await desk.item()).text == said


@pytest.mark.parametrize(
    "said", ["有客户反馈付不了款", "the checkout does not work for a customer in Graz"]
)
async def test_a_complaint_without_a_command_is_offered_to_be_passed_on(
    desk: Desk, said: str
) -> None:
    """Not as a task: somebody waits for an answer."""
    told = await desk.sofia.says(said)
    assert told
    assert f"/crew feedback {said}" in told.text
    await desk.sofia.presses("Pass it on", told)
    assert await desk.sofia.fills(text=said) == {}
    assert (await desk.item()).text == said


@pytest.mark.parametrize(
    ("typed", "text", "customer"),
    [
        ("customer: the cart is empty", "the cart is empty", ""),
        ("client: Maria Callas, it hangs", "it hangs", "Maria Callas"),
        ("customer:Maria the cart is empty", "the cart is empty", "Maria"),
        ('customer: "Maria Callas" it hangs', "it hangs", "Maria Callas"),
        ("it hangs customer: Maria", "it hangs", "Maria"),
        ("客户：购物车打不开", "购物车打不开", ""),
        ("顾客：付款一直转圈，换了三张卡", "付款一直转圈，换了三张卡", ""),
        ("客户:李女士 购物车打不开", "购物车打不开", "李女士"),
    ],
)
async def test_who_speaks_is_no_name(
    desk: Desk, typed: str, text: str, customer: str
) -> None:
    """What stands behind "customer:" is what they said, unless it names them."""
    first = "反馈" if text > "\u3400" else "feedback"
    await desk.sofia.says(f"{first} {typed}")
    found = await desk.item()
    assert (found.text, found.voices[0].customer) == (text, customer)


@pytest.mark.parametrize(
    ("asked", "numbers"),
    [
        ("feedback list cart", ["F-1"]),
        ("反馈 列表 购物车", ["F-1"]),
        ("feedback list sku:cup-1", ["F-2"]),
        ("feedback list overdue", ["F-2"]),
        ("反馈 列表 超时", ["F-2"]),
    ],
)
async def test_lists_are_of_a_step_a_product_or_what_is_late(
    desk: Desk, asked: str, numbers: list[str]
) -> None:
    """For those who triage; who sent others sees none of these."""
    await desk.sofia.says("feedback !normal it wobbles step:cart")
    await desk.sofia.says("feedback !high it leaks step:quality sku:CUP-1")
    await desk.anna.says("feedback promise high answer 1h")
    await desk.team.waits(hours=4)
    told = await answer(desk.jonas, asked)
    assert [each for each in ("F-1", "F-2") if each in told] == numbers
    assert "F-" not in await answer(desk.wang, asked)


async def test_a_search_for_an_order_may_say_so(desk: Desk) -> None:
    """The word before its number is none of what was said."""
    await desk.sofia.says("feedback it leaks order:10023")
    for typed in ("feedback search order 10023", "反馈 搜索 订单号：10023"):
        assert "F-1" in await answer(desk.sofia, typed)


async def test_at_night_who_sends_it_hears_when_it_is_looked_at(desk: Desk) -> None:
    """In their own time; what stops sales wakes somebody, and says no such thing."""
    later = "outside working hours: somebody looks at it from Mon 9 Mar"
    await desk.team.waits(hours=2)  # it is ten in Berlin
    assert "非工作时间" not in await answer(desk.wang, "反馈 杯子碎了")
    await desk.team.until(datetime(2026, 3, 6, 18, tzinfo=UTC))  # Friday evening
    told = await answer(desk.wang, "反馈 茶壶碎了")
    assert "非工作时间，同事最早处理的时间：3月9日周一 16:00" in told
    assert "非工作时间" not in await answer(desk.wang, "反馈 付不了款")
    await desk.sofia.says("feedback no pots left")
    assert sum(later in seen.text for seen in desk.sofia.sees()) == 1


async def test_the_digest_can_be_asked_for(desk: Desk) -> None:
    """By who triages, as it is now; everybody else gets the figures."""
    await desk.sofia.says("feedback no cups left", "#general")
    assert "1 waiting · 0 late" in await answer(desk.jonas, "feedback digest")
    assert "F-1 no cups left" in await answer(desk.jonas, "反馈 简报")
    figures = await answer(desk.sofia, "feedback digest")
    assert "What customers say" in figures
    assert "no cups" not in figures


async def test_the_roadmap_is_in_the_report(desk: Desk) -> None:
    """By its own name, too."""
    await desk.sofia.says("feedback no cups left", "#general")
    for typed in ("feedback roadmap", "反馈 路线图", "feedback top skus"):
        assert "To mend next" in await answer(desk.sofia, typed)
