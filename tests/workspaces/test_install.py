"""Workspaces install the bot by the browser, and each is served with its own tokens."""

from datetime import timedelta

import pytest

from tests.databases import Kind, fresh_url
from tests.workspaces.shops import (
    ANNA,
    BO,
    MONDAY,
    NORTH,
    PUBLIC,
    SOUTH,
    shops,
)

INSTALL = f"{PUBLIC}/slack/install"
HOMES = {NORTH: 1, SOUTH: 2}  # in the order in which they come


async def test_two_companies_install_it_and_know_nothing_of_each_other(
    url: str,
) -> None:
    """Same ids of people and channels, same numbers of tasks: nothing crosses."""
    async with shops(url, NORTH, SOUTH) as there:
        assert "North Tea" in await there.installs(NORTH)
        assert "South Silk" in await there.installs(SOUTH)
        await there.say(NORTH, ANNA, "#shop", "/crew task add Count kettles @bo")
        await there.say(SOUTH, ANNA, "#shop", "/crew task add Weigh silk @bo")
        assert there.read(NORTH, BO, "#shop", "T-1")
        assert there.read(SOUTH, BO, "#shop", "T-1")
        assert there.read(NORTH, BO, "dm", "Count kettles")
        assert there.read(SOUTH, BO, "dm", "Weigh silk")
        await there.say(NORTH, BO, "dm", "task list all")
        await there.say(SOUTH, BO, "dm", "task list all")
        await there.press(SOUTH, BO, "task.done", there.read(SOUTH, BO, "#shop")[0])
        assert "silk" not in there.said(NORTH)
        assert "Silk" not in there.said(NORTH)
        assert "kettles" not in there.said(SOUTH)
        assert "North" not in there.said(SOUTH)
        await there.say(NORTH, BO, "dm", "task show 1")
        assert "Count kettles" in str(there.read(NORTH, BO, "dm")[-1])
        assert there.read(NORTH, BO, "#shop", "T-1")[0]["blocks"]


async def test_a_standup_runs_in_each_company(url: str) -> None:
    """Each asks its own people, at its own time, and shows its own answers."""
    async with shops(url, NORTH, SOUTH) as there:
        for team in (NORTH, SOUTH):
            await there.installs(team)
        new = "/crew standup new {} at {} close {} in #shop for @bo"
        await there.say(NORTH, ANNA, "#shop", new.format("Kettles", "10:00", "11:00"))
        await there.say(SOUTH, ANNA, "#shop", new.format("Silks", "10:30", "11:30"))
        nine = there.clock.now()
        await there.until(nine + timedelta(minutes=65))
        assert there.read(NORTH, BO, "dm", "Kettles")
        assert not there.read(SOUTH, BO, "dm", "Silks ·")
        await there.until(nine + timedelta(hours=3))
        assert there.read(SOUTH, BO, "dm", "Silks")
        assert "Silks" not in there.said(NORTH)
        assert "Kettles" not in there.said(SOUTH)


async def test_forms_open_and_are_taken_in_their_own_workspace(url: str) -> None:
    """A trigger belongs to one workspace, and so does the form behind it."""
    async with shops(url, NORTH, SOUTH) as there:
        for team in (NORTH, SOUTH):
            await there.installs(team)
            await there.say(team, ANNA, "#shop", "/crew away")
        for team in (SOUTH, NORTH):
            assert there.simulators[team].side_of(ANNA).view(ANNA)["modal"]
            days = {"first": "2026-06-10", "last": "2026-06-11"}
            await there.submit(team, ANNA, **days, reason=f"Fair of {team}")
            await there.say(team, ANNA, "dm", "today")
        for team, other in ((NORTH, SOUTH), (SOUTH, NORTH)):
            async with (await there.house.crews.join(HOMES[team])).world.store() as db:
                anna = next(p for p in await db.people.everyone() if "Anna" in p.name)
                (away,) = await db.absences.of(anna.id, MONDAY.date())
            assert away.reason == f"Fair of {team}"
            assert f"Fair of {other}" not in there.said(team)


async def test_the_first_company_moves_into_the_house(url: str) -> None:
    """Every other one gets an organization of its own."""
    async with shops(url, NORTH, SOUTH) as there:
        await there.installs(NORTH)
        await there.installs(SOUTH)
        assert await there.house.homes.of("slack", NORTH) == 1
        assert await there.house.homes.of("slack", SOUTH) == 2


async def test_an_install_again_comes_home(url: str) -> None:
    """With new tokens, and everything that was there."""
    async with shops(url, NORTH, SOUTH) as there:
        await there.installs(NORTH)
        await there.installs(SOUTH)
        await there.say(SOUTH, ANNA, "#shop", "/crew task add Weigh silk")
        await there.removes(SOUTH)
        assert "South Silk" in await there.installs(SOUTH)
        await there.say(SOUTH, ANNA, "#shop", "/crew task list all")
        assert there.read(SOUTH, ANNA, "#shop", "Weigh silk")
        assert await there.house.homes.organizations() == [1, 2]


async def test_no_token_is_checked_again_and_again(url: str) -> None:
    """While all is well nobody asks who we are (goal G5)."""
    async with shops(url, NORTH, SOUTH) as there:
        await there.installs(NORTH)
        await there.installs(SOUTH)
        there.market.calls.clear()
        for team in (NORTH, SOUTH, NORTH, SOUTH):
            await there.say(team, ANNA, "#shop", "/crew task add Check prices")
        assert "chat.postMessage" in there.market.calls
        assert "auth.test" not in there.market.calls


async def test_everything_is_there_after_a_restart(url: str) -> None:
    """Tokens are read back, and what came in is answered."""
    async with shops(url, NORTH, SOUTH) as there:
        await there.installs(NORTH)
        await there.installs(SOUTH)
        await there.reopen()
        await there.say(SOUTH, ANNA, "#shop", "/crew task add Weigh silk")
        assert there.read(SOUTH, BO, "#shop", "Weigh silk")
        assert "silk" not in there.said(NORTH)


@pytest.mark.parametrize(
    ("language", "word"),
    [("zh-CN,zh;q=0.9,en;q=0.8", "添加到 Slack"), ("de, en;q=0.5", "Add to Slack")],
)
async def test_the_page_speaks_the_browsers_language(
    kind: Kind, language: str, word: str
) -> None:
    """As far as we speak it."""
    async with fresh_url(kind) as url, shops(url, NORTH) as there:
        browser = there.browser(language)
        assert word in await browser.opens(INSTALL)
        assert browser.asked["redirect_uri"] == f"{PUBLIC}/slack/oauth_redirect"
        assert "chat:write" in browser.asked["scope"].split(",")
