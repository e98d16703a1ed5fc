"""Who hears in time of a promise to customers: across countries, at night, away."""

from datetime import UTC, datetime

from tests.bot.feedback.desk import TRIAGE, Desk
from tests.bot.feedback.test_levels import BROKEN, told
from tests.bot.feedback.test_levels import desk as desk


async def test_an_owner_on_a_holiday_is_not_the_only_one_warned(desk: Desk) -> None:
    """Whose country has a day off reads it too late: the room hears in time, and no
    warning comes after the time it warns of.
    """
    await desk.team.until(datetime(2026, 5, 4, 8, tzinfo=UTC))  # off in China
    await desk.sofia.says(BROKEN, "#general")
    await desk.jonas.says("feedback assign 1 王芳", TRIAGE)
    await desk.team.waits(minutes=46)
    assert len(told(desk.jonas, "⏳ F-1 is to be answered by", TRIAGE)) == 1
    await desk.team.waits(days=4)
    assert len(told(desk.jonas, "⏰ F-1 was not answered", TRIAGE)) == 1
    assert told(desk.wang, "⏳") == []


async def test_an_owner_at_work_is_warned_alone(desk: Desk) -> None:
    """What is theirs to do is no news for the room."""
    await desk.sofia.says(BROKEN, "#general")
    await desk.jonas.says("feedback take 1", TRIAGE)
    await desk.team.waits(minutes=46)
    assert told(desk.jonas, "⏳ F-1 is to be answered by", TRIAGE) == []
    assert len(told(desk.jonas, "⏳ F-1 is to be answered by")) == 1


async def test_a_breach_round_the_clock_reaches_its_manager_at_night(
    desk: Desk,
) -> None:
    """That is why it runs at night; one in working hours waits for the morning."""
    await desk.anna.says("feedback promise blocking answer 15m always escalate @Anna")
    await desk.team.until(datetime(2026, 3, 7, 22, tzinfo=UTC))  # Saturday night
    await desk.sofia.says(BROKEN, "#general")
    await desk.team.waits(minutes=17)
    assert len(told(desk.anna, "One promise to customers was not kept")) == 1


async def test_an_owner_is_warned_at_night_of_what_runs_at_night(desk: Desk) -> None:
    """Who took it on a night is at it; who is away is not the only one."""
    await desk.anna.says("feedback promise blocking answer 1h always")
    await desk.team.until(datetime(2026, 3, 7, 22, tzinfo=UTC))  # Saturday night
    await desk.sofia.says(BROKEN, "#general")
    await desk.jonas.says("feedback take 1", TRIAGE)
    await desk.team.waits(minutes=46)
    warned = "⏳ F-1 is to be answered by"
    assert len(told(desk.jonas, warned, TRIAGE)) == 1
    assert len(told(desk.jonas, warned)) == 2


async def test_an_owner_who_is_away_is_not_the_only_one_warned(desk: Desk) -> None:
    """Whatever the day is for everybody else."""
    await desk.jonas.says("away today")
    await desk.sofia.says(BROKEN, "#general")
    await desk.anna.says("feedback assign 1 @Jonas", TRIAGE)
    await desk.team.waits(minutes=46)
    assert len(told(desk.anna, "⏳ F-1 is to be answered by", TRIAGE)) == 1
