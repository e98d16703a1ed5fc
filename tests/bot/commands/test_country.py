"""Whose public holidays are somebody's, whatever their clock says."""

import pytest

from tests.driver import Member, Team, a_team


async def _country(team: Team, member: Member) -> str | None:
    async with team.store.reading() as db:
        person = (await db.people.known([member.ref]))[member.ref]
    return person.own_country


SAID = {
    "en": (
        ("my country", None, "Your public holidays: Germany"),
        ("my country Narnia", None, "I do not know the country “Narnia”"),
        ("my country austria", "AT", "those of Austria now"),
        ("settings country Bavaria", "DE-BY", "Bavaria (Germany)"),
        ("my country is china", "CN", "those of China now"),
        ("I live in Austria.", "AT", "those of Austria now"),
        ("my country Narnia", "AT", "I do not know the country “Narnia”"),
        ("my country usual", None, "as in your company again: Germany"),
    ),
    "zh": (
        ("我的国家 中国", "CN", "按中国计算"),
        ("我的国家是奥地利", "AT", "按奥地利计算"),
        ("我住在香港", "HK", "香港"),
        ("我的国家 火星", "HK", "我不认识国家“火星”"),
        ("设置 国家 默认", None, "和公司一样，按德国计算"),
    ),
}


@pytest.mark.parametrize("language", SAID)
async def test_a_country_is_said_in_words(language: str) -> None:
    """What is none changes nothing."""
    async with a_team() as team:
        anna = team.person("Anna Berger", language=language)
        for typed, code, answer in SAID[language]:
            seen = await anna.says(typed)
            assert seen
            assert answer in seen.text, typed
            assert await _country(team, anna) == code, typed


async def test_their_own_holidays_are_days_off() -> None:
    """26 October is a holiday in Austria, and none in Berlin."""
    async with a_team() as team:
        anna = team.person("Anna Berger")
        await anna.says("my country Austria")
        listed = await anna.says("holidays")
        assert listed
        assert "Public holidays in Austria" in listed.text
        off = await anna.says("away 26 october")
        assert off
        assert "These are days off for you anyway" in off.text
        await anna.says("my country usual")
        assert await _country(team, anna) is None


async def test_an_admin_says_it_of_others_and_they_hear_so() -> None:
    """And nobody else may."""
    async with a_team() as team:
        anna, bo = team.person("Anna Berger", admin=True), team.person("Bo Lin")
        await bo.says("my country")
        refused = await bo.says("country @Anna Berger China")
        assert refused
        assert "Anna Berger" in refused.text
        assert await _country(team, anna) is None
        done = await anna.says("country @Bo Lin Austria")
        assert done
        assert "The public holidays of Bo Lin are those of Austria now" in done.text
        await team.waits(hours=2)
        assert await _country(team, bo) == "AT"
        told = bo.last()
        assert told
        assert "Anna Berger set the country" in told.text
