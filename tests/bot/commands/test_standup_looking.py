"""Looking at stand-ups before they ask anybody: the preview, and a long list."""

from collections.abc import AsyncIterator

import pytest

from tests.driver import Member, Team, a_team
from tests.fakes.chat import Seen


@pytest.fixture
async def team() -> AsyncIterator[Team]:
    """Anna, in Berlin."""
    async with a_team() as made:
        made.person("Anna Berger")
        await made.know_everyone()
        yield made


@pytest.fixture
def anna(team: Team) -> Member:
    """Who looks."""
    return team.people["Anna Berger"]


def text(seen: Seen | None) -> str:
    """What was said."""
    assert seen is not None
    return seen.text


async def test_preview_has_every_button_and_none_does_anything(
    team: Team, anna: Member
) -> None:
    """It looks as it will look; what is pressed says that it was only looked at."""
    await anna.says("standup new Daily at 9:30 in #general")
    shown = await anna.says("standup preview")
    await team.waits(hours=2)
    asked = next(seen for seen in anna.inbox if ":ask:" in seen.key)
    assert shown is not None
    labels = [each.label for each in shown.controls]
    assert labels == [each.label for each in asked.controls]
    for label, value in (("Skip today", None), ("More", "later:preview-1")):
        said = await anna.presses(label, shown, value=value or "")
        assert "nothing was changed" in text(said)
    assert "Skip today" in [each.label for each in asked.controls]


async def test_a_long_list_comes_in_pages(anna: Member) -> None:
    """Each stand-up has its button on every chat."""
    for number in range(9):
        await anna.says(f"standup new Team{number} at 9:30")
    first = await anna.says("standup list")
    assert first is not None
    assert [each.label for each in first.controls] == [*["Show"] * 7, "2 more"]
    last = await anna.presses("2 more", first)
    assert last is not None
    assert "Team8" in last.text
    assert "Team6" not in last.text
    assert [each.label for each in last.controls] == ["Show"] * 2 + [
        "Back to the first"
    ]
