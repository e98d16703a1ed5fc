"""A shop where people answer for things, on Slack and on DingTalk."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from tests.bot.kudos.shop import Shop, a_shop
from tests.databases import Kind
from tests.driver import Member
from tests.fakes.chat import Seen

NEW = (
    'area new "refunds DE" @Li deputies @Bo informed @Anna'
    ' also:"Rückerstattung, 退款" dept:service'
)


@dataclass(frozen=True, slots=True)
class Firm:
    """The shop, and what people are told beside the answers they get."""

    shop: Shop

    async def says(self, who: Member, text: str, where: str | None = None) -> str:
        """What somebody is answered, in their own chat or where they ask."""
        seen = await who.says(text, where)
        assert seen
        return seen.text

    def told(self, who: Member, kind: str) -> list[Seen]:
        """What somebody was sent of one kind, the oldest first."""
        return [seen for seen in who.inbox if f":{kind}:" in f":{seen.key}:"]


@asynccontextmanager
async def a_firm(kind: Kind = "sqlite", *, areas: bool = True) -> AsyncIterator[Firm]:
    """Monday, 10:00 in Berlin; Li answers for refunds, Bo is their deputy."""
    async with a_shop(kind, wall=False) as shop:
        if areas:
            await shop.anna.says(NEW)
        yield Firm(shop)
