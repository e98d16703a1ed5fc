"""Somebody starts: one thing a message, in the morning, on both chats and databases."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime

import pytest

from bot.model.onboarding import Journey, Kind
from tests.bot.kudos.shop import Shop, a_shop
from tests.bot.links.people import changes
from tests.databases import KINDS
from tests.databases import Kind as Database
from tests.driver import Member
from tests.fakes.chat import Seen

START = "onboarding start @Li as warehouse on 9 March buddy @Bo"


@pytest.fixture(params=KINDS)
async def shop(request: pytest.FixtureRequest) -> AsyncIterator[Shop]:
    """Anna is an admin; Monday 2 March, 10:00 in Berlin; on both databases."""
    kind: Database = request.param
    async with a_shop(kind, wall=False) as made:
        yield made


def at(day: int, hour: int, minute: int = 0, month: int = 3) -> datetime:
    """An instant of that March, in UTC: an hour less than in Berlin."""
    return datetime(2026, month, day, hour, minute, tzinfo=UTC)


def asked(who: Member) -> list[Seen]:
    """The steps somebody was asked for, the oldest first."""
    return [seen for seen in who.inbox if "onboarding:step:" in seen.key]


async def journey(shop: Shop, who: Member, kind: Kind = Kind.START) -> Journey:
    """Somebody's way in, as it is stored."""
    async with shop.team.store.reading() as db:
        person = (await db.people.known([who.ref]))[who.ref]
        found = await db.onboarding.of(person.id, kind)
    assert found is not None
    return found


async def test_a_start_is_asked_one_thing_a_message(shop: Shop) -> None:
    """At nine on the reader's clock: never before, and each once."""
    await shop.anna.says(START)
    seen = shop.answer(shop.anna)
    assert "Li Mei starts on Mon 9 Mar" in seen.text
    assert "Buddy: Bo Lin" in seen.text
    (begun,) = [seen for seen in shop.bo.inbox if "begun" in seen.key]
    assert "You are the buddy of Li Mei" in begun.text
    assert asked(shop.li) == []
    await shop.team.until(at(9, 7, 59))
    assert asked(shop.li) == []
    await shop.team.until(at(9, 8, 1))
    own = [seen.text for seen in asked(shop.li)]
    assert len(own) == 2
    assert all("Your start: one thing for you" in text for text in own)
    assert any("Walk the floor" in text for text in own)
    (lunch,) = asked(shop.bo)
    assert "Have lunch" in lunch.text
    await shop.team.until(at(9, 20))
    assert len(asked(shop.li)) == 2


async def test_each_side_reads_its_own_language(shop: Shop) -> None:
    """Begun on DingTalk in Chinese; nine is nine in Shanghai."""
    await changes(shop.team, shop.wei, "Ev-led", manager=shop.wang.ref)
    await shop.wang.says("入职 开始 @李伟 客服 3月9日 伙伴 @Li Mei")
    seen = shop.answer(shop.wang)
    assert "李伟 将于 3月9日" in seen.text
    await shop.team.until(at(9, 0, 59))
    assert asked(shop.wei) == []
    await shop.team.until(at(9, 1, 1))
    assert "您的入职：今天做一件事" in asked(shop.wei)[0].text
    await shop.team.until(at(9, 8, 1))
    assert "李伟 is starting: one thing for you" in asked(shop.li)[0].text
    shown = await shop.wang.says("入职 进度 @李伟")
    assert shown
    assert "已完成 0/14" in shown.text


async def test_done_ends_it_and_not_yet_is_reminded_of_once(shop: Shop) -> None:
    """What is done is never asked again; what is open once more."""
    await shop.anna.says(START)
    await shop.team.until(at(9, 8, 1))
    first, second = asked(shop.li)
    await shop.li.presses("Done", first)
    assert "Done. Thank you!" in asked(shop.li)[0].text
    await shop.li.presses("Not yet", second)
    await shop.team.until(at(11, 8, 1))
    again = [seen for seen in asked(shop.li) if ":nudge:" in seen.key]
    assert len(again) == 1
    assert again[0].key.split(":")[2] == second.key.split(":")[2]
    await shop.team.until(at(20, 8, 1))
    assert len([seen for seen in asked(shop.li) if again[0].key == seen.key]) == 1
    await shop.li.presses("Done", again[0])
    old = next(seen for seen in asked(shop.li) if seen.key == second.key)
    assert "Done. Thank you!" in old.text


async def test_who_is_away_is_asked_when_they_are_back(shop: Shop) -> None:
    """Nothing on a day off, and nothing is lost."""
    await shop.anna.says(START)
    await shop.li.says("away 9 march to 10 march")
    await shop.team.until(at(10, 20))
    assert asked(shop.li) == []
    await shop.team.until(at(11, 8, 1))
    assert len(asked(shop.li)) == 3


async def test_the_manager_hears_once_a_week_how_far_it_is(shop: Shop) -> None:
    """With what is late, and who it waits for."""
    await shop.anna.says(START)
    await shop.team.until(at(16, 8, 1))
    (week,) = [seen for seen in shop.anna.inbox if ":week:" in seen.key]
    assert "0 of 14 done" in week.text
    assert "Late: Walk the floor" in week.text
    assert "(Li Mei)" in week.text
    shown = await shop.anna.says("onboarding show @Li")
    assert shown
    assert "0 of 14 done" in shown.text
    await shop.team.until(at(22, 20))
    assert len([s for s in shop.anna.inbox if ":week:" in s.key]) == 1


async def test_how_it_goes_is_the_newcomers_own(shop: Shop) -> None:
    """After 30 days; the manager is told to talk, and reads only what is shared."""
    await shop.anna.says(START)
    await shop.team.until(at(8, 8, month=4))
    (how,) = [seen for seen in asked(shop.li) if "first 30 days" in seen.text]
    assert [
        s for s in asked(shop.anna) if "Talk with them about their first 30" in s.text
    ]
    await shop.li.presses("Answer", how)
    assert await shop.li.fills(mood="hard", answer="Nobody has time for me") == {}
    told = [s.text for m in (shop.anna, shop.bo) for s in m.inbox]
    assert not any("Nobody has time" in text for text in told)
    step = next(s for s in (await journey(shop, shop.li)).steps if s.mood)
    assert (step.answer, step.shared) == ("Nobody has time for me", False)
    again = await shop.anna.says("onboarding show @Li")
    assert again
    assert "Nobody has time" not in again.text


async def test_what_is_shared_reaches_the_manager(shop: Shop) -> None:
    """And nobody else."""
    await shop.anna.says(START)
    await shop.team.until(at(8, 8, month=4))
    (how,) = [seen for seen in asked(shop.li) if "first 30 days" in seen.text]
    await shop.li.presses("Answer", how)
    filled = await shop.li.fills(mood="good", answer="Lovely people", share="yes")
    assert filled == {}
    await shop.team.until(at(9, 8, month=4))
    (told,) = [seen for seen in shop.anna.inbox if "Lovely people" in seen.text]
    assert "Li Mei shares with you" in told.text
    assert not any("Lovely people" in seen.text for seen in shop.bo.inbox)


async def test_it_is_ended_by_hand(shop: Shop) -> None:
    """Nobody is asked any more, and it may begin anew."""
    await shop.anna.says(START)
    await shop.anna.says("onboarding show @Li")
    ended = await shop.anna.presses("End it")
    assert ended
    assert "has ended" in ended.text
    await shop.team.until(at(12, 20))
    assert asked(shop.li) == []
    await shop.anna.says(START)
    assert "starts on" in shop.answer(shop.anna).text


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("onboarding start as warehouse on 9 March", "Who is it about?"),
        ("onboarding start @Li on 9 March buddy @Li", "their own buddy"),
        ("onboarding start @Li as astronaut on 9 March", "astronaut"),
        ("onboarding start @Li @Bo on 9 March", "One person at a time"),
        ("onboarding start @Li on 9 December", "more than 180 days"),
        ("onboarding start @Anna on 9 March", "somebody else's hands"),
        ("onboarding start @Li as leaving on 9 March", "for leaving"),
        ("onboarding show @Li", "no checklist"),
        ("onboarding template astronaut", "I do not know the checklist"),
    ],
)
async def test_what_is_wrong_is_said_kindly(words: str, answer: str) -> None:
    """And nothing is kept."""
    async with a_shop(wall=False) as shop:
        seen = await shop.anna.says(words)
        assert seen
        assert answer in shop.answer(shop.anna).text
        async with shop.team.store.reading() as db:
            assert await db.onboarding.running() == []


async def test_only_who_leads_begins_it_and_once(shop: Shop) -> None:
    """A colleague may not, and nobody twice; who is not part of it sees nothing."""
    seen = await shop.bo.says("onboarding start @Li on 9 March")
    assert seen
    assert "Only the manager of Li Mei" in seen.text
    await shop.anna.says(START)
    seen = await shop.anna.says(START)
    assert seen
    assert "has a checklist already" in seen.text
    seen = await shop.wei.says("入职 进度 @Li Mei")
    assert seen
    assert "没有找到" in seen.text
    empty = await shop.wei.says("入职")
    assert empty
    assert "Li Mei" not in empty.text
    assert (await journey(shop, shop.li)).day == date(2026, 3, 9)


async def test_a_checklist_is_written_line_by_line(shop: Shop) -> None:
    """What came with us keeps its translation; who began already keeps theirs."""
    await shop.anna.says("onboarding template change baristas")
    lines = "0 person: Taste ten teas https://tea.example/list\n0 IT: " + (
        "Have computer and phone ready"
    )
    assert await shop.anna.fills(lines=lines) == {}
    await shop.anna.says("onboarding start @Li as baristas on 9 March it @王芳")
    assert "Li Mei starts" in shop.answer(shop.anna).text
    await shop.team.until(at(9, 8, 1))
    (taste,) = asked(shop.li)
    assert "Taste ten teas" in taste.text
    assert "准备好电脑和手机" in asked(shop.wang)[0].text
    await shop.anna.says("onboarding template change baristas")
    wrong = await shop.anna.fills(lines="tomorrow person: Taste")
    assert "I do not understand" in wrong["lines"]
    refused = await shop.bo.says("onboarding template change baristas")
    assert refused
    assert "Only admins" in refused.text
