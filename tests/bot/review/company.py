"""A shop in which reviews are written, on Slack and on DingTalk."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.model.review import Review
from tests.bot.kudos.shop import Shop, a_shop
from tests.databases import Kind
from tests.driver import Member
from tests.fakes.chat import Seen

LEADS = {"Bo": "Anna", "Li": "Bo", "王芳": "Bo", "李伟": "王芳"}
WORD = "marzipan"  # a word of what is written, looked for everywhere else


def at(day: int, hour: int, minute: int = 0, month: int = 3) -> datetime:
    """An instant of that spring, in UTC: an hour less than in Berlin."""
    return datetime(2026, month, day, hour, minute, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Company:
    """Anna (an admin) leads Bo; Bo leads Li and 王芳; 王芳 leads 李伟; nobody leads
    Anna. Gus is a guest. It is Monday 2 March, 10:00 in Berlin.
    """

    shop: Shop

    @property
    def members(self) -> dict[str, Member]:
        """Everybody, by the name they are called."""
        return {
            "Anna": self.shop.anna, "Bo": self.shop.bo, "Li": self.shop.li,
            "王芳": self.shop.wang, "李伟": self.shop.wei,
        }  # fmt: skip

    async def until(self, day: int, hour: int, minute: int = 0, month: int = 3) -> None:
        """Lets time pass."""
        await self.shop.team.until(at(day, hour, minute, month))

    async def id_of(self, who: Member) -> int:
        """A member's id as a person."""
        async with self.shop.team.store.reading() as db:
            return (await db.people.known([who.ref]))[who.ref].id

    async def lead(self, who: Member, by: Member | None) -> None:
        """Somebody leads them from now on."""
        async with self.shop.team.store() as db:
            known = await db.people.known([each.ref for each in (who, by) if each])
            leads = known[by.ref].id if by else None
            await db.team.lead(known[who.ref].id, leads)
            await db.commit()

    async def about(self, who: Member) -> Review:
        """The newest review of somebody, as it is stored."""
        async with self.shop.team.store.reading() as db:
            id = (await db.people.known([who.ref]))[who.ref].id
            return (await db.reviews.about(id))[0]

    def lists(self, who: Member) -> list[Seen]:
        """The lists of what is theirs to write, the oldest first."""
        return [
            s for s in who.inbox if "review:round:" in s.key and "begun" not in s.key
        ]

    def told(self, who: Member, word: str) -> list[Seen]:
        """What they were told of reviews, of one kind."""
        return [s for s in who.inbox if s.key.startswith("review:") and word in s.key]

    async def write(self, who: Member, name: str, text: str = WORD) -> None:
        """Writes about somebody, and sends it."""
        word = "评估 填写" if who.ref.platform == "dingtalk" else "review write"
        await who.says(f"{word} @{name}")
        filled = await who.fills(
            strengths=f"Great {text}", next="More of it", note=f"{text} for me"
        )
        assert filled == {}


@asynccontextmanager
async def a_company(kind: Kind = "sqlite") -> AsyncIterator[Company]:
    """The company, with who leads whom."""
    async with a_shop(kind, wall=False) as shop:
        company = Company(shop)
        members = company.members
        for name, by in LEADS.items():
            await company.lead(members[name], members[by])
        yield company
