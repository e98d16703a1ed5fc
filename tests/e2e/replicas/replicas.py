"""Processes of the bot as their owner runs them, side by side over one database."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from time import monotonic
from typing import TypeVar

from adapters.simulator.company import TEAWARE_EUROPE
from adapters.simulator.faults import Fault
from adapters.simulator.revisions import Revisions
from adapters.simulator.simulator import Simulator
from storage.database.engine import connect
from storage.unit_of_work import SqlStore
from tests.databases import Kind, fresh_url
from tests.e2e.two_chats import said

PATIENCE = 60.0  # seconds within which everything has to happen that must
PEOPLE = tuple(person.id for person in TEAWARE_EUROPE.people if not person.deleted)
MANY = 1000
DM = "dm"
T = TypeVar("T")


@dataclass
class Replica:
    """One process; `log` is what it said."""

    process: asyncio.subprocess.Process
    log: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._heard = Revisions()
        self._reading = asyncio.create_task(self._read())

    async def says(self, word: str) -> None:
        """Returns when it has said the word."""
        async with asyncio.timeout(PATIENCE):
            while not any(word in line for line in self.log):
                assert self.alive, "it ended:\n" + "".join(self.log)
                await self._heard.beyond(self._heard.number, timeout_seconds=0.5)

    async def kill(self) -> None:
        """Ends it as a loss of power would."""
        self.process.kill()
        await self._ended()

    async def stop(self) -> float:
        """Asks it to end; the seconds that took."""
        began = monotonic()
        self.process.send_signal(signal.SIGTERM)
        assert await self._ended() == 0, "".join(self.log[-30:])
        return monotonic() - began

    @property
    def alive(self) -> bool:
        """Whether it runs."""
        return self.process.returncode is None

    async def _ended(self) -> int:
        async with asyncio.timeout(PATIENCE):
            await self._reading
            return await self.process.wait()

    async def _read(self) -> None:
        assert self.process.stderr
        async for line in self.process.stderr:
            self.log.append(line.decode())
            self._heard.bump()


@dataclass
class Shop:
    """A company on two chats, and the processes that serve it."""

    simulator: Simulator
    url: str
    replicas: list[Replica] = field(default_factory=list)

    async def start(self, count: int = 1) -> None:
        """Starts so many processes more; returns when they are connected."""
        started = [Replica(await self._spawn()) for _ in range(count)]
        self.replicas += started
        for chat in ("slack", "dingtalk"):
            said = f"connected platform={chat}"
            await asyncio.gather(*(each.says(said) for each in started))

    async def say(self, who: str, text: str, where: str = DM) -> None:
        """Types something to the bot."""
        await self.simulator.side_of(who).say(who, where, text, None)

    def hang(self, method: str) -> None:
        """Slack does not answer this call any more."""
        self._hanging = Fault("slow", method, count=MANY, seconds=2 * PATIENCE)
        self.simulator.slack.faults.arm(self._hanging)

    @property
    def hangs(self) -> bool:
        """Whether somebody waits for an answer that does not come."""
        return self._hanging.count < MANY

    def read(self, who: str, where: str = DM) -> list[str]:
        """What the bot has said there, oldest first."""
        found = self.simulator.side_of(who).messages(who, where, None)
        return [said(each) for each in found if each["bot"]]

    async def until(self, find: Callable[[], T], what: str) -> T:
        """The first true result of `find`."""
        deadline = monotonic() + PATIENCE
        while monotonic() < deadline:
            seen = self.simulator.revisions.number
            if found := find():
                return found
            await self.simulator.revisions.beyond(seen, timeout_seconds=0.5)
        said = "".join(line for each in self.replicas for line in each.log[-20:])
        raise AssertionError(f"{what} did not come; they said:\n{said}")

    @asynccontextmanager
    async def store(self) -> AsyncIterator[SqlStore]:
        """Its database, as another process sees it."""
        database = await connect(self.url)
        try:
            yield SqlStore(database)
        finally:
            await database.close()

    async def end(self) -> None:
        """Ends every process that lives."""
        for each in self.replicas:
            if each.alive:
                await each.kill()

    async def _spawn(self) -> asyncio.subprocess.Process:
        return await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "bot",
            "run",
            env=os.environ | self._settings(),
            stderr=asyncio.subprocess.PIPE,
        )

    def _settings(self) -> dict[str, str]:
        slack, dingtalk = self.simulator.slack, self.simulator.dingtalk
        return {
            "SHOPCREW_DATABASE_URL": self.url,
            "SHOPCREW_PORT": "0",
            "SHOPCREW_TIMEZONE": "Europe/Berlin",
            "SLACK_BOT_TOKEN": slack.app.bot_token,
            "SLACK_APP_TOKEN": slack.app.app_token,
            "SLACK_API_URL": self.simulator.api_url,
            "DINGTALK_CLIENT_ID": dingtalk.app.client_id,
            "DINGTALK_CLIENT_SECRET": dingtalk.app.client_secret,
            "DINGTALK_CORP_ID": dingtalk.organization.company.corp_id,
            "DINGTALK_API_URL": dingtalk.api_url,
            "DINGTALK_OAPI_URL": dingtalk.oapi_url,
            "DINGTALK_MONTHLY_CALLS": "0",
            "DINGTALK_MONTHLY_PUSHES": "0",
        }


@asynccontextmanager
async def a_shop(kind: Kind = "postgresql") -> AsyncIterator[Shop]:
    """A company that nobody serves yet."""
    simulator = Simulator(limits=False)
    await simulator.start()
    try:
        async with fresh_url(kind) as url:
            shop = Shop(simulator, url)
            try:
                yield shop
            finally:
                await shop.end()
    finally:
        await simulator.stop()
