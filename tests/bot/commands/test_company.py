"""What an admin sets for the whole company: how often people are reminded at most."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest

from bot.commands import company, home, settings, standup
from bot.messages import ChoiceField
from bot.registry import Commands
from tests.driver import Member, Team, a_team

COMMANDS = Commands()
for part in (company, settings, standup, home):
    COMMANDS.include(part.commands)
MONDAY = datetime(2026, 3, 2, 7, 0, tzinfo=UTC)  # eight o'clock in Berlin
DAY = timedelta(days=1)


@pytest.fixture
async def team() -> AsyncIterator[Team]:
    """Anna is an admin; Kim is not, and Bo reads Chinese."""
    async with a_team(now=MONDAY, commands=COMMANDS) as made:
        made.person("Anna Berger", admin=True)
        made.person("Kim Lee")
        made.person("Bo Lin", language="zh", admin=True)
        await made.know_everyone()
        yield made


@pytest.fixture
def anna(team: Team) -> Member:
    """An admin."""
    return team.people["Anna Berger"]


@pytest.fixture
def kim(team: Team) -> Member:
    """One of the team."""
    return team.people["Kim Lee"]


async def said(who: Member, text: str) -> str:
    """The answer."""
    seen = await who.says(text)
    assert seen is not None
    return seen.text


def offered(who: Member) -> tuple[list[str], str]:
    """The reminders that their settings offer, and which is chosen."""
    field = next(each for each in who.form.fields if each.name == "reminders")
    assert isinstance(field, ChoiceField)
    return [str(each.value) for each in field.options], str(field.value)


def reminded(who: Member) -> int:
    """How often a stand-up reminded them."""
    return sum(":remind:" in seen.key or ":follow:" in seen.key for seen in who.inbox)


async def test_nobody_is_reminded_more_than_the_company_allows(
    team: Team, anna: Member, kim: Member
) -> None:
    """Two reminders a day, then the last one only, then none; and all of them again."""
    await said(anna, "standup new Daily at 09:00 close 17:00 nudge 60m for @Kim")
    await team.until(MONDAY + timedelta(hours=10))
    assert reminded(kim) == 2
    assert "The most urgent only" in await said(
        anna, "settings company reminders light"
    )
    await team.until(MONDAY + DAY + timedelta(hours=10))
    assert reminded(kim) == 3
    await anna.presses("No reminders")
    await team.until(MONDAY + 2 * DAY + timedelta(hours=10))
    assert reminded(kim) == 3
    await anna.presses("All reminders")
    await team.until(MONDAY + 3 * DAY + timedelta(hours=10))
    assert reminded(kim) == 5


async def test_everybody_chooses_below_that_and_keeps_what_they_wished(
    anna: Member, kim: Member
) -> None:
    """A form that is sent as it was lowers nobody's wish for good."""
    await said(anna, "settings company reminders light")
    await kim.says("settings")
    assert offered(kim) == (["light", "muted"], "light")
    assert await kim.fills() == {}
    await said(anna, "settings company reminders all")
    await kim.says("settings")
    assert offered(kim) == (["active", "light", "muted"], "active")


async def test_one_line_sets_ones_own(kim: Member) -> None:
    """In words people use; others are refused with what would do."""
    await said(kim, "settings reminders none")
    await kim.says("settings")
    assert offered(kim)[1] == "muted"
    refused = await said(kim, "settings reminders sometimes")
    assert "“sometimes”" in refused
    assert "/crew settings reminders light" in refused


async def test_the_same_in_chinese(team: Team) -> None:
    """Shown, and set."""
    bo = team.people["Bo Lin"]
    assert "提醒的上限：全部提醒" in await said(bo, "设置 公司")
    assert "提醒的上限：只提醒最紧急的" in await said(bo, "设置 公司 提醒 精简")
    assert "设置 公司 提醒 精简" in await said(bo, "设置 公司 午餐")
    assert "没有看懂“午餐”" in await said(bo, "设置 公司 提醒 午餐")


async def test_only_admins_set_it(kim: Member, anna: Member) -> None:
    """Nobody else, by words or by a forged button."""
    refused = await said(kim, "settings company reminders none")
    assert "admin" in refused
    assert "All reminders" in await said(anna, "settings company")
