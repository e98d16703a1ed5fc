"""The machine: which core serves and which asks, and what a process has used."""

import asyncio
import os
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from math import ceil

import psutil  # type: ignore[import-untyped]  # ships no types

MEGABYTE = 1024 * 1024


def serving_cores() -> set[int] | None:
    """The one core of whatever is measured; None where nobody can say."""
    return {_cores()[0]} if len(_cores()) > 1 else None


def asking_cores() -> set[int] | None:
    """The cores of all else."""
    return set(_cores()[1:]) if len(_cores()) > 1 else None


def pin(pid: int, cores: set[int] | None) -> None:
    """Keeps a process, and what it starts from now on, on these cores."""
    if cores and hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(pid, cores)


def cpu(pid: int) -> float:
    """Seconds of CPU that a process has used, in all its threads."""
    used = psutil.Process(pid).cpu_times()
    return float(used.user + used.system)


def memory(pid: int) -> float:
    """Megabytes that a process holds."""
    return float(psutil.Process(pid).memory_info().rss) / MEGABYTE


def percentile(figures: Sequence[float], share: float) -> float:
    """The figure below which that share of all lies."""
    ordered = sorted(figures)
    return ordered[max(0, ceil(share * len(ordered)) - 1)]


@dataclass
class Stalls:
    """How long the loop was kept from turning, in seconds."""

    longest: float = 0.0
    _running: asyncio.Task[None] | None = field(default=None, repr=False)

    async def watch(self) -> None:
        """Looks every millisecond, until cancelled."""
        while True:
            before = time.perf_counter()
            await asyncio.sleep(0.001)
            late = time.perf_counter() - before - 0.001
            self.longest = max(self.longest, late)


@contextmanager
def stalls() -> Iterator[Stalls]:
    """Watches the running loop."""
    watched = Stalls()
    task = asyncio.get_running_loop().create_task(watched.watch())
    try:
        yield watched
    finally:
        task.cancel()


def _cores() -> list[int]:
    if hasattr(os, "sched_getaffinity"):
        return _ALL
    return []


_ALL = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else []
