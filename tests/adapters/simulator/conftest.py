"""A running simulator, a client of it, and a bot by strangers."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from adapters.simulator.simulator import Shortcut, Simulator
from tests.adapters.simulator.stranger import Stranger, over_http, over_socket
from tests.ports import free_port

SHORTCUTS = (
    Shortcut("New task", "task_new"),
    Shortcut("Make it a task", "task_from_message", "message"),
)


@dataclass(slots=True)
class ManualTime:
    """A monotonic clock that only tests move."""

    seconds: float = 1000.0

    def __call__(self) -> float:
        """The time now."""
        return self.seconds


@pytest.fixture(autouse=True)
def _quiet() -> None:
    logging.getLogger("slack_bolt").setLevel(logging.CRITICAL)
    logging.getLogger("slack_sdk").setLevel(logging.CRITICAL)


@pytest.fixture
def real_time() -> ManualTime:
    """The real time as triggers, response URLs and limits see it."""
    return ManualTime()


@pytest.fixture
async def simulator(real_time: ManualTime) -> AsyncIterator[Simulator]:
    """A simulator of the tea-ware shop without rate limits."""
    running = Simulator(
        limits=False, monotonic=real_time, ack_seconds=0.5, shortcuts=SHORTCUTS
    )
    await running.start()
    yield running
    await running.stop()


@pytest.fixture
def client(simulator: Simulator) -> AsyncWebClient:
    """Slack's own client with the bot's token."""
    app = simulator.slack.app
    return AsyncWebClient(app.bot_token, base_url=simulator.api_url)


@pytest.fixture
async def bot(simulator: Simulator) -> AsyncIterator[Stranger]:
    """A bot by strangers, connected over Socket Mode."""
    async with over_socket(simulator) as stranger:
        yield stranger


@pytest.fixture
async def http_simulator() -> AsyncIterator[Simulator]:
    """A simulator that sends signed HTTP requests to a free port."""
    port = free_port()
    running = Simulator(
        limits=False,
        ack_seconds=0.5,
        shortcuts=SHORTCUTS,
        request_url=f"http://127.0.0.1:{port}/slack/events",
    )
    await running.start()
    yield running
    await running.stop()


@pytest.fixture
async def http_bot(http_simulator: Simulator) -> AsyncIterator[Stranger]:
    """The same bot behind its request URL."""
    url = http_simulator.slack.app.request_url or ""
    port = int(url.split(":")[2].split("/")[0])
    async with over_http(http_simulator, port) as stranger:
        yield stranger
