"""Rooms: several places that are one (PEERS Q02)."""

import pytest

from tests.databases import Kind
from tests.driver import Member, Team, a_team


async def _company(team: Team) -> Member:
    anna = team.person("Anna Berger", admin=True)
    team.place("#store-eu")
    await team.know_everyone()
    await anna.says("room tie singles day", "#general")
    await anna.says("room tie Singles Day", "#store-eu")
    return anna


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
async def test_a_task_is_shown_and_changed_in_every_place_of_a_room(kind: Kind) -> None:
    """A card posted in one place appears in the other, and follows every change."""
    async with a_team(kind) as team:
        anna = await _company(team)
        await anna.says("task add Check prices tomorrow", "#general")
        there = anna.last("#store-eu")
        assert there is not None
        assert "Check prices" in there.text
        await anna.presses("Done", there)
        here = anna.last("#general")
        assert here is not None
        assert "✅" in here.text


async def test_whether_answers_cross_is_said_before_there_is_a_second_place() -> None:
    """Who turns it on or off reads what that means."""
    async with a_team() as team:
        anna = team.person("Anna Berger", admin=True)
        await team.know_everyone()
        await anna.says("room tie singles day", "#general")
        on = await anna.says("room threads on", "#general")
        assert on is not None
        assert "Answers to my messages cross" in on.text
        off = await anna.says("room threads off", "#general")
        assert off is not None
        assert "Answers in threads stay where they are" in off.text


async def test_each_place_hears_who_is_with_it() -> None:
    """The place that was there first is told of the second."""
    async with a_team() as team:
        anna = await _company(team)
        told = anna.last("#general")
        assert told is not None
        assert "store-eu (Slack)" in told.text


async def test_a_place_goes_its_own_way_again() -> None:
    """What is posted after the untying stays where it is."""
    async with a_team() as team:
        anna = await _company(team)
        await anna.says("room untie", "#store-eu")
        await anna.says("task add Check prices tomorrow", "#general")
        there = anna.last("#store-eu")
        assert there is not None
        assert "Check prices" not in there.text


async def test_a_place_is_in_one_room_only() -> None:
    """The second room is refused with the way out."""
    async with a_team() as team:
        anna = await _company(team)
        refused = await anna.says("房间 关联 双十一", "#general")
        assert refused is not None
        assert "part of singles day already" in refused.text
        assert "/crew room untie" in refused.text


async def test_only_admins_tie_places() -> None:
    """A room shows what one place says to another: not for everybody to make."""
    async with a_team() as team:
        await _company(team)
        bo = team.person("Bo Lin")
        refused = await bo.says("room tie other", "#singles-day")
        assert refused is not None
        assert "admin" in refused.text


async def test_a_stand_up_happens_in_both_places_and_counts_everybody_once() -> None:
    """Everybody of either place is asked once; both places read the same."""
    async with a_team() as team:
        anna = team.person("Anna Berger", admin=True)
        bo, cem = team.person("Bo Lin"), team.person("Cem Ay")
        team.place("#berlin", of=(anna, bo))
        team.place("#hangzhou", of=(bo, cem))
        await team.know_everyone()
        await anna.says("room tie daily", "#berlin")
        await anna.says("room tie daily", "#hangzhou")
        await anna.says("standup new Daily at 09:30 in #berlin ask Today?", "#berlin")
        await team.waits(hours=2)
        assert [
            len([s for s in each.inbox if "Daily" in s.text])
            for each in (anna, bo, cem)
        ] == [1, 1, 1]
        await bo.presses("Fill", bo.inbox[-1])
        assert await bo.fills(**{bo.form.fields[0].name: "Packing"}) == {}
        for place in ("#berlin", "#hangzhou"):
            said = [seen.text for seen in bo.sees(place)]
            assert any("1 of 3" in text for text in said), said
            assert any("Packing" in text for text in said), said
