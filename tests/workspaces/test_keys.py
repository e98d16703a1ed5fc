"""What is encrypted, under which key, and what happens without it."""

import stat
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import pytest
from sqlalchemy import select, text

from bot.bootstrap import change_keys, examine
from bot.bootstrap.house import open_store
from bot.errors import ConfigError
from bot.settings import Settings, load
from storage.tables.forms import secrets
from storage.unit_of_work import SqlStore

OLD, NEW = "an old key of the owner's", "a new key of the owner's"


def settings(url: str, key: str = "", **more: str) -> Settings:
    """What the owner has set."""
    return load(shopcrew_database_url=url, shopcrew_secret_key=key or None, **more)


@asynccontextmanager
async def opened(url: str, key: str = "") -> AsyncIterator[SqlStore]:
    """The store as the bot opens it."""
    async with AsyncExitStack() as stack:
        yield await open_store(stack, settings(url, key))


async def form_secret(url: str, key: str = "") -> str:
    """The secret as the bot uses it."""
    async with opened(url, key) as store, store() as db:
        found = await db.form_links.secret()
        await db.commit()
    return found


async def stored(url: str, key: str = "") -> str:
    """The secret as the database has it."""
    async with opened(url, key) as store, store.reading() as db:
        return str((await db.connection.execute(select(secrets.c.value))).scalar_one())


async def test_a_secret_is_not_readable_in_the_database(url: str) -> None:
    """Who has the file has not the secret."""
    plain = await form_secret(url, OLD)
    assert plain not in await stored(url, OLD)
    assert await form_secret(url, OLD) == plain


async def test_a_secret_from_before_is_encrypted_at_the_start(url: str) -> None:
    """And stays the same secret."""
    async with opened(url, OLD) as store, store() as db:
        row = {"organization_id": 1, "name": "form links", "value": "plain"}
        await db.connection.execute(secrets.insert().values(row))
        await db.commit()
    assert "plain" not in await stored(url, OLD)
    assert await form_secret(url, OLD) == "plain"


async def test_a_wrong_key_stops_the_start_and_says_why(url: str) -> None:
    """Nothing is made anew in silence."""
    plain = await form_secret(url, OLD)
    with pytest.raises(ConfigError, match="config-key-wrong"):
        await form_secret(url, NEW)
    assert await form_secret(url, OLD) == plain


async def test_a_missing_key_stops_the_start_and_says_why(url: str) -> None:
    """No second key is made beside the database."""
    await form_secret(url, OLD)
    with pytest.raises(ConfigError, match="config-key-missing"):
        await form_secret(url)
    with pytest.raises(ConfigError, match="config-key-missing"):
        await form_secret(url)


async def test_keys_are_rotated(url: str) -> None:
    """While both are known all is read; afterwards the old one is needed no more."""
    plain = await form_secret(url, OLD)
    both, said = f"{NEW}, {OLD}", list[str]()
    assert await form_secret(url, both) == plain
    await change_keys(settings(url, both), said.append, forgetting=False)
    assert "first key" in said[0]
    assert await form_secret(url, NEW) == plain
    with pytest.raises(ConfigError):
        await form_secret(url, OLD)


async def test_a_lost_key_can_be_given_up(url: str) -> None:
    """What it opened is erased, everything else stays, and the bot starts again."""
    plain, said = await form_secret(url, OLD), list[str]()
    await change_keys(settings(url, NEW), said.append, forgetting=True)
    assert "One secret" in said[0]
    assert await form_secret(url, NEW) != plain


async def test_an_embedded_database_gets_a_key_of_its_own(tmp_path: Path) -> None:
    """Beside its file, and nobody but its owner may read it."""
    url, key = f"sqlite+aiosqlite:///{tmp_path}/shop.db", tmp_path / "shop.db.key"
    plain = await form_secret(url)
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert plain not in await stored(url)
    assert await form_secret(url) == plain
    # the owner sets one later: it encrypts, and the other one still opens
    assert await form_secret(url, NEW) == plain
    kept = key.read_text()
    key.write_text("another\n")
    with pytest.raises(ConfigError, match=r"shop\.db\.key"):
        await form_secret(url)
    key.write_text(kept)
    assert await form_secret(url) == plain


async def test_the_doctor_looks_at_the_keys(url: str) -> None:
    """A wrong one is named before anybody starts the bot."""
    await form_secret(url, OLD)
    good = {finding.key for finding in await examine(settings(url, OLD))}
    assert "doctor-key-ok" in good
    bad = {finding.key for finding in await examine(settings(url, NEW))}
    assert "doctor-key" in bad


async def test_who_wants_to_be_installed_on_postgresql_needs_a_key(url: str) -> None:
    """Replicas share no file: the start is refused, kindly."""
    given = dict.fromkeys(("id", "secret"), "given")
    slack = {f"slack_client_{name}": value for name, value in given.items()}
    slack["slack_signing_" + "secret"] = "given"
    wanted = settings(url, shopcrew_public_url="https://tea.example", **slack)
    async with AsyncExitStack() as stack:
        if url.startswith("sqlite"):
            await open_store(stack, wanted)
            return
        with pytest.raises(ConfigError, match="config-key-needed"):
            await open_store(stack, wanted)


async def test_a_database_without_a_key_still_works(url: str) -> None:
    """One workspace on PostgreSQL needs none; the doctor advises."""
    plain = await form_secret(url)
    assert await form_secret(url) == plain
    async with opened(url) as store, store.reading() as db:
        await db.connection.execute(text("SELECT 1"))
    found = {finding.key for finding in await examine(settings(url))}
    assert found & {"doctor-key-none", "doctor-key-ok"}
