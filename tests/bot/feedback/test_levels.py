"""What is promised to customers: kept, nearly broken, broken (PEERS H07–H09)."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from bot.model.feedback import Runs, ServiceLevel, Severity, UpdateKind
from bot.model.form_field import standing
from tests.bot.feedback.desk import TRIAGE, Desk, a_desk
from tests.bot.feedback.test_sight import GROUP, in_both_chats
from tests.databases import KINDS, Kind
from tests.driver import Member

TYPED = "feedback promise blocking answer 1h solve 4h escalate @Anna"
BROKEN = "feedback !blocking The cart is empty after login"
NINE = datetime(2026, 3, 2, 8, tzinfo=UTC)  # in Berlin, on a Monday


@pytest.fixture(params=KINDS)
async def desk(request: pytest.FixtureRequest) -> AsyncIterator[Desk]:
    """Monday at nine; what blocks is promised to be answered in an hour."""
    kind: Kind = request.param
    async with a_desk(kind) as made:
        await made.team.until(NINE)
        await made.anna.says(TYPED)
        yield made


def told(who: Member, words: str, where: str | None = None) -> list[str]:
    """What somebody sees that has these words."""
    return [seen.text for seen in who.sees(where) if words in seen.text]


async def levels(desk: Desk) -> list[ServiceLevel]:
    """What is promised."""
    async with desk.team.store() as db:
        return list(await db.feedback.rules.levels())


async def kinds(desk: Desk, number: int = 1) -> list[UpdateKind]:
    """What the clock wrote into the story of one."""
    item = await desk.item(number)
    async with desk.team.store() as db:
        story = await db.feedback.log.of(item.id)
    timed = (UpdateKind.WARNED, UpdateKind.BREACHED, UpdateKind.ESCALATED)
    return [each.kind for each in story if each.kind in timed]


async def test_a_promise_is_one_sentence(desk: Desk) -> None:
    """In either language; times as people write them."""
    (level,) = await levels(desk)
    assert (level.answer, level.solve) == (60, 240)
    seen = desk.anna.last()
    assert seen
    assert "answered within 1 h · solved within 4 h" in seen.text
    assert "then Anna Berger hears of it" in seen.text
    await desk.anna.says("反馈 承诺 高 答复 30分钟 解决 两天")
    found = {each.severity: each for each in await levels(desk)}
    assert (found[Severity.HIGH].answer, found[Severity.HIGH].solve) == (30, 1080)
    seen = await desk.sofia.says("feedback promises")
    assert seen
    assert "high: answered within 30 min · solved within 2 working days" in seen.text
    assert "low: nothing promised" in seen.text
    await desk.anna.says("feedback promise high answer within 2 hours, solve in 3d")
    found = {each.severity: each for each in await levels(desk)}
    assert (found[Severity.HIGH].answer, found[Severity.HIGH].solve) == (120, 1620)
    await desk.anna.says("feedback promise high off")
    seen = await desk.wang.says("反馈 承诺列表")
    assert seen
    assert "高: 没有承诺" in seen.text
    assert "答复时限 1 小时" in seen.text


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("feedback promise soon", "Please say for which feedback"),
        ("feedback promise high", "Please say how soon"),
        ("feedback promise high answer sometime", "I do not understand the time"),
        ("feedback promise high answer 0m", "I do not understand the time"),
        ("feedback promise high answer 99999d", "I do not understand the time"),
        ("feedback promise high answer 4h solve 1h", "later than solving"),
        ("feedback promise high answer 1h with love", "with love"),
        ("feedback promise high answer 1h then @Anna @Jonas", "name one person"),
    ],
)
async def test_what_is_wrong_in_a_promise_is_said(
    desk: Desk, typed: str, kind: str
) -> None:
    """Kindly, with an example; nothing is changed."""
    seen = await desk.anna.says(typed)
    assert seen
    assert kind in seen.text
    assert "feedback promise blocking answer 15m" in seen.text
    assert len(await levels(desk)) == 1


async def test_only_admins_promise(desk: Desk) -> None:
    """It binds everybody."""
    await desk.sofia.says("feedback promise low answer 1h")
    assert len(await levels(desk)) == 1


async def test_who_may_not_promise_sees_what_is_promised(desk: Desk) -> None:
    """With the word for promises alone, in either language; who may gets the form."""
    seen = await desk.sofia.says("feedback promise")
    assert seen
    assert "answered within 1 h · solved within 4 h" in seen.text
    seen = await desk.wang.says("反馈 承诺")
    assert seen
    assert "答复时限 1 小时" in seen.text
    seen = await desk.wang.says("反馈 承诺 低 答复 1小时")
    assert seen
    assert "管理员" in seen.text
    assert len(await levels(desk)) == 1


async def test_the_room_is_warned_and_then_told(desk: Desk) -> None:
    """At three quarters of the time, and when it is over: once each, in its thread."""
    await desk.sofia.says(BROKEN, "#general")
    await desk.team.waits(minutes=44)
    assert told(desk.jonas, "F-1 is to be answered", TRIAGE) == []
    await desk.team.waits(minutes=1)
    assert len(told(desk.jonas, "⏳ F-1 is to be answered by", TRIAGE)) == 1
    await desk.team.waits(minutes=15)
    assert len(told(desk.jonas, "⏰ F-1 was not answered within 1 h", TRIAGE)) == 1
    await desk.team.waits(minutes=50)
    assert await kinds(desk) == [
        UpdateKind.WARNED, UpdateKind.BREACHED, UpdateKind.ESCALATED,
    ]  # fmt: skip
    card = desk.jonas.sees(TRIAGE)[1]
    late = [seen for seen in desk.jonas.sees(TRIAGE) if "was not answered" in seen.text]
    assert late[0].ref.place.thread == card.ref.id


async def test_a_warning_keeps_its_time_when_that_is_over(desk: Desk) -> None:
    """However often its message is written anew: no later one was promised."""
    await desk.sofia.says(BROKEN, "#general")
    await desk.team.waits(hours=1)
    (before,) = told(desk.jonas, "⏳ F-1 is to be answered by", TRIAGE)
    await desk.team.waits(minutes=40)
    await desk.jonas.says("feedback correct 1 payment", TRIAGE)
    (after,) = told(desk.jonas, "⏳ F-1 is to be answered by", TRIAGE)
    assert "Payment" in after
    assert after.partition(" (")[0] == before.partition(" (")[0]


async def test_a_room_over_both_chats_is_told_in_both(desk: Desk) -> None:
    """Each in its own language, behind the card that it is about."""
    li = await in_both_chats(desk)
    await desk.sofia.says(BROKEN, "#general")
    await desk.team.waits(hours=1, minutes=5)
    assert len(told(desk.jonas, "was not answered within 1 h", TRIAGE)) == 1
    (late,) = told(li, "⏰ F-1 未答复，已超过 1 小时", GROUP)
    assert "The cart is empty" in late


async def test_without_a_room_and_an_owner_the_admins_are_told(desk: Desk) -> None:
    """Of what is nearly over, and of what is; nobody else."""
    await desk.anna.says("feedback triage off", TRIAGE)
    await desk.sofia.says(BROKEN, "#general")
    await desk.team.waits(minutes=50)
    assert len(told(desk.anna, "⏳ F-1 is to be answered by")) == 1
    await desk.team.waits(minutes=11)
    assert len(told(desk.anna, "⏰ F-1 was not answered within 1 h")) == 1
    assert told(desk.jonas, "not answered") == told(desk.sofia, "not answered") == []


async def test_who_owns_it_is_warned(desk: Desk) -> None:
    """Not the whole room."""
    await desk.sofia.says(BROKEN, "#general")
    await desk.jonas.says("feedback start 1", TRIAGE)
    await desk.team.waits(hours=3)
    assert "⏳ F-1 is to be solved by" in desk.jonas.inbox[-1].text
    assert told(desk.anna, "is to be solved", TRIAGE) == []


async def test_an_answer_in_time_is_no_news(desk: Desk) -> None:
    """Nor is anything said of one that is over."""
    await desk.sofia.says(BROKEN, "#general")
    await desk.team.waits(minutes=30)
    await desk.jonas.says("feedback fixed 1 it is full again", TRIAGE)
    await desk.team.waits(days=3)
    assert await kinds(desk) == []


async def test_nights_and_days_off_do_not_count(desk: Desk) -> None:
    """What comes on Friday evening is late on Monday."""
    await desk.team.until(datetime(2026, 3, 6, 16, 30, tzinfo=UTC))  # 17:30
    await desk.sofia.says(BROKEN, "#general")
    await desk.team.until(datetime(2026, 3, 9, 8, 29, tzinfo=UTC))  # 09:29
    assert UpdateKind.BREACHED not in await kinds(desk)
    await desk.team.waits(minutes=1)
    assert UpdateKind.BREACHED in await kinds(desk)


async def test_the_clock_stands_while_the_customer_is_asked(desk: Desk) -> None:
    """And goes on when they have said it."""
    await desk.sofia.says(BROKEN, "#general")
    await desk.team.waits(minutes=30)
    await desk.jonas.says("feedback wait 1 which browser?", TRIAGE)
    await desk.team.waits(days=2)
    assert await kinds(desk) == []
    await desk.sofia.says("feedback say 1 Firefox")
    await desk.team.waits(hours=3, minutes=29)
    assert await kinds(desk) == [UpdateKind.WARNED]
    await desk.team.waits(minutes=1)
    assert await kinds(desk) == [UpdateKind.WARNED, UpdateKind.BREACHED]


async def test_a_manager_hears_once_and_of_all_together(desk: Desk) -> None:
    """Two that break within the hour are two messages, three at once are one."""
    for number in range(3):
        await desk.sofia.says(f"{BROKEN}, says customer {number}", "#general")
    await desk.team.waits(minutes=59)
    await desk.sofia.says(f"{BROKEN} again", "#general")
    await desk.team.waits(minutes=3)
    (summary,) = told(desk.anna, "promises to customers were not kept")
    assert "⏰ 3 promises" in summary
    assert summary.count("F-") == 3
    await desk.team.waits(hours=2)
    assert len(told(desk.anna, "One promise to customers was not kept")) == 1
    await desk.team.waits(days=4)
    assert len(told(desk.anna, "not kept")) == 2
    seen = await desk.anna.says("feedback show 4")
    assert seen
    assert "Anna Berger was told" in seen.text


async def test_what_was_late_before_it_was_promised_is_no_news(desk: Desk) -> None:
    """Nobody gets a hundred messages for a new promise."""
    await desk.sofia.says("feedback !normal search finds nothing at all", "#general")
    await desk.team.waits(days=1)
    before = len(desk.jonas.sees(TRIAGE))
    for severity in ("low", "normal", "high"):
        await desk.anna.says(f"feedback promise {severity} answer 1h escalate @Jonas")
    await desk.team.waits(hours=3)
    assert len(desk.jonas.sees(TRIAGE)) == before
    assert told(desk.jonas, "not kept") == []
    assert (await desk.item()).breached_at is not None


async def test_what_blocks_may_run_round_the_clock(desk: Desk) -> None:
    """In the words of either language; a day is a whole one then."""
    await desk.anna.says("feedback promise blocking answer 15m solve 1d always")
    (level,) = await levels(desk)
    assert (level.answer, level.solve, level.hours) == (15, 1440, Runs.ALWAYS)
    seen = desk.anna.last()
    assert seen
    assert "answered within 15 min · solved within one day · round the clock" in (
        seen.text
    )
    await desk.anna.says("反馈 承诺 阻断 答复 15分钟 解决 24小时 全天 升级 @Anna")
    (level,) = await levels(desk)
    assert (level.answer, level.solve, level.hours) == (15, 1440, Runs.ALWAYS)
    assert level.escalate_to
    await desk.team.until(datetime(2026, 3, 7, 22, tzinfo=UTC))  # Saturday night
    await desk.sofia.says(BROKEN, "#general")
    await desk.team.waits(minutes=15)
    assert len(told(desk.jonas, "⏰ F-1 was not answered within 15 min", TRIAGE)) == 1
    await desk.anna.says("feedback promise blocking answer 1h in working hours")
    (level,) = await levels(desk)
    assert level.hours is Runs.WORK


async def test_a_form_shows_and_takes_every_promise(desk: Desk) -> None:
    """What is promised stands in it, each severity's own."""
    await desk.anna.says("feedback promise high answer 3d always")
    await desk.anna.says("feedback promise", "#general")
    held = {field.name: standing(field) for field in desk.anna.form.fields}
    assert held["severity"] == "blocking"
    assert (held["answer-blocking"], held["solve-blocking"]) == ("1 h", "4 h")
    assert held["escalate-blocking"] == desk.anna.ref.id
    assert (held["answer-high"], held["hours-high"]) == ("3 days", "always")
    assert await desk.anna.fills() == {}
    assert (await levels(desk))[0].solve == 240
    await desk.anna.says("feedback promises")
    await desk.anna.presses("Change promises")
    wrong = await desk.anna.fills(
        **{"severity": "high", "answer-high": "soon", "escalate-high": "Nobody"}
    )
    assert set(wrong) == {"answer-high", "escalate-high"}
    late = {"severity": "high", "answer-high": "2h", "solve-high": "1h"}
    assert set(await desk.anna.fills(**late)) == {"answer-high"}
    assert await desk.anna.fills(**(late | {"solve-high": "2 天"})) == {}
    found = {each.severity: each for each in await levels(desk)}
    assert (found[Severity.HIGH].answer, found[Severity.HIGH].solve) == (120, 2880)
    assert found[Severity.BLOCKING].answer == 60


async def test_only_admins_get_the_form(desk: Desk) -> None:
    """By whatever button."""
    seen = await desk.sofia.says("feedback promises")
    assert seen
    assert seen.controls == []
