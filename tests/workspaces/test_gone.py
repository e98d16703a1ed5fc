"""A workspace lets the bot go, or says so; it comes back; nothing is lost between."""

from datetime import timedelta

from tests.workspaces.shops import ANNA, BO, NORTH, PUBLIC, SOUTH, Shops, shops

INSTALL = f"{PUBLIC}/slack/install"


async def both(there: Shops) -> None:
    """One company with two workspaces."""
    await there.installs(NORTH)
    await there.say(NORTH, ANNA, "dm", "link workspace")
    said = str(there.read(NORTH, ANNA, "dm")[-1])
    link = said[said.index(f"{INSTALL}?link=") :].split("|")[0].split("'")[0]
    await there.installs(SOUTH, link)
    # Anna is one person in both
    await there.say(NORTH, ANNA, "dm", "link")
    code = str(there.read(NORTH, ANNA, "dm", "Your code")[-1])
    digits = code[code.index("link ") + 5 :][:8]
    await there.say(SOUTH, ANNA, "dm", f"link {digits}")


def calls(there: Shops, team: str, method: str = "chat.postMessage") -> int:
    """How often a method was called in a workspace."""
    requests = there.simulators[team].slack.requests
    return sum(each.method == method for each in requests)


async def test_an_admin_hears_elsewhere_that_a_workspace_is_gone(url: str) -> None:
    """Once, whatever Slack says how often."""
    async with shops(url, NORTH, SOUTH) as there:
        await both(there)
        before = calls(there, SOUTH)
        await there.removes(SOUTH)
        told = there.read(NORTH, ANNA, "dm", "has disconnected Shopcrew")
        assert len(told) == 1
        assert "South Silk" in str(told)
        assert not there.read(NORTH, BO, "dm", "disconnected")
        assert calls(there, SOUTH) == before
        await there.say(NORTH, ANNA, "dm", "workspaces")
        assert "disconnected since" in str(there.read(NORTH, ANNA, "dm")[-1])


async def test_messages_go_to_the_other_account(url: str) -> None:
    """Even where the person last wrote from the workspace that is gone."""
    async with shops(url, NORTH, SOUTH) as there:
        await both(there)
        await there.say(SOUTH, ANNA, "dm", "today")
        await there.removes(SOUTH)
        await there.say(NORTH, BO, "#shop", "/crew task add Count kettles @anna")
        assert there.read(NORTH, ANNA, "dm", "Count kettles")


async def test_a_refused_token_is_noticed(url: str) -> None:
    """Slack does not always tell: a call does. Nothing more is sent there, and what is
    owed waits.
    """
    async with shops(url, NORTH) as there:
        await there.installs(NORTH)
        await there.say(NORTH, ANNA, "#shop", "/crew task add Count kettles")
        slack = there.simulators[NORTH].slack
        slack.app = slack.app  # the same app, whose events get lost
        grants = dict(slack.grants)
        slack.grants = {}
        await there.say(NORTH, ANNA, "#shop", "/crew task assign 1 @bo")
        assert (await there.house.homes.workspaces("slack")) == []
        before = calls(there, NORTH)
        await there.say(NORTH, ANNA, "#shop", "/crew task comment 1 hello")
        assert calls(there, NORTH) == before
        # it was a mistake of Slack's: hours later the token is good
        slack.grants = grants
        await there.until(there.clock.now() + timedelta(hours=3))
        assert len(await there.house.homes.workspaces("slack")) == 1
        assert there.read(NORTH, BO, "dm", "Count kettles")


async def test_what_waits_is_said_when_it_is_installed_again(url: str) -> None:
    """At once, and once."""
    async with shops(url, NORTH) as there:
        await there.installs(NORTH)
        await there.say(NORTH, ANNA, "#shop", "/crew task add Count kettles")
        there.simulators[NORTH].slack.grants = {}
        await there.say(NORTH, ANNA, "#shop", "/crew task assign 1 @bo")
        assert not there.read(NORTH, BO, "dm", "Count kettles")
        await there.installs(NORTH)
        assert len(there.read(NORTH, BO, "dm", "Count kettles")) == 1


async def test_another_replicas_install_is_noticed(url: str) -> None:
    """A token that was changed elsewhere is read again when the old one is refused."""
    async with shops(url, NORTH) as there:
        await there.installs(NORTH)
        await there.say(NORTH, ANNA, "#shop", "/crew task add Count kettles")
        slack = there.simulators[NORTH].slack
        old = dict(slack.grants)
        await there.installs(NORTH)
        slack.grants = {t: g for t, g in slack.grants.items() if t not in old}
        await there.say(NORTH, ANNA, "#shop", "/crew task add Weigh tea")
        assert there.read(NORTH, BO, "#shop", "Weigh tea")


async def test_people_who_revoke_their_own_tokens_change_nothing(url: str) -> None:
    """We never had those."""
    async with shops(url, NORTH) as there:
        await there.installs(NORTH)
        tokens = {"oauth": [ANNA], "bot": []}
        events = there.simulators[NORTH].slack.events
        events.send("tokens_revoked", {"type": "tokens_revoked", "tokens": tokens})
        await there.settle()
        assert len(await there.house.homes.workspaces("slack")) == 1


async def test_credentials_are_erased_after_ninety_days(url: str) -> None:
    """People and tasks stay."""
    async with shops(url, NORTH) as there:
        await there.installs(NORTH)
        await there.say(NORTH, ANNA, "#shop", "/crew task add Count kettles")
        await there.removes(NORTH)
        for days, kept in ((89, True), (2, False)):
            there.clock.set(there.clock.now() + timedelta(days=days))
            await there.house.crew.forget()
            found = await there.house.access.find("slack", NORTH)
            assert found is not None
            assert (found.tokens is not None) is kept
        async with there.house.store.reading() as db:
            assert await db.people.everyone()
        await there.installs(NORTH)
        await there.say(NORTH, ANNA, "#shop", "/crew task show 1")
        assert there.read(NORTH, ANNA, "#shop", "Count kettles")


async def test_one_workspace_by_its_token_is_lost_too(url: str) -> None:
    """The simple way: a restart with a good token has it back."""
    async with shops(
        url,
        NORTH,
        slack_bot_token=f"xoxb-owner-{NORTH}",
        slack_client_id="",
        slack_client_secret=None,
    ) as there:
        await there.say(NORTH, ANNA, "#shop", "/crew task add Count kettles")
        assert there.read(NORTH, BO, "#shop", "Count kettles")
        slack = there.simulators[NORTH].slack
        grants = dict(slack.grants)
        await there.removes(NORTH)
        assert (await there.house.homes.workspaces("slack")) == []
        slack.grants = grants
        await there.reopen()
        await there.say(NORTH, ANNA, "#shop", "/crew task add Weigh tea")
        assert there.read(NORTH, BO, "#shop", "Weigh tea")


async def test_the_owners_token_and_installs_go_together(url: str) -> None:
    """The token's workspace is the house's; who installs has a company of its own."""
    async with shops(url, NORTH, SOUTH, slack_bot_token=f"xoxb-owner-{NORTH}") as there:
        await there.installs(SOUTH)
        assert await there.house.homes.of("slack", NORTH) == 1
        assert await there.house.homes.of("slack", SOUTH) == 2
        for team, task in ((NORTH, "Count kettles"), (SOUTH, "Weigh silk")):
            await there.say(team, ANNA, "#shop", f"/crew task add {task}")
            assert there.read(team, BO, "#shop", task)
        assert "silk" not in there.said(NORTH)
        assert "kettles" not in there.said(SOUTH)
