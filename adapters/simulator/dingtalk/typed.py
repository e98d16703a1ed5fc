"""What a person types: whom it mentions, and whether it calls the robot."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from adapters.simulator.dingtalk.company import Worker


@dataclass(frozen=True, slots=True)
class Typed:
    """A text without the robot's mention, and who else is mentioned."""

    text: str
    calls_bot: bool
    people: tuple[str, ...]


def read(text: str, robot: Iterable[str], members: Iterable[Worker]) -> Typed:
    """Take the robot's mention out, the blank after it stays (facts §1.9)."""
    names = "|".join(re.escape(name) for name in sorted(robot, key=len, reverse=True))
    calling = re.compile(rf"@(?:{names})(?![A-Za-z0-9_-])", re.IGNORECASE)
    rest, count = calling.subn("", text)
    people = [each.userid for each in members if _mentioned(each, rest)]
    return Typed(rest, count > 0, tuple(people))


def _mentioned(person: Worker, text: str) -> bool:
    return f"@{person.name}" in text or bool(
        re.search(rf"@{re.escape(person.userid)}(?!\w)", text)
    )
