"""A status that says "vacation" is asked about once, and marks nobody by itself."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime

import pytest

from bot.events import ProfileChanged
from bot.model.status import seems_away
from tests.driver import Member, Team, a_team

# It is Monday, 2 March 2026, eight in the morning in Berlin.
MONDAY, WEDNESDAY = date(2026, 3, 2), date(2026, 3, 4)
END = datetime(2026, 3, 4, 22, 59, 59, tzinfo=UTC)  # of Wednesday there


@pytest.fixture
async def team() -> AsyncIterator[Team]:
    async with a_team() as one:
        one.person("Anna Berger")
        one.person("王芳", language="zh")
        await one.know_everyone()
        yield one


@pytest.fixture
def anna(team: Team) -> Member:
    return team.people["Anna Berger"]


async def shows(
    team: Team,
    member: Member,
    text: str,
    sign: str = "",
    until: datetime | None = None,
) -> None:
    """They set their status."""
    event = ProfileChanged(
        id=f"S{team.clock.now()}{text}{sign}",
        at=team.clock.now(),
        who=member.ref,
        profile=team.chat.profiles[member.ref],
        status=text,
        status_sign=sign,
        status_until=until,
    )
    await team.receive(event)
    await team.waits(minutes=1)


async def days(team: Team, member: Member) -> list[tuple[date, date]]:
    async with team.store.reading() as db:
        person = (await db.people.known([member.ref]))[member.ref]
        found = await db.absences.of(person.id, MONDAY)
    return [(each.first, each.last) for each in found]


async def test_they_are_asked_and_say_yes(team: Team, anna: Member) -> None:
    """Until the status ends (PEERS B08)."""
    await shows(team, anna, "Vacationing", ":palm_tree:", END)
    assert "Shall I mark you away: Mon 2 Mar to Wed 4 Mar?" in anna.inbox[-1].text
    assert await days(team, anna) == []
    await anna.presses("Mark me away", anna.inbox[-1])
    assert await days(team, anna) == [(MONDAY, WEDNESDAY)]
    assert "back on Thu 5 Mar" in anna.inbox[-1].text


async def test_they_are_asked_once_and_say_no(team: Team, anna: Member) -> None:
    """However often the platform tells the same."""
    await shows(team, anna, "OOO", "", END)
    await anna.presses("No, I am there", anna.inbox[-1])
    count = len(anna.inbox)
    await shows(team, anna, "OOO", "", END)
    assert len(anna.inbox) == count
    assert "you are not marked away" in anna.inbox[-1].text
    assert await days(team, anna) == []


async def test_in_their_own_language(team: Team) -> None:
    """Also where the status is."""
    wang = team.people["王芳"]
    await shows(team, wang, "休假中", "", END)
    assert "要为您登记请假吗：3月2日周一至3月4日周三？" in wang.inbox[-1].text


async def test_who_said_it_already_is_not_asked(team: Team, anna: Member) -> None:
    """Nor who would not work on these days."""
    await anna.says("away today to wednesday")
    count = len(anna.inbox)
    await shows(team, anna, "On vacation", ":palm_tree:", END)
    assert len(anna.inbox) == count


@pytest.mark.parametrize(
    "until",
    [
        datetime(2026, 3, 2, 11, 0, tzinfo=UTC),  # at noon: a long lunch
        datetime(2026, 3, 1, 11, 0, tzinfo=UTC),
        datetime(2027, 3, 1, 11, 0, tzinfo=UTC),
    ],
)
async def test_a_status_that_is_about_no_days_is_left_alone(
    team: Team, anna: Member, until: datetime
) -> None:
    """Over before the day is, or longer than anybody plans."""
    await shows(team, anna, "OOO", "", until)
    assert anna.inbox == []


@pytest.mark.parametrize(
    ("sign", "text", "away"),
    [
        (":palm_tree:", "", True),
        (":face_with_thermometer:", "", True),
        ("", "On vacation until Monday", True),
        ("", "Out of office", True),
        ("", "年假", True),
        (":spiral_calendar_pad:", "In a meeting", False),
        (":bus:", "Commuting", False),
        (":house_with_garden:", "Working remotely", False),
        ("", "Planning my vacation", False),
        ("", "back from vacation", False),
        ("", "", False),
    ],
)
def test_some_statuses_say_that_somebody_is_away(
    sign: str, text: str, *, away: bool
) -> None:
    """Being in a meeting is being there."""
    assert seems_away(sign, text) is away
