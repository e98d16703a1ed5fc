"""Knowing everybody and every place of a workspace."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.errors import Unreachable
from bot.model.people import Place
from bot.rituals.directory import meet_everyone
from tests.bot.rituals.standups import NINE_THIRTY, prompt
from tests.driver import PLATFORM, TENANT, Member, Team
from tests.fakes.chat import FakeChat


async def test_places_are_known_by_name_and_by_how_private_they_are(
    team: Team,
) -> None:
    """From the start: a channel picked in a form comes without its name."""
    board = team.place("#board", private=True)
    assert await meet_everyone(team.crew.world, PLATFORM, TENANT) == 3
    async with team.store.reading() as db:
        place = await db.people.place(board)
    assert place == Place(board, "board", private=True)


class SilentDirectory(FakeChat):
    """A directory that cannot name its places."""

    async def all_places(self, platform: str, tenant: str) -> Sequence[Place]:
        """No answer."""
        raise Unreachable("timeout")


async def test_without_its_places_everybody_is_met_all_the_same(team: Team) -> None:
    """It is logged, and the next day comes."""
    silent = SilentDirectory(profiles=team.chat.profiles)
    world = replace(team.crew.world, directory=silent)
    assert await meet_everyone(world, PLATFORM, TENANT) == 3


async def test_a_place_made_since_is_known_when_its_stand_up_opens(
    team: Team, anna: Member
) -> None:
    """The form gave an id only."""
    await anna.says("standup new")
    fresh = team.place("#fresh")
    assert await anna.fills_all(name="Daily", place=fresh.id) == {}
    assert anna.inbox
    assert "Posts in: the channel" in anna.inbox[-1].text
    await team.until(NINE_THIRTY)
    assert "posted in #fresh" in prompt(anna).text


async def test_who_is_met_later_and_lives_earlier_is_still_asked_in_time(
    team: Team, anna: Member
) -> None:
    """The next day was planned for Berlin; Shanghai begins seven hours before."""
    team.clock.set(NINE_THIRTY)
    await anna.says("standup new Daily at 09:30 for everyone")
    bo = team.person("Bo Lin", zone="Asia/Shanghai")
    await meet_everyone(team.crew.world, PLATFORM, TENANT)
    await team.until(NINE_THIRTY + timedelta(hours=17) - timedelta(seconds=1))
    assert not [seen for seen in bo.inbox if ":ask:" in seen.key]
    await team.until(NINE_THIRTY + timedelta(hours=17))
    assert prompt(bo).ref.place == bo.dm


async def test_who_moves_east_is_asked_in_time(team: Team, anna: Member) -> None:
    """Their own settings move the next day forward too."""
    team.clock.set(NINE_THIRTY)
    await anna.says("standup new Daily at 09:30 for @Anna")
    await anna.says("settings")
    assert await anna.fills(zone="Asia/Shanghai") == {}
    await team.until(NINE_THIRTY + timedelta(hours=17))
    assert prompt(anna).ref.place == anna.dm
