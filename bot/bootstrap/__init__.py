"""The one room that knows every package: it joins the others and owns their
lifetimes.
"""

from collections.abc import Callable, Sequence
from contextlib import AsyncExitStack

from adapters.web.app import build
from bot.bootstrap import keys
from bot.bootstrap.house import House, open_database, open_house, started
from bot.bootstrap.letters import examine_mail, examine_mailbox
from bot.bootstrap.serving import listen, serve_on
from bot.bootstrap.slack import examine_installs, examine_slack, slack_manifest
from bot.clock import SystemClock
from bot.doctor import explained
from bot.errors import ConfigError, DatabaseInUse
from bot.i18n import words
from bot.lifetime import keep_what_is_loaded, stop_signals
from bot.model.finding import Finding, Level
from bot.settings import Settings
from storage.database.engine import Database

__all__ = [
    "House",
    "change_keys",
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
        raise ConfigError("config-no-platform")
    async with AsyncExitStack() as stack:
        stopped = stop_signals()
        listening, _ = listen(stack, settings.shopcrew_host, settings.shopcrew_port)
        house = await stack.enter_async_context(open_house(settings, SystemClock()))
        await serve_on(stack, build(house.ready, house.routes), listening)
        await stack.enter_async_context(started(house, stopped))
        keep_what_is_loaded()
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
            database = await open_database(stack, settings)
            found.append(Finding(Level.OK, "doctor-database-ok"))
            if settings.installs:
                found += await examine_installs(settings, database)
            found.append(await _locked(settings, database))
        except DatabaseInUse:
            found.append(Finding(Level.OK, "doctor-database-in-use"))
            if settings.installs:
                found += await examine_installs(settings, None)
        except ConfigError as wrong:
            told = explained(wrong, words(settings.shopcrew_language, "UTC"))
            found.append(Finding(Level.FAIL, "doctor-database", {"why": told}))
    if not settings.platforms:
        found.append(Finding(Level.FAIL, "doctor-no-platform"))
    if settings.slack_bot_token or settings.installs:
        found += await examine_slack(settings)
    if settings.dingtalk_client_id:
        from bot.bootstrap.dingtalk import examine_dingtalk

        found += await examine_dingtalk(settings)
    found += await examine_mail(settings)
    found += await examine_mailbox(settings)
    return found


async def _locked(settings: Settings, database: Database) -> Finding:
    """Whether what nobody may read is encrypted, under a key we have."""
    try:
        vault = await keys.open_vault(settings, database)
    except ConfigError as wrong:
        told = explained(wrong, words(settings.shopcrew_language, "UTC"))
        return Finding(Level.FAIL, "doctor-key", {"why": told})
    if vault.locks:
        return Finding(Level.OK, "doctor-key-ok")
    return Finding(Level.WARN, "doctor-key-none")


async def change_keys(
    settings: Settings, say: Callable[[str], None], *, forgetting: bool
) -> None:
    """Encrypts everything under the first key, or erases what no key opens."""
    async with AsyncExitStack() as stack:
        database = await open_database(stack, settings)
        change = keys.forget if forgetting else keys.rotate
        await change(settings, database, say)


async def upgrade(settings: Settings) -> None:
    """Brings the database to the newest shape."""
    async with AsyncExitStack() as stack:
        await open_database(stack, settings)
