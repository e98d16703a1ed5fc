"""Rate limits and faults hit Slack's own client as they would in life."""

from __future__ import annotations

from collections.abc import AsyncIterator

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from adapters.simulator.simulator import Simulator
from adapters.simulator.slack.faults import Fault
from tests.adapters.simulator.conftest import ManualTime
from tests.adapters.simulator.test_webapi import refusal


@pytest.fixture
async def strict(real_time: ManualTime) -> AsyncIterator[Simulator]:
    """A simulator with limits, in a time that stands still."""
    running = Simulator(limits=True, monotonic=real_time)
    await running.start()
    yield running
    await running.stop()


@pytest.fixture
def limited(strict: Simulator) -> AsyncWebClient:
    """A client that does not retry."""
    token = strict.slack.app.bot_token
    return AsyncWebClient(token, base_url=strict.api_url, retry_handlers=[])


async def test_a_channel_takes_three_at_once_and_one_a_second(
    limited: AsyncWebClient, real_time: ManualTime
) -> None:
    """The fourth is 429 with Retry-After; another channel is not concerned."""
    for _ in range(3):
        await limited.chat_postMessage(channel="C0GENERAL", text="x")
    with pytest.raises(SlackApiError) as refused:
        await limited.chat_postMessage(channel="C0GENERAL", text="x")
    assert refused.value.response.status_code == 429
    assert refused.value.response.headers["Retry-After"] == "1"
    assert refused.value.response["error"] == "ratelimited"
    await limited.chat_postMessage(channel="C0IT", text="x")
    real_time.seconds += 1
    await limited.chat_postMessage(channel="C0GENERAL", text="x")


async def test_a_tier_three_method_takes_fifty_a_minute(
    limited: AsyncWebClient,
) -> None:
    """conversations.open is the bottleneck that the facts warn about."""
    for _ in range(50):
        await limited.conversations_open(users="U0ANNA1")
    error = await refusal(limited.conversations_open(users="U0ANNA1"))
    assert error == "ratelimited"


async def test_faults_happen_as_often_as_they_are_asked(
    simulator: Simulator, client: AsyncWebClient
) -> None:
    """A 503 once, then all is well; other methods do not notice."""
    simulator.slack.faults.arm(Fault("error", "auth.test", status=503))
    assert (await client.users_info(user="U0ANNA1"))["ok"]
    with pytest.raises(SlackApiError) as refused:
        await client.auth_test()
    assert refused.value.response.status_code == 503
    assert (await client.auth_test())["ok"]


async def test_a_fault_after_the_effect_leaves_the_message(
    simulator: Simulator, client: AsyncWebClient
) -> None:
    """`accept_then_fail` posts and answers `internal_error`: a test of doubt."""
    simulator.slack.faults.arm(Fault("accept_then_fail"))
    post = client.chat_postMessage(channel="C0GENERAL", text="once")
    assert await refusal(post) == "internal_error"
    messages = list(simulator.slack.workspace.messages("C0GENERAL"))
    assert [message.text for message in messages] == ["once"]


async def test_a_reset_connection_is_a_network_error(
    simulator: Simulator,
) -> None:
    """The socket is cut without an answer, and nothing happened."""
    simulator.slack.faults.arm(Fault("reset"))
    async with aiohttp.ClientSession() as session:
        with pytest.raises(aiohttp.ClientError):
            await session.post(f"{simulator.api_url}chat.postMessage")
