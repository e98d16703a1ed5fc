"""The keys to what is encrypted: the owner's, or one of our own beside the database."""

import secrets
from collections.abc import Callable
from pathlib import Path

from bot.errors import ConfigError
from bot.i18n import words
from bot.ports import Translate
from bot.settings import Settings, keys_in, secret
from storage.database.engine import Database, parse
from storage.secrets import key_file, sealing
from storage.secrets.vault import Vault, WrongKey


async def open_vault(settings: Settings, database: Database) -> Vault:
    """The vault, with everything locked that was plain still.

    Where nobody has set a key, an SQLite file gets one beside it. Raises ConfigError
    where a key is missing or wrong.
    """
    keys = known_keys(settings)
    if not keys and not await sealing.any_locked(database):
        keys = _own(database)
    if not keys and settings.installs:
        raise ConfigError("config-key-needed")
    vault = Vault(keys)
    try:
        await sealing.seal(database, vault)
    except WrongKey as wrong:
        path = key_file.path_of(database.url)
        told = "config-key-wrong" if keys else "config-key-missing"
        where = f"SHOPCREW_SECRET_KEY / {path}" if path else "SHOPCREW_SECRET_KEY"
        raise ConfigError(told, where=where) from wrong
    return vault


def known_keys(settings: Settings) -> tuple[str, ...]:
    """Every key there is, the one that encrypts first."""
    path = own_key(settings)
    ours = key_file.read(path) if path else ""
    set_by_owner = keys_in(secret(settings.shopcrew_secret_key) or "")
    return (*set_by_owner, *filter(None, [ours]))


def own_key(settings: Settings) -> Path | None:
    """The file of our own key, where there is one."""
    path = key_file.path_of(parse(settings.shopcrew_database_url))
    return path if path and key_file.read(path) else None


async def rotate(
    settings: Settings, database: Database, say: Callable[[str], None]
) -> None:
    """Encrypts everything under the first key. Raises ConfigError."""
    vault, t = await open_vault(settings, database), _words(settings)
    if not vault.locks:
        raise ConfigError("config-key-needed")
    say(t("keys-rotated", count=await sealing.rotate(database, vault)))


async def forget(
    settings: Settings, database: Database, say: Callable[[str], None]
) -> None:
    """Erases what no key opens any more."""
    vault = Vault(known_keys(settings))
    lost = await sealing.forget_unreadable(database, vault)
    say(_words(settings)("keys-forgotten", count=lost))


def _own(database: Database) -> tuple[str, ...]:
    """A key that nobody has set: on the disk, or for as long as a database in memory
    lives.
    """
    if database.shared:
        return ()
    path = key_file.path_of(database.url)
    return (key_file.make(path) if path else secrets.token_urlsafe(32),)


def _words(settings: Settings) -> Translate:
    return words(settings.shopcrew_language, "UTC")
