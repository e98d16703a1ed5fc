"""Leave that DingTalk knows of makes people away, on every platform."""

from collections.abc import AsyncIterator
from datetime import date, datetime, timedelta
from itertools import count
from zoneinfo import ZoneInfo

import pytest

from bot.errors import Rejected, Unreachable
from bot.events import LeaveChanged
from bot.model.refs import UserRef
from bot.ports.leave import Leave
from bot.rituals.directory import meet_everyone
from tests.bot.links.people import link, person_of
from tests.databases import KINDS, Kind
from tests.driver import Member, Team, a_team
from tests.fakes.leave import FakeLeaves

CHINA = ZoneInfo("Asia/Shanghai")
TODAY = date(2026, 3, 2)
numbers = count(1)


@pytest.fixture
def leaves() -> FakeLeaves:
    """What DingTalk knows."""
    return FakeLeaves()


@pytest.fixture(params=KINDS)
async def team(
    request: pytest.FixtureRequest, leaves: FakeLeaves
) -> AsyncIterator[Team]:
    """Grace on Slack, 陈雅 on DingTalk, on both databases."""
    kind: Kind = request.param
    async with a_team(kind, leaves={"dingtalk": leaves}) as made:
        made.person("Grace Chen")
        made.person("陈雅", language="zh", zone="Asia/Shanghai", platform="dingtalk")
        yield made


@pytest.fixture
def ya(team: Team) -> Member:
    """On DingTalk."""
    return team.people["陈雅"]


@pytest.fixture
def grace(team: Team) -> Member:
    """On Slack."""
    return team.people["Grace Chen"]


def grant(leaves: FakeLeaves, member: Member, first: int, last: int) -> None:
    """Whole days of March."""
    start = datetime(2026, 3, first, tzinfo=CHINA)
    end = datetime(2026, 3, last, tzinfo=CHINA) + timedelta(days=1)
    leaves.granted.append(Leave(member.ref, start, end))


async def read(team: Team) -> None:
    """The directory is read, as once a day."""
    await meet_everyone(team.crew.world, "dingtalk", "D1")
    await team.crew.pulse.settle()


async def away(team: Team, member: Member) -> list[tuple[int, int]]:
    """The days of March on which they are away."""
    person = await person_of(team, member)
    async with team.store.reading() as db:
        found = await db.absences.of(person.id, TODAY)
    return [(each.first.day, each.last.day) for each in found]


def heard(member: Member) -> list[str]:
    """What they were told of leave."""
    return [one.text for one in member.inbox if one.key.startswith("leave:")]


async def test_who_is_on_leave_is_away_and_hears_it_once(
    team: Team, leaves: FakeLeaves, ya: Member
) -> None:
    """Reading it again changes nothing."""
    grant(leaves, ya, 3, 5)
    for _ in range(2):
        await read(team)
    assert await away(team, ya) == [(3, 5)]
    (said,) = heard(ya)
    assert "钉钉：您从3月3日周二到3月5日周四请假" in said
    assert "不会等您" in said


async def test_somebody_with_two_accounts_is_away_on_both(
    team: Team, leaves: FakeLeaves, ya: Member, grace: Member
) -> None:
    """The person is one: a stand-up on Slack does not wait for them either."""
    await read(team)
    await link(grace, ya)
    grant(leaves, ya, 3, 3)
    await read(team)
    assert await away(team, grace) == [(3, 3)]


async def test_leave_that_was_taken_back_ends(
    team: Team, leaves: FakeLeaves, ya: Member
) -> None:
    """Days that are over stay, and the message says what is true now."""
    grant(leaves, ya, 3, 5)
    await read(team)
    await team.until(datetime(2026, 3, 4, 12, tzinfo=CHINA))
    leaves.granted.clear()
    await read(team)
    assert await away(team, ya) == [(3, 3)]
    (said,) = heard(ya)
    assert "已撤回" in said


async def test_leave_that_became_longer_is_told_in_the_same_message(
    team: Team, leaves: FakeLeaves, ya: Member
) -> None:
    """Nobody hears twice of it."""
    grant(leaves, ya, 3, 5)
    await read(team)
    leaves.granted.clear()
    grant(leaves, ya, 3, 6)
    await read(team)
    assert await away(team, ya) == [(3, 6)]
    (said,) = heard(ya)
    assert "3月6日周五" in said


async def test_an_absence_typed_by_hand_is_never_touched(
    team: Team, leaves: FakeLeaves, ya: Member
) -> None:
    """Whoever said the same themselves hears nothing of it."""
    await ya.says("请假 3月3日 到 3月5日")
    grant(leaves, ya, 3, 4)
    await read(team)
    assert heard(ya) == []
    leaves.granted.clear()
    await read(team)
    assert await away(team, ya) == [(3, 5)]


async def test_not_away_wins_over_the_next_reading(
    team: Team, leaves: FakeLeaves, ya: Member
) -> None:
    """Pressed twice it is still so, and it can be taken back."""
    grant(leaves, ya, 3, 5)
    await read(team)
    seen = ya.inbox[-1]
    for _ in range(2):
        await ya.presses("我没有请假", seen)
        await read(team)
        assert await away(team, ya) == []
    assert "照常在岗" in heard(ya)[0]
    await ya.presses("确实请假")
    assert await away(team, ya) == [(3, 5)]


async def test_who_came_back_early_stays_back(
    team: Team, leaves: FakeLeaves, ya: Member
) -> None:
    """What they typed is newer than what DingTalk says."""
    grant(leaves, ya, 2, 5)
    await read(team)
    await ya.says("我回来了")
    await read(team)
    assert await away(team, ya) == []
    assert len(heard(ya)) == 1


async def test_the_button_of_somebody_else_is_refused(
    team: Team, leaves: FakeLeaves, ya: Member, grace: Member
) -> None:
    """And one whose leave is over says so."""
    grant(leaves, ya, 3, 5)
    await read(team)
    seen = ya.inbox[-1]
    await grace.presses("我没有请假", seen)
    assert await away(team, ya) == [(3, 5)]
    leaves.granted.clear()
    await read(team)
    await ya.presses("我没有请假", seen)
    assert any("没有任何改动" in one.text for one in ya.sees())


async def changes(team: Team) -> None:
    """DingTalk tells that somebody's leave changed."""
    company = UserRef("dingtalk", "D1", "D1")
    event = LeaveChanged(id=f"L{next(numbers)}", at=team.clock.now(), who=company)
    await team.receive(event)


async def test_leave_that_changes_is_read_a_little_later_and_once(
    team: Team, leaves: FakeLeaves, ya: Member
) -> None:
    """Asking costs; nobody becomes a person by it."""
    await read(team)
    grant(leaves, ya, 3, 3)
    for _ in range(3):
        await changes(team)
    assert len(leaves.asked) == 1
    await team.waits(minutes=16)
    assert leaves.asked == [1, 1]
    assert await away(team, ya) == [(3, 3)]
    async with team.store.reading() as db:
        names = {person.name for person in await db.people.everyone()}
    assert "D1" not in names


async def test_an_away_dingtalk_is_asked_again_and_a_refusing_one_tomorrow(
    team: Team, leaves: FakeLeaves, ya: Member
) -> None:
    """Without the permission nothing is asked until the next day."""
    grant(leaves, ya, 5, 5)
    leaves.broken += [Unreachable("timeout"), Rejected("no_permission")]
    await read(team)
    assert await away(team, ya) == []
    await team.waits(hours=2)
    assert len(leaves.asked) == 2
    await read(team)
    assert await away(team, ya) == [(5, 5)]


async def test_a_typed_absence_and_leave_stay_two_when_persons_become_one(
    team: Team, leaves: FakeLeaves, ya: Member, grace: Member
) -> None:
    """So that the leave can end without the other."""
    await grace.says("away 3 March to 4 March")
    grant(leaves, ya, 4, 5)
    await read(team)
    await link(grace, ya)
    assert await away(team, grace) == [(3, 4), (4, 5)]
    leaves.granted.clear()
    await read(team)
    assert await away(team, grace) == [(3, 4)]


async def test_leave_goes_with_its_account(
    team: Team, leaves: FakeLeaves, ya: Member, grace: Member
) -> None:
    """Who turns out to be somebody else is not away for them."""
    await read(team)
    await link(grace, ya)
    grant(leaves, ya, 3, 5)
    await read(team)
    await grace.says("unlink dingtalk")
    assert await away(team, grace) == []
    assert await away(team, ya) == [(3, 5)]
