"""What is done to the house: each kind of trouble, from beginning to end."""

import asyncio
import sqlite3
import time
from collections.abc import Awaitable, Callable
from contextlib import closing
from pathlib import Path

from sqlalchemy import make_url

from tests import postgres
from tests.e2e.faults.days import Days
from tests.e2e.faults.patience import until
from tests.e2e.faults.replica import Replica
from tests.e2e.faults.schedule import Kill, kills
from tests.e2e.faults.stage import Stage
from tests.e2e.faults.weather import BREEZE, ROUGH

Harm = Callable[[Stage, int, int], Awaitable[int]]
PER_STEP, MANY = 10, 40  # kills between two steps of a day, where there are many
TAKEN_OVER = 60.0  # seconds in which others finish what a dead replica had


async def killed(stage: Stage, many: int, seed: int) -> int:
    """kill -9 at random moments, in a breeze, while a stand-up goes on."""
    days = Days(stage)
    stage.weather.odds = BREEZE
    stage.crowd.at_work.set()
    per_step = 2 if many < MANY else PER_STEP
    schedule = kills(seed, many, len(stage.replicas), per_step)
    for number, kill in enumerate(schedule):
        if number % per_step == 0:
            await days.step()
        for one in await _kill(stage, kill):
            await one.spawn()
    await days.end()
    return many


async def _kill(stage: Stage, kill: Kill) -> list[Replica]:
    victim = stage.replicas[kill.replica]
    if kill.starting:
        left = victim.spawned + kill.after - time.monotonic()
        await asyncio.sleep(max(0.0, left))
    else:
        await stage.ready(victim)
        await asyncio.sleep(kill.after)
    victims = list(stage.replicas) if kill.together else [victim]
    for one in victims:
        await one.kill()
    return victims


async def weathered(stage: Stage, seconds: int, _: int) -> int:
    """429, 500, time-outs after accepting and dropped connections, for a whole day."""
    days = Days(stage)
    stage.weather.odds = ROUGH
    stage.crowd.at_work.set()
    for _step in range(4):
        await days.step()
        await asyncio.sleep(seconds / 4)
    await days.end()
    return sum(stage.weather.drawn.values())


async def jumbled(stage: Stage, seconds: int, _: int) -> int:
    """Events twice and in the wrong order, connections that end and are told to."""
    days = Days(stage)
    stage.weather.twice, stage.weather.later = 0.3, 0.3
    stage.crowd.at_work.set()
    dropped, until = 0, time.monotonic() + seconds
    while time.monotonic() < until:
        if dropped % 4 == 0:
            await days.step()
        await asyncio.sleep(stage.random.uniform(1.0, 3.0))
        both = stage.slack.sockets, stage.dingtalk.streams
        line = both[dropped % 2]
        if stage.random.random() < 0.5:
            line.drop()
        else:
            await line.refresh()
        dropped += 1
    await days.end()
    return dropped


async def locked(stage: Stage, seconds: int, _: int) -> int:
    """Somebody else holds the database, for seconds and for longer than we wait."""
    stage.crowd.at_work.set()
    for held in (2.0, 5.0, float(seconds)):
        await asyncio.sleep(2.0)
        await asyncio.to_thread(_hold, _file(stage), held)
    return 3


def _hold(file: Path, seconds: float) -> None:
    with closing(sqlite3.connect(file, isolation_level=None, timeout=10)) as tool:
        tool.execute("BEGIN IMMEDIATE")
        time.sleep(seconds)
        tool.execute("ROLLBACK")


def _file(stage: Stage) -> Path:
    return Path(make_url(stage.database).database or "")


async def full(stage: Stage, seconds: int, _: int) -> int:
    """No file can grow, as on a full disk; then there is room again."""
    stage.crowd.at_work.set()
    for _turn in range(3):
        await asyncio.sleep(2.0)
        file = _file(stage)
        wal = file.with_name(f"{file.name}-wal")
        size = wal.stat().st_size if wal.exists() else 0
        stage.replicas[0].limit_files(max(size, 4096))
        await asyncio.sleep(seconds / 3)
        stage.replicas[0].limit_files(None)
    return 3


async def jumped(stage: Stage, seconds: int, _: int) -> int:
    """The clock jumps: everybody's, and one process's alone, ahead and back. Who is
    asked by the first jump is, before another passes by the end of that day.
    """
    stage.crowd.at_work.set()
    jumps = (600.0, -600.0, 75.0, -75.0, 5400.0, -5400.0)
    for jump in jumps:
        await asyncio.sleep(seconds / 12)
        stage.jump(jump)
        await asyncio.sleep(seconds / 12)
        if jump == jumps[0]:
            stage.crowd.at_work.clear()
            await until(stage.books.have_asked, TAKEN_OVER)
            stage.crowd.at_work.set()
        one = stage.random.choice(stage.replicas)
        one.clock.jump(jump / 10)
    await asyncio.sleep(1.0)
    for one in stage.replicas:
        one.clock.follow(stage.clock)
    return 2 * len(jumps)


async def frozen(stage: Stage, seconds: int, _: int) -> int:
    """A process stops in the middle of its work and goes on as if nothing had been."""
    stage.crowd.at_work.set()
    stage.weather.odds = BREEZE
    for number, length in enumerate((seconds / 3, float(seconds))):
        await asyncio.sleep(3.0)
        one = stage.replicas[number % len(stage.replicas)]
        one.freeze()
        await asyncio.sleep(length)
        one.thaw()
    await asyncio.sleep(3.0)
    return 2


async def slowed(stage: Stage, seconds: int, _: int) -> int:
    """Every process gets a quarter of its time, in pieces."""
    days = Days(stage)
    stage.crowd.at_work.set()
    await days.step()
    pauses, until = 0, time.monotonic() + seconds
    while time.monotonic() < until:
        for one in stage.replicas:
            one.freeze()
        await asyncio.sleep(0.45)
        for one in stage.replicas:
            one.thaw()
        await asyncio.sleep(0.15)
        pauses += 1
    await days.end()
    return pauses


async def bereft(stage: Stage, many: int, _: int) -> int:
    """A replica dies with work in hand and never comes back: others finish it, by
    their own clock.
    """
    days = Days(stage)
    stage.crowd.at_work.set()
    await asyncio.sleep(3.0)
    await days.step()
    await asyncio.sleep(1.0)
    for _turn in range(many):
        victim = stage.replicas.pop()
        await victim.kill()
        stage.crowd.at_work.clear()
        began = time.monotonic()
        await until(stage.taken_up, 4 * TAKEN_OVER)
        took = time.monotonic() - began
        stage.notes.append(f"taken over in {took:.0f} s")
        stage.taken_over.append(took)
        stage.crowd.at_work.set()
        await asyncio.sleep(2.0)
    return many


async def restarted(stage: Stage, many: int, _: int) -> int:
    """PostgreSQL crashes and comes back."""
    days = Days(stage)
    stage.crowd.at_work.set()
    await days.step()
    server = make_url(stage.database)
    for _turn in range(many):
        await asyncio.sleep(stage.random.uniform(1.0, 4.0))
        await asyncio.to_thread(postgres.stop, server)
        await asyncio.sleep(stage.random.uniform(0.0, 3.0))
        await asyncio.to_thread(postgres.start_again, server)
    await days.end()
    return many
