"""Answers: once, where they were asked for, and the form before anything else."""

from datetime import timedelta

import pytest

from bot.answer import Answer
from bot.errors import Unreachable
from bot.events import Commanded, Joined
from bot.i18n import words
from bot.messages import Audience, Card, Reply
from bot.model.delivery import Delivery
from bot.model.refs import PlaceRef
from tests.driver import Member, Team, a_team

LONG = timedelta(minutes=5)


async def in_doubt(team: Team, who: Member) -> Delivery:
    """A promised answer of which Slack did not say whether it came, nor would tell."""
    await team.know_everyone()
    team.chat.broken.append(Unreachable("timeout"))
    team.chat.unread.append(Unreachable("http_500"))
    await who.says("task add Check banner prices")
    async with team.store.reading() as db:
        (promised,) = await db.deliveries.in_doubt(team.clock.now() + LONG)
    return promised


async def test_a_pressed_button_edits_its_message_once() -> None:
    """Its delivery edits a registered message; the answer does not do it again."""
    async with a_team() as team:
        anna = team.person("Anna Berger")
        await anna.says("task add Check banner prices", "#general")
        await anna.presses("Done")
        (card,) = anna.sees("#general")
        assert card.edited == 1
        assert "Undo" in card.buttons


async def test_the_answer_stays_in_the_thread_it_was_asked_in() -> None:
    """A command in a thread is answered there (PEERS 3.2)."""
    async with a_team() as team:
        anna = team.person("Anna Berger")
        general = team.places["#general"]
        thread = PlaceRef(general.platform, general.tenant, general.id, "12.0001")
        event = Commanded(**anna._event(), where=thread, text="task add Check prices")
        await team.receive(event)
        (card,) = anna.sees("#general")
        assert card.ref.place.thread == "12.0001"


async def test_a_press_on_the_home_tab_shows_the_new_home() -> None:
    """The tab itself changes; nothing is posted anywhere."""
    async with a_team() as team:
        anna = team.person("Anna Berger")
        await anna.says("task add Check banner prices today 23:00")
        posted = len(anna.sees())
        home = await anna.opens_home()
        assert "Check banner prices" in str(home.blocks)
        home = await anna.presses_home("Done")
        assert "task.untick" in str(home.blocks) or "Check" not in str(home.blocks)
        assert len(anna.sees()) == posted


async def test_the_bots_first_words_in_a_new_place() -> None:
    """Somebody invited it: it says who it is, once, with one thing to try."""
    async with a_team() as team:
        anna = team.person("Anna Berger")
        event = Joined(**anna._event(), where=team.places["#general"])
        await team.receive(event)
        await team.receive(event)
        (hello,) = anna.sees("#general")
        assert "/crew task add" in hello.text


@pytest.mark.parametrize("arrived", [True, False])
async def test_an_answer_of_which_nobody_can_tell_is_looked_for(arrived: bool) -> None:
    """Slack did not say whether it came, and could not be asked either: it is there
    once in the end, whichever it was.
    """
    async with a_team() as team:
        anna = team.person("Anna Berger")
        promised = await in_doubt(team, anna)
        if arrived:
            await team.chat.post(anna.dm, Card(("T-1",)), key=promised.draft.key)
        await team.waits(minutes=2)
        assert len(anna.sees()) == 1
        assert "Check banner prices" in anna.sees()[0].text


@pytest.mark.parametrize("waited", [timedelta(seconds=6), LONG])
async def test_an_answer_that_waited_its_turn_too_long_is_said_once(
    waited: timedelta,
) -> None:
    """Behind an earlier one of the same person: by then somebody may have taken it for
    lost, looked for it, and said it.
    """
    async with a_team() as team:
        anna = team.person("Anna Berger")
        promised = await in_doubt(team, anna)
        async with team.store.reading() as db:
            person = (await db.people.known([anna.ref]))[anna.ref]
        if waited == LONG:
            await team.waits(minutes=5)
        else:
            team.clock.set(team.clock.now() + waited)
        event = Commanded(**anna._event(), where=anna.dm, text="task add Check prices")
        reply = Reply(Card(("T-1",)), Audience.HERE)
        late = Answer(event, person, words("en", "UTC"), reply, promise=promised)
        await team.crew.dispatcher._answers.give(late)
        await team.waits(minutes=2)
        assert ["Check banner prices" in each.text for each in anna.sees()] == [True]
