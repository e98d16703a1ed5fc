"""Ways in and out as people say them, without a command word, and changed again."""

import pytest

from bot.model.onboarding import Kind
from bot.phrases.passage import says_passage
from tests.bot.kudos.shop import Shop
from tests.bot.onboarding.test_start import asked, at, journey, shop
from tests.driver import Member

__all__ = ["shop"]


def told(who: Member, words: str) -> bool:
    """Whether somebody was told so in private."""
    return any(words in seen.text for seen in who.inbox)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Sam is leaving on 31 July", "leaving Sam on 31 July"),
        ("Sam Taylor's last day is 31 July", "leaving Sam Taylor 31 July"),
        ("Bo left the company", "leaving Bo today"),
        ("王芳7月31日离职", "leaving 王芳 7月31日"),
        ("王芳将于下周五离职", "leaving 王芳 下周五"),
        ("Sam resigned", "leaving Sam"),
        ("王芳辞职了", "leaving 王芳"),
        ("Bo Lin's first day is 29 June", "onboarding start Bo Lin 29 June"),
        ("下周一王芳入职", "onboarding start 王芳 下周一"),
        ("新同事王芳6月15日入职", "onboarding start 王芳 6月15日"),
        ("my last day is 31 July", "leaving @me 31 July"),
        ("Sam starts on 15 June as warehouse", "onboarding start Sam on 15 June"),
        ("王芳6月15日入职，作为仓库", "onboarding start 王芳 作为仓库 6月15日"),
        ("Bo moves to marketing on 1 July", "role change Bo on 1 July"),
        ("取消王芳的离职", "leaving cancel 王芳"),
        ("who is leaving?", "leaving"),
        ("谁是新人？", "onboarding"),
    ],
)
def test_a_sentence_is_understood(said: str, meant: str) -> None:
    """In both languages, with who and when."""
    assert says_passage(said).startswith(meant)


@pytest.mark.parametrize("said", ["Sam resigned", "王芳辞职了"])
def test_who_resigned_is_not_gone_yet(said: str) -> None:
    """Their last day is asked for, not taken for granted."""
    assert len(says_passage(said).split()) == 2


@pytest.mark.parametrize(
    "said",
    [
        "Sam is leaving early today",
        "Sam is leaving on Friday at 16:00",
        "Anna is leaving for vacation on 31 July",
        "The parcel leaves on 31 July",
        "Bo moves to Berlin on 1 July",
        "Anna starts the meeting at 3pm",
        "Feedback is leaving on the table",
        "谁7月31日离职",
    ],
)
def test_what_only_sounds_so_is_left_alone(said: str) -> None:
    """Who goes home early does not leave the company."""
    assert not says_passage(said).startswith(("leaving ", "onboarding start", "role"))


async def test_a_leaving_is_said_moved_and_called_off(shop: Shop) -> None:
    """Names need no @; whoever heard of it hears of each change."""
    await shop.anna.says("Li Mei is leaving on 16 March, IT Bo Lin")
    assert "the last day is Mon 16 Mar" in shop.answer(shop.anna).text
    assert told(shop.bo, "Li Mei leaves us; the last day is Mon 16 Mar")
    await shop.anna.says("Li Mei's last day is 20 March")
    assert "last day of Li Mei is Fri 20 Mar now" in shop.answer(shop.anna).text
    assert told(shop.bo, "the last day is Fri 20 Mar")
    assert str((await journey(shop, shop.li, Kind.LEAVE)).day) == "2026-03-20"
    await shop.anna.says("Li Mei is staying after all")
    assert "Li Mei stays: the leaving is off" in shop.answer(shop.anna).text
    assert told(shop.bo, "Li Mei stays")
    await shop.team.until(at(20, 8, 1))
    assert asked(shop.li) == []


async def test_nobody_enters_their_own_last_day(shop: Shop) -> None:
    """It is said kindly, and nobody hears of it."""
    await shop.bo.says("my last day is 31 March")
    assert "I have told nobody" in shop.answer(shop.bo).text
    await shop.wang.says("我3月31日离职")
    assert "我没有告诉任何人" in shop.answer(shop.wang).text
    async with shop.team.store() as db:
        assert await db.onboarding.running() == []


async def test_a_colleague_cancels_nothing_of_others(shop: Shop) -> None:
    """Who is no part of it does not even learn that there is one."""
    await shop.anna.says("leaving @Li on 16 March")
    await shop.wang.says("离职 取消 Li Mei")
    assert "没有找到您可以查看的" in shop.answer(shop.wang).text
    await shop.li.says("leaving cancel me")
    assert (await journey(shop, shop.li, Kind.LEAVE)).ended_at is None


async def test_a_buddy_hears_when_both_are_at_work(shop: Shop) -> None:
    """Berlin's morning is the afternoon in Shanghai, each on their own clock (I09)."""
    await shop.anna.says("onboarding start @Li as warehouse on 9 March buddy @王芳")
    (seen,) = [s for s in shop.wang.inbox if "的伙伴" in s.text]
    assert "3月9日周一 17:00" in seen.text


async def test_deputies_are_handed_over(shop: Shop) -> None:
    """Who stood in for others is replaced in their place (I11)."""
    await shop.anna.says("area new refunds @Bo deputy @Li", "#general")
    await shop.anna.says("leaving @Li on 16 March")
    await shop.anna.says("leaving show @Li")
    await shop.anna.presses("Hand over")
    assert "Deputy for one area or figure" in shop.answer(shop.anna).text
    await shop.anna.presses("Hand over everything …")
    assert await shop.anna.fills(all=shop.anna.ref.id) == {}
    async with shop.team.store() as db:
        known = await db.people.known([shop.anna.ref])
        (area,) = await db.areas.living()
    assert area.deputies == (known[shop.anna.ref].id,)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("0 person: Read javascript:alert(1)", "no address of a page"),
        ("0 person: Read ftp://files.example/a", "no address of a page"),
        ("0 person: Read https://me:secret@tea.example/a", "no address of a page"),
        ("0 person: See https://a.example/1 and https://a.example/2", "several"),
        ("0 person: https://tea.example/guide", "I do not understand"),
    ],
)
async def test_bad_links_are_refused(shop: Shop, line: str, said: str) -> None:
    """In the checklist's form, with the line they are in."""
    await shop.anna.says("onboarding template change baristas")
    assert said in (await shop.anna.fills(lines=line))["lines"]


async def test_a_link_stands_anywhere_in_a_line(shop: Shop) -> None:
    """It is the step's own, beside what there is to do."""
    await shop.anna.says("onboarding template change baristas")
    lines = "0 person: Read https://tea.example/guide before lunch"
    assert await shop.anna.fills(lines=lines) == {}
    async with shop.team.store() as db:
        (track,) = await db.onboarding.tracks()
    (line,) = track.lines
    assert (line.text, line.link) == ("Read before lunch", "https://tea.example/guide")


async def test_who_left_may_do_nothing_here_any_more(shop: Shop) -> None:
    """From the day after, though the account is open: neither words nor buttons nor
    forms; who starts again may (I11).
    """
    await shop.anna.says("task add Count cups @Li")
    card = shop.li.inbox[-1]
    await shop.anna.says("leaving @Li on 4 March")
    await shop.team.until(at(4, 15))
    await shop.li.says("team")
    assert "Who is who" in shop.answer(shop.li).text
    await shop.li.says("kudos")
    await shop.team.until(at(5, 8))
    await shop.li.says("task list")
    assert "your access here has ended" in shop.answer(shop.li).text
    await shop.li.presses("Done", card)
    refused = await shop.li.fills(people=(shop.bo.ref.id,), reason="the red banner")
    assert "access here has ended" in str(refused) + shop.answer(shop.li).text
    async with shop.team.store() as db:
        task = await db.tasks.numbered(1)
        assert await db.kudos.numbered(1) is None
    assert task is not None
    assert task.state == "open"
    await shop.anna.says("onboarding start @Li as warehouse on 9 March")
    await shop.li.says("team")
    assert "Who is who" in shop.answer(shop.li).text
