""" "Here" is where somebody types, and never a part of a stand-up's name."""

import pytest

from tests.driver import a_team


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("standup new Daily at 9:30 for @Bo here", "Daily"),
        ("create a standup here every weekday at 9:30", "General stand-up"),
        ("set up a daily standup in this channel at 10", "General stand-up"),
        ("站会 新建 早会 每天 9:00 本群", "早会"),
        ("帮我在这里建一个每天早上九点半的站会", "General stand-up"),
        ('standup new Retro at 17:00 ask "What hurts here?" here', "Retro"),
    ],
)
async def test_a_standup_is_made_here(typed: str, name: str) -> None:
    """In the channel, with the name that was said or one that is proposed."""
    async with a_team() as team:
        anna, bo = team.person("Anna Berger"), team.person("Bo Lin")
        await bo.says("today")
        seen = await anna.says(typed, "#general")
        assert seen is not None
        assert seen.text.startswith(f"{name} is set up\n")
        assert "Posts in: #general" in seen.text
        assert ("What hurts here?" in seen.text) == ("hurts" in typed)


async def test_a_place_may_be_called_so() -> None:
    """Its name is not taken apart."""
    async with a_team() as team:
        anna = team.person("Anna Berger")
        seen = await anna.says("站会 新建 晚班 在 #没有这个群", "#general")
        assert seen is not None
        assert "没有这个群" in seen.text
        assert "I do not know" in seen.text
