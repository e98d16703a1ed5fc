"""A replica whose clock shows another hour than the others' begins nothing by it."""

import asyncio
import logging
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta

import pytest

from bot.rituals.moved import Moved
from storage.unit_of_work import SqlStore
from tests.databases import fresh_store
from tests.fakes.clock import SetClock

HOURS = timedelta(hours=5)


@pytest.fixture
async def shared() -> AsyncIterator[SqlStore]:
    """A database that several processes use."""
    async with fresh_store("postgresql") as store:
        yield store


class Said(logging.Handler):
    """Hears that a clock differs from the others'."""

    def __init__(self) -> None:
        super().__init__()
        self.event = asyncio.Event()

    def emit(self, record: logging.LogRecord) -> None:
        """One line of the log."""
        if "the other replicas'" in record.getMessage():
            self.event.set()


@pytest.fixture
def said() -> Iterator[Said]:
    """Until the end of the test."""
    heard, log = Said(), logging.getLogger("bot.rituals.moved")
    log.addHandler(heard)
    yield heard
    log.removeHandler(heard)


def _clock(by: timedelta = timedelta(0)) -> SetClock:
    return SetClock(datetime.now(UTC) + by)


async def _agree(store: SqlStore, clock: SetClock) -> None:
    await Moved(store, clock, again=0.01).agree()


@pytest.mark.parametrize("by", [HOURS, -HOURS])
async def test_who_is_hours_off_waits_until_its_clock_is_right(
    shared: SqlStore, by: timedelta, said: Said
) -> None:
    """And says so; what it would do by its own clock waits, too."""
    await Moved(shared, _clock()).tell()
    wrong = _clock(by)
    starting = asyncio.create_task(_agree(shared, wrong))
    heard = asyncio.create_task(said.event.wait())
    await asyncio.wait({starting, heard}, return_when=asyncio.FIRST_COMPLETED)
    assert not starting.done()
    wrong.jump(-by)
    await starting


async def test_who_shows_what_the_others_show_begins(
    shared: SqlStore, caplog: pytest.LogCaptureFixture
) -> None:
    """Whatever the database's own clock says: it may be wrong itself."""
    caplog.set_level(logging.WARNING)
    await Moved(shared, _clock(HOURS)).tell()
    await _agree(shared, _clock(HOURS + timedelta(seconds=20)))
    assert caplog.text == ""


async def test_who_is_alone_begins_and_tells_the_others(
    shared: SqlStore, caplog: pytest.LogCaptureFixture
) -> None:
    """Where its clock is not the database's, the log says how far it is off."""
    await _agree(shared, _clock(HOURS))
    assert "clock differs from the database's" in caplog.text
    async with shared.reading() as db:
        ahead = await db.moved.ahead(datetime.now(UTC))
    assert ahead is not None
    assert abs(ahead + HOURS) < timedelta(minutes=1)


async def test_where_there_is_one_process_nobody_is_asked() -> None:
    """SQLite's clock is this machine's."""
    async with fresh_store("sqlite") as store:
        await _agree(store, _clock(HOURS))
        async with store.reading() as db:
            assert await db.moved.ahead(datetime.now(UTC)) is None
