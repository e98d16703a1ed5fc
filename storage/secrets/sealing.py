"""Everything in the database that is encrypted, of every organization."""

from collections.abc import Callable

from sqlalchemy import Column, Table, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database.engine import Database
from storage.installing.connections import NOTHING
from storage.secrets.vault import LOCKED, Vault, WrongKey, is_locked
from storage.tables.awards import award_ballots
from storage.tables.doors import feedback_door_secrets
from storage.tables.forms import form_drafts, secrets
from storage.tables.hooks import blocker_hooks
from storage.tables.inbox import inbox
from storage.tables.installations import installations
from storage.tables.interviews import interviews
from storage.tables.reviews import review_words

SEALED: tuple[tuple[Table, Column[str]], ...] = (
    (secrets, secrets.c.value),
    (installations, installations.c.token),
    (installations, installations.c.refresh),
    (feedback_door_secrets, feedback_door_secrets.c.value),
    (blocker_hooks, blocker_hooks.c.url),
    (blocker_hooks, blocker_hooks.c.secret),
    (form_drafts, form_drafts.c.sealed),
    (interviews, interviews.c.sealed),
    (review_words, review_words.c.value),
    (award_ballots, award_ballots.c.value),
    (inbox, inbox.c.reply),
)


async def seal(database: Database, vault: Vault) -> None:
    """Encrypts what is plain still. Raises WrongKey where something that is encrypted
    cannot be opened: then nothing was changed.
    """

    def once(kept: str) -> str:
        vault.opened(kept)
        return kept if is_locked(kept) else vault.locked(kept)

    await _each(database, once)


async def rotate(database: Database, vault: Vault) -> int:
    """Encrypts everything anew, under the first key; says how much that was.

    Raises WrongKey where none of the keys opens something: then nothing was changed.
    """
    return await _each(database, lambda kept: vault.locked(vault.opened(kept)))


async def any_locked(database: Database) -> bool:
    """Whether anything is encrypted."""
    async with database.reading() as connection:
        for table, column in SEALED:
            wanted = select(column).select_from(table).where(column.startswith(LOCKED))
            if (await connection.execute(wanted.limit(1))).first():
                return True
    return False


async def forget_unreadable(database: Database, vault: Vault) -> int:
    """Erases what none of the keys opens; says how much that was.

    A secret of our own is made anew; a workspace has to install us again.
    """
    lost = 0
    async with database.writing() as connection:
        for table, column in SEALED:
            for kept in await _values(connection, table, column):
                if not _opens(vault, kept):
                    await _erase(connection, table, column, kept)
                    lost += 1
        await connection.commit()
    return lost


async def _each(database: Database, change: Callable[[str], str]) -> int:
    """Changes every value, all or none; compares before it sets, for replicas that
    start together.
    """
    changed = 0
    async with database.writing() as connection:
        for table, column in SEALED:
            for kept in await _values(connection, table, column):
                if (new := change(kept)) != kept:
                    await connection.execute(
                        update(table).where(column == kept).values({column: new})
                    )
                    changed += 1
        await connection.commit()
    return changed


async def _values(
    connection: AsyncConnection, table: Table, column: Column[str]
) -> list[str]:
    wanted = select(column).select_from(table).where(column.is_not(None)).distinct()
    return list(await connection.scalars(wanted))


def _opens(vault: Vault, kept: str) -> bool:
    try:
        vault.opened(kept)
    except WrongKey:
        return False
    return True


async def _erase(
    connection: AsyncConnection, table: Table, column: Column[str], kept: str
) -> None:
    if table is not installations:
        await connection.execute(table.delete().where(column == kept))
        return
    await connection.execute(update(table).where(column == kept).values(NOTHING))
