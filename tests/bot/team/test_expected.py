"""A list speaks of who is in no chat yet: it counts from the day they come."""

from tests.bot.kudos.shop import Shop
from tests.bot.onboarding.test_passage import came, questions
from tests.bot.onboarding.test_start import shop

__all__ = ["shop"]

LIST = """team import
name,email,department,manager,role
Zoe Park,Zoe@Tea.example,marketing,Bo Lin,Buyer
Yan Yu,,it,,
Bo Lin,,,,Lead"""


async def test_who_comes_is_known_already(shop: Shop) -> None:
    """By their address; department, manager and role are theirs, and the checklist of
    that department is proposed to that manager.
    """
    seen = await shop.anna.says(LIST)
    assert seen
    assert "1 person changes · 1 person is new" in seen.text
    assert "Zoe Park – not here yet: counts when somebody comes as zoe@" in seen.text
    assert "Line 3: I do not know “Yan Yu”; with their address" in seen.text
    await shop.anna.presses("Apply", seen)
    assert "1 line waits" in shop.answer(shop.anna).text
    again = await shop.anna.says(LIST)
    assert again
    assert "This changes nothing" in again.text

    await came(shop, "Zoe Park", email="zoe@tea.example")
    (asked,) = questions(shop.bo)
    assert "Checklist: Marketing" in asked.text
    await shop.anna.says("team show @Zoe")
    shown = shop.answer(shop.anna).text
    for line in ("Role: Buyer", "Departments: Marketing", "Manager: Bo Lin"):
        assert line in shown
    async with shop.team.store() as db:
        assert await db.team.expected() == []
