"""Kudos can be changed for a while, and every message with them."""

from collections.abc import AsyncIterator

import pytest

from tests.bot.kudos.shop import WALL, WINS, Shop, a_shop
from tests.databases import KINDS, Kind


@pytest.fixture(params=KINDS)
async def shop(request: pytest.FixtureRequest) -> AsyncIterator[Shop]:
    """Anna has thanked 王芳 for a banner, on both databases."""
    kind: Kind = request.param
    async with a_shop(kind) as made:
        await made.bo.says("kudos @王芳 for the rde banner", "#general")
        yield made


async def test_a_change_is_shown_everywhere(shop: Shop) -> None:
    """Where it was given, on both walls, and to who is thanked (L09)."""
    await shop.team.waits(minutes=14)
    await shop.bo.says("kudos edit K-1 the red banner on the shop #together")
    shown = (
        shop.on("#general")[-1],
        shop.on(WINS)[-1],
        shop.on(WALL)[-1],
        shop.told(shop.wang)[-1],
    )
    for seen in shown:
        assert "the red banner on the shop" in seen.text
        assert "🤝" in seen.text
        assert "rde" not in seen.text


async def test_what_is_taken_back_is_gone_everywhere(shop: Shop) -> None:
    """And from every list; who had not heard of it yet never does."""
    await shop.team.waits(hours=3)
    await shop.bo.says("kudos @李伟 for the night shift", "#general")
    assert shop.told(shop.wei) == []
    seen = await shop.bo.says("点赞 撤回 K-2")
    assert seen
    assert "K-2 was taken back" in seen.text
    texts = [each.text for each in shop.team.chat.messages]
    assert not any("the night shift" in text and "🎉" in text for text in texts)
    await shop.team.waits(days=1)
    assert shop.told(shop.wei) == []
    seen = await shop.bo.says("kudos mine")
    assert seen
    assert "night shift" not in seen.text


async def test_after_a_while_only_admins_change_it(shop: Shop) -> None:
    """It says who can."""
    await shop.team.waits(minutes=16)
    for typed in ("kudos drop K-1", "kudos edit K-1 for another banner altogether"):
        seen = await shop.bo.says(typed)
        assert seen
        assert "An admin can still change it" in seen.text
    await shop.anna.says("kudos edit 1 for the red banner of Monday")
    assert "of Monday" in shop.on(WINS)[-1].text


async def test_nobody_changes_what_others_gave(shop: Shop) -> None:
    """Not even who is thanked."""
    for who in (shop.li, shop.wang):
        await who.says("kudos drop K-1")
        await who.says("点赞 修改 K-1 因为我自己太优秀了")
    assert (await shop.kudos()).reason == "the rde banner"
    seen = await shop.li.says("kudos drop 99")
    assert seen
    assert "There is no K-99 that you can see" in seen.text
    seen = await shop.li.says("kudos drop")
    assert seen
    assert "Which kudos?" in seen.text


async def test_own_kudos_are_changed_from_their_list(shop: Shop) -> None:
    """With a form that holds what was said."""
    seen = await shop.bo.says("kudos mine")
    assert seen
    assert "the rde banner" in seen.text
    await shop.bo.presses("Change", seen)
    assert await shop.bo.fills(reason="the blue banner, too", values=("care",)) == {}
    assert "the blue banner, too" in shop.on(WINS)[-1].text
    await shop.bo.presses("Take back", seen)
    assert "K-1 已撤回" in shop.told(shop.wang)[-1].text
