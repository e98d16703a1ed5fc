"""Browsers on their way to a platform and back, and the links they came by."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model.installation import STATE_LIFE, InstallLink, InstallState
from bot.ports.installations import InstallStates
from storage.database.engine import Database
from storage.installing.homes import HOUSE
from storage.tables.installations import install_links, install_states


class SqlInstallStates:
    """States of every organization; a stranger's is the house's own."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def link(self, key: str) -> InstallLink | None:
        """The link, whatever it is worth."""
        async with self._database.reading() as connection:
            wanted = select(install_links).where(install_links.c.key == key)
            row = (await connection.execute(wanted)).one_or_none()
        return _link(row) if row else None

    async def begin(
        self, key: str, browser: str, expires: datetime, link: InstallLink | None
    ) -> None:
        """Keeps a state, good for one browser, once. Those that are over go: anybody
        may look at the page, and each look makes one.
        """
        async with self._database.writing() as connection:
            over = install_states.c.expires <= expires - STATE_LIFE
            await connection.execute(delete(install_states).where(over))
            await connection.execute(
                install_states.insert().values(
                    organization_id=link.organization_id if link else HOUSE,
                    link_id=link.id if link else None,
                    key=key,
                    browser=browser,
                    expires=expires,
                )
            )
            await connection.commit()

    async def finish(self, key: str, now: datetime) -> InstallState | None:
        """Takes the state; None where it never was, was taken, or is too old."""
        taken = (
            delete(install_states)
            .where(install_states.c.key == key)
            .returning(install_states)
        )
        async with self._database.writing() as connection:
            row = (await connection.execute(taken)).one_or_none()
            link = await _link_of(connection, row.link_id) if row else None
            await connection.commit()
        if row is None or row.expires <= now:
            return None
        return InstallState(row.browser, link)


async def _link_of(
    connection: AsyncConnection, link_id: int | None
) -> InstallLink | None:
    wanted = select(install_links).where(install_links.c.id == link_id)
    row = (await connection.execute(wanted)).one_or_none()
    return _link(row) if row else None


def _link(row: Row[Any]) -> InstallLink:
    return InstallLink(row.id, row.organization_id, row.expires, row.used_at)


_: type[InstallStates] = SqlInstallStates
