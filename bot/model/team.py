"""Who works how, who leads whom: what a company says of its people; pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

TITLE_LIMIT = 80


class WorkKind(StrEnum):
    """Where somebody works; who is OUTSIDE sees only whom they share a place with."""

    OFFICE = "office"
    REMOTE = "remote"
    OUTSIDE = "outside"


KINDS = {
    "office": WorkKind.OFFICE, "onsite": WorkKind.OFFICE, "on-site": WorkKind.OFFICE,
    "办公室": WorkKind.OFFICE, "现场": WorkKind.OFFICE, "坐班": WorkKind.OFFICE,
    "remote": WorkKind.REMOTE, "home": WorkKind.REMOTE, "远程": WorkKind.REMOTE,
    "居家": WorkKind.REMOTE, "outside": WorkKind.OUTSIDE,
    "external": WorkKind.OUTSIDE, "外部": WorkKind.OUTSIDE, "外包": WorkKind.OUTSIDE,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class TeamFacts:
    """What is said of one person: their work, in their own words, and where."""

    title: str = ""
    kind: WorkKind = WorkKind.OFFICE


@dataclass(frozen=True, slots=True)
class Expected:
    """Somebody of whom a list speaks and who is in no chat yet: it counts from the
    day they come, known by their address. None for what was not said.
    """

    email: str
    name: str = ""
    departments: tuple[str, ...] | None = None
    manager_id: int | None = None
    title: str | None = None
    kind: WorkKind | None = None


def ring(
    person_id: int, manager_id: int, managers: Mapping[int, int | None]
) -> tuple[int, ...]:
    """The ring that would close if that person were led by that manager: from the
    person up to the person again; nothing, if none would.
    """
    found = [person_id]
    leads: int | None = manager_id
    while leads is not None and leads not in found:
        found.append(leads)
        leads = managers.get(leads)
    return (*found, person_id) if leads == person_id else ()
