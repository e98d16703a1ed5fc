"""Somebody leaves: who does what is asked, and nothing of theirs is left lying."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.model.draft import FormDraft, Opener
from bot.model.feedback.door import Door
from bot.model.form_link import FormLink, LinkState
from bot.model.interview import Interview
from bot.model.onboarding import Kind
from tests.bot.kudos.shop import Shop
from tests.bot.onboarding.test_start import asked, at, journey, shop
from tests.driver import Member
from tests.fakes.chat import Seen

__all__ = ["shop"]


def prompts(who: Member) -> list[Seen]:
    """What stand-ups asked somebody."""
    return [
        seen
        for seen in who.inbox
        if seen.key.startswith("standup:") and ":ask" in seen.key
    ]


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
    await shop.anna.presses("Hand over everything …", held)
    bo, anna = shop.bo.ref.id, shop.anna.ref.id
    wrong = await shop.anna.fills(all=shop.li.ref.id)
    assert "the one who leaves" in str(wrong)
    assert await shop.anna.fills(all=bo, tasks=anna) == {}
    given = shop.answer(shop.anna).text
    assert "One open task → Anna" in given
    assert "Answers for “refunds” → Bo Lin" in given
    assert "Still there" not in given
    await shop.anna.says("leaving show @Li")
    await shop.anna.presses("Hand over")
    assert "Nothing: everything is in other hands" in shop.answer(shop.anna).text


async def test_a_colleague_hands_over_nothing_of_others(shop: Shop) -> None:
    """By another's button neither the list nor the form opens."""
    await shop.anna.says("area new refunds @Li")
    await shop.anna.says("leaving @Li on 16 March")
    await shop.anna.says("leaving show @Li")
    whole = shop.answer(shop.anna)
    await shop.anna.presses("Hand over", whole)
    held = shop.answer(shop.anna)
    for label, on in (("Hand over", whole), ("Hand over everything …", held)):
        before = len(shop.bo.sees())
        await shop.bo.presses(label, on)
        new = shop.bo.sees()[before:]
        assert all("refunds" not in seen.text for seen in new)
        with pytest.raises(AssertionError, match="no form"):
            _ = shop.bo.form


async def test_each_thing_goes_to_another(shop: Shop) -> None:
    """What nobody is named for stays, and is named; who leads whom is handed over."""
    await shop.anna.says("team set @Bo manager @Li")
    await shop.anna.says("area new refunds @Li", "#general")
    await shop.anna.says("area new stock @Li", "#general")
    await shop.li.says("blocker The scale is broken")
    await shop.anna.says("leaving @Li on 16 March")
    await shop.anna.says("leaving show @Li")
    await shop.anna.presses("Hand over")
    await shop.anna.presses("Hand over everything …")
    areas = {
        field.label: field.name
        for field in shop.anna.form.fields
        if field.name.startswith("area-")
    }
    refunds = areas["Answers for “refunds”"]
    bo, anna = shop.bo.ref.id, shop.anna.ref.id
    assert await shop.anna.fills(**{refunds: bo, "people": anna}) == {}
    given = shop.answer(shop.anna).text
    assert "Answers for “refunds” → Bo Lin" in given
    assert "Leads one person → Anna Berger" in given
    left = given.partition("Still there")[2]
    assert "stock" in left
    assert "One open blocker" in left


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


async def test_who_left_opens_nothing_any_more(shop: Shop) -> None:
    """Addresses they got end on the morning after their last day, and so does what
    they typed and never sent.
    """
    opener = Opener("task.new", "")
    now = shop.team.clock.now()
    async with shop.team.store() as db:
        li = (await db.people.known([shop.li.ref]))[shop.li.ref]
        link = FormLink("k", li.id, shop.li.ref, opener, now + timedelta(days=30))
        await db.form_links.add(replace(link, browser="b"))
        await db.drafts.keep(FormDraft(li.id, opener, {"title": "mine"}, now))
        await db.commit()
    await shop.anna.says("leaving @Li on 4 March")
    for day, state in ((4, LinkState.OPEN), (6, LinkState.EXPIRED)):
        await shop.team.until(at(day, 12))
        async with shop.team.store() as db:
            found = await db.form_links.get("k")
            draft = await db.drafts.of(li.id, opener)
        assert found
        assert found.state(at(day, 12), "b") is state
        assert (draft is None) is (state is LinkState.EXPIRED)


async def test_who_left_is_in_no_stand_up(shop: Shop) -> None:
    """From the day after their last, though their account is still open."""
    await shop.anna.says("standup new Daily at 09:30 on weekdays for @Bo @Li")
    await shop.anna.says("leaving @Li on 3 March")
    await shop.team.until(at(3, 9))
    mine = len(prompts(shop.li))
    await shop.team.until(at(5, 9))
    assert mine == 1
    assert len(prompts(shop.li)) == 1
    assert len(prompts(shop.bo)) == 3


async def test_headships_and_doors_are_handed_over(shop: Shop) -> None:
    """Doors are for admins only; what stays is named."""
    await shop.anna.says("team head marketing @Li")
    async with shop.team.store() as db:
        li = (await db.people.known([shop.li.ref]))[shop.li.ref]
        now = shop.team.clock.now()
        await db.doors.add(Door(key="k", name="Shop", owner_id=li.id, made_at=now))
        await db.commit()
    await shop.anna.says("leaving @Li on 16 March")
    await shop.anna.says("leaving show @Li")
    await shop.anna.presses("Hand over")
    held = shop.answer(shop.anna)
    assert "Heads one department" in held.text
    assert "Sees to one door" in held.text
    await shop.anna.presses("Hand over everything …", held)
    assert await shop.anna.fills(all=shop.bo.ref.id) == {}
    given = shop.answer(shop.anna).text
    assert "Heads one department → Bo Lin" in given
    assert "Sees to one door" in given.partition("Still there")[2]
    await shop.anna.presses("Hand over everything …", held)
    assert await shop.anna.fills(all=shop.anna.ref.id) == {}
    assert "Still there" not in shop.answer(shop.anna).text


async def test_who_left_links_nobody_and_answers_nothing(shop: Shop) -> None:
    """A code that was not used is good for nothing, an open question is closed."""
    await shop.li.says("link")
    async with shop.team.store() as db:
        li = (await db.people.known([shop.li.ref]))[shop.li.ref]
        (account,) = await db.people.accounts(li.id)
        now = shop.team.clock.now()
        await db.links.offer(account, "digest", now, now + timedelta(days=9))
        await db.interviews.save(Interview(li.id, "task.new", "", {}))
        await db.commit()
    await shop.anna.says("leaving @Li on 3 March")
    await shop.team.until(at(5, 9))
    async with shop.team.store() as db:
        assert await db.links.offered("digest") is None
        assert await db.interviews.of(li.id) is None
