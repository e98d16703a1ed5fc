"""What the doctor finds on a pretend Slack."""

from datetime import timedelta

from slack_sdk.web.async_client import AsyncWebClient

from adapters.simulator.simulator import Simulator
from adapters.slack.client import open_client
from adapters.slack.doctor import checks
from adapters.slack.manifest import EVENTS, PICTURE_SCOPE, SCOPES
from bot.clock import SystemClock
from bot.model.finding import Finding, Level
from tests.fakes.clock import FakeClock

WRONG = "xoxb-of-nobody"


def told(found: list[Finding]) -> dict[str, Level]:
    """The findings by key."""
    return {finding.key: finding.level for finding in found}


async def test_all_is_well(simulator: Simulator, client: AsyncWebClient) -> None:
    """Both tokens are good, the scopes are there, the clock is right."""
    token = simulator.slack.app.app_token
    found = await checks(client, SystemClock(), app_token=token)
    assert told(found) == {
        "doctor-slack-bot-token-ok": Level.OK,
        "doctor-slack-scopes-ok": Level.OK,
        "doctor-slack-events": Level.OK,
        "doctor-slack-socket-ok": Level.OK,
    }


async def test_wrong_tokens_are_named(client: AsyncWebClient) -> None:
    """With Slack's own word for why."""
    client.token = WRONG
    found = await checks(client, SystemClock(), app_token=WRONG)
    assert told(found) == {
        "doctor-slack-bot-token": Level.FAIL,
        "doctor-slack-app-token": Level.FAIL,
    }
    assert found[0].values == {"why": "invalid_auth"}


async def test_missing_scopes_are_named() -> None:
    """Those, and no others."""
    running = Simulator(scopes=[s for s in SCOPES if s != "im:write"])
    await running.start()
    async with open_client(running.slack.app.bot_token, running.api_url) as client:
        found = await checks(client, SystemClock(), signing_secret=WRONG)
    await running.stop()
    assert found[0] == Finding(
        Level.FAIL, "doctor-slack-scopes-missing", {"scopes": "im:write"}
    )
    assert told(found)["doctor-slack-http"] is Level.OK


async def test_an_app_that_cannot_show_pictures_is_warned() -> None:
    """It works; what was installed before there were pictures lacks their scope."""
    running = Simulator(scopes=SCOPES)
    await running.start()
    async with open_client(running.slack.app.bot_token, running.api_url) as client:
        found = await checks(client, SystemClock(), signing_secret=WRONG)
    await running.stop()
    assert found[0] == Finding(
        Level.WARN, "doctor-slack-no-pictures", {"scope": "files:write"}
    )
    assert {each.level for each in found[1:]} == {Level.OK}


async def test_an_app_that_cannot_read_files_is_warned() -> None:
    """It works; lists are pasted there."""
    running = Simulator(scopes=[*SCOPES, PICTURE_SCOPE])
    await running.start()
    async with open_client(running.slack.app.bot_token, running.api_url) as client:
        found = await checks(client, SystemClock(), signing_secret=WRONG)
    await running.stop()
    lacking = {"scope": "files:read"}
    assert found[0] == Finding(Level.WARN, "doctor-slack-no-files", lacking)


async def test_a_wrong_clock_is_found(client: AsyncWebClient) -> None:
    """Slack's signatures have a time in them: from five minutes on it refuses them."""
    for minutes, level in ((2, Level.WARN), (10, Level.FAIL)):
        clock = FakeClock(SystemClock().now() + timedelta(minutes=minutes))
        found = await checks(client, clock, signing_secret=WRONG)
        assert told(found)["doctor-slack-clock"] is level


async def test_the_events_are_named(client: AsyncWebClient) -> None:
    """Nobody can ask Slack which ones an app gets: the owner compares."""
    found = await checks(client, SystemClock(), signing_secret=WRONG)
    events = next(f for f in found if f.key == "doctor-slack-events").values
    assert events == {"events": ", ".join(EVENTS)}


async def test_a_silent_slack_is_told_once(client: AsyncWebClient) -> None:
    """Both tokens fail for the same reason."""
    client.base_url = "http://127.0.0.1:9/api/"
    found = await checks(client, SystemClock(), app_token=WRONG)
    assert [finding.key for finding in found] == ["doctor-slack-unreachable"]


async def test_no_way_in_and_no_slack_at_all(client: AsyncWebClient) -> None:
    """Neither a token for Socket Mode nor a secret for HTTP."""
    client.base_url = "http://127.0.0.1:9/api/"
    found = await checks(client, SystemClock())
    assert told(found) == {
        "doctor-slack-unreachable": Level.FAIL,
        "doctor-slack-no-way-in": Level.FAIL,
    }
