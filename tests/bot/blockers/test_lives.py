"""Blockers of people who turn out to be one, or who leave."""

from collections.abc import AsyncIterator

import pytest

from tests.bot.blockers.team import DAY, NINE_THIRTY, Shop, a_shop, labels, said
from tests.bot.links.people import link


@pytest.fixture
async def shop() -> AsyncIterator[Shop]:
    """Everybody was asked just now; 李伟 is on Slack, too, and nobody knows that."""
    async with a_shop() as made:
        made.team.person("Li Wei", zone="Asia/Shanghai")
        await made.team.know_everyone()
        yield made


async def test_who_was_asked_twice_is_asked_once(shop: Shop) -> None:
    """On both chats; one press there counts for both."""
    slack_li = shop.team.people["Li Wei"]
    await shop.answers(shop.bo, "no stock @李伟 @Li")
    assert len((await shop.blocker()).tagged) == 2
    await link(slack_li, shop.li)
    assert len((await shop.blocker()).tagged) == 1
    await shop.li.presses("收到")
    assert (await shop.blocker()).tags[0].acknowledged_at is not None
    for card in shop.sent(":tagged:"):
        assert "Acknowledge" not in labels(card)
        assert "收到" not in labels(card)


async def test_what_somebody_reported_stays_theirs(shop: Shop) -> None:
    """Whichever of the two persons stays."""
    slack_li = shop.team.people["Li Wei"]
    await shop.li.says("阻碍 新增 大门锁了 @Bo")
    await link(slack_li, shop.li)
    assert "大门锁了" in said(await slack_li.says("blocker list mine"))
    await shop.bo.presses("Resolve")
    assert not (await shop.blocker()).open


async def test_who_asked_themselves_by_another_name_is_no_trouble(shop: Shop) -> None:
    """Reporter and helper turn out to be one: it goes on as anybody's."""
    await shop.li.says("阻碍 新增 大门锁了 @Li")
    await link(shop.team.people["Li Wei"], shop.li)
    await shop.team.until(NINE_THIRTY + 4 * DAY)
    await shop.li.says("阻碍 解决 1")
    assert not (await shop.blocker()).open
