"""Tokens with an end are renewed before it, once, whoever needs them first."""

import asyncio
from datetime import timedelta

from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.chat import SlackChat
from adapters.slack.client import open_client
from adapters.slack.oauth import SlackOAuth
from adapters.slack.workspaces import Workspaces
from bot.bootstrap.slack import oauth_of
from bot.model.refs import UserRef
from tests.workspaces.shops import ANNA, BO, NORTH, Shops, shops

WHO = UserRef("slack", NORTH, ANNA)


def exchanges(there: Shops) -> int:
    """How often tokens were asked for."""
    return there.market.calls.count("oauth.v2.access")


async def test_tokens_are_renewed_before_their_end(url: str) -> None:
    """Two hours early; what is said is said with the new ones."""
    async with shops(url, NORTH, rotates=True) as there:
        await there.installs(NORTH)
        await there.say(NORTH, ANNA, "#shop", "/crew task add Count kettles")
        assert exchanges(there) == 1
        there.clock.set(there.clock.now() + timedelta(hours=11))
        await there.say(NORTH, ANNA, "#shop", "/crew task add Weigh tea")
        assert exchanges(there) == 2
        there.clock.set(there.clock.now() + timedelta(hours=2))  # the first are over
        await there.say(NORTH, ANNA, "#shop", "/crew task add Air the room")
        assert exchanges(there) == 2
        for task in ("Count kettles", "Weigh tea", "Air the room"):
            assert there.read(NORTH, BO, "#shop", task)


async def test_a_bot_that_slept_renews_first(url: str) -> None:
    """For days; and what it kept survives another start."""
    async with shops(url, NORTH, rotates=True) as there:
        await there.installs(NORTH)
        there.clock.set(there.clock.now() + timedelta(days=3))
        await there.reopen()
        await there.say(NORTH, ANNA, "#shop", "/crew task add Weigh tea")
        assert there.read(NORTH, BO, "#shop", "Weigh tea")
        count = exchanges(there)
        await there.reopen()
        await there.say(NORTH, ANNA, "#shop", "/crew task add Air the room")
        assert there.read(NORTH, BO, "#shop", "Air the room")
        assert exchanges(there) == count


async def test_two_replicas_renew_once(url: str) -> None:
    """A refresh token works once: who comes second waits for the first, or goes on with
    what still lasts.
    """
    async with shops(url, NORTH, rotates=True) as there:
        await there.installs(NORTH)
        for hours in (11, 30):  # soon over, and over
            there.clock.set(there.clock.now() + timedelta(hours=hours))
            before = exchanges(there)
            async with open_client("", there.settings.slack_api_url) as model:
                oauth = oauth_of(there.settings, model, there.clock)
                both = [replica(there, model, oauth) for _ in "ab"]
                for call in asyncio.as_completed(
                    [each.run(NORTH, lambda chat: chat.profile(WHO)) for each in both]
                ):
                    assert (await call).name
            assert exchanges(there) == before + 1


async def test_a_workspace_whose_tokens_cannot_be_renewed_is_gone(url: str) -> None:
    """Slack says no for good: nothing is asked again and again."""
    async with shops(url, NORTH, rotates=True) as there:
        await there.installs(NORTH)
        there.market.refreshes.clear()
        there.clock.set(there.clock.now() + timedelta(days=1))
        await there.say(NORTH, ANNA, "#shop", "/crew task add Weigh tea")
        assert await there.house.homes.workspaces("slack") == []
        await there.installs(NORTH)
        await there.say(NORTH, ANNA, "#shop", "/crew task add Air the room")
        assert there.read(NORTH, BO, "#shop", "Air the room")


async def test_tokens_last_while_slack_is_away(url: str) -> None:
    """They are renewed when it is back."""
    async with shops(url, NORTH, rotates=True) as there:
        await there.installs(NORTH)
        there.clock.set(there.clock.now() + timedelta(hours=11))
        there.market.trouble = "internal_error"
        await there.say(NORTH, ANNA, "#shop", "/crew task add Weigh tea")
        assert there.read(NORTH, BO, "#shop", "Weigh tea")
        there.clock.set(there.clock.now() + timedelta(minutes=5))
        await there.say(NORTH, ANNA, "#shop", "/crew task add Air the room")
        there.clock.set(there.clock.now() + timedelta(hours=2))
        await there.say(NORTH, ANNA, "#shop", "/crew task add Sweep")
        assert there.read(NORTH, BO, "#shop", "Sweep")


def replica(there: Shops, model: AsyncWebClient, oauth: SlackOAuth) -> Workspaces:
    """The clients of another process on the same database."""
    return Workspaces(model, SlackChat, there.house.access, there.clock, oauth)
