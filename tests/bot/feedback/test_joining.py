"""What customers say again is proposed as one, joined by people, and parted again."""

from collections.abc import AsyncIterator

import pytest

from bot.model.feedback import State
from bot.ports.intake import Parcel
from bot.rituals.feedback.intake import take
from storage.tables.alike import feedback_gram_counts, feedback_grams
from tests.bot.feedback.desk import TRIAGE, Desk, a_desk
from tests.databases import KINDS, Kind
from tests.driver import Member
from tests.fakes.chat import Seen

ONCE = "feedback typing green tea into your search box finds nothing"
AGAIN = "feedback your search box finds nothing when I type green tea customer:Maria"


@pytest.fixture(params=KINDS)
async def desk(request: pytest.FixtureRequest) -> AsyncIterator[Desk]:
    """On both databases."""
    kind: Kind = request.param
    async with a_desk(kind) as made:
        yield made


def card_of(who: Member, id: str, where: str = TRIAGE) -> Seen:
    """The card of one, as it is in a place now."""
    key = f"feedback:{id.removeprefix('F-')}:card:"
    (found,) = [seen for seen in who.sees(where) if seen.key.startswith(key)]
    return found


async def both(desk: Desk) -> Seen:
    """F-1 by 王芳 and F-2 by Sofia say the same; the card of the second."""
    await desk.wang.says(ONCE)
    await desk.sofia.says(AGAIN, "#general")
    return card_of(desk.jonas, "F-2")


async def test_who_triages_sees_that_it_was_said_before(desk: Desk) -> None:
    """With how many did, and since when; nothing is done by itself (H14)."""
    card = await both(desk)
    assert "One customer says this already, first on Mon 2 Mar: F-1" in card.text
    assert {"Join F-1", "Not the same"} <= {c.label for c in card.controls}
    assert (await desk.item(2)).state is State.NEW


async def test_who_sends_it_is_told_so_at_once(desk: Desk) -> None:
    """And reads nothing of what the others said."""
    await both(desk)
    seen = desk.sofia.last("#general")
    assert seen
    assert "One customer says this already" in seen.text
    assert "typing green tea" not in seen.text


async def test_what_comes_from_outside_is_compared_a_moment_later(desk: Desk) -> None:
    """A thousand may come at once: its card is there first, and then says so too."""
    await desk.wang.says(ONCE)
    parcel = Parcel(external="shop-2", text=AGAIN.removeprefix("feedback "))
    await take(desk.team.crew.world, parcel)
    async with desk.team.store.reading() as db:
        assert await db.feedback.alike.proposed([2]) == {}
    await desk.team.crew.pulse.settle()
    assert "One customer says this already" in card_of(desk.jonas, "F-2").text


async def test_something_else_is_proposed_with_nothing(desk: Desk) -> None:
    """However many words they share."""
    await desk.wang.says(ONCE)
    await desk.sofia.says("feedback green tea is sold out since May", "#general")
    card = card_of(desk.jonas, "F-2")
    assert "already" not in card.text


async def test_another_product_is_another_thing(desk: Desk) -> None:
    """Even in the same words."""
    await desk.wang.says("feedback the handle of the cup broke sku:CUP-1")
    await desk.sofia.says("feedback the handle of the cup broke sku:CUP-2", "#general")
    assert "already" not in card_of(desk.jonas, "F-2").text


async def test_what_is_over_is_proposed_no_more(desk: Desk) -> None:
    """It would never be answered again."""
    await desk.wang.says(ONCE)
    await desk.jonas.says("feedback fixed 1", TRIAGE)
    await desk.sofia.says(AGAIN, "#general")
    assert "already" not in card_of(desk.jonas, "F-2").text


async def test_joining_keeps_every_voice_and_sender(desk: Desk) -> None:
    """The card of the one that went says where; the count rises."""
    card = await both(desk)
    await desk.jonas.presses("Join F-1", card)
    first, second = await desk.item(1), await desk.item(2)
    assert second.state is State.JOINED
    assert [voice.customer for voice in first.voices] == ["", "Maria"]
    assert first.voices[1].came_from == second.id
    assert "F-2 is one with F-1 now" in card_of(desk.jonas, "F-2").text
    assert "2 customers" in card_of(desk.jonas, "F-1").text


async def test_everybody_who_sent_it_hears_the_end(desk: Desk) -> None:
    """In their language, and of their own customer's words only."""
    await desk.jonas.presses("Join F-1", await both(desk))
    assert "F-2 is one with F-1: 2 customers say so" in desk.sofia.inbox[-1].text
    await desk.jonas.says("feedback fixed 1 the index is new", TRIAGE)
    await desk.team.waits(minutes=1)
    assert "✅ F-1 is fixed" in desk.sofia.inbox[-1].text
    assert "the index is new" in desk.sofia.inbox[-1].text
    assert "typing green tea" not in desk.sofia.inbox[-1].text
    assert "F-1 已解决" in desk.wang.inbox[-1].text


async def test_who_sent_it_may_say_that_it_is_the_same(desk: Desk) -> None:
    """As it was proposed to them, and no other."""
    await desk.wang.says("feedback the parcel came without the invoice")
    await desk.wang.says(ONCE)
    await desk.sofia.says(AGAIN, "#general")
    seen = await desk.sofia.says("feedback join 3 with 1")
    assert seen
    assert "There is no feedback F-1" in seen.text
    await desk.sofia.presses("Join F-2", desk.sofia.last("#general"))
    assert (await desk.item(3)).joined_to == (await desk.item(2)).id


async def test_who_sent_one_of_them_joins_nothing_else(desk: Desk) -> None:
    """Neither what others sent, nor what was not proposed, nor from outside."""
    await both(desk)
    await desk.sofia.says("feedback the parcel came without the invoice", "#general")
    for who, typed in (
        (desk.sofia, "feedback join 1 with 2"),
        (desk.sofia, "feedback join 3 with 2"),
        (desk.wang, "反馈 合并 1 到 2"),
        (desk.wang, "feedback join 2 with 1"),
        (desk.sofia, "feedback part 1"),
    ):
        await who.says(typed)
    assert {(await desk.item(n)).state for n in (1, 2, 3)} == {State.NEW}


async def test_who_sent_it_does_not_part_it(desk: Desk) -> None:
    """That is for those who work on it."""
    await desk.jonas.presses("Join F-1", await both(desk))
    seen = await desk.sofia.says("feedback part 2")
    assert seen
    assert "Only those in the room for feedback" in seen.text
    assert (await desk.item(2)).state is State.JOINED


async def test_joining_is_undone(desk: Desk) -> None:
    """Each has its own voices again, and who sent it hears so."""
    await desk.jonas.presses("Join F-1", await both(desk))
    await desk.jonas.presses("Take apart", card_of(desk.jonas, "F-2"))
    first, second = await desk.item(1), await desk.item(2)
    assert [voice.text for voice in first.voices] == [ONCE.removeprefix("feedback ")]
    assert [voice.customer for voice in second.voices] == ["Maria"]
    assert second.state is State.TRIAGED
    assert "F-2 is on its own again" in desk.sofia.inbox[-1].text
    assert "already" not in card_of(desk.jonas, "F-2").text


async def test_what_was_joined_before_goes_along(desk: Desk) -> None:
    """Three are one, and each can leave again."""
    await both(desk)
    await desk.sofia.says("feedback no tea is found by its colour", "#general")
    await desk.jonas.says("feedback join 2 with 1", TRIAGE)
    await desk.jonas.says("反馈 合并 1 到 3", TRIAGE)
    home = await desk.item(3)
    assert len(home.voices) == 3
    assert {(await desk.item(n)).joined_to for n in (1, 2)} == {home.id}
    await desk.jonas.says("反馈 分开 2", TRIAGE)
    assert [voice.customer for voice in (await desk.item(2)).voices] == ["Maria"]
    assert len((await desk.item(3)).voices) == 2


async def test_what_was_said_to_differ_is_asked_no_more(desk: Desk) -> None:
    """One tap, and the card is quiet."""
    await desk.jonas.presses("Not the same", await both(desk))
    assert "already" not in card_of(desk.jonas, "F-2").text
    assert (await desk.item(2)).state is State.NEW


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("feedback join", "the numbers of two"),
        ("feedback join 2", "the numbers of two"),
        ("feedback join 2 with 2", "the numbers of two"),
        ("feedback join 2 with 77", "There is no feedback F-77"),
        ("feedback join 77 with 2", "There is no feedback F-77"),
        ("feedback part", "give its number"),
        ("feedback part 2", "F-2 is on its own"),
    ],
)
async def test_what_cannot_be_joined_is_told(desk: Desk, typed: str, told: str) -> None:
    """Kindly, and nothing changes."""
    await both(desk)
    seen = await desk.jonas.says(typed, TRIAGE)
    assert seen
    assert told in seen.text
    assert (await desk.item(2)).state is State.NEW


async def test_what_is_over_is_not_joined(desk: Desk) -> None:
    """Who sent the other would hear nothing."""
    await both(desk)
    await desk.jonas.says("feedback fixed 1", TRIAGE)
    seen = await desk.jonas.says("feedback join 2 with 1", TRIAGE)
    assert seen
    assert "F-1 is fixed" in seen.text
    assert "feedback reopen 1" in seen.text


async def test_joining_twice_is_once(desk: Desk) -> None:
    """The second time says the same."""
    await both(desk)
    for _ in range(2):
        seen = await desk.jonas.says("feedback join 2 with 1", TRIAGE)
        assert seen
        assert "F-2 is one with F-1 now: 2 customers say so" in seen.text
    assert len((await desk.item(1)).voices) == 2


@pytest.mark.parametrize(
    "words",
    [
        "part of my order is missing",
        "合并付款一直失败",
        "分开发货没有告诉我",
        "join button is grey",
    ],
)
async def test_customers_words_that_look_like_a_command_are_kept(
    desk: Desk, words: str
) -> None:
    """They name no number, so they are what a customer said."""
    who = desk.sofia if words.isascii() else desk.wang
    await who.says(f"{'feedback' if words.isascii() else '反馈'} {words}")
    assert (await desk.item()).text == words


async def test_in_chinese_it_is_the_same(desk: Desk) -> None:
    """From DingTalk: proposed to who sends it, joined by a tap, and told so."""
    await desk.sofia.says("反馈 支付宝付款一直失败，提示系统错误", "#general")
    seen = await desk.wang.says("反馈 用支付宝付款老是失败，提示系统错误")
    assert seen
    assert "已有 1 位客户反映同样的问题，最早是 3月2日周一：F-1" in seen.text
    await desk.wang.presses("并入 F-1", seen)
    assert "F-2 已并入 F-1：共 2 位客户反映" in desk.wang.inbox[-1].text
    assert len((await desk.item(1)).voices) == 2


async def test_what_is_older_than_the_search_is_found_after_a_night(desk: Desk) -> None:
    """An upgrade leaves nothing behind that customers say again."""
    await desk.wang.says(ONCE)
    await desk.wang.says("feedback 💔💔💔")
    async with desk.team.store() as db:
        for grams in (feedback_grams, feedback_gram_counts):
            await db.connection.execute(grams.delete())
        await db.commit()
    await desk.sofia.says("feedback the teapot lid came broken")
    async with desk.team.store.reading() as db:
        assert [told.feedback_id for told in await db.feedback.alike.unfindable(9)]
    await desk.team.crew.forget()
    await desk.team.waits(minutes=5)
    async with desk.team.store.reading() as db:
        assert await db.feedback.alike.unfindable(9) == []
    await desk.sofia.says(AGAIN, "#general")
    assert "One customer says this already" in card_of(desk.jonas, "F-4").text


async def test_a_task_of_what_was_joined_asks_for_no_answer(desk: Desk) -> None:
    """Its words are another's now, which has a task of its own."""
    await both(desk)
    for number in (1, 2):
        await desk.jonas.says(f"feedback task {number}", TRIAGE)
    await desk.jonas.says("feedback join 2 with 1", TRIAGE)
    before = desk.news(desk.jonas)
    await desk.jonas.says("task done T-2")
    assert desk.news(desk.jonas) == before
    await desk.jonas.says("task done T-1")
    assert "what can customers of F-1 be told?" in desk.news(desk.jonas)[-1]


async def test_what_was_parted_after_its_end_is_asked_nothing_more(desk: Desk) -> None:
    """Its sender was asked whether it is solved; now it goes on by itself."""
    await both(desk)
    await desk.jonas.says("feedback join 2 with 1", TRIAGE)
    await desk.jonas.says("feedback fixed 1 the search knows tea again", TRIAGE)
    await desk.leaves()
    solved = {"feedback.solved", "feedback.unsolved", "feedback.score"}

    def asked(who: Member) -> bool:
        shown = (control for seen in who.inbox for control in seen.controls)
        return any(getattr(each, "action", "") in solved for each in shown)

    assert asked(desk.sofia)
    assert asked(desk.wang)
    await desk.jonas.says("feedback part 2", TRIAGE)
    assert not asked(desk.sofia)
    assert any("no longer part of it" in seen.text for seen in desk.sofia.inbox)
    assert asked(desk.wang)
