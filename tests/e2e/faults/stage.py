"""Everything of one run: the chats, the processes, the people, the clock."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from time import monotonic

from aiohttp import web

from tests.e2e.faults import replica
from tests.e2e.faults.books import Books
from tests.e2e.faults.clock import SharedClock
from tests.e2e.faults.company import CHANNEL, GROUP, MATES
from tests.e2e.faults.crowd import Crowd
from tests.e2e.faults.dingtalk import DingTalk
from tests.e2e.faults.door import Door
from tests.e2e.faults.ledger import Ledger
from tests.e2e.faults.patience import until
from tests.e2e.faults.replica import Replica
from tests.e2e.faults.shop import Shop
from tests.e2e.faults.slack import Slack
from tests.e2e.faults.voices import Voices
from tests.e2e.faults.weather import Weather
from tests.ports import free_port

MORNING = datetime(2027, 3, 1, 7, 20, tzinfo=UTC)  # a Monday, 08:20 in Berlin
STANDUP = (
    "standup new Daily at 08:30 on weekdays in #shop for everyone close 09:30 "
    "remind 30m zone Europe/Berlin ask “What is packed?”"
)
QUIET = 1.0  # seconds without a call: nothing is on its way
READY = 90.0
SETTLED = 180.0
A_WHILE = 60.0  # seconds by which the clock goes on


class NotStarted(Exception):
    """A process did not come up; what it said last."""


@dataclass
class Stage:
    """One run. `days` are those on which the stand-up was held."""

    folder: Path
    database: str
    clock: SharedClock
    ledger: Ledger
    weather: Weather
    slack: Slack
    dingtalk: DingTalk
    crowd: Crowd
    shop: Shop
    books: Books
    replicas: list[Replica]
    random: Random
    cards: bool
    alone: bool
    days: list[datetime] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    taken_over: list[float] = field(default_factory=list)

    async def ready(self, one: Replica) -> None:
        """Waits until the process is connected."""

        async def connected() -> bool:
            return self.slack.sockets.has(one.token) or not one.alive

        if not await until(connected, READY) or not one.alive:
            said = one.log.read_text("utf-8", "replace")[-3000:]
            raise NotStarted(f"{one.name} did not start:\n{said}")

    async def all_ready(self) -> None:
        """Waits until every process is, and DingTalk has somebody to talk to."""
        for one in self.replicas:
            if not one.alive:
                await one.spawn()
        for one in self.replicas:
            await self.ready(one)

        async def heard() -> bool:
            return bool(self.dingtalk.streams.open)

        if not await until(heard, READY):
            raise NotStarted("nobody listens to DingTalk")

    async def begin(self) -> None:
        """Everybody is met, the room is tied, the stand-up ordered."""
        await self.all_ready()
        if not await until(self.books.know_everybody, READY):
            raise NotStarted("the people were not read")
        anna, wei = MATES[0], next(mate for mate in MATES[1:] if mate.admin)
        voices = self.crowd.voices
        await voices.command(anna, "room tie shop", CHANNEL)
        await voices.say(wei, f"{GROUP}room tie shop")
        await self.quiet()
        await voices.command(anna, STANDUP, CHANNEL)
        if not await until(self.books.have_a_standup, READY):
            raise NotStarted("the stand-up was not ordered")
        await self.quiet()

    async def quiet(self, seconds: float = QUIET, within: float = SETTLED) -> bool:
        """Waits until no call has been made for so long."""

        async def silent() -> bool:
            since = monotonic() - self.ledger.last_call
            return not self.ledger.open_calls and since >= seconds

        return await until(silent, within)

    def jump(self, seconds: float) -> None:
        """Moves everybody's clock."""
        self.clock.jump(seconds)
        for one in self.replicas:
            one.clock.jump(seconds)

    def jump_to(self, moment: datetime) -> None:
        """Moves everybody's clock to a moment, never back."""
        self.jump(max(0.0, (moment - self.clock.now()).total_seconds()))

    async def settle(self) -> float:
        """Lets everything that is owed be done, in calm; the seconds it took."""
        self.weather.calm()
        self.crowd.at_work.clear()
        for one in self.replicas:
            one.thaw()
            one.limit_files(None)
        return await self.catch_up()

    async def catch_up(self) -> float:
        """Lets everything that is owed be done; the seconds it took. The clock goes
        on a little where everybody waits for nothing else.
        """
        began = monotonic()
        await self.all_ready()
        while monotonic() - began < SETTLED:
            before = self.ledger.last_call
            await self.quiet()
            if await self.nothing_left():
                await self.quiet()
                if await self.nothing_left():
                    break
            elif before == self.ledger.last_call and not await self._due():
                self.jump(A_WHILE)
        else:
            left = await self.books.left_to_do(self.clock.now())
            self.notes.append(f"not settled in {SETTLED:.0f} s: {left} left")
        return monotonic() - began

    async def _due(self) -> bool:
        """Whether a process has something to do, and has not come to it yet."""
        return await self.books.due(self.clock.now()) != 0

    async def taken_up(self) -> bool:
        """Whether all that was due by now is done, whoever had it in hand."""
        return await self.books.left_to_do(self.clock.now(), timedelta(0)) == 0

    async def nothing_left(self) -> bool:
        """Whether nothing is owed at this moment."""
        return await self.books.left_to_do(self.clock.now()) == 0


@asynccontextmanager
async def a_stage(
    folder: Path, database: str, seed: int, *, replicas: int = 1, cards: bool = True
) -> AsyncIterator[Stage]:
    """The chats and the processes at them, ended whatever happens."""
    random = Random(f"stage {seed}")  # noqa: S311  no secret
    clock = SharedClock(folder / "clock")
    clock.jump((MORNING - clock.now()).total_seconds())
    ledger, weather = Ledger(), Weather(Random(f"weather {seed}"))  # noqa: S311
    door = Door(ledger, weather, Random(f"door {seed}"))  # noqa: S311
    slack, dingtalk = Slack(ledger, door, clock), DingTalk(ledger, door, clock)
    voices = Voices(slack, dingtalk, ledger, weather, clock)
    crowd = Crowd(voices, ledger, Random(f"crowd {seed}"))  # noqa: S311
    async with AsyncExitStack() as stack:
        url = await _serve(stack, slack, dingtalk)
        slack.url = dingtalk.url = url
        owner = replica.settings(database, url, cards=cards)
        houses = [_house(folder, n, clock, owner) for n in range(1, replicas + 1)]
        books = Books(database)
        stack.push_async_callback(books.close)
        stage = Stage(
            folder,
            database,
            clock,
            ledger,
            weather,
            slack,
            dingtalk,
            crowd,
            Shop(clock, Random(f"shop {seed}")),  # noqa: S311
            books,
            houses,
            random,
            cards,
            alone=replicas == 1,
        )
        stack.push_async_callback(_end, stage)
        await stage.begin()
        life = asyncio.create_task(crowd.live())
        stack.push_async_callback(_over, life)
        yield stage


def _house(
    folder: Path, number: int, clock: SharedClock, owner: dict[str, str]
) -> Replica:
    name = f"house{number}"
    own = SharedClock(folder / f"{name}.clock")
    own.follow(clock)
    return Replica(name, own, folder / f"{name}.log", owner, free_port())


async def _serve(stack: AsyncExitStack, slack: Slack, dingtalk: DingTalk) -> str:
    app = web.Application(client_max_size=16 * 1024**2)
    app.add_routes([*slack.routes(), *dingtalk.routes()])
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
    await runner.setup()
    stack.push_async_callback(runner.cleanup)
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    host, port = runner.addresses[0][:2]
    return f"http://{host}:{port}"


async def _end(stage: Stage) -> None:
    for one in stage.replicas:
        one.thaw()
        await one.kill()


async def _over(life: asyncio.Task[None]) -> None:
    life.cancel()
    with suppress(asyncio.CancelledError):
        await life
