"""Who gets to see a stand-up: privacy follows its channel (PEERS F18)."""

from collections.abc import AsyncIterator

import pytest

from bot.events import Pressed
from tests.bot.rituals.standups import COMMANDS
from tests.driver import Member, Team, a_team
from tests.fakes.chat import Seen

NEW = "standup new Board at 09:30 in #board"
LOOKS = ("show Board", "preview Board", "edit Board", "run Board", "pause Board")


@pytest.fixture
async def team() -> AsyncIterator[Team]:
    """Anna, Kim and Bo; the private channel #board is Anna's and Kim's."""
    async with a_team(commands=COMMANDS) as team:
        anna, kim = team.person("Anna Berger"), team.person("Kim Lee")
        team.person("Bo Lin")
        team.place("#board", private=True, of=(anna, kim))
        await team.know_everyone()
        yield team


async def said(who: Member, text: str, where: str | None = None) -> str:
    """What they see when they ask."""
    seen = await who.says(text, where)
    assert seen is not None
    return seen.text


async def test_others_see_nothing_of_it(team: Team) -> None:
    """Not listed, not found, not suggested, not on their home; no button reaches it."""
    anna, bo = team.people["Anna Berger"], team.people["Bo Lin"]
    await anna.says(NEW, "#board")
    assert "no stand-up yet" in await said(bo, "standup list")
    for look in LOOKS:
        answer = await said(bo, f"standup {look}")
        assert "no stand-up yet" in answer
        assert "#board" not in answer
    await team.waits(hours=2)
    for action in ("show", "edit", "preview", "run", "pause", "sample", "fill"):
        assert "no longer there" in (await press(bo, f"standup.{action}", "1")).text
    assert "Nothing waits" in await said(bo, "standup report")


async def press(who: Member, action: str, value: str) -> Seen:
    """Presses a button that is not on any card."""
    event = Pressed(**who._event(), where=who.dm, action=action, value=value)
    await who.team.receive(event)
    last = who.last()
    assert last is not None
    return last


async def test_a_name_that_is_not_theirs_is_not_suggested(team: Team) -> None:
    """The closest names are among those they may know."""
    anna, bo = team.people["Anna Berger"], team.people["Bo Lin"]
    await anna.says(NEW, "#board")
    await bo.says("standup new Daily at 09:30 in #general")
    assert "Board" not in (await said(bo, "standup show Boards")).replace("Boards", "")
    assert "#board" in await said(anna, "standup show Board")


async def test_who_is_on_it_sees_it_everywhere(team: Team) -> None:
    """In the channel from the start; elsewhere once they were on its list."""
    anna, kim = team.people["Anna Berger"], team.people["Kim Lee"]
    await anna.says(NEW, "#board")
    assert "#board" in await said(kim, "standup show Board", "#board")
    await team.waits(hours=2)
    assert "#board" in await said(kim, "standup show Board")
    assert "Board" in await said(kim, "standup report")


async def test_named_people_observers_and_admins_see_it(team: Team) -> None:
    """They need not have been asked yet."""
    anna, bo = team.people["Anna Berger"], team.people["Bo Lin"]
    boss, cy = team.person("Sofia Rossi", admin=True), team.person("Cy Ode")
    await team.know_everyone()
    await anna.says(f"{NEW} for @Bo observers @Cy", "#board")
    for who in (bo, boss, cy):
        assert "#board" in await said(who, "standup list")


async def test_it_is_not_announced_elsewhere(team: Team) -> None:
    """Made from another channel, only its maker is told."""
    anna = team.people["Anna Berger"]
    made = await anna.says(NEW, "#general")
    assert made is not None
    assert made.only == anna.ref
    told = await anna.says("standup new Open at 09:30 in #general", "#general")
    assert told is not None
    assert told.only is None


async def test_a_channel_we_are_not_in_is_said_at_once(team: Team) -> None:
    """With how to let us in, and what was typed, to be sent again; nothing is set up
    that nobody would see. A known one needs no word.
    """
    anna = team.people["Anna Berger"]
    unseen = await said(anna, "standup new Far at 09:30 in <#C404|far>")
    assert "I cannot see #far yet" in unseen
    assert "/invite @Shopcrew" in unseen
    assert "standup new Far at 09:30" in unseen
    async with team.store.reading() as db:
        assert not [each for each in await db.standups.all() if each.name == "Far"]
    assert "/invite" not in await said(anna, "standup new Near at 09:30 in #general")


@pytest.mark.parametrize(
    "typed",
    [
        "standup new Far at 09:30 in <#C0CLEVEL|>",
        "standup new Far at 09:30 in <#C0CLEVEL>",
        "please tell everybody in <#C0CLEVEL|> about the sale",
    ],
)
async def test_a_channel_without_a_name_is_not_called_by_its_number(
    team: Team, typed: str
) -> None:
    """Slack names no private channel that we are not in."""
    anna = team.people["Anna Berger"]
    unseen = await said(anna, typed)
    assert "C0CLEVEL" not in unseen
    assert "<#" not in unseen
    assert "#private-channel" in unseen.partition("You typed")[2]


async def test_a_channel_with_a_name_is_read_by_it(team: Team) -> None:
    """In what to send again, too."""
    anna = team.people["Anna Berger"]
    unseen = await said(anna, "standup new Far at 09:30 in <#C404|far>")
    assert "standup new Far at 09:30 in #far" in unseen.partition("You typed")[0]
    assert "C404" not in unseen


async def test_in_chinese_it_has_no_number_either(team: Team) -> None:
    """王芳 reads it in her language."""
    wang = team.person("王芳", language="zh")
    await team.know_everyone()
    unseen = await said(wang, "站会 新建 晨会 9:30 在 <#C0CLEVEL|>")
    assert "我还看不到 所选的群" in unseen
    assert "#私密频道" in unseen
    assert "C0CLEVEL" not in unseen


async def test_a_private_place_is_asked_only_by_who_is_in_it(team: Team) -> None:
    """A link to a channel can be made up: nothing is posted; the maker hears why."""
    anna, bo = team.people["Anna Berger"], team.people["Bo Lin"]
    await bo.says("standup new Spy at 09:30 in #board observers @Bo", "#general")
    await team.waits(days=1)
    assert [seen for seen in anna.sees("#board") if "Spy" in seen.text] == []
    assert [seen for seen in anna.inbox if "Spy" in seen.text] == []
    told = [seen.text for seen in bo.inbox if "I have paused it" in seen.text]
    assert len(told) == 1
    assert "board" not in told[0]
