"""Thanks as people say them, and thanks that are said again and again (PEERS L04)."""

import pytest

from bot.model.kudos.farming import OFTEN
from bot.phrases.recognition import says_recognition
from tests.bot.kudos.shop import a_shop


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("well done Li Mei for the fast migration", "kudos Li Mei for the fast"),
        ("I want to thank Bo for the banner", "kudos Bo for the banner"),
        ("给李伟点赞，他加班到很晚", "kudos 李伟 他加班到很晚"),
        ("我想表扬李伟，他加班发货", "kudos 李伟 他加班发货"),
        ("take back K-3", "kudos drop K-3"),
        ("撤回 K-3", "kudos drop K-3"),
        ("edit K-3 for the banner", "kudos edit K-3 for the banner"),
        ("who got kudos this month?", "kudos list"),
        ("本月谁被表扬了？", "kudos list"),
        ("我提名李伟参评月度之星", "award nominate 李伟参评月度之星"),
        ("who is nominated?", "award"),
        ("thanks a lot", ""),
        ("change K to L", ""),
    ],
)
def test_a_sentence_is_understood(said: str, meant: str) -> None:
    """In both languages."""
    found = says_recognition(said)
    assert found.startswith(meant) if meant else found == ""


async def test_the_same_thanks_count_once_a_day() -> None:
    """On whatever way it comes; tomorrow, or for something else, it may be said."""
    async with a_shop() as shop:
        await shop.bo.says("kudos @Li for the red banner")
        await shop.bo.says("kudos Li Mei: the Red Banner!")
        assert "for this today already: K-1" in shop.answer(shop.bo).text
        await shop.bo.says("kudos")
        people = (shop.li.ref.id,)
        assert await shop.bo.fills(people=people, reason="the red banner") != {}
        await shop.bo.says("kudos drop K-1")
        await shop.bo.says("kudos @Li for the red banner")
        assert "K-2: Li Mei will hear of it" in shop.answer(shop.bo).text


async def test_one_person_is_thanked_a_few_times_a_day() -> None:
    """Then it is said kindly, and what was typed is kept."""
    async with a_shop() as shop:
        for number in range(OFTEN):
            await shop.wang.says(f"表扬 @李伟 因为第 {number} 批货发得很快")
        await shop.wang.says("表扬 @李伟 因为又帮了一个大忙")
        answer = shop.answer(shop.wang).text
        assert f"今天您已经感谢 李伟 {OFTEN} 次了" in answer
        assert "又帮了一个大忙" in answer
        await shop.team.waits(days=1)
        await shop.wang.says("表扬 @李伟 因为又帮了一个大忙")
        assert "会告诉 李伟" in shop.answer(shop.wang).text


@pytest.mark.parametrize(
    "typed", ["kudos to myself for being great", "kudos me for the banner"]
)
async def test_oneself_is_nobody_to_thank(typed: str) -> None:
    """However it is said."""
    async with a_shop() as shop:
        await shop.bo.says(typed)
        assert "Kudos are for others" in shop.answer(shop.bo).text
