"""The pattern seen: the digest, the report, search, export (PEERS H21–H26)."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest

from bot.messages import Attachment, Table
from bot.model.drawing import Drawing, RowsImage
from bot.model.sheet import Sheet
from bot.rituals.feedback.digest import DIGEST
from tests.bot.feedback.desk import TRIAGE, Desk, a_desk
from tests.databases import KINDS, Kind
from tests.driver import Member

TUESDAY = datetime(2026, 3, 3, 8, tzinfo=UTC)  # nine in Berlin
FRIDAY = datetime(2026, 3, 6, 8, tzinfo=UTC)
NEXT_MONDAY = datetime(2026, 3, 9, 8, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
MORNING = "Feedback this morning"


@pytest.fixture(params=KINDS)
async def desk(request: pytest.FixtureRequest) -> AsyncIterator[Desk]:
    """On both databases."""
    kind: Kind = request.param
    async with a_desk(kind) as made:
        yield made


async def heard(desk: Desk, *steps: str, sku: str = "") -> None:
    """Sofia passes on what customers say of these steps of their way."""
    beside = f" sku:{sku}" if sku else ""
    for step in steps:
        await desk.sofia.says(f"feedback !normal it fails step:{step}{beside}")


def mornings(who: Member) -> list[str]:
    """The digests somebody sees."""
    return [seen.text for seen in who.sees(TRIAGE) if MORNING in seen.text]


async def answer(who: Member, typed: str, where: str | None = None) -> str:
    """What somebody is told for what they type."""
    seen = await who.says(typed, where)
    assert seen
    return seen.text


async def file(who: Member, typed: str, where: str | None = None) -> Sheet:
    """The file that somebody gets."""
    seen = await who.says(typed, where)
    assert seen
    (found,) = [b for b in seen.card.blocks if isinstance(b, Attachment)]
    return found.sheet


@pytest.mark.parametrize("hour", [3, 12, 22])
async def test_a_room_of_before_an_upgrade_gets_its_digests(
    desk: Desk, hour: int
) -> None:
    """Planned at once, on a day off and at any hour: from its next morning on."""
    await heard(desk, "cart")
    await desk.team.until(datetime(2026, 3, 8, hour, tzinfo=UTC))  # a Sunday
    before = len(desk.jonas.sees(TRIAGE))
    async with desk.team.store() as db:
        await db.jobs.put(DIGEST, {1: desk.team.clock.now()})
        await db.commit()
    await desk.team.until(NEXT_MONDAY - MINUTE)
    assert len(desk.jonas.sees(TRIAGE)) == before
    await desk.team.until(NEXT_MONDAY + MINUTE)
    assert MORNING in "".join(s.text for s in desk.jonas.sees(TRIAGE)[before:])


async def test_a_morning_without_anything_is_silent(desk: Desk) -> None:
    """A week of them."""
    await desk.team.waits(days=8)
    assert len(desk.jonas.sees(TRIAGE)) == 1  # that the room was chosen


async def test_the_morning_says_what_is_new_and_what_waits(desk: Desk) -> None:
    """At nine where the room is, on working days."""
    await desk.team.waits(hours=2)  # Monday's morning is over
    await heard(desk, "cart", "returns")
    await desk.jonas.says("feedback fixed 2 new labels", TRIAGE)
    await desk.team.until(TUESDAY - MINUTE)
    assert mornings(desk.jonas) == []
    await desk.team.until(TUESDAY)
    (told,) = mornings(desk.jonas)
    assert "this morning: 2 new" in told
    assert "1 waiting · 0 late · 1 ended" in told
    assert "F-1 it fails" in told
    await desk.team.until(FRIDAY)
    assert "nothing new" in mornings(desk.jonas)[-1]
    assert len(mornings(desk.jonas)) == 4
    await desk.team.until(NEXT_MONDAY)  # none on the days off
    assert len(mornings(desk.jonas)) == 5


async def test_what_is_late_comes_first(desk: Desk) -> None:
    """And only once in one digest."""
    await desk.anna.says("feedback promise normal answer 1h")
    await desk.team.waits(hours=2)
    await heard(desk, "cart")
    await desk.team.until(TUESDAY)
    (told,) = mornings(desk.jonas)
    assert "1 waiting · 1 late" in told
    assert "Later than promised" in told
    assert "Waiting longest" not in told


async def test_monday_brings_the_week(desk: Desk) -> None:
    """In the room, with what moved against the week before."""
    await desk.team.until(FRIDAY)
    await heard(desk, "returns", "returns")
    await desk.team.until(NEXT_MONDAY)
    await desk.team.waits(days=3)
    await heard(desk, *["returns"] * 5, "cart")
    await desk.team.until(NEXT_MONDAY.replace(day=16))
    reports = [s for s in desk.jonas.sees(TRIAGE) if "What customers say" in s.text]
    assert len(reports) == 2
    assert "9 Mar – 15 Mar" in reports[-1].text
    assert "Returns: 5 (+3)" in reports[-1].text
    assert "Cart: 1 (+1)" in reports[-1].text
    assert "6, +4 against the time before" in reports[-1].text


async def test_a_week_that_opens_late_is_told_on_its_first_working_day(
    desk: Desk,
) -> None:
    """Easter Monday is none."""
    async with desk.team.store() as db:
        organization = await db.people.organization()
    if organization.country is None:
        pytest.fail("the team has no holidays")
    await desk.team.until(datetime(2026, 4, 2, 12, tzinfo=UTC))
    await heard(desk, "cart")
    await desk.team.until(datetime(2026, 4, 7, 6, tzinfo=UTC))
    reports = [s for s in desk.jonas.sees(TRIAGE) if "What customers say" in s.text]
    assert reports == []
    await desk.team.until(datetime(2026, 4, 7, 7, tzinfo=UTC))
    reports = [s for s in desk.jonas.sees(TRIAGE) if "What customers say" in s.text]
    assert len(reports) == 1


async def test_the_report_is_a_picture_and_the_same_in_words(desk: Desk) -> None:
    """For everybody, and without a word of a customer."""
    await heard(desk, "returns", "returns", "cart", sku="CUP-1")
    await desk.jonas.says("feedback fixed 1 new labels", TRIAGE)
    seen = await desk.wang.says("反馈 报告 4周")
    assert seen
    assert "客户之声 · 4 周" in seen.text
    assert "退换货：2 条（+2）" in seen.text
    assert not [b for b in seen.card.blocks if isinstance(b, Table)]  # said once
    assert "33%：3 条中有 1 条已有最终答复" in seen.text
    assert "CUP-1：3 条（+3）· 退换货 2 条" in seen.text
    assert "F-3 · 购物车" in seen.text
    assert "it fails" not in seen.text
    (picture,) = [b for b in seen.card.blocks if isinstance(b, Drawing)]
    assert "退换货 2 (+2)" in picture.description
    assert isinstance(picture.image, RowsImage)
    assert [row.columns[-1] for row in picture.image.rows] == [2, 1]


async def test_what_keeps_from_buying_is_mended_first(desk: Desk) -> None:
    """Before what more customers say; with its words for those who triage."""
    await heard(desk, "returns", "search", "payment")
    told = await answer(desk.jonas, "feedback report", TRIAGE)
    after = told.split("To mend next")[1]
    assert after.index("F-3 it fails") < after.index("F-1 it fails")


async def test_praise_is_nothing_to_mend(desk: Desk) -> None:
    """It is heard, and stands in no list of what is to be done."""
    await desk.sofia.says("feedback I love the new teapot, thank you!")
    await desk.sofia.says("feedback the cart is empty")
    mend = (await answer(desk.jonas, "feedback report", TRIAGE)).split("To mend next")
    assert "F-2" in mend[1]
    assert "F-1" not in mend[1]


async def test_more_weeks_are_a_button_away(desk: Desk) -> None:
    """From one to twelve."""
    await heard(desk, "cart")
    seen = await desk.sofia.says("feedback report")
    seen = await desk.sofia.presses("Last 12 weeks", seen)
    assert seen
    assert "What customers say · 12 weeks" in seen.text
    assert "up to a year" in await answer(desk.sofia, "feedback report 99 weeks")
    assert "up to 26 weeks" in await answer(desk.sofia, "feedback report soon")
    assert "“soon”" in await answer(desk.sofia, "feedback report soon")
    assert "nothing came in" not in seen.text


async def test_a_report_of_nothing_says_so_kindly(desk: Desk) -> None:
    """No zeros, no empty axes."""
    seen = await desk.sofia.says("feedback report")
    assert seen
    assert "nothing came in" in seen.text
    (picture,) = [b for b in seen.card.blocks if isinstance(b, Drawing)]
    assert picture.description == "Nobody said anything yet"


async def test_words_customers_orders_and_products_are_found(desk: Desk) -> None:
    """Every word counts, capitals do not; who does not triage finds their own."""
    await desk.sofia.says("feedback Gutschein geht nicht order:1001 customer:Özil")
    await desk.wang.says("反馈 优惠券 100% 不能用 商品:CUP-7")
    for typed in ("GUTSCHEIN", "nicht gutschein", "1001", "özil"):
        assert "F-1" in await answer(desk.jonas, f"feedback search {typed}", TRIAGE)
    for typed in ("优惠券", "cup-7", "100%"):
        assert "F-2" in await answer(desk.jonas, f"feedback search {typed}", TRIAGE)
    for typed in ("gutschein 优惠券", "%", "1_01"):
        told = await answer(desk.jonas, f"feedback search {typed}", TRIAGE)
        assert "F-1" not in told
    assert "F-1" not in await answer(desk.wang, "反馈 搜索 gutschein")
    assert "F-2" in await answer(desk.wang, "反馈 搜索 优惠券")
    assert "what to look for" in await answer(desk.jonas, "feedback search", TRIAGE)


async def test_an_export_has_every_voice_and_runs_nothing(desk: Desk) -> None:
    """Of the days asked for, as the file asked for."""
    await desk.sofia.says('feedback "=HYPERLINK(1)" broken cup order:1001 sku:cup-1')
    await desk.team.waits(days=2)
    await desk.wang.says("反馈 付款一直失败 客户:李女士")
    sheet = await file(desk.jonas, "feedback export csv", TRIAGE)
    assert sheet.file == "Feedback.csv"
    assert [row[0] for row in sheet.rows] == ["F-1", "F-2"]
    assert "CUP-1" in sheet.rows[0]
    assert "1001" in sheet.rows[0]
    assert "李女士" in sheet.rows[1]
    sheet = await file(desk.jonas, "feedback export today", TRIAGE)
    assert (sheet.file, len(sheet.rows)) == ("Feedback.xlsx", 1)
    sheet = await file(desk.jonas, "feedback export payment xlsx", TRIAGE)
    assert [row[0] for row in sheet.rows] == ["F-2"]
    sheet = await file(desk.jonas, "反馈 导出 csv CUP-1", TRIAGE)
    assert [row[0] for row in sheet.rows] == ["F-1"]
    told = await answer(desk.jonas, "feedback export loudly", TRIAGE)
    assert "“loudly”" in told
    told = await answer(desk.jonas, "feedback export 2024-01", TRIAGE)
    assert "There is no feedback of those days" in told


async def test_only_the_room_takes_customers_data_away(desk: Desk) -> None:
    """By no way in."""
    await desk.sofia.says("feedback it fails customer:Maria")
    assert "Only those in the room" in await answer(desk.sofia, "feedback export csv")
    seen = await desk.jonas.says("feedback report", TRIAGE)
    await desk.jonas.presses("Export", seen)
    assert await desk.jonas.fills(kind="csv", first="2026-03-01") == {}
    seen = desk.jonas.inbox[-1] if desk.jonas.inbox else desk.jonas.last()
    assert seen
    assert "Customers’ data is in it" in seen.text
    assert await desk.jonas.fills(first="0001-01-01", last="9999-12-30") == {}
    wrong = await desk.jonas.fills(first="2026-03-02", last="2026-03-01")
    assert "before the first" in wrong["last"]


async def test_a_report_of_one_thing_is_its_number(desk: Desk) -> None:
    """A step, a product, a market; what nobody knows is told as before."""
    await desk.sofia.says("feedback the parcel is late step:delivery sku:cup-1")
    told = await answer(desk.sofia, "feedback report delivery last 4 weeks")
    assert told.startswith("Feedback · Delivery · ")
    assert "one voice" in told
    told = await answer(desk.wang, "反馈 报告 CUP-1")
    assert told.startswith("反馈 · CUP-1：1 条客户声音")
    told = await answer(desk.sofia, "feedback report bananas")
    assert "I do not understand “bananas”" in told


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("last quarter", "1 Oct 2025 – 31 Dec 2025"),
        ("上个月", "1 Feb – 28 Feb"),
        ("上周", "23 Feb – 1 Mar"),
        ("这个季度", "1 Jan – 2 Mar"),
        ("a quarter", "13 weeks"),
        ("最近一周", "one week"),
    ],
)
async def test_a_report_is_of_a_time_with_a_name(
    desk: Desk, typed: str, expected: str
) -> None:
    """In either language; what no calendar has ends now."""
    told = await answer(desk.sofia, f"feedback report {typed}")
    assert told.startswith(f"📣 What customers say · {expected}")


async def test_what_is_mended_in_hours_is_told_in_hours(desk: Desk) -> None:
    """No zero days; whole ones as days."""
    await desk.sofia.says("feedback the parcel is late")
    await desk.team.waits(hours=5)
    await desk.jonas.says("feedback fixed 1 it is there")
    told = await answer(desk.sofia, "feedback report")
    assert "less than one: 5 hours in the median" in told
    assert "100%: 1 of 1 has a final answer" in told
    told = await answer(desk.wang, "反馈 报告")
    assert "不到一天，中位数 5 小时" in told
