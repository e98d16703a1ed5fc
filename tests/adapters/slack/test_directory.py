"""People and channels of a pretend Slack."""

from dataclasses import replace
from typing import Any

import pytest

from adapters.simulator.simulator import Simulator
from adapters.slack import directory
from adapters.slack.chat import SlackChat
from adapters.slack.profiles import profile_of
from bot.errors import Rejected
from bot.model.people import Place, Profile
from bot.model.refs import PlaceRef, UserRef

TENANT = "T0TEAWARE"
LIWEI = UserRef("slack", TENANT, "U0LIWEI1")


async def test_a_profile_is_what_slack_knows(
    chat: SlackChat, simulator: Simulator
) -> None:
    """Name, language, zone and address."""
    user = simulator.slack.workspace.users["U0LIWEI1"]
    assert await chat.profile(LIWEI) == Profile(
        LIWEI, user.name, user.display_name, user.email, "Asia/Shanghai", "zh"
    )


async def test_an_unknown_account_is_refused(chat: SlackChat) -> None:
    """Slack does not know it either."""
    with pytest.raises(Rejected, match="user_not_found"):
        await chat.profile(UserRef("slack", TENANT, "U0NOBODY"))


async def test_everyone_is_everyone_human_and_here(
    chat: SlackChat, simulator: Simulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Page by page; the bot, Slackbot and those who left are not."""
    monkeypatch.setattr(directory, "PAGE", 2)
    users = simulator.slack.workspace.users
    users["U0SAM01"] = replace(users["U0SAM01"], deleted=True)
    everyone = await chat.everyone("slack", TENANT)
    ids = {profile.ref.id for profile in everyone}
    assert len(everyone) == len(ids) == 8
    assert not ids & {"U0SAM01", "U0CREW1", "USLACKBOT"}


async def test_members_are_accounts(
    chat: SlackChat, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Bots included, page by page."""
    monkeypatch.setattr(directory, "PAGE", 2)
    members = await chat.members(PlaceRef("slack", TENANT, "C0IT"))
    assert {ref.id for ref in members} == {
        "U0JONAS1",
        "U0ZHANG1",
        "U0ANNA1",
        "U0CREW1",
    }


async def test_a_place_is_its_name_and_how_private_it_is(chat: SlackChat) -> None:
    """The thread does not matter; a direct conversation is private and has no name."""
    it = PlaceRef("slack", TENANT, "C0IT")
    inside = PlaceRef("slack", TENANT, "C0IT", "1.5")
    assert await chat.place(inside) == Place(it, "it")
    dm = await chat.direct(LIWEI)
    found = await chat.place(dm)
    assert (found.direct, found.private) == (True, True)


async def test_all_places_are_those_the_bot_can_see(
    chat: SlackChat, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Page by page; a private channel only once it is in there."""
    monkeypatch.setattr(directory, "MANY", 2)
    places = await chat.all_places("slack", TENANT)
    assert {place.name: place.private for place in places} == {
        "general": False,
        "store-eu": False,
        "singles-day": False,
        "customer-service": False,
        "it": False,
    }


async def test_a_place_the_bot_cannot_see_is_refused(chat: SlackChat) -> None:
    """It might as well not be there."""
    with pytest.raises(Rejected, match="channel_not_found"):
        await chat.place(PlaceRef("slack", TENANT, "C0CLEVEL"))


@pytest.mark.parametrize(
    ("user", "expected"),
    [
        ({}, {"name": "U1", "zone": None, "language": None}),
        ({"tz": "Mars/Base"}, {"zone": None}),
        ({"tz": "../../etc/passwd"}, {"zone": None}),
        ({"tz": "Europe/Berlin"}, {"zone": "Europe/Berlin"}),
        ({"locale": "en-GB"}, {"language": "en"}),
        ({"locale": "zh_TW"}, {"language": "zh"}),
        ({"name": "ann"}, {"name": "ann", "handle": "ann"}),
        ({"profile": {"display_name": "Annie"}}, {"name": "Annie"}),
        ({"real_name": "Ann B", "name": "ann"}, {"name": "Ann B", "handle": "ann"}),
        ({"is_ultra_restricted": True}, {"guest": True}),
        ({"is_stranger": True}, {"guest": True}),
        ({"is_primary_owner": True}, {"admin": True}),
        ({"is_workflow_bot": True}, {"bot": True}),
        ({"deleted": True}, {"active": False}),
        ({"tz": 3, "profile": [], "name": None}, {"name": "U1"}),
    ],
)
def test_a_profile_takes_what_is_there(
    user: dict[str, Any], expected: dict[str, Any]
) -> None:
    """Strangers and bots have thin profiles."""
    profile = profile_of({"id": "U1", **user}, "T1")
    assert {name: getattr(profile, name) for name in expected} == expected
