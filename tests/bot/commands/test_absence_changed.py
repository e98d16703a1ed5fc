"""Days away that change: said twice, shortened, taken out, in the wrong order."""

from collections.abc import AsyncIterator
from datetime import date

import pytest

from tests.databases import KINDS, Kind
from tests.driver import Member, Team, a_team

# It is Monday, 2 March 2026.
TUESDAY, WEDNESDAY, THURSDAY, FRIDAY = (date(2026, 3, day) for day in (3, 4, 5, 6))
MONDAY_AFTER = date(2026, 3, 9)


@pytest.fixture(params=KINDS)
async def team(request: pytest.FixtureRequest) -> AsyncIterator[Team]:
    kind: Kind = request.param
    async with a_team(kind) as one:
        one.person("Anna Berger", admin=True)
        one.person("Bo Chen")
        one.person("李伟", platform="dingtalk", language="zh")
        await one.know_everyone()
        yield one


@pytest.fixture
def anna(team: Team) -> Member:
    return team.people["Anna Berger"]


@pytest.fixture
def bo(team: Team) -> Member:
    return team.people["Bo Chen"]


@pytest.fixture
def li(team: Team) -> Member:
    return team.people["李伟"]


async def days(team: Team, member: Member) -> list[tuple[date, date]]:
    async with team.store.reading() as db:
        person = (await db.people.known([member.ref]))[member.ref]
        found = await db.absences.of(person.id, date(2026, 1, 1))
    return [(each.first, each.last) for each in found]


async def says(member: Member, text: str) -> str:
    seen = await member.says(text)
    assert seen
    return seen.text


async def test_a_new_reason_is_told_beside_the_one_before(bo: Member) -> None:
    """Saying the days again without one keeps it."""
    await bo.says("away tuesday to friday doctor")
    kept = await says(bo, "away thursday")
    assert "Reason: doctor" in kept
    assert "Before" not in kept
    changed = await says(bo, "away thursday dentist")
    assert "Reason: dentist. Before, it was: doctor" in changed


async def test_back_on_a_day_shortens(team: Team, bo: Member) -> None:
    """It ends nothing before that day."""
    await bo.says("away today to friday flu")
    said = await says(bo, "back on thursday")
    assert "you are back on Thu 5 Mar" in said
    assert await days(team, bo) == [(date(2026, 3, 2), WEDNESDAY)]


@pytest.mark.parametrize("typed", ["周四回来", "我周四回来上班", "我周四销假"])
async def test_it_is_said_in_passing(team: Team, li: Member, typed: str) -> None:
    """As people tell each other."""
    await li.says("请假 明天到周五 看牙")
    assert "您3月5日周四回来上班" in await says(li, typed)
    assert await days(team, li) == [(TUESDAY, WEDNESDAY)]


async def test_back_later_than_planned_is_asked_about(team: Team, bo: Member) -> None:
    """Nobody is made away for longer by a guess; what to type stands there."""
    await bo.says("away today to tuesday")
    said = await says(bo, "I'll be back on friday")
    assert "the first day back is Wed 4 Mar" in said
    assert "away until Thu 5 Mar" in said
    assert await days(team, bo) == [(date(2026, 3, 2), TUESDAY)]


async def test_one_day_is_taken_out(team: Team, bo: Member) -> None:
    """The days before and behind it stay, with their reason."""
    await bo.says("away tuesday to friday course")
    said = await says(bo, "away cancel wednesday")
    assert "You are not away on Wed 4 Mar after all" in said
    assert "Still away: Tue 3 Mar and Thu 5 Mar to Fri 6 Mar" in said
    assert await days(team, bo) == [(TUESDAY, TUESDAY), (THURSDAY, FRIDAY)]
    assert "course" in await says(bo, "away friday")


async def test_half_a_day_is_taken_out(team: Team, li: Member) -> None:
    """The other half of it stays."""
    await li.says("请假 明天到周四")
    said = await says(li, "周三上午不请假了")
    assert "已取消 3月4日周三上午的请假" in said
    assert "3月4日周三下午" in said


async def test_all_that_comes_is_cancelled(team: Team, bo: Member) -> None:
    """Of several, each has its button."""
    await bo.says("away tuesday")
    assert "not away on Tue 3 Mar after all" in await says(bo, "cancel my vacation")
    await bo.says("away wednesday")
    await bo.says("away friday")
    asked = await bo.says("away cancel")
    assert asked
    await bo.presses("Cancel Fri 6 Mar", asked)
    assert await days(team, bo) == [(WEDNESDAY, WEDNESDAY)]
    await bo.says("away cancel")
    assert "You were not marked away" in await says(bo, "away cancel")


async def test_who_wrote_it_hears_which_days_were_taken_out(
    team: Team, anna: Member, bo: Member
) -> None:
    """Each time anew (PEERS B02)."""
    await anna.says("away @Bo tuesday to friday trade fair")
    await bo.says("away cancel wednesday")
    await bo.says("away cancel friday")
    await team.waits(hours=3)
    told = [seen.text for seen in anna.inbox if "there after all" in seen.text]
    assert told == [
        "Bo Chen is there after all: Wed 4 Mar.",
        "Bo Chen is there after all: Fri 6 Mar.",
    ]


async def test_a_lead_takes_days_out_and_others_may_not(
    team: Team, anna: Member, bo: Member
) -> None:
    """The person's days away are theirs, and their lead's."""
    await anna.says("away @Bo tuesday to friday")
    assert "Bo Chen is there after all: Fri 6 Mar" in await says(
        anna, "away cancel @Bo friday"
    )
    assert "Bo Chen is back on Thu 5 Mar" in await says(anna, "back @Bo thursday")
    assert await days(team, bo) == [(TUESDAY, WEDNESDAY)]
    refused = await says(team.people["李伟"], "请假 取消 @Bo")
    assert "只有管理员" in refused
    assert await days(team, bo) == [(TUESDAY, WEDNESDAY)]


async def test_what_was_told_of_days_gone_never_tells_of_other_days(
    team: Team, anna: Member, bo: Member, li: Member
) -> None:
    """A message about an absence that is gone is not about the next one."""
    await anna.says("away @Bo friday surgery")
    told = next(seen for seen in bo.inbox if "marked you away" in seen.text)
    await bo.presses("I am there", told)
    await li.says("请假 周五 看牙")
    await team.waits(hours=3)
    assert "看牙" not in "".join(seen.text for seen in bo.inbox)
    assert any("not marked away any more" in seen.text for seen in bo.inbox)
    assert len(await days(team, li)) == 1


@pytest.mark.parametrize(
    "typed", ["away 12 june to 10 june", "away 5 march to 3 march"]
)
async def test_the_wrong_order_is_no_year(team: Team, bo: Member, typed: str) -> None:
    """With the year it is one."""
    assert "The last day is before the first" in await says(bo, typed)
    assert await days(team, bo) == []
    await bo.says("away 12 june 2026 to 10 june 2027")
    assert await days(team, bo) == [(date(2026, 6, 12), date(2027, 6, 10))]


async def test_over_new_year_is_no_wrong_order(team: Team, bo: Member) -> None:
    """The next January is meant."""
    await bo.says("away 20 december to 3 january")
    assert await days(team, bo) == [(date(2026, 12, 20), date(2027, 1, 3))]


@pytest.mark.parametrize("typed", ["away saturday", "away 3 october", "away 3 april"])
async def test_days_off_anyway_are_said_to_be_such(bo: Member, typed: str) -> None:
    """A weekend, a public holiday: no leave was needed."""
    assert "These are days off for you anyway" in await says(bo, typed)


async def test_a_break_of_everybody_that_one_takes_back_tells_nobody(
    team: Team, anna: Member, bo: Member
) -> None:
    """Forty people who come in would be forty messages."""
    asked = await anna.says("away everyone thursday to friday")
    assert asked
    await anna.presses("Mark 3 people away", asked)
    await bo.says("away cancel friday")
    await team.waits(hours=3)
    assert not any("Bo Chen is there" in seen.text for seen in anna.inbox)
    assert await days(team, bo) == [(THURSDAY, THURSDAY)]
    await anna.says("back everyone")
    assert await days(team, bo) == []
