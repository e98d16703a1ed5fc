"""Answers are proposed in the customer's language, and can be taken back."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot.events import ProfileChanged
from bot.model.feedback import State, UpdateKind
from bot.ports import Abilities
from tests.bot.feedback.desk import TRIAGE, Desk, a_desk
from tests.databases import KINDS, Kind
from tests.driver import Member


@pytest.fixture(params=KINDS)
async def desk(request: pytest.FixtureRequest) -> AsyncIterator[Desk]:
    """On both databases."""
    kind: Kind = request.param
    async with a_desk(kind) as made:
        yield made


def first_words(who: Member) -> str:
    """What stands in the one field of their form."""
    (field,) = who.form.fields
    return str(getattr(field, "value", ""))


async def test_words_leave_after_ten_seconds(desk: Desk) -> None:
    """Not before (H11)."""
    await desk.sofia.says("feedback the search finds nothing", "#general")
    seen = await desk.jonas.says("feedback reply 1 we are looking", TRIAGE)
    assert seen
    assert "It leaves in 10 seconds" in seen.text
    await desk.team.waits(seconds=9)
    assert desk.news(desk.sofia) == []
    shown = await desk.sofia.says("feedback show 1")
    assert shown
    assert "we are looking" not in shown.text
    await desk.team.waits(seconds=1)
    assert "we are looking" in desk.news(desk.sofia)[-1]


async def test_a_reply_is_taken_back_before_it_leaves(desk: Desk) -> None:
    """Nobody has read it; it stands in the form again, and nothing typed is lost."""
    await desk.sofia.says("feedback the search finds nothing", "#general")
    await desk.jonas.says("feedback reply 1 your fault", TRIAGE)
    await desk.jonas.presses("Undo")
    undone = desk.jonas.last(TRIAGE)
    assert undone
    assert "nobody has read it" in undone.text
    assert "your fault" in undone.text
    await desk.team.waits(minutes=1)
    assert desk.news(desk.sofia) == []
    assert (await desk.item()).answered_at is None
    await desk.jonas.presses("Change and send", undone)
    assert first_words(desk.jonas) == "your fault"
    assert await desk.jonas.fills(text="our fault, sorry") == {}
    await desk.leaves()
    assert "our fault, sorry" in desk.news(desk.sofia)[-1]


async def test_what_has_left_cannot_be_taken_back(desk: Desk) -> None:
    """The button is gone when the words are; what was taken back says so for good."""
    await desk.sofia.says("feedback the search finds nothing", "#general")
    for text in ("we are looking", "your fault"):
        seen = await desk.jonas.says(f"feedback reply 1 {text}")
        assert seen
        assert [each.label for each in seen.controls] == ["Undo"]
        if text == "your fault":
            await desk.jonas.presses("Undo", seen)
        await desk.leaves()
        now = next(each for each in desk.jonas.sees() if each.ref == seen.ref)
        assert "Undo" not in [each.label for each in now.controls]
        assert text in now.text
        assert "10 seconds" not in now.text
        assert ("nobody has read it" in now.text) is (text == "your fault")


async def test_where_nobody_can_be_whispered_to_the_button_goes_too(
    desk: Desk,
) -> None:
    """As in a group on DingTalk: they are told alone, in a message that is edited."""
    gang = desk.team.place("#gang", platform="dingtalk", private=True, of=(desk.wang,))
    desk.team.chat.abilities["dingtalk"] = Abilities(threads=False, whispers=False)
    await desk.anna.says("room tie voice", TRIAGE)
    async with desk.team.store() as db:
        room = await db.rooms.named("voice") or await db.rooms.make("voice")
        await db.rooms.tie(room, gang)
        await db.commit()
    await desk.sofia.says("feedback the search finds nothing", "#general")
    await desk.wang.says("反馈 回复 1 我们正在看", "#gang")
    (told,) = [seen for seen in desk.wang.inbox if "撤销" in str(seen.buttons)]
    await desk.leaves()
    now = next(each for each in desk.wang.inbox if each.ref == told.ref)
    assert now.buttons == {}
    assert "我们正在看" in now.text
    assert "我们正在看" in desk.news(desk.sofia)[-1]


async def test_a_step_is_taken_back_with_its_words(desk: Desk) -> None:
    """It stands as before, and who sent it hears of nothing."""
    await desk.wang.says("反馈 付款一直失败")
    await desk.jonas.says("feedback start 1", TRIAGE)
    await desk.jonas.says("feedback decline 1 too rare", TRIAGE)
    assert (await desk.item()).state is State.DECLINED
    await desk.jonas.presses("Undo")
    await desk.leaves()
    item = await desk.item()
    assert (item.state, item.reason, item.ended_at) == (State.WORKING, "", None)
    assert item.answered_at is not None
    assert not any("too rare" in text for text in desk.news(desk.wang))
    async with desk.team.store() as db:
        kinds = [each.kind for each in await db.feedback.log.of(item.id)]
    assert UpdateKind.REPLY not in kinds


async def test_what_was_read_is_not_taken_back(desk: Desk) -> None:
    """It says so kindly, and everything stays as it was told."""
    await desk.sofia.says("feedback the search finds nothing", "#general")
    await desk.jonas.says("feedback fixed 1 index rebuilt", TRIAGE)
    await desk.leaves()
    seen = await desk.jonas.presses("Undo")
    assert seen
    assert "Too late" in seen.text
    assert (await desk.item()).state is State.FIXED


async def test_nobody_takes_back_what_others_said(desk: Desk) -> None:
    """Nor the same twice."""
    await desk.sofia.says("feedback the search finds nothing", "#general")
    await desk.jonas.says("feedback reply 1 we are looking", TRIAGE)
    told = desk.jonas.last(TRIAGE)
    assert told
    seen = await desk.anna.presses("Undo", told)
    assert seen
    assert "nothing of yours to take back" in seen.text
    await desk.jonas.presses("Undo", told)
    seen = await desk.jonas.presses("Undo", told)
    assert seen
    assert "nothing of yours to take back" in seen.text


async def test_the_answer_is_proposed_in_the_customers_language(desk: Desk) -> None:
    """With their name and order; who works on it may change every word (H17)."""
    await desk.wang.says("反馈 付款一直失败 订单:202611110001 客户:李女士 环节:支付")
    await desk.jonas.presses("Reply", desk.jonas.last(TRIAGE))
    first = first_words(desk.jonas)
    assert first.startswith(
        "李女士，您好！\n感谢您反馈付款的情况（订单 202611110001）。"
    )
    assert await desk.jonas.fills() == {}
    await desk.leaves()
    assert "感谢您反馈付款的情况" in desk.news(desk.wang)[-1]


@pytest.mark.parametrize(
    ("said", "typed", "words", "label"),
    [
        (
            "feedback Paying fails again and again step:payment",
            "feedback fixed 1", "You can pay again", "Change and send",
        ),
        (
            "反馈 付款一直失败 环节:支付",
            "反馈 解决 1", "现在可以正常付款了", "修改后再发",
        ),
    ],
)  # fmt: skip
async def test_what_is_fixed_without_words_proposes_them(
    desk: Desk, said: str, typed: str, words: str, label: str
) -> None:
    """It is fixed at once; what customers can be told is read, and one tap away."""
    who = desk.jonas if "fixed" in typed else desk.wang
    await (desk.sofia if who is desk.jonas else desk.wang).says(said)
    await desk.jonas.says("feedback assign 1 @王芳", TRIAGE)
    seen = await who.says(typed)
    assert seen
    assert words in seen.text
    assert (await desk.item()).state is State.FIXED
    await who.presses(label, seen)
    assert words in first_words(who)
    assert first_words(who).splitlines()[-1] in seen.text
    assert await who.fills() == {}


async def test_who_knows_what_to_say_is_proposed_nothing(desk: Desk) -> None:
    """The words that were typed leave."""
    await desk.sofia.says("feedback Paying fails again and again step:payment")
    seen = await desk.jonas.says("feedback fixed 1 the bank is back", TRIAGE)
    assert seen
    assert "You can pay again" not in seen.text
    seen = await desk.jonas.says("feedback fixed 1", TRIAGE)
    assert seen
    assert "You can pay again" not in seen.text


async def test_the_proposal_knows_how_far_it_is(desk: Desk) -> None:
    """By step and by state."""
    await desk.sofia.says("feedback Paying fails again and again step:payment")
    card = desk.jonas.last(TRIAGE)
    found: list[str] = []
    for command in ("take 1", "wait 1 which card?", "plan 1 as agreed"):
        await desk.jonas.says(f"feedback {command}", TRIAGE)
        await desk.jonas.presses("Reply", card)
        found.append(first_words(desk.jonas))
    looking, asked, planned = found
    assert "as soon as you can pay again" in looking
    assert "how did you want to pay" in asked
    assert "We are going to change this" in planned
    await desk.jonas.presses("Fixed", desk.jonas.sees(TRIAGE)[1])
    assert "You can pay again" in first_words(desk.jonas)
    assert "as agreed" not in first_words(desk.jonas)


async def test_who_may_not_know_the_customer_names_nobody(desk: Desk) -> None:
    """Whoever owns it outside the room gets a proposal without name and order (H27)."""
    await desk.sofia.says("feedback cups arrive broken customer:Maria order:100123")
    await desk.jonas.says("feedback assign 1 @王芳", TRIAGE)
    await desk.wang.presses("回复")
    value = first_words(desk.wang)
    assert value.startswith("Hello,\n")
    assert "Maria" not in value
    assert "100123" not in value


async def test_words_that_come_second_are_told_too(desk: Desk) -> None:
    """Two finish the same at once: what both say reaches who sent it."""
    await desk.sofia.says("feedback the search finds nothing", "#general")
    card = desk.jonas.last(TRIAGE)
    await desk.jonas.says("feedback take 1", TRIAGE)
    for who in (desk.jonas, desk.anna):
        await who.presses("Fixed", card)
    assert await desk.jonas.fills(text="the index is rebuilt") == {}
    assert await desk.anna.fills(text="and the filters, too") == {}
    await desk.leaves()
    told = "\n".join(desk.news(desk.sofia))
    assert "the index is rebuilt" in told
    assert "and the filters, too" in told


async def test_what_is_fixed_again_is_asked_again(desk: Desk) -> None:
    """A first no does not stand for ever."""
    await desk.sofia.says("feedback the search finds nothing", "#general")
    for _ in range(2):
        await desk.jonas.says("feedback fixed 1 index rebuilt", TRIAGE)
        assert (await desk.item()).solved is None
        await desk.leaves()
        await desk.sofia.presses("No")
        assert (await desk.item()).state is State.WORKING


async def test_more_words_open_what_was_closed(desk: Desk) -> None:
    """Who sent it may come later than who tidies up (H13)."""
    await desk.sofia.says("feedback the search finds nothing", "#general")
    await desk.jonas.says("feedback fixed 1 index rebuilt", TRIAGE)
    await desk.leaves()
    await desk.jonas.says("feedback close 1", TRIAGE)
    await desk.sofia.says("feedback say 1 not on the phone")
    assert (await desk.item()).state is State.WORKING
    assert "not on the phone" in desk.jonas.inbox[-1].text


async def test_an_answer_to_who_has_left_says_so(desk: Desk) -> None:
    """Somebody else has to tell the customer; the words are kept."""
    await desk.sofia.says("feedback the search finds nothing", "#general")
    gone = replace(desk.team.chat.profiles[desk.sofia.ref], active=False)
    await desk.team.receive(ProfileChanged(**desk.sofia._event(), profile=gone))
    seen = await desk.jonas.says("feedback reply 1 it is back", TRIAGE)
    assert seen
    assert "whoever sent it has left" in seen.text
    await desk.leaves()
    shown = await desk.jonas.says("feedback show 1", TRIAGE)
    assert shown
    assert "it is back" in shown.text


async def test_a_later_reply_does_not_slip_into_news_that_was_sent(desk: Desk) -> None:
    """Words belong to the step they were said with; others can be taken back yet."""
    await desk.wang.says("反馈 付款一直失败")
    await desk.jonas.says("feedback start 1", TRIAGE)
    await desk.team.waits(minutes=1)
    await desk.anna.says("feedback reply 1 your fault", TRIAGE)
    await desk.team.waits(seconds=1)
    assert not any("your fault" in text for text in desk.news(desk.wang))


async def test_a_step_without_words_is_not_taken_back_with_a_reply(desk: Desk) -> None:
    """Only the reply is: the step was told at once, and stands."""
    await desk.wang.says("反馈 付款一直失败")
    await desk.jonas.says("feedback fixed 1", TRIAGE)
    await desk.team.waits(minutes=1)
    await desk.jonas.says("feedback reply 1 your fault", TRIAGE)
    seen = await desk.jonas.presses("Undo")
    assert seen
    assert "nobody has read it" in seen.text
    assert (await desk.item()).state is State.FIXED
    await desk.team.waits(minutes=1)
    assert not any("your fault" in text for text in desk.news(desk.wang))
