"""What is measured, in processes of their own, as their owners run them."""

import asyncio
import os
import signal
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import aiohttp

from tests.benchmarks.machine import asking_cores, cpu, memory, pin, serving_cores
from tests.benchmarks.slack import Wire, looked_at
from tests.benchmarks.wire import SECRET, TOKEN
from tests.ports import free_port
from tests.sources import ROOT

START = 60.0  # seconds until something that does not start counts as broken
STOP = 20.0
KEY = "bench-bench-bench-bench-bench-bench"


@dataclass(frozen=True, slots=True)
class Running:
    """A server that answers on its port."""

    name: str
    port: int
    process: asyncio.subprocess.Process
    log: Path

    @property
    def cpu(self) -> float:
        """Seconds of CPU it has used."""
        return cpu(self.process.pid)

    @property
    def memory(self) -> float:
        """Megabytes it holds."""
        return memory(self.process.pid)


@asynccontextmanager
async def fake_slack(people: int = 64) -> AsyncIterator[Wire]:
    """A Slack beside, never on the core of what is measured."""
    port = free_port()
    words = ["tests.benchmarks.slack", "--port", str(port), "--people", str(people)]
    async with (
        running("slack", words, port, "/bench/counts", {}, serving=False),
        looked_at(port) as wire,
    ):
        yield wire


@asynccontextmanager
async def bolt(variant: str, api: str) -> AsyncIterator[Running]:
    """Stock Bolt in one of its variants."""
    port = free_port()
    words = ["tests.benchmarks.bolt", variant, "--port", str(port), "--api", api]
    async with running(variant, words, port, "/", {}) as server:
        yield server


@asynccontextmanager
async def shopcrew(
    name: str, url: str, api: str, **more: str
) -> AsyncIterator[Running]:
    """The product: `shopcrew run` over HTTP, with its database at `url`."""
    port = free_port()
    environment = {**settings(url, port, api), **more}
    words = ["bot", "run"]
    async with running(name, words, port, "/readyz", environment) as server:
        yield server


def settings(url: str, port: int, api: str) -> dict[str, str]:
    """What `shopcrew run` is told: one Slack workspace over HTTP."""
    return {
        "SHOPCREW_DATABASE_URL": url,
        "SHOPCREW_PORT": str(port),
        "SHOPCREW_TIMEZONE": "Europe/Berlin",
        "SHOPCREW_SECRET_KEY": KEY,
        "SLACK_BOT_TOKEN": TOKEN,
        "SLACK_SIGNING_SECRET": SECRET,
        "SLACK_API_URL": api,
    }


@asynccontextmanager
async def running(
    name: str,
    words: Sequence[str],
    port: int,
    path: str,
    environment: dict[str, str],
    *,
    serving: bool = True,
) -> AsyncIterator[Running]:
    """A server from when it answers at `path` until it is not needed."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        log = Path(folder, "log")
        server = await start(name, words, port, environment, log, serving=serving)
        try:
            await answers(server, path)
            yield server
        finally:
            await stop(server)


async def start(
    name: str,
    words: Sequence[str],
    port: int,
    environment: dict[str, str],
    log: Path,
    *,
    serving: bool = True,
) -> Running:
    """Starts it, in a folder without anybody's `.env`."""
    with log.open("wb") as written:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            *words,
            cwd=log.parent,
            env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
            stdout=written,
            stderr=written,
        )
    pin(process.pid, serving_cores() if serving else asking_cores())
    return Running(name, port, process, log)


async def answers(running: Running, path: str) -> None:
    """Waits until it serves. Raises RuntimeError with its last words."""
    until = time.monotonic() + START
    async with aiohttp.ClientSession() as session:
        while time.monotonic() < until and running.process.returncode is None:
            try:
                url = f"http://127.0.0.1:{running.port}{path}"
                async with session.get(url) as answer:
                    if answer.status != 503:
                        return
            except aiohttp.ClientError:
                pass
            await asyncio.sleep(0.02)
    last = running.log.read_text(errors="replace")[-2000:]
    raise RuntimeError(f"{running.name} does not serve:\n{last}")


async def stop(running: Running) -> None:
    """Asks it to end, and ends it where it does not."""
    process = running.process
    if process.returncode is None:
        process.send_signal(signal.SIGTERM)
        try:
            await asyncio.wait_for(process.wait(), STOP)
        except TimeoutError:
            process.kill()
            await process.wait()
