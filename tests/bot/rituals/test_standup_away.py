"""Going away and coming back while a day is open, and days away that are counted."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.model.absence import Days, days_of
from bot.model.people import DayHalf
from tests.bot.rituals.standups import (
    ELEVEN,
    NINE_THIRTY,
    answers,
    choose,
    daily,
    on_dingtalk,
    prompt,
    sent,
    thread,
)
from tests.driver import Member, Team

MORNING, AFTERNOON = DayHalf.MORNING, DayHalf.AFTERNOON
NINE_FORTY = NINE_THIRTY + timedelta(minutes=10)


def march(first: int, last: int = 0, half: DayHalf | None = None) -> Days:
    """Days of March 2026."""
    return Days(date(2026, 3, first), date(2026, 3, last or first), half)


async def kept_days(team: Team, who: Member) -> list[Days]:
    """When somebody is away."""
    async with team.store.reading() as db:
        person = (await db.people.known([who.ref]))[who.ref]
        found = await db.absences.of(person.id, date(2026, 1, 1))
    return [days_of(each) for each in found]


def said(who: Member) -> str:
    """What they were told last."""
    seen = who.last()
    assert seen is not None
    return seen.text


@pytest.fixture
async def bo(team: Team) -> Member:
    """On DingTalk, who reads Chinese; in Berlin with the others."""
    return await on_dingtalk(team)


# --- while a day is open ----------------------------------------------------------


async def test_who_goes_away_after_being_asked_is_away_at_once(
    team: Team, anna: Member, kim: Member
) -> None:
    """In the day's message and in the counts; the prompt says so, nobody reminds."""
    await daily(anna)
    await team.until(NINE_FORTY)
    assert "0 of 3 in" in thread(team).text
    await kim.says("away today dentist")
    assert "0 of 2 in · 1 away (Kim Lee)" in thread(team).text
    assert "dentist" not in thread(team).text
    assert "You are away today" in prompt(kim).text
    await team.until(ELEVEN)
    assert not [seen for seen in kim.inbox if ":remind:" in seen.key]
    assert "Kim Lee" not in thread(team).text.partition("missing")[2]


async def test_on_dingtalk_too(team: Team, anna: Member, bo: Member) -> None:
    """请假 今天 and 我回来了, said there, are seen in the day's message on Slack."""
    await daily(anna, "for everyone in #general")
    await team.until(NINE_FORTY)
    await bo.says("请假 今天")
    assert "1 away (Bo Lin)" in thread(team).text
    await bo.says("我回来了")
    assert "away" not in thread(team).text
    assert "0 of 4 in" in thread(team).text


async def test_who_goes_away_before_their_time_is_away_at_once(
    team: Team, anna: Member
) -> None:
    """In New York it is night yet: the count in Berlin knows already."""
    joe = team.person("Joe West", zone="America/New_York")
    await team.know_everyone()
    await daily(anna, "for everyone in #general")
    await team.until(NINE_FORTY)
    assert "0 of 4 in" in thread(team).text
    await joe.says("away today")
    assert "0 of 3 in · 1 away (Joe West)" in thread(team).text
    await joe.says("back")
    assert "0 of 4 in" in thread(team).text
    await team.until(datetime(2026, 3, 2, 14, 30, tzinfo=UTC))
    assert len([seen for seen in joe.inbox if ":ask:" in seen.key]) == 1


@pytest.mark.parametrize("words", ["back", "我回来了"])
async def test_who_comes_back_before_the_close_is_asked(
    team: Team, anna: Member, kim: Member, words: str
) -> None:
    """Also hours after the others; once."""
    await kim.says("away today")
    await daily(anna)
    await choose(team, close_at=time(17))
    await team.until(NINE_THIRTY + timedelta(hours=4))
    assert not [seen for seen in kim.inbox if ":ask:" in seen.key]
    await kim.says(words)
    assert "0 of 3 in" in thread(team).text
    await answers(kim)
    assert "1 of 3 in" in thread(team).text
    assert len([seen for seen in kim.inbox if ":ask:" in seen.key]) == 1


async def test_who_was_asked_before_finds_the_way_in_the_welcome(
    team: Team, anna: Member, kim: Member
) -> None:
    """No second prompt: the first one is open again, and so is a button."""
    await daily(anna)
    await team.until(NINE_FORTY)
    await kim.says("away today")
    await kim.says("back")
    assert "Welcome back" in said(kim)
    assert "Daily" in said(kim)
    await kim.presses("Fill", kim.last())
    assert await kim.fills(q1="All well") == {}
    assert "1 of 3 in" in thread(team).text
    assert len([seen for seen in kim.inbox if ":ask:" in seen.key]) == 1


async def test_after_the_close_coming_back_asks_nobody(
    team: Team, anna: Member, kim: Member
) -> None:
    """The day counted them as away, and stays so."""
    await kim.says("away today")
    await daily(anna)
    await team.until(ELEVEN + timedelta(minutes=5))
    before = thread(team).text
    await kim.says("back")
    assert thread(team).text == before
    assert not [seen for seen in kim.inbox if ":ask:" in seen.key]


async def test_a_break_and_its_end_are_felt_at_once(
    team: Team, anna: Member, kim: Member
) -> None:
    """A lead marks somebody; they say that it is not so."""
    await daily(anna)
    await team.until(NINE_FORTY)
    await anna.says("away @Kim today")
    assert "1 away (Kim Lee)" in thread(team).text
    await kim.presses("I am there")
    assert "0 of 3 in" in thread(team).text


# --- a day that closes after somebody's midnight ------------------------------------


@pytest.fixture
async def joe(team: Team) -> Member:
    """In Tokyo, asked on Tuesday at 00:30 UTC; it closes at 01:30 of his Wednesday."""
    made = team.person("Joe Ito", zone="Asia/Tokyo")
    await team.know_everyone()
    return made


JOES_TUESDAY = datetime(2026, 3, 3, 1, tzinfo=UTC)
TUESDAYS_CLOSE = datetime(2026, 3, 3, 16, 30, tzinfo=UTC)


async def test_an_absence_of_tomorrow_does_not_excuse_today(
    team: Team, anna: Member, joe: Member
) -> None:
    """He was there all day and said nothing: it is tomorrow for him at the close."""
    await daily(anna, "for everyone in #general")
    await choose(team, close_at=time(17, 30))
    await team.until(JOES_TUESDAY)
    await joe.says("away tomorrow")
    await team.until(TUESDAYS_CLOSE)
    assert "Joe Ito" in thread(team).text.partition("missing")[2]
    assert "away" not in thread(team).text


async def test_who_was_away_all_day_is_away_though_they_are_back_by_the_close(
    team: Team, anna: Member, joe: Member
) -> None:
    """The day on which they would have been asked counts."""
    await daily(anna, "for everyone in #general")
    await choose(team, close_at=time(17, 30))
    await joe.says("away tomorrow")  # Monday evening there
    await team.until(TUESDAYS_CLOSE)
    assert "1 away (Joe Ito)" in thread(team).text
    assert not [seen for seen in joe.inbox if ":ask:" in seen.key]


async def test_an_afternoon_off_does_not_excuse_the_morning(
    team: Team, anna: Member, kim: Member
) -> None:
    """Asked at half past nine and there until noon; it closes in the evening."""
    await daily(anna)
    await choose(team, close_at=time(17))
    await team.until(NINE_FORTY)
    await kim.says("away this afternoon")
    await team.until(datetime(2026, 3, 2, 16, tzinfo=UTC))
    assert "Kim Lee" in thread(team).text.partition("missing")[2]
    assert not [seen for seen in kim.inbox if ":remind:" in seen.key]


# --- days that are counted ----------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("away 3 days", march(2, 4)), ("请假三天", march(2, 4)),
        ("请假 3 天 看牙医", march(2, 4)), ("away for two days", march(2, 3)),
        ("away friday for 3 days", march(6, 10)), ("请假 周五起三天", march(6, 10)),
        ("请假 从周五起三天", march(6, 10)), ("away 3 days from friday", march(6, 10)),
        ("away a week", march(2, 8)), ("请假一周", march(2, 8)),
        ("away in 3 days", march(5)), ("请假 3天后", march(5)),
        ("away friday on a 3 days fair", march(6)),
    ],
)  # fmt: skip
async def test_so_many_days_are_working_days(
    team: Team, kim: Member, typed: str, days: Days
) -> None:
    """From today, or from the day named; a weekend is none of them."""
    await kim.says(typed)
    assert await kept_days(team, kim) == [days]


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("away tomorrow afternoon", march(3, half=AFTERNOON)),
        ("请假 明天下午", march(3, half=AFTERNOON)),
        ("请假 明天 上午 看牙", march(3, half=MORNING)),
        ("away this afternoon", march(2, half=AFTERNOON)),
        ("请假下午", march(2, half=AFTERNOON)),
        ("away friday morning dentist", march(6, half=MORNING)),
    ],
)
async def test_half_a_day_is_half_a_day(
    team: Team, kim: Member, typed: str, days: Days
) -> None:
    """As it is said in either language."""
    await kim.says(typed)
    assert await kept_days(team, kim) == [days]


@pytest.mark.parametrize(
    ("typed", "part"),
    [
        ("away tomorrow half a day", "which half"),
        ("请假半天", "which half"),
        ("away friday afternoon to monday", "half day alone"),
        ("away everyone friday afternoon", "Only an admin"),
    ],
)
async def test_a_half_that_nobody_knows_is_asked(
    team: Team, kim: Member, typed: str, part: str
) -> None:
    """Nothing is guessed, nothing kept."""
    await kim.says(typed)
    assert part in said(kim)
    assert await kept_days(team, kim) == []


async def test_the_other_half_is_asked_as_usual(
    team: Team, anna: Member, kim: Member
) -> None:
    """The stand-up lies in the morning: an afternoon off changes nothing of it."""
    asha = team.people["Asha Rao"]
    await kim.says("away tomorrow afternoon")
    assert "Tue 3 Mar in the afternoon" in said(kim)
    await asha.says("away tomorrow morning")
    await daily(anna)
    await team.until(NINE_THIRTY + timedelta(days=1, minutes=1))
    assert len(sent(team, "2026-03-03:ask")) == 2
    assert "1 away (Asha Rao)" in thread(team).text


async def test_on_a_half_day_the_home_tab_says_so_only_then(
    team: Team, kim: Member
) -> None:
    """Nobody is away in the half that they work."""
    await kim.says("away this afternoon")
    await kim.says("back")  # at eight in the morning: that half is to come
    assert "You are not away now" in said(kim)
    assert "in the afternoon" in said(kim)
    await team.until(datetime(2026, 3, 2, 13, 0, tzinfo=UTC))
    await kim.says("back")
    assert "Welcome back" in said(kim)
    assert await kept_days(team, kim) == []


# --- days that meet ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "second", "days"),
    [
        ("away until wednesday", "away thursday", march(2, 5)),
        ("away wednesday to friday", "away monday to tuesday", march(4, 10)),
        ("away tomorrow to thursday", "away wednesday to friday", march(3, 6)),
        ("away tomorrow to friday", "away wednesday", march(3, 6)),
        ("away tomorrow morning", "away tomorrow afternoon", march(3)),
        ("away tomorrow morning", "away tomorrow to wednesday", march(3, 4)),
        ("away tomorrow", "away tomorrow morning", march(3)),
        ("请假 明天到周四", "请假 周五", march(3, 6)),
    ],
)
async def test_days_that_meet_are_one_absence(
    team: Team, kim: Member, first: str, second: str, days: Days
) -> None:
    """A weekend between them is no gap."""
    await kim.says(first)
    await kim.says(second)
    assert await kept_days(team, kim) == [days]


async def test_one_answer_says_what_was_and_what_is(team: Team, kim: Member) -> None:
    """Until when before, until when now, and when they are back."""
    await kim.says("away until wednesday sea")
    await kim.says("away thursday")
    told = said(kim)
    assert "already away until Wed 4 Mar; now you are away from Mon 2 Mar" in told
    assert "to Thu 5 Mar and back on Fri 6 Mar" in told
    assert "sea" in told
    await kim.says("away wednesday")
    assert "You are away then already" in said(kim)
    assert len(await kept_days(team, kim)) == 1


async def test_days_apart_stay_two(team: Team, kim: Member) -> None:
    """A working day lies between."""
    await kim.says("away tomorrow")
    await kim.says("away thursday")
    assert await kept_days(team, kim) == [march(3), march(5)]


async def test_the_channel_sees_one_absence_grow(
    team: Team, anna: Member, kim: Member
) -> None:
    """Its message changes; there is no second one."""
    await daily(anna, "for everyone in #general away news all")
    await kim.says("away until wednesday")
    count = len(kim.sees("#general"))
    await kim.says("away thursday")
    news = kim.sees("#general")[-1].text
    assert "Kim Lee is away from Mon 2 Mar to Thu 5 Mar" in news
    assert len(kim.sees("#general")) == count
