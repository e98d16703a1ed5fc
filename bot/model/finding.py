"""What was found when something was looked at: in order, or to be mended."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum


class Level(StrEnum):
    """How serious a finding is."""

    OK = "ok"
    WARN = "warn"
    FAIL = "fail"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: `key` names its text in the catalogue."""

    level: Level
    key: str
    values: Mapping[str, str | int] = field(default_factory=dict)


def worst_first(findings: Sequence[Finding]) -> list[Finding]:
    """Each finding once, what has to be mended before all else."""
    order = list(reversed(Level))
    once = [one for i, one in enumerate(findings) if one not in findings[:i]]
    return sorted(once, key=lambda finding: order.index(finding.level))
