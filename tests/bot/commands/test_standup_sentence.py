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


@pytest.mark.parametrize(
    ("typed", "name", "people"),
    [
        ("早会 成员 @a @b 9:30", "早会", "@a @b"),
        ("早会 谁 @a 9:30", "早会", "@a"),
        ("早会 成员：@a 9:30", "早会", "@a"),
        ("早会 成员 全员 9:30", "早会", "全员"),
        ("早会 参与者 部门:客服 9:30", "早会", "部门:客服"),
        ("Shop people @a @b at 9:30", "Shop", "@a @b"),
        ("Shop who @a at 9:30", "Shop", "@a"),
        ("Shop members everyone at 9:30", "Shop", "everyone"),
        ("Team members meeting at 9:30", "Team members meeting", None),
        ("谁有空 9:30", "谁有空", None),
    ],
)
def test_people_are_announced_by_the_words_of_the_form(
    typed: str, name: str, people: str | None
) -> None:
    found = split(typed)
    assert found.name == name
    assert found.slots.get(Slot.PEOPLE) == people


def test_owners_are_its_admins() -> None:
    assert split("Shop at 9:30 for @a owner @b").slots[Slot.ADMINS] == "@b"
    assert split("早会 9:30 成员 @a 负责人 @b").slots[Slot.ADMINS] == "@b"


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


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("Review 2nd tuesday of every month at 14:00", "2nd tuesday of every month"),
        ("Review first monday of the month at 14:00", "first monday of the month"),
        ("Review last working day of the month 14:00", "last working day of the month"),
        ("Review fortnightly on wed at 14:00", "fortnightly on wed"),
        ("Review Mon-Fri at 14:00", "Mon-Fri"),
        ("Review mon,wed at 14:00", "mon,wed"),
        ("Review at 14:00 mon, wed, fri", "mon, wed, fri"),
    ],
)
def test_days_that_can_be_nothing_else_need_no_word_before_them(
    typed: str, days: str
) -> None:
    """What says when is no part of the name: it would ask on every working day."""
    found = split(typed)
    assert (found.name, found.slots[Slot.DAYS]) == ("Review", days)


@pytest.mark.parametrize(
    "typed", ["周报 每周五 16:00 在 <#C1|g> 所有人", "Weekly 16:00 in <#C1|g> everyone"]
)
def test_everyone_behind_a_channel_is_who_is_asked(typed: str) -> None:
    """It is no second channel."""
    found = split(typed)
    assert found.slots[Slot.PLACE] == "<#C1|g>"
    assert found.slots[Slot.PEOPLE] in {"所有人", "everyone"}


def test_everyone_in_a_name_stays_there() -> None:
    """Before the first option it is a word as others are."""
    assert split("Hello everyone at 9:00").name == "Hello everyone"


def test_a_keyword_with_nothing_behind_it_is_told() -> None:
    """At the end of the line it belongs to no other part."""
    found = split("Weekly at 9 in <#C1|g> for")
    assert (found.alone, found.slots[Slot.PLACE]) == ("for", "<#C1|g>")


def test_a_template_is_named_in_chinese_as_people_say_it() -> None:
    """从模板 as the English “from template”."""
    found = split("客服 从模板 客服交接班 在 <#C1|g>")
    assert (found.name, found.slots[Slot.TEMPLATE]) == ("客服", "客服交接班")


@pytest.mark.parametrize(
    ("typed", "name", "days", "until"),
    [
        ("Daily at 9:30 daily", "Daily", "daily", None),
        ("Sales at 9:30 Monday to Thursday in #shop", "Sales", "Monday to Thursday",
         None),
        ("Sales at 9:30 mondays and thursdays for @a", "Sales",
         "mondays and thursdays", None),
        ("Sales mondays and thursdays at 9:30", "Sales", "mondays and thursdays", None),
        ("Sales weekly at 9:30", "Sales weekly", None, None),
        ("Pay at 9:30 the 1st and 15th of every month close 11:00", "Pay",
         "the 1st and 15th of every month", None),
        ("Board at 9:30 first and third monday of the month", "Board",
         "first and third monday of the month", None),
        ("Board at 9:30 for @Li Sun @Wed Ma", "Board", None, None),
        ("Board at 9:30 twice a week", "Board", "twice a week", None),
        ("Sprint at 9:30 every monday until 31 may in #shop", "Sprint", "every monday",
         "31 may"),
        ("Sprint at 9:30 every monday for 6 weeks for @a", "Sprint", "every monday",
         "6 weeks"),
        ("Sprint at 9:30 mondays 5 times", "Sprint", "mondays", "5 times"),
        ("Open until sold out at 9:30", "Open until sold out", None, None),
        ("早会 9:30 周一到周四", "早会", "周一到周四", None),
        ("对账 每月1号和15号 10点", "对账", "每月1号和15号", None),
        ("盘点 10点 每周一 到6月30日", "盘点", "每周一", "6月30日"),
        ("盘点 10点 每周一直到6月30日", "盘点", "每周一直到6月30日", None),
        ("盘点 10点 隔周周一 共3次", "盘点", "隔周周一", "共3次"),
        ("盘点 10点 每周一 持续6周", "盘点", "每周一", "6周"),
        ("盘点 每周三次 10点", "盘点", "每周三次", None),
    ],
)  # fmt: skip
def test_days_and_ends_are_found_where_people_say_them(
    typed: str, name: str, days: str | None, until: str | None
) -> None:
    """Without a word before them, and never in the name of a person."""
    found = split(typed)
    assert found.name == name
    assert found.slots.get(Slot.DAYS) == days
    assert found.slots.get(Slot.UNTIL) == until


@pytest.mark.parametrize(
    ("typed", "name", "slots"),
    [
        ("每天早上九点半，叫早会", "早会",
         {Slot.DAYS: "每天", Slot.AT: "早上九点半"}),
        ("早会，每天9:30，截止11:00", "早会",
         {Slot.DAYS: "每天", Slot.AT: "9:30", Slot.CLOSE: "11:00"}),
        ("客服，售后早会 9:30", "客服，售后早会", {Slot.AT: "9:30"}),
        ("早会 9:30 周一，周三，周五", "早会",
         {Slot.AT: "9:30", Slot.DAYS: "周一 周三 周五"}),
        ("叫号系统早会 9:30", "叫号系统早会", {Slot.AT: "9:30"}),
        ("called Early at 9:30", "Early", {Slot.AT: "9:30"}),
        ("at 9:30 on weekdays called Early birds", "Early birds",
         {Slot.AT: "9:30", Slot.DAYS: "weekdays"}),
        ("Orders called back at 9:30", "Orders called back", {Slot.AT: "9:30"}),
    ],
)  # fmt: skip
def test_a_sentence_may_say_its_name_at_the_end(
    typed: str, name: str, slots: dict[Slot, str]
) -> None:
    """And Chinese commas part what is said, but not the words of a name."""
    found = split(typed)
    assert (found.name, found.slots) == (name, slots)
