"""A stand-up where a chat can show less: no threads, or nothing that can be edited."""

from bot.ports import Abilities
from tests.driver import Team, a_team


async def _day(team: Team) -> list[str]:
    """Bo answers, Anna does not; what #general says at the end of the day."""
    anna, bo = team.person("Anna Berger", admin=True), team.person("Bo Lin")
    await team.know_everyone()
    await anna.says(
        "standup new Daily at 09:30 close 11:00 in #general for everyone ask Today?",
        "#general",
    )
    await team.waits(hours=2)
    await bo.presses("Fill", bo.inbox[0])
    assert await bo.fills(**{bo.form.fields[0].name: "Packing"}) == {}
    await team.waits(hours=3)
    said = [seen.text for seen in anna.sees("#general")]
    return [text for text in said if "Daily · " in text]


async def test_without_threads_the_days_message_holds_the_answers() -> None:
    """Twenty answers are one message that grows, not twenty messages."""
    async with a_team() as team:
        team.chat.abilities["slack"] = Abilities(threads=False)
        said = await _day(team)
        assert len(said) == 1
        assert "1 of 2" in said[0]
        assert "Packing" in said[0]
        assert "Anna Berger" in said[0]


async def test_where_nothing_can_be_edited_the_wrap_up_is_said_at_the_end() -> None:
    """The opening stays as it was; one message more has counts and answers."""
    async with a_team() as team:
        team.chat.abilities["slack"] = Abilities(threads=False, edits=False)
        said = await _day(team)
        assert len(said) == 2
        assert "Packing" not in said[0]
        assert "1 of 2" in said[1]
        assert "Packing" in said[1]


async def test_where_messages_are_edited_the_end_is_no_message_of_its_own() -> None:
    """The day's message becomes the wrap-up (A15)."""
    async with a_team() as team:
        assert len(await _day(team)) == 1
