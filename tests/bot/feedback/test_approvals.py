"""What may be done for a customer only if somebody else says so (PEERS H19)."""

from collections.abc import AsyncIterator
from dataclasses import replace
from decimal import Decimal

import pytest

from bot.errors import Conflict
from bot.model.feedback.approval import Approval, Money, Outcome, Wish
from tests.bot.feedback.desk import TRIAGE, Desk, a_desk
from tests.databases import KINDS, Kind
from tests.driver import MONDAY, Member


@pytest.fixture(params=KINDS)
async def desk(request: pytest.FixtureRequest) -> AsyncIterator[Desk]:
    """Jonas works on Slack, 王芳 leads him and lives on DingTalk; on both databases."""
    kind: Kind = request.param
    async with a_desk(kind) as made:
        await led(made, made.jonas, made.wang)
        await made.sofia.says("feedback the parcel is lost customer:Maria Rossi")
        yield made


async def led(desk: Desk, who: Member, boss: Member) -> None:
    """Somebody leads them."""
    async with desk.team.store() as db:
        known = await db.people.known([who.ref, boss.ref])
        await db.team.lead(known[who.ref].id, known[boss.ref].id)
        await db.commit()


async def asked(desk: Desk, number: int = 1) -> list[Approval]:
    """What was asked about a piece of feedback."""
    async with desk.team.store() as db:
        found = await db.feedback.numbered(number)
        assert found is not None
        return list((await db.feedback.approvals.of([found.id])).get(found.id, ()))


async def story(desk: Desk) -> str:
    """All that Jonas reads of it."""
    await desk.jonas.says("feedback show 1", TRIAGE)
    return desk.jonas.last(TRIAGE).text  # type: ignore[union-attr]


def buttons(who: Member) -> list[str]:
    """What can be pressed in any message to somebody."""
    return [each.label for seen in who.inbox for each in seen.controls]


def controls(who: Member) -> list[str]:
    """What can be pressed in the newest message to somebody."""
    return [each.label for each in who.inbox[-1].controls]


async def test_who_lives_on_dingtalk_approves_what_was_asked_on_slack(
    desk: Desk,
) -> None:
    """Each hears it in their own language; the customer stays masked."""
    await desk.jonas.says(
        "feedback approval F-1 refund 800 CNY because the parcel was lost", TRIAGE
    )
    seen = desk.wang.inbox[-1].text
    assert "Jonas Weber 请您审批：退款 800 元" in seen
    assert "原因：the parcel was lost" in seen
    assert "Maria" not in seen
    assert "waiting for 王芳" in await story(desk)
    await desk.wang.presses("同意")
    assert "王芳 approved: Refund 800 CNY for F-1" in desk.jonas.inbox[-1].text
    assert controls(desk.wang) == []
    assert "于 " in desk.wang.inbox[-1].text
    told = await story(desk)
    assert "Refund 800 CNY: approved by 王芳" in told
    assert "✅ 王芳 approved: Refund 800 CNY" in told


async def test_who_lives_on_slack_rejects_what_was_asked_on_dingtalk(
    desk: Desk,
) -> None:
    """With a reason that who asked reads; none is no answer."""
    await desk.jonas.says("feedback assign 1 @王芳", TRIAGE)
    await desk.wang.says("F-1 需要Sofia Rossi批准退款 200 欧元，因为包裹丢了")
    assert "王芳 asks for your approval: Refund 200 EUR" in desk.sofia.inbox[-1].text
    await desk.sofia.presses("Reject")
    assert set(await desk.sofia.fills(text="")) == {"text"}
    assert await desk.sofia.fills(text="we sent a new one") == {}
    seen = desk.wang.inbox[-1].text
    assert "Sofia Rossi 已驳回：F-1 退款 200 欧元" in seen
    assert "we sent a new one" in seen
    (only,) = await asked(desk)
    assert (only.outcome, only.comment) == (Outcome.REJECTED, "we sent a new one")


async def test_a_comment_goes_with_it_and_the_first_answer_stands(desk: Desk) -> None:
    """Whoever comes again is told what was answered; what was typed before, too."""
    await desk.jonas.says("feedback approval 1 discount 20%", TRIAGE)
    await desk.wang.presses("同意并留言")
    assert await desk.wang.fills(text="仅此一次") == {}
    assert "仅此一次" in desk.jonas.inbox[-1].text
    told = len(desk.jonas.inbox)
    await desk.wang.says("反馈 驳回 1 因为太贵")
    assert "同意：仅此一次" in desk.wang.last().text  # type: ignore[union-attr]
    assert "同意" not in "".join(buttons(desk.wang))
    await desk.wang.says("反馈 同意 1")
    assert len(desk.jonas.inbox) == told
    (only,) = await asked(desk)
    assert only.outcome is Outcome.APPROVED
    assert (await desk.item()).state.open


async def test_nobody_else_answers(desk: Desk) -> None:
    """Neither who asked, nor a colleague, nor an admin, nor who only sent it."""
    await desk.jonas.says("feedback approval 1 refund 800 CNY", TRIAGE)
    await desk.jonas.says("feedback approve 1", TRIAGE)
    assert "王芳 decides" in desk.jonas.last(TRIAGE).text  # type: ignore[union-attr]
    await desk.anna.says("feedback approve 1", TRIAGE)
    assert "王芳 decides about F-1" in desk.anna.last(TRIAGE).text  # type: ignore[union-attr]
    await desk.sofia.says("feedback approve 1")
    assert "王芳" not in desk.sofia.inbox[-1].text
    await desk.sofia.says("feedback show 1")
    assert "800" not in desk.sofia.inbox[-1].text
    assert (await asked(desk))[0].waits
    await desk.jonas.says("feedback approval 1 voucher €20 from @Jonas Weber", TRIAGE)
    assert "your own request" in desk.jonas.last(TRIAGE).text  # type: ignore[union-attr]


async def test_a_rule_says_what_everybody_may_decide(desk: Desk) -> None:
    """Within it nobody is asked; over it, in another currency or without an amount
    somebody is, whomever they name.
    """
    await desk.jonas.says("feedback approvals refund over 5 CNY asks @Anna", TRIAGE)
    assert "Only an admin" in desk.jonas.last(TRIAGE).text  # type: ignore[union-attr]
    await desk.anna.says("反馈 审批规则 退款超过 500 元找 @Anna Berger", TRIAGE)
    assert "Refund over 500 CNY: Anna Berger is asked" in desk.anna.last(TRIAGE).text  # type: ignore[union-attr]
    await desk.jonas.says("feedback approval 1 refund 500", TRIAGE)
    assert "is yours to decide" in desk.jonas.last(TRIAGE).text  # type: ignore[union-attr]
    assert "within the rule: Refund 500 CNY" in await story(desk)
    assert await asked(desk) == []
    for typed, said in (
        ("refund 501 CNY from @Sofia", "By the rule, Anna Berger decides"),
        ("refund 30 USD", "another currency: Anna Berger is asked"),
        ("refund", "You named no amount: Anna Berger is asked"),
    ):
        await desk.jonas.says(f"feedback approval 1 {typed}", TRIAGE)
        assert said in desk.jonas.last(TRIAGE).text  # type: ignore[union-attr]
        await desk.jonas.says("feedback approval 1 withdraw", TRIAGE)
    await desk.anna.says("feedback approvals refund off", TRIAGE)
    await desk.jonas.says("feedback approval 1 refund 600 CNY", TRIAGE)
    assert "Asked 王芳" in desk.jonas.last(TRIAGE).text  # type: ignore[union-attr]


async def test_a_rule_may_ask_whoever_leads_them(desk: Desk) -> None:
    """And is shown with what waits, which can be answered there."""
    await desk.anna.says(
        "feedback approvals discount over €50 asks the manager", TRIAGE
    )
    await desk.jonas.says("feedback approval 1 discount of 80 EUR", TRIAGE)
    assert "Discount 80 EUR" in desk.jonas.last(TRIAGE).text  # type: ignore[union-attr]
    await desk.wang.says("反馈 审批规则")
    seen = desk.wang.last()
    assert seen is not None
    assert "折扣：超过 50 欧元，由请求人的上级审批" in seen.text
    await desk.wang.presses("同意", seen)
    assert "approved: Discount 80 EUR" in desk.jonas.inbox[-1].text


async def test_who_is_away_or_gone_is_not_asked(desk: Desk) -> None:
    """Whoever leads them is; where nobody does, they are, and that is said."""
    await desk.wang.says("请假 今天到周五")
    await desk.jonas.says("feedback approval 1 refund 800 CNY", TRIAGE)
    assert "王芳 is away until" in desk.jonas.last(TRIAGE).text  # type: ignore[union-attr]
    assert "may take a while" in desk.jonas.last(TRIAGE).text  # type: ignore[union-attr]
    await desk.jonas.says("feedback approval 1 withdraw", TRIAGE)
    await led(desk, desk.wang, desk.anna)
    await desk.jonas.says("feedback approval 1 refund 800 CNY", TRIAGE)
    assert "Anna Berger is asked instead" in desk.jonas.last(TRIAGE).text  # type: ignore[union-attr]
    assert "Refund 800 CNY" in desk.anna.inbox[-1].text


async def test_who_does_not_answer_is_reminded_once(desk: Desk) -> None:
    """After a working day; the same message once more, and then no other."""
    await desk.jonas.says("feedback approval 1 refund 800 CNY", TRIAGE)
    await desk.team.waits(days=1, hours=1)
    assert "Jonas Weber 还在等您审批" in desk.wang.inbox[-1].text
    told = len(desk.wang.inbox)
    await desk.team.waits(days=4)
    assert len([s for s in desk.wang.inbox if "还在等您审批" in s.text]) == 1
    await desk.wang.presses("同意", desk.wang.inbox[told - 1])
    assert (await asked(desk))[0].outcome is Outcome.APPROVED


async def test_who_leaves_before_the_answer_is_followed_by_who_leads_them(
    desk: Desk,
) -> None:
    """An admin may answer at once in their place, and the story says so."""
    await led(desk, desk.wang, desk.sofia)
    await desk.jonas.says("feedback approval 1 refund 800 CNY", TRIAGE)
    await desk.jonas.says("feedback approval 1 voucher 20 EUR", TRIAGE)
    async with desk.team.store() as db:
        wang = (await db.people.known([desk.wang.ref]))[desk.wang.ref]
        await db.people.save(replace(wang, active=False))
        await db.commit()
    await desk.anna.says("feedback approve 1 fine", TRIAGE)
    assert "in place of somebody who left" in await story(desk)
    await desk.team.waits(days=1, hours=1)
    assert "Jonas Weber asks for your approval" in desk.sofia.inbox[-1].text
    await desk.sofia.presses("Approve")
    assert all(not each.waits for each in await asked(desk))


async def test_what_ends_needs_nobodys_word(desk: Desk) -> None:
    """Fixed, or joined to another: the buttons go, and nobody can answer."""
    await desk.jonas.says("feedback approval 1 refund 800 CNY", TRIAGE)
    await desk.jonas.says("feedback fixed 1 it was found", TRIAGE)
    assert controls(desk.wang) == []
    await desk.leaves()
    assert "自动撤回" in desk.wang.inbox[-1].text
    assert (await asked(desk))[0].outcome is Outcome.WITHDRAWN
    await desk.jonas.says("feedback approval 1 refund 5 CNY", TRIAGE)
    assert "F-1 is fixed" in desk.jonas.last(TRIAGE).text  # type: ignore[union-attr]
    await desk.sofia.says("feedback the parcel never came")
    await desk.sofia.says("feedback where is the parcel")
    await desk.jonas.says("feedback approval 2 refund 7 CNY", TRIAGE)
    await desk.jonas.says("feedback join 2 with 3", TRIAGE)
    await desk.leaves()
    assert (await asked(desk, 2))[0].outcome is Outcome.WITHDRAWN


async def test_words_taken_back_leave_the_request_as_it_was(desk: Desk) -> None:
    """It ended for a moment only."""
    await desk.jonas.says("feedback approval 1 refund 800 CNY", TRIAGE)
    await desk.jonas.says("feedback fixed 1 it was found", TRIAGE)
    await desk.jonas.presses("Undo")
    await desk.leaves()
    assert (await asked(desk))[0].waits
    assert "同意" in controls(desk.wang)


async def test_a_form_asks_for_the_same(desk: Desk) -> None:
    """From a button, on both chats; who leads them is proposed."""
    await desk.jonas.says("feedback show 1", TRIAGE)
    await desk.jonas.presses("Ask for approval")
    wrong = await desk.jonas.fills(what="", text="lost")
    assert set(wrong) == {"what"}
    wrong = await desk.jonas.fills(what="refund", amount="-3 EUR", text="lost")
    assert set(wrong) == {"amount"}
    assert await desk.jonas.fills(what="refund", amount="80 EUR", text="lost") == {}
    assert "退款 80 欧元" in desk.wang.inbox[-1].text
    await desk.wang.says("反馈 查看 1")
    await desk.wang.presses("请求审批")
    values = {"what": "换货", "amount": None, "whom": ("Anna Berger",)}
    assert await desk.wang.fills(**values) == {}
    assert "王芳 asks for your approval: Replacement" in desk.anna.inbox[-1].text


async def test_the_same_is_asked_for_once(desk: Desk) -> None:
    """By the command and by the database."""
    await desk.jonas.says("feedback approval 1 refund 800 CNY", TRIAGE)
    await desk.anna.says("feedback approval 1 refund 20 CNY from @Sofia", TRIAGE)
    seen = desk.anna.last(TRIAGE).text  # type: ignore[union-attr]
    assert "Jonas Weber has asked 王芳 for that already" in seen
    await desk.anna.says("feedback approval 1 withdraw", TRIAGE)
    assert "Only Jonas Weber" in desk.anna.last(TRIAGE).text  # type: ignore[union-attr]
    (only,) = await asked(desk)
    again = Approval(
        feedback_id=only.feedback_id,
        wish=Wish("refund"),
        asker_id=only.asked_id,
        asked_id=only.asker_id,
        asked_at=only.asked_at,
    )
    with pytest.raises(Conflict):
        async with desk.team.store() as db:
            await db.feedback.approvals.add(again)


@pytest.mark.parametrize(
    "wrong",
    [
        {"wish": Wish("refund", "", Money(Decimal(0), "CNY"))},
        {"outcome": Outcome.APPROVED},
        {"outcome": Outcome.REJECTED, "answered_at": MONDAY},
        {"answered_by": 1},
        {"asked_id": 4711},
        {"wish": Wish("")},
    ],
)
async def test_the_database_refuses_what_cannot_be(
    desk: Desk, wrong: dict[str, object]
) -> None:
    """Whatever the code says."""
    new = Approval(
        feedback_id=(await desk.item()).id,
        wish=Wish("refund"),
        asker_id=1,
        asked_id=2,
        asked_at=MONDAY,
    )
    with pytest.raises(Conflict):
        async with desk.team.store() as db:
            await db.feedback.approvals.add(replace(new, **wrong))  # type: ignore[arg-type]


async def test_a_rule_of_somebody_who_left_asks_whom_they_name(desk: Desk) -> None:
    """Nobody would be asked otherwise."""
    await desk.anna.says("feedback approvals refund over 5 CNY asks @Sofia", TRIAGE)
    async with desk.team.store() as db:
        sofia = (await db.people.known([desk.sofia.ref]))[desk.sofia.ref]
        await db.people.save(replace(sofia, active=False))
        await db.commit()
    await desk.jonas.says("feedback approval 1 refund 9 CNY", TRIAGE)
    assert "Who decides?" in desk.jonas.last(TRIAGE).text  # type: ignore[union-attr]
    await desk.jonas.says("feedback approval 1 refund 9 CNY from @Anna", TRIAGE)
    assert "Asked Anna Berger" in desk.jonas.last(TRIAGE).text  # type: ignore[union-attr]


async def test_several_requests_are_told_apart_by_their_words(desk: Desk) -> None:
    """Which one is meant is asked, and taken from the first word."""
    for what in ("refund 800 CNY", "voucher 20 EUR"):
        await desk.jonas.says(f"feedback approval 1 {what}", TRIAGE)
    await desk.wang.says("反馈 同意 1")
    assert "F-1 有多个审批请求" in desk.wang.last().text  # type: ignore[union-attr]
    await desk.wang.says("反馈 驳回 1 优惠券 太多了")
    await desk.wang.says("反馈 同意 1 这次可以")
    await desk.jonas.says("feedback approval 1 discount 5%", TRIAGE)
    await desk.wang.says("反馈 同意 1 折扣")
    found = {each.wish.word: (each.outcome, each.comment) for each in await asked(desk)}
    assert found["voucher"] == (Outcome.REJECTED, "太多了")
    assert found["refund"] == (Outcome.APPROVED, "这次可以")
    assert found["discount"] == (Outcome.APPROVED, "")


async def test_reject_declines_where_nothing_was_asked_of_them(desk: Desk) -> None:
    """As it did before anything could be asked."""
    await desk.jonas.says("feedback reject 1 not ours", TRIAGE)
    assert (await desk.item()).reason == "not ours"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("refund -5 CNY", "-5 CNY"),
        ("refund 0 EUR", "0 EUR"),
        ("refund 5.1234 EUR", "too many decimals"),
        ("refund 5 XYQ", "the currency “XYQ”"),
        ("800 CNY", "What is to be approved"),
        ("refund 5 EUR from @Anna @Sofia", "One person decides"),
    ],
)
async def test_what_cannot_be_asked_is_said_kindly(
    desk: Desk, typed: str, said: str
) -> None:
    """With what to type instead; nothing is kept."""
    await desk.jonas.says(f"feedback approval 1 {typed}", TRIAGE)
    seen = desk.jonas.last(TRIAGE).text  # type: ignore[union-attr]
    assert said in seen
    assert "feedback approval 1 refund 800 CNY" in seen
    assert await asked(desk) == []
