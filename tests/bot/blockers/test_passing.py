"""Blockers as people mention them, without the word for it."""

from collections.abc import AsyncIterator

import pytest

from bot.phrases import says_blocked
from tests.bot.blockers.team import Shop, a_shop, said


@pytest.fixture
async def shop() -> AsyncIterator[Shop]:
    async with a_shop() as made:
        yield made


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("I'm blocked by the warehouse", "blocker add I'm blocked by the warehouse"),
        ("I am stuck with the labels", "blocker add I am stuck with the labels"),
        ("blocked: no stock numbers", "blocker add no stock numbers"),
        ("我被物流卡住了", "blocker add 我被物流卡住了"),
        ("阻碍：主图还没给我", "blocker add 主图还没给我"),
        ("what blocks us?", "blocker list"),
        ("who is blocked", "blocker list"),
        ("谁被卡住了？", "blocker list"),
        ("现在有什么阻碍", "blocker list"),
        ("有人卡住吗", "blocker list"),
        ("show my blockers", "blocker list mine"),
        ("我的阻碍", "blocker list mine"),
        ("blocked by the printer again", "blocker add blocked by the printer again"),
        ("stuck on the label printer", "blocker add stuck on the label printer"),
        ("卡在海关了", "blocker add 卡在海关了"),
        ("customs is blocking us", "blocker add customs is blocking us"),
        ("can't go on without photos", "blocker add can't go on without photos"),
        ("被海关卡住了", "blocker add 被海关卡住了"),
        ("I'm stuck", "blocker add"),
        ("我卡住了", "blocker add"),
        ("unblocked", "blocker resolve"),
        ("I'm not blocked anymore", "blocker resolve"),
        ("my blocker is solved!", "blocker resolve"),
        ("解除了", "blocker resolve"),
        ("不卡了", "blocker resolve"),
        ("我的阻碍都解决了。", "blocker resolve"),
        ("is the blocker solved?", ""),
        ("the problem is solved", ""),
        ("解决了", ""),
        ("blocked", ""),
        ("am I blocked by customs?", ""),
        ("I'm blocked by customs?", ""),
        ("block the card", ""),
        ("卡住", ""),
        ("the road is blocked", ""),
    ],
)
def test_what_people_say_is_understood(typed: str, meant: str) -> None:
    """A question is no report."""
    assert says_blocked(typed) == meant


async def test_it_becomes_a_blocker_with_who_is_mentioned(shop: Shop) -> None:
    """As if they had typed the command."""
    await shop.bo.says("I'm blocked by the warehouse @Cy")
    found = await shop.blocker()
    assert (found.text, len(found.tagged)) == ("I'm blocked by the warehouse", 1)


async def test_who_has_one_needs_no_number_to_resolve_it(shop: Shop) -> None:
    """Of several, they are asked which; of none, nothing happens."""
    nothing = said(await shop.bo.says("解除了"))
    assert "You have no open blocker" in nothing
    await shop.bo.says("blocked by the label printer")
    await shop.cy.says("stuck on customs")
    done = said(await shop.bo.says("my blocker is solved"))
    assert "Resolved by Bo Lin" in done
    await shop.bo.says("blocker add no stock")
    await shop.bo.says("blocker add no boxes")
    asked = said(await shop.bo.says("unblocked"))
    assert "B-3 “no stock” or B-4 “no boxes”" in asked
    assert "blocker resolve B-3" in asked


async def test_a_sentence_about_one_is_no_new_one(shop: Shop) -> None:
    """进展 is an update; a word that is none of ours is asked about."""
    await shop.bo.says("blocker add no stock @李伟")
    await shop.li.says("阻碍 进展 B-1 明天给")
    asked = said(await shop.li.says("阻碍 嗯嗯 B-1 明天给"))
    assert "阻碍 更新 B-1 明天给" in asked
    assert await shop.count() == 1
    assert [each.text for each in await shop.story() if each.text == "明天给"]


async def test_done_in_spoken_chinese_leaves_no_scrap(shop: Shop) -> None:
    """解决了 is one word."""
    await shop.bo.says("blocker add no stock @李伟")
    await shop.li.says("B-1 解决了")
    assert (await shop.blocker()).outcome == ""
    assert await shop.count() == 0


async def test_a_task_and_its_blocker_name_each_other(shop: Shop) -> None:
    """Wherever one looks first (PEERS C08)."""
    await shop.bo.says("blocker add no stock @Cy")
    await shop.bo.says("blocker task 1")
    assert "Blocker: B-1" in said(await shop.bo.says("task show 1"))
    assert "T-1" in said(await shop.bo.says("blocker show 1"))
