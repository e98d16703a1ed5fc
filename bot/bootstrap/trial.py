"""`shopcrew try`: the bot against the simulator, with a sample company."""

import asyncio
import tempfile
from collections.abc import Callable, Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from socket import socket
from typing import Any

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
from bot.lifetime import stop_signals, unless_stopped
from bot.settings import Settings


@dataclass(frozen=True, slots=True)
class Beginning:
    """When a sample company begins, now if nobody says, and what is played there."""

    at: datetime | None = None
    play: dict[str, Any] | None = None


async def try_it(
    settings: Settings, host: str, port: int, say: Callable[[str], None]
) -> None:
    """Runs the bot against the simulator, with a sample company and a clock to move.

    A clock that only goes forward cannot reach a scene of the past, nor pass by months
    of days on which nobody answers: then the company begins anew, at that time.
    """
    stopped = stop_signals()
    t = words(settings.shopcrew_language, "UTC")
    beginning: Beginning | None = Beginning()
    while beginning is not None:
        async with AsyncExitStack() as stack:
            listening, url = listen(stack, host, port)
            simulator = _simulator(settings.shopcrew_command, beginning.at)
            simulator.base_url = url
            next_one = _anew(simulator)
            await _open(stack, settings, simulator, listening, stopped)
            await tell(simulator)
            if beginning.play is not None:
                simulator.play.begin(beginning.play)
            elif beginning.at is None:
                say(t("try-ready", url=simulator.base_url))
            port = listening.getsockname()[1]
            beginning = await unless_stopped(next_one, stopped)


async def _open(
    stack: AsyncExitStack,
    settings: Settings,
    simulator: Simulator,
    listening: socket,
    stopped: asyncio.Event,
) -> None:
    """Opens the bot in the company, and the page, until the stack closes."""
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
    simulated = _simulated(settings, simulator, folder / "try.db")
    house = await stack.enter_async_context(open_house(simulated, simulator.clock))
    app = build(_always, [web.get("/", _to_page), *house.routes])
    app.add_subapp("/simulator", simulator.app())
    await serve_on(stack, app, listening)
    simulator.driver = house.crew.pulse
    await stack.enter_async_context(started(house, stopped))


def _anew(simulator: Simulator) -> "asyncio.Future[Beginning]":
    """Done when somebody wishes to see another company, at another time."""
    wished: asyncio.Future[Beginning] = asyncio.get_running_loop().create_future()

    def begin(at: datetime, play: dict[str, Any]) -> None:
        if not wished.done():
            wished.set_result(Beginning(at, play))

    simulator.play.begin_anew = begin
    return wished


def _simulator(command: str, begins: datetime | None = None) -> Simulator:
    """Pretend chats with our shortcuts; a moved clock leaves their limits behind."""
    clock = MovableClock(begins)
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
            "dingtalk_login_url": dingtalk.login_url,
            "dingtalk_todo": True,
            "dingtalk_agent_id": dingtalk.app.agent_id,
            "dingtalk_card_template_id": dingtalk.app.templates[0],
            "shopcrew_public_url": simulator.base_url,
        }
    )


async def _always() -> Mapping[str, bool]:
    return {"simulator": True}


async def _to_page(_: web.Request) -> web.Response:
    raise web.HTTPFound("/simulator/")
