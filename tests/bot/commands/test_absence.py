"""Absence as leads and admins say it, for one stand-up, and who hears of it."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime

import pytest

from bot.events import Pressed
from bot.model.people import AbsenceKind
from tests.databases import KINDS, Kind
from tests.driver import Member, Team, a_team


@pytest.fixture(params=KINDS)
async def team(request: pytest.FixtureRequest) -> AsyncIterator[Team]:
    kind: Kind = request.param
    async with a_team(kind) as one:
        one.person("Anna Berger", admin=True)
        one.person("Bo Chen")
        one.person("Cy Young")
        await one.know_everyone()
        yield one


@pytest.fixture
def anna(team: Team) -> Member:
    return team.people["Anna Berger"]


@pytest.fixture
def bo(team: Team) -> Member:
    return team.people["Bo Chen"]


async def _days(team: Team, member: Member) -> list[tuple[date, date]]:
    async with team.store.reading() as db:
        person = (await db.people.known([member.ref]))[member.ref]
        found = await db.absences.of(person.id, date(2026, 1, 1))
    return [(each.first, each.last) for each in found]


async def test_a_lead_marks_somebody_away_who_can_undo_it(
    team: Team, anna: Member, bo: Member
) -> None:
    """The person hears who did it; the lead hears that it is not so (B02)."""
    seen = await anna.says("away @Bo friday dentist")
    assert seen
    assert "Bo Chen is away on Fri 6 Mar" in seen.text
    assert await _days(team, bo) == [(date(2026, 3, 6), date(2026, 3, 6))]
    told = bo.inbox[-1]
    assert "Anna Berger marked you away on Fri 6 Mar" in told.text
    assert "dentist" in told.text
    await bo.presses("I am there", told)
    assert await _days(team, bo) == []
    assert "not marked away any more" in bo.inbox[-1].text
    await team.waits(hours=2)
    assert "Bo Chen is there after all" in anna.inbox[-1].text


async def test_a_colleague_may_not(team: Team, bo: Member) -> None:
    """They hear who may."""
    seen = await bo.says("away @Cy friday")
    assert seen
    assert "the manager of Cy Young" in seen.text
    assert await _days(team, team.people["Cy Young"]) == []


async def test_who_runs_a_stand_up_may(team: Team, bo: Member) -> None:
    """It is their roster."""
    await bo.says("standup new Shop for @Bo @Cy")
    await bo.says("away @Cy friday")
    assert len(await _days(team, team.people["Cy Young"])) == 1


async def test_a_lead_says_that_somebody_is_back(
    team: Team, anna: Member, bo: Member
) -> None:
    """And only of who is away."""
    await bo.says("away today to friday")
    seen = await anna.says("back @Bo")
    assert seen
    assert "Bo Chen is back" in seen.text
    assert await _days(team, bo) == []
    again = await anna.says("back @Bo")
    assert again
    assert "is not marked away" in again.text


async def test_an_undo_leaves_their_own_days_alone(
    team: Team, anna: Member, bo: Member
) -> None:
    """What a lead takes back is what the lead wrote."""
    await bo.says("away today to friday")
    seen = await anna.says("away @Bo today")
    assert seen
    await anna.presses("Undo", seen)
    assert await _days(team, bo) == [(date(2026, 3, 2), date(2026, 3, 6))]


async def test_the_channel_hears_that_coming_days_were_taken_back(
    team: Team, bo: Member
) -> None:
    """The news of them changes; there is no second message."""
    await bo.says("standup new Shop in #general for @Bo @Cy away news all")
    await bo.says("away friday")
    assert "Bo Chen is away on Fri 6 Mar" in bo.sees("#general")[-1].text
    count = len(bo.sees("#general"))
    await bo.presses("Cancel these days", bo.inbox[-1])
    assert "Bo Chen is there after all" in bo.sees("#general")[-1].text
    assert len(bo.sees("#general")) == count


async def test_a_break_of_years_is_refused(team: Team, anna: Member) -> None:
    """However its button came to say so."""
    event = Pressed(
        **anna._event(),
        where=anna.dm,
        action="absence.break",
        value="2026-03-06|2036-03-06|",
    )
    await team.receive(event)
    assert await _days(team, anna) == []


@pytest.mark.parametrize(
    "words", ["away everyone thursday to friday", "请假 全员 周四到周五"]
)
async def test_everybody_rests_and_who_works_says_so(
    team: Team, anna: Member, bo: Member, words: str
) -> None:
    """Asked first; each of them may come back alone (B04)."""
    asked = await anna.says(words)
    assert asked
    assert await _days(team, bo) == []
    await anna.presses("Mark 3 people away", asked)
    thursday, friday = date(2026, 3, 5), date(2026, 3, 6)
    assert await _days(team, bo) == [(thursday, friday)]
    await team.waits(days=3)
    await bo.says("back")
    assert await _days(team, bo) == []
    assert len(await _days(team, team.people["Cy Young"])) == 1
    over = await anna.says("back everyone")
    assert over
    assert "2 people" in over.text


async def test_only_admins_send_everybody_away(team: Team, bo: Member) -> None:
    """A kind no, and nothing happens."""
    seen = await bo.says("away everyone friday")
    assert seen
    assert "Only an admin" in seen.text


async def test_a_forged_break_is_refused(team: Team, anna: Member, bo: Member) -> None:
    """The button is an admin's, whoever presses it."""
    asked = await anna.says("away everyone friday")
    assert asked
    await bo.presses("Mark 3 people away", asked)
    assert await _days(team, bo) == []


async def test_away_from_one_stand_up_only(team: Team, bo: Member) -> None:
    """Everything else goes on (B05)."""
    await bo.says("standup new Shop at 09:30 for @Bo @Cy")
    await bo.says("standup new Stock at 09:30 for @Bo @Cy")
    seen = await bo.says("away tomorrow standup:Shop")
    assert seen
    assert "away from “Shop”" in seen.text
    await team.waits(days=1, hours=3)
    asked = [each.text for each in bo.inbox if "Tue 3 Mar" in each.text]
    assert any("Stock" in text for text in asked)
    assert not any("Shop" in text and "Fill" in text for text in asked)


async def test_an_unknown_stand_up_is_asked_again(team: Team, bo: Member) -> None:
    """With the ones that ask them."""
    await bo.says("standup new Shop for @Bo")
    seen = await bo.says("away tomorrow standup:Stock")
    assert seen
    assert "“Shop”" in seen.text


async def test_why_somebody_is_away_is_kept_in_their_own_words_only(
    team: Team, bo: Member
) -> None:
    """Nothing is concluded from them: no list of who was ill."""
    await bo.says("away friday flu")
    async with team.store.reading() as db:
        person = (await db.people.known([bo.ref]))[bo.ref]
        (one,) = await db.absences.of(person.id, date(2026, 1, 1))
    assert (one.kind, one.reason) == (AbsenceKind.OTHER, "flu")


async def test_holidays_are_listed_with_what_is_worked_instead(bo: Member) -> None:
    """In the country asked for; a year that nobody announced says so."""
    china = await bo.says("holidays China")
    assert china
    assert "Tomb-Sweeping Day" in china.text
    assert "Sat 9 May" in china.text
    later = await bo.says("节假日 中国 2027")
    assert later
    assert "not announced yet" in later.text
    assert later.text.count("2027") == 2  # in the title and in that note
    unknown = await bo.says("holidays Atlantis")
    assert unknown
    assert "Atlantis" in unknown.text


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("away tomorrow", 3, 3),
        ("away from friday to monday", 6, 9),
        ("away from tomorrow", 3, 3),
        ("away next week", 9, 15),
        ("请假 下周 出差", 9, 15),
        ("请假 明天直到周四", 3, 5),
    ],
)
async def test_days_are_read_as_they_are_said(
    team: Team, bo: Member, typed: str, first: int, last: int
) -> None:
    """Tomorrow is not “until tomorrow”, and next week is a week."""
    await bo.says(typed)
    assert await _days(team, bo) == [(date(2026, 3, first), date(2026, 3, last))]


@pytest.mark.parametrize("typed", ["away friday until 32 june", "away friday to 99"])
async def test_an_end_that_is_no_day_is_asked_again(
    team: Team, bo: Member, typed: str
) -> None:
    """It is no reason, and nobody is away for a day too few."""
    said = await bo.says(typed)
    assert said
    assert "I did not understand until when you are away" in said.text
    assert await _days(team, bo) == []


async def test_in_november_the_list_goes_on_into_the_next_year(
    team: Team, bo: Member
) -> None:
    """New Year's Day is nearer than the next summer; spring and summer are not."""
    team.clock.set(datetime(2026, 11, 20, 9, 0, tzinfo=UTC))
    germany = await bo.says("holidays Germany")
    assert germany
    assert "Fri 25 Dec" in germany.text
    assert germany.text.splitlines()[-1].startswith("Fri 1 Jan")
    china = await bo.says("节假日 中国")
    assert china
    assert "2027" in china.text
    assert "not announced yet" in china.text
    whole = await bo.says("holidays Germany 2026")
    assert whole
    assert "1 Jan" not in whole.text
