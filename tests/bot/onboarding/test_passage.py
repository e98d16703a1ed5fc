"""Somebody came or went, as a platform says: who sees to people is asked."""

from dataclasses import replace
from typing import Any

from bot.events import ProfileChanged
from tests.bot.kudos.shop import Shop
from tests.bot.onboarding.test_start import shop
from tests.driver import Member
from tests.fakes.chat import Seen

__all__ = ["shop"]


def questions(who: Member) -> list[Seen]:
    """What somebody was asked about who came or went."""
    return [seen for seen in who.inbox if "onboarding:passage" in seen.key]


async def came(shop: Shop, name: str, **facts: Any) -> Member:
    """The platform says that somebody is new."""
    new = shop.team.person(name, **facts)
    await tells(shop, new, came=True)
    return new


async def tells(shop: Shop, who: Member, *, came: bool = False, **facts: Any) -> None:
    """The platform says what somebody is like."""
    profile = replace(shop.team.chat.profiles[who.ref], **facts)
    shop.team.chat.profiles[who.ref] = profile
    now = shop.team.clock.now()
    id = f"{who.ref.id}:{next(shop.team.counter)}"
    event = ProfileChanged(id=id, at=now, who=who.ref, profile=profile, came=came)
    await shop.team.receive(event)
    await shop.team.waits(minutes=2)


async def test_who_is_new_gets_a_start_with_one_tap(shop: Shop) -> None:
    """Their checklist, day, manager and buddy are proposed; nothing begins before."""
    new = await came(shop, "Zoe Park")
    (asked,) = questions(shop.anna)
    assert "Zoe Park is new on Slack" in asked.text
    assert "Checklist" in asked.text
    assert new.inbox == []
    assert questions(shop.bo) == []
    await shop.anna.presses("Begin like this", asked)
    assert "Zoe Park starts on" in shop.answer(shop.anna).text
    await shop.team.waits(minutes=2)
    assert "The start of Zoe Park is planned" in questions(shop.anna)[0].text
    await shop.anna.says("onboarding show @Zoe")
    assert "Zoe Park, first day" in shop.answer(shop.anna).text


async def test_what_is_proposed_can_be_changed_first(shop: Shop) -> None:
    """Another checklist, another buddy; nobody is their own."""
    new = await came(shop, "Zoe Park")
    (asked,) = questions(shop.anna)
    await shop.anna.presses("Change first …", asked)
    wrong = await shop.anna.fills(track="warehouse", buddy=new.ref.id)
    assert wrong
    await shop.anna.presses("Change first …", asked)
    assert await shop.anna.fills(track="warehouse", buddy=shop.bo.ref.id) == {}
    assert any("You are the buddy of Zoe" in seen.text for seen in shop.bo.inbox)


async def test_who_is_no_newcomer_is_asked_about_once(shop: Shop) -> None:
    """The card says who decided, and an old button does nothing more."""
    await came(shop, "Zoe Park")
    (asked,) = questions(shop.anna)
    await shop.anna.presses("Not a newcomer", asked)
    await shop.team.waits(minutes=2)
    (now,) = questions(shop.anna)
    assert "starts without a checklist" in now.text
    assert "Decided by Anna Berger" in now.text
    await shop.anna.presses("Begin like this", asked)
    await shop.anna.says("onboarding")
    assert "Zoe" not in shop.answer(shop.anna).text


async def test_hr_and_the_manager_are_asked(shop: Shop) -> None:
    """Not every admin, where there are people for it; a guest is nobody's newcomer."""
    await shop.anna.says("team set @Bo departments hr")
    await came(shop, "Zoe Park")
    await came(shop, "Ned Guest", guest=True)
    (asked,) = questions(shop.bo)
    assert "Zoe Park is new on Slack" in asked.text
    assert questions(shop.anna) == []
    await shop.li.presses("Begin like this", asked)
    assert questions(shop.bo)[0].text == asked.text
    await shop.bo.presses("Begin like this", asked)
    assert "Zoe Park starts on" in shop.answer(shop.bo).text


async def test_who_is_known_elsewhere_is_linked_with_one_tap(shop: Shop) -> None:
    """With the reason; who was there before stays, and the question says so."""
    mei = await came(shop, "Li Mei", platform="dingtalk", language="zh")
    (asked,) = questions(shop.anna)
    assert "Li Mei is new on DingTalk" in asked.text
    assert "Both go by “limei”" in asked.text
    await shop.anna.presses("Link", asked)
    await shop.team.waits(minutes=2)
    async with shop.team.store.reading() as db:
        known = await db.people.known([mei.ref, shop.li.ref])
    assert known[mei.ref].id == known[shop.li.ref].id
    (now,) = questions(shop.anna)
    assert "Both go by" not in now.text


async def test_who_went_leaves_a_list_to_hand_over(shop: Shop) -> None:
    """Without any word of ours: the account was closed, and this is what they had."""
    await shop.anna.says("area new refunds @Li", "#general")
    await shop.anna.says("task add Count cups @Li", "#general")
    await tells(shop, shop.li, active=False)
    (asked,) = questions(shop.anna)
    assert "The account of Li Mei was closed" in asked.text
    assert "Answers for “refunds”" in asked.text
    await shop.anna.presses("Hand over", asked)
    await shop.anna.presses("Hand over everything …")
    assert await shop.anna.fills(all=shop.bo.ref.id) == {}
    await shop.team.waits(minutes=2)
    (now,) = questions(shop.anna)
    assert "What Li Mei had is settled" in now.text
    seen = await shop.wei.says("谁负责 refunds")
    assert seen
    assert "Bo Lin" in seen.text


async def test_many_of_one_hour_are_one_message(shop: Shop) -> None:
    """A company that connects its staff does not flood who sees to people."""
    for number in range(9):
        await came(shop, f"New{number} Person")
    asked = questions(shop.anna)
    assert len(asked) == 6
    assert "9 people came, went or changed roles" in asked[-1].text
    await shop.anna.says("onboarding")
    assert "New8 Person is new" in shop.answer(shop.anna).text


async def test_chinese_reads_it_in_chinese(shop: Shop) -> None:
    """A manager on DingTalk hears of who came there."""
    await shop.anna.says("team set @李伟 departments hr")
    await came(shop, "周敏", platform="dingtalk", language="zh")
    (asked,) = questions(shop.wei)
    assert "周敏 新加入了 钉钉" in asked.text
    await shop.wei.presses("就这样开始", asked)
    assert "周敏 将于" in shop.answer(shop.wei).text
