"""Somebody leaves: who does what is asked, and nothing of theirs is left lying."""

from bot.model.onboarding import Kind
from tests.bot.kudos.shop import Shop
from tests.bot.onboarding.test_start import asked, at, journey, shop

__all__ = ["shop"]


async def test_a_leaving_asks_who_does_it(shop: Shop) -> None:
    """The leaver for their notes, IT for the accounts on the last day."""
    await shop.anna.says("leaving @Li on 16 March it @Bo")
    assert "Li Mei leaves; the last day is Mon 16 Mar" in shop.answer(shop.anna).text
    assert any("You see to accounts" in seen.text for seen in shop.bo.inbox)
    await shop.team.until(at(9, 8, 1))
    (notes,) = asked(shop.li)
    assert "Before you leave" in notes.text
    assert "only you know" in notes.text
    assert asked(shop.bo) == []
    await shop.team.until(at(16, 8, 1))
    (close,) = asked(shop.bo)
    assert "Close all accounts" in close.text
    assert (await journey(shop, shop.li, Kind.LEAVE)).track == "leaving"


async def test_what_is_theirs_is_handed_over(shop: Shop) -> None:
    """One list of tasks, areas and stand-ups, with the way to give each away."""
    await shop.anna.says("task add Count cups @Li", "#general")
    await shop.anna.says("area new refunds @Li", "#general")
    await shop.anna.says("leaving @Li on 16 March")
    await shop.anna.says("leaving show @Li")
    await shop.anna.presses("Hand over")
    held = shop.answer(shop.anna)
    assert "One open task" in held.text
    assert "Answers for “refunds”" in held.text
    await shop.anna.presses("Hand over to …", held)
    assert await shop.anna.fills(owner=shop.bo.ref.id) == {}
    await shop.anna.says("leaving show @Li")
    await shop.anna.presses("Hand over")
    assert "open task" not in shop.answer(shop.anna).text


async def test_a_leaving_has_a_last_day_and_a_lead(shop: Shop) -> None:
    """Without a day it is asked for; a colleague may not begin it."""
    await shop.anna.says("leaving @Li")
    assert "Which is the last day?" in shop.answer(shop.anna).text
    seen = await shop.bo.says("leaving @Li on 16 March")
    assert seen
    assert "Only the manager of Li Mei" in seen.text
    chinese = await shop.wei.says("离职 @Li Mei 3月16日")
    assert chinese
    assert "上级或管理员" in chinese.text


async def test_who_left_is_asked_nothing_any_more(shop: Shop) -> None:
    """Neither for their leaving nor for their start; what was theirs to do with others
    goes to the manager.
    """
    await shop.li.says("away 3 march to 4 march")
    await shop.anna.says("onboarding start @Li as warehouse on 4 March")
    await shop.anna.says("onboarding start @Bo as warehouse on 9 March buddy @Li")
    before = len(asked(shop.li))
    await shop.anna.says("leaving @Li on 4 March")
    during = len(asked(shop.li))
    await shop.team.until(at(20, 8, 1))
    assert before == 0
    assert len(asked(shop.li)) == during
    assert (await journey(shop, shop.li)).ended_at is not None
    lunches = [seen for seen in asked(shop.anna) if "Have lunch" in seen.text]
    assert lunches


async def test_who_stays_after_all_is_asked_again(shop: Shop) -> None:
    """A leaving that was ended before its day is none."""
    await shop.anna.says("onboarding start @Li as warehouse on 9 March")
    await shop.anna.says("leaving @Li on 6 March")
    await shop.anna.says("leaving show @Li")
    await shop.anna.presses("End it")
    await shop.team.until(at(9, 8, 1))
    assert any("Your start" in seen.text for seen in asked(shop.li))
