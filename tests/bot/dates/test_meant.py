"""due_among: which of a sentence's dates says when the thing is due."""

import pytest

from bot.dates import due_among, find, left_over, two_ways
from tests.bot.dates.moments import NOW


@pytest.mark.parametrize(
    ("sentence", "phrases"),
    [
        ("prepare the monday call", ()),
        ("prepare the monday call by sunday", ("by sunday",)),
        ("Monday standup notes cleanup tuesday", ("tuesday",)),
        ("tomorrow prepare friday meeting", ("tomorrow",)),
        ("call the supplier monday", ("monday",)),
        ("check prices friday please", ("friday",)),
        ("send the report on monday morning", ("on monday morning",)),
        ("check prices friday and 12 March", ("friday", "12 March")),
        ("check prices friday, call Bo tuesday", ("friday", "tuesday")),
        ("把周一例会改到周二", ()),
        ("会议改到3月12号下午3点", ()),
        ("会议推迟到下周三", ()),
        ("把直播挪到周六 周四前", ("周四前",)),
        ("到周五前完成", ("到周五前",)),
        ("周一例会纪要整理 明天", ("明天",)),
    ],
)
def test_a_day_that_belongs_to_a_name_stays_there(
    sentence: str, phrases: tuple[str, ...]
) -> None:
    """What is left may say the due date; two are one too many."""
    meant = due_among(sentence, find(sentence, NOW))
    assert tuple(one.text for one in meant) == phrases


@pytest.mark.parametrize(
    ("sentence", "phrase"),
    [
        ("Move launch to friday", "friday"),
        ("move the monday call to tuesday at 5pm", "monday"),
        ("count inventory 12/03", "12/03"),
        ("会议推迟到下周三", "到下周三"),
        ("move 3 boxes to the cellar", ""),
        ("reduce by 2/3", ""),
    ],
)
def test_a_date_that_stays_is_worth_a_word(sentence: str, phrase: str) -> None:
    """So that nobody waits for a reminder that never comes."""
    assert left_over(sentence, find(sentence, NOW), NOW) == phrase


@pytest.mark.parametrize(
    ("sentence", "both"),
    [
        ("pay by 12/06", {(12, 6), (6, 12)}),
        ("pay by 3/3", set()),
        ("pay by 15/3", set()),
        ("3/12前付款", set()),
        ("pay by 12 March", set()),
        ("pay on 5/6/2030", {(5, 6), (6, 5)}),
    ],
)
def test_a_day_and_month_in_figures_may_be_read_in_two_ways(
    sentence: str, both: set[tuple[int, int]]
) -> None:
    """Each from now on; in Chinese the month is always first."""
    (one,) = find(sentence, NOW)
    found = two_ways(sentence, one, NOW) or ()
    assert {(each.month, each.day) for each in found} == both
    assert all(each >= NOW.date() for each in found)
