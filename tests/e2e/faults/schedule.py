"""When a process is killed: by lot, from a seed; pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

STARTING = 0.2  # of all kills come while the process starts
LONGEST_START = 2.5
LONGEST_LIFE = 2.5
AT_ONCE = 0.7
TOGETHER = 0.1  # of all kills hit every replica


@dataclass(frozen=True, slots=True)
class Kill:
    """Which process, and how many seconds after it was spawned, or was ready."""

    replica: int
    starting: bool
    after: float
    together: bool = False  # with all the others


def kills(seed: int, many: int, replicas: int, per_step: int) -> Iterator[Kill]:
    """So many of them; the first after each step of the day comes while everybody is
    written to.
    """
    random = Random(f"kills {seed}")  # noqa: S311  no secret
    for number in range(many):
        soon = number % per_step == 0
        starting = not soon and random.random() < STARTING
        longest = LONGEST_START if starting else AT_ONCE if soon else LONGEST_LIFE
        together = replicas > 1 and random.random() < TOGETHER
        after = random.uniform(0.0, longest)
        yield Kill(random.randrange(replicas), starting, after, together)
