"""Units of work that write to SQLite: one at a time, committed together.

SQLite has one writer, and a commit waits for the disk. So units run one after the
other, each as a savepoint of one transaction, for as long as somebody is waiting for a
turn; then one COMMIT makes all of them durable. Where one of them is in a hurry, only
others in a hurry are waited for. Who comes alone is committed alone, at once. A unit
that fails is undone alone. What `commit` promises is said when it returns: the disk has
it. If COMMIT fails, or a statement finds the disk full, which makes SQLite give up the
whole transaction, everybody whose unit was in it is told.

A unit must wait for nothing but the database: those before it wait for its end.
"""

import asyncio
import sqlite3
import sys
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress
from functools import partial
from typing import Any

from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError

from bot.errors import StoreAway
from storage.database.away import PRIMARY, away, passes
from storage.database.inline import InlineConnection
from storage.database.turn import Turn

TOGETHER = 0.005  # seconds after which a group takes nobody more in
HELD = 30.0  # seconds that a tool may hold the file, before an event fails
GIVEN_UP = "the transaction was given up"
AGAIN = 0.05  # seconds until it is tried again
# Seconds for which a busy event loop lets the thread wait that comes from the disk: by
# default it is 5 ms, several times what the disk took.
HANDOVER = 0.0005
STEP = 0.005  # seconds for which a unit may keep the event loop from all else

Done = asyncio.Future[None]


class Unit(InlineConnection):
    """One unit of work: a savepoint from its first statement to `commit`.

    What comes after a commit is a unit of its own.
    """

    __slots__ = ("_broken", "_hurried", "_inside", "_since", "_writer")

    def __init__(self, writer: "Writer", *, hurried: bool = False) -> None:
        super().__init__(writer.connection)
        self._writer = writer
        self._hurried = hurried
        self._inside = False
        self._broken = False
        self._since = 0.0

    async def ready(self) -> None:
        """Returns when it is this unit's turn. A long one lets the loop go on now and
        then: its turn stays its own.
        """
        loop = asyncio.get_running_loop()
        if self._inside:
            if loop.time() - self._since < STEP:
                return
            await asyncio.sleep(0)
        elif self._broken:
            raise StoreAway(GIVEN_UP)
        else:
            await self._writer.take(hurried=self._hurried)
            self._inside = True
        self._since = loop.time()

    def failed(self) -> None:
        """Notices that SQLite has given up more than the statement."""
        if not self._writer.raw.in_transaction:
            self._inside, self._broken = False, True
            self._writer.lose()

    async def commit(self) -> None:
        """Returns when everything written so far is on the disk."""
        if self._inside:
            self._inside = False
            await self._writer.keep(hurried=self._hurried)
        elif self._broken:
            await self.ready()

    async def rollback(self) -> None:
        """Undoes what was not committed; afterwards no transaction is open."""
        if self._inside:
            self._inside = False
            await self._writer.undo()
        self._broken = False

    async def close(self) -> None:
        """Undoes what was not committed, and lets others go on."""
        if self._inside:
            self._inside = False
            self._writer.drop()


class Writer:
    """The one connection that writes, and whose turn it is."""

    def __init__(self, engine: Engine) -> None:
        self.connection = engine.connect()
        # For SQLAlchemy it lasts for ever: where it truly ends is decided here.
        self.connection.begin()
        self.raw: sqlite3.Connection = _driver(self.connection.connection)
        sys.setswitchinterval(min(sys.getswitchinterval(), HANDOVER))
        self._thread = ThreadPoolExecutor(1, "commit")
        self._turn = Turn()
        self._holder: asyncio.Task[Any] | None = None
        self._waiting = 0
        self._group: list[Done] = []
        self._since = 0.0
        self._hurry = False

    @asynccontextmanager
    async def unit(self, *, hurried: bool = False) -> AsyncIterator[Unit]:
        """A unit, when it is its turn; one in a hurry comes before the others."""
        unit = Unit(self, hurried=hurried)
        await unit.ready()
        try:
            yield unit
        finally:
            await unit.close()

    async def take(self, *, hurried: bool = False) -> None:
        """Waits for the turn and begins."""
        if self._holder is asyncio.current_task():
            raise RuntimeError("this task has a unit of work open: use that one")
        await self._next(hurried=hurried)
        try:
            if not self.raw.in_transaction:
                await self._begin()
            self.raw.execute("SAVEPOINT unit")
        except sqlite3.Error as failed:
            self._pass_on()
            raise _lost(failed) from failed
        except BaseException:
            self._pass_on()
            raise
        self._holder = asyncio.current_task()

    async def keep(self, *, hurried: bool = False) -> None:
        """Ends the unit whose turn it is; returns when it is on the disk."""
        loop = asyncio.get_running_loop()
        try:
            self.raw.execute("RELEASE unit")
        except sqlite3.Error as failed:
            self.drop()
            raise _lost(failed) from failed
        if not self._group:
            self._since = loop.time()
        done: Done = loop.create_future()
        self._group.append(done)
        self._hurry = self._hurry or hurried
        self._pass_on()
        await done

    def drop(self) -> None:
        """Undoes the unit whose turn it is, and nothing of the others."""
        try:
            self.raw.execute("ROLLBACK TO unit")
            self.raw.execute("RELEASE unit")
        except sqlite3.Error:
            self._roll_back()
            self._fail(self._members(), StoreAway("rolled back"))
        self._pass_on()

    async def undo(self) -> None:
        """The same; returns when no transaction is open."""
        self.drop()
        await self._turn.acquire()
        self._turn.release()

    def lose(self) -> None:
        """The whole transaction is gone, with everybody's units in it."""
        self._fail(self._members(), StoreAway(GIVEN_UP))
        self._pass_on()

    async def close(self) -> None:
        """Waits for who is at it, and closes the connection."""
        await self._turn.acquire()
        self.connection.close()
        self._thread.shutdown(wait=False)
        self._turn.release()

    async def _next(self, *, hurried: bool) -> None:
        self._waiting += 1
        try:
            await self._turn.acquire(hurried=hurried)
        except BaseException:
            self._waiting -= 1
            if not self._waiting and not self._turn.locked():
                await self._turn.acquire()  # at once: who was to commit has gone away
                self._pass_on()
            raise
        self._waiting -= 1

    async def _begin(self) -> None:
        """Begins a transaction, as soon as nobody else holds the file."""
        loop = asyncio.get_running_loop()
        until = loop.time() + HELD
        while True:
            try:
                self.raw.execute("BEGIN IMMEDIATE")
            except sqlite3.OperationalError as failed:
                busy = failed.sqlite_errorcode & PRIMARY == sqlite3.SQLITE_BUSY
                if not busy or loop.time() >= until:
                    raise
                await asyncio.sleep(AGAIN)
            else:
                return

    def _pass_on(self) -> None:
        """Gives the turn to who waits for it, or commits for all who had theirs."""
        self._holder = None
        loop = asyncio.get_running_loop()
        late = loop.time() - self._since > TOGETHER
        soon = self._hurry and not self._turn.hurried
        if self._group and (late or soon or not self._waiting):
            commit = loop.run_in_executor(self._thread, self.raw.commit)
            commit.add_done_callback(partial(self._committed, self._members()))
            return  # the turn is the thread's until then
        if not self._group and not self._waiting and self.raw.in_transaction:
            self._roll_back()
        self._turn.release()

    def _committed(self, group: list[Done], commit: Done) -> None:
        failed = commit.exception()
        if failed is None:
            for done in group:
                if not done.done():
                    done.set_result(None)
        else:
            self._roll_back()
            self._fail(group, failed)
        self._turn.release()

    def _roll_back(self) -> None:
        """Where even that fails there is nothing left of the transaction."""
        with suppress(sqlite3.Error):
            self.raw.rollback()

    def _members(self) -> list[Done]:
        group, self._group, self._hurry = self._group, [], False
        return group

    def _fail(self, group: list[Done], failed: BaseException) -> None:
        for done in group:
            if not done.done():
                done.set_exception(_lost(failed))


def _lost(failed: BaseException) -> BaseException:
    """What is told to who loses by it, to each one of their own."""
    if isinstance(failed, StoreAway):
        return StoreAway(str(failed))
    if not isinstance(failed, sqlite3.Error):
        return failed
    if passes(failed):
        return away(failed)
    return OperationalError("COMMIT", None, failed, hide_parameters=True)


def _driver(connection: Any) -> sqlite3.Connection:
    found: sqlite3.Connection = connection.driver_connection
    return found
