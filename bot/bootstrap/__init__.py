"""The one room that knows every package: it joins the others and owns their
lifetimes.
"""

from collections.abc import Callable, Sequence
from contextlib import AsyncExitStack

from adapters.web.app import build
from bot.bootstrap.house import House, open_database, open_house, started
from bot.bootstrap.serving import listen, serve_on
from bot.bootstrap.slack import examine_slack, slack_manifest
from bot.clock import SystemClock
from bot.errors import ConfigError, DatabaseInUse
from bot.i18n import words
from bot.lifetime import stop_signals
from bot.model.finding import Finding, Level
from bot.settings import Settings

__all__ = [
    "House",
    "examine",
    "open_house",
    "run",
    "slack_manifest",
    "started",
    "try_it",
    "upgrade",
]


async def run(settings: Settings) -> None:
    """Runs the bot until it is told to stop. Raises ConfigError for what cannot
    work.
    """
    if not settings.platforms:
        raise ConfigError(
            words(settings.shopcrew_language, "UTC")("config-no-platform")
        )
    async with AsyncExitStack() as stack:
        stopped = stop_signals()
        listening, _ = listen(stack, settings.shopcrew_host, settings.shopcrew_port)
        house = await stack.enter_async_context(open_house(settings, SystemClock()))
        await serve_on(stack, build(house.ready, house.routes), listening)
        await stack.enter_async_context(started(house, stopped))
        await stopped.wait()


async def try_it(
    settings: Settings, host: str, port: int, say: Callable[[str], None]
) -> None:
    """Runs the bot against the simulator, with a sample company and a clock to move."""
    from bot.bootstrap import trial  # the simulator is loaded only where it is used

    await trial.try_it(settings, host, port, say)


async def examine(settings: Settings) -> Sequence[Finding]:
    """Looks at the database and at every platform; says what has to be mended."""
    found: list[Finding] = []
    async with AsyncExitStack() as stack:
        try:
            await open_database(stack, settings)
            found.append(Finding(Level.OK, "doctor-database-ok"))
        except DatabaseInUse:
            found.append(Finding(Level.OK, "doctor-database-in-use"))
        except ConfigError as wrong:
            found.append(Finding(Level.FAIL, "doctor-database", {"why": str(wrong)}))
    if not settings.platforms:
        found.append(Finding(Level.FAIL, "doctor-no-platform"))
    if settings.slack_bot_token:
        found += await examine_slack(settings)
    if settings.dingtalk_client_id:
        from bot.bootstrap.dingtalk import examine_dingtalk

        found += await examine_dingtalk(settings)
    return found


async def upgrade(settings: Settings) -> None:
    """Brings the database to the newest shape."""
    async with AsyncExitStack() as stack:
        await open_database(stack, settings)
