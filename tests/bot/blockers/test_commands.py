"""Blockers as people type and press them, in both languages."""

from collections.abc import AsyncIterator

import pytest

from bot.model.blocker import TAGS, UpdateKind
from bot.model.standup.policy import Readers
from tests.bot.blockers.team import Shop, a_shop, labels, said


@pytest.fixture
async def shop() -> AsyncIterator[Shop]:
    """Everybody was asked just now."""
    async with a_shop() as made:
        yield made


async def test_one_is_added_without_a_stand_up(shop: Shop) -> None:
    """Its card is there for everybody in the channel, who was asked hears alone."""
    card = await shop.bo.says("blocker add the gate is locked @李伟", "#general")
    assert "⚠️ B-1 the gate is locked" in said(card)
    assert card is not None
    assert card.only is None
    assert "Bo Lin 请您帮忙：B-1 the gate is locked" in said(shop.li.last())
    assert labels(shop.li.last()) == ["收到", "更新进展", "已解决"]


async def test_in_chinese_it_is_the_same(shop: Shop) -> None:
    """With the words of the contract."""
    await shop.li.says("阻碍 新增 库存数据还没到 @Bo")
    assert "B-1 库存数据还没到" in said(shop.li.last())
    assert "李伟 asks for your help: B-1 库存数据还没到" in said(shop.bo.last())
    await shop.bo.says("blocker ack 1")
    assert "Bo Lin 已收到 B-1" in said(shop.li.last())
    await shop.li.says("阻碍 更新 1 还差两箱")
    await shop.li.says("阻碍 解决 1 已经到了")
    assert "✅ B-1" in said(shop.li.last())
    assert "已经到了" in said(shop.li.last())
    await shop.li.says("阻碍 重新打开 1")
    assert (await shop.blocker()).open
    assert "库存数据还没到" in said(await shop.li.says("阻碍 列表"))
    assert "经过" in said(await shop.li.says("阻碍 查看 1"))


async def test_its_number_alone_shows_it(shop: Shop) -> None:
    """In a channel, too."""
    await shop.answers(shop.bo, "no stock")
    for where in (None, "#general"):
        for words in ("B-1", "b1"):
            assert "What happened" in said(await shop.cy.says(words, where))


@pytest.mark.parametrize(
    "words",
    [
        "B-1 done", "resolve B-1", "B-1 resolved it came", "解决 B-1", "B-1 已解决",
        "blocker resolve B-1", "阻碍解决1", "blockers close 1",
    ],
)  # fmt: skip
async def test_it_is_said_in_passing(shop: Shop, words: str) -> None:
    """With its letter: a bare number is a task's."""
    await shop.answers(shop.bo, "no stock")
    await shop.bo.says(words)
    assert not (await shop.blocker()).open


async def test_the_form_adds_one(shop: Shop) -> None:
    """Where it was opened; an empty one is refused beside its field."""
    await shop.bo.says("blocker add", "#general")
    assert await shop.bo.fills(text=" ") == {"text": "Please say what holds you up."}
    people = (shop.cy.ref.id,)
    assert await shop.bo.fills(text="the gate is locked", people=people) == {}
    assert (await shop.blocker()).tagged == (await shop.id_of(shop.cy),)
    assert "B-1 the gate is locked" in said(shop.anna.last("#general"))
    assert "asks for your help" in said(shop.cy.inbox[-1])


async def test_people_are_asked_for_help_later(shop: Shop) -> None:
    """By a command or the button; each hears once."""
    await shop.answers(shop.bo, "no stock")
    await shop.bo.says("blocker tag 1 @Cy")
    assert "Cy Twombly will hear of B-1" in said(shop.bo.last())
    assert "asks for your help: B-1 no stock" in said(shop.cy.last())
    seen = len(shop.cy.inbox)
    await shop.bo.says("blocker tag 1 @Cy")
    assert "was asked for B-1 already" in said(shop.bo.last())
    assert len(shop.cy.inbox) == seen
    await shop.bo.presses("Tag people")
    assert await shop.bo.fills(people=("李伟",)) == {}
    assert "请您帮忙" in said(shop.li.last())
    assert "→ @Cy Twombly @李伟" in shop.thread()


async def test_tagging_has_its_own_chinese_word(shop: Shop) -> None:
    """标记 is what people type who learned the English command first."""
    await shop.answers(shop.bo, "no stock")
    await shop.bo.says("阻碍 标记 B-1 @Cy")
    assert "asks for your help: B-1 no stock" in said(shop.cy.last())


@pytest.mark.parametrize("words", ["blocker tag @Cy", "阻碍 求助 @Cy"])
async def test_without_a_number_their_own_blocker_is_proposed(
    shop: Shop, words: str
) -> None:
    """With the person who was typed: one tap asks them."""
    await shop.answers(shop.bo, "no stock")
    told = said(await shop.bo.says(words))
    assert "blocker tag 1 @Cy Twombly" in told
    assert (await shop.blocker()).tagged == ()
    await shop.bo.presses("Ask Cy Twombly for help with B-1")
    assert "asks for your help: B-1 no stock" in said(shop.cy.last())


async def test_with_several_the_newest_is_proposed_first(shop: Shop) -> None:
    """Each has its button; those of others have none."""
    await shop.bo.says("blocker add no stock")
    await shop.cy.says("blocker add no light")
    await shop.bo.says("blocker add no gate")
    seen = await shop.bo.says("blocker tag @李伟")
    assert seen is not None
    assert list(seen.buttons) == [
        "Ask 李伟 for help with B-3",
        "Ask 李伟 for help with B-1",
    ]
    await shop.bo.presses("Ask 李伟 for help with B-1", seen)
    assert (await shop.blocker(1)).tagged == (await shop.id_of(shop.li),)
    assert (await shop.blocker(3)).tagged == ()


async def test_without_a_person_the_button_asks_whom(shop: Shop) -> None:
    """The form of their own blocker."""
    await shop.answers(shop.bo, "no stock")
    await shop.bo.says("blocker tag")
    await shop.bo.presses("Ask for help with B-1")
    assert await shop.bo.fills(people=("李伟",)) == {}
    assert "请您帮忙" in said(shop.li.last())


async def test_the_proposal_is_in_the_readers_words(shop: Shop) -> None:
    """李伟 reports in Hangzhou, on DingTalk."""
    await shop.li.says("阻碍 添加 缺纸箱")
    told = said(await shop.li.says("阻碍 求助 @Cy"))
    assert "阻碍 求助 1 @Cy Twombly" in told
    await shop.li.presses("请 Cy Twombly 帮忙处理 B-1")
    assert (await shop.blocker()).tagged == (await shop.id_of(shop.cy),)


async def test_who_has_no_blocker_reads_the_example(shop: Shop) -> None:
    """Nothing is proposed."""
    seen = await shop.cy.says("blocker tag @Bo")
    assert seen is not None
    assert "blocker tag 4 @Li" in seen.text
    assert not seen.buttons


async def test_who_is_away_is_said_at_once(shop: Shop) -> None:
    """It is good to know before one waits for them."""
    await shop.cy.says("away today to friday")
    await shop.answers(shop.bo, "no stock")
    told = said(await shop.bo.says("blocker tag 1 @Cy"))
    assert "Cy Twombly is away until Fri 6 Mar" in told


async def test_an_acknowledgement_is_told_once(shop: Shop) -> None:
    """The card of who was asked shows it, whatever is pressed again."""
    await shop.answers(shop.bo, "no stock @Cy")
    await shop.cy.presses("Acknowledge", shop.sent(":tagged:")[-1])
    await shop.cy.says("blocker ack 1")
    assert len(shop.sent(":acknowledged:")) == 1
    kinds = [each.kind for each in await shop.story()]
    assert kinds.count(UpdateKind.ACKNOWLEDGED) == 1
    (card,) = shop.sent(":tagged:")
    assert "Seen by Cy Twombly" in card.text
    assert "Acknowledge" not in labels(card)


async def test_a_resolved_one_shows_so_everywhere_and_can_be_undone(
    shop: Shop,
) -> None:
    """On every card, in the day's message, with how it was solved."""
    await shop.answers(shop.bo, "no stock @Cy")
    await shop.cy.presses("Resolve")
    assert "✅ B-1 no stock" in shop.thread()
    assert "Resolved by Cy Twombly" in said(shop.sent(":tagged:")[-1])
    assert "Cy Twombly resolved B-1 no stock" in said(shop.bo.last())
    await shop.cy.presses("Say how", shop.sent(":tagged:")[-1])
    assert await shop.cy.fills(text="it stood behind the door") == {}
    assert "it stood behind the door" in said(shop.bo.last())
    await shop.bo.presses("Undo")
    assert (await shop.blocker()).open
    assert "⚠️ B-1 no stock (day 1)" in shop.thread()
    assert "B-1 is in the way again" in said(shop.sent(":resolved:")[-1])


async def test_it_becomes_a_task_and_both_know_it(shop: Shop) -> None:
    """Of who must act; done, its reporter is asked whether that is all."""
    await shop.answers(shop.bo, "no stock @Cy")
    await shop.bo.says("B-1")
    await shop.bo.presses("Make a task")
    assert "no stock" in said(shop.sent(":assigned:")[-1])
    assert "B-1" in said(shop.sent(":assigned:")[-1])
    assert "T-1" in said(await shop.bo.says("B-1"))
    await shop.cy.says("task done 1")
    (asked,) = shop.sent(":task-done:")
    assert asked.ref.place == shop.bo.dm
    assert asked.text.startswith("T-1 is done: resolve B-1 no stock?")
    await shop.bo.presses("Still blocked", asked)
    assert (await shop.blocker()).open
    (asked,) = shop.sent(":task-done:")
    assert "Still blocked" not in labels(asked)
    await shop.bo.presses("Resolve", asked)
    assert not (await shop.blocker()).open


async def test_a_team_can_be_alarmed(shop: Shop) -> None:
    """A new one is shown in the place it chose, and is a task at once."""
    place = shop.team.places["#singles-day"]
    await shop.chooses(alarm_place=place, alarm_task=True)
    await shop.answers(shop.bo, "no stock @Cy")
    alarm = shop.anna.last("#singles-day")
    assert "⚠️ B-1 no stock" in said(alarm)
    assert "T-1" in said(alarm)
    async with shop.team.store() as db:
        task = await db.tasks.numbered(1)
    assert task is not None
    assert task.owner_id == await shop.id_of(shop.cy)
    await shop.bo.says("blocker resolve 1")
    assert "✅ B-1 no stock" in said(shop.anna.last("#singles-day"))


async def test_what_only_some_may_read_alarms_no_place(shop: Shop) -> None:
    """Who answered was told that it goes to nobody else."""
    place = shop.team.places["#singles-day"]
    await shop.chooses(alarm_place=place, readers=Readers.ADMINS)
    await shop.answers(shop.bo, "no stock")
    assert await shop.count() == 1
    assert not any("no stock" in seen.text for seen in shop.anna.sees("#singles-day"))


async def test_lists_are_everybodys_ones_own_somebodys_and_a_stand_ups(
    shop: Shop,
) -> None:
    """With number, age, who was asked, how much was said."""
    await shop.answers(shop.bo, "no stock @Cy")
    await shop.anna.says("blocker add no heating", "#general")
    await shop.cy.says("blocker update 1 looking for it")
    everything = said(await shop.anna.says("blocker list"))
    assert "⚠️ B-1 no stock" in everything
    facts = "Bo Lin · Daily · since Mon 2 Mar · asked: @Cy Twombly · one update"
    assert facts in everything
    assert "B-2 no heating" in everything
    for words, numbers in (
        ("blocker list mine", "B-2"), ("blocker list @Cy", "B-1"),
        ("blocker list daily", "B-1"), ("blockers Bo", "B-1"),
        ("阻碍 列表 我的", "B-2"),
    ):  # fmt: skip
        seen = said(await shop.anna.says(words))
        assert numbers in seen, words
        assert ("B-1" in seen) != ("B-2" in seen), words


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("blocker resolve 9", "no blocker B-9 that you can see. Did you mean B-1"),
        ("blocker show", "Please give its number"),
        ("blocker add @Cy", "Please say what holds you up"),
        ("blocker add no stock @Nobody", "“Nobody”"),
        ("blocker tag 1 @Bo", "Bo Lin reported B-1"),
        ("blocker ack 1", "Nobody asked you about B-1"),
        ("blocker take 1", "B-1 is yours already"),
        ("blocker reopen 1", "B-1 is open"),
        ("blocker list of nonsense", "I know lists of"),
        ("blocker foo B-1 at noon", "blocker update B-1 at noon"),
        ("B-1 numbers come at noon", "blocker update B-1 numbers come at noon"),
        ("blocker update 1 " + "x" * 3001, "3,001 characters"),
        ("blocker add " + "x" * 3001, "3,001 characters"),
    ],
)
async def test_mistakes_get_a_kind_answer(shop: Shop, words: str, part: str) -> None:
    """That says what to type instead."""
    await shop.answers(shop.bo, "no stock")
    assert part in said(await shop.bo.says(words))


async def test_what_is_resolved_already_says_by_whom(shop: Shop) -> None:
    """And how to take that back."""
    await shop.answers(shop.bo, "no stock @Cy")
    await shop.cy.says("blocker resolve 1")
    told = said(await shop.bo.says("blocker resolve 1"))
    assert "B-1 was resolved by Cy Twombly already" in told
    assert "blocker reopen 1" in told
    assert "resolved by Cy" in said(await shop.bo.says("blocker update 1 more"))


async def test_only_who_it_concerns_resolves_it(shop: Shop) -> None:
    """Everybody who sees it may say something; its manager may do all."""
    await shop.answers(shop.bo, "no stock")
    for words in ("blocker resolve 1", "blocker tag 1 @Anna", "blocker task 1"):
        refused = said(await shop.cy.says(words))
        assert "Only Bo Lin, a manager or an admin can change B-1" in refused
    assert "What happened" in said(await shop.cy.says("blocker update 1 I saw it"))
    await shop.manages(shop.cy, shop.bo)
    await shop.cy.says("blocker resolve 1")
    assert not (await shop.blocker()).open


async def test_who_made_the_stand_up_may_resolve_it(shop: Shop) -> None:
    """And so may its other admins."""
    await shop.answers(shop.bo, "no stock")
    await shop.anna.says("blocker resolve 1")
    assert not (await shop.blocker()).open


async def test_ten_people_are_the_most(shop: Shop) -> None:
    """More would be everybody, and so nobody."""
    await shop.answers(shop.bo, "no stock")
    crowd = [shop.team.person(f"Person{n:02} X") for n in range(TAGS + 1)]
    await shop.team.know_everyone()
    names = " ".join(f"@{each.name.split()[0]}" for each in crowd)
    assert "11 people" in said(await shop.bo.says(f"blocker tag 1 {names}"))
