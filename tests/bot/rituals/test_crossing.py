"""What people answer to the bot crosses between the places of a room (PEERS Q19)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.errors import Unreachable
from bot.messages import Bold, Mention, Quote
from bot.model.refs import MessageRef
from bot.ports import Abilities
from tests.bot.rituals.crossings import (
    HERE,
    THERE,
    a_room,
    answers,
    card,
    hears,
    quotes,
    told,
)
from tests.databases import Kind
from tests.driver import a_team


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
async def test_an_answer_is_told_in_the_thread_of_every_other_place(kind: Kind) -> None:
    """With its author's name and platform; where it was said, nothing is repeated."""
    async with a_team(kind) as team:
        anna = await a_room(team, "#berlin")
        await answers(anna, card(team, HERE), "Nearly done")
        for place in (THERE, "#berlin"):
            (seen,) = told(team, place, "Anna Berger")
            assert seen.ref.place.thread == card(team, place).ref.id
            assert seen.text == "Anna Berger (Slack)\nNearly done"
            assert Bold("Anna Berger") in seen.card.title
        assert told(team, HERE, "Anna Berger") == []


async def test_an_answer_to_the_mirror_goes_back_to_the_first() -> None:
    """The room has no first place: whoever answers where is told everywhere else."""
    async with a_team() as team:
        anna = await a_room(team, "#berlin")
        await answers(anna, card(team, THERE), "Nearly done")
        assert len(told(team, HERE, "Anna Berger")) == 1
        assert len(told(team, "#berlin", "Anna Berger")) == 1
        assert told(team, THERE, "Anna Berger") == []


async def test_what_was_said_is_only_words() -> None:
    """Nothing in it calls, links or formats; who was mentioned is named."""
    async with a_team() as team:
        anna = await a_room(team)
        bo = team.person("Bo Lin")
        await answers(anna, card(team, HERE), f"<@{bo.ref.id}> see *<!here>* `x`")
        (seen,) = told(team, THERE, "Anna Berger")
        assert seen.card.blocks == (Quote("@Bo Lin see *<!here>* `x`"),)
        assert not [span for span in seen.card.title if isinstance(span, Mention)]


async def test_a_changed_answer_changes_everywhere() -> None:
    """The same message, edited; the same words again edit nothing."""
    async with a_team() as team:
        anna = await a_room(team)
        said = await answers(anna, card(team, HERE), "Nearly done")
        await hears(anna, said, text="All done", changed=True)
        await hears(anna, said, text="All done", changed=True)
        (seen,) = told(team, THERE, "Anna Berger")
        assert seen.card.blocks == (Quote("All done"),)
        assert seen.edited == 1


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
async def test_an_answer_that_is_taken_back_is_so_everywhere(kind: Kind) -> None:
    """Its words are gone from the chat and from the database, whatever comes after."""
    async with a_team(kind) as team:
        anna = await a_room(team)
        said = await answers(anna, card(team, HERE), "Nearly done")
        await hears(anna, said, gone=True)
        await hears(anna, said, text="All done", changed=True)
        await hears(anna, said, text="Nearly done")
        (seen,) = told(team, THERE, "Anna Berger")
        assert seen.text == "Anna Berger (Slack)\n— taken back —"
        async with team.store.reading() as db:
            kept = await db.crossings.of(said)
        assert kept is not None
        assert (kept.text, kept.gone) == ("", True)


async def test_what_was_taken_back_before_it_came_is_never_told() -> None:
    """A platform may deliver the end first."""
    async with a_team() as team:
        anna = await a_room(team)
        said = await answers(anna, card(team, HERE), "", gone=True)
        await hears(anna, said, text="Nearly done")
        assert told(team, THERE, "Anna Berger") == []


async def test_what_was_taken_back_before_it_was_sent_is_not_sent() -> None:
    """Nobody needs to know that there was something."""
    async with a_team() as team:
        anna = await a_room(team)
        team.chat.broken.append(Unreachable("away"))
        said = await answers(anna, card(team, HERE), "Nearly done")
        await hears(anna, said, gone=True)
        await team.waits(minutes=10)
        assert told(team, THERE, "Anna Berger") == []


async def test_an_answer_delivered_twice_is_told_once() -> None:
    """A message crosses once, whatever the ids of its events are."""
    async with a_team() as team:
        anna = await a_room(team)
        said = await answers(anna, card(team, HERE), "Nearly done")
        await hears(anna, said, text="Nearly done")
        assert len(told(team, THERE, "Anna Berger")) == 1


async def test_where_nothing_can_be_edited_it_stays_as_it_was_said() -> None:
    """No second message says that the first one is no more."""
    async with a_team() as team:
        anna = await a_room(team)
        team.chat.abilities["slack"] = Abilities(edits=False)
        said = await answers(anna, card(team, HERE), "Nearly done")
        await hears(anna, said, gone=True)
        (seen,) = told(team, THERE, "Anna Berger")
        assert seen.text == "Anna Berger (Slack)\nNearly done"


async def test_where_there_are_no_threads_it_says_what_it_is_about() -> None:
    """A task by number and title; in the words of who reads it there."""
    async with a_team() as team:
        team.chat.abilities["dingtalk"] = Abilities(threads=False)
        team.place("#杭州", platform="dingtalk")
        anna = await a_room(team, "#杭州")
        await answers(anna, card(team, HERE), "Nearly done")
        (seen,) = told(team, "#杭州", "Anna Berger")
        assert seen.text == "↪ T-1 Check prices · Anna Berger (Slack)\nNearly done"


async def test_without_threads_an_answer_to_a_stand_up_names_its_day() -> None:
    """Which of them it is about could not be seen otherwise."""
    async with a_team() as team:
        team.chat.abilities["dingtalk"] = Abilities(threads=False)
        team.place("#杭州", platform="dingtalk")
        anna = await a_room(team, "#杭州")
        await anna.says("standup new Daily at 09:30 in #general ask Today?", HERE)
        await team.waits(hours=2)
        day = next(s for s in anna.sees(HERE) if s.text.startswith("📋 Daily"))
        await answers(anna, day, "I am late")
        (seen,) = told(team, "#杭州", "Anna Berger")
        assert seen.text.startswith("↪ 📋 Daily · Mon 2 Mar · Anna Berger (Slack)")


async def test_quoting_the_bot_without_a_command_is_an_answer() -> None:
    """As on DingTalk, where answers in threads cannot be heard; also to an answer."""
    async with a_team() as team:
        team.chat.abilities["dingtalk"] = Abilities(threads=False)
        team.place("#杭州", platform="dingtalk")
        anna = await a_room(team, "#杭州")
        li = team.person("李伟", platform="dingtalk", language="zh")
        await quotes(li, card(team, "#杭州"), "好的，明天上午发货")
        (seen,) = told(team, HERE, "李伟")
        assert seen.text == "李伟 (DingTalk)\n好的，明天上午发货"
        assert seen.ref.place.thread == card(team, HERE).ref.id
        await answers(anna, card(team, HERE), "Thank you")
        (thanks,) = told(team, "#杭州", "Anna Berger")
        await quotes(li, thanks, "不客气")
        assert [s.text for s in told(team, THERE, "李伟")] == [
            "李伟 (DingTalk)\n好的，明天上午发货",
            "李伟 (DingTalk)\n不客气",
        ]
        assert li.inbox == []


@pytest.mark.parametrize("text", ["今天来不及", "T-1 好了", "task force is here"])
async def test_words_that_only_begin_like_a_command_are_an_answer(text: str) -> None:
    """People begin sentences with today, with a task's number, with "task"."""
    async with a_team() as team:
        await a_room(team)
        li = team.person("李伟", language="zh")
        await quotes(li, card(team, THERE), text)
        (seen,) = told(team, HERE, "李伟")
        assert seen.card.blocks == (Quote(text),)


@pytest.mark.parametrize("text", ["任务 列表", "T-1", "完成", "今天"])
async def test_quoting_the_bot_with_a_command_is_the_command(text: str) -> None:
    """Words that the bot understands are for the bot."""
    async with a_team() as team:
        await a_room(team)
        li = team.person("李伟", language="zh")
        await quotes(li, card(team, THERE), text)
        assert told(team, HERE, "李伟") == []


async def test_quoting_the_bot_elsewhere_is_an_unknown_command() -> None:
    """Where nothing crosses, words that are no command are answered as always."""
    async with a_team() as team:
        anna = await a_room(team)
        await anna.says("room threads off", HERE)
        await quotes(anna, card(team, THERE), "gladly, tomorrow morning")
        last = anna.last()
        assert last is not None
        assert "gladly, tomorrow morning" in last.text
        assert told(team, HERE, "Anna Berger") == []


async def test_only_answers_to_the_bot_cross() -> None:
    """What people say to each other is not even stored."""
    async with a_team() as team:
        anna = await a_room(team)
        ours = card(team, HERE)
        theirs = replace(ours, ref=MessageRef(ours.ref.place, "999.1"))
        said = await answers(anna, theirs, "between us")
        assert told(team, THERE, "Anna Berger") == []
        async with team.store.reading() as db:
            assert await db.crossings.of(said) is None
            assert await db.inbox.waiting() == []


async def test_nothing_crosses_before_an_admin_says_so() -> None:
    """A room alone tells nothing; what was said before stays where it is."""
    async with a_team() as team:
        anna = await a_room(team)
        await anna.says("room threads off", HERE)
        said = await answers(anna, card(team, HERE), "Before")
        await anna.says("room threads on", HERE)
        await hears(anna, said, text="Before, mended", changed=True)
        assert told(team, THERE, "Anna Berger") == []


async def test_switched_off_it_stops_at_once() -> None:
    """Also what waits to be sent; but what is taken back is taken back."""
    async with a_team() as team:
        anna = await a_room(team)
        first = await answers(anna, card(team, HERE), "First")
        second = await answers(anna, card(team, HERE), "Second")
        team.chat.broken.append(Unreachable("away"))
        await answers(anna, card(team, HERE), "Third")
        await anna.says("room threads off", HERE)
        await hears(anna, first, text="First, mended", changed=True)
        await hears(anna, second, gone=True)
        await team.waits(minutes=10)
        assert [
            seen.text.partition("\n")[2] for seen in told(team, THERE, "Anna Berger")
        ] == [
            "First",
            "— taken back —",
        ]


async def test_a_place_that_left_the_room_hears_nothing_more() -> None:
    """Nor does the room hear from it."""
    async with a_team() as team:
        anna = await a_room(team)
        await anna.says("room untie", THERE)
        await answers(anna, card(team, HERE), "For us")
        await answers(anna, card(team, THERE), "For them")
        assert told(team, THERE, "Anna Berger") == []
        assert told(team, HERE, "Anna Berger") == []


async def test_an_answer_to_what_a_place_never_saw_is_not_told_there() -> None:
    """A place that came later has nothing it could be an answer to."""
    async with a_team() as team:
        anna = await a_room(team)
        team.place("#late")
        await anna.says("room tie singles day", "#late")
        await answers(anna, card(team, HERE), "Nearly done")
        assert told(team, "#late", "Anna Berger") == []
        assert len(told(team, THERE, "Anna Berger")) == 1


@pytest.mark.parametrize("text", ["", "   ", "\u200b"])
async def test_an_answer_without_words_is_none(text: str) -> None:
    """Nothing can be seen of it."""
    async with a_team() as team:
        anna = await a_room(team)
        await answers(anna, card(team, HERE), text)
        assert told(team, THERE, "Anna Berger") == []


async def test_a_bot_answers_nobody() -> None:
    """Two bots cannot talk each other through a room."""
    async with a_team() as team:
        await a_room(team)
        robot = team.person("Robot")
        profile = team.chat.profiles[robot.ref]
        team.chat.profiles[robot.ref] = replace(profile, bot=True)
        await answers(robot, card(team, HERE), "Beep")
        assert told(team, THERE, "Robot") == []


async def test_words_are_kept_for_thirty_days() -> None:
    """Then they are only in the chats; taking them back still works."""
    async with a_team() as team:
        anna = await a_room(team)
        said = await answers(anna, card(team, HERE), "Nearly done")
        team.clock.set(team.clock.now() + timedelta(days=29))
        await team.crew.forget()
        async with team.store.reading() as db:
            kept = await db.crossings.of(said)
            assert kept is not None
            assert kept.text == "Nearly done"
        team.clock.set(team.clock.now() + timedelta(days=2))
        await team.crew.forget()
        async with team.store.reading() as db:
            kept = await db.crossings.of(said)
            assert kept is not None
            assert kept.text == ""
        (seen,) = told(team, THERE, "Anna Berger")
        assert "Nearly done" in seen.text
        await hears(anna, said, gone=True)
        (seen,) = told(team, THERE, "Anna Berger")
        assert "taken back" in seen.text


async def test_no_word_of_it_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    """Neither when it is told nor when it cannot be."""
    async with a_team() as team:
        anna = await a_room(team)
        with caplog.at_level("DEBUG"):
            team.chat.broken.append(Unreachable("away"))
            await answers(anna, card(team, HERE), "zanzibar")
        logged = [str(record.__dict__) for record in caplog.records]
        assert not [line for line in logged if "zanzibar" in line]


async def test_the_room_says_what_crossing_needs() -> None:
    """The bot cannot see its own rights: so it names them."""
    async with a_team() as team:
        anna = await a_room(team)
        shown = await anna.says("room threads on", HERE)
        assert shown is not None
        assert "shopcrew manifest slack --threads" in shown.text
