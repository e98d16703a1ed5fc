"""How much customers said of each channel and market, and reports of named days."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.commands.feedback.times import before
from bot.messages import Table
from bot.model.absence import Days
from bot.model.drawing import Drawing
from bot.model.feedback.breakdown import SHOWN, breakdown
from bot.model.feedback.figures import Period
from storage.tables.feedback import feedback, feedback_voices
from tests.bot.feedback.desk import Desk, a_desk
from tests.databases import KINDS, Kind
from tests.driver import Member
from tests.fakes.chat import Seen

SAID = (
    "feedback The parcel came late channel:Tmall market:DE sku:CUP-1 step:delivery",
    "feedback Our parcel was left in the rain channel:JD market:德国 step:delivery",
    "feedback The teapot came broken channel:JD market:IT step:quality",
    "feedback Nobody answers the phone step:other",
)
TUESDAY = datetime(2026, 3, 10, 8, tzinfo=UTC)

ENGLISH = (
    ("feedback report by sku 4 weeks", "by product", ("CUP-1", "1", "+1")),
    ("feedback report by step last week", "by step", ("Delivery", "2", "+2")),
    ("feedback report by severity", "by severity", ("Normal", "1", "\u22123")),
    ("feedback report per market", "by market", ("France", "1", "+1")),
    ("feedback by channel last week", "by sales channel", ("JD", "2", "+2")),
    ("feedback per country last week", "by market", ("Germany", "2", "+2")),
    ("feedback report markets last week", "by market", ("Germany", "2", "+2")),
    ("feedback split by market last week", "by market", ("Germany", "2", "+2")),
    (
        "which country complains the most last week?",
        "by market",
        ("Germany", "2", "+2"),
    ),
    (
        "how many complaints per channel did we get last week?",
        "by sales channel",
        ("JD", "2", "+2"),
    ),
    ("complaints by channel this month", "by sales channel", ("JD", "2", "+2")),
    (
        "which market has the most complaints last week?",
        "by market",
        ("Germany", "2", "+2"),
    ),
    (
        "feedback report delivery by channel last week",
        "by sales channel",
        ("JD", "1", "+1"),
    ),
    ("how many complaints per country last week?", "by market", ("Germany", "2", "+2")),
)
CHINESE = (
    ("反馈 按渠道 上周", "各渠道", ("京东", "2", "+2")),
    ("反馈按市场上周", "各市场", ("德国", "2", "+2")),
    ("反馈 报告 按国家 上周", "各市场", ("德国", "2", "+2")),
    ("反馈 报告 按商品 最近4周", "各商品", ("CUP-1", "1", "+1")),
    ("反馈 报告 上周 按环节", "各环节", ("物流配送", "2", "+2")),
    ("这个月各渠道的反馈", "各渠道", ("京东", "2", "+2")),
    ("上周各市场投诉数", "各市场", ("德国", "2", "+2")),
    ("上周投诉最多的渠道是哪个", "各渠道", ("京东", "2", "+2")),
    ("上周各国投诉量", "各市场", ("德国", "2", "+2")),
    ("上周反馈 渠道分布", "各渠道", ("京东", "2", "+2")),
    ("上周的投诉按渠道统计", "各渠道", ("京东", "2", "+2")),
    ("上周哪个渠道的投诉最多？", "各渠道", ("京东", "2", "+2")),
)
TIMES = (
    ("feedback report last week", "What customers say · 2 Mar – 8 Mar"),
    ("feedback report this week", "What customers say · 9 Mar – 10 Mar"),
    ("feedback report last month", "What customers say · 1 Feb – 28 Feb"),
    ("feedback report this month", "What customers say · 1 Mar – 10 Mar"),
    ("feedback report since Monday", "What customers say · 9 Mar – 10 Mar"),
    ("feedback report from 1 to 5 March", "What customers say · 1 Mar – 5 Mar"),
    ("feedback report yesterday", "What customers say · 9 Mar\n"),
    ("feedback report 4 weeks", "What customers say · 4 weeks\n10 Feb – 10 Mar"),
    ("feedback report last 4 weeks", "What customers say · 4 weeks"),
    ("feedback report over the last 4 weeks", "What customers say · 4 weeks"),
    ("feedback report past two weeks", "What customers say · 2 weeks"),
    ("feedback report", "What customers say · one week\n3 Mar – 10 Mar"),
    ("feedback report last year", "1 Jan 2025 – 31 Dec 2025"),
    ("反馈 报告 去年", "2025年1月1日 – 2025年12月31日"),
    ("what are customers complaining about this week?", "9 Mar – 10 Mar"),
    ("反馈 报告 上周", "客户之声 · 3月2日 – 3月8日"),
    ("反馈 报告 本月", "客户之声 · 3月1日 – 3月10日"),
    ("反馈 报告 上个月", "客户之声 · 2月1日 – 2月28日"),
    ("反馈 报告 3月1日到3月5日", "客户之声 · 3月1日 – 3月5日"),
    ("反馈 报告 最近4周", "客户之声 · 4 周"),
    ("反馈 报告 最近一周", "客户之声 · 一周"),
)
PICTURES = (
    "feedback chart",
    "feedback graph",
    "feedback trends",
    "show me a chart of feedback",
    "complaint trends",
    "反馈 图表",
    "反馈 趋势图",
    "投诉趋势",
    "看看反馈走势图",
)
WEIGHTY = (
    "feedback top issues",
    "what are the top issues?",
    "feedback highest priority",
    "反馈 优先级最高的是哪些",
    "优先级最高的反馈有哪些？",
    "最严重的投诉是哪些",
)


@pytest.fixture(params=KINDS)
async def desk(request: pytest.FixtureRequest) -> AsyncIterator[Desk]:
    """Four things were said on a Monday; on the Tuesday of the week after one more."""
    kind: Kind = request.param
    async with a_desk(kind) as made:
        for typed in SAID:
            await made.sofia.says(typed)
        await made.team.until(TUESDAY)
        await made.wang.says("反馈 包裹丢了 环节:物流 渠道:天猫 市场:法国")
        yield made


async def asked(who: Member, typed: str) -> Seen:
    """What somebody is shown for what they type."""
    seen = await who.says(typed)
    assert seen
    return seen


def rows(seen: Seen) -> list[tuple[str, ...]]:
    """The rows of the table in it."""
    (table,) = [block for block in seen.card.blocks if isinstance(block, Table)]
    return [tuple("".join(map(str, cell)) for cell in row) for row in table.rows]


async def test_channels_stand_in_a_table(desk: Desk) -> None:
    """The most first, those not said last, and all of them."""
    seen = await asked(desk.sofia, "feedback report by channel last week")
    assert seen.text.startswith("📣 Feedback by sales channel\n2 Mar – 8 Mar")
    assert "The change is against 23 Feb – 1 Mar." in seen.text
    assert rows(seen) == [
        ("JD", "2", "+2"),
        ("Tmall", "1", "+1"),
        ("Not said", "1", "+1"),
        ("All", "4", "+4"),
    ]
    seen = await asked(desk.wang, "反馈 报告 按渠道 本周")
    assert seen.text.startswith("📣 各渠道的反馈\n3月9日 – 3月10日")
    assert "变化是与 3月2日 – 3月3日 相比。" in seen.text
    assert rows(seen) == [
        ("天猫", "1", "±0"),
        ("京东", "0", "\u22122"),
        ("未说明", "0", "\u22121"),
        ("合计", "1", "\u22123"),
    ]


async def test_one_market_is_one_however_it_was_kept(desk: Desk) -> None:
    """Rows from before markets had codes count with those of now."""
    async with desk.team.store() as db:
        for table in (feedback, feedback_voices):
            old = table.c.market == "DE", table.c.id == 1
            change = table.update().where(*old).values(market="GERMANY")
            await db.connection.execute(change)
        await db.commit()
    seen = await asked(desk.sofia, "feedback report by country last week")
    assert rows(seen)[:2] == [("Germany", "2", "+2"), ("Italy", "1", "+1")]
    seen = await asked(desk.wang, "反馈 报告 按市场 上周")
    assert rows(seen)[:2] == [("德国", "2", "+2"), ("意大利", "1", "+1")]


async def test_a_market_is_counted_as_it_was_corrected(desk: Desk) -> None:
    """And of what was joined to others each voice with its own."""
    await desk.jonas.says("feedback correct 3 market:Spain")
    await desk.jonas.says("feedback join 4 1")
    seen = await asked(desk.sofia, "feedback report by market last week")
    assert ("Spain", "1", "+1") in rows(seen)
    assert ("Germany", "2", "+2") in rows(seen)
    assert ("Not said", "1", "+1") in rows(seen)


async def test_a_table_is_asked_for_in_english() -> None:
    """As a command, and as people say it."""
    async with a_desk() as desk:
        for said in SAID:
            await desk.sofia.says(said)
        await desk.team.until(TUESDAY)
        said = "feedback The parcel is late market:France step:delivery !normal"
        await desk.sofia.says(said)
        for typed, title, first in ENGLISH:
            seen = await asked(desk.sofia, typed)
            assert f"Feedback {title}" in seen.text.splitlines()[0]
            assert rows(seen)[0] == first


async def test_a_table_is_asked_for_in_chinese() -> None:
    """With and without spaces."""
    async with a_desk() as desk:
        for said in SAID:
            await desk.sofia.says(said)
        await desk.team.until(TUESDAY)
        for typed, title, first in CHINESE:
            seen = await asked(desk.wang, typed)
            assert seen.text.startswith(f"📣 {title}的反馈")
            assert rows(seen)[0] == first


async def test_the_same_time_is_split_by_a_button(desk: Desk) -> None:
    """From the report and from a table; also when its days have become others."""
    seen: Seen | None = await asked(desk.sofia, "feedback report last week")
    await desk.team.waits(days=7)
    seen = await desk.sofia.presses("By channel", seen)
    assert seen
    assert rows(seen)[0] == ("JD", "2", "+2")
    seen = await desk.sofia.presses("By market", seen)
    assert seen
    assert "2 Mar – 8 Mar" in seen.text
    assert rows(seen)[0] == ("Germany", "2", "+2")


async def test_a_customer_may_begin_like_it(desk: Desk) -> None:
    """What names nothing to split by is passed on, or asked about."""
    seen = await asked(desk.sofia, "feedback by courier it takes three weeks")
    assert "F-6" in seen.text
    seen = await asked(desk.wang, "反馈 各渠道价格不一致，客户很生气")
    assert "F-7" in seen.text
    said = "feedback by market rules the parcel must be there tomorrow, they say"
    assert "F-8" in (await asked(desk.sofia, said)).text
    seen = await asked(desk.sofia, "feedback report by moonlight")
    assert "I do not understand “by moonlight”" in seen.text
    assert "by channel" in seen.text


async def test_nothing_said_is_no_table(desk: Desk) -> None:
    """A sentence says so."""
    seen = await asked(desk.sofia, "feedback report by channel 2025-01")
    assert "Nobody said anything in this time" in seen.text
    seen = await asked(desk.wang, "反馈 报告 按渠道 2025-01")
    assert "都没有客户反馈" in seen.text


async def test_the_days_named_are_the_days_shown() -> None:
    """Weeks that are counted end now."""
    async with a_desk() as desk:
        await desk.team.until(TUESDAY)
        for typed, title in TIMES:
            who = desk.sofia if typed.isascii() else desk.wang
            assert title in (await asked(who, typed)).text


async def test_a_week_is_compared_with_the_week_before(desk: Desk) -> None:
    """Its figures are those of its days, where the reader is."""
    told = (await asked(desk.sofia, "feedback report last week")).text
    assert "Voices: 4, +4" in told
    told = (await asked(desk.wang, "反馈 报告 本周")).text
    assert "1 条，较前期 \u22123" in told
    for typed in ("feedback report 2027-01", "feedback report by channel next week"):
        assert "still to come" in (await asked(desk.sofia, typed)).text
    assert "还没到" in (await asked(desk.wang, "反馈 报告 下周")).text
    told = (await asked(desk.sofia, "feedback report since January 2024")).text
    assert "up to a year" in told
    assert "feedback report by channel 2024-01-01 to 2026-03-10" in told


@pytest.mark.parametrize(
    ("first", "last", "then"),
    [
        ("2026-03-01", "2026-03-10", ("2026-02-01", "2026-02-10")),
        ("2026-02-01", "2026-02-28", ("2026-01-01", "2026-01-31")),
        ("2026-01-01", "2026-03-10", ("2025-10-01", "2025-12-10")),
        ("2025-01-01", "2025-12-31", ("2024-01-01", "2024-12-31")),
        ("2024-01-01", "2026-03-10", ("2021-10-01", "2023-12-10")),
        ("2026-03-09", "2026-03-10", ("2026-03-02", "2026-03-03")),
        ("2026-03-02", "2026-03-08", ("2026-02-23", "2026-03-01")),
        ("2026-03-03", "2026-03-05", ("2026-02-28", "2026-03-02")),
    ],
)
def test_days_are_compared_with_their_like(
    first: str, last: str, then: tuple[str, str]
) -> None:
    """A month with the month before, a week that is not over with as much of one."""
    assert before(Days.of(first, last), date(2026, 3, 10)) == Days.of(*then)


def test_a_month_that_is_longer_ends_with_the_one_before() -> None:
    """31 days of March are no 31 days of February."""
    found = before(Days.of("2026-03-01", "2026-03-30"), date(2026, 3, 30))
    assert found == Days.of("2026-02-01", "2026-02-28")


@pytest.mark.parametrize("days", [1, 2, 7, 10, 28, 31, 366])
def test_a_picture_ends_with_what_is_shown(days: int) -> None:
    """Whole columns of it are the time that was asked for."""
    until = datetime(2026, 3, 9, tzinfo=UTC)
    period = Period(until - timedelta(days=days), until)
    assert period.since in period.cuts
    shown = (period.until - period.since) / period.column
    assert shown == round(shown)
    assert 1 <= shown <= 4


def test_many_values_are_told_together() -> None:
    """The rest in one row; the sum stays."""
    many = {f"SKU-{each:02}": 100 - each for each in range(SHOWN + 5)} | {"": 7}
    told = breakdown(many, {"SKU-00": 1, "GONE": 3})
    assert len(told.parts) == SHOWN
    assert (told.more, told.unnamed.now) == (6, 7)
    rest = told.others.now + told.unnamed.now + sum(each.now for each in told.parts)
    assert rest == told.total.now == sum(many.values())
    assert told.total.before == 4


async def test_a_picture_is_asked_for() -> None:
    """The report has it; nothing is passed on."""
    async with a_desk() as desk:
        await desk.sofia.says(SAID[0])
        for typed in PICTURES:
            who = desk.sofia if typed.isascii() else desk.wang
            seen = await asked(who, typed)
            assert [block for block in seen.card.blocks if isinstance(block, Drawing)]


async def test_what_matters_most_is_shown() -> None:
    """In the order in which it is to be mended."""
    async with a_desk() as desk:
        await desk.sofia.says(SAID[0])
        for typed in WEIGHTY:
            who = desk.sofia if typed.isascii() else desk.wang
            told = (await asked(who, typed)).text
            assert "F-1" in told
            assert "F-2" not in told
            assert ("To mend next" in told) or ("接下来先改" in told)
