"""A team with a daily stand-up, Berlin on Slack and Hangzhou on DingTalk."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from bot.model.blocker import Blocker, Update
from bot.model.people import Role
from bot.model.standup import Standup
from tests.databases import Kind
from tests.driver import TENANTS, Member, Team, a_team
from tests.fakes.chat import Seen

NINE_THIRTY = datetime(2026, 3, 2, 8, 30, tzinfo=UTC)  # Monday in Berlin
ELEVEN = NINE_THIRTY + timedelta(minutes=90)
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Shop:
    """Anna made the stand-up and is no admin; Bo reports, 李伟 helps from Hangzhou."""

    team: Team
    anna: Member
    bo: Member
    cy: Member
    li: Member

    async def blocker(self, number: int = 1) -> Blocker:
        """The blocker by its number, as it is stored."""
        async with self.team.store() as db:
            found = await db.blockers.numbered(number)
        assert found is not None
        return found

    async def story(self, number: int = 1) -> list[Update]:
        """What happened to it."""
        blocker = await self.blocker(number)
        async with self.team.store.reading() as db:
            return list(await db.blockers.log.of(blocker.id))

    async def count(self) -> int:
        """How many are open."""
        async with self.team.store.reading() as db:
            return len(await db.blockers.all())

    async def answers(self, who: Member, blockers: str, button: str = "Fill") -> None:
        """Fills the day's form."""
        await who.presses(button)
        taken = await who.fills(q0="sold tea", q1="ship cups", q2=blockers)
        assert taken == {}

    async def chooses(self, **policy: object) -> None:
        """What the team of the stand-up wants."""
        async with self.team.store() as db:
            standup = await self.standup()
            chosen = replace(standup.policy, **policy)  # type: ignore[arg-type]
            await db.standups.save(replace(standup, policy=chosen))
            await db.commit()

    async def standup(self) -> Standup:
        """The one there is."""
        async with self.team.store.reading() as db:
            (found,) = await db.standups.all()
        return found

    async def id_of(self, member: Member) -> int:
        """A member's id as a person."""
        async with self.team.store.reading() as db:
            return (await db.people.known([member.ref]))[member.ref].id

    async def manages(self, manager: Member, who: Member) -> None:
        """Makes somebody the manager of somebody."""
        profile = replace(self.team.chat.profiles[who.ref], manager=manager.ref)
        self.team.chat.profiles[who.ref] = profile
        async with self.team.store() as db:
            await db.people.meet(profile)
            await db.commit()

    async def makes_admin(self, who: Member) -> None:
        """Makes somebody an admin of the organization."""
        async with self.team.store() as db:
            person = (await db.people.known([who.ref]))[who.ref]
            await db.people.save(replace(person, role=Role.ADMIN))
            await db.commit()

    def sent(self, part: str) -> list[Seen]:
        """Messages whose key has this part."""
        return [seen for seen in self.team.chat.messages if part in seen.key]

    def thread(self) -> str:
        """The newest day's message."""
        return self.sent(":parent")[-1].text


def said(seen: Seen | None) -> str:
    """What a message says."""
    assert seen is not None, "nothing was said"
    return seen.text


def labels(seen: Seen | None) -> list[str]:
    """What can be pressed on it."""
    assert seen is not None
    return [control.label for control in seen.controls]


@asynccontextmanager
async def a_shop(
    kind: Kind = "sqlite", words: str = "in #general"
) -> AsyncIterator[Shop]:
    """Half past nine on a Monday in Berlin: Anna, Bo and Cy were asked just now."""
    async with a_team(kind) as team:
        anna, bo = team.person("Anna Berger"), team.person("Bo Lin")
        cy = team.person("Cy Twombly")
        li = team.person(
            "李伟", zone="Asia/Shanghai", language="zh", platform="dingtalk"
        )
        await team.know_everyone()
        async with team.store() as db:
            await db.people.connect("dingtalk", TENANTS["dingtalk"], "茶器")
            await db.people.meet(team.chat.profiles[li.ref])
            await db.commit()
        await anna.says(f"standup new Daily at 09:30 {words} for @Anna @Bo @Cy")
        await team.until(NINE_THIRTY)
        yield Shop(team, anna, bo, cy, li)
