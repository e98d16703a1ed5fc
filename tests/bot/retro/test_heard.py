"""What customers spoke of stands beside what is read together (PEERS E06)."""

from collections.abc import AsyncIterator

import pytest

from tests.bot.kudos.shop import WALL, WINS, Shop, a_shop
from tests.bot.retro.test_box import opened, read
from tests.databases import KINDS, Kind


@pytest.fixture(params=KINDS)
async def shop(request: pytest.FixtureRequest) -> AsyncIterator[Shop]:
    """On both databases; #wins and 光荣榜 are one room."""
    kind: Kind = request.param
    async with a_shop(kind, wall=False) as made:
        yield made


async def test_what_customers_spoke_of_most_stands_beside(shop: Shop) -> None:
    """In figures, in each place's language; since the one before, without a word of a
    customer.
    """
    for said in ("the parcel is late", "the parcel got lost"):
        await shop.bo.says(f"feedback {said} step:delivery customer:Maria")
    await shop.bo.says("feedback it broke step:quality")
    await shop.bo.says("retro bad: no time")
    await opened(shop)
    (here,), (there,) = read(shop, WINS), read(shop, WALL)
    assert "What customers spoke of most since the last one" in here
    assert "Delivery: 2 voices (+2 against the time before)" in here
    assert "物流配送：2 条（较前期 +2）" in there
    assert "Maria" not in here
    await shop.team.waits(days=7)
    await shop.bo.says("feedback it broke again step:quality")
    await shop.bo.says("retro bad: still no time")
    await opened(shop)
    latest = read(shop, WINS)[-1]
    assert "Product quality: one voice (±0 against the time before)" in latest
    assert "Delivery" not in latest


async def test_where_customers_said_nothing_nothing_stands_beside(shop: Shop) -> None:
    """No empty heading."""
    await shop.bo.says("retro bad: no time")
    await opened(shop)
    assert "customers" not in read(shop, WINS)[0]
