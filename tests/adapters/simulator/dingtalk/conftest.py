"""A running DingTalk whose time stands still, and a bot by strangers."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from adapters.simulator.clock import MovableClock
from adapters.simulator.company import TEAWARE_EUROPE
from adapters.simulator.dingtalk.app import DingTalkApp, Pace
from adapters.simulator.dingtalk.side import DingTalkSide
from adapters.simulator.dingtalk.stage import DingTalkStage
from adapters.simulator.simulator import Simulator
from tests.adapters.simulator.dingtalk.stranger import Stranger, Stream, stranger_of

START = datetime(2026, 11, 2, 1, 0, tzinfo=UTC)
QUICK = Pace(message_ack=0.2, http_ack=0.2, card_ack=0.2)


@pytest.fixture
def app() -> DingTalkApp:
    """The app as it is set up in the console; tests may bring another one."""
    return DingTalkApp(limits=False, pace=QUICK)


@pytest.fixture
async def simulator(app: DingTalkApp) -> AsyncIterator[Simulator]:
    """A simulator of the tea-ware shop."""
    running = Simulator(
        TEAWARE_EUROPE,
        clock=MovableClock(START, monotonic=lambda: 0.0),
        dingtalk_app=app,
    )
    await running.start()
    yield running
    await running.stop()


@pytest.fixture
def ding(simulator: Simulator) -> DingTalkSide:
    """The pretend DingTalk."""
    return simulator.dingtalk


@pytest.fixture
def stage(ding: DingTalkSide) -> DingTalkStage:
    """The people at their clients."""
    return DingTalkStage(ding)


@pytest.fixture
async def stranger(simulator: Simulator) -> AsyncIterator[Stranger]:
    """A bot by strangers, not connected yet."""
    async with stranger_of(simulator) as someone:
        yield someone


@pytest.fixture
async def stream(stranger: Stranger) -> AsyncIterator[Stream]:
    """The same bot's Stream connection."""
    connection = await stranger.connect()
    yield connection
    await connection.socket.close()
