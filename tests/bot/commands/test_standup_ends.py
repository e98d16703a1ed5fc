"""Stand-ups that end: on a day, after so long, after so many times."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from bot.commands import standup
from bot.registry import Commands
from tests.driver import Member, Team, a_team

COMMANDS = Commands()
COMMANDS.include(standup.commands)
THURSDAY = datetime(2026, 3, 5, 9, 0, tzinfo=UTC)  # ten o'clock in Berlin
LATER = datetime(2026, 5, 15, 9, 0, tzinfo=UTC)


@pytest.fixture
async def team() -> AsyncIterator[Team]:
    """Anna in Berlin, Bo in Shanghai."""
    async with a_team(now=THURSDAY, commands=COMMANDS) as made:
        made.person("Anna Berger")
        made.person("Bo Lin", zone="Asia/Shanghai", language="zh")
        await made.know_everyone()
        yield made


@pytest.fixture
def anna(team: Team) -> Member:
    """Who makes it."""
    return team.people["Anna Berger"]


def asked(who: Member) -> list[str]:
    """The days on which they were asked."""
    prompts = (each.text for each in who.inbox if each.text.startswith("📋"))
    return list(dict.fromkeys(_day(text) for text in prompts))


def _day(text: str) -> str:
    return text.splitlines()[0].split(" · ")[1]


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("mondays until 16 march", "Mon 9 Mar, Mon 16 Mar"),
        ("mondays until next friday", "Mon 9 Mar"),
        ("mondays 3 times", "Mon 9 Mar, Mon 16 Mar, Mon 23 Mar"),
        ("every monday for 2 weeks", "Mon 9 Mar, Mon 16 Mar"),
        ("every 2 weeks on tue for 3 times", "Tue 10 Mar, Tue 24 Mar, Tue 7 Apr"),
        ("thursdays 2 times", "Thu 12 Mar, Thu 19 Mar"),  # 9:30 has gone today
        ("on weekdays for 4 days", "Fri 6 Mar, Mon 9 Mar"),
        ("on the last working day of the month 2 times", "Tue 31 Mar, Thu 30 Apr"),
    ],
)
async def test_it_asks_until_its_end_and_then_no_more(
    team: Team, anna: Member, typed: str, days: str
) -> None:
    """Weeks later nobody has been asked but on these days."""
    await anna.says(f"standup new Sprint at 09:30 {typed} for @anna")
    await team.until(LATER)
    assert asked(anna) == days.split(", ")


async def test_its_last_day_is_shown_and_stays_when_the_form_is_sent_again(
    team: Team, anna: Member
) -> None:
    """The words of the form mean what they meant; another end takes its place."""
    made = await anna.says("standup new Sprint at 09:30 mondays 3 times for @anna")
    assert made
    assert "every Monday until Mon 23 Mar" in made.text
    await anna.says("standup edit Sprint")
    await anna.presses("Days and times")
    assert await anna.fills(at="10:00") == {}
    shown = await anna.says("standup show Sprint")
    assert shown
    assert "every Monday until Mon 23 Mar, 10:00" in shown.text
    await anna.says("standup edit Sprint")
    await anna.presses("Days and times")
    assert await anna.fills(days="every tuesday for 2 weeks") == {}
    shown = await anna.says("standup show Sprint")
    assert shown
    assert "every Tuesday until Mon 23 Mar" in shown.text


async def test_an_end_in_chinese(team: Team) -> None:
    """As it is typed there, and glued to the days."""
    bo = team.people["Bo Lin"]
    made = await bo.says("站会 新建 冲刺 9:30 每周一直到4月20日 给 @bo")
    assert made
    assert "每周一，直到 4月20日周一" in made.text
    made = await bo.says("站会 新建 盘点 9:30 隔周周一 共3次 给 @bo")
    assert made
    assert "每 2 周的周一，直到 4月6日周一" in made.text


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("mondays until 1 march 2026", "is before its first day"),
        ("mondays until 32 may", "32 may"),
        ("mondays for 999 weeks", "366 is the most"),
        ("mondays from 1 april until 31 march", "is before its first day"),
        ("twice a week", "did not understand the days “twice a week”"),
    ],
)
async def test_an_end_that_cannot_be_is_named(
    anna: Member, typed: str, said: str
) -> None:
    """Nothing is made, and what was typed is shown again."""
    seen = await anna.says(f"standup new Sprint at 09:30 {typed} for @anna")
    assert seen
    assert said in seen.text
    assert typed in seen.text
    listed = await anna.says("standup list")
    assert listed
    assert "Sprint" not in listed.text
