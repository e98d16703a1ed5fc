"""Who sees what customers said: being in the room for triage is the permission."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot.events import PlaceChanged
from bot.model.feedback import Severity, Step
from tests.bot.feedback.desk import TRIAGE, Desk, a_desk
from tests.databases import KINDS, Kind
from tests.driver import Member

HIDDEN = "+49 30 1234567"
GROUP = "客诉群"


@pytest.fixture(params=KINDS)
async def desk(request: pytest.FixtureRequest) -> AsyncIterator[Desk]:
    """On both databases."""
    kind: Kind = request.param
    async with a_desk(kind) as made:
        yield made


async def changed(
    desk: Desk, where: str, *, came: Member | None = None, went: Member | None = None
) -> None:
    """Somebody comes to a place or leaves it, as its platform tells."""
    place = desk.team.places[where]
    who = came or went
    assert who
    people = desk.team.chat.in_place.setdefault(place, [])
    if came:
        people.append(came.ref)
    else:
        people.remove(who.ref)
    event = PlaceChanged(
        **who._event(),
        where=place,
        came=(came.ref,) if came else (),
        went=(went.ref,) if went else (),
    )
    await desk.team.receive(event)


async def in_both_chats(desk: Desk) -> Member:
    """A group in DingTalk is one with the room; 李伟 is in it."""
    team = desk.team
    li = team.person("李伟", platform="dingtalk", language="zh")
    place = team.place(GROUP, platform="dingtalk")
    team.chat.places[place] = replace(
        team.chat.places[place], private=True, listed=False, language="zh"
    )
    boss = team.person("陈静", platform="dingtalk", language="zh", admin=True)
    await team.know_everyone()
    await boss.says("房间 加入 客诉", GROUP)
    await desk.anna.says("room tie 客诉", TRIAGE)
    return li


async def sees(who: Member, number: int = 1) -> bool:
    """Whether they read the customer's number in their own conversation."""
    seen = await who.says(f"feedback show {number}")
    assert seen
    return HIDDEN in seen.text


async def test_admins_outside_the_room_see_nothing(desk: Desk) -> None:
    """They can have another room, and the one before is told (H05, H27)."""
    boss = desk.team.person("Ben Boss", admin=True)
    await desk.team.know_everyone()
    await desk.sofia.says(f"feedback call me: {HIDDEN}", "#general")
    assert not await sees(boss)
    await boss.says("feedback triage here", "#general")
    seen = boss.last("#general")
    assert seen
    assert "Anybody can join this channel" in seen.text
    told = desk.jonas.last(TRIAGE)
    assert told
    assert "Ben Boss had new feedback come to another room" in told.text
    assert await sees(boss)


async def test_without_a_room_admins_triage(desk: Desk) -> None:
    """And nobody else."""
    await desk.anna.says("feedback triage off", TRIAGE)
    await desk.sofia.says(f"feedback call me: {HIDDEN}", "#general")
    assert await sees(desk.anna)
    assert not await sees(desk.jonas)


async def test_who_comes_sees_and_who_leaves_does_not(desk: Desk) -> None:
    """At once, in their own conversation, too."""
    await desk.sofia.says(f"feedback call me: {HIDDEN}", "#general")
    max_ = desk.team.person("Max Frei")
    await desk.team.know_everyone()
    assert not await sees(max_)
    await changed(desk, TRIAGE, came=max_)
    assert await sees(max_)
    await changed(desk, TRIAGE, went=max_)
    assert not await sees(max_)


async def test_who_left_unheard_is_found_out_by_night(desk: Desk) -> None:
    """Where the platform never told that somebody went."""
    await desk.sofia.says(f"feedback call me: {HIDDEN}", "#general")
    assert await sees(desk.jonas)
    desk.team.chat.in_place[desk.team.places[TRIAGE]].remove(desk.jonas.ref)
    await desk.team.waits(days=1)
    assert not await sees(desk.jonas)


async def test_guests_never_triage(desk: Desk) -> None:
    """Not even where they are in the room."""
    gus = desk.team.person("Gus Gast", guest=True)
    await desk.team.know_everyone()
    await desk.sofia.says(f"feedback call me: {HIDDEN}", "#general")
    await changed(desk, TRIAGE, came=gus)
    assert not await sees(gus)


async def test_the_room_may_be_in_both_chats(desk: Desk) -> None:
    """Who is in any of its places triages everywhere; what is said goes to both."""
    li = await in_both_chats(desk)
    await desk.sofia.says(f"feedback 收不到货 {HIDDEN}", "#general")
    assert not await sees(li)
    await li.says("今天", GROUP)
    assert await sees(li)
    card = next(seen for seen in reversed(li.sees(GROUP)) if "F-1" in seen.text)
    assert HIDDEN in card.text
    await li.presses("认领", card)
    assert (await desk.item()).owner_id is not None
    await desk.team.waits(days=1)
    assert await sees(li)


async def test_who_leaves_one_chat_of_the_room_leaves_it(desk: Desk) -> None:
    """Being found in the Slack channel is not written down of the DingTalk group."""
    await in_both_chats(desk)
    await desk.anna.says("feedback triage off", TRIAGE)
    await desk.team.people["陈静"].says("反馈 受理群", GROUP)
    await desk.sofia.says(f"feedback call me: {HIDDEN}", "#general")
    await desk.team.waits(days=1)
    assert await sees(desk.jonas)
    desk.team.chat.in_place[desk.team.places[TRIAGE]].remove(desk.jonas.ref)
    await desk.team.waits(days=1)
    assert not await sees(desk.jonas)


async def test_an_owner_outside_reads_nobodys_number(desk: Desk) -> None:
    """Neither in news, nor in what happened, nor over a form (H27)."""
    await desk.sofia.says(f"feedback call me: {HIDDEN}", "#general")
    await desk.jonas.says("feedback assign 1 @王芳", TRIAGE)
    await desk.sofia.says(f"feedback say 1 or her sister: {HIDDEN}")
    await desk.jonas.says(f"feedback note 1 I called {HIDDEN}", TRIAGE)
    await desk.wang.says("反馈 查看 1")
    assert "I called •••567" in desk.wang.inbox[-1].text
    await desk.wang.presses("回复", desk.wang.inbox[-1])
    await desk.wang.presses("更正")
    shown = [seen.text for seen in desk.wang.inbox]
    forms = [repr(form) for form in desk.team.chat.forms.values()]
    assert not any("1234567" in text for text in (*shown, *forms))


async def test_who_sent_one_voice_reads_no_other(desk: Desk) -> None:
    """Customers of colleagues are not theirs to read, whatever they share."""
    await desk.sofia.says("feedback the search finds nothing", "#general")
    await desk.wang.says(f"反馈 商城搜索不到商品 {HIDDEN} 客户:李女士")
    async with desk.team.store() as db:
        one, other = [await db.feedback.numbered(number) for number in (1, 2)]
        assert one
        assert other
        ids = [voice.id for voice in other.voices]
        await db.feedback.move(ids, one.id, came_from=other.id)
        await db.commit()
    await desk.wang.says("反馈 补充 1 她又打来了")
    seen = await desk.sofia.says("feedback show 1")
    assert seen
    assert "the search finds nothing" in seen.text
    for hidden in ("李女士", "1234567", "她又打来了"):
        assert hidden not in seen.text
    seen = await desk.wang.says("反馈 查看 1")
    assert seen
    assert HIDDEN in seen.text
    assert "the search finds nothing" not in seen.text


async def test_numbers_in_a_note_are_no_people(desk: Desk) -> None:
    """Whatever is typed, everything about it can be shown."""
    await desk.sofia.says("feedback the search finds nothing", "#general")
    for typed in ("9" * 30, "²", "１２"):
        await desk.jonas.says(f"feedback note 1 {typed}", TRIAGE)
    seen = await desk.jonas.says("feedback show 1", TRIAGE)
    assert seen
    assert "9" * 30 in seen.text


async def test_two_who_take_it_at_once_know_who_has_it(desk: Desk) -> None:
    """The second is told, and how to take it over."""
    await desk.sofia.says("feedback the search finds nothing", "#general")
    card = desk.jonas.last(TRIAGE)
    assert card
    await desk.jonas.presses("Take", card)
    seen = await desk.anna.presses("Take", card)
    assert seen
    assert "Jonas Weber has F-1 already" in seen.text
    await desk.anna.says("feedback assign 1 @me", TRIAGE)
    item = await desk.item()
    async with desk.team.store() as db:
        owner = await db.people.get(item.owner_id or 0)
    assert owner.name == "Anna Berger"


async def test_two_corrections_at_once_are_both_kept(desk: Desk) -> None:
    """A form changes nothing of what was left in it as it stood."""
    await desk.sofia.says("feedback it is all wrong", "#general")
    await desk.sofia.presses("Correct")
    await desk.jonas.presses("How bad", value="1:high")
    assert await desk.sofia.fills(step="returns", sku="cup-9") == {}
    facts = (await desk.item()).facts
    assert (facts.step, facts.severity) == (Step.RETURNS, Severity.HIGH)
    assert facts.sku == "CUP-9"


async def test_mine_is_on_the_home_tab(desk: Desk) -> None:
    """And in what today holds; a customer's name only for who triages."""
    await desk.sofia.says(f"feedback call me: {HIDDEN}", "#general")
    await desk.jonas.says("feedback assign 1 @王芳", TRIAGE)
    home = await desk.wang.opens_home()
    assert "我负责的反馈" in repr(home)
    assert "call me: •••567" in repr(home)
    seen = await desk.wang.says("今天")
    assert seen
    assert "F-1" in seen.text
    await desk.jonas.says("feedback close 1", TRIAGE)
    assert "我负责的反馈" in repr(await desk.wang.opens_home())
