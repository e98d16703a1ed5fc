"""The `shopcrew` command."""

import asyncio
import json
import signal
from collections.abc import Coroutine
from functools import partial
from typing import Annotated, Any, NoReturn

import typer

from bot import log, settings
from bot.errors import ConfigError, NotCarried
from bot.lifetime import start_without_collecting

INTERRUPTED = 130  # as shells say it
LOOPBACK = ("127.0.0.1", "localhost", "::1")

app = typer.Typer(
    help="Shopcrew · 店小二: one team bot for people who run online shops.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
manifest_app = typer.Typer(
    help="The app description a platform asks for.", no_args_is_help=True
)
db_app = typer.Typer(help="The database.", no_args_is_help=True)
app.add_typer(manifest_app, name="manifest")
keys_app = typer.Typer(
    help="The keys to what is encrypted in the database.", no_args_is_help=True
)
app.add_typer(db_app, name="db")
app.add_typer(keys_app, name="keys")


@app.command()
def run() -> None:
    """Runs the bot with the platforms that the environment names."""
    start_without_collecting()
    from bot import bootstrap

    _run(bootstrap.run(_settings()))


@app.command(name="try")
def try_(
    port: Annotated[int | None, typer.Option(help="Where the page is shown.")] = None,
    host: Annotated[str | None, typer.Option(help="Loopback only.")] = None,
) -> None:
    """Shows the bot at work with a sample company: no account, no token, no network."""
    from bot import bootstrap

    loaded = _offline_settings()
    there = host or loaded.shopcrew_host
    if there not in LOOPBACK:
        _give_up(ConfigError("config-loopback", host=there))
    number = loaded.shopcrew_port if port is None else port
    _run(bootstrap.try_it(loaded, there, number, typer.echo))


@app.command()
def doctor() -> None:
    """Says in plain words what is missing: token, scope, event, clock, database."""
    from bot import bootstrap
    from bot import doctor as doctor_
    from bot.i18n import words

    loaded = _settings()
    t = words(loaded.shopcrew_language, loaded.shopcrew_timezone)
    healthy = doctor_.tell(asyncio.run(bootstrap.examine(loaded)), t, typer.echo)
    raise typer.Exit(0 if healthy else 1)


@manifest_app.command()
def slack(
    mode: Annotated[str, typer.Option(help="socket or http")] = "",
    url: Annotated[str, typer.Option(help="Public https address, for http.")] = "",
    threads: Annotated[
        bool, typer.Option("--threads", help="Answers in threads may cross a room.")
    ] = False,
    reactions: Annotated[
        bool, typer.Option("--reactions", help="A sign on a message may be thanks.")
    ] = False,
) -> None:
    """Prints Slack's app manifest, made from the commands there are."""
    from bot import bootstrap

    try:
        text = bootstrap.slack_manifest(
            _offline_settings(), mode, url, threads=threads, reactions=reactions
        )
    except ConfigError as wrong:
        _give_up(wrong)
    typer.echo(json.dumps(text, indent=2, ensure_ascii=False))


@db_app.command()
def upgrade() -> None:
    """Brings the database to the newest shape."""
    from bot import bootstrap

    _run(bootstrap.upgrade(_offline_settings()))


@keys_app.command()
def rotate() -> None:
    """Encrypts everything under the first key of SHOPCREW_SECRET_KEY."""
    from bot import bootstrap

    _run(bootstrap.change_keys(_offline_settings(), typer.echo, forgetting=False))


@keys_app.command()
def forget() -> None:
    """Erases what no key opens any more: the key is lost for good."""
    from bot import bootstrap

    _run(bootstrap.change_keys(_offline_settings(), typer.echo, forgetting=True))


@app.command(name="migrate-to")
def migrate_to(
    url: Annotated[
        str, typer.Argument(help="postgresql+asyncpg://user:word@host/name")
    ],
) -> None:
    """Copies everything into another, empty database. Stop the bot before."""
    from bot.bootstrap import carrying

    loaded = _offline_settings()
    _carry(loaded, carrying.migrate(loaded, url, typer.echo))


@app.command()
def backup(
    file: Annotated[
        str, typer.Argument(help="A file, a folder, or - for the standard output.")
    ] = ".",
) -> None:
    """Writes everything into one file, while the bot runs."""
    from bot.bootstrap import carrying

    loaded = _offline_settings()
    _carry(loaded, carrying.back_up(loaded, file, partial(typer.echo, err=True)))


@app.command()
def restore(
    file: Annotated[str, typer.Argument(help="What `shopcrew backup` wrote.")],
    check: Annotated[
        bool, typer.Option("--check", help="Only proves that it can be restored.")
    ] = False,
) -> None:
    """Fills an empty database with a backup."""
    from bot.bootstrap import carrying

    loaded = _offline_settings()
    way = carrying.check if check else carrying.restore
    _carry(loaded, way(loaded, file, typer.echo))


def main() -> None:
    """The entry point."""
    app()


def _settings() -> settings.Settings:
    try:
        loaded = settings.load()
    except ConfigError as wrong:
        _give_up(wrong)
    log.set_up(loaded.shopcrew_log)
    return loaded


def _offline_settings() -> settings.Settings:
    try:
        loaded = settings.load_for_trial()
    except ConfigError as wrong:
        _give_up(wrong)
    log.set_up(loaded.shopcrew_log)
    return loaded


def _run(work: Coroutine[Any, Any, None]) -> None:
    try:
        asyncio.run(work)
    except ConfigError as wrong:
        _give_up(wrong)
    except KeyboardInterrupt:
        raise typer.Exit(0) from None


def _carry(loaded: settings.Settings, work: Coroutine[Any, Any, None]) -> None:
    """Ends with 1 where nothing was changed, after saying why."""
    from bot.bootstrap import carrying

    # Told to stop it takes away what is half, as it does when it is interrupted.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        asyncio.run(work)
    except ConfigError as wrong:
        _give_up(wrong)
    except NotCarried as wrong:
        typer.echo(carrying.explain(loaded, wrong), err=True)
        raise typer.Exit(1) from None
    except KeyboardInterrupt:
        raise typer.Exit(INTERRUPTED) from None


def _give_up(wrong: ConfigError) -> NoReturn:
    """Says what cannot work, in the language of who runs the bot."""
    from bot.doctor import explained
    from bot.i18n import words

    typer.echo(explained(wrong, words(settings.language(), "UTC")), err=True)
    raise typer.Exit(2)
