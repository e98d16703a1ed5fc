"""A team for the task dialogues, and what is in its database."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime

from bot.model.task import Task
from tests.driver import MONDAY, Member, Team, a_team
from tests.fakes.chat import Seen


@dataclass(frozen=True, slots=True)
class Crew:
    """Anna (admin) and Cy in Berlin, Bo and 王芳 in Shanghai; #secret is private."""

    team: Team
    anna: Member
    bo: Member
    cy: Member
    wang: Member

    async def task(self, number: int = 1) -> Task:
        """The task by its number, as it is stored."""
        async with self.team.store() as db:
            task = await db.tasks.numbered(number)
        assert task is not None
        return task

    async def tasks(self) -> list[Task]:
        """Every task, by number."""
        found: list[Task] = []
        async with self.team.store() as db:
            while task := await db.tasks.numbered(len(found) + 1):
                found.append(task)
        return found

    async def adds(self, member: Member, *lines: str, where: str | None = None) -> None:
        """Adds several tasks at once."""
        typed = "\n".join(f"- {line}" for line in lines)
        await member.says(f"task add\n{typed}", where)
        await self.creates(member)

    async def creates(self, member: Member) -> Seen | None:
        """Presses "Create … tasks" on what was just shown, if that is there."""
        shown = member.last()
        assert shown is not None
        wanted = [c for c in shown.controls if c.action == "task.batch-create"]
        return await member.presses(wanted[0].label, shown) if wanted else None

    async def id_of(self, member: Member) -> int:
        """A member's id as a person."""
        async with self.team.store.reading() as db:
            return (await db.people.known([member.ref]))[member.ref].id


@asynccontextmanager
async def a_crew(now: datetime = MONDAY) -> AsyncIterator[Crew]:
    """Everybody is known to the bot."""
    async with a_team(now=now) as team:
        anna = team.person("Anna Berger", admin=True)
        bo = team.person("Bo Lin", zone="Asia/Shanghai")
        cy = team.person("Cy Twombly")
        wang = team.person("王芳", zone="Asia/Shanghai", language="zh")
        team.place("#secret", private=True, of=(anna, cy))
        await team.know_everyone()
        yield Crew(team, anna, bo, cy, wang)


def said(seen: Seen | None) -> str:
    """What a message says."""
    assert seen is not None, "nothing was said"
    return seen.text


def private(seen: Seen | None) -> bool:
    """Whether one person alone sees it."""
    return seen is not None and seen.only is not None
