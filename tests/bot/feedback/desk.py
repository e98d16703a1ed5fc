"""A shop whose customer service passes on what customers say."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from bot.model.feedback import Feedback
from bot.model.feedback.life import UNDO
from tests.databases import Kind
from tests.driver import Member, Team, a_team

TRIAGE, STORE = "#voice", "#store-it"


@dataclass(frozen=True, slots=True)
class Desk:
    """Sofia hears customers in Rome, 王芳 in Hangzhou; Jonas repairs and triages."""

    team: Team
    sofia: Member
    wang: Member
    jonas: Member
    anna: Member

    async def item(self, number: int = 1) -> Feedback:
        """The feedback by its number, as it is stored."""
        async with self.team.store() as db:
            found = await db.feedback.numbered(number)
        assert found is not None
        return found

    async def leaves(self) -> None:
        """Lets the time go by in which words can be taken back."""
        await self.team.waits(seconds=UNDO.total_seconds())

    async def opens_store(self) -> None:
        """There is a channel of those who run the shop."""
        ref = self.team.place(STORE)
        async with self.team.store() as db:
            await db.people.remember_place(self.team.chat.places[ref])
            await db.commit()

    def news(self, who: Member) -> list[str]:
        """What somebody was told of feedback, the oldest first."""
        return [seen.text for seen in who.inbox if ":person:" in seen.key]


@asynccontextmanager
async def a_desk(kind: Kind = "sqlite") -> AsyncIterator[Desk]:
    """The room for triage is chosen: Anna and Jonas are in it."""
    async with a_team(kind) as team:
        anna = team.person("Anna Berger", admin=True)
        jonas, sofia = team.person("Jonas Weber"), team.person("Sofia Rossi")
        wang = team.person(
            "王芳", platform="dingtalk", language="zh", zone="Asia/Shanghai"
        )
        team.place(TRIAGE, private=True, of=(anna, jonas))
        await team.know_everyone()
        await anna.says("feedback triage here", TRIAGE)
        yield Desk(team, sofia, wang, jonas, anna)
