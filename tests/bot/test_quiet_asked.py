"""Being left alone for a while: what waits, what comes all the same, how it ends."""

from collections.abc import AsyncIterator

import pytest

from bot.phrases import asks_quiet
from tests.databases import KINDS, Kind
from tests.driver import Member, Team, a_team
from tests.fakes.chat import Seen


@pytest.fixture(params=KINDS)
async def team(request: pytest.FixtureRequest) -> AsyncIterator[Team]:
    """Anna gives work to Bo, at eight in the morning; 王芳 is on DingTalk."""
    kind: Kind = request.param
    async with a_team(kind) as made:
        made.person("Anna Berger")
        made.person("Bo Lin")
        made.person("王芳", language="zh", platform="dingtalk")
        await made.know_everyone()
        await made.waits(hours=2)
        yield made


@pytest.fixture
def anna(team: Team) -> Member:
    """Who writes."""
    return team.people["Anna Berger"]


@pytest.fixture
def bo(team: Team) -> Member:
    """Who wants to be left alone."""
    return team.people["Bo Lin"]


def text(seen: Seen | None) -> str:
    """What was said."""
    assert seen is not None
    return seen.text


def got(who: Member, words: str) -> bool:
    """Whether it is in their conversation with the bot."""
    return any(words in seen.text for seen in who.inbox)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("don't disturb me until 3pm", "quiet until 3pm"),
        ("mute for 2 hours", "quiet for 2 hours"),
        ("snooze notifications till tomorrow", "quiet till tomorrow"),
        ("I need to focus for an hour", "quiet for an hour"),
        ("do not disturb", "quiet now"),
        ("unmute", "quiet off"),
        ("you can write to me again", "quiet off"),
        ("下午三点前别打扰我", "quiet 下午三点"),
        ("免打扰两小时", "quiet 两小时"),
        ("勿扰到明天", "quiet 明天"),
        ("今天别打扰我", "quiet 今天"),
        ("请mute我2小时", "quiet 2小时"),
        ("別打擾我", "quiet now"),
        ("取消免打扰", "quiet off"),
        ("可以打扰我了", "quiet off"),
        ("mute notifications", ""),
        ("stop reminding me", ""),
        ("don't message the customer until friday", ""),
        ("别提醒我了", ""),
    ],
)
def test_it_is_said_so(typed: str, meant: str) -> None:
    """For a while; for good is a setting."""
    assert asks_quiet(typed) == meant


async def test_what_can_wait_comes_when_it_is_over(
    team: Team, anna: Member, bo: Member
) -> None:
    """An answer to what they ask comes at once."""
    told = text(await bo.says("don't disturb me until 3pm"))
    assert "until Mon 2 Mar 15:00 (Berlin)" in told
    await anna.says("task add Print labels @Bo tomorrow")
    assert not got(bo, "Print labels")
    assert "leave you alone until" in text(await bo.says("quiet"))
    await team.waits(hours=4)
    assert not got(bo, "Print labels")
    await team.waits(hours=2)
    assert got(bo, "Print labels")
    assert "as usual" in text(await bo.says("quiet"))


async def test_it_is_ended_sooner(anna: Member, bo: Member) -> None:
    """By a word or its button, and what waited comes."""
    await bo.says("mute for 2 hours")
    await anna.says("task add Print labels @Bo tomorrow")
    await bo.says("unmute")
    assert got(bo, "as usual again")
    assert got(bo, "Print labels")
    await bo.says("quiet until 5")
    await anna.says("task add Count boxes @Bo tomorrow")
    assert not got(bo, "Count boxes")
    await bo.presses("End it now")
    assert got(bo, "Count boxes")


@pytest.mark.parametrize(
    ("typed", "until"),
    [
        ("quiet until 11", "Mon 2 Mar 11:00"),
        ("quiet until 5", "Mon 2 Mar 17:00"),
        ("quiet until 9", "Mon 2 Mar 21:00"),
        ("quiet for half an hour", "Mon 2 Mar 10:30"),
        ("do not disturb", "Mon 2 Mar 18:00"),
        ("leave me alone until friday", "Fri 6 Mar 09:00"),
        ("quiet until yesterday", "That time is over"),
        ("quiet until 1 june", "more than two weeks"),
        ("quiet until blah", "do not understand until when"),
    ],
)
async def test_until_when(bo: Member, typed: str, until: str) -> None:
    """As people say it; what cannot be meant changes nothing."""
    assert until in text(await bo.says(typed))


async def test_an_urgent_blocker_comes_all_the_same(anna: Member, bo: Member) -> None:
    """Who can free somebody hears of it."""
    await bo.says("don't disturb me until 3pm")
    await anna.says("blocker add Payment is down @Bo")
    assert got(bo, "Payment is down")
    await anna.says("task add Restart the till @Bo !urgent")
    assert got(bo, "Restart the till")


async def test_on_dingtalk_in_chinese(team: Team) -> None:
    """The same, with its way back."""
    wang = team.people["王芳"]
    assert "不打扰您" in text(await wang.says("免打扰两小时"))
    assert "之前不打扰您" in text(await wang.says("免打扰"))
    assert "已恢复" in text(await wang.presses("现在就恢复"))
    assert "想安静一会儿" in text(await wang.says("免打扰"))
