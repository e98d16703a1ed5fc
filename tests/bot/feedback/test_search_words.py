"""What customers say of our search begins like a search: nothing of it is lost."""

from collections.abc import AsyncIterator

import pytest

from bot.model.form_field import standing
from tests.bot.feedback.desk import Desk, a_desk
from tests.driver import Member


@pytest.fixture
async def desk() -> AsyncIterator[Desk]:
    """On one database: nothing here depends on which."""
    async with a_desk() as made:
        yield made


def words(who: Member) -> object:
    """What stands in the form for new feedback."""
    return standing(who.form.fields[0])


@pytest.mark.parametrize(
    ("typed", "said", "label"),
    [
        ("feedback search finds nothing", "search finds nothing", "Pass it on"),
        ("反馈 搜索不出来茶杯", "搜索不出来茶杯", "作为反馈提交"),
        ("反馈 搜索 功能坏了", "搜索 功能坏了", "作为反馈提交"),
    ],
)
async def test_a_complaint_about_search_is_offered_to_be_passed_on(
    desk: Desk, typed: str, said: str, label: str
) -> None:
    """First, and whole; one tap and it stands in the form, and what was looked for
    stands below.
    """
    who = desk.wang if "反馈" in typed else desk.sofia
    await who.says("feedback the search finds nothing, says Maria" if who is desk.sofia
                   else "反馈 客户说搜索 功能坏了 搜索不出来茶杯")  # fmt: skip
    seen = await who.says(typed)
    assert seen
    assert "F-1" in seen.text
    assert seen.controls[0].label == label
    buttons = [each for each in seen.controls if each.action == "feedback.new"]
    assert len(buttons) == 1  # two would ask which of them is right
    await who.presses(label, seen)
    assert words(who) == said
    assert await who.fills() == {}
    assert (await desk.item(2)).text == said


@pytest.mark.parametrize("typed", ["feedback search coupon", "反馈 搜索 优惠券"])
async def test_a_search_is_a_search(desk: Desk, typed: str) -> None:
    """Nothing is in its way."""
    who = desk.wang if "反馈" in typed else desk.sofia
    seen = await who.says(typed)
    assert seen
    assert not {"Pass it on", "作为反馈提交"} & {c.label for c in seen.controls}


async def test_nobody_looks_for_a_whole_story(desk: Desk) -> None:
    """It is what a customer says, and is taken as such, to its last word."""
    story = "search is slow when I look for cups " + "and for pots " * 30 + "again"
    await desk.sofia.says(f"feedback {story}", "#general")
    assert (await desk.item()).text == story


@pytest.mark.parametrize(
    "typed", ["feedback list of sizes is wrong", "feedback report button is dead"]
)
async def test_other_words_that_begin_like_commands_are_offered_too(
    desk: Desk, typed: str
) -> None:
    """As a button below what was not understood."""
    await desk.sofia.says(typed)
    await desk.sofia.presses("New feedback")
    assert words(desk.sofia) == typed.removeprefix("feedback ")
