"""A stand-up of a department, whose people come and go."""

from datetime import UTC, datetime

from tests.driver import a_team


async def test_who_comes_into_a_department_is_asked_by_their_own_clock() -> None:
    """Though it was empty, and Shanghai's morning is over before Berlin's begins."""
    async with a_team() as team:
        anna = team.person("Anna", admin=True)
        bo = team.person("Bo Lin", zone="Asia/Shanghai")
        team.place("#general")
        await team.know_everyone()
        await anna.says("standup new Crew at 09:30 for dept:it", "#general")
        await team.until(datetime(2026, 3, 2, 12, tzinfo=UTC))
        await anna.says("team set @Bo departments it")
        await team.until(datetime(2026, 3, 3, 1, 30, tzinfo=UTC))
        assert [each for each in bo.inbox if "2026-03-03:ask" in each.key]
