"""Every table: importing this makes `metadata` complete."""

from storage.tables import (
    counters,
    deliveries,
    inbox,
    interviews,
    jobs,
    people,
    projects,
    standups,
    tasks,
)
from storage.tables.base import metadata

__all__ = [
    "counters",
    "deliveries",
    "inbox",
    "interviews",
    "jobs",
    "metadata",
    "people",
    "projects",
    "standups",
    "tasks",
]
