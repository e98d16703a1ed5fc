"""A day at a company that lives in three zones, with a clock that the test moves.

Everything runs in this process: the pretend Slack, the wire to it, and the house as
`bot.bootstrap` joins it. Time stands still unless it is moved.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from adapters.simulator.clock import MovableClock
from adapters.simulator.company import Channel, Employee, company
from adapters.simulator.journey import Idle
from adapters.simulator.simulator import Simulator
from adapters.slack import SLACK
from bot.bootstrap import House, open_house, started
from bot.rituals.directory import meet_everyone
from bot.settings import Settings, load
from tests.e2e.hands import Hands
from tests.e2e.wire import Json, words
from tests.patience import PATIENCE

ANNA, JONAS, LIWEI, WANG, SAM, GRACE, BOT = (
    "U0ANNA1", "U0JONAS1", "U0LIWEI1", "U0WANGF1", "U0SAM01", "U0GRACE1", "U0CREW1",
)  # fmt: skip
BERLIN, SHANGHAI, NEW_YORK = "Europe/Berlin", "Asia/Shanghai", "America/New_York"
PEOPLE = (
    Employee(ANNA, "anna", "Anna Berger", tz=BERLIN, is_admin=True),
    Employee(JONAS, "jonas", "Jonas Weber", tz=BERLIN),
    Employee(LIWEI, "liwei", "李伟", tz=SHANGHAI, locale="zh-CN"),
    Employee(WANG, "wangfang", "Wang Fang", tz=SHANGHAI),
    Employee(SAM, "sam", "Sam Taylor", tz=NEW_YORK),
    Employee(GRACE, "grace", "Grace Chen", tz=NEW_YORK),
)
SHOP = Channel("C0SHOP", "shop", (*(each.id for each in PEOPLE), BOT))


@dataclass(repr=False)
class Day(Hands):
    """The company, and the house that serves it."""

    settings: Settings
    open: AsyncExitStack

    async def restart(self) -> None:
        """Stops the house and opens it again on the same database."""
        self.simulator.driver = Idle()
        await self.open.aclose()
        self.open = AsyncExitStack()
        self.house = await _opened(self.open, self.settings, self.simulator)
        await self.settle()

    def read(self, who: str, where: str | None = None) -> list[Json]:
        """What a person reads, oldest first."""
        return self.simulator.side_of(who).messages(who, where, None)

    def sent(self, part: str) -> list[Json]:
        """What the bot sent on its own, by a part of its key, oldest first."""
        everything = self.simulator.sides[0].messages(None, None, None)
        return [message for message in everything if part in key_of(message)]

    def says(self, part: str) -> list[str]:
        """What those messages say now."""
        return [words(message) for message in self.sent(part)]

    def readers(self, part: str) -> list[str]:
        """Who got those direct messages, each message counted."""
        conversations = self.simulator.slack.workspace.conversations
        return sorted(str(conversations[m["in"]].user) for m in self.sent(part))

    def pinged(self, where: str) -> set[str]:
        """Whom the messages for everybody in a channel notified."""
        side = self.simulator.slack
        told = [
            message
            for message in side.workspace.messages(where)
            if message.user == BOT and message.ephemeral_to is None
        ]
        return {who for message in told for who in side.notified(message)}


def key_of(message: Json) -> str:
    """The key that the courier left with a message."""
    kept: Any = (message.get("metadata") or {}).get("event_payload") or {}
    return str(kept.get("key", ""))


@asynccontextmanager
async def a_day(database_url: str, start: datetime) -> AsyncIterator[Day]:
    """The company with the bot connected by Socket Mode, at this moment."""
    clock = MovableClock(start, monotonic=lambda: 0.0)
    simulator = Simulator(
        company(PEOPLE, (SHOP,)), clock, limits=False, ack_seconds=PATIENCE
    )
    async with AsyncExitStack() as stack:
        await simulator.start()
        stack.push_async_callback(simulator.stop)
        app = simulator.slack.app
        settings = load(
            shopcrew_database_url=database_url,
            shopcrew_timezone=BERLIN,
            shopcrew_country="DE",
            slack_bot_token=app.bot_token,
            slack_app_token=app.app_token,
            slack_api_url=simulator.api_url,
        )
        opened = AsyncExitStack()
        house = await _opened(opened, settings, simulator)
        day = Day(simulator, house, settings, opened)
        stack.push_async_callback(lambda: day.open.aclose())
        yield day


async def _opened(
    stack: AsyncExitStack, settings: Settings, simulator: Simulator
) -> House:
    house = await stack.enter_async_context(open_house(settings, simulator.clock))
    simulator.driver = house.crew.pulse
    await stack.enter_async_context(started(house, asyncio.Event()))
    tenant = simulator.slack.workspace.company.team_id
    await meet_everyone(house.crew.world, SLACK, tenant)  # also done in the background
    return house
