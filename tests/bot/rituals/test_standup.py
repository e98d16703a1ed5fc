"""A day of a stand-up: what people see as the clock goes on."""

from datetime import UTC, datetime, timedelta

from bot.events import Pressed
from bot.model.people import ReminderStyle
from tests.bot.rituals.standups import (
    ELEVEN,
    NINE_THIRTY,
    change,
    daily,
    prompt,
    sent,
    thread,
)
from tests.driver import Member, Team
from tests.fakes.chat import Seen


async def test_a_day_from_prompt_to_wrap_up(team: Team, anna: Member) -> None:
    """Asked, answered in the thread, reminded, wrapped up: each message once."""
    kim, asha = team.people["Kim Lee"], team.people["Asha Rao"]
    await daily(anna)
    await team.until(NINE_THIRTY - timedelta(seconds=1))
    assert not sent(team, "standup:")
    await team.until(NINE_THIRTY)
    assert "0 of 3 in" in thread(team).text
    assert "Due by 11:00" in prompt(kim).text
    await anna.presses("Fill")
    assert await anna.fills(q0="sold tea", q1="ship cups", q2="") == {}
    (answer,) = sent(team, ":answer:")
    assert answer.ref.place.thread == thread(team).ref.id
    assert answer.text == "\n".join(
        ["Anna Berger · 09:30 (Berlin)", "Yesterday", "sold tea", "Today", "ship cups"]
    )
    assert "1 of 3 in" in thread(team).text
    assert "Saved. Posted in #general · you can edit until 11:00" in prompt(anna).text
    await kim.presses("Skip today")
    await team.until(ELEVEN)
    assert [seen.ref.place for seen in sent(team, ":remind:")] == [asha.dm]
    wrap_up = thread(team).text
    assert "1 of 2 in · 1 away (Kim Lee) · missing: Asha Rao" in wrap_up
    assert "You can still answer until the end of your day" in prompt(asha).text
    assert len(sent(team, ":parent")) == 1
    assert len(sent(team, ":ask:")) == 3


async def test_an_edit_changes_the_posted_answer(team: Team, anna: Member) -> None:
    """In place, marked as edited, the form filled with what was said."""
    await daily(anna)
    await team.until(NINE_THIRTY)
    await anna.presses("Fill")
    await anna.fills(q0="sold tee")
    await team.waits(minutes=5)
    await anna.presses("Edit")
    assert anna.form.fields[0].value == "sold tee"  # type: ignore[union-attr]
    assert await anna.fills(q0="sold tea") == {}
    (answer,) = sent(team, ":answer:")
    assert "sold tea" in answer.text
    assert "09:30 (Berlin) · edited" in answer.text


async def test_yesterday_is_filled_from_the_last_answer(
    team: Team, anna: Member
) -> None:
    """What was planned on Monday is what was done by Tuesday."""
    await daily(anna)
    await team.until(NINE_THIRTY)
    await anna.presses("Fill")
    await anna.fills(q0="a", q1="ship cups", q2="no boxes")
    await team.until(NINE_THIRTY + timedelta(days=1))
    await anna.presses("Fill", prompt(anna))
    values = [field.value for field in anna.form.fields]  # type: ignore[union-attr]
    assert values == ["ship cups", "", ""]


async def test_late_answers_are_marked_and_change_no_count(
    team: Team, anna: Member, kim: Member
) -> None:
    """Until the end of the day; once, and then no more."""
    await daily(anna)
    await team.until(ELEVEN)
    before = thread(team).text
    await kim.presses("Fill", prompt(kim))
    assert await kim.fills(q0="I was at the dentist") == {}
    (answer,) = sent(team, ":answer:")
    assert "Kim Lee · Mon 2 Mar 11:00 (Berlin) · late" in answer.text
    assert thread(team).text == before
    again = await press_fill(kim)
    assert "your answer stays as it is" in again.text
    await team.waits(hours=13)
    gone = await press_fill(team.people["Asha Rao"])
    assert "over" in gone.text


async def press_fill(who: Member) -> Seen:
    """Presses a Fill that was on the day's prompt once."""
    event = Pressed(**who._event(), where=who.dm, action="standup.fill", value="1")
    await who.team.receive(event)
    last = who.last()
    assert last is not None
    return last


async def test_an_answer_cannot_be_changed_after_the_close(
    team: Team, anna: Member
) -> None:
    """A form that was open at the close is refused in place, nothing lost."""
    await daily(anna)
    await team.until(NINE_THIRTY)
    await anna.presses("Fill")
    await anna.fills(q0="first")
    await anna.presses("Edit")
    await team.until(ELEVEN)
    wrong = await anna.fills(q0="second")
    assert "stays as it is" in wrong["q0"]
    assert "first" in sent(team, ":answer:")[0].text


async def test_an_empty_form_is_refused_in_place(team: Team, anna: Member) -> None:
    """Nothing that can be seen is no answer."""
    await daily(anna)
    await team.until(NINE_THIRTY)
    await anna.presses("Fill")
    assert set(await anna.fills(q0=" ", q1="\u200b")) == {"q0"}
    assert set(await anna.fills(q0="x" * 3001, q1="y")) == {"q0"}
    assert not sent(team, ":answer:")


async def test_a_skip_can_be_undone(team: Team, anna: Member) -> None:
    """The prompt is a question again."""
    await daily(anna)
    await team.until(NINE_THIRTY)
    await anna.presses("Skip today")
    assert "away, not as missing" in prompt(anna).text
    assert "1 away (Anna Berger)" in thread(team).text
    await anna.presses("Undo")
    assert "Due by" in prompt(anna).text
    assert "away" not in thread(team).text


async def test_who_goes_away_after_the_prompt_is_neither_reminded_nor_missing(
    team: Team, anna: Member, kim: Member
) -> None:
    """The prompt itself offers it."""
    await daily(anna)
    await team.until(NINE_THIRTY)
    await kim.presses("More", prompt(kim), value="away:1")
    assert kim.form.name == "people.away"
    await kim.fills()
    await team.until(ELEVEN)
    assert kim.dm not in [seen.ref.place for seen in sent(team, ":remind:")]
    assert "1 away (Kim Lee)" in thread(team).text


async def test_a_nudge_comes_once(team: Team, anna: Member, kim: Member) -> None:
    """Half an hour later; a second one is refused kindly."""
    await daily(anna)
    await team.until(NINE_THIRTY)
    await kim.presses("More", prompt(kim), value="later:1")
    await team.waits(minutes=29)
    assert not sent(team, ":nudge:")
    await team.waits(minutes=1)
    assert len(sent(team, ":nudge:")) == 1
    said = await kim.presses("More", prompt(kim), value="later:1")
    assert said is not None
    assert "only once" in said.text


async def test_muted_people_get_no_reminder(
    team: Team, anna: Member, kim: Member
) -> None:
    """They are asked, and that is all."""
    await change(team, kim, reminders=ReminderStyle.MUTED)
    await daily(anna)
    await team.until(ELEVEN)
    assert len(sent(team, ":ask:")) == 3
    assert kim.dm not in [seen.ref.place for seen in sent(team, ":remind:")]


async def test_without_a_place_the_owner_gets_the_wrap_up(
    team: Team, anna: Member, kim: Member
) -> None:
    """With everybody's answers, by direct message; late ones are added."""
    await daily(anna, "for @Kim")
    await team.until(NINE_THIRTY)
    assert not sent(team, ":parent")
    assert "to Anna Berger by direct message" in prompt(kim).text
    await team.until(ELEVEN)
    (wrap_up,) = sent(team, ":wrapup:")
    assert wrap_up.ref.place == anna.dm
    assert "0 of 1 in · missing: Kim Lee" in wrap_up.text
    await kim.presses("Fill", prompt(kim))
    await kim.fills(q0="sold tea")
    (wrap_up,) = sent(team, ":wrapup:")
    assert "sold tea" in wrap_up.text
    assert "0 of 1 in" in wrap_up.text


async def test_observers_get_the_digest_and_are_never_asked(
    team: Team, anna: Member, kim: Member
) -> None:
    """Even if they are in the channel."""
    await daily(anna, "in #general observers @Kim")
    await team.until(ELEVEN)
    assert kim.dm not in [seen.ref.place for seen in sent(team, ":ask:")]
    assert "0 of 2 in" in thread(team).text
    assert [seen.ref.place for seen in sent(team, ":wrapup:")] == [kim.dm]


async def test_who_answers_before_their_time_is_not_asked(
    team: Team, anna: Member
) -> None:
    """The day opens with the first answer."""
    team.person("Bo Lin", zone="Asia/Shanghai")
    await team.know_everyone()
    await daily(anna)
    await team.until(datetime(2026, 3, 3, 2, 0, tzinfo=UTC))
    await anna.says("standup report")
    await anna.presses("Fill")
    assert await anna.fills(q0="early bird") == {}
    await team.until(NINE_THIRTY + timedelta(days=1))
    asked = [seen.ref.place for seen in sent(team, "2026-03-03:ask")]
    assert anna.dm not in asked
    assert len(asked) == 3


async def test_nothing_that_was_typed_is_read_as_markup(
    team: Team, anna: Member
) -> None:
    """Answers are plain text, in the message and in the form."""
    await daily(anna)
    await team.until(NINE_THIRTY)
    nasty = "<!channel> *b* <@U1|x> & { $name } \ue0100\ue011"
    await anna.presses("Fill")
    assert await anna.fills(q0=nasty) == {}
    (answer,) = sent(team, ":answer:")
    spans = [span for block in answer.card.blocks for span in block.line]  # type: ignore[union-attr]
    assert nasty in spans


async def test_a_prompt_stops_offering_when_the_persons_day_is_over(
    team: Team, anna: Member, kim: Member
) -> None:
    """Edited in place at their own midnight; nothing new is sent."""
    await daily(anna)
    await team.until(NINE_THIRTY)
    await kim.presses("Skip today", prompt(kim))
    await team.until(ELEVEN)
    asha, first = team.people["Asha Rao"], prompt(team.people["Asha Rao"])
    assert "You can still answer" in prompt(kim).text
    assert "You counted as away" in prompt(kim).text
    before = len(team.chat.messages)
    await team.until(datetime(2026, 3, 2, 22, 59, 59, tzinfo=UTC))
    assert "Fill" in prompt(asha).buttons
    await team.until(datetime(2026, 3, 2, 23, 0, tzinfo=UTC))
    assert prompt(asha).ref == first.ref
    assert "Closed without your answer." in prompt(asha).text
    assert not prompt(asha).controls
    assert not prompt(kim).controls
    assert len(team.chat.messages) == before
