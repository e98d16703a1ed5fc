"""Two people who may be one, on both databases."""

from collections.abc import AsyncIterator

import pytest

from tests.databases import KINDS, Kind
from tests.driver import Member, Team, a_team


@pytest.fixture(params=KINDS)
async def team(request: pytest.FixtureRequest) -> AsyncIterator[Team]:
    """Grace on Slack, 陈雅 on DingTalk, on both databases."""
    kind: Kind = request.param
    async with a_team(kind) as made:
        made.person("Grace Chen")
        made.person("陈雅", language="zh", platform="dingtalk")
        made.place("#仓库", platform="dingtalk")
        yield made


@pytest.fixture
def grace(team: Team) -> Member:
    """On Slack, in English."""
    return team.people["Grace Chen"]


@pytest.fixture
def ya(team: Team) -> Member:
    """On DingTalk, in Chinese."""
    return team.people["陈雅"]
