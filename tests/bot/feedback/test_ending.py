"""What is over: opened again in time, followed by something new later, and asked after
for a week.
"""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot.commands.feedback.ending import SPAN
from bot.model.feedback import State
from bot.model.feedback.ending import Scores, only_thanks
from bot.model.feedback.marker import announces
from tests.bot.feedback.desk import TRIAGE, Desk, a_desk
from tests.databases import KINDS, Kind

DAY = timedelta(days=1)


@pytest.fixture(params=KINDS)
async def desk(request: pytest.FixtureRequest) -> AsyncIterator[Desk]:
    """On both databases."""
    kind: Kind = request.param
    async with a_desk(kind) as made:
        yield made


async def fixed(desk: Desk) -> None:
    """What 王芳 passed on is fixed, and she has read so."""
    await desk.wang.says("反馈 付款一直失败 客户:李女士 订单:202611110001")
    await desk.jonas.says("feedback fixed 1 paying works again", TRIAGE)
    await desk.leaves()


async def test_more_words_open_it_again_within_a_fortnight(desk: Desk) -> None:
    """Who works on it is told, and nothing new is made."""
    await fixed(desk)
    await desk.team.waits(days=13)
    await desk.wang.says("反馈 补充 1 今天又付不了")
    assert "F-1 已重新打开" in desk.wang.inbox[-1].text
    assert (await desk.item()).state is State.WORKING
    assert "今天又付不了" in desk.jonas.inbox[-1].text


async def test_later_they_are_something_new_that_names_the_old(desk: Desk) -> None:
    """With the same customer and order; each story names the other."""
    await fixed(desk)
    await desk.team.waits(days=15)
    await desk.wang.says("反馈 补充 1 今天又付不了")
    seen = desk.wang.inbox[-1].text
    assert "F-2" in seen
    assert "F-1 结束已久" in seen
    new, old = await desk.item(2), await desk.item()
    assert old.state is State.FIXED
    assert new.follows_id == old.id
    assert (new.text, new.voices[0].customer) == ("今天又付不了", "李女士")
    await desk.jonas.says("feedback show 2", TRIAGE)
    assert "Goes on from F-1" in desk.jonas.last(TRIAGE).text  # type: ignore[union-attr]
    await desk.jonas.says("feedback show 1", TRIAGE)
    assert "→ F-2" in desk.jonas.last(TRIAGE).text  # type: ignore[union-attr]


async def test_an_admin_chooses_for_how_long(desk: Desk) -> None:
    """In days, weeks or months, in both languages; nobody else does."""
    await desk.jonas.says("feedback reopening 30 days", TRIAGE)
    assert "admin" in desk.jonas.last(TRIAGE).text  # type: ignore[union-attr]
    await desk.anna.says("feedback reopening two weeks maybe", TRIAGE)
    assert "I do not understand" in desk.anna.last(TRIAGE).text  # type: ignore[union-attr]
    await desk.anna.says("feedback reopening 400 days", TRIAGE)
    assert "365 days are the most" in desk.anna.last(TRIAGE).text  # type: ignore[union-attr]
    await desk.anna.says("反馈 重开期限 30天", TRIAGE)
    assert "30 days after its end" in desk.anna.last(TRIAGE).text  # type: ignore[union-attr]
    await fixed(desk)
    await desk.team.waits(days=20)
    await desk.wang.says("反馈 补充 1 今天又付不了")
    assert (await desk.item()).state is State.WORKING
    await desk.anna.says("feedback reopening off", TRIAGE)
    await desk.jonas.says("feedback fixed 1 now it does", TRIAGE)
    await desk.leaves()
    await desk.wang.says("反馈 补充 1 还是不行")
    assert (await desk.item(2)).follows_id == 1


@pytest.mark.parametrize("typed", ["30 days", "within 2 weeks", "30天内", "1个月"])
def test_a_span_is_written_as_people_write_it(typed: str) -> None:
    """With or without what stands around it."""
    assert SPAN.fullmatch(typed)


async def test_thanks_open_nothing(desk: Desk) -> None:
    """They are passed on (H06)."""
    await fixed(desk)
    await desk.wang.says("反馈 补充 1 好的，谢谢！")
    assert "已随 F-1 转达" in desk.wang.inbox[-1].text
    assert (await desk.item()).state is State.FIXED
    assert "谢谢" in desk.jonas.inbox[-1].text


@pytest.mark.parametrize(
    ("said", "thanks"),
    [
        ("thanks, works now!", True),
        ("Thank you so much for the quick fix 🙏", True),
        ("谢谢大家，已经可以了", True),
        ("多謝！", True),
        ("thanks, but it still fails", False),
        ("works on my phone only", False),
        ("谢谢，但还是付不了", False),
        ("it does not work", False),
    ],
)
def test_who_thanks_and_says_more_asks_for_it(said: str, *, thanks: bool) -> None:
    """Only what says nothing else is thanks."""
    assert only_thanks(said) is thanks


async def test_who_sent_it_opens_it_again_by_its_command(desk: Desk) -> None:
    """With words or without."""
    await fixed(desk)
    await desk.wang.says("反馈 重新打开 1")
    assert "F-1 已重新打开" in desk.wang.inbox[-1].text
    assert (await desk.item()).state is State.WORKING


async def test_how_well_it_was_handled_is_one_press(desk: Desk) -> None:
    """The first answer stands, and the buttons go; whether it is solved stays asked."""
    await fixed(desk)
    card = desk.wang.inbox[-1]
    assert "处理得怎么样" in card.text
    await desk.wang.presses("4 ★", card)
    assert "您给 F-1 打了 4 分" in desk.wang.inbox[-1].text
    await desk.wang.presses("1 ★", card)
    assert "您给 F-1 打了 4 分" in desk.wang.inbox[-1].text
    async with desk.team.store() as db:
        given = await db.feedback.scores.of(1)
    assert [each.stars for each in given.values()] == [4]
    (now,) = [seen for seen in desk.wang.inbox if "F-1 已解决" in seen.text]
    labels = {control.label for control in now.controls}
    assert "已解决" in labels
    assert "4 ★" not in labels


async def test_the_question_ends_after_a_week(desk: Desk) -> None:
    """The card says so by itself, and a press that comes too late is answered."""
    await fixed(desk)
    card = desk.wang.inbox[-1]
    await desk.team.waits(days=7)
    (now,) = [seen for seen in desk.wang.inbox if "F-1 已解决" in seen.text]
    assert "一周的回答时间已过" in now.text
    assert {control.label for control in now.controls} == {"补充"}
    await desk.wang.presses("5 ★", card)
    assert "结束已超过一周" in desk.wang.inbox[-1].text
    await desk.wang.presses("已解决", card)
    assert "结束已超过一周" in desk.wang.inbox[-1].text
    assert (await desk.item()).state is State.FIXED


async def test_the_report_has_the_mean_of_enough_answers(desk: Desk) -> None:
    """Below five only how many there are."""
    for number, stars in enumerate((5, 4, 5, 3, 5), 1):
        await desk.sofia.says(f"feedback broken cup, one of {number}", "#general")
        await desk.jonas.says(f"feedback fixed {number} replaced", TRIAGE)
        await desk.leaves()
        if number == 5:
            await desk.sofia.says("feedback report", "#general")
            seen = desk.sofia.last("#general")
            assert seen
            assert "4 answers; a mean is shown from 5 on" in seen.text
        await desk.sofia.presses(f"{stars} ★", desk.sofia.inbox[-1])
    await desk.sofia.says("feedback report", "#general")
    seen = desk.sofia.last("#general")
    assert seen
    assert "4.4 of 5, in the mean of 5 answers" in seen.text


def test_the_mean_of_few_is_not_told() -> None:
    """It would tell whose they are."""
    assert Scores(4, 20).mean is None
    assert Scores(5, 22).mean == 4.4


async def test_an_announcement_becomes_no_feedback(desk: Desk) -> None:
    """Unless it is passed on all the same (H25)."""
    await desk.sofia.says("feedback 📣 the shop is closed on Monday", "#general")
    seen = desk.sofia.last("#general")
    assert seen
    assert "no feedback was made of it" in seen.text
    async with desk.team.store() as db:
        assert await db.feedback.where() == []
    await desk.sofia.presses("New feedback", seen)
    assert await desk.sofia.fills(text="📣 customers ask why it is closed") == {}
    assert (await desk.item()).number == 1


@pytest.mark.parametrize("text", [":megaphone: all hands", "【公告】周一放假", " 📢x"])
def test_an_announcement_begins_with_its_mark(text: str) -> None:
    """As each chat writes it."""
    assert announces(text)
    assert not announces(f"She wrote {text}")
