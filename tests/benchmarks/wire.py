"""Slack's wire from Slack's side: signed commands, as fast or as steadily as asked.

The client is the leanest there is, so that it does not limit what it measures.
"""

import asyncio
import hashlib
import hmac
import itertools
import time
from collections.abc import Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import quote_plus, urlencode

from tests.benchmarks.machine import percentile

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

COMMAND = "/crew"
TEAM, CHANNEL = "T0BENCH01", "C0BENCH01"
TOKEN, SECRET = "xoxb-bench", "8f742231b10e8888abcd99yyyzzz85a5"
PEOPLE = 64  # who type in turn: events of one person are worked on one by one
PATIENCE = 30.0
_numbers = itertools.count(1)

Text = Callable[[int], str]


def person(number: int) -> str:
    """The id of somebody who types."""
    return f"U0BENCH{number:04}"


def add_task(number: int) -> str:
    """The command that everything is measured by."""
    return f"task add Check banner prices {number} due friday !high"


@dataclass(frozen=True, slots=True)
class Commands:
    """Slash commands as Slack sends them, each signed and with an id of its own."""

    port: int
    hooks: str = "http://127.0.0.1:9/hook"
    text: Text = add_task
    people: int = PEOPLE

    def next(self) -> bytes:
        """The request of one more command."""
        number = next(_numbers)
        body = urlencode(self.fields(number)).encode()
        stamp = str(int(time.time()))
        base = b"v0:" + stamp.encode() + b":" + body
        signed = hmac.new(SECRET.encode(), base, hashlib.sha256).hexdigest()
        return (
            f"POST /slack/events HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\n"
            "Content-Type: application/x-www-form-urlencoded\r\n"
            f"X-Slack-Request-Timestamp: {stamp}\r\nX-Slack-Signature: v0={signed}\r\n"
            f"Content-Length: {len(body)}\r\n\r\n"
        ).encode() + body

    def fields(self, number: int) -> dict[str, str]:
        """What one command says (facts/slack.md §4)."""
        trigger = f"{time.time_ns()}.{number}.bench"
        return {
            "token": "x",
            "team_id": TEAM,
            "team_domain": "bench",
            "channel_id": CHANNEL,
            "channel_name": "prices",
            "user_id": person(number % self.people),
            "user_name": f"person{number % self.people}",
            "command": COMMAND,
            "text": self.text(number),
            "api_app_id": "A0BENCH01",
            "is_enterprise_install": "false",
            "response_url": f"{self.hooks}/{quote_plus(trigger)}",
            "trigger_id": trigger,
        }


@dataclass(slots=True)
class Load:
    """What came of a load: seconds each acknowledgement took, and all of it."""

    waits: list[float] = field(default_factory=list)
    seconds: float = 0.0
    refused: int = 0

    @property
    def rate(self) -> float:
        """Acknowledged in a second."""
        return len(self.waits) / self.seconds if self.seconds else 0.0

    def ms(self, share: float) -> float:
        """The wait below which that share lies, in milliseconds."""
        return percentile(self.waits, share) * 1000 if self.waits else float("inf")


class Line:
    """One connection that is kept: a request, then its answer."""

    def __init__(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        self._reader = reader
        self._writer = writer

    async def send(self, request: bytes) -> int:
        """The status of the answer."""
        self._writer.write(request)
        head = await self._reader.readuntil(b"\r\n\r\n")
        await self._reader.readexactly(_length(head))
        return int(head[9:12])

    def close(self) -> None:
        """Hangs up."""
        self._writer.close()


@asynccontextmanager
async def lines(port: int, count: int) -> "AsyncIterator[list[Line]]":
    """So many connections."""
    made = [
        Line(*await asyncio.open_connection("127.0.0.1", port)) for _ in range(count)
    ]
    try:
        yield made
    finally:
        for line in made:
            line.close()


async def closed_loop(commands: Commands, at_once: int, count: int) -> Load:
    """So many commands, each sent when one before was acknowledged."""
    load, left = Load(), iter(range(count))
    async with lines(commands.port, at_once) as made:
        started = time.perf_counter()
        async with asyncio.timeout(PATIENCE + count / 5):
            await asyncio.gather(
                *(_in_turn(line, commands, left, load) for line in made)
            )
        load.seconds = time.perf_counter() - started
    return load


async def open_loop(
    commands: Commands, rate: int, seconds: float, at_once: int
) -> Load:
    """Commands at a steady rate; waits count from when each was meant to be sent."""
    load = Load()
    due: Iterator[int] = iter(range(int(rate * seconds)))
    async with lines(commands.port, at_once) as made:
        started = time.perf_counter()
        async with asyncio.timeout(PATIENCE + seconds * 10):
            await asyncio.gather(
                *(_steadily(line, commands, due, rate, started, load) for line in made)
            )
        load.seconds = time.perf_counter() - started
    return load


async def _in_turn(
    line: Line, commands: Commands, left: Iterator[int], load: Load
) -> None:
    for _ in left:
        request = commands.next()
        await _send(line, request, time.perf_counter(), load)


async def _steadily(
    line: Line,
    commands: Commands,
    due: Iterator[int],
    rate: int,
    started: float,
    load: Load,
) -> None:
    for number in due:
        meant = started + number / rate
        request = commands.next()
        await asyncio.sleep(max(0.0, meant - time.perf_counter()))
        await _send(line, request, meant, load)


async def _send(line: Line, request: bytes, since: float, load: Load) -> None:
    status = await line.send(request)
    load.waits.append(time.perf_counter() - since)
    if status != 200:
        load.refused += 1


def _length(head: bytes) -> int:
    for row in head.split(b"\r\n")[1:]:
        name, _, value = row.partition(b":")
        if name.lower() == b"content-length":
            return int(value)
    return 0
