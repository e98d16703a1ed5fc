"""How often, in the reader's words."""

import pytest

from bot.cards.repetition import repetition_words
from bot.i18n import words
from bot.model.repetition import parse

RULES = (
    "FREQ=DAILY",
    "FREQ=DAILY;INTERVAL=3",
    "FREQ=WEEKLY",
    "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    "FREQ=WEEKLY;BYDAY=SA,SU",
    "FREQ=WEEKLY;BYDAY=MO",
    "FREQ=WEEKLY;BYDAY=MO,WE,FR",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH",
    "FREQ=MONTHLY",
    "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=5",
    "FREQ=MONTHLY;BYMONTHDAY=15",
    "FREQ=MONTHLY;BYMONTHDAY=-1",
    "FREQ=MONTHLY;BYDAY=FR;BYSETPOS=-1",
    "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
    "FREQ=YEARLY",
    "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH",
    "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1,3",
    "FREQ=MONTHLY;BYDAY=FR;BYSETPOS=-2",
    "FREQ=MONTHLY;BYDAY=FR;BYSETPOS=5",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=10",
    "FREQ=MONTHLY;INTERVAL=2;BYDAY=MO,SU;BYSETPOS=1,-1",
    "FREQ=MONTHLY;BYMONTHDAY=1,15",
    "FREQ=MONTHLY;BYMONTHDAY=15,-1",
    "FREQ=MONTHLY;BYMONTHDAY=-2",
    "FREQ=MONTHLY;BYMONTH=1,4,7,10;BYDAY=MO;BYSETPOS=1",
    "FREQ=MONTHLY;BYMONTH=3,6,9,12;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
    "FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
    "FREQ=YEARLY;BYMONTH=10;BYDAY=SU;BYSETPOS=-1",
)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("rule", RULES)
def test_what_is_said_can_be_typed_again(language: str, rule: str) -> None:
    """A form shows the words; sent unchanged, they mean the same rule."""
    said = repetition_words(rule, words(language, "Europe/Berlin"))
    assert parse(said) == rule


@pytest.mark.parametrize(
    ("language", "rule", "said"),
    [
        ("en", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "every 2 weeks on Monday"),
        ("en", "FREQ=MONTHLY;BYDAY=FR;BYSETPOS=-1", "every month on the last Friday"),
        ("en", "FREQ=WEEKLY;BYDAY=MO,FR", "every Monday and Friday"),
        ("en", "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1,3",
         "every month on the first and third Monday"),
        ("en", "FREQ=WEEKLY;BYDAY=MO;UNTIL=20261214",
         "every Monday until Mon 14 Dec 2026"),
        ("zh", "FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2,4", "每月第二个和第四个周二"),
        ("zh", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1", "每年3月1日"),
        ("zh", "FREQ=WEEKLY;BYDAY=MO;UNTIL=20261214",
         "每周一，直到 2026年12月14日周一"),
        ("zh", "FREQ=WEEKLY;BYDAY=MO,FR", "每周一和周五"),
        ("zh", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "每 2 周的周一"),
        ("zh", "FREQ=MONTHLY;BYDAY=FR;BYSETPOS=-1", "每月最后一个周五"),
    ],
)  # fmt: skip
def test_rules_are_said_naturally(language: str, rule: str, said: str) -> None:
    """In both languages."""
    assert repetition_words(rule, words(language, "Europe/Berlin")) == said


def test_a_foreign_rule_is_said_as_it_is() -> None:
    """Nothing is made up."""
    assert repetition_words("FREQ=HOURLY", words("en", "UTC")) == "FREQ=HOURLY"
