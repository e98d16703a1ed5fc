"""Where somebody with two accounts is at home, as they read it and are reminded."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.model.people import Person
from bot.rituals.directory import meet_everyone
from tests.bot.links.people import changes, joined, link, person_of, text
from tests.driver import Member, Team

SHANGHAI = ("Asia/Shanghai", "zh")
LISBON = ("Europe/Lisbon", "en")
FRIDAY = datetime(2026, 3, 6, tzinfo=UTC)


def home(person: Person) -> tuple[str, str]:
    """Where they live and what they read."""
    return person.zone, person.language


@pytest.fixture
def chats(team: Team, grace: Member, ya: Member) -> Team:
    """Slack tells that Grace is in Lisbon; of 陈雅 nothing is known but her company."""
    known = team.chat.profiles
    known[grace.ref] = replace(known[grace.ref], zone="Europe/Lisbon")
    known[ya.ref] = replace(known[ya.ref], zone="Asia/Shanghai", usual=True)
    group = team.places["#仓库"]
    place = team.chat.places[group]
    team.chat.places[group] = replace(place, language="zh", zone="Asia/Shanghai")
    return team


async def due_hours(team: Team) -> list[float]:
    """When the tasks of all end, in hours of Friday in UTC."""
    async with team.store.reading() as db:
        everyone = await db.people.everyone()
        views = [v for who in everyone for v in await db.tasks.open_of(who.id)]
    ends = [view.task.deadline.at for view in views if view.task.deadline]
    return sorted((end - FRIDAY).total_seconds() / 3600 for end in ends)


@pytest.mark.parametrize("met", ["slack", "dingtalk"])
@pytest.mark.parametrize("code", ["slack", "dingtalk"])
async def test_a_code_brings_home_whoever_was_met_first(
    chats: Team, grace: Member, ya: Member, met: str, code: str
) -> None:
    """By a code of either; the group they write in goes on in its own language."""
    for member in sorted([grace, ya], key=lambda each: each.ref.platform != met):
        await member.says("help")
    assert home(await person_of(chats, ya)) == SHANGHAI
    gives, takes = (grace, ya) if code == "slack" else (ya, grace)
    await link(gives, takes)
    assert await joined(chats, grace, ya)
    assert home(await person_of(chats, ya)) == LISBON
    assert "陈雅 (DingTalk)" in text(await ya.says("link"))
    await ya.says("任务 新增 盘点 周五", "#仓库")
    [shown] = [s for s in ya.sees("#仓库") if "盘点" in s.text and s.only is None]
    assert "截止" in shown.text


@pytest.mark.parametrize("first", ["slack", "dingtalk"])
async def test_an_address_brings_home_whoever_was_met_first(
    chats: Team, grace: Member, ya: Member, first: str
) -> None:
    """And what was planned by the assumed clock moves with it."""
    known = chats.chat.profiles
    known[ya.ref] = replace(known[ya.ref], email="grace@tea.example")
    await chats.know_everyone() if first == "slack" else await ya.says("帮助")
    await ya.says("任务 新增 盘点 周五")
    before = await due_hours(chats)
    await meet_everyone(chats.crew.world, "slack", "T1")
    await chats.crew.pulse.settle()
    assert await joined(chats, grace, ya)
    assert home(await person_of(chats, ya)) == LISBON
    [end] = await due_hours(chats)
    assert (before, end) == ([10.0 if first == "dingtalk" else 18.0], 18.0)


async def test_the_clock_goes_with_the_account(
    chats: Team, grace: Member, ya: Member
) -> None:
    """Who moves on Slack is followed; who loses Slack lives by what is usual again."""
    await ya.says("任务 新增 盘点 周五")
    assert await due_hours(chats) == [10.0]
    await link(ya, grace)
    assert await due_hours(chats) == [18.0]
    await changes(chats, grace, "Ev-moved", zone="Asia/Tokyo")
    assert (await person_of(chats, ya)).zone == "Asia/Tokyo"
    assert await due_hours(chats) == [9.0]
    await changes(chats, grace, "Ev-named", name="Grace C.")
    await grace.says("unlink slack")
    await chats.crew.pulse.settle()
    assert home(await person_of(chats, grace)) == ("Asia/Tokyo", "en")
    assert home(await person_of(chats, ya)) == SHANGHAI
    assert await due_hours(chats) == [10.0]


async def test_who_moves_east_on_slack_is_asked_in_time(
    chats: Team, grace: Member
) -> None:
    """The next day was planned for Lisbon; Tokyo begins nine hours before."""
    await grace.says("standup new Daily at 09:30 for @Grace zone local")
    await changes(chats, grace, "Ev-moved", zone="Asia/Tokyo")
    await chats.until(datetime(2026, 3, 3, 0, 29, tzinfo=UTC))
    assert not [seen for seen in grace.inbox if ":2026-03-03:ask:" in seen.key]
    await chats.until(datetime(2026, 3, 3, 0, 30, tzinfo=UTC))
    assert [seen for seen in grace.inbox if ":2026-03-03:ask:" in seen.key]
