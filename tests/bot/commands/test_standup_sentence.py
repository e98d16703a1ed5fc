"""One line that makes a stand-up, in English and Chinese."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.commands.standup.sentence import Slot, split

FULL = {
    Slot.AT: "09:30",
    Slot.DAYS: "weekdays",
    Slot.PLACE: "<#C1|shop>",
    Slot.PEOPLE: "<@U1|a> <@U2|b>",
    Slot.CLOSE: "11:00",
    Slot.REMIND: "30m",
    Slot.ZONE: "local",
}


def test_every_part_is_found() -> None:
    """The grammar of the contract, whole."""
    found = split(
        "Store EU at 09:30 on weekdays in <#C1|shop> for <@U1|a> <@U2|b> close 11:00"
        ' remind 30m zone local ask "What was?" "What will be?"'
    )
    assert found.name == "Store EU"
    assert found.slots == FULL
    assert found.questions == ("What was?", "What will be?")


def test_the_order_does_not_matter() -> None:
    """Options come as they come to mind."""
    found = split(
        'Store EU ask "What was?" zone local remind 30m close 11:00'
        " for <@U1|a> <@U2|b> in <#C1|shop> on weekdays at 09:30"
    )
    assert found.slots == FULL
    assert found.questions == ("What was?",)


@pytest.mark.parametrize(
    "typed",
    [
        "每日站会 9:30 工作日 在 #店铺 给 @a @b 截止 11:00"
        " 提醒 30分钟 问 “昨天？” “今天？”",
        "每日站会 时间 9:30 工作日 在#店铺 给@a @b 截止11:00"
        " 提醒30分钟 问“昨天？” “今天？”",
        "每日站会 9:30 工作日 #店铺 @a @b 截止：11:00"
        " 提醒：30分钟 问 「昨天？」「今天？」",
    ],
)
def test_chinese_needs_neither_keywords_nor_spaces(typed: str) -> None:
    """Times, days, places and people are known by their looks."""
    found = split(typed)
    assert found.name == "每日站会"
    assert found.slots == {
        Slot.AT: "9:30",
        Slot.DAYS: "工作日",
        Slot.PLACE: "#店铺",
        Slot.PEOPLE: "@a @b",
        Slot.CLOSE: "11:00",
        Slot.REMIND: "30分钟",
    }
    assert found.questions == ("昨天？", "今天？")


@pytest.mark.parametrize(
    ("typed", "name", "slots"),
    [
        ("Check in at 9:30 am", "Check in", {Slot.AT: "9:30 am"}),
        ("Ask me anything at 9", "Ask me anything", {Slot.AT: "9"}),
        ("Month close at 9:30", "Month close", {Slot.AT: "9:30"}),
        ('"Shop in shop" at 9:30', "Shop in shop", {Slot.AT: "9:30"}),
        ("Retro on last fri of month", "Retro", {Slot.DAYS: "last fri of month"}),
        (
            "Sync every 2 weeks on mon at 10",
            "Sync",
            {Slot.DAYS: "every 2 weeks mon", Slot.AT: "10"},
        ),
        ("Daily close:11:00", "Daily", {Slot.CLOSE: "11:00"}),
        ("Daily dept:it 9:30", "Daily", {Slot.PEOPLE: "dept:it", Slot.AT: "9:30"}),
        ("Daily weekdays 9:30", "Daily", {Slot.DAYS: "weekdays", Slot.AT: "9:30"}),
        ("at 9:30", "", {Slot.AT: "9:30"}),
        ("9:30 in #shop", "", {Slot.AT: "9:30", Slot.PLACE: "#shop"}),
        ("", "", {}),
    ],
)
def test_a_keyword_needs_a_value(typed: str, name: str, slots: dict[Slot, str]) -> None:
    """Words of the name stay in the name."""
    found = split(typed)
    assert (found.name, found.slots) == (name, slots)


def test_questions_without_quotes_end_with_their_mark() -> None:
    """People forget quotes."""
    found = split("Daily at 9:30 ask What did you do? What's on your mind?")
    assert found.questions == ("What did you do?", "What's on your mind?")


@given(st.text())
def test_any_text_can_be_split(text: str) -> None:
    """It never fails: what a slot holds is read by others."""
    split(text)
