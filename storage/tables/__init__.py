"""Every table: importing this makes `metadata` complete."""

from storage.tables import (
    blockers,
    counters,
    crossings,
    deliveries,
    forms,
    inbox,
    interviews,
    jobs,
    leaves,
    links,
    people,
    projects,
    rooms,
    standups,
    tasks,
    todos,
    usage,
)
from storage.tables.base import metadata

__all__ = [
    "blockers",
    "counters",
    "crossings",
    "deliveries",
    "forms",
    "inbox",
    "interviews",
    "jobs",
    "leaves",
    "links",
    "metadata",
    "people",
    "projects",
    "rooms",
    "standups",
    "tasks",
    "todos",
    "usage",
]
