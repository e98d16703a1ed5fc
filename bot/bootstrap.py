"""The one file that knows every package: it joins the rooms and owns their
lifetimes.
"""

import asyncio
import logging
import tempfile
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aiohttp import web
from pydantic import SecretStr

from adapters.slack import SLACK
from adapters.slack.app import Installation, SlackApp
from adapters.slack.chat import SlackChat
from adapters.slack.client import open_client
from adapters.slack.doctor import Finding, Level, checks
from adapters.slack.manifest import manifest
from adapters.web.app import build, serve
from bot.chats import Chats
from bot.clock import SystemClock
from bot.commands import COMMANDS
from bot.crew import Crew, JobHandlers, assemble
from bot.errors import ConfigError, DatabaseInUse
from bot.i18n import words
from bot.lifetime import let_finish, stop_signals, unless_stopped
from bot.ports import Clock
from bot.rituals.directory import meet_everyone
from bot.settings import Settings
from schedules.calendars import WorkCalendar
from schedules.scheduler import Ticker
from storage.engine import Database, connect
from storage.job_runner import JobRunner
from storage.unit_of_work import SqlStore
from storage.upgrade import upgrade as upgrade_schema

if TYPE_CHECKING:
    from adapters.simulator.simulator import Simulator

log = logging.getLogger(__name__)
GRACE = 4.0  # seconds that what is in hand gets to finish when the bot stops
EVENTS_PATH = "/slack/events"


@dataclass(frozen=True, slots=True)
class House:
    """Everything open, nothing started: the crew, Slack's door, the clock's ticks."""

    crew: Crew
    store: SqlStore
    slack: SlackApp
    ticker: Ticker

    async def ready(self) -> Mapping[str, bool]:
        """What must work for the bot to be ready."""
        return {"slack": await self.slack.connected()}


async def run(settings: Settings) -> None:
    """Runs the bot until it is told to stop. Raises ConfigError for what cannot
    work.
    """
    if not settings.slack_bot_token:
        raise ConfigError(
            words(settings.shopcrew_language, "UTC")("config-no-platform")
        )
    async with AsyncExitStack() as stack:
        stopped = stop_signals()
        house = await stack.enter_async_context(open_house(settings, SystemClock()))
        app = build(house.ready, [web.post(EVENTS_PATH, house.slack.handle)])
        await _serve(stack, app, settings.shopcrew_host, settings.shopcrew_port)
        await stack.enter_async_context(started(house, stopped))
        await stopped.wait()


async def try_it(
    settings: Settings, host: str, port: int, say: Callable[[str], None]
) -> None:
    """Runs the bot against the simulator, with a sample company and a clock to move."""
    from adapters.simulator.story import tell

    simulator = _simulator(settings.shopcrew_command)
    async with AsyncExitStack() as stack:
        stopped = stop_signals()
        app = build(_always, [web.get("/", _to_page)])
        app.add_subapp("/simulator", simulator.app())
        simulator.base_url = await _serve(stack, app, host, port)
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        simulated = _simulated(settings, simulator, folder / "try.db")
        house = await stack.enter_async_context(open_house(simulated, simulator.clock))
        simulator.driver = house.crew.pulse
        await stack.enter_async_context(started(house, stopped))
        await tell(simulator)
        t = words(settings.shopcrew_language, "UTC")
        say(t("try-ready", url=simulator.base_url))
        await stopped.wait()


def _simulator(command: str) -> "Simulator":
    """A pretend Slack with our shortcuts; a moved clock leaves its limits behind."""
    from adapters.simulator.clock import MovableClock
    from adapters.simulator.simulator import Shortcut, Simulator

    clock = MovableClock()
    shortcuts = [
        Shortcut(one.label, one.name, "message" if one.on_message else "global")
        for one in COMMANDS.shortcuts.values()
    ]
    return Simulator(
        clock=clock,
        command=command,
        shortcuts=shortcuts,
        pace=lambda: clock.now().timestamp(),
    )


def _simulated(settings: Settings, simulator: "Simulator", database: Path) -> Settings:
    """The settings of a bot that lives in the simulator's workspace."""
    return settings.model_copy(
        update={
            "shopcrew_database_url": f"sqlite+aiosqlite:///{database}",
            "shopcrew_timezone": "Europe/Berlin",  # where the sample company is
            "shopcrew_country": "DE",
            "slack_bot_token": SecretStr(simulator.slack.app.bot_token),
            "slack_app_token": SecretStr(simulator.slack.app.app_token),
            "slack_api_url": simulator.api_url,
        }
    )


@asynccontextmanager
async def open_house(settings: Settings, clock: Clock) -> AsyncIterator[House]:
    """Opens the database, at its newest shape, and the way to Slack; joins the core."""
    async with AsyncExitStack() as stack:
        store = await _open_store(stack, settings)
        token = _secret(settings.slack_bot_token) or ""
        client = await stack.enter_async_context(
            open_client(token, settings.slack_api_url)
        )
        chats = Chats({SLACK: SlackChat(client)})
        crew = assemble(
            store=store,
            clock=clock,
            chat=chats,
            directory=chats,
            calendar=WorkCalendar(),
            run_jobs=lambda handlers: _job_runner(store, handlers, clock),
            command=settings.shopcrew_command,
        )
        store.on_commit = crew.pulse.wake
        slack = SlackApp(
            client=client,
            receive=crew.dispatcher,
            clock=clock,
            app_token=_secret(settings.slack_app_token),
            signing_secret=_secret(settings.slack_signing_secret),
        )
        yield House(crew, store, slack, Ticker())


@asynccontextmanager
async def started(house: House, stopped: asyncio.Event) -> AsyncIterator[None]:
    """Connects, takes up what was left, and lets the clock tick; stops in reverse."""

    async def prepare(installed: Installation) -> None:
        async with house.store() as db:
            await db.people.connect(SLACK, installed.tenant, installed.name)
            await db.commit()
        await house.crew.recover()

    installed = await unless_stopped(house.slack.start(prepare), stopped)
    if installed is None:
        yield
        return
    pulse = asyncio.create_task(house.crew.pulse.run())
    known = asyncio.create_task(
        meet_everyone(house.crew.world, SLACK, installed.tenant)
    )
    house.ticker.each_second(house.crew.pulse.beat, "beat")
    house.ticker.daily(
        lambda: meet_everyone(house.crew.world, SLACK, installed.tenant), "people"
    )
    house.ticker.daily(house.crew.forget, "forget")
    house.ticker.start()
    log.info("connected", extra={"platform": SLACK, "workspace": installed.name})
    try:
        yield
    finally:
        await house.slack.stop()
        await house.ticker.stop()
        await let_finish(house.crew.dispatcher.idle(), GRACE)
        await house.crew.dispatcher.abandon()
        for task in (known, pulse):
            task.cancel()
        await asyncio.gather(known, pulse, return_exceptions=True)


async def examine(settings: Settings) -> Sequence[Finding]:
    """Looks at the database and at Slack; says what has to be mended."""
    found: list[Finding] = []
    async with AsyncExitStack() as stack:
        try:
            await _open_database(stack, settings)
            found.append(Finding(Level.OK, "doctor-database-ok"))
        except DatabaseInUse:
            found.append(Finding(Level.OK, "doctor-database-in-use"))
        except ConfigError as wrong:
            found.append(Finding(Level.FAIL, "doctor-database", {"why": str(wrong)}))
        if not settings.slack_bot_token:
            return [*found, Finding(Level.FAIL, "doctor-no-platform")]
        token = _secret(settings.slack_bot_token) or ""
        client = await stack.enter_async_context(
            open_client(token, settings.slack_api_url)
        )
        slack = await checks(
            client,
            SystemClock(),
            app_token=_secret(settings.slack_app_token),
            signing_secret=_secret(settings.slack_signing_secret),
        )
    return [*found, *slack]


def slack_manifest(settings: Settings, mode: str, public_url: str) -> Mapping[str, Any]:
    """Slack's app manifest, made from the commands there are. Raises ConfigError."""
    url = public_url or settings.shopcrew_public_url
    if mode not in ("", "socket", "http"):
        raise ConfigError(f"{mode!r} is no mode: say socket or http.")
    if mode == "http" and not url.startswith("https://"):
        raise ConfigError("Over HTTP Slack needs your public address: --url https://…")
    t = words(settings.shopcrew_language, "UTC")
    return manifest(
        mode="http" if mode == "http" else "socket",
        command=settings.shopcrew_command,
        name=t("app-name"),
        description=t("app-description"),
        usage_hint=t("app-usage-hint"),
        shortcuts=COMMANDS.shortcuts.values(),
        public_url=url,
    )


async def upgrade(settings: Settings) -> None:
    """Brings the database to the newest shape."""
    async with AsyncExitStack() as stack:
        await _open_database(stack, settings)


async def _open_store(stack: AsyncExitStack, settings: Settings) -> SqlStore:
    store = SqlStore(await _open_database(stack, settings))
    await store.ensure_organization(
        name="Shopcrew",
        zone=settings.shopcrew_timezone,
        language=settings.shopcrew_language,
        country=settings.shopcrew_country or None,
    )
    return store


async def _open_database(stack: AsyncExitStack, settings: Settings) -> Database:
    database = await connect(settings.shopcrew_database_url)
    stack.push_async_callback(database.close)
    await upgrade_schema(database)
    return database


def _job_runner(store: SqlStore, handlers: JobHandlers, clock: Clock) -> JobRunner:
    return JobRunner(store, handlers, clock)


async def _serve(
    stack: AsyncExitStack, app: web.Application, host: str, port: int
) -> str:
    try:
        runner = await serve(app, host, port)
    except OSError as taken:
        raise ConfigError(f"{host}:{port} cannot be used: {taken.strerror}") from taken
    stack.push_async_callback(runner.cleanup)
    bound: Any = runner.addresses[0]
    return f"http://{bound[0]}:{bound[1]}"


async def _always() -> Mapping[str, bool]:
    return {"simulator": True}


async def _to_page(_: web.Request) -> web.Response:
    raise web.HTTPFound("/simulator/")


def _secret(value: Any) -> str | None:
    return value.get_secret_value() if value else None
