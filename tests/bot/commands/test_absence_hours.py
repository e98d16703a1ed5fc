"""Hours of a day, said when somebody is away: what is kept instead is said."""

from collections.abc import AsyncIterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.arguments import Arguments
from bot.commands.absence.words import read
from bot.errors import UsageError
from bot.model.absence import Days
from bot.model.people import DayHalf
from tests.databases import KINDS, Kind
from tests.driver import Team, a_team

NOW = datetime(2026, 3, 12, 10, 0, tzinfo=ZoneInfo("Europe/Berlin"))
MONDAY, THURSDAY = date(2026, 3, 16), date(2026, 3, 12)
MORNING, AFTERNOON = DayHalf.MORNING, DayHalf.AFTERNOON


def _wish(typed: str) -> tuple[Days, str, str]:
    wish = read(Arguments(typed, NOW), THURSDAY, lambda day: day.weekday() < 5)
    return wish.days, wish.hours, wish.reason


@pytest.mark.parametrize(
    ("typed", "day", "half", "hours"),
    [
        ("monday 14:00-16:00", MONDAY, AFTERNOON, "14:00–16:00"),
        ("monday from 14:00 to 16:00", MONDAY, AFTERNOON, "14:00–16:00"),
        ("monday 2-4pm", MONDAY, AFTERNOON, "14:00–16:00"),
        ("monday 9:00 - 11:30", MONDAY, MORNING, "09:00–11:30"),
        ("monday 9am to 5pm", MONDAY, None, "09:00–17:00"),
        ("monday after 3pm", MONDAY, AFTERNOON, "15:00–24:00"),
        ("monday until 11:00", MONDAY, MORNING, "00:00–11:00"),
        ("14:00-16:00", THURSDAY, AFTERNOON, "14:00–16:00"),
        ("monday 14:00", MONDAY, None, "14:00"),
        ("周一下午2点到4点", MONDAY, AFTERNOON, "14:00–16:00"),
        ("周一下午两点到四点半", MONDAY, AFTERNOON, "14:00–16:30"),
        ("周一 14：00－16：00", MONDAY, AFTERNOON, "14:00–16:00"),
        ("周一上午9点到11点", MONDAY, MORNING, "09:00–11:00"),
        ("周一上午10点到下午3点", MONDAY, None, "10:00–15:00"),
        ("周一下午3点以后", MONDAY, AFTERNOON, "15:00–24:00"),
        ("今天下午3点前", THURSDAY, None, "00:00–15:00"),
    ],
)
def test_hours_become_the_halves_they_touch(
    typed: str, day: date, half: DayHalf | None, hours: str
) -> None:
    assert _wish(typed) == (Days(day, day, half), hours, "")


def test_the_reason_stays() -> None:
    assert _wish("monday 14:00-16:00 dentist")[2] == "dentist"
    assert _wish("周一下午2点到4点 看牙")[2] == "看牙"


@pytest.mark.parametrize(
    "typed", ["16 to 18 march", "3月16日-18日", "friday to monday", "monday", "3 days"]
)
def test_days_are_no_hours(typed: str) -> None:
    assert _wish(typed)[1] == ""


def test_hours_of_several_days_are_refused() -> None:
    with pytest.raises(UsageError) as caught:
        _wish("monday to friday 14:00-16:00")
    assert caught.value.key == "away-hours-one"


@pytest.fixture(params=KINDS)
async def team(request: pytest.FixtureRequest) -> AsyncIterator[Team]:
    kind: Kind = request.param
    async with a_team(kind) as one:
        one.person("Anna Berger", admin=True)
        one.person("Bo Chen")
        await one.know_everyone()
        yield one


async def test_what_is_kept_instead_is_said(team: Team) -> None:
    """Never silently more than was said."""
    anna = team.people["Anna Berger"]
    seen = await anna.says("away friday 14:00-16:00 dentist")
    assert seen
    assert "You are away on Fri 6 Mar in the afternoon" in seen.text
    assert "You said 14:00–16:00; kept is: Fri 6 Mar in the afternoon" in seen.text
    other = await anna.says("away @Bo friday 10:00-15:00")
    assert other
    assert "You said 10:00–15:00; kept is: Fri 6 Mar, the whole day" in other.text
