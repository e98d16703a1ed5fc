"""APScheduler with its durable store, which our stand-ups are measured against.

Its jobs are in SQLite as its documentation shows, with the write-ahead log on: the
fastest it can be (facts/performance.md §4).
"""

import asyncio
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger
from sqlalchemy import create_engine, event

from tests.benchmarks.machine import percentile, stalls

_fired: list[float] = []


async def fire() -> None:
    """One job: it only notes when it began."""
    _fired.append(time.time())


async def due_at_once(count: int) -> tuple[float, float, float]:
    """Seconds to add one job, the 99th of the lags of `count` due at the same second,
    and the longest stall of the loop.
    """
    _fired.clear()
    with TemporaryDirectory(prefix="bench-") as folder:
        scheduler = _scheduler(Path(folder, "jobs.db"))
        scheduler.start(paused=True)
        added = time.perf_counter()
        at = datetime.now(UTC).replace(microsecond=0) + timedelta(
            seconds=5 + count / 500
        )
        for number in range(count):
            scheduler.add_job(fire, _daily(at), id=f"job {number}")
        added = time.perf_counter() - added
        with stalls() as watched:
            scheduler.resume()
            while len(_fired) < count:  # noqa: ASYNC110 - it offers nothing else
                await asyncio.sleep(0.01)
        scheduler.shutdown()
    lags = [fired - at.timestamp() for fired in _fired]
    return added / count, percentile(lags, 0.99), watched.longest


def _scheduler(path: Path) -> AsyncIOScheduler:
    engine = create_engine(f"sqlite:///{path}")

    @event.listens_for(engine, "connect")
    def prepare(connection: object, _: object) -> None:
        cursor = connection.cursor()  # type: ignore[attr-defined]
        cursor.execute("PRAGMA journal_mode=WAL")
        cursor.execute("PRAGMA synchronous=NORMAL")

    return AsyncIOScheduler(
        jobstores={"default": SQLAlchemyJobStore(engine=engine)},
        timezone=UTC,
        job_defaults={"misfire_grace_time": None, "coalesce": True},
    )


def _daily(at: datetime) -> CronTrigger:
    return CronTrigger(hour=at.hour, minute=at.minute, second=at.second, timezone=UTC)
