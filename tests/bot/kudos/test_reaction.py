"""A sign on a message says thanks, where a company chose one (PEERS L01, L04)."""

from collections.abc import AsyncIterator

import pytest

from bot.events import Reacted
from bot.model.refs import MessageRef
from tests.bot.kudos.shop import Shop, a_shop
from tests.databases import KINDS
from tests.databases import Kind as Database
from tests.driver import Member
from tests.fakes.chat import Seen


@pytest.fixture(params=KINDS)
async def shop(request: pytest.FixtureRequest) -> AsyncIterator[Shop]:
    """Anna is an admin; no wall; on both databases."""
    kind: Database = request.param
    async with a_shop(kind, wall=False) as made:
        yield made


async def reacts(shop: Shop, who: Member, author: Member, sign: str = "tada") -> None:
    """Somebody puts a sign on a message in #wins."""
    where = shop.team.places["#wins"]
    await shop.team.receive(
        Reacted(
            id=f"Re{next(shop.team.counter)}",
            at=shop.team.clock.now(),
            who=who.ref,
            where=where,
            sign=sign,
            author=author.ref,
            message=MessageRef(where, "1.5"),
        )
    )
    await shop.team.waits(minutes=1)


def asked(who: Member) -> list[Seen]:
    """What somebody was asked for their sign."""
    return [seen for seen in who.inbox if "kudos:reacted" in seen.key]


async def test_who_puts_the_sign_there_is_asked_what_for(shop: Shop) -> None:
    """In private and once; with a reason it is kudos where the message is."""
    await shop.anna.says("kudos sign :tada:")
    for _ in range(2):
        await reacts(shop, shop.bo, shop.li)
    (question,) = asked(shop.bo)
    assert "You liked what Li Mei wrote" in question.text
    assert shop.told(shop.li) == []
    await shop.bo.presses("Say what for", question)
    wrong = await shop.bo.fills(reason="")
    assert "reason" in wrong
    await shop.bo.presses("Say what for", question)
    assert await shop.bo.fills(reason="for finding the lost parcel") == {}
    await shop.team.waits(minutes=1)
    (told,) = shop.told(shop.li)
    assert "finding the lost parcel" in told.text
    (card,) = shop.on("#wins")
    assert "Li Mei" in card.text


async def test_other_signs_say_nothing(shop: Shop) -> None:
    """Neither before one is chosen, nor after it is off, nor another one."""
    await reacts(shop, shop.bo, shop.li)
    await shop.anna.says("kudos sign :tada:")
    await reacts(shop, shop.bo, shop.li, "eyes")
    await reacts(shop, shop.bo, shop.bo)
    await shop.anna.says("表扬 表情 关闭")
    await reacts(shop, shop.bo, shop.li)
    assert asked(shop.bo) == []


@pytest.mark.parametrize(
    "typed", ["kudos sign", "kudos sign two words", "点赞 表情 好"]
)
async def test_a_sign_is_named_by_its_name(shop: Shop, typed: str) -> None:
    """Anything else is asked for again; only an admin says it."""
    await shop.anna.says(typed)
    assert "Its name between colons" in shop.answer(shop.anna).text
    await shop.bo.says("kudos sign :tada:")
    await reacts(shop, shop.bo, shop.li)
    assert asked(shop.bo) == []
