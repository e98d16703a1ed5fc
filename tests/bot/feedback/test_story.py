"""What happened to feedback is told in the reader's words, and goes on by itself."""

from collections.abc import AsyncIterator

import pytest

from bot.model.feedback import State
from tests.bot.feedback.desk import TRIAGE, Desk, a_desk
from tests.databases import KINDS, Kind


@pytest.fixture(params=KINDS)
async def desk(request: pytest.FixtureRequest) -> AsyncIterator[Desk]:
    """On both databases."""
    kind: Kind = request.param
    async with a_desk(kind) as made:
        yield made


async def test_what_was_corrected_is_told_in_words_of_the_reader(desk: Desk) -> None:
    """Not as it is kept; a product stays as it is called."""
    await desk.wang.says("反馈 水壶漏水 严重程度:低 环节:质量")
    await desk.jonas.says("feedback correct 1 !high sku:POT-7", TRIAGE)
    seen = await desk.jonas.says("feedback show 1", TRIAGE)
    assert seen
    assert "corrected How bad (low → high) and Product (SKU) (– → POT-7)" in seen.text
    await desk.anna.says("settings language zh")
    seen = await desk.anna.says("feedback show 1", TRIAGE)
    assert seen
    assert "更正了 严重程度（低 → 高）" in seen.text


async def test_whether_it_is_solved_is_told_in_words_of_the_reader(desk: Desk) -> None:
    """As they stood on the button."""
    await desk.wang.says("反馈 水壶漏水")
    await desk.jonas.says("feedback fixed 1 换了新的")
    await desk.leaves()
    await desk.wang.presses("已解决")
    seen = await desk.wang.says("反馈 查看 1")
    assert seen
    assert "王芳 对是否解决的答复：已解决" in seen.text
    seen = await desk.jonas.says("feedback show 1")
    assert seen
    assert "王芳 on whether it is solved: Yes, solved" in seen.text


async def test_why_not_is_shown_while_it_holds(desk: Desk) -> None:
    """What is open again is not declined any more."""
    await desk.sofia.says("feedback the cart is empty")
    await desk.jonas.says("feedback decline 1 it is by law")
    seen = await desk.jonas.says("feedback show 1")
    assert seen
    assert "Why not: it is by law" in seen.text
    await desk.sofia.says("feedback say 1 it still happens")
    seen = await desk.jonas.says("feedback show 1")
    assert seen
    assert "Why not" not in seen.text


async def test_work_begins_with_its_task(desk: Desk) -> None:
    """Once, and who sent it hears so; the answer is asked for at its end (H24)."""
    await desk.wang.says("反馈 水壶漏水")
    await desk.jonas.says("feedback task 1")
    assert (await desk.item()).state is State.NEW
    await desk.jonas.says("task start T-1")
    item = await desk.item()
    assert (item.state, item.owner_id is None) == (State.WORKING, False)
    assert [each for each in desk.news(desk.wang) if "F-1 正在处理" in each] != []
    await desk.jonas.says("feedback wait 1 which one?")
    await desk.leaves()
    await desk.jonas.says("task start T-1")
    assert (await desk.item()).state is State.WAITING
    await desk.jonas.says("task done T-1")
    assert any(
        "T-1 is done: what can customers" in each.text for each in desk.jonas.inbox
    )


async def test_what_is_not_over_cannot_be_opened_again(desk: Desk) -> None:
    """Who sent it is told how it stands, and how to add to it."""
    await desk.wang.says("反馈 水壶漏水")
    seen = await desk.wang.says("F-1 还没解决")
    assert seen
    assert "F-1 还没有结束，目前是“待受理”" in seen.text
    assert "反馈 补充 1" in seen.text or "feedback say 1" in seen.text
    await desk.jonas.says("feedback fixed 1 换了新的")
    await desk.wang.says("F-1 还没解决")
    assert (await desk.item()).state is State.WORKING


async def test_what_is_one_with_another_keeps_its_owner(desk: Desk) -> None:
    """Where the other had none; and its alarm leads there, with nothing to press that
    would be done to the other.
    """
    await desk.sofia.says("feedback the cart is empty after login !blocking")
    await desk.wang.says("反馈 登录后购物车是空的 !阻断")
    await desk.jonas.says("feedback take 2")
    await desk.jonas.says("feedback join 2 with 1")
    item, owner = await desk.item(), await desk.item(2)
    assert item.owner_id == owner.owner_id
    assert item.state is State.TRIAGED
    texts = [seen.text for seen in desk.anna.inbox]
    assert "F-2 is one with F-1 now." in texts
    assert not any("F-2 stands between" in text for text in texts)


async def test_the_proposed_answer_is_what_stands_in_its_form(desk: Desk) -> None:
    """Not what was taken back some time before."""
    await desk.wang.says("反馈 水壶漏水 客户:王女士")
    await desk.jonas.says("feedback reply 1 not our fault")
    await desk.jonas.presses("Undo")
    seen = await desk.jonas.says("feedback fixed 1")
    assert seen
    assert "王女士，您好！" in seen.text
    await desk.jonas.presses("Change and send", seen)
    (field,) = desk.jonas.form.fields
    assert str(getattr(field, "value", "")).startswith("王女士，您好！")
