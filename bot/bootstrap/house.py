"""The house with everything in it: opened, started, and closed in reverse."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass
from functools import partial

from aiohttp import web

from adapters.dingtalk import DINGTALK
from adapters.sheets.sheets import WrittenSheets
from adapters.slack import SLACK
from adapters.web.feedback import routes as feedback_routes
from adapters.web.forms import routes as form_routes
from adapters.web.install import routes as install_routes
from adapters.web.measures import routes as measure_routes
from adapters.web.outgoing import Allowed, Outgoing
from adapters.web.tasks import routes as task_routes
from bot.bootstrap.crew_tasks import CrewTasks
from bot.bootstrap.crews import CrewPages, Crews
from bot.bootstrap.doors import CrewDoors, CrewMeasureDoors
from bot.bootstrap.ending import TICKS, end
from bot.bootstrap.installs import install_address, installs_of, know_installed
from bot.bootstrap.keys import open_vault
from bot.bootstrap.letters import letters_of, reading_mail
from bot.bootstrap.lines import Installed, Line, Way
from bot.bootstrap.slack import SlackAccess, way_to_slack
from bot.chats import Chats
from bot.crew import Besides, Crew, JobHandlers, assemble
from bot.lifetime import little_by_little, unless_stopped
from bot.model.expression import make_the_rest
from bot.ports import Clock
from bot.ports.custody import RENEWED
from bot.ports.files import Files
from bot.ports.installing import Installing
from bot.ports.letters import Letters
from bot.ports.ownership import Ownership
from bot.rituals.delivery.budget import set_quota
from bot.rituals.delivery.tally import Tally
from bot.rituals.directory import meet_everyone
from bot.settings import Settings, secret
from schedules.calendars import WorkCalendar
from schedules.scheduler import Ticker
from storage.database.engine import Database, connect
from storage.database.ownership import ownership
from storage.database.upgrade import upgrade as upgrade_schema
from storage.installing.homes import SqlHomes
from storage.installing.installations import SqlInstallations
from storage.unit_of_work import SqlStore
from storage.work.job_runner import JobRunner

log = logging.getLogger(__name__)
OTHERS = 30.0  # seconds that a directory waits for those named before
AGAIN = (0, 30, 120, 600, 1800)  # seconds between tries to read it


@dataclass(frozen=True, slots=True)
class House:
    """Everything open, nothing started: the crews, the lines, the clock's ticks."""

    crews: Crews
    store: SqlStore
    lines: Sequence[Line]
    ticker: Ticker
    homes: SqlHomes
    access: SlackAccess
    installing: Installing | None = None
    reads_mail: Callable[[], Coroutine[object, object, object]] | None = None

    @property
    def crew(self) -> Crew:
        """The crew of the house's own organization."""
        return self.crews.home

    async def ready(self) -> Mapping[str, bool]:
        """What must work for the bot to be ready."""
        return {line.platform: await line.app.connected() for line in self.lines}

    @property
    def routes(self) -> list[web.AbstractRouteDef]:
        """The doors of every platform, the pages of forms, of tasks, of installs."""
        doors = [route for line in self.lines for route in line.routes]
        doors += task_routes(CrewTasks(self.crews, self.homes))
        clock = self.crew.world.clock
        doors += feedback_routes(CrewDoors(self.crews, self.homes), clock)
        doors += measure_routes(CrewMeasureDoors(self.crews, self.homes), clock)
        if self.installing is None:
            return [*doors, *form_routes(self.crew.pages)]
        pages = CrewPages(self.crews, self.homes)
        return [*doors, *form_routes(pages), *install_routes(self.installing)]


@asynccontextmanager
async def open_house(settings: Settings, clock: Clock) -> AsyncIterator[House]:
    """Opens the database, at its newest shape, and the ways to the platforms; joins
    the core.
    """
    async with AsyncExitStack() as stack:
        store = await open_store(stack, settings)
        tally = Tally(clock)
        own = partial(ownership, store.database)
        installations = SqlInstallations(store.database, store.vault, clock)
        access = SlackAccess(settings, installations)
        ways = await _ways(stack, settings, clock, tally, own, access)
        letters = letters_of(ways, settings, clock)
        chats = Chats({way.platform: way.chat for way in ways}, letters)
        homes = SqlHomes(store.database)
        make = partial(_crew, settings, clock, store, chats, ways, letters, tally)
        crews = Crews(make, homes, several=settings.installs)
        access.crews = crews
        await crews.open()
        lines = [way.join(crews) for way in ways]
        installing = installs_of(settings, clock, store, ways, installations, crews)
        ticker = Ticker(patience=TICKS)
        reads = reading_mail(settings, crews.home, own)
        yield House(crews, store, lines, ticker, homes, access, installing, reads)


def _crew(
    settings: Settings,
    clock: Clock,
    house: SqlStore,
    chats: Chats,
    ways: Sequence[Way],
    letters: Sequence[Letters],
    tally: Tally,
    organization: int,
) -> Crew:
    """The crew of one organization; what only one corp can have is the house's own."""
    own = organization == house.organization_id
    store = house if own else house.of(organization)
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
        tally=tally if own else None,
        besides=_besides(
            ways if own else (), letters, chats, settings.shopcrew_webhook_inside
        ),
        installs=install_address(settings),
    )
    store.on_commit = crew.pulse.wake
    return crew


def _besides(
    ways: Sequence[Way], letters: Sequence[Letters], files: Files, inside: str
) -> Besides:
    """What there is besides the chats of these platforms."""
    return Besides(
        leaves={way.platform: way.leaves for way in ways if way.leaves},
        todos={way.platform: way.todos for way in ways if way.todos},
        logins={way.platform: way.login for way in ways if way.login},
        letters=letters,
        sheets=WrittenSheets(),
        outside=Outgoing(Allowed(inside)),
        files=files,
        robot=next((way.robot for way in ways if way.platform == DINGTALK), str),
    )


async def _ways(
    stack: AsyncExitStack,
    settings: Settings,
    clock: Clock,
    tally: Tally,
    own: Callable[[str], Ownership],
    access: SlackAccess,
) -> list[Way]:
    """The ways to the platforms that the settings name."""
    ways: list[Way] = []
    if settings.slack_bot_token or settings.installs:
        ways.append(await way_to_slack(stack, settings, clock, access))
    if settings.dingtalk_client_id:
        from bot.bootstrap.dingtalk import way_to_dingtalk

        ways.append(await way_to_dingtalk(stack, settings, clock, tally, own))
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
        house.ticker.each_second(house.crews.beat, "beat")
        house.ticker.each_second(house.crews.look_at_clock, "clock")
        every = RENEWED.total_seconds()
        house.ticker.each(every, house.crews.look_after, "look after")
        house.ticker.daily(house.crews.forget, "forget")
        house.ticker.daily(house.store.database.look_over, "look over", hour=4)
        house.ticker.start()
        house.crews.run(little_by_little(make_the_rest()))
        if house.reads_mail:
            house.crews.run(house.reads_mail())
        yield
    finally:
        await running.end()


class Running:
    """What runs beside the events of a started house."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._recovering = asyncio.Lock()
        self._begun = False
        self._met = {line.platform: asyncio.Event() for line in house.lines}

    async def connect(self, line: Line) -> None:
        """Connects one platform; what was left is taken up before the first."""

        async def prepare(installed: Installed | None) -> None:
            if installed:
                await self._own(line, installed)
            async with self._recovering:
                if not self._begun:
                    self._begun = True
                    await self._house.crew.pulse.moved.agree()
                    await self._house.crews.begin()

        installed = await line.app.start(prepare)
        if self._house.installing and line.platform == SLACK:
            meet_all = partial(know_installed, self._house.crews, self._house.homes)
            self._run(meet_all())
            self._house.ticker.daily(meet_all, "people of installed workspaces")
        if installed is None:
            self._met[line.platform].set()
            log.info("connected", extra={"platform": line.platform})
            return
        tenant = installed.tenant
        world = self._house.crew.world
        self._run(self._know(line, tenant))
        chore = f"people of {line.platform}"
        meet = partial(meet_everyone, world, line.platform, tenant)
        self._house.ticker.daily(
            partial(self._house.crew.alone, f"{chore} {tenant}", meet), chore
        )
        known = {"platform": line.platform, "workspace": installed.name}
        log.info("connected", extra=known)

    async def _own(self, line: Line, installed: Installed) -> None:
        """A workspace is the house's own by its settings."""
        tenant = installed.tenant
        async with self._house.store() as db:
            await db.people.connect(line.platform, tenant, installed.name)
            now = self._house.crew.world.clock.now()
            await db.connections.back(line.platform, tenant, now)
            await set_quota(db, line.platform, tenant, line.quota)
            lists = line.platform in self._house.crew.world.todos
            await db.mirrors.switch(line.platform, tenant, on=lists)
            await db.commit()

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
        await end(house.crews.all, house.lines, house.ticker, house.crews.tasks)

    def _run(self, work: Coroutine[object, object, object]) -> None:
        self._house.crews.run(work)


async def open_store(stack: AsyncExitStack, settings: Settings) -> SqlStore:
    """The database at its newest shape, with its one organization."""
    database = await open_database(stack, settings)
    store = SqlStore(database, vault=await open_vault(settings, database))
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
    await database.look_over()
    return database


def _job_runner(store: SqlStore, handlers: JobHandlers, clock: Clock) -> JobRunner:
    return JobRunner(store, handlers, clock)
