"""What was said, by person, by day, by words (PEERS A35)."""

import pytest

from tests.bot.past.days import (
    file_of,
    said,
)
from tests.driver import Member


async def test_the_newest_day_is_first(anna: Member) -> None:
    """With who did not answer, and why."""
    told = await said(anna, "standup history Daily")
    days = [line for line in told.splitlines() if line.endswith(" Mar")]
    assert days[:2] == ["Tue 10 Mar", "Mon 9 Mar"]
    assert "More parcels" in told
    assert "missed: Bo Lin, 李伟 · away: Cy Twombly" in told


@pytest.mark.parametrize("typed", ["standup history dai", "站会 历史 Dai"])
async def test_the_beginning_of_a_name_will_do(anna: Member, typed: str) -> None:
    """As it does for every other verb."""
    assert "More parcels" in await said(anna, typed)


async def test_pages_are_turned_in_both_directions(anna: Member) -> None:
    """Nothing is lost between them, and nothing twice."""
    first = await anna.says("standup history Daily")
    assert first is not None
    assert "◀ Newer" not in first.buttons
    second = await anna.presses("Older ▶", first)
    assert second is not None
    assert "Mon 2 Mar" in second.text
    assert "Older ▶" not in second.buttons
    back = await anna.presses("◀ Newer", second)
    assert back is not None
    assert back.text == first.text
    both = f"{first.text}\n{second.text}"
    assert both.count("missed: Bo Lin, 李伟") + both.count("missed: 李伟") == 7


async def test_a_person_is_looked_up(anna: Member, li: Member) -> None:
    """By mention or by name; late is said, and so is each day they missed."""
    for typed in ("standup history @Bo", "standup history of Bo Lin Daily"):
        told = await said(anna, typed)
        assert "Bo Lin · late" in told
        assert "=1+1 BOXES" in told
        assert told.count("Bo Lin · missed") == 6
        assert "parcels" not in told
    told = await said(li, "站会 历史 Bo Lin 3月2日")
    assert "Bo Lin · 迟交" in told
    assert "Blocked? 是" in told


async def test_nobody_looks_through_a_colleagues_gaps(li: Member) -> None:
    """Days with all who missed them are as their wrap-ups; a person's are their own."""
    seen = await li.says("站会 历史 Bo Lin")
    assert seen
    assert "Bo Lin · 未提交" not in seen.text


async def test_ones_own_are_looked_up(bo: Member) -> None:
    """Without a name."""
    told = await said(bo, "standup history Daily my")
    assert "=1+1 BOXES" in told
    assert "parcels" not in told.lower().replace("no parcels", "")


@pytest.mark.parametrize(
    "typed",
    [
        "standup history Daily boxes",
        'standup history "=1+1 boxes"',
        "standup history Ｂｏｘｅｓ",
        "站会 历史 BOXES 3月",
        "站会 回顾 boxes 上周",
    ],
)
async def test_words_are_found_in_any_case_and_width(anna: Member, typed: str) -> None:
    """Only the answers that have them."""
    told = await said(anna, typed)
    assert "=1+1 BOXES" in told
    assert "Anna Berger" not in told


async def test_days_are_looked_up(anna: Member) -> None:
    """One, some, or a month."""
    told = await said(anna, "standup history Daily 3 March")
    assert "Tue 3 Mar" in told
    assert "Mon 2 Mar" not in told
    assert "Parcels for 京东" in await said(anna, "standup history 京东 last week")
    assert "Nothing is found" in await said(anna, "standup history last month")
    told = await said(anna, "standup history 10 March to 3 March")
    assert "before the first" in told


async def test_nothing_found_says_what_to_try(anna: Member) -> None:
    """A typo of a stand-up's name is looked for as a word."""
    told = await said(anna, "standup history Dialy")
    assert "“Dialy”" in told
    assert "Nothing is found" in told


async def test_an_anonymous_answer_is_nobodys(anna: Member, bo: Member) -> None:
    """It is found by no name and no word, and not shown while there are few."""
    for typed in ("history @Anna", "history lift", "history Daily 2 March"):
        told = await said(anna, f"standup {typed}")
        assert "the lift" not in told.replace("lift”", "")


async def test_the_past_of_an_archived_stand_up_is_kept(anna: Member) -> None:
    """It is still found, counted in an export, and marked by its own name."""
    await anna.says("standup archive Daily")
    assert "=1+1 BOXES" in await said(anna, "standup history Daily boxes")
    await anna.says("standup export Daily")
    assert file_of(anna).rows
