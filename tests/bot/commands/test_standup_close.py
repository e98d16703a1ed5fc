"""A close that comes before somebody's own time: what is said when it is set up."""

from collections.abc import AsyncIterator

import pytest

from tests.driver import Member, Team, a_team

MOVES = "it stays open every time until 19:30 (Berlin)"


@pytest.fixture
async def team() -> AsyncIterator[Team]:
    """Anna in Berlin, Lou in Los Angeles: half past nine there is 18:30."""
    async with a_team() as made:
        made.person("Anna Berger")
        made.person("Lou Diaz", zone="America/Los_Angeles")
        await made.know_everyone()
        yield made


@pytest.fixture
def anna(team: Team) -> Member:
    """Who sets it up."""
    return team.people["Anna Berger"]


async def said(who: Member, typed: str) -> str:
    """What they are told."""
    seen = await who.says(typed)
    assert seen is not None
    return seen.text


async def test_it_says_for_whom_on_which_days_and_what_to_change(
    anna: Member,
) -> None:
    """Every day, not on the first one only; also when it is looked at later."""
    line = "standup new Daily at 09:30 close 11:00 for @Anna @Lou"
    for told in (await said(anna, line), await said(anna, "standup show Daily")):
        assert "Lou Diaz: the close comes before they are asked" in told
        assert "So it stays open every time until 19:30 (Berlin)" in told
        assert "close at 20:00 or later" in told
        assert "same time in one zone" in told
        assert "Anna Berger: the close" not in told


async def test_of_a_channel_it_says_so_of_whoever_may_be_in_it(
    anna: Member,
) -> None:
    """Who is in it is known only when the day opens."""
    told = await said(anna, "standup new Daily at 09:30 close 11:00 in #general")
    assert "Lou Diaz: whoever of them is in #general is asked only after" in told
    assert "19:30 (Berlin) at the latest" in told


async def test_a_close_that_is_kept_needs_no_word(anna: Member) -> None:
    """Late enough for everybody, or one time for all."""
    late = await said(anna, "standup new Late at 09:30 close 20:00 for @Anna @Lou")
    assert "stays open" not in late
    alone = await said(anna, "standup new Here at 09:30 close 11:00 for @Anna")
    assert "stays open" not in alone


async def test_only_on_the_days_on_which_they_work(team: Team, anna: Member) -> None:
    """Who is there on two days of the week moves the close on those."""
    lou = team.people["Lou Diaz"]
    await lou.says("settings")
    assert await lou.fills(days=("1", "3")) == {}
    told = await said(anna, "standup new Daily at 09:30 close 11:00 for @Anna @Lou")
    assert "it stays open every Tuesday and Thursday until 19:30" in told


async def test_in_chinese(team: Team, anna: Member) -> None:
    """The same facts."""
    li = team.person("李伟", zone="Asia/Shanghai", language="zh")
    await team.know_everyone()
    told = await said(li, "站会 新建 晨会 9:30 截止 11:00 参加 @Lou @李伟")
    assert "Lou Diaz：按他们当地的时间，收到询问时已过截止时间" in told
    assert "每次都会延长到最后一人收到询问后一小时" in told
