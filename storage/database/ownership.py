"""One owner among all processes of a database: a lock that the database keeps.

It belongs to a connection of its own, so it ends with the process, by whatever death. A
process that is frozen keeps its connection: the server ends one that says nothing.
"""

import asyncio
import logging

from sqlalchemy import NullPool, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.errors import StoreAway
from bot.ports.ownership import Ownership
from storage.database.connections import open_engine
from storage.database.engine import Database

log = logging.getLogger(__name__)

POLL = 2.0  # seconds between looks whether the owner is gone
PROOF = 5.0  # seconds between words to the server, and how long it may take to answer
SESSION = (
    "SET idle_session_timeout = '20s'",
    # For a machine that is gone without a word.
    "SET tcp_keepalives_idle = 5",
    "SET tcp_keepalives_interval = 5",
    "SET tcp_keepalives_count = 3",
)
TAKE = text("SELECT pg_try_advisory_lock(hashtextextended(:name, 0))")
ALIVE = text("SELECT 1")
GONE = (StoreAway, SQLAlchemyError, OSError, TimeoutError)


def ownership(database: Database, name: str) -> Ownership:
    """A claim on what has this name."""
    return LockedOwnership(database, name) if database.shared else SoleOwnership()


class SoleOwnership:
    """That of the one process there can be."""

    async def gain(self, *, wait: bool = True) -> bool:
        """There is nobody else."""
        return True

    async def lose(self) -> None:
        """Never returns."""
        await asyncio.Event().wait()

    async def release(self) -> None:
        """There is nobody else."""


class LockedOwnership:
    """That of one among many: an advisory lock of PostgreSQL."""

    def __init__(self, database: Database, name: str, proof: float = PROOF) -> None:
        self._name = name
        self._proof = proof
        self._engine = open_engine(
            database.url, poolclass=NullPool, isolation_level="AUTOCOMMIT"
        )
        self._connection: AsyncConnection | None = None

    async def gain(self, *, wait: bool = True) -> bool:
        """Asks again and again while another has it, or the database is away."""
        while not await self._take():
            if not wait:
                return False
            await asyncio.sleep(POLL)
        return True

    async def lose(self) -> None:
        """Returns when the server answers no more, or has ended the session."""
        while self._connection is not None:
            await asyncio.sleep(self._proof)
            try:
                async with asyncio.timeout(PROOF):
                    await self._connection.execute(ALIVE)
            except GONE as wrong:
                log.warning("ownership lost", extra={"why": type(wrong).__name__})
                await self.release()

    async def release(self) -> None:
        """Ends the connection, and the lock with it."""
        connection, self._connection = self._connection, None
        if connection is not None:
            try:
                await connection.invalidate()
                await connection.close()
            except GONE as wrong:
                log.info("connection was gone", extra={"why": type(wrong).__name__})

    async def _take(self) -> bool:
        try:
            async with asyncio.timeout(PROOF):
                connection = self._connection or await self._connect()
                self._connection = connection
                taken = await connection.scalar(TAKE, {"name": self._name})
        except GONE as wrong:
            log.info("ownership not asked", extra={"why": type(wrong).__name__})
            taken = False
        if not taken:
            await self.release()
        return bool(taken)

    async def _connect(self) -> AsyncConnection:
        connection = await self._engine.connect()
        for setting in SESSION:
            await connection.exec_driver_sql(setting)
        return connection


_: type[Ownership] = LockedOwnership
__: type[Ownership] = SoleOwnership
