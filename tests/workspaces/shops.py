"""Several companies on Slack, one house that serves them all, and their browsers.

Everybody there has the same ids: only the workspace tells two people apart.
"""

import asyncio
import re
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from html import unescape
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from aiohttp import ClientSession
from aiohttp.test_utils import TestServer

from adapters.simulator.clock import MovableClock
from adapters.simulator.company import Channel, Employee, company
from adapters.simulator.side import Press
from adapters.simulator.simulator import Shortcut, Simulator
from adapters.simulator.slack.app import SIGNING_SECRET
from adapters.simulator.slack.market import CLIENT_ID, CLIENT_SECRET, Market
from adapters.web.app import build
from bot.bootstrap import House, open_house, started
from bot.commands import COMMANDS
from bot.settings import Settings, load
from tests.e2e.hands import well
from tests.e2e.wire import Json, words
from tests.patience import PATIENCE

PUBLIC = "https://tea.example"
REDIRECT = f"{PUBLIC}/slack/oauth_redirect"
MONDAY = datetime(2026, 6, 8, 7, 0, tzinfo=UTC)  # 09:00 in Berlin
ANNA, BO = "U0ANNA1", "U0BO01"
NORTH, SOUTH, EAST = "T0NORTH", "T0SOUTH", "T0EAST"
NAMES = {NORTH: "North Tea", SOUTH: "South Silk", EAST: "东方瓷器"}
SOON = timedelta(seconds=10)


@dataclass(slots=True)
class Browser:
    """Somebody's browser: it keeps cookies and follows links."""

    door: str
    language: str = "en"
    cookies: dict[str, str] = field(default_factory=dict)
    status: int = 0
    page: str = ""

    async def opens(self, address: str) -> str:
        """Opens a page of ours; what it says."""
        parts = urlsplit(address)
        path = f"{parts.path}?{parts.query}"
        headers = {"Accept-Language": self.language}
        async with (
            ClientSession(cookies=self.cookies) as session,
            session.get(self.door + path, headers=headers) as answer,
        ):
            self.status, self.page = answer.status, await answer.text()
            self.cookies |= {name: c.value for name, c in answer.cookies.items()}
        return unescape(
            re.sub(r"<style.*?</style>|<[^>]+>", " ", self.page, flags=re.S)
        )

    @property
    def way(self) -> str:
        """The link of the page."""
        found = re.search(r'<a href="([^"]+)"', self.page)
        assert found, self.page
        return unescape(found[1])

    @property
    def asked(self) -> Json:
        """What the link asks the platform for."""
        return dict(parse_qsl(urlsplit(self.way).query))


@dataclass(repr=False)
class Shops:
    """The companies, the market where the app is, and the house."""

    clock: MovableClock
    simulators: dict[str, Simulator]
    market: Market
    settings: Settings
    house: House
    door: str
    open: AsyncExitStack

    def browser(self, language: str = "en") -> Browser:
        """A browser that has never been here."""
        return Browser(self.door, language)

    async def installs(
        self, team: str, address: str = f"{PUBLIC}/slack/install", who: str = ANNA
    ) -> str:
        """Somebody installs the app in their workspace; what the last page says."""
        browser = self.browser()
        await browser.opens(address)
        back = self.market.allow(browser.asked, team, who)
        said = await browser.opens(back)
        await self.settle()
        return said

    async def say(self, team: str, who: str, where: str, text: str) -> None:
        """Types something in a workspace."""
        well(await self.simulators[team].side_of(who).say(who, where, text, None))
        await self.settle()

    async def press(self, team: str, who: str, button: str, message: Json) -> None:
        """Presses a button there."""
        click = Press(button, message=message["ts"])
        well(await self.simulators[team].side_of(who).press(who, click))
        await self.settle()

    async def submit(self, team: str, who: str, **values: str) -> None:
        """Sends the modal that is open there."""
        well(await self.simulators[team].side_of(who).submit(who, values))
        await self.settle()

    def read(self, team: str, who: str, where: str, containing: str = "") -> list[Any]:
        """The bot's messages that somebody reads in a place there, oldest first."""
        found = self.simulators[team].side_of(who).messages(who, where, None)
        return [m for m in found if m["bot"] and containing in words(m)]

    def said(self, team: str) -> str:
        """Everything the bot said in a workspace, wherever."""
        slack = self.simulators[team].slack
        return str([r.arguments for r in slack.requests])

    async def removes(self, team: str) -> None:
        """Somebody removes the app from their workspace."""
        self.simulators[team].slack.uninstall()
        await self.settle()

    async def until(self, moment: datetime) -> None:
        """Moves the clock on, through everything that is due on the way."""
        while self.clock.now() < moment:
            crews = self.house.crews.all
            dues = [await crew.pulse.next_due() for crew in crews]
            nexts = [due for due in dues if due and due > self.clock.now()]
            self.clock.set(min([*nexts, moment]))
            await self.settle()

    async def settle(self) -> None:
        """Returns when nothing is on its way in any direction."""
        await self._settle()
        until = self.clock.now() + SOON
        while (turns := self._turns()) and min(turns) <= until:
            self.clock.set(max(min(turns), self.clock.now()))
            await self._settle()

    def _turns(self) -> Sequence[datetime]:
        found = (crew.courier.next_turn() for crew in self.house.crews.all)
        return [turn for turn in found if turn]

    async def _settle(self) -> None:
        for _ in range(2):
            for simulator in self.simulators.values():
                await simulator.idle()
            for crew in self.house.crews.all:
                await crew.pulse.settle()
            background = [t for t in self.house.crews.tasks if "run" not in str(t)]
            await asyncio.wait(background, timeout=5) if background else None
        for simulator in self.simulators.values():
            await simulator.idle()

    async def reopen(self, **changes: object) -> None:
        """The bot is started anew on the same database."""
        await self.open.aclose()
        self.open = AsyncExitStack()
        self.settings = self.settings.model_copy(update=changes)
        self.house, self.door = await _opened(self.open, self.settings, self.clock)
        for simulator in self.simulators.values():
            await simulator.slack.deliver_to(f"{self.door}/slack/events")
        await self.settle()


@asynccontextmanager
async def shops(
    url: str, *teams: str, rotates: bool = False, **more: object
) -> AsyncIterator[Shops]:
    """The companies, none of which has the app yet."""
    clock = MovableClock(MONDAY, monotonic=lambda: 0.0)
    async with AsyncExitStack() as stack:
        simulators: dict[str, Simulator] = {}
        for team in teams:
            simulator = Simulator(
                _company(team),
                clock,
                limits=False,
                ack_seconds=PATIENCE,
                dingtalk=None,
                bot_token=f"xoxb-owner-{team}",
                shortcuts=_shortcuts(),
            )
            await simulator.start()
            stack.push_async_callback(simulator.stop)
            simulators[team] = simulator
        sides = [simulator.slack for simulator in simulators.values()]
        market = Market(sides, clock, (REDIRECT,), rotates)
        server = TestServer(market.app())
        await server.start_server()
        stack.push_async_callback(server.close)
        settings = _settings(url, str(server.make_url("/api/")), **more)
        opened = AsyncExitStack()
        house, door = await _opened(opened, settings, clock)
        for simulator in simulators.values():
            await simulator.slack.deliver_to(f"{door}/slack/events")
        there = Shops(clock, simulators, market, settings, house, door, opened)
        stack.push_async_callback(lambda: there.open.aclose())
        await there.settle()
        yield there


async def _opened(
    stack: AsyncExitStack, settings: Settings, clock: MovableClock
) -> tuple[House, str]:
    house = await stack.enter_async_context(open_house(settings, clock))
    server = TestServer(build(house.ready, house.routes))
    await server.start_server()
    stack.push_async_callback(server.close)
    await stack.enter_async_context(started(house, asyncio.Event()))
    return house, str(server.make_url("")).rstrip("/")


def _settings(url: str, api: str, **more: object) -> Settings:
    wanted = {
        "shopcrew_database_url": url,
        "shopcrew_timezone": "Europe/Berlin",
        "shopcrew_country": "DE",
        "shopcrew_public_url": PUBLIC,
        "shopcrew_secret_key": "a key for the test",
        "slack_client_id": CLIENT_ID,
        "slack_client_secret": CLIENT_SECRET,
        "slack_signing_secret": SIGNING_SECRET,
        "slack_api_url": api,
    }
    return load(**wanted | more)


def _company(team: str) -> Any:
    people = (
        Employee(
            ANNA, "anna", f"Anna of {NAMES[team]}", is_admin=True,
            email=f"anna@{team.lower()}.example",
        ),
        Employee(BO, "bo", f"Bo of {NAMES[team]}", email=f"bo@{team.lower()}.example"),
    )  # fmt: skip
    shop = Channel("C0SHOP", "shop", (ANNA, BO, "U0CREW1"))
    return replace(company(people, (shop,), name=NAMES[team]), team_id=team)


def _shortcuts() -> list[Shortcut]:
    return [
        Shortcut(one.label, one.name, "message" if one.on_message else "global")
        for one in COMMANDS.shortcuts.values()
    ]
