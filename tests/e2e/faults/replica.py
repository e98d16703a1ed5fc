"""One process of the bot, as its owner runs it; and what can be done to it."""

import asyncio
import resource
import signal
from dataclasses import dataclass
from multiprocessing.process import BaseProcess
from os import kill
from pathlib import Path
from time import monotonic

from tests.e2e.faults.clock import SharedClock
from tests.e2e.faults.company import CORP, ROBOT, TEMPLATE
from tests.e2e.faults.shifted import LIVES, live

START = 60.0  # seconds until it must be there
KEY = "of no shop"


@dataclass
class Replica:
    """One of them, by name; `log` is where all of its lives wrote to."""

    name: str
    clock: SharedClock
    log: Path
    settings: dict[str, str]
    port: int = 0  # where shops reach it, in each of its lives
    process: BaseProcess | None = None
    spawned: float = 0.0
    lives: int = 0

    @property
    def token(self) -> str:
        """What it opens its socket with: by that it is known at the other end."""
        return f"xapp-{self.name}"

    @property
    def alive(self) -> bool:
        """Whether it runs."""
        return self.process is not None and self.process.is_alive()

    async def spawn(self) -> None:
        """Starts it."""
        told = {"SLACK_APP_TOKEN": self.token, "SHOPCREW_PORT": str(self.port)}
        own = self.settings | told
        args = (own, self.clock.path, self.log)
        self.process = LIVES.Process(target=live, args=args, daemon=True)
        await asyncio.to_thread(self.process.start)
        self.spawned = monotonic()
        self.lives += 1

    async def kill(self) -> None:
        """Ends it as a loss of power would."""
        await self._end(signal.SIGKILL)

    async def stop(self) -> float:
        """Asks it to end; the seconds that took."""
        began = monotonic()
        await self._end(signal.SIGTERM)
        return monotonic() - began

    def freeze(self) -> None:
        """Stops it in the middle of whatever it does."""
        self._send(signal.SIGSTOP)

    def thaw(self) -> None:
        """Lets it go on as if nothing had been."""
        self._send(signal.SIGCONT)

    def limit_files(self, size: int | None) -> None:
        """Lets no file of it grow beyond this size: its disk is full."""
        if self.process and self.process.pid and self.alive:
            pid, what = self.process.pid, resource.RLIMIT_FSIZE
            _, most = resource.prlimit(pid, what)
            resource.prlimit(pid, what, (most if size is None else size, most))

    def _send(self, sign: int) -> None:
        if self.process and self.process.pid and self.alive:
            kill(self.process.pid, sign)

    async def _end(self, sign: int) -> None:
        if self.process is None or not self.alive:
            return
        self._send(sign)
        await asyncio.to_thread(self.process.join, START)
        if self.alive:
            self._send(signal.SIGKILL)
            await asyncio.to_thread(self.process.join)


def settings(database: str, url: str, *, cards: bool) -> dict[str, str]:
    """What the owner has set; the app token is every process's own."""
    return {
        "SHOPCREW_DATABASE_URL": database,
        "SHOPCREW_TIMEZONE": "Europe/Berlin",
        "SHOPCREW_SECRET_KEY": KEY,
        "SLACK_BOT_TOKEN": "xoxb-faults",
        "SLACK_API_URL": f"{url}/slack/api/",
        "DINGTALK_CLIENT_ID": ROBOT,
        "DINGTALK_CLIENT_SECRET": "of no app",
        "DINGTALK_CORP_ID": CORP,
        "DINGTALK_API_URL": f"{url}/ding/api/",
        "DINGTALK_OAPI_URL": f"{url}/ding/oapi/",
        "DINGTALK_LEAVE": "false",
        "DINGTALK_MONTHLY_CALLS": "0",
        "DINGTALK_MONTHLY_PUSHES": "0",
        "DINGTALK_CARD_TEMPLATE_ID": TEMPLATE if cards else "",
    }
