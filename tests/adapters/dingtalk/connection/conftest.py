"""The real adapter in front of a pretend DingTalk."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from adapters.dingtalk.api import DingTalkApi, open_api
from adapters.dingtalk.directory import DingTalkDirectory
from tests.adapters.desk import Desk
from tests.adapters.dingtalk.connection.pretend import CLIENT, SECRET, Pretend
from tests.adapters.dingtalk.connection.time import Slow, Swift
from tests.fakes.clock import FakeClock

CORP = "ding1"


@pytest.fixture
async def dingtalk() -> AsyncIterator[Pretend]:
    """A pretend DingTalk that is running."""
    running = Pretend()
    await running.start()
    yield running
    await running.stop()


@pytest.fixture
def swift() -> Swift:
    """Time in which waiting takes no time."""
    return Swift()


@pytest.fixture
def slow() -> Slow:
    """Time that a test moves."""
    return Slow()


@pytest.fixture
def metered() -> list[str]:
    """The calls that cost something."""
    return []


@pytest.fixture
async def api(
    dingtalk: Pretend, swift: Swift, metered: list[str]
) -> AsyncIterator[DingTalkApi]:
    """Our client of both APIs."""
    async with open_api(
        CLIENT,
        SECRET,
        api_url=dingtalk.url,
        oapi_url=dingtalk.url,
        time=swift.time,
        meter=metered.append,
    ) as api:
        yield api


@pytest.fixture
def directory(api: DingTalkApi) -> DingTalkDirectory:
    """Who is in the company."""
    return DingTalkDirectory(api, CORP)


@pytest.fixture
def clock() -> FakeClock:
    """The wall clock; it agrees with the bodies of messages."""
    return FakeClock(datetime(2026, 3, 2, 7, 0, 1, tzinfo=UTC))


@pytest.fixture
def desk() -> Desk:
    """The core that events are brought to."""
    return Desk()
