"""A team with a past."""

from collections.abc import AsyncIterator

import pytest

from tests.bot.past.days import ANNA, BO, CY, LI, NOW, a_fortnight
from tests.driver import Member, Team, a_team


@pytest.fixture
async def team() -> AsyncIterator[Team]:
    """Three on Slack, one on DingTalk, and everything the bot can do."""
    async with a_team(now=NOW) as team:
        team.person(ANNA)
        team.person(BO)
        team.person(CY)
        team.person(LI, platform="dingtalk", language="zh", zone="Asia/Shanghai")
        await team.know_everyone()
        await a_fortnight(team)
        yield team


@pytest.fixture
def anna(team: Team) -> Member:
    """The owner."""
    return team.people[ANNA]


@pytest.fixture
def bo(team: Team) -> Member:
    """A member."""
    return team.people[BO]


@pytest.fixture
def li(team: Team) -> Member:
    """A member on DingTalk who reads Chinese."""
    return team.people[LI]
