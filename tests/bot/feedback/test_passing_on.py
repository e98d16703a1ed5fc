"""A customer's words reach those who can fix it, and who sent them hears of it."""

from collections.abc import AsyncIterator

import pytest

from bot.messages import plain
from bot.model.feedback import Severity, State, Step
from tests.bot.feedback.desk import TRIAGE, Desk, a_desk
from tests.databases import KINDS, Kind


@pytest.fixture(params=KINDS)
async def desk(request: pytest.FixtureRequest) -> AsyncIterator[Desk]:
    """On both databases."""
    kind: Kind = request.param
    async with a_desk(kind) as made:
        yield made


async def test_one_sentence_is_enough(desk: Desk) -> None:
    """What it is about is read from the words, and shown as read."""
    await desk.sofia.says(
        "feedback The cart is empty after login order:1001 customer:Maria", "#general"
    )
    seen = desk.sofia.last("#general")
    assert seen
    assert "Thank you: F-1" in seen.text
    assert "Cart · keeps customers from buying" in seen.text
    item = await desk.item()
    assert item.facts.step is Step.CART
    assert item.facts.severity is Severity.BLOCKING
    (voice,) = item.voices
    assert (voice.text, voice.order) == ("The cart is empty after login", "1001")
    assert voice.customer == "Maria"


async def test_nothing_typed_beside_it_is_lost(desk: Desk) -> None:
    """A shop that we do not know stays in the words; what is too long is said so."""
    await desk.sofia.says("feedback the search finds nothing channel:eBay", "#general")
    assert "eBay" in (await desk.item()).text
    await desk.sofia.says(f'feedback no cups customer:"{"x" * 101}"')
    assert "This has 101 characters" in desk.sofia.inbox[-1].text


async def test_it_comes_to_the_room_for_triage(desk: Desk) -> None:
    """With whose it is, and everything that can be done."""
    await desk.wang.says("反馈 付款一直失败 订单:202611110001 客户:李女士")
    card = desk.jonas.last(TRIAGE)
    assert card
    assert "F-1 付款一直失败" in card.text
    assert "202611110001" in card.text
    assert {"Take", "In progress", "Fixed", "Reply"} <= {c.label for c in card.controls}


async def test_who_sent_it_hears_of_every_step(desk: Desk) -> None:
    """Where they live, in their language (H10)."""
    await desk.wang.says("反馈 付款一直失败")
    card = desk.jonas.last(TRIAGE)
    await desk.jonas.presses("In progress", card)
    assert "🔧 F-1 正在处理" in desk.wang.inbox[-1].text
    await desk.jonas.says("feedback plan 1 next Tuesday", TRIAGE)
    await desk.leaves()
    assert "🗓 F-1 已排期" in desk.wang.inbox[-1].text
    assert "next Tuesday" in desk.wang.inbox[-1].text
    await desk.jonas.presses("Fixed")
    assert await desk.jonas.fills(text="Paying works again") == {}
    await desk.leaves()
    last = desk.wang.inbox[-1]
    assert "✅ F-1 已解决" in last.text
    assert "Paying works again" in last.text
    await desk.wang.presses("已解决", last)
    assert (await desk.item()).state is State.CLOSED


async def test_what_was_not_solved_goes_on(desk: Desk) -> None:
    """Who works on it is told."""
    await desk.sofia.says("feedback the search finds nothing", "#general")
    await desk.jonas.says("feedback fixed 1 index rebuilt", TRIAGE)
    await desk.leaves()
    await desk.sofia.presses("No", desk.sofia.inbox[-1])
    assert (await desk.item()).state is State.WORKING
    assert "F-1 is not solved" in desk.jonas.inbox[-1].text


async def test_a_reason_is_told_with_every_no(desk: Desk) -> None:
    """Nothing is declined without one."""
    await desk.sofia.says("feedback please print the invoice in gold", "#general")
    seen = await desk.jonas.says("feedback decline 1", TRIAGE)
    assert seen
    assert "Please say why" in seen.text
    await desk.jonas.says("feedback decline 1 gold is too heavy", TRIAGE)
    await desk.leaves()
    assert "gold is too heavy" in desk.sofia.inbox[-1].text


async def test_one_tap_corrects_what_was_read(desk: Desk) -> None:
    """And somebody has looked at it then."""
    await desk.sofia.says("feedback it is all wrong", "#general")
    await desk.jonas.presses("Where", desk.jonas.last(TRIAGE), "1:returns")
    item = await desk.item()
    assert (item.facts.step, item.state) == (Step.RETURNS, State.TRIAGED)
    assert item.proposed.step is not Step.RETURNS


async def test_notes_stay_among_those_who_work_on_it(desk: Desk) -> None:
    """Who sent it never reads them (H16)."""
    await desk.sofia.says("feedback the search finds nothing", "#general")
    await desk.jonas.says("feedback note 1 the vendor is lying", TRIAGE)
    seen = await desk.sofia.says("feedback show 1")
    assert seen
    assert "vendor" not in seen.text
    assert not any("vendor" in text for text in desk.news(desk.sofia))
    seen = await desk.jonas.says("feedback show 1", TRIAGE)
    assert seen
    assert "the vendor is lying" in seen.text


async def test_who_sent_it_adds_what_was_asked_for(desk: Desk) -> None:
    """What waited for the customer goes on (H06)."""
    await desk.sofia.says("feedback the search finds nothing", "#general")
    await desk.jonas.says("feedback wait 1 which browser?", TRIAGE)
    await desk.leaves()
    assert "which browser?" in desk.sofia.inbox[-1].text
    await desk.sofia.says("feedback say 1 Firefox")
    assert (await desk.item()).state is State.WORKING
    assert "Firefox" in desk.jonas.inbox[-1].text


async def test_nobody_else_sees_it(desk: Desk) -> None:
    """Being in the room is the permission (H05)."""
    await desk.sofia.says("feedback the search finds nothing", "#general")
    seen = await desk.wang.says("反馈 查看 1")
    assert seen
    assert "没有您能看到的反馈 F-1" in seen.text
    seen = await desk.wang.says("反馈 认领 1")
    assert seen
    assert "没有您能看到的反馈 F-1" in seen.text
    assert (await desk.item()).owner_id is None


async def test_customers_stay_hidden_from_who_gets_it(desk: Desk) -> None:
    """Whoever is not in the room reads neither names nor numbers (H27)."""
    said = "feedback charged twice, call me: +49 30 1234567, m@tea.example"
    await desk.sofia.says(f"{said} customer:Maria order:20261111", "#general")
    await desk.jonas.says("feedback assign 1 @王芳", TRIAGE)
    told = desk.wang.inbox[-1].text
    assert "Sofia" not in told
    for hidden in ("Maria", "1234567", "m@tea.example"):
        assert hidden not in told
    seen = await desk.wang.says("反馈 查看 1")
    assert seen
    assert "M•••" in seen.text
    assert "20261111" not in seen.text


async def test_for_a_colleague(desk: Desk) -> None:
    """Who hears of every step, too (H03)."""
    await desk.sofia.says("feedback the search finds nothing for:@王芳", "#general")
    assert "替您提交了反馈" in desk.wang.inbox[-1].text


async def test_a_message_becomes_feedback(desk: Desk) -> None:
    """With its link; what is read stands in the form."""
    await desk.sofia.uses("feedback.from_message", "Order 100123: cup arrived broken")
    form = desk.sofia.form
    values = {field.name: getattr(field, "value", None) for field in form.fields}
    assert values["order"] == "100123"
    assert await desk.sofia.fills() == {}
    item = await desk.item()
    assert item.facts == item.proposed
    assert item.voices[0].permalink.startswith("https://")


@pytest.mark.parametrize("typed", ["feedback add", "feedback", "反馈"])
async def test_without_words_the_form_opens(desk: Desk, typed: str) -> None:
    """Nothing has to be learnt."""
    await desk.sofia.says(typed, "#general")
    assert desk.sofia.form.name == "feedback.new"
    assert await desk.sofia.fills(text=" ") != {}
    assert await desk.sofia.fills(text="the filter is stuck") == {}
    assert (await desk.item()).facts.step is Step.SEARCH


async def test_who_is_in_the_room_may_triage_from_anywhere(desk: Desk) -> None:
    """In their own conversation, too; who is not there may not (H05)."""
    desk.team.place("#desk", of=(desk.anna, desk.jonas))
    await desk.anna.says("feedback triage here", "#desk")
    await desk.sofia.says("feedback the search finds nothing")
    await desk.jonas.says("feedback take 1")
    assert (await desk.item()).owner_id is not None
    seen = await desk.wang.says("反馈 列表")
    assert seen
    assert "F-1" not in seen.text


async def test_a_task_grows_out_of_it_and_back(desk: Desk) -> None:
    """Without customers' data; when it is done, its owner is asked for the answer."""
    await desk.sofia.says("feedback cart is empty, call +49 30 1234567", "#general")
    await desk.jonas.says("feedback take 1", TRIAGE)
    await desk.jonas.says("feedback task 1", TRIAGE)
    seen = await desk.jonas.says("task show 1")
    assert seen
    assert "cart is empty" in seen.text
    assert "1234567" not in seen.text
    seen = await desk.jonas.says("feedback show 1", TRIAGE)
    assert seen
    assert "T-1" in seen.text
    await desk.jonas.says("task comment 1 the session was lost")
    await desk.jonas.says("task done 1")
    (asked,) = [seen for seen in desk.jonas.inbox if ":task-done:" in seen.key]
    assert "what can customers of F-1 be told" in asked.text
    assert "T-1 is done" in asked.text
    await desk.jonas.presses("Fixed", asked)
    assert await desk.jonas.fills() == {}
    await desk.leaves()
    assert "the session was lost" in desk.sofia.inbox[-1].text


@pytest.mark.parametrize(
    "typed",
    [
        "feedback close button does nothing on phones",
        "feedback search finds no cups",
        "反馈 处理速度太慢，等了三天",
        "反馈 搜索不到商品",
    ],
)
async def test_words_that_begin_like_a_command_are_passed_on(
    desk: Desk, typed: str
) -> None:
    """One tap more, and nothing is typed twice."""
    await desk.sofia.says(typed, "#general")
    await desk.sofia.presses("New feedback")
    assert await desk.sofia.fills() == {}
    assert (await desk.item()).text == typed.partition(" ")[2]


async def test_an_enormous_message_says_that_it_is_cut(desk: Desk) -> None:
    """It fits the form; all of it stands where the link leads."""
    await desk.sofia.uses("feedback.from_message", "付不了款" * 2_000)
    assert "longer than 3,000 characters" in plain(desk.sofia.form.intro)
    assert await desk.sofia.fills() == {}
    (voice,) = (await desk.item()).voices
    assert len(voice.text) == 3_000
    assert voice.permalink
