"""How much is measured: enough to trust it, or just enough to see that it works."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sizes:
    """Rounds are interleaved; everything else is per round."""

    rounds: int = 5
    open_rate: int = 300
    open_seconds: float = 2.0
    closed: int = 200
    drain: float = 30.0  # seconds that answers get to come
    frames: int = 300
    schedules: int = 100_000
    schedules_many: int = 1_000_000
    due: int = 5_000
    added: int = 10_000
    rows: int = 1_000
    rows_many: int = 1_000_000
    looks: int = 60
    messages: int = 240
    prompts: int = 60
    starts: int = 5
    people: int = 300
    events: int = 5_000
    told: int = 100_000
    idle: float = 10.0


FULL = Sizes()
TINY = Sizes(
    rounds=1,
    open_rate=20,
    open_seconds=0.5,
    closed=8,
    drain=20.0,
    frames=4,
    schedules=200,
    schedules_many=400,
    due=5,
    added=20,
    rows=1_000,
    rows_many=2_000,
    looks=2,
    messages=8,
    prompts=3,
    starts=1,
    people=6,
    events=12,
    idle=1.0,
    told=1_000,
)
