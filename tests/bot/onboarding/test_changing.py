"""Somebody does something else: what their old place let them do ends, who sees to
people is asked, and a checklist of its own begins.
"""

from bot.model.onboarding import Kind
from tests.bot.kudos.shop import Shop
from tests.bot.onboarding.test_passage import questions, tells
from tests.bot.onboarding.test_start import asked, at, journey, shop

__all__ = ["shop"]

FIRST = "team set @Li departments marketing manager @Anna role Buyer"


async def test_a_change_of_place_offers_its_own_checklist(shop: Shop) -> None:
    """Who said so decides at once, the new manager is asked; a first word about
    somebody is no change, and one question stands for several changes.
    """
    anna, bo = shop.anna, shop.bo
    assert "checklist" not in (await anna.says(FIRST) or shop.answer(anna)).text
    await anna.says("team head marketing @Li")
    said = await anna.says("team set @Li departments data manager @Bo")
    assert said
    assert "The place of one person has changed" in said.text
    await anna.says("team set @Li role Analyst")
    await shop.team.waits(minutes=2)
    assert questions(anna) == []
    (question,) = questions(bo)
    for line in (
        "Li Mei has another place",
        "Departments: Marketing → Data",
        "Manager: Anna Berger → Bo Lin",
        "Role: Buyer → Analyst",
        "Marketing has no head now.",
    ):
        assert line in question.text
    async with shop.team.store.reading() as db:
        assert await db.team.heads() == {}
    await bo.presses("Begin like this", question)
    way = await journey(shop, shop.li, Kind.CHANGE)
    assert len(way.steps) == 7
    await shop.team.until(at(3, 10))
    assert "Your new role: one thing for you" in asked(shop.li)[0].text
    again = await anna.says("role change @Li")
    assert again
    assert "has a checklist already" in again.text


async def test_rights_of_hr_come_and_go_with_the_place(shop: Shop) -> None:
    """Who leaves HR sees nothing of it any more, and that is said."""
    anna, bo = shop.anna, shop.bo
    await anna.says("team set @Bo departments hr manager @Anna")
    await bo.says("onboarding start @Li on 9 March")
    assert "Li Mei starts" in shop.answer(bo).text
    said = await anna.says("team set @Bo departments data")
    shown = await anna.presses("Decide", said)
    assert shown
    assert "Sees no reviews, checklists and figures of HR any more." in shown.text
    await bo.says("onboarding start @李伟 on 9 March")
    assert "Only the manager" in shop.answer(bo).text
    await anna.presses("Nothing to do", shown)
    assert "goes on without a checklist" in shop.answer(anna).text


async def test_a_platform_says_so_too(shop: Shop) -> None:
    """Another manager there is a change; who is being welcomed is not asked about."""
    await tells(shop, shop.li, manager=shop.anna.ref)
    await tells(shop, shop.li, manager=shop.bo.ref)
    (question,) = questions(shop.bo)
    assert "Manager: Anna Berger → Bo Lin" in question.text
    await shop.anna.says("onboarding start @王芳 on 9 March")
    await tells(shop, shop.wang, manager=shop.wei.ref)
    await tells(shop, shop.wang, manager=shop.li.ref)
    assert questions(shop.li) == []


async def test_a_change_is_begun_by_a_sentence(shop: Shop) -> None:
    """In both languages; not by who does not lead them."""
    await shop.anna.says("role change @Li on 9 March")
    assert "Li Mei changes roles on Mon 9 Mar" in shop.answer(shop.anna).text
    await shop.anna.says("role change show @Li")
    assert "0 of 7 done" in shop.answer(shop.anna).text
    await shop.bo.says("role change @李伟 on 9 March")
    assert "Only the manager" in shop.answer(shop.bo).text
    await shop.wei.says("转岗 @李伟 3月9日")
    assert "只有" in shop.answer(shop.wei).text


async def test_who_is_stuck_says_so(shop: Shop) -> None:
    """The manager hears at once what is in the way, and sees it until it is done."""
    await shop.anna.says("onboarding start @Li as everybody on 2 March it @Bo")
    await shop.team.until(at(2, 12))
    step = next(seen for seen in asked(shop.bo) if "Open the accounts" in seen.text)
    await shop.bo.presses("I am stuck …", step)
    assert await shop.bo.fills(why="No licence is left") == {}
    await shop.team.waits(minutes=2)
    (told,) = [seen for seen in shop.anna.inbox if ":stuck:" in seen.key]
    assert "Bo Lin is stuck with a step for Li Mei" in told.text
    assert "No licence is left" in told.text
    await shop.anna.says("onboarding show @Li")
    assert "🚧 Open the accounts" in shop.answer(shop.anna).text
    step = next(seen for seen in asked(shop.bo) if "Open the accounts" in seen.text)
    await shop.bo.presses("Done", step)
    await shop.anna.says("onboarding show @Li")
    assert "🚧" not in shop.answer(shop.anna).text
