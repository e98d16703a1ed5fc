"""Which days of a stand-up are opened, when, and with whom."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

from bot.errors import Unreachable
from bot.model.people import Hours
from bot.model.refs import PlaceRef, UserRef
from bot.rituals.standup.opening import plan_next
from tests.bot.rituals.standups import (
    ELEVEN,
    NINE_THIRTY,
    change,
    daily,
    prompt,
    sent,
    thread,
)
from tests.driver import Member, Team
from tests.fakes.chat import FakeChat


async def test_each_is_asked_at_their_own_time(team: Team, anna: Member) -> None:
    """Shanghai first, New York last; the day closes 90 minutes after."""
    team.person("Bo Lin", zone="Asia/Shanghai", language="zh")
    team.person("Joe West", zone="America/New_York")
    await team.know_everyone()
    await daily(anna)
    tuesday = datetime(2026, 3, 3, tzinfo=UTC)
    await team.until(tuesday + timedelta(hours=1, minutes=29))
    before = len(sent(team, "2026-03-03"))
    await team.until(tuesday + timedelta(hours=1, minutes=30))
    assert [s.key for s in sent(team, "2026-03-03:ask")] == [
        "standup:1:2026-03-03:ask:person:4"
    ]
    assert before == 0
    assert "请在 15:30" not in prompt(team.people["Bo Lin"]).text
    await team.until(tuesday + timedelta(hours=8, minutes=30))
    assert len(sent(team, "2026-03-03:ask")) == 4
    await team.until(tuesday + timedelta(hours=14, minutes=30))
    assert len(sent(team, "2026-03-03:ask")) == 5
    await team.until(tuesday + timedelta(hours=16))
    assert "missing" in thread(team).text


async def test_away_people_are_not_asked_and_not_missing(
    team: Team, anna: Member, kim: Member
) -> None:
    """Absence counts even when it is told after the day was planned."""
    await daily(anna)
    await kim.says("away today")
    await team.until(NINE_THIRTY)
    assert not [seen for seen in kim.inbox if ":ask:" in seen.key]
    await team.until(ELEVEN)
    assert "0 of 2 in · 1 away (Kim Lee)" in thread(team).text


async def test_a_day_off_of_ones_own_is_no_absence(
    team: Team, anna: Member, kim: Member
) -> None:
    """Kim works from Tuesday on: she is counted, and not named."""
    await change(team, kim, hours=Hours(days=frozenset({1, 2, 3})))
    await daily(anna)
    await team.until(ELEVEN)
    assert len(sent(team, ":ask:")) == 2
    assert "0 of 2 in · 1 has the day off · missing: " in thread(team).text
    assert "away" not in thread(team).text


async def test_a_public_holiday_passes_in_silence(team: Team, anna: Member) -> None:
    """Good Friday and Easter Monday of 2026 in Germany."""
    team.clock.set(datetime(2026, 4, 2, 22, 0, tzinfo=UTC))
    await daily(anna)
    before = len(team.chat.messages)
    await team.until(datetime(2026, 4, 6, 22, 0, tzinfo=UTC))
    assert len(team.chat.messages) == before
    await team.until(datetime(2026, 4, 7, 22, 0, tzinfo=UTC))
    assert "2026-04-07" in thread(team).key


async def test_a_clock_change_moves_nobody(team: Team, anna: Member) -> None:
    """09:30 is 09:30 before and after 29 March."""
    team.clock.set(datetime(2026, 3, 27, 22, 0, tzinfo=UTC))
    await daily(anna)
    await team.until(datetime(2026, 3, 30, 7, 29, tzinfo=UTC))
    assert not sent(team, "2026-03-30")
    await team.until(datetime(2026, 3, 30, 7, 30, tzinfo=UTC))
    assert len(sent(team, "2026-03-30:ask")) == 3


async def test_who_joins_today_is_asked_from_the_next_day(
    team: Team, anna: Member
) -> None:
    """The roster is that of the opening."""
    await daily(anna)
    await team.until(NINE_THIRTY)
    team.person("New Nele")
    await team.waits(minutes=30)
    assert "of 3 in" in thread(team).text
    await team.waits(days=1)
    assert "of 4 in" in thread(team).text


async def test_bots_in_the_channel_are_not_asked(team: Team, anna: Member) -> None:
    """Only people are."""
    robot = UserRef("slack", "T1", "B1")
    profile = team.chat.profiles[anna.ref]
    team.chat.profiles[robot] = replace(profile, ref=robot, name="Robot", bot=True)
    await daily(anna)
    await team.until(NINE_THIRTY)
    assert len(sent(team, ":ask:")) == 3


async def test_a_silent_directory_falls_back_to_the_last_roster(
    team: Team, anna: Member
) -> None:
    """The chat does not say who is in the place: it is who was asked the last time."""
    await daily(anna)
    await team.until(ELEVEN)
    async with team.store.reading() as db:
        (due,) = await db.standups.all()
    assert due.next_at is not None
    world = replace(team.crew.world, directory=SilentDirectory())
    team.clock.set(due.next_at)
    await plan_next(world, due.id)
    await team.until(due.next_at)
    assert len(sent(team, "2026-03-03:ask")) == 3


async def test_an_owner_hears_that_the_bot_cannot_see_the_place(
    team: Team, anna: Member
) -> None:
    """Once; it tries again every minute, and asks late rather than not at all."""
    await daily(anna)
    world = replace(team.crew.world, directory=SilentDirectory())
    team.clock.set(NINE_THIRTY)
    await plan_next(world, 1)
    team.clock.set(NINE_THIRTY + timedelta(minutes=1))
    await plan_next(world, 1)
    await team.crew.pulse.settle()
    (said,) = sent(team, ":blind")
    assert said.ref.place == anna.dm
    assert "I cannot see who is in #general" in said.text
    await team.waits(minutes=1)
    assert len(sent(team, ":ask:")) == 3


async def test_downtime_never_asks_hours_later(team: Team, anna: Member) -> None:
    """Nobody gets the prompt of 09:30 at 17:00; the next day is as usual."""
    await daily(anna)
    team.clock.set(NINE_THIRTY + timedelta(hours=7, minutes=30))
    await team.crew.pulse.settle()
    assert not sent(team, "standup:")
    await team.until(NINE_THIRTY + timedelta(days=1))
    assert len(sent(team, "2026-03-03:ask")) == 3


async def test_a_short_downtime_is_caught_up(team: Team, anna: Member) -> None:
    """Half an hour late is better than not at all."""
    await daily(anna)
    team.clock.set(NINE_THIRTY + timedelta(minutes=30))
    await team.crew.pulse.settle()
    assert len(sent(team, ":ask:")) == 3


async def test_days_of_downtime_leave_nothing_behind(team: Team, anna: Member) -> None:
    """A week later only the day that is in time is asked."""
    await daily(anna)
    team.clock.set(NINE_THIRTY + timedelta(days=7, minutes=10))
    await team.crew.pulse.settle()
    assert {seen.key[:20] for seen in sent(team, ":ask:")} == {"standup:1:2026-03-09"}


async def test_editing_leaves_the_day_that_began_and_moves_the_next(
    team: Team, anna: Member
) -> None:
    """Questions are those of the opening."""
    await daily(anna)
    await team.until(NINE_THIRTY)
    for part, wish in (
        ("Days and times", {"at": "10:15"}),
        ("Questions", {"questions": "Mood?"}),
    ):
        await anna.says("standup edit")
        await anna.presses(part)
        assert await anna.fills(**wish) == {}
    await anna.presses("Fill", prompt(anna))
    assert len(anna.form.fields) == 3
    await team.until(NINE_THIRTY + timedelta(days=1, minutes=44))
    assert not sent(team, "2026-03-03:ask")
    await team.until(NINE_THIRTY + timedelta(days=1, minutes=45))
    await anna.presses("Fill", prompt(anna))
    assert [field.label for field in anna.form.fields] == ["Mood?"]


async def test_a_person_who_starts_later_is_asked_when_they_start(
    team: Team, anna: Member, kim: Member
) -> None:
    """Never before their own day begins."""
    await change(team, kim, hours=Hours(start=time(10, 30)))
    await daily(anna)
    await team.until(NINE_THIRTY + timedelta(minutes=59))
    assert len(sent(team, ":ask:")) == 2
    await team.until(NINE_THIRTY + timedelta(minutes=60))
    assert len(sent(team, ":ask:")) == 3


class SilentDirectory(FakeChat):
    """A directory that cannot say who is in a place."""

    async def members(self, place: PlaceRef) -> Sequence[UserRef]:
        """No answer."""
        raise Unreachable("timeout")
