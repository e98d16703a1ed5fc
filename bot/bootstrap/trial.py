"""`shopcrew try`: the bot against the simulator, with a sample company."""

import tempfile
from collections.abc import Callable, Mapping
from contextlib import AsyncExitStack
from pathlib import Path

from aiohttp import web
from pydantic import SecretStr

from adapters.simulator.clock import MovableClock
from adapters.simulator.company import TEAWARE_EUROPE
from adapters.simulator.simulator import Shortcut, Simulator
from adapters.simulator.slack.app import DEFAULT_EVENTS, DEFAULT_SCOPES
from adapters.simulator.story import tell
from adapters.slack.manifest import THREAD_EVENTS, THREAD_SCOPES
from adapters.web.app import build
from bot.bootstrap.house import open_house, started
from bot.bootstrap.serving import listen, serve_on
from bot.commands import COMMANDS
from bot.i18n import words
from bot.lifetime import stop_signals
from bot.settings import Settings


async def try_it(
    settings: Settings, host: str, port: int, say: Callable[[str], None]
) -> None:
    """Runs the bot against the simulator, with a sample company and a clock to move."""
    simulator = _simulator(settings.shopcrew_command)
    async with AsyncExitStack() as stack:
        stopped = stop_signals()
        listening, simulator.base_url = listen(stack, host, port)
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        simulated = _simulated(settings, simulator, folder / "try.db")
        house = await stack.enter_async_context(open_house(simulated, simulator.clock))
        app = build(_always, [web.get("/", _to_page), *house.routes])
        app.add_subapp("/simulator", simulator.app())
        await serve_on(stack, app, listening)
        simulator.driver = house.crew.pulse
        await stack.enter_async_context(started(house, stopped))
        await tell(simulator)
        t = words(settings.shopcrew_language, "UTC")
        say(t("try-ready", url=simulator.base_url))
        await stopped.wait()


def _simulator(command: str) -> Simulator:
    """Pretend chats with our shortcuts; a moved clock leaves their limits behind."""
    clock = MovableClock()
    shortcuts = [
        Shortcut(one.label, one.name, "message" if one.on_message else "global")
        for one in COMMANDS.shortcuts.values()
    ]
    return Simulator(
        TEAWARE_EUROPE,
        clock=clock,
        command=command,
        shortcuts=shortcuts,
        scopes=(*DEFAULT_SCOPES, *THREAD_SCOPES),
        events=(*DEFAULT_EVENTS, *THREAD_EVENTS),
        pace=lambda: clock.now().timestamp(),
    )


def _simulated(settings: Settings, simulator: Simulator, database: Path) -> Settings:
    """The settings of a bot that lives in the simulator's two chats."""
    dingtalk = simulator.dingtalk
    return settings.model_copy(
        update={
            "shopcrew_database_url": f"sqlite+aiosqlite:///{database}",
            "shopcrew_timezone": "Europe/Berlin",  # where the sample company is
            "shopcrew_country": "DE",
            "slack_bot_token": SecretStr(simulator.slack.app.bot_token),
            "slack_app_token": SecretStr(simulator.slack.app.app_token),
            "slack_api_url": simulator.api_url,
            "dingtalk_client_id": dingtalk.app.client_id,
            "dingtalk_client_secret": SecretStr(dingtalk.app.client_secret),
            "dingtalk_corp_id": dingtalk.organization.company.corp_id,
            "dingtalk_api_url": dingtalk.api_url,
            "dingtalk_oapi_url": dingtalk.oapi_url,
            "dingtalk_card_template_id": dingtalk.app.templates[0],
            "shopcrew_public_url": simulator.base_url,
        }
    )


async def _always() -> Mapping[str, bool]:
    return {"simulator": True}


async def _to_page(_: web.Request) -> web.Response:
    raise web.HTTPFound("/simulator/")
