"""Stand-ups run on both databases."""

from collections.abc import AsyncIterator

import pytest

from tests.bot.rituals.standups import COMMANDS
from tests.databases import KINDS, Kind
from tests.driver import Member, Team, a_team


@pytest.fixture(params=KINDS)
async def team(request: pytest.FixtureRequest) -> AsyncIterator[Team]:
    """Anna, Kim and Asha in Berlin; Monday, eight o'clock; on both databases."""
    kind: Kind = request.param
    async with a_team(kind, commands=COMMANDS) as made:
        for name in ("Anna Berger", "Kim Lee", "Asha Rao"):
            made.person(name)
        await made.know_everyone()
        yield made


@pytest.fixture
def anna(team: Team) -> Member:
    """The owner."""
    return team.people["Anna Berger"]


@pytest.fixture
def kim(team: Team) -> Member:
    """One of the team."""
    return team.people["Kim Lee"]
