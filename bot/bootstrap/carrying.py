"""Backups, and the way to another database, told to who runs the bot."""

import sys
from collections.abc import Callable
from pathlib import Path

from bot.bootstrap.keys import known_keys, own_key
from bot.clock import SystemClock
from bot.errors import NotCarried
from bot.i18n import words
from bot.model.carrying import Arrived, Backup
from bot.ports import Translate
from bot.settings import Settings
from storage.carrying import ways
from storage.database.engine import parse

Say = Callable[[str], None]
STDOUT = "-"


async def back_up(settings: Settings, wanted: str, say: Say) -> None:
    """Writes a backup. Raises NotCarried."""
    url, now, t = settings.shopcrew_database_url, SystemClock().now(), _words(settings)
    if wanted == STDOUT:
        if sys.stdout.isatty():
            raise NotCarried("screen")
        made = await ways.back_up_to(url, sys.stdout.buffer, now, _key(settings))
        name = "stdout"
    else:
        path, made = await ways.back_up(url, Path(wanted), now, _key(settings))
        name = str(path)
    say(t("carry-backed-up", path=name, rows=made.rows, tables=made.tables))


async def restore(settings: Settings, path: str, say: Say) -> None:
    """Fills the empty database with a backup. Raises NotCarried."""
    t = _words(settings)
    url, key = settings.shopcrew_database_url, _key(settings)
    made = await ways.restore(Path(path), url, key, _teller(t, say))
    _tell_about(made, t, say)
    say(t("carry-restored"))


async def check(settings: Settings, path: str, say: Say) -> None:
    """Proves that a backup can be restored, and touches no database."""
    t = _words(settings)
    made = await ways.check(Path(path), _key(settings), _teller(t, say))
    _tell_about(made, t, say)
    say(t("carry-checked"))


async def migrate(settings: Settings, target: str, say: Say) -> None:
    """Copies everything to another database. Raises NotCarried."""
    t = _words(settings)
    await ways.move(settings.shopcrew_database_url, target, _teller(t, say))
    there = parse(target)
    say(t("carry-moved"))
    if there.password:
        say(t("carry-password"))
    if path := own_key(settings):
        say(t("carry-key", path=str(path)))
    say(f"SHOPCREW_DATABASE_URL={there.render_as_string(hide_password=True)}")


def explain(settings: Settings, wrong: NotCarried) -> str:
    """Why it did not work, and what to do."""
    return _words(settings)(f"carry-{wrong.reason}", **wrong.values)


def _teller(t: Translate, say: Say) -> Callable[[Arrived], None]:
    def tell(one: Arrived) -> None:
        sign = t("carry-whole") if one.whole else t("carry-not-whole")
        say(f"{one.table:<26}{one.rows:>12,}  {sign}")

    return tell


def _tell_about(made: Backup, t: Translate, say: Say) -> None:
    at = f"{made.made_at:%Y-%m-%d %H:%M} UTC"
    say(t("carry-about", at=at, rows=made.rows, tables=made.tables))
    if not made.same_key:
        say(t("carry-other-key"))


def _words(settings: Settings) -> Translate:
    return words(settings.shopcrew_language, "UTC")


def _key(settings: Settings) -> str:
    return ",".join(known_keys(settings))
