"""What the card of a new stand-up promises can be kept."""

import pytest

from tests.driver import a_team


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("at 9:30 close 10:00 remind 2h", "Reminder: none, because 120 minutes"),
        ("at 9:30 close 11:00 remind 2h", "Reminder: 30 minutes after it asks"),
        ("at 9:30 remind 2h", "Reminder: 30 minutes after it asks"),
        ("at 9:30 close 11:00 remind 30m", "Reminder: 30 minutes before the close"),
        ("at 9:30 close 9:00 next day remind 2h", "120 minutes before the close"),
        ("at 9:30 close 10:00 remind off", "Reminder: none\n"),
    ],
)
async def test_a_reminder_is_promised_only_where_it_can_be(
    typed: str, said: str
) -> None:
    async with a_team() as team:
        anna = team.person("Anna Berger", admin=True)
        team.place("#shop")
        seen = await anna.says(f"standup new Shop {typed} for @Anna in #shop", "#shop")
        assert seen
        assert said in seen.text


async def test_the_mood_is_reported_only_where_it_is_asked() -> None:
    async with a_team() as team:
        anna = team.person("Anna Berger", admin=True)
        team.place("#shop")
        await anna.says('standup new Shop at 9:30 for @Anna in #shop ask "What?"')
        await anna.says(
            'standup new Feel at 9:30 for @Anna in #shop ask "How are you? (mood)"'
        )
        without, asked = (
            await anna.says("standup stats Shop"),
            await anna.says("standup stats Feel"),
        )
        assert without
        assert "Blockers" in without.text
        assert "\nMood" not in without.text
        assert asked
        assert "Mood: not shown" in asked.text
