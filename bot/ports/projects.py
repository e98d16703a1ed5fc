"""The repository of projects and their milestones."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol

from bot.model.project import Milestone, Project
from bot.model.refs import PlaceRef
from bot.model.task import Progress


class Projects(Protocol):
    """Projects of one organization."""

    async def open(self, project: Project) -> tuple[Project, bool]:
        """The project of that name, stored if there is none; says whether it is new."""
        ...

    async def save(self, project: Project) -> None: ...

    async def get(self, project_id: int) -> Project | None: ...

    async def named(self, name: str) -> Project | None:
        """The project of that name, however it is written; held for this unit."""
        ...

    async def visible(
        self, viewer_id: int, here: Collection[PlaceRef]
    ) -> Sequence[Project]:
        """What a person may see from a place, unfinished ones first, by name."""
        ...

    async def progress(
        self, project_ids: Collection[int], viewer_id: int, here: Collection[PlaceRef]
    ) -> dict[int, Progress]:
        """How many of each project's tasks, of those the viewer may see, are closed."""
        ...

    async def plan(self, milestone: Milestone) -> Milestone:
        """Stores a new milestone."""
        ...

    async def milestones(self, project_ids: Collection[int]) -> Sequence[Milestone]:
        """The milestones of these projects, the next first."""
        ...

    async def reach(self, milestone_id: int, at: datetime | None) -> Milestone | None:
        """Marks a milestone reached, or not reached when `at` is None."""
        ...
