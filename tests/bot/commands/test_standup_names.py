"""Another name for a stand-up, a pause for so long, and skipping another day."""

from collections.abc import AsyncIterator

import pytest

from bot.commands import absence, standup
from bot.registry import Commands
from tests.driver import Member, Team, a_team

COMMANDS = Commands()
for part in (absence, standup):
    COMMANDS.include(part.commands)


@pytest.fixture
async def team() -> AsyncIterator[Team]:
    """Anna owns Daily and Weekly sync; it is Monday, eight o'clock in Berlin."""
    async with a_team(commands=COMMANDS) as made:
        made.person("Anna Berger")
        made.person("Kim Lee")
        made.person("Bo Lin", language="zh")
        await made.know_everyone()
        anna = made.people["Anna Berger"]
        await anna.says("standup new Daily at 09:30 for @Anna @Kim @Bo")
        await anna.says('standup new "Weekly sync" at 11:00 on fri for @Anna')
        yield made


@pytest.fixture
def anna(team: Team) -> Member:
    """The owner."""
    return team.people["Anna Berger"]


async def said(who: Member, text: str) -> str:
    """The answer."""
    seen = await who.says(text)
    assert seen is not None
    return seen.text


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("standup rename Daily to Early bird", "Early bird"),
        ("standup rename Daily into “Ready to go”", "Ready to go"),
        ("rename standup Daily to DAILY", "DAILY"),
        ("站会 改名 Daily 为 早会", "早会"),
        ("站会 重命名 Daily 改为 早会", "早会"),
    ],
)
async def test_it_gets_another_name(anna: Member, typed: str, name: str) -> None:
    """And is found by it."""
    assert f"Daily is called {name} from now on" in await said(anna, typed)
    assert name in await said(anna, f"standup show {name}")


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ("standup rename Daily", "Please say both names"),
        ("standup rename Daily to weekly SYNC", "is taken"),
        ("standup rename Nothing to Something", "no stand-up called “Nothing”"),
        (f"standup rename Daily to {'x' * 99}", "80 is the most"),
    ],
)
async def test_a_name_that_cannot_be_is_refused(
    anna: Member, typed: str, wrong: str
) -> None:
    """It keeps the one it has."""
    assert wrong in await said(anna, typed)
    assert "Daily" in await said(anna, "standup list")


async def test_only_who_may_change_it_names_it(team: Team) -> None:
    """Its owner, its admins, an admin of the company."""
    refused = await said(team.people["Kim Lee"], "standup rename Daily to Mine")
    assert "Only Anna Berger or an admin" in refused


@pytest.mark.parametrize(
    "typed",
    [
        "standup pause Daily for two weeks",
        "standup pause Daily for 14 days",
        "站会 暂停 Daily 两周",
        "standup pause Daily until 16 march",
    ],
)
async def test_a_pause_may_be_so_long(anna: Member, typed: str) -> None:
    """Counted from today."""
    assert "Paused until: Mon 16 Mar" in await said(anna, typed)


async def test_another_day_is_skipped_by_being_away_from_it(
    team: Team, anna: Member
) -> None:
    """The answer says what to type, and that does it."""
    told = await said(anna, "standup skip me Weekly sync on friday")
    assert "nobody else’s is changed" in told
    example = told.split("/crew ")[1].split("`")[0].split("\n")[0].strip()
    assert example.startswith("away")
    assert "Weekly sync" in await said(anna, example)
    bo = team.people["Bo Lin"]
    assert "请假 明天 站会:Daily" in await said(bo, "站会 跳过 明天")
    assert "Daily" in await said(bo, "请假 明天 站会:Daily")
