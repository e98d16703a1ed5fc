"""A day started by hand: whose working hours it is, and whose night."""

from datetime import UTC, datetime, time, timedelta

import pytest

from bot.model.people import Hours
from tests.bot.rituals.standups import (
    ELEVEN,
    NINE_THIRTY,
    answers,
    change,
    choose,
    daily,
    on_dingtalk,
    prompt,
    sent,
    thread,
)
from tests.driver import Member, Team

NINE = NINE_THIRTY - timedelta(minutes=30)


async def told(who: Member, words: str) -> str:
    """What somebody who types these words hears, the prompts left out."""
    await who.says(words)
    return heard(who)


def heard(who: Member) -> str:
    """The newest answer to somebody."""
    return [s for s in who.inbox if not s.key.startswith("standup:")][-1].text


def asked(team: Team) -> set[str]:
    """Whose direct conversations hold a prompt."""
    return {seen.ref.place.id for seen in sent(team, ":ask:")}


@pytest.fixture
async def joe(team: Team) -> Member:
    """In New York, where it is three in the night when Berlin begins."""
    made = team.person("Joe West", zone="America/New_York")
    await team.know_everyone()
    return made


@pytest.fixture
async def bo(team: Team) -> Member:
    """On DingTalk in Hangzhou, who reads Chinese."""
    return await on_dingtalk(team, "Asia/Shanghai")


async def test_who_sleeps_is_asked_when_their_day_begins(
    team: Team, anna: Member, kim: Member, joe: Member
) -> None:
    """The runner hears how many wait, and until when."""
    await daily(anna, "in #general for everyone")
    await team.until(NINE)
    said = await told(anna, "standup run")
    assert "3 people are at work" in said
    assert "One more person waits until their day begins" in said
    assert joe.dm.id not in asked(team)
    assert len(asked(team)) == 3
    await team.until(datetime(2026, 3, 2, 13, 59, tzinfo=UTC))
    assert joe.dm.id not in asked(team)
    await team.until(datetime(2026, 3, 2, 14, 0, tzinfo=UTC))  # 09:00 in New York
    assert joe.dm.id in asked(team)
    await answers(joe)
    assert "1 of 4 in" in thread(team).text


async def test_whose_day_begins_after_the_close_is_not_asked(
    team: Team, anna: Member, joe: Member
) -> None:
    """At noon in Berlin New York sleeps; nobody waits for it."""
    await daily(anna, "for everyone in #general")
    await choose(team, at=time(18), close_at=time(14))
    await team.until(NINE)
    said = await told(anna, "standup run")
    assert "One person is not asked" in said
    await team.until(NINE + timedelta(hours=7))
    assert joe.dm.id not in asked(team)
    assert "not asked: Joe West" in thread(team).text


@pytest.mark.parametrize(
    "words",
    [
        "standup run Daily now for everyone",
        "standup run now for everyone",
        "standup run Daily for all",
        "standup start everybody right now",
        "站会 开始 现在问所有人",
        "站会 开始 Daily 马上问大家",
        "站会 开始 Daily，现在 全员",
    ],
)
async def test_now_for_everyone_asks_all_at_once(
    team: Team, anna: Member, joe: Member, words: str
) -> None:
    """Also whose night it is, for who says so."""
    await daily(anna)
    await team.until(NINE)
    await anna.says(words)
    assert joe.dm.id in asked(team)
    assert len(asked(team)) == 4
    await team.until(NINE_THIRTY + timedelta(days=1))
    assert len(sent(team, ":parent")) == 2  # nothing twice on the day itself


async def test_a_stand_up_called_now_for_everyone_is_a_name(
    team: Team, anna: Member, joe: Member
) -> None:
    """What is called so is meant, and its hours are kept."""
    await anna.says('standup new "Now for everyone" at 09:30 in #general')
    await team.until(NINE)
    await anna.says("standup run now for everyone")
    assert joe.dm.id not in asked(team)


async def test_who_waits_can_be_asked_by_a_button_later(
    team: Team, anna: Member, joe: Member
) -> None:
    """The day is open, and the rest is asked once."""
    await daily(anna)
    await team.until(NINE)
    await anna.says("standup run")
    assert "One person waits" in await told(anna, "standup run")
    await anna.presses("Ask everybody now")
    said = heard(anna)
    assert "One more person is asked" in said
    assert joe.dm.id in asked(team)
    assert "once a day" in await told(anna, "standup run")
    await team.waits(hours=8)
    assert len(sent(team, ":ask:")) == 4


async def test_nobody_at_work_yet_says_when_the_first_is_asked(
    team: Team, anna: Member, kim: Member
) -> None:
    """At eight in the morning the day opens at nine by itself."""
    await daily(anna, "for everyone in #general")
    said = await told(anna, "standup run")
    assert "Nobody on Daily is at work right now" in said
    assert not asked(team)
    await team.until(NINE)
    assert len(asked(team)) == 3
    await team.waits(hours=1)
    assert len(sent(team, ":ask:")) == 3


async def test_a_day_off_of_all_offers_to_ask_everybody(
    team: Team, anna: Member
) -> None:
    """On a Saturday nobody is asked but by who insists."""
    await daily(anna)
    await team.until(datetime(2026, 3, 7, 9, 0, tzinfo=UTC))
    before = len(sent(team, ":ask:"))
    said = await told(anna, "standup run")
    assert "nobody was asked" in said
    await anna.presses("Ask everybody now")
    assert len(sent(team, ":ask:")) == before + 3


async def test_run_leaves_out_who_is_away_and_asks_once_a_day(
    team: Team, anna: Member, kim: Member
) -> None:
    """Before its time; the schedule does not ask again."""
    await change(team, kim, hours=Hours(days=frozenset({4})))
    await team.people["Asha Rao"].says("away today")
    await daily(anna)
    await team.until(NINE)
    await anna.says("standup run")
    assert {seen.ref.place for seen in sent(team, ":ask:")} == {anna.dm}
    assert "0 of 1 in · 1 away (Asha Rao) · 1 has the day off" in thread(team).text
    assert "once a day" in await told(anna, "standup run")
    await team.until(ELEVEN)
    assert len(sent(team, ":ask:")) == 1
    await team.until(NINE_THIRTY + timedelta(days=1))
    assert len(sent(team, ":parent")) == 2


async def test_a_night_shift_is_asked_in_its_night(
    team: Team, anna: Member, kim: Member
) -> None:
    """Half past midnight belongs to the shift that began the evening before."""
    await change(team, kim, hours=Hours(start=time(22), end=time(6)))
    await daily(anna, "for everyone in #general")
    await choose(team, close_at=time(23, 30))
    await team.until(datetime(2026, 3, 2, 23, 30, tzinfo=UTC))
    said = await told(anna, "standup run")
    assert "One person is at work" in said
    assert prompt(kim).key.startswith("standup:1:2026-03-03")


async def test_berlin_runs_and_hangzhou_reads_it_in_chinese(
    team: Team, anna: Member, bo: Member
) -> None:
    """In Berlin's morning it is the afternoon there; in its evening it is night."""
    await daily(anna)
    await team.until(NINE)
    await anna.says("standup run")
    assert bo.dm.id in asked(team)
    assert "填写" in {control.label for control in prompt(bo).controls}


async def test_in_chinese_the_runner_hears_who_waits(
    team: Team, anna: Member, bo: Member
) -> None:
    """站会 开始 in Hangzhou's morning, when Berlin sleeps."""
    await bo.says("站会 新建 晨会 9:30")
    await team.until(datetime(2026, 3, 3, 1, 0, tzinfo=UTC))
    said = await told(bo, "站会 开始 晨会")
    assert "1 位正在上班的人马上收到询问" in said
    assert "另有 3 人等到上班时再问" in said
    assert [s.ref.place for s in sent(team, "2026-03-03:ask")] == [bo.dm]
