"""Weeks worth seeing, each with what its days bring."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from adapters.simulator.wire import Json


@dataclass(frozen=True, slots=True)
class Special:
    """What a day brings: words for the page by their key, and where it is so."""

    key: str
    tz: str


CHINA_OFF = Special("chinaOff", "Asia/Shanghai")
CHINA_WORKS = Special("chinaWorks", "Asia/Shanghai")
CLOCKS_BACK = Special("clocksBack", "Europe/Berlin")


@dataclass(frozen=True, slots=True)
class Scene:
    """A stretch of time, and what is special about some of its days."""

    name: str
    begins: datetime
    ends: datetime
    days: Mapping[date, Special] = field(default_factory=dict)

    def shown(self) -> Json:
        """The scene as the page lists it."""
        return {
            "name": self.name,
            "from": self.begins.isoformat(),
            "until": self.ends.isoformat(),
            "days": {
                day.isoformat(): special.key for day, special in self.days.items()
            },
        }


# The sample company lives through the autumn of 2026: all of these dates are real.
SCENES = (
    Scene(
        "usual",
        datetime(2026, 11, 1, 12, tzinfo=UTC),
        datetime(2026, 11, 7, 12, tzinfo=UTC),
    ),
    Scene(
        "golden",
        datetime(2026, 10, 4, 12, tzinfo=UTC),
        datetime(2026, 10, 11, 12, tzinfo=UTC),
        {
            date(2026, 10, 5): CHINA_OFF,
            date(2026, 10, 6): CHINA_OFF,
            date(2026, 10, 7): CHINA_OFF,
            date(2026, 10, 10): CHINA_WORKS,
        },
    ),
    Scene(
        "winter",
        datetime(2026, 10, 21, 12, tzinfo=UTC),
        datetime(2026, 10, 28, 20, tzinfo=UTC),
        {date(2026, 10, 25): CLOCKS_BACK},
    ),
)


def scene_called(name: str) -> Scene | None:
    """The scene of this name."""
    return next((scene for scene in SCENES if scene.name == name), None)
