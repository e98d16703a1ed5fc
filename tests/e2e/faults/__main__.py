"""`make faults`: breaks the house on purpose, counts, and prints one table.

The seed decides who is killed when and what the weather is; the machine decides the
rest, so a seed tells where to look and does not repeat a run to the millisecond.
"""

import argparse
import asyncio
import secrets
import sys
from pathlib import Path

from tests.e2e.faults.scenes import SCENES, Engine, Played, Scene, play
from tests.e2e.faults.table import kept, table

KILLS_IN_ALL = 200
ENGINES: tuple[Engine, ...] = ("sqlite", "postgresql")


def main() -> int:
    """0 where every promise was kept."""
    asked = _arguments()
    seed = asked.seed if asked.seed is not None else secrets.randbelow(10**6)
    _say(f"seed {seed}")
    played: list[Played] = []
    whole = _play(asked, seed, played)
    _say(table(played))
    for each in played:
        for why in (*each.notes, *each.counts.why, *each.broken.splitlines()):
            _say(f"  {each.engine}, {each.scene.name}: {why}")
    broken = [each for each in played if not kept(each)]
    again = f"--seed {seed}"
    _say(f"{len(broken)} of {len(played)} broken; again with {again}")
    return 0 if whole and not broken else 1


def _play(asked: argparse.Namespace, seed: int, played: list[Played]) -> bool:
    """Plays it all; whoever interrupts it gets the table of what was played so far."""
    try:
        asyncio.run(_all(asked, seed, played))
    except KeyboardInterrupt:
        _say("interrupted")
        return False
    played.sort(key=lambda each: ENGINES.index(each.engine))
    return True


async def _all(asked: argparse.Namespace, seed: int, played: list[Played]) -> None:
    """The engines beside each other, the scenes of each one after the other."""
    engines = [asked.engine] if asked.engine else ENGINES
    async with asyncio.TaskGroup() as tasks:
        for engine in engines:
            tasks.create_task(_one(engine, asked, seed, played))


async def _one(
    engine: Engine, asked: argparse.Namespace, seed: int, played: list[Played]
) -> None:
    for scene in SCENES:
        size = _size(scene, asked)
        if size and engine in scene.engines and asked.only in scene.name:
            each = await play(engine, scene, size, seed, asked.keep)
            played.append(each)
            _say(table([each]).splitlines()[-1])


def _size(scene: Scene, asked: argparse.Namespace) -> int:
    size: int = scene.short if asked.short else scene.long
    if asked.kills is not None and scene.harm.__name__ == "killed":
        return max(1, round(int(asked.kills) * scene.long / KILLS_IN_ALL))
    return size


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make faults", description=__doc__)
    parser.add_argument("--seed", type=int, help="that of an earlier run")
    parser.add_argument("--engine", choices=ENGINES, help="one engine only")
    parser.add_argument("--only", default="", help="scenes with this in their names")
    parser.add_argument("--kills", type=int, help="per engine; 200 unless told")
    parser.add_argument("--keep", type=Path, help="a folder for logs and databases")
    parser.add_argument("--short", action="store_true", help="as in CI")
    return parser.parse_args()


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
