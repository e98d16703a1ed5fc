"""Changing a stand-up: two people at once, more settings, pauses, hand-over, end."""

from collections.abc import AsyncIterator
from datetime import date

import pytest

from bot.commands import COMMANDS
from bot.model.people import Profile
from bot.model.standup import Standup, StandupState
from bot.model.standup.policy import Readers
from tests.driver import Member, Team, a_team


@pytest.fixture
async def team() -> AsyncIterator[Team]:
    """Anna, Kim and Sofia (an admin) in Berlin, Bo in Shanghai; Monday at eight."""
    async with a_team(commands=COMMANDS) as made:
        made.person("Anna Berger")
        made.person("Kim Lee")
        made.person("Sofia Rossi", admin=True)
        made.person("Bo Lin", zone="Asia/Shanghai", language="zh")
        await made.know_everyone()
        yield made


@pytest.fixture
def anna(team: Team) -> Member:
    """Who makes the stand-ups."""
    return team.people["Anna Berger"]


@pytest.fixture
def sofia(team: Team) -> Member:
    """Who may change them too."""
    return team.people["Sofia Rossi"]


async def standup(team: Team, name: str = "Daily") -> Standup:
    """The one of that name."""
    async with team.store.reading() as db:
        (found,) = [each for each in await db.standups.all() if each.name == name]
    return found


def value(member: Member, name: str) -> object:
    """What stands in a field of the form that is open."""
    (field,) = [each for each in member.form.fields if each.name == name]
    return getattr(field, "value", getattr(field, "values", None))


def intro(member: Member) -> str:
    """What the open form says above its fields."""
    return "".join(str(getattr(span, "text", span)) for span in member.form.intro)


async def test_who_edits_second_is_told_what_changed_and_keeps_their_words(
    team: Team, anna: Member, sofia: Member
) -> None:
    """PEERS A33: several may change it, and nobody's words are lost."""
    await anna.says("standup new Daily at 09:30 in #general for @Anna")
    for each in (anna, sofia):
        await each.says("standup edit Daily")
        await each.presses("Days and times")
    assert await sofia.fills(at="10:00", days="mon") == {}
    assert await anna.fills(at="11:00", close="15:00") == {}
    assert "Somebody else changed this" in intro(anna)
    assert "People are asked at: 10:00" in intro(anna)
    assert "Days: every Monday" in intro(anna)
    assert str(value(anna, "close")) == "15:00:00"
    assert str(value(anna, "at")) == "11:00:00"
    assert (await standup(team)).at.hour == 10
    assert await anna.fills() == {}
    after = await standup(team)
    assert (after.at.hour, after.rule) == (11, "FREQ=WEEKLY;BYDAY=MO")


async def test_who_changes_another_part_is_not_in_the_way(
    team: Team, anna: Member, sofia: Member
) -> None:
    """Two forms of one stand-up at once, and both are kept."""
    await anna.says("standup new Daily at 09:30 in #general for @Anna")
    await anna.says("standup edit Daily")
    await anna.presses("Days and times")
    await sofia.says("standup settings Daily")
    await sofia.presses("Name and people")
    assert await sofia.fills(name="Daily EU") == {}
    assert await anna.fills(at="11:00") == {}
    assert (await standup(team, "Daily EU")).at.hour == 11


async def test_who_edits_alone_is_told_nothing(team: Team, anna: Member) -> None:
    """Also where an answer or a day came in between."""
    await anna.says("standup new Daily at 09:30 in #general for @Anna")
    await anna.says("standup edit Daily")
    await anna.presses("Days and times")
    await team.waits(hours=2)
    assert await anna.fills(at="11:00") == {}
    assert (await standup(team)).at.hour == 11


async def test_more_settings_have_the_rest(team: Team, anna: Member) -> None:
    """Each as it is now; what the form lacks stays."""
    await anna.says("standup new Daily at 09:30 on mon in #general for @Anna")
    kim = team.people["Kim Lee"].ref.id
    await anna.says("standup settings Daily")
    await anna.presses("Admins and blockers")
    assert set(await anna.fills(country="Narnia")) == {"country"}
    assert await anna.fills(country="德国", admins=(kim,)) == {}
    await anna.says("站会 设置 Daily")
    await anna.presses("Readers and reminders")
    assert set(await anna.fills(after="3")) == {"after"}
    assert await anna.fills(readers="members") == {}
    await anna.says("standup edit Daily")
    await anna.presses("Questions")
    assert await anna.fills(pool="What is new?") == {}
    made = await standup(team)
    assert (made.country, made.policy.readers) == ("DE", Readers.MEMBERS)
    assert (made.at.hour, made.rule) == (9, "FREQ=WEEKLY;BYDAY=MO")
    await team.people["Kim Lee"].says("standup settings Daily")
    await team.people["Kim Lee"].presses("Admins and blockers")
    assert value(team.people["Kim Lee"], "country") == "Germany"


async def test_a_pause_may_have_an_end(team: Team, anna: Member) -> None:
    """It asks again on that day by itself."""
    await anna.says("standup new Daily at 09:30 for @Anna")
    said = await anna.says("standup pause Daily until friday")
    assert said is not None
    assert "asks again on Fri 6 Mar" in said.text
    paused = await standup(team)
    assert (paused.state, paused.paused_until) == (
        StandupState.PAUSED,
        date(2026, 3, 6),
    )
    await team.waits(days=4)
    assert (await standup(team)).active


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("standup pause Daily until yesterday", "a day to come"),
        ("standup pause Daily until blue moon", "blue moon"),
    ],
)
async def test_an_end_that_is_none_is_told(
    team: Team, anna: Member, line: str, part: str
) -> None:
    """And nothing is paused."""
    await anna.says("standup new Daily at 09:30 for @Anna")
    said = await anna.says(line)
    assert said is not None
    assert part in said.text
    assert (await standup(team)).active


async def test_several_are_offered_as_buttons_that_go_on(
    team: Team, anna: Member
) -> None:
    """PEERS A28: the command goes on where it stopped, its day with it."""
    await anna.says("standup new Daily at 09:30 for @Anna")
    await anna.says("standup new Weekly at 09:30 on mon for @Anna")
    said = await anna.says("standup pause until friday")
    assert said is not None
    assert [each.label for each in said.controls] == ["Daily", "Weekly"]
    await anna.presses("Weekly", said)
    assert (await standup(team)).active
    assert (await standup(team, "Weekly")).paused_until == date(2026, 3, 6)


async def test_only_what_the_command_can_change_is_offered(
    team: Team, anna: Member
) -> None:
    """The only paused one is resumed, whatever else there is."""
    for name in ("Daily", "Weekly"):
        await anna.says(f"standup new {name} at 09:30 for @Anna")
    await anna.says("standup pause Weekly")
    await anna.says("standup resume")
    assert (await standup(team, "Weekly")).active


async def test_a_number_names_one_too(team: Team, anna: Member) -> None:
    """As the list shows it."""
    for name in ("Daily", "Weekly"):
        await anna.says(f"standup new {name} at 09:30 for @Anna")
    said = await anna.says("standup show #2")
    assert said is not None
    assert "Weekly" in said.text


@pytest.mark.parametrize("line", ["standup owner Daily @Bo", "站会 交接 Daily 给 @Bo"])
async def test_it_can_be_given_to_somebody_else(
    team: Team, anna: Member, line: str
) -> None:
    """Both hear of it, each in their language; who gave it stays an admin."""
    await anna.says("standup new Daily at 09:30 for @Anna")
    said = await anna.says(line)
    assert said is not None
    assert "belongs to Bo Lin" in said.text
    bo = team.people["Bo Lin"]
    await team.waits(minutes=5)
    assert any("把 Daily 交给了您" in seen.text for seen in bo.inbox)
    given = await standup(team)
    assert len(given.admins) == 1
    assert "Paused" in (await anna.says("standup pause Daily") or said).text


async def test_who_had_it_hears_when_an_admin_gives_it_away(
    team: Team, anna: Member, sofia: Member
) -> None:
    """By direct message."""
    await anna.says("standup new Daily at 09:30 for @Anna")
    await sofia.says("standup owner Daily @Kim")
    await team.waits(minutes=1)
    assert any("gave Daily to Kim Lee" in seen.text for seen in anna.inbox)


async def test_a_hand_over_says_whom(team: Team, anna: Member) -> None:
    """One person, who is not the owner already."""
    await anna.says("standup new Daily at 09:30 for @Anna")
    for line, part in (
        ("standup owner Daily", "mention the one person"),
        ("standup owner Daily @Anna", "belongs to Anna Berger already"),
        ("standup owner Daily @Nobody", "Nobody"),
    ):
        said = await anna.says(line)
        assert said is not None
        assert part in said.text


async def test_others_may_not_give_it_away(team: Team, anna: Member) -> None:
    """Not even to themselves."""
    await anna.says("standup new Daily at 09:30 for @Anna")
    before = await standup(team)
    await team.people["Kim Lee"].says("standup owner Daily @Kim")
    assert await standup(team) == before


async def test_people_of_the_other_chat_stay_when_one_side_edits(
    team: Team, anna: Member
) -> None:
    """A form of Slack cannot show who is on DingTalk only."""
    wang = team.person("王芳", platform="dingtalk", language="zh")
    await team.know_everyone()
    await anna.says("standup new Daily at 09:30 for @Anna @王芳")
    before = await standup(team)
    await anna.says("standup edit Daily")
    await anna.presses("Name and people")
    assert await anna.fills(name="Morning") == {}
    assert (await standup(team, "Morning")).roster == before.roster
    assert wang.ref.platform == "dingtalk"


async def test_whose_owner_has_left_says_who_can_change_it(
    team: Team, anna: Member
) -> None:
    """An admin; nobody is named who is not there, and nobody gone can be given it."""
    kim = team.people["Kim Lee"]
    await anna.says("standup new Daily at 09:30 in #general")
    async with team.store() as db:
        gone = (await db.people.known([anna.ref]))[anna.ref]
        await db.people.meet(Profile(anna.ref, "Anna Berger", active=False))
        await db.commit()
    said = await kim.says("standup pause Daily")
    assert said is not None
    assert "only an admin can change it" in said.text
    said = await team.people["Sofia Rossi"].says("standup owner Daily @Anna")
    assert said is not None
    assert "Anna" in said.text
    assert (await standup(team)).owner_id == gone.id
