"""When the next stand-up is, as the reader means it."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from bot.commands import absence, home, settings, standup
from bot.messages import Card
from bot.model.refs import MessageRef
from bot.registry import Commands
from tests.driver import Member, Team, a_team
from tests.fakes.chat import Seen

COMMANDS = Commands()
for part in (absence, settings, standup, home):
    COMMANDS.include(part.commands)

SUNDAY_NIGHT = datetime(2026, 3, 1, 22, 0, tzinfo=UTC)


@pytest.fixture
async def team() -> AsyncIterator[Team]:
    """Anna in Berlin, Bo in Shanghai, Joe in New York; Sunday night in Berlin."""
    async with a_team(now=SUNDAY_NIGHT, commands=COMMANDS) as made:
        made.person("Anna Berger")
        made.person("Bo Lin", zone="Asia/Shanghai", language="zh")
        made.person("Joe West", zone="America/New_York")
        await made.know_everyone()
        yield made


@pytest.fixture
def anna(team: Team) -> Member:
    """Who makes it."""
    return team.people["Anna Berger"]


async def said(who: Member, text: str) -> str:
    """The answer."""
    seen = await who.says(text)
    assert seen is not None
    return seen.text


def read(home: Card, who: Member) -> str:
    """What the home tab says."""
    return Seen(MessageRef(who.dm, "home"), home).text


async def test_own_clocks_are_told_as_a_day_and_a_wall_time(
    team: Team, anna: Member
) -> None:
    """The day is planned at half past two in Berlin: nobody means that."""
    made = await said(anna, "standup new Daily at 09:30 for everyone")
    assert "Next: Mon 2 Mar, 09:30" in made
    assert "next Mon 2 Mar, 09:30" in await said(anna, "standup list")
    assert "下一次：3月2日周一 09:30" in await said(team.people["Bo Lin"], "站会 列表")


async def test_home_tells_each_reader_when_they_are_asked(
    team: Team, anna: Member
) -> None:
    """While a day goes round the earth, some have had it and some have not."""
    bo, joe = team.people["Bo Lin"], team.people["Joe West"]
    await said(anna, "standup new Daily at 09:30 for everyone")
    await team.until(datetime(2026, 3, 2, 9, 0, tzinfo=UTC))
    assert "Daily: next Tue 3 Mar, 09:30" in read(await anna.opens_home(), anna)
    assert "下一次：3月3日周二 09:30" in read(await bo.opens_home(), bo)
    assert "Daily: next Mon 2 Mar, 09:30" in read(await joe.opens_home(), joe)
    assert "Next: Mon 2 Mar, 09:30" in await said(joe, "standup show Daily")
    assert "Next: Mon 2 Mar, 09:30" in await said(joe, "standup fill")


async def test_a_fixed_zone_is_told_as_that_instant(team: Team, anna: Member) -> None:
    """Everybody at once: half past nine in Berlin is afternoon in Shanghai."""
    made = await said(anna, "standup new Daily at 09:30 zone Berlin for everyone")
    assert "Next: Mon 2 Mar 09:30 (Berlin)" in made
    bo = team.people["Bo Lin"]
    assert "3月2日周一 16:30（上海）" in read(await bo.opens_home(), bo)


async def test_who_is_away_is_told_of_the_day_after(team: Team, anna: Member) -> None:
    """Nobody is asked while they are away."""
    await said(anna, "standup new Daily at 09:30 for everyone")
    await said(anna, "away 2026-03-02 to 2026-03-04")
    assert "Daily: next Thu 5 Mar, 09:30" in read(await anna.opens_home(), anna)


async def test_a_department_is_told_in_words(team: Team, anna: Member) -> None:
    """In the reader's language."""
    made = await said(anna, "standup new Help at 10 dept:customer-service")
    assert "Who: everybody in Customer service" in made
    listed = await said(team.people["Bo Lin"], "站会 列表")
    assert "部门：客服" in listed


@pytest.mark.parametrize(
    ("typed", "next_one"),
    [
        ("every 2 weeks on fri", "Fri 6 Mar"),
        ("every 2 weeks on mon from 2026-03-10", "Mon 16 Mar"),
        ("every 2 weeks on sun", "Sun 8 Mar"),  # half past nine has gone today
    ],
)
async def test_every_second_week_begins_with_the_first_day_to_come(
    team: Team, anna: Member, typed: str, next_one: str
) -> None:
    """On a Sunday, "every two weeks on Friday" does not leave this Friday out."""
    made = await said(anna, f"standup new Retro at 09:30 {typed} for @anna")
    assert f"Next: {next_one}" in made


async def test_another_cycle_begins_with_its_first_day_to_come(
    team: Team, anna: Member
) -> None:
    """It is not counted from the day the stand-up was made."""
    await said(anna, "standup new Retro at 09:30 every 2 weeks on mon for @anna")
    await anna.says("standup edit Retro")
    await anna.presses("Days and times")
    assert await anna.fills(days="every 2 weeks on fri") == {}
    assert "Next: Fri 6 Mar" in await said(anna, "standup show Retro")


async def test_a_preview_says_when_the_next_day_closes(
    team: Team, anna: Member
) -> None:
    """Exactly what people get, with its day and its time."""
    await said(anna, "standup new Daily at 09:30 close 11:00 for @anna")
    shown = await said(anna, "standup preview Daily")
    assert "Daily · Mon 2 Mar" in shown
    assert "Due by Mon 2 Mar 11:00 (Berlin)" in shown
    await said(anna, "standup new Open at 09:30 for @anna")
    shown = await said(anna, "standup preview Open")
    assert "Open until 90 minutes after the last person is asked" in shown


async def test_the_first_day_is_one_on_which_the_maker_is_asked() -> None:
    """Not the holiday they are in, though others in the company work on it."""
    golden_monday = datetime(2026, 10, 5, 6, 5, tzinfo=UTC)  # 14:05 in Shanghai
    async with a_team(now=golden_monday) as team:
        team.person("Anna Berger")
        wang = team.person("王芳", zone="Asia/Shanghai", language="zh")
        await team.know_everyone()
        seen = await wang.says("站会 新建 内容日会 9:30 工作日", "#general")
        assert seen
        assert "Next: Thu 8 Oct, 09:30" in seen.text
