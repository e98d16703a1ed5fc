"""The product as its owner runs it: a process of its own, connected to a pretend
Slack.
"""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from adapters.simulator.side import Press
from adapters.simulator.simulator import Shortcut, Simulator
from adapters.simulator.slack.app import DEFAULT_SCOPES
from adapters.slack.manifest import THREAD_SCOPES
from bot.commands import COMMANDS
from tests.patience import PATIENCE
from tests.ports import free_port

Mode = Literal["socket", "http"]
Json = dict[str, Any]


@dataclass
class Shop:
    """A company at the simulator, and the bot's process at the other end."""

    simulator: Simulator
    database: Path
    mode: Mode
    port: int
    process: asyncio.subprocess.Process | None = None
    log: list[str] = field(default_factory=list)

    async def start_bot(self) -> None:
        """Starts `shopcrew run` and waits until Slack can reach it."""
        self.process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "bot",
            "run",
            env=self._environment(),
            stderr=asyncio.subprocess.PIPE,
        )
        await asyncio.wait_for(self._read_until("connected"), PATIENCE)
        self._reader = asyncio.create_task(self._read_on())

    async def kill_bot(self) -> None:
        """Kills the process as a loss of power would."""
        assert self.process
        self.process.kill()
        await self.process.wait()
        await self._reader

    async def stop_bot(self) -> int:
        """Asks the process to end; its exit status."""
        assert self.process
        if self.process.returncode is None:
            self.process.send_signal(signal.SIGTERM)
        status = await asyncio.wait_for(self.process.wait(), PATIENCE)
        await self._reader
        return status

    async def say(self, who: str, where: str, text: str) -> Json:
        """Types a message or a command."""
        return await self.simulator.side_of(who).say(who, where, text, None)

    async def press(
        self, who: str, button: str, message: Json, value: str = ""
    ) -> Json:
        """Presses a button of a message, by its label or its action."""
        click = Press(button, message=message["ts"], value=value or None)
        return await self.simulator.side_of(who).press(who, click)

    async def submit(self, who: str, **values: str) -> Json:
        """Sends the modal that is open."""
        return await self.simulator.side_of(who).submit(who, values)

    def read(self, who: str, where: str | None = None) -> list[Json]:
        """What a person reads, oldest first."""
        return self.simulator.side_of(who).messages(who, where, None)

    async def until(self, find: Callable[[], Any], what: str) -> Any:
        """The first true result of `find`; looked at whenever something changed."""
        deadline = asyncio.get_running_loop().time() + PATIENCE
        while asyncio.get_running_loop().time() < deadline:
            seen = self.simulator.revisions.number
            if found := find():
                return found
            await self.simulator.revisions.beyond(seen, timeout_seconds=0.5)
        raise AssertionError(
            f"{what} did not come; the bot said:\n" + "".join(self.log[-20:])
        )

    async def message(self, who: str, where: str | None, containing: str) -> Json:
        """The newest message that contains these words, once there is one."""

        def find() -> Json | None:
            mine = [m for m in self.read(who, where) if containing in words(m)]
            return mine[-1] if mine else None

        found: Json = await self.until(find, f"“{containing}” for {who} in {where}")
        return found

    async def modal(self, who: str) -> Json:
        """The modal that is open for a person, once there is one."""
        side = self.simulator.side_of(who)
        found: Json = await self.until(
            lambda: side.view(who)["modal"], f"a modal for {who}"
        )
        return found

    def _environment(self) -> dict[str, str]:
        app = self.simulator.slack.app
        own = {
            "SHOPCREW_DATABASE_URL": f"sqlite+aiosqlite:///{self.database}",
            "SHOPCREW_PORT": str(self.port),
            "SHOPCREW_TIMEZONE": "Europe/Berlin",
            "SLACK_BOT_TOKEN": app.bot_token,
            "SLACK_API_URL": self.simulator.api_url,
        }
        if self.mode == "socket":
            return os.environ | own | {"SLACK_APP_TOKEN": app.app_token}
        return os.environ | own | {"SLACK_SIGNING_SECRET": app.signing_secret}

    async def _read_until(self, word: str) -> None:
        assert self.process
        assert self.process.stderr
        while line := (await self.process.stderr.readline()).decode():
            self.log.append(line)
            if word in line:
                return
        raise AssertionError("the bot did not start:\n" + "".join(self.log))

    async def _read_on(self) -> None:
        assert self.process
        assert self.process.stderr
        async for line in self.process.stderr:
            self.log.append(line.decode())


def words(message: Json) -> str:
    """Everything a message says, from its blocks or its text."""
    return (
        " ".join(_texts(message["blocks"]))
        if message["blocks"]
        else str(message["text"])
    )


def _texts(part: Any) -> list[str]:
    if isinstance(part, list):
        return [text for one in part for text in _texts(one)]
    if not isinstance(part, dict):
        return []
    own = [part[key] for key in ("text", "fallback") if isinstance(part.get(key), str)]
    nested = [
        part[key] for key in ("elements", "text", "accessory", "fields") if key in part
    ]
    return own + [text for one in nested for text in _texts(one)]


@asynccontextmanager
async def a_shop(mode: Mode, folder: Path) -> AsyncIterator[Shop]:
    """A simulator with the sample company, and the bot connected to it."""
    port = free_port()
    url = f"http://127.0.0.1:{port}/slack/events" if mode == "http" else None
    simulator = Simulator(
        shortcuts=known_shortcuts(),
        scopes=(*DEFAULT_SCOPES, *THREAD_SCOPES),
        request_url=url,
        limits=False,
        ack_seconds=PATIENCE,
    )
    await simulator.start()
    shop = Shop(simulator, folder / "shop.db", mode, port)
    try:
        await shop.start_bot()
        yield shop
    finally:
        if shop.process and shop.process.returncode is None:
            await shop.stop_bot()
        await simulator.stop()


def known_shortcuts() -> list[Shortcut]:
    """The bot's shortcuts, as its app declares them."""
    return [
        Shortcut(one.label, one.name, "message" if one.on_message else "global")
        for one in COMMANDS.shortcuts.values()
    ]
