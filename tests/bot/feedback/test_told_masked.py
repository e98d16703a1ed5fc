"""What comes by itself tells nobody's phone or name, not even to who sent it."""

import pytest

from tests.bot.feedback.desk import TRIAGE, a_desk

PRIVATE = ("Maria", "maria@x.example", "170 1234567", "4111222333")


async def test_news_for_who_sent_it_is_masked() -> None:
    """A phone shows them to whoever stands beside it; all of it is one command away."""
    async with a_desk() as desk:
        await desk.sofia.says(
            "feedback Mrs. Maria cannot use her coupon, phone +49 170 1234567, "
            'mail maria@x.example customer:"Maria Bianchi" order:4111222333'
        )
        await desk.jonas.says("feedback start 1", TRIAGE)
        await desk.jonas.says("feedback plan 1 on Friday", TRIAGE)
        await desk.jonas.says("feedback fixed 1 it works again", TRIAGE)
        await desk.leaves()
        news = desk.news(desk.sofia)
        assert news
        assert any("coupon" in each for each in news)
        assert not [part for part in PRIVATE for each in news if part in each]
        seen = await desk.sofia.says("feedback show 1")
        assert seen is not None
        assert "170 1234567" in seen.text


async def test_the_thanks_quote_no_phone() -> None:
    """The customer and the order they named are there to be checked."""
    async with a_desk() as desk:
        seen = await desk.wang.says(
            "反馈 付不了款，电话13812345678 客户：王小明 订单：4111222333"
        )
        assert seen is not None
        assert "13812345678" not in seen.text
        assert "王小明" in seen.text
        assert "4111222333" in seen.text


async def test_news_of_what_was_joined_since_tells_of_the_other(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """It has no voice of its own any more; nothing breaks."""
    async with a_desk() as desk:
        bo = desk.team.person("Bo Lin")
        await desk.team.know_everyone()
        for words in ("the cart is empty", "cart is empty again"):
            await desk.sofia.says(f"feedback {words}")
        await desk.jonas.says("feedback assign 1 @Bo", TRIAGE)
        await desk.jonas.says("feedback join 1 with 2", TRIAGE)
        assert not [each for each in caplog.records if each.levelname == "ERROR"]
        assert "F-1 is yours" in desk.news(bo)[0] or "F-2" in desk.news(bo)[0]
