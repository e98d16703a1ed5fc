"""Every goal of facts/performance.md §8 in one table: `python -m tests.benchmarks`.

`--only G9,G10` measures some of them, `--json FILE` keeps the figures, `--quick` only
sees that everything still works.
"""

import argparse
import asyncio
import importlib
import json
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from tests.benchmarks.goals import Row, foot, table
from tests.benchmarks.machine import asking_cores, pin, serving_cores
from tests.benchmarks.sizes import FULL, TINY
from tests.sources import ROOT

# What measures what; `True`: it is itself what is measured, and not who asks.
GROUPS: dict[str, tuple[tuple[str, ...], bool]] = {
    "commands": (("G1", "G2", "G3", "G5", "G6"), False),
    "schedules": (("G9", "G10"), True),
    "tables": (("G11",), True),
    "fanout": (("G12",), False),
    "start": (("G13",), False),
    "routing": (("G4",), True),
    "stream": (("G8",), False),
    "alike": (("G15",), True),
    "sockets": (("G7",), False),
    "footprint": (("G14", "DAY"), False),
}
SLOWEST = 600
LAST = 99


def main(arguments: Sequence[str] | None = None) -> None:
    """Measures and prints."""
    said = _said(arguments)
    if said.group:
        _measure(said.group, quick=said.quick)
        return
    wanted = {each.strip().upper() for each in said.only.split(",") if each.strip()}
    rows, seconds = list[Row](), dict[str, float]()
    for group, (goals, _) in GROUPS.items():
        if not wanted or wanted & set(goals):
            sys.stderr.write(f"{', '.join(goals)} … ")
            sys.stderr.flush()
            began = time.monotonic()
            found = _group(group, quick=said.quick)
            seconds[group] = time.monotonic() - began
            sys.stderr.write(f"{seconds[group]:.0f} s\n")
            rows += [row for row in found if not wanted or row.goal.upper() in wanted]
            rows.sort(key=_in_order)
            if said.json:  # what was measured is kept, whatever comes after
                _keep(Path(said.json), rows)
    _say(f"{table(rows)}\n\n{foot(rows, seconds)}")


def _in_order(row: Row) -> int:
    return int(row.goal[1:]) if row.goal[1:].isdigit() else LAST


def _said(arguments: Sequence[str] | None) -> argparse.Namespace:
    given = argparse.ArgumentParser(prog="make bench", description=__doc__)
    given.add_argument("--only", default="", help="goals, such as G1,G9")
    given.add_argument("--json", default="", help="a file for the figures")
    given.add_argument("--quick", action="store_true", help="tiny sizes")
    given.add_argument("--group", default="", help=argparse.SUPPRESS)
    return given.parse_args(arguments)


def _group(group: str, *, quick: bool) -> list[Row]:
    """One group, in a process of its own: what it needs goes when it is done."""
    words = [sys.executable, "-m", "tests.benchmarks", "--group", group]
    words += ["--quick"] if quick else []
    try:
        done = subprocess.run(  # noqa: S603 - ourselves
            words, cwd=ROOT, stdout=subprocess.PIPE, timeout=SLOWEST, check=True
        )
    except subprocess.CalledProcessError:
        return _unmeasured(group, "the measuring itself failed")
    except subprocess.TimeoutExpired:
        return _unmeasured(group, f"not measured within {SLOWEST} s")
    return [Row(**each) for each in json.loads(done.stdout)]


def _unmeasured(group: str, why: str) -> list[Row]:
    """That a group has no figures: never taken for a goal that holds."""
    return [Row(goal, group, None, 0, note=why) for goal in GROUPS[group][0]]


def _measure(group: str, *, quick: bool) -> None:
    """In the process of one group: its rows, as JSON."""
    module = importlib.import_module(f"tests.benchmarks.{group}")
    pin(0, serving_cores() if GROUPS[group][1] else asking_cores())
    rows = asyncio.run(module.measure(TINY if quick else FULL))
    _say(json.dumps([asdict(row) for row in rows]))


def _keep(path: Path, rows: Sequence[Row]) -> None:
    kept = {"at": datetime.now(UTC).isoformat(timespec="minutes")}
    found = [{**asdict(row), "verdict": row.verdict} for row in rows]
    path.write_text(json.dumps({**kept, "rows": found}, indent=1, ensure_ascii=False))


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")


if __name__ == "__main__":
    main()
