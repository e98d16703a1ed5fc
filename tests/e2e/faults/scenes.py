"""The scenes: which house, what is done to it, how long."""

import asyncio
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import count as numbers
from pathlib import Path
from time import monotonic
from typing import Literal

import asyncpg  # type: ignore[import-untyped]  # ships no types

from tests import postgres
from tests.e2e.faults import harm
from tests.e2e.faults.besieged import besieged, count_brought
from tests.e2e.faults.counting import Counts, count
from tests.e2e.faults.stage import NotStarted, a_stage

Engine = Literal["sqlite", "postgresql"]
REPLICAS = {"sqlite": 1, "postgresql": 3}
_numbers = numbers(1)


@dataclass(frozen=True, slots=True)
class Scene:
    """One kind of trouble. `size` is how many times, or for how many seconds: in the
    short form, and in the long one.
    """

    name: str
    harm: harm.Harm
    short: int
    long: int
    engines: tuple[Engine, ...] = ("sqlite", "postgresql")
    cards: bool = True


KILLS, PLAIN_KILLS = "kill -9", "kill -9, no cards"
SCENES = (
    Scene(KILLS, harm.killed, 4, 140),
    Scene(PLAIN_KILLS, harm.killed, 0, 60, cards=False),
    Scene("429, 500, time-outs", harm.weathered, 8, 60),
    Scene("the same, no cards", harm.weathered, 0, 60, cards=False),
    Scene("twice, disordered, cut", harm.jumbled, 0, 40),
    Scene("database locked", harm.locked, 0, 40, engines=("sqlite",)),
    Scene("disk full", harm.full, 0, 24, engines=("sqlite",)),
    Scene("database crashes", harm.restarted, 0, 6, engines=("postgresql",)),
    Scene("clock jumps", harm.jumped, 0, 36),
    Scene("frozen", harm.frozen, 0, 75),
    Scene("slow loop", harm.slowed, 0, 20),
    Scene("kill -9, webhooks", besieged, 120, 1000),
    Scene("dead for good", harm.bereft, 0, 2, engines=("postgresql",)),
)


@dataclass(frozen=True, slots=True)
class Played:
    """One scene, and what became of it; `unheard` are the calls that ended so that
    nobody could know what they did, besides those that a kill cut off.
    """

    engine: Engine
    scene: Scene
    times: int
    counts: Counts
    seconds: float
    settled: float
    notes: tuple[str, ...] = ()
    broken: str = ""
    unheard: int = 0


async def play(
    engine: Engine, scene: Scene, size: int, seed: int, keep: Path | None = None
) -> Played:
    """Plays one scene on a house of its own, and counts. Its logs are gone afterwards
    unless there is a folder to keep them.
    """
    began = monotonic()
    async with _a_database(engine, keep) as (folder, url):
        try:
            async with a_stage(
                folder, url, seed, replicas=REPLICAS[engine], cards=scene.cards
            ) as stage:
                times = await scene.harm(stage, size, seed)
                settled = await stage.settle()
                counts = await count(stage)
                await count_brought(stage, counts)
                notes = (*stage.notes, *_told(folder))
        except NotStarted as wrong:
            took = monotonic() - began
            return Played(engine, scene, 0, Counts(), took, 0, broken=str(wrong))
    took = monotonic() - began
    for seconds in stage.taken_over:
        if seconds > harm.TAKEN_OVER:
            counts.blame("late", why=f"taken over only after {seconds:.0f} s")
    unheard = stage.weather.unheard
    return Played(engine, scene, times, counts, took, settled, notes, unheard=unheard)


def _told(folder: Path) -> list[str]:
    """What the processes complained of, each complaint once."""
    found: dict[str, int] = {}
    for log in folder.glob("*.log"):
        for line in log.read_text("utf-8", "replace").splitlines():
            _, _, said = line.partition(" ERROR ")
            if what := " ".join(word for word in said.split() if "=" not in word):
                found[what[:90]] = found.get(what[:90], 0) + 1
    return [f"{many} × {said}" for said, many in sorted(found.items())]


@asynccontextmanager
async def _a_database(
    engine: Engine, keep: Path | None
) -> AsyncIterator[tuple[Path, str]]:
    with tempfile.TemporaryDirectory(prefix="shopcrew-faults-") as name:
        folder = keep / f"{engine}-{next(_numbers)}" if keep else Path(name)
        folder.mkdir(parents=True, exist_ok=not keep)  # an old shop.db is not ours
        if engine == "sqlite":
            yield folder, f"sqlite+aiosqlite:///{folder}/shop.db"
            return
        server = await asyncio.to_thread(postgres.server, postgres.DURABLE)
        database = f"faults_{next(_numbers)}"
        plain = server.set(drivername="postgresql").render_as_string(False)
        connection = await asyncpg.connect(plain)
        await connection.execute(f'CREATE DATABASE "{database}" TEMPLATE template0')
        await connection.close()
        yield folder, server.set(database=database).render_as_string(False)
