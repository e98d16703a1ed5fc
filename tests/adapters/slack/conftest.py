"""The real adapter in front of a pretend Slack."""

import logging
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager

import pytest
from aiohttp import web
from slack_sdk.web.async_client import AsyncWebClient

from adapters.simulator.simulator import Shortcut, Simulator
from adapters.slack.app import SlackApp
from adapters.slack.chat import SlackChat
from adapters.slack.client import open_client
from tests.adapters.desk import Desk
from tests.patience import PATIENCE
from tests.ports import free_port

SHORTCUTS = (
    Shortcut("New task", "task_new"),
    Shortcut("Make it a task", "task_from_message", "message"),
)


@pytest.fixture(autouse=True)
def _quiet() -> Iterator[None]:
    names = ("slack_bolt", "slack_sdk")
    for name in names:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    yield
    for name in names:
        logging.getLogger(name).setLevel(logging.NOTSET)


@pytest.fixture
async def simulator() -> AsyncIterator[Simulator]:
    """A simulator of the tea-ware shop without rate limits, speaking Socket Mode."""
    running = Simulator(limits=False, ack_seconds=PATIENCE, shortcuts=SHORTCUTS)
    await running.start()
    yield running
    await running.stop()


@pytest.fixture
async def client(simulator: Simulator) -> AsyncIterator[AsyncWebClient]:
    """Our client of its Web API."""
    async with open_client(simulator.slack.app.bot_token, simulator.api_url) as client:
        yield client


@pytest.fixture
def chat(client: AsyncWebClient) -> SlackChat:
    """What the core says things with."""
    return SlackChat(client)


@pytest.fixture
def desk() -> Desk:
    """The core that events are brought to."""
    return Desk()


@pytest.fixture
async def app(
    simulator: Simulator, client: AsyncWebClient, desk: Desk
) -> AsyncIterator[SlackApp]:
    """The adapter, connected over Socket Mode."""
    app_token = simulator.slack.app.app_token
    app = SlackApp(
        client=client, receive=desk, clock=simulator.clock, app_token=app_token
    )
    await app.start()
    await simulator.slack.sockets.connected()
    yield app
    await app.stop()


@pytest.fixture
async def http_simulator() -> AsyncIterator[Simulator]:
    """A simulator that sends signed HTTP requests to a free port."""
    port = free_port()
    url = f"http://127.0.0.1:{port}/slack/events"
    running = Simulator(
        limits=False, ack_seconds=PATIENCE, shortcuts=SHORTCUTS, request_url=url
    )
    await running.start()
    yield running
    await running.stop()


@pytest.fixture
async def http_app(http_simulator: Simulator, desk: Desk) -> AsyncIterator[SlackApp]:
    """The adapter behind its request URL."""
    config = http_simulator.slack.app
    async with open_client(config.bot_token, http_simulator.api_url) as client:
        app = SlackApp(
            client=client,
            receive=desk,
            clock=http_simulator.clock,
            signing_secret=config.signing_secret,
        )
        await app.start()
        async with served(app, config.request_url or ""):
            yield app
        await app.stop()


@asynccontextmanager
async def served(app: SlackApp, url: str) -> AsyncIterator[None]:
    """The adapter's door mounted as the web room mounts it."""
    site = web.Application()
    site.add_routes([web.post("/slack/events", app.handle)])
    runner = web.AppRunner(site, access_log=None)
    await runner.setup()
    port = int(url.split(":")[2].split("/")[0])
    await web.TCPSite(runner, "127.0.0.1", port).start()
    yield
    await runner.cleanup()
