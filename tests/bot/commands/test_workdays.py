"""Working days and the own clock, set in one line of either language."""

import pytest

from tests.driver import Member, Team, a_team


async def _days(team: Team, member: Member) -> list[int]:
    async with team.store.reading() as db:
        person = (await db.people.known([member.ref]))[member.ref]
    return sorted(person.hours.days)


@pytest.mark.parametrize(
    ("language", "typed", "days", "said"),
    [
        ("en", "settings days mon-wed", [0, 1, 2], "Monday, Tuesday and Wednesday"),
        ("en", "i work on mondays and fridays", [0, 4], "Monday and Friday"),
        ("en", "working days weekdays", [0, 1, 2, 3, 4], "You work on"),
        ("zh", "设置 工作日 周一到周三", [0, 1, 2], "周一、周二和周三"),
        ("zh", "工作日 每天", [0, 1, 2, 3, 4, 5, 6], "您的工作日"),
        ("en", "settings days soon", [0, 1, 2, 3, 4], "I cannot read “soon”"),
        ("en", "settings days every 2 weeks on mon", [0, 1, 2, 3, 4], "cannot read"),
    ],
)
async def test_working_days_are_set_in_words(
    language: str, typed: str, days: list[int], said: str
) -> None:
    """What is no week of days changes nothing."""
    async with a_team() as team:
        anna = team.person("Anna Berger", language=language)
        seen = await anna.says(typed)
        assert seen
        assert said in seen.text
        assert await _days(team, anna) == days


async def test_part_timers_need_no_leave_on_their_days_off() -> None:
    """And three days away are three that they work."""
    async with a_team() as team:
        anna = team.person("Anna Berger")
        await anna.says("settings days mon-wed")
        off = await anna.says("away thursday")
        assert off
        assert "These are days off for you anyway" in off.text
        await anna.says("away cancel")
        counted = await anna.says("away for 4 days from monday")
        assert counted
        assert "from Mon 9 Mar to Mon 16 Mar" in counted.text


@pytest.mark.parametrize(
    ("language", "typed", "said"),
    [
        ("en", "timezone Tokyo", "Asia/Tokyo"),
        ("en", "my timezone is Tokyo", "Asia/Tokyo"),
        ("zh", "我的时区是东京", "Asia/Tokyo"),
        ("en", "timezone Lissabon", "settings zone Europe/Lisbon"),
        ("zh", "时区 火星", "设置 时区 Europe/Berlin"),
        ("en", "timezone 25:00", "I do not know the time zone “25:00”"),
    ],
)
async def test_the_clock_is_set_by_a_city(language: str, typed: str, said: str) -> None:
    """What is none is answered with what is, in the words of the reader."""
    async with a_team() as team:
        anna = team.person("Anna Berger", language=language)
        seen = await anna.says(typed)
        assert seen
        assert said in seen.text
