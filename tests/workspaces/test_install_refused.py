"""Installs that do not come to their end: each is told kindly, and nothing is there."""

from datetime import timedelta
from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest

from tests.databases import fresh_url
from tests.workspaces.shops import ANNA, EAST, NORTH, PUBLIC, SOUTH, Shops, shops

INSTALL, REDIRECT = f"{PUBLIC}/slack/install", f"{PUBLIC}/slack/oauth_redirect"


async def nobody(there: Shops) -> bool:
    """No workspace has the bot."""
    return not await there.house.homes.workspaces("slack")


async def test_another_browser_cannot_finish(url: str) -> None:
    """Who is sent the end of somebody's install installs nothing of theirs."""
    async with shops(url, NORTH) as there:
        browser = there.browser()
        await browser.opens(INSTALL)
        back = there.market.allow(browser.asked, NORTH, ANNA)
        assert "browser you began with" in await there.browser().opens(back)
        assert "ten minutes" in await browser.opens(back)  # the state is used up
        assert await nobody(there)


async def test_an_install_cannot_be_finished_twice(url: str) -> None:
    """The second time tells so, and the workspace stays installed."""
    async with shops(url, NORTH) as there:
        browser = there.browser()
        await browser.opens(INSTALL)
        back = there.market.allow(browser.asked, NORTH, ANNA)
        assert "North Tea" in await browser.opens(back)
        assert "attempt is over" in await browser.opens(back)
        assert browser.way == INSTALL


async def test_an_install_ends_after_ten_minutes(url: str) -> None:
    """However long the page stays open."""
    async with shops(url, NORTH) as there:
        browser = there.browser("zh")
        await browser.opens(INSTALL)
        back = there.market.allow(browser.asked, NORTH, ANNA)
        there.clock.set(there.clock.now() + timedelta(minutes=11))
        assert "已失效" in await browser.opens(back)
        assert browser.status == 410
        assert await nobody(there)


async def test_a_made_up_state_is_refused(url: str) -> None:
    """And so is none at all."""
    async with shops(url, NORTH) as there:
        browser = there.browser()
        await browser.opens(INSTALL)
        for query in ("", "state=abc&code=1", "code=1", "state=%00%ff&code=1"):
            assert "attempt is over" in await browser.opens(f"{REDIRECT}?{query}")
        assert await nobody(there)


async def test_who_declines_is_told_that_nothing_happened(url: str) -> None:
    """With the way to try again."""
    async with shops(url, NORTH) as there:
        browser = there.browser()
        await browser.opens(INSTALL)
        said = await browser.opens(there.market.decline(browser.asked))
        assert "Nothing was installed" in said
        assert browser.way == INSTALL
        assert await nobody(there)


@pytest.mark.parametrize(
    ("trouble", "said"),
    [
        ("invalid_code", "attempt is over"),
        ("code_already_used", "attempt is over"),
        ("bad_client_secret", "SLACK_CLIENT_SECRET"),
        ("bad_redirect_uri", "redirect URL"),
        ("internal_error", "does not answer"),
        ("some_new_word", "some_new_word"),
    ],
)
async def test_what_slack_refuses_is_told_plainly(trouble: str, said: str) -> None:
    """By what the reader can do about it."""
    async with fresh_url("sqlite") as url, shops(url, NORTH) as there:
        browser = there.browser()
        await browser.opens(INSTALL)
        back = there.market.allow(browser.asked, NORTH, ANNA)
        there.market.trouble = trouble
        assert said in await browser.opens(back)
        assert await nobody(there)


async def test_a_whole_enterprise_is_too_much(url: str) -> None:
    """One workspace at a time."""
    async with shops(url, NORTH) as there:
        browser = there.browser()
        await browser.opens(INSTALL)
        back = there.market.allow(browser.asked, NORTH, ANNA)
        there.market.whole = True
        assert "one workspace" in await browser.opens(back)
        assert await nobody(there)


async def test_an_admin_brings_one_more_workspace_in(url: str) -> None:
    """By a link that works once; the people there are of the same company."""
    async with shops(url, NORTH, SOUTH, EAST) as there:
        await there.installs(NORTH)
        await there.installs(SOUTH)
        await there.say(SOUTH, ANNA, "dm", "link workspace")
        link = _link(there, SOUTH)
        assert "will join" in await there.browser().opens(link)  # looking is free
        assert "东方瓷器" in await there.installs(EAST, link)
        homes = there.house.homes
        assert await homes.of("slack", EAST) == await homes.of("slack", SOUTH) == 2
        await there.say(EAST, ANNA, "#shop", "/crew task add Fire the kiln")
        await there.say(SOUTH, ANNA, "dm", "task show 1")
        assert "Fire the kiln" in str(there.read(SOUTH, ANNA, "dm")[-1])
        assert "kiln" not in there.said(NORTH)
        assert "used already" in await there.browser().opens(link)
        await there.say(SOUTH, ANNA, "dm", "工作区")
        assert "东方瓷器" in str(there.read(SOUTH, ANNA, "dm")[-1])


async def test_a_link_works_for_ten_minutes(url: str) -> None:
    """Not even a browser that began in time has longer than its own ten."""
    async with shops(url, NORTH, SOUTH) as there:
        await there.installs(NORTH)
        await there.say(NORTH, ANNA, "dm", "关联 工作区")
        link = _link(there, NORTH)
        there.clock.set(there.clock.now() + timedelta(minutes=11))
        assert "works no longer" in await there.browser().opens(link)
        assert "works no longer" in await there.browser().opens(f"{INSTALL}?link=abc")


async def test_a_workspace_is_not_taken_from_its_company(url: str) -> None:
    """Whoever has a link of another company."""
    async with shops(url, NORTH, SOUTH) as there:
        await there.installs(NORTH)
        await there.installs(SOUTH)
        await there.say(NORTH, ANNA, "dm", "link workspace")
        said = await there.installs(SOUTH, _link(there, NORTH))
        assert "another company" in said
        assert await there.house.homes.of("slack", SOUTH) == 2
        await there.say(SOUTH, ANNA, "#shop", "/crew task add Weigh silk")
        assert "silk" not in there.said(NORTH)


async def test_who_is_no_admin_gets_no_link(url: str) -> None:
    """Nor a list."""
    async with shops(url, NORTH) as there:
        await there.installs(NORTH)
        for words in ("link workspace", "工作区 关联", "workspaces"):
            await there.say(NORTH, "U0BO01", "dm", words)
            assert "link=" not in there.said(NORTH)
            assert "North Tea" not in str(there.read(NORTH, "U0BO01", "dm")[-1])


async def test_who_was_only_a_guest_somewhere_has_a_company_of_their_own(
    url: str,
) -> None:
    """A workspace whose people were seen in a shared channel was never installed."""
    async with shops(url, NORTH, SOUTH) as there:
        await there.installs(NORTH)
        async with there.house.store() as db:
            await db.people.connect("slack", SOUTH, "")
            await db.commit()
        said = await there.installs(SOUTH)
        assert "another company" in said
        assert await there.house.homes.of("slack", SOUTH) is None


async def test_the_pages_are_safe_to_look_at(url: str) -> None:
    """Nothing is kept by others, nothing comes from elsewhere, nothing is framed."""
    async with shops(url, NORTH) as there:
        browser = there.browser()
        await browser.opens(INSTALL)
        assert "default-src" not in browser.page
        assert "<script" not in browser.page
        query = dict(parse_qsl(urlsplit(browser.way).query))
        evil = urlencode(
            {"state": query["state"], "error": "<script>alert(1)</script>"}
        )
        await browser.opens(f"{REDIRECT}?{evil}")
        assert "<script" not in browser.page
        assert "&lt;script" in browser.page


def _link(there: Shops, team: str) -> str:
    said = str(there.read(team, ANNA, "dm")[-1])
    start = said.index(f"{INSTALL}?link=")
    return said[start:].split("|")[0].split("'")[0].split(">")[0]
