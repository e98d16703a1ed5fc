"""Who sees to one step of the journey is told to whoever asks, in their words."""

from dataclasses import replace

import pytest

from tests.bot.feedback.desk import TRIAGE, Desk, a_desk

ASKED = (
    "who handles checkout?",
    "who handles payment",
    "who is on duty for checkout?",
    "who gets payment feedback",
    "feedback routes payments",
    "谁负责结账",
    "谁负责支付？",
    "支付的反馈谁收",
    "结账谁值班",
    "反馈 分派列表 支付",
)


async def ruled(desk: Desk) -> None:
    """Payment and checkout are Bo's, and of the shop's room."""
    desk.team.person("Bo Lin")
    desk.team.place("#shop")
    await desk.team.know_everyone()
    await desk.anna.says("feedback route payment, checkout to #shop @Bo", TRIAGE)


@pytest.mark.parametrize("said", ASKED)
async def test_who_sees_to_a_step(said: str) -> None:
    """The person is told to every colleague, the room to those who see the rules."""
    async with a_desk() as desk:
        await ruled(desk)
        chinese = any(letter > "\u2e7f" for letter in said)
        asker = desk.wang if chinese else desk.sofia
        seen = await asker.says(said)
        assert seen is not None
        assert "Bo Lin" in seen.text
        assert "#shop" not in seen.text
        told = await desk.jonas.says(said, TRIAGE)
        assert told is not None
        assert "#shop" in told.text
        assert "Bo Lin" in told.text


async def test_what_no_rule_names_goes_to_the_room() -> None:
    """And that is said, in both languages."""
    async with a_desk() as desk:
        seen = await desk.sofia.says("who gets returns feedback?")
        assert seen is not None
        assert "those in the room for feedback" in seen.text
        seen = await desk.wang.says("退货的反馈谁收")
        assert seen is not None
        assert "反馈会发到受理群" in seen.text


async def test_an_area_of_that_name_comes_first() -> None:
    """Who answers for it, answers."""
    async with a_desk() as desk:
        await ruled(desk)
        await desk.anna.says("area add Checkout @Jonas", "#general")
        seen = await desk.sofia.says("who handles checkout?")
        assert seen is not None
        assert "Jonas Weber" in seen.text
        assert "Bo Lin" not in seen.text


async def test_a_department_without_a_head_keeps_nothing_back() -> None:
    """物流 is the warehouse's name, too."""
    async with a_desk() as desk:
        await ruled(desk)
        await desk.anna.says("feedback route delivery @Jonas", TRIAGE)
        for said in ("谁负责物流", "who handles delivery?"):
            seen = await desk.wang.says(said)
            assert seen is not None
            assert "Jonas Weber" in seen.text


async def test_guests_are_not_told() -> None:
    """Who works here is not theirs to know."""
    async with a_desk() as desk:
        await ruled(desk)
        guest = desk.team.person("Gil Guest", guest=True)
        for said in ("who handles checkout?", "feedback routes checkout"):
            seen = await guest.says(said)
            assert seen is not None
            assert "Bo Lin" not in seen.text


async def test_who_is_away_is_stood_in_for() -> None:
    """By their manager, as feedback itself is."""
    async with a_desk() as desk:
        await ruled(desk)
        bo, profiles = desk.team.people["Bo Lin"], desk.team.chat.profiles
        profiles[bo.ref] = replace(profiles[bo.ref], manager=desk.jonas.ref)
        await desk.team.know_everyone()
        await bo.says("away today")
        seen = await desk.sofia.says("who handles checkout?")
        assert seen is not None
        assert "Jonas Weber" in seen.text
