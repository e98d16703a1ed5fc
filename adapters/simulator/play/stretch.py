"""What is played: from when to when, how fast, and what was seen so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from typing import Any

from adapters.simulator.play.happenings import Happening
from adapters.simulator.play.pace import Pace, working_days
from adapters.simulator.play.scenes import Scene, Special, scene_called
from adapters.simulator.wire import ControlError, Json

SECONDS, MOST_SECONDS = 60.0, 3600.0
A_WEEK, MOST = timedelta(days=7), timedelta(days=31)
IN_PLACE = timedelta(hours=1)  # a scene that began this short ago begins now
NEWS = time(1, tzinfo=UTC)  # when a day's speciality is told; Europe moves its clocks


@dataclass
class Stretch:
    """A play. `left` are the real seconds that are left for it, `worked` those that the
    company took so far.
    """

    begins: datetime
    ends: datetime
    seconds: float
    seed: int
    scene: Scene | None = None
    left: float = 0.0
    worked: float = 0.0
    seen: list[Happening] = field(default_factory=list)
    told: set[datetime] = field(default_factory=set)

    def special(self) -> dict[datetime, Special]:
        """The days of the scene that bring something, as moments still to come."""
        days = self.scene.days if self.scene else {}
        news = {datetime.combine(day, NEWS): special for day, special in days.items()}
        return {at: each for at, each in news.items() if at not in self.told}

    def part_left(self, now: datetime) -> float:
        """How much of it is still to come, from 1 to 0."""
        whole = working_days(self.begins, self.ends)
        return working_days(now, self.ends) / whole if whole else 1.0

    def wait(self, now: datetime) -> float:
        """Seconds to look at what has just happened."""
        pace = Pace(
            working_days(self.begins, now),
            working_days(now, self.ends),
            len(self.seen),
            self.left,
            self.worked / max(1, len(self.seen)),
        )
        return pace.wait()

    def work(self, seconds: float) -> None:
        """So much real time the company took."""
        self.worked += seconds
        self.look(seconds)

    def look(self, seconds: float) -> None:
        """So much real time was there to look."""
        self.left = max(0.0, self.left - seconds)

    def hurry(self, seconds: float, now: datetime) -> None:
        """From now on so fast that the whole would take this long."""
        self.seconds, self.left = seconds, seconds * self.part_left(now)


def stretch_of(wish: Json, now: datetime) -> Stretch:
    """What somebody wishes to see: a scene, some days from now, or until a moment."""
    scene = scene_in(wish)
    seconds = seconds_in(wish)
    seed = _number(wish.get("seed", 1), "seed", 2**31)
    ends = scene.ends if scene else _end(wish, now)
    return Stretch(now, ends, seconds, int(seed), scene, left=seconds)


def scene_in(wish: Json) -> Scene | None:
    """The scene that is wished for, if one is."""
    name = wish.get("scene")
    scene = scene_called(name) if isinstance(name, str) else None
    if name is not None and scene is None:
        raise ControlError(f"there is no scene {name!r}")
    return scene


def begins_now(scene: Scene, now: datetime) -> bool:
    """Whether the company stands at the beginning of the scene."""
    return scene.begins <= now <= scene.begins + IN_PLACE


def seconds_in(wish: Json) -> float:
    """The real seconds that the whole shall take."""
    return _number(wish.get("seconds", SECONDS), "seconds", MOST_SECONDS)


def _end(wish: Json, now: datetime) -> datetime:
    if "until" in wish:
        ends = datetime.fromisoformat(str(wish["until"]))
        ends = ends.replace(tzinfo=ends.tzinfo or UTC)
    else:
        days = _number(wish.get("days", A_WEEK.days), "days", MOST.days)
        ends = now + timedelta(days=days)
    if not now < ends <= now + MOST:
        raise ControlError("say an end that comes, at most a month ahead")
    return ends


def _number(given: Any, name: str, most: float) -> float:
    good = isinstance(given, int | float) and not isinstance(given, bool)
    if not good or not 0 <= given <= most:
        raise ControlError(f"{name} is a number from 0 to {most:g}")
    return float(given)
