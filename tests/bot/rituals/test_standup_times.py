"""Stand-ups over midnight, by a fixed clock, at any time, and after a pause."""

from datetime import UTC, date, datetime, time, timedelta

from bot.model.people import Hours
from bot.model.standup import WHENEVER, OccurrenceState, StandupState
from tests.bot.rituals.standups import (
    NINE_THIRTY,
    answers,
    change,
    choose,
    daily,
    kept,
    last_day,
    prompt,
    sent,
    thread,
)
from tests.driver import MONDAY, Member, Team

DAY = timedelta(days=1)
MONDAY_EVENING = datetime(2026, 3, 2, 17, 0, tzinfo=UTC)  # 18:00 in Berlin
SIX = time(18)


def asked(team: Team, day: str) -> list[datetime | str]:
    """Who was asked for that day, by the key of the prompt."""
    return [seen.key for seen in sent(team, f"{day}:ask")]


# --- tomorrow's stand-up tonight (A14) -------------------------------------------


async def test_tomorrow_is_asked_tonight_and_closes_in_the_morning(
    team: Team, anna: Member, kim: Member
) -> None:
    """At 18:00 for Tuesday, which closes on Tuesday at 10:00."""
    await daily(anna)
    await choose(team, eve=True, at=SIX)
    await team.until(MONDAY_EVENING - timedelta(minutes=1))
    assert not sent(team, ":ask:")
    await team.until(MONDAY_EVENING)
    assert len(asked(team, "2026-03-03")) == 3
    assert "Due by Tue 3 Mar 10:00" in prompt(kim).text
    await answers(kim)
    assert "1 of 3 in" in thread(team).text
    await team.until(datetime(2026, 3, 3, 8, 59, tzinfo=UTC))
    assert "missing" not in thread(team).text
    await team.until(datetime(2026, 3, 3, 9, 0, tzinfo=UTC))
    assert "1 of 3 in · missing:" in thread(team).text


async def test_friday_evening_counts_for_monday(team: Team, anna: Member) -> None:
    """Nobody is asked at the weekend."""
    await daily(anna)
    await choose(team, eve=True, at=SIX)
    await team.until(datetime(2026, 3, 6, 17, 0, tzinfo=UTC))
    assert len(asked(team, "2026-03-09")) == 3
    before = len(sent(team, ":ask:"))
    await team.until(datetime(2026, 3, 9, 9, 0, tzinfo=UTC))
    assert len(sent(team, ":ask:")) == before
    occurrence, _ = await last_day(team)
    assert occurrence.day == date(2026, 3, 9)
    assert occurrence.state is OccurrenceState.CLOSED


async def test_the_day_after_a_holiday_is_asked_on_the_working_day_before(
    team: Team, anna: Member
) -> None:
    """Easter 2026: the Tuesday after it is asked on Thursday evening."""
    team.clock.set(datetime(2026, 4, 1, 22, 0, tzinfo=UTC))
    await daily(anna)
    await choose(team, eve=True, at=SIX)
    await team.until(datetime(2026, 4, 2, 16, 0, tzinfo=UTC))
    assert len(asked(team, "2026-04-07")) == 3
    assert not asked(team, "2026-04-06")
    await team.until(datetime(2026, 4, 7, 8, 0, tzinfo=UTC))
    assert "missing" in thread(team).text


async def test_a_worked_saturday_has_its_evening_and_its_day(team: Team) -> None:
    """China works on Saturday, 9 May 2026: Monday is asked on that evening."""
    li = team.person("Li Wei", zone="Asia/Shanghai")
    await team.know_everyone()
    team.clock.set(datetime(2026, 5, 8, 1, 0, tzinfo=UTC))
    await daily(li, "for @Li")
    await choose(team, eve=True, at=SIX, country="CN")
    await team.until(datetime(2026, 5, 8, 10, 0, tzinfo=UTC))
    assert len(asked(team, "2026-05-09")) == 1
    await team.until(datetime(2026, 5, 9, 10, 0, tzinfo=UTC))
    assert len(asked(team, "2026-05-11")) == 1


async def test_a_worked_saturday_has_its_reminder(team: Team) -> None:
    """Asked on Friday evening for 9 May 2026, which closes at ten."""
    li = team.person("Li Wei", zone="Asia/Shanghai")
    await team.know_everyone()
    team.clock.set(datetime(2026, 5, 8, 1, 0, tzinfo=UTC))
    await daily(li, "for @Li")
    await choose(team, eve=True, at=SIX, country="CN")
    await team.until(datetime(2026, 5, 9, 1, 30, tzinfo=UTC))
    assert len(sent(team, "2026-05-09:remind")) == 1


async def test_nobody_is_reminded_on_a_holiday(team: Team, anna: Member) -> None:
    """What closes on Good Friday is brought to mind before they go home on Thursday."""
    team.clock.set(datetime(2026, 4, 2, 6, 0, tzinfo=UTC))
    await daily(anna)
    await choose(team, at=time(16), close_at=time(17), closes_next=True)
    await team.until(datetime(2026, 4, 2, 15, 30, tzinfo=UTC))
    assert len(sent(team, ":remind:")) == 3
    await team.until(datetime(2026, 4, 3, 15, 0, tzinfo=UTC))
    assert len(sent(team, ":remind:")) == 3


async def test_who_is_away_on_the_day_is_not_asked_on_its_eve(
    team: Team, anna: Member, kim: Member
) -> None:
    """Kim is away tomorrow; Asha is away tonight and back tomorrow."""
    await daily(anna)
    await choose(team, eve=True, at=SIX)
    await kim.says("away tomorrow")
    await team.people["Asha Rao"].says("away today")
    await team.until(MONDAY_EVENING)
    assert [seen.ref.place for seen in sent(team, ":ask:")] == [anna.dm]
    await team.until(MONDAY_EVENING + DAY)
    assert "0 of 1 in · 2 away" in sent(team, "2026-03-03:parent")[-1].text


async def test_who_was_off_on_the_evening_is_asked_in_the_morning(
    team: Team, anna: Member, kim: Member
) -> None:
    """Kim works on Mondays only: last Monday evening came too soon for this one."""
    await change(team, kim, hours=Hours(days=frozenset({0})))
    await daily(anna)
    await choose(team, eve=True, at=SIX)
    await team.until(datetime(2026, 3, 9, 7, 59, tzinfo=UTC))
    assert not [seen for seen in kim.inbox if ":ask:" in seen.key]
    await team.until(datetime(2026, 3, 9, 8, 0, tzinfo=UTC))
    assert "2026-03-09" in prompt(kim).key


async def test_running_it_by_hand_on_its_eve_opens_the_next_day(
    team: Team, anna: Member
) -> None:
    """On Monday afternoon that is Tuesday's; the evening asks nobody again."""
    await daily(anna)
    await choose(team, eve=True, at=SIX)
    await team.until(MONDAY + timedelta(hours=6))
    await anna.says("standup run")
    assert len(asked(team, "2026-03-03")) == 3
    await team.until(MONDAY_EVENING)
    assert len(sent(team, ":ask:")) == 3


async def test_a_day_may_close_on_the_day_after(team: Team, anna: Member) -> None:
    """Asked at 17:00, closed at 08:00 of the next morning."""
    await daily(anna)
    await choose(team, at=time(17), close_at=time(8), closes_next=True)
    await team.until(datetime(2026, 3, 3, 6, 59, tzinfo=UTC))
    assert len(asked(team, "2026-03-02")) == 3
    assert "missing" not in thread(team).text
    await team.until(datetime(2026, 3, 3, 7, 0, tzinfo=UTC))
    assert "missing" in thread(team).text


# --- one clock for all -----------------------------------------------------------


async def test_nobody_is_asked_at_night_by_a_clock_of_another_place(
    team: Team, anna: Member
) -> None:
    """09:30 in Berlin is night in New York: asked at nine there, and the close waits.

    For Shanghai it is the afternoon.
    """
    joe = team.person("Joe West", zone="America/New_York")
    bo = team.person("Bo Lin", zone="Asia/Shanghai")
    await team.know_everyone()
    await daily(anna)
    await choose(team, zone="Europe/Berlin", close_at=time(11))
    await team.until(NINE_THIRTY)
    assert "2026-03-02" in prompt(bo).key
    assert not joe.inbox
    nine_there = datetime(2026, 3, 2, 14, 0, tzinfo=UTC)
    await team.until(nine_there)
    assert "2026-03-02" in prompt(joe).key
    await team.until(nine_there + timedelta(minutes=59))
    assert "missing" not in thread(team).text
    await team.until(nine_there + timedelta(minutes=60))
    assert "missing" in thread(team).text


async def test_who_has_gone_home_by_then_is_asked_when_their_day_begins(
    team: Team, anna: Member
) -> None:
    """14:00 in Berlin is nine at night in Shanghai: asked at nine in the morning."""
    bo = team.person("Bo Lin", zone="Asia/Shanghai")
    await team.know_everyone()
    await daily(anna)
    await choose(team, zone="Europe/Berlin", at=time(14), close_at=time(15))
    nine_there = datetime(2026, 3, 3, 1, 0, tzinfo=UTC)
    await team.until(nine_there - timedelta(minutes=1))
    assert not [seen for seen in bo.inbox if ":ask:" in seen.key]
    await team.until(nine_there)
    assert "2026-03-03" in prompt(bo).key


# --- whose holidays (B09) --------------------------------------------------------


async def test_the_holidays_of_its_country_are_everybodys(
    team: Team, anna: Member
) -> None:
    """It follows China's calendar: Berlin works on Good Friday, and not on 4 May."""
    team.clock.set(datetime(2026, 4, 2, 22, 0, tzinfo=UTC))
    await daily(anna)
    await choose(team, country="CN")
    await team.until(datetime(2026, 4, 3, 8, 0, tzinfo=UTC))
    assert len(asked(team, "2026-04-03")) == 3
    team.clock.set(datetime(2026, 5, 3, 22, 0, tzinfo=UTC))
    await team.waits(hours=20)
    assert not asked(team, "2026-05-04")


# --- at any time (A27) -----------------------------------------------------------


async def test_one_without_a_schedule_asks_nobody_and_takes_answers_at_any_time(
    team: Team, anna: Member, kim: Member
) -> None:
    """Nobody is asked or missing; the first who answers opens the day."""
    await daily(anna)
    await choose(team, rule=WHENEVER)
    await team.until(NINE_THIRTY + timedelta(hours=2))
    assert not sent(team, "standup:")
    waits = await kim.says("standup report")
    assert waits is not None
    assert "any time" in waits.text
    await kim.presses("Fill", waits)
    assert not sent(team, ":parent")
    assert await kim.fills(q1="An idea") == {}
    assert "one answer" in thread(team).text
    assert "An idea" in sent(team, ":answer:")[-1].text
    await anna.says("standup fill Daily")
    assert await anna.fills(q1="Another") == {}
    assert "2 answers" in thread(team).text
    await team.until(datetime(2026, 3, 2, 23, 0, tzinfo=UTC))
    occurrence, people = await last_day(team)
    assert occurrence.state is OccurrenceState.CLOSED
    assert len(people) == 2
    assert "missing" not in thread(team).text
    assert "not asked" not in thread(team).text


async def test_a_day_that_nobody_answered_was_not_held(
    team: Team, anna: Member, kim: Member
) -> None:
    """Kim opens the form and closes it again; on the next day it is free again."""
    await daily(anna)
    await choose(team, rule=WHENEVER)
    await kim.says("standup fill")
    await team.until(MONDAY + DAY)
    occurrence, _ = await last_day(team)
    assert occurrence.state is OccurrenceState.CANCELLED
    assert not sent(team, "standup:")
    await kim.says("standup fill")
    assert await kim.fills(q1="An idea") == {}
    assert "2026-03-03" in thread(team).key


async def test_one_without_a_schedule_may_be_run_by_hand(
    team: Team, anna: Member, kim: Member
) -> None:
    """Then everybody present is asked, until midnight."""
    await daily(anna)
    await choose(team, rule=WHENEVER)
    await anna.says("standup run now for everyone")
    assert len(sent(team, ":ask:")) == 3
    await answers(kim)
    await team.until(datetime(2026, 3, 2, 22, 59, tzinfo=UTC))
    assert "1 of 3 in" in thread(team).text
    await team.until(datetime(2026, 3, 2, 23, 0, tzinfo=UTC))
    assert "missing" in thread(team).text


# --- until a day (A32) -----------------------------------------------------------


async def test_a_pause_until_a_day_ends_by_itself(team: Team, anna: Member) -> None:
    """Paused until Thursday: nobody is asked before, nobody is told."""
    await daily(anna)
    thursday = date(2026, 3, 5)
    await choose(team, state=StandupState.PAUSED, paused_until=thursday)
    await team.until(datetime(2026, 3, 4, 22, 59, tzinfo=UTC))
    assert (await kept(team)).paused
    before = len(team.chat.messages)
    await team.until(datetime(2026, 3, 4, 23, 0, tzinfo=UTC))
    found = await kept(team)
    assert found.active
    assert (found.next_day, found.paused_until) == (thursday, None)
    assert len(team.chat.messages) == before
    await team.until(NINE_THIRTY + 3 * DAY)
    assert len(asked(team, "2026-03-05")) == 3
    assert {key[:20] for key in map(str, asked(team, ""))} <= {"standup:1:2026-03-05"}


async def test_a_pause_ends_for_those_whose_day_begins_first(
    team: Team, anna: Member
) -> None:
    """Thursday's 09:30 in Auckland is Wednesday evening in Berlin."""
    ana = team.person("Ana Tui", zone="Pacific/Auckland")
    await team.know_everyone()
    await daily(anna)
    until = date(2026, 3, 5)
    await choose(team, state=StandupState.PAUSED, paused_until=until)
    await team.until(datetime(2026, 3, 4, 20, 29, tzinfo=UTC))
    assert not ana.inbox
    await team.until(datetime(2026, 3, 4, 20, 30, tzinfo=UTC))
    assert "2026-03-05" in prompt(ana).key


async def test_an_evening_before_the_end_of_a_pause_asks_nobody(
    team: Team, anna: Member
) -> None:
    """Until Monday: Friday evening is silent, Monday evening asks for Tuesday."""
    await daily(anna)
    await choose(
        team,
        eve=True,
        at=SIX,
        state=StandupState.PAUSED,
        paused_until=date(2026, 3, 9),
    )
    await team.until(datetime(2026, 3, 9, 16, 59, tzinfo=UTC))
    assert not sent(team, ":ask:")
    await team.until(datetime(2026, 3, 9, 17, 0, tzinfo=UTC))
    assert len(asked(team, "2026-03-10")) == 3


async def test_a_pause_until_a_day_that_downtime_swallowed_ends_after_it(
    team: Team, anna: Member
) -> None:
    """A day later it is active, and asks on the next morning as usual."""
    await daily(anna)
    until = date(2026, 3, 4)
    await choose(team, state=StandupState.PAUSED, paused_until=until)
    team.clock.set(datetime(2026, 3, 5, 15, 0, tzinfo=UTC))
    await team.crew.pulse.settle()
    assert (await kept(team)).active
    assert not sent(team, ":ask:")
    await team.until(NINE_THIRTY + 4 * DAY)
    assert len(asked(team, "2026-03-06")) == 3
