"""The house with everything in it: opened, started, and closed in reverse."""

import asyncio
import logging
from collections.abc import AsyncIterator, Coroutine, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass

from aiohttp import web

from adapters.sheets.sheets import WrittenSheets
from adapters.web.forms import routes as form_routes
from bot.bootstrap.lines import Installed, Line, Way
from bot.bootstrap.slack import way_to_slack
from bot.chats import Chats
from bot.crew import Crew, JobHandlers, assemble
from bot.lifetime import let_finish, unless_stopped
from bot.ports import Clock
from bot.rituals.budget import set_quota
from bot.rituals.directory import meet_everyone
from bot.rituals.tally import Tally
from bot.settings import Settings, secret
from schedules.calendars import WorkCalendar
from schedules.scheduler import Ticker
from storage.engine import Database, connect
from storage.job_runner import JobRunner
from storage.unit_of_work import SqlStore
from storage.upgrade import upgrade as upgrade_schema

log = logging.getLogger(__name__)
OTHERS = 30.0  # seconds that a directory waits for those named before
AGAIN = (0, 30, 120, 600, 1800)  # seconds between tries to read it
GRACE = 4.0  # seconds that what is in hand gets to finish when the bot stops


@dataclass(frozen=True, slots=True)
class House:
    """Everything open, nothing started: the crew, the lines, the clock's ticks."""

    crew: Crew
    store: SqlStore
    lines: Sequence[Line]
    ticker: Ticker

    async def ready(self) -> Mapping[str, bool]:
        """What must work for the bot to be ready."""
        return {line.platform: await line.app.connected() for line in self.lines}

    @property
    def routes(self) -> list[web.AbstractRouteDef]:
        """The doors of every platform, and the pages of forms."""
        doors = [route for line in self.lines for route in line.routes]
        return [*doors, *form_routes(self.crew.pages)]


@asynccontextmanager
async def open_house(settings: Settings, clock: Clock) -> AsyncIterator[House]:
    """Opens the database, at its newest shape, and the ways to the platforms; joins
    the core.
    """
    async with AsyncExitStack() as stack:
        store = await open_store(stack, settings)
        tally = Tally(clock)
        ways = await _ways(stack, settings, clock, tally)
        chats = Chats({way.platform: way.chat for way in ways})
        crew = assemble(
            store=store,
            clock=clock,
            chat=chats,
            directory=chats,
            calendar=WorkCalendar(),
            run_jobs=lambda handlers: _job_runner(store, handlers, clock),
            command=settings.shopcrew_command,
            public_url=settings.shopcrew_public_url,
            secret=secret(settings.shopcrew_secret_key) or "",
            tally=tally,
            leaves={way.platform: way.leaves for way in ways if way.leaves},
            sheets=WrittenSheets(),
            todos={way.platform: way.todos for way in ways if way.todos},
        )
        store.on_commit = crew.pulse.wake
        lines = [way.join(crew.dispatcher) for way in ways]
        yield House(crew, store, lines, Ticker())


async def _ways(
    stack: AsyncExitStack, settings: Settings, clock: Clock, tally: Tally
) -> list[Way]:
    """The ways to the platforms that the settings name."""
    ways: list[Way] = []
    if settings.slack_bot_token:
        ways.append(await way_to_slack(stack, settings, clock))
    if settings.dingtalk_client_id:
        from bot.bootstrap.dingtalk import way_to_dingtalk

        ways.append(await way_to_dingtalk(stack, settings, clock, tally))
    return ways


@asynccontextmanager
async def started(house: House, stopped: asyncio.Event) -> AsyncIterator[None]:
    """Connects, takes up what was left, and lets the clock tick; stops in reverse."""
    running = Running(house)
    connected = asyncio.gather(*(running.connect(line) for line in house.lines))
    try:
        if await unless_stopped(connected, stopped) is None:
            yield
            return
        house.ticker.each_second(house.crew.pulse.beat, "beat")
        house.ticker.daily(house.crew.forget, "forget")
        house.ticker.start()
        yield
    finally:
        await running.end()


class Running:
    """What runs beside the events of a started house."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._recovering = asyncio.Lock()
        self._tasks: list[asyncio.Task[object]] = []
        self._met = {line.platform: asyncio.Event() for line in house.lines}

    async def connect(self, line: Line) -> None:
        """Connects one platform; what was left is taken up before the first."""

        async def prepare(installed: Installed) -> None:
            tenant = installed.tenant
            async with self._house.store() as db:
                await db.people.connect(line.platform, tenant, installed.name)
                await set_quota(db, line.platform, tenant, line.quota)
                lists = line.platform in self._house.crew.world.todos
                await db.mirrors.switch(line.platform, tenant, on=lists)
                await db.commit()
            async with self._recovering:
                if not self._tasks:
                    await self._house.crew.recover()
                    self._run(self._house.crew.pulse.run())

        installed = await line.app.start(prepare)
        tenant = installed.tenant
        world = self._house.crew.world
        self._run(self._know(line, tenant))
        self._house.ticker.daily(
            lambda: meet_everyone(world, line.platform, tenant),
            f"people of {line.platform}",
        )
        known = {"platform": line.platform, "workspace": installed.name}
        log.info("connected", extra=known)

    async def _know(self, line: Line, tenant: str) -> None:
        """Meets everybody, after the lines named before: where somebody is met first
        names them. Tries again while it fails.
        """
        lines = list(self._house.lines)
        earlier = [self._met[each.platform] for each in lines[: lines.index(line)]]
        with suppress(TimeoutError):
            async with asyncio.timeout(OTHERS):
                await asyncio.gather(*(met.wait() for met in earlier))
        for wait in AGAIN:
            await asyncio.sleep(wait)
            found = await meet_everyone(self._house.crew.world, line.platform, tenant)
            self._met[line.platform].set()
            if found:
                return

    async def end(self) -> None:
        """Takes nothing more in, finishes what is in hand, stops the clock."""
        house = self._house
        await asyncio.gather(*(line.app.stop() for line in house.lines))
        await house.ticker.stop()
        await let_finish(house.crew.dispatcher.idle(), GRACE)
        await house.crew.dispatcher.abandon()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await house.crew.write_down()

    def _run(self, work: Coroutine[object, object, object]) -> None:
        self._tasks.append(asyncio.create_task(work))


async def open_store(stack: AsyncExitStack, settings: Settings) -> SqlStore:
    """The database at its newest shape, with its one organization."""
    store = SqlStore(await open_database(stack, settings))
    await store.ensure_organization(
        name="Shopcrew",
        zone=settings.shopcrew_timezone,
        language=settings.shopcrew_language,
        country=settings.shopcrew_country or None,
    )
    return store


async def open_database(stack: AsyncExitStack, settings: Settings) -> Database:
    """The database, brought to its newest shape."""
    database = await connect(settings.shopcrew_database_url)
    stack.push_async_callback(database.close)
    await upgrade_schema(database)
    return database


def _job_runner(store: SqlStore, handlers: JobHandlers, clock: Clock) -> JobRunner:
    return JobRunner(store, handlers, clock)
