"""Who sees a blocker: privacy follows its place (PEERS F18) and its stand-up (A24)."""

from collections.abc import AsyncIterator

import pytest

from bot.model.standup.policy import Readers
from tests.bot.blockers.team import ELEVEN, Shop, a_shop, said
from tests.driver import Member


@pytest.fixture
async def shop() -> AsyncIterator[Shop]:
    """Everybody was asked just now; Dan is in no stand-up."""
    async with a_shop() as made:
        made.team.person("Dan Outside")
        made.team.place("#bunker", private=True, of=(made.bo, made.cy))
        await made.team.know_everyone()
        yield made


@pytest.fixture
def dan(shop: Shop) -> Member:
    """Somebody else."""
    return shop.team.people["Dan Outside"]


async def refused(who: Member, number: int = 1) -> bool:
    """Whether it is not there for them, whatever they try."""
    shown = said(await who.says(f"B-{number}"))
    listed = said(await who.says("blocker list"))
    closed = said(await who.says(f"blocker resolve {number}"))
    hidden = "no blocker" in shown and "no blocker" in closed
    return hidden and f"B-{number}" not in listed


async def test_in_an_open_channel_everybody_sees_it(shop: Shop, dan: Member) -> None:
    """Who is not in the stand-up, too."""
    await shop.answers(shop.bo, "no stock")
    assert "no stock" in said(await dan.says("blocker list"))


async def test_what_is_said_in_a_private_channel_stays_there(
    shop: Shop, dan: Member
) -> None:
    """Even from who made the stand-up of the shop."""
    await shop.bo.says("blocker add secret gas leak", "#bunker")
    assert await refused(dan)
    assert await refused(shop.anna)
    assert "secret gas leak" in said(await shop.cy.says("B-1", "#bunker"))


async def test_what_is_said_alone_with_the_bot_is_for_those_it_concerns(
    shop: Shop, dan: Member
) -> None:
    """Who is asked for help is one of them."""
    await shop.bo.says("blocker add secret gas leak @Cy")
    assert await refused(dan)
    assert "secret gas leak" in said(await shop.cy.says("B-1"))


async def test_who_is_asked_for_help_sees_it(shop: Shop, dan: Member) -> None:
    """From wherever they are; and may pass it on."""
    await shop.bo.says("blocker add secret gas leak", "#bunker")
    await shop.bo.says("blocker tag 1 @Dan")
    assert "secret gas leak" in said(dan.last())
    await dan.says("blocker resolve 1")
    assert not (await shop.blocker()).open


@pytest.mark.parametrize("readers", [Readers.MEMBERS, Readers.MANAGERS, Readers.ADMINS])
async def test_who_may_not_read_answers_does_not_read_blockers(
    shop: Shop, dan: Member, readers: Readers
) -> None:
    """Neither in a list nor in the day's message; its own reporter always does."""
    await shop.chooses(readers=readers)
    await shop.answers(shop.bo, "secret gas leak")
    await shop.team.until(ELEVEN)
    assert await refused(dan)
    assert "secret" not in shop.thread()
    assert "secret gas leak" in said(await shop.bo.says("B-1"))
    reads = said(await shop.cy.says("blocker list"))
    assert ("secret" in reads) is (readers is Readers.MEMBERS)
    assert "secret" in said(await shop.anna.says("blocker list"))


async def test_the_task_of_a_private_one_is_private(shop: Shop, dan: Member) -> None:
    """It would tell the same."""
    await shop.bo.says("blocker add secret gas leak", "#bunker")
    await shop.bo.says("blocker task 1", "#bunker")
    assert "secret" not in said(await dan.says("task list all"))
    assert "I do not know T-1" in said(await dan.says("T-1"))
