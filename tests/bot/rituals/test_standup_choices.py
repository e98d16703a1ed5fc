"""What a team chose: who counts, who is called, who reads, and who owns it."""

from dataclasses import replace
from datetime import timedelta

from bot.events import ProfileChanged
from bot.messages import Mention
from bot.model.people import ReminderStyle
from bot.model.question import Question
from bot.model.standup.policy import MissingStyle, Policy, Readers
from tests.bot.rituals.standups import (
    ELEVEN,
    NINE_THIRTY,
    answers,
    change,
    choose,
    daily,
    kept,
    last_day,
    person_id,
    prompt,
    sent,
    thread,
)
from tests.driver import Member, Team

HOUR = timedelta(hours=1)


async def leaves(team: Team, who: Member) -> None:
    """The platform says that somebody's account is gone."""
    profile = replace(team.chat.profiles[who.ref], active=False)
    team.chat.profiles[who.ref] = profile
    await team.receive(
        ProfileChanged(
            id=f"Gone{who.ref.id}", at=team.clock.now(), who=who.ref, profile=profile
        )
    )


async def reports_to(team: Team, who: Member, manager: Member) -> None:
    """The platform says who their manager is."""
    profile = team.chat.profiles[who.ref]
    await team.know_everyone()
    team.chat.profiles[who.ref] = replace(profile, manager=manager.ref)
    await team.know_everyone()


# --- who is expected (A08) -------------------------------------------------------


async def test_who_takes_part_if_they_like_is_asked_and_never_missing(
    team: Team, anna: Member, kim: Member
) -> None:
    """Kim is asked and says nothing: nobody is told that anything is missing."""
    await daily(anna, "for @Anna @Asha")
    await choose(team, optional=(await person_id(team, kim),))
    await team.until(NINE_THIRTY)
    assert len(sent(team, ":ask:")) == 3
    await answers(anna)
    await team.until(ELEVEN)
    wrapped = sent(team, ":wrapup:")[-1].text
    assert "1 of 2 in · missing: Asha Rao" in wrapped
    assert "optional, so nobody missed it" in prompt(kim).text


async def test_an_optional_answer_is_counted_beside_the_others(
    team: Team, anna: Member, kim: Member
) -> None:
    """ "1 of 2 in · 1 optional"."""
    await daily(anna)
    await choose(team, optional=(await person_id(team, kim),))
    await team.until(NINE_THIRTY)
    await answers(kim)
    await answers(anna)
    assert "1 of 2 in · 1 optional" in thread(team).text
    await team.until(ELEVEN)
    assert "1 of 2 in · 1 optional · missing: Asha Rao" in thread(team).text


# --- reminders (A10–A12) ---------------------------------------------------------


async def test_a_reminder_comes_after_the_prompt_and_one_before_the_close(
    team: Team, anna: Member, kim: Member
) -> None:
    """To who has not answered: an hour after, and half an hour before the close."""
    await daily(anna, "in #general close 13:00")
    await choose(team, policy=Policy(remind_after=60))
    await team.until(NINE_THIRTY)
    await answers(anna)
    await team.until(NINE_THIRTY + HOUR - timedelta(minutes=1))
    assert not sent(team, ":follow:")
    await team.until(NINE_THIRTY + HOUR)
    assert len(sent(team, ":follow:")) == 2
    assert not sent(team, ":remind:")
    await answers(kim)
    await team.until(NINE_THIRTY + 3 * HOUR)
    assert [seen.ref.place for seen in sent(team, ":remind:")] == [
        team.people["Asha Rao"].dm
    ]


async def test_a_reminder_that_nobody_answered_ends_as_one_line(
    team: Team, anna: Member
) -> None:
    """The question above it says the rest, so nobody reads the same twice."""
    await daily(anna)
    await team.until(ELEVEN)
    reminded = sent(team, ":remind:")
    assert [seen.text.strip() for seen in reminded] == ["⏰ Your Daily is closed."] * 3
    assert not any(seen.controls for seen in reminded)


async def test_two_reminders_that_would_come_together_are_one(
    team: Team, anna: Member
) -> None:
    """Open for 90 minutes: an hour after is half an hour before."""
    await daily(anna)
    await choose(team, policy=Policy(remind_after=55))
    await team.until(ELEVEN)
    assert not sent(team, ":follow:")
    assert len(sent(team, ":remind:")) == 3


async def test_each_is_reminded_as_often_as_they_like(
    team: Team, anna: Member, kim: Member
) -> None:
    """Light is the last one only, muted is none (A12)."""
    await change(team, anna, reminders=ReminderStyle.LIGHT)
    await change(team, kim, reminders=ReminderStyle.MUTED)
    await daily(anna, "in #general close 13:00")
    await choose(team, policy=Policy(remind_after=60))
    await team.until(NINE_THIRTY + 4 * HOUR)
    asha = team.people["Asha Rao"].dm
    assert [seen.ref.place for seen in sent(team, ":follow:")] == [asha]
    assert {seen.ref.place for seen in sent(team, ":remind:")} == {anna.dm, asha}


# --- who is missing (A13) --------------------------------------------------------


async def test_the_missing_are_named_counted_or_left_out(
    team: Team, anna: Member
) -> None:
    """As the team likes to have it said."""
    await daily(anna)
    said = {}
    for style in (MissingStyle.NAMES, MissingStyle.COUNT, MissingStyle.OFF):
        await choose(team, policy=Policy(missing=style))
        await team.waits(days=1)
        said[style] = thread(team).text
    assert "0 of 3 in · missing: Anna Berger, Kim Lee" in said[MissingStyle.NAMES]
    assert "0 of 3 in · 3 missing" in said[MissingStyle.COUNT]
    assert "Kim" not in said[MissingStyle.COUNT]
    assert "missing" not in said[MissingStyle.OFF]
    assert not sent(team, ":end")


async def test_the_missing_are_called_by_a_message_of_its_own(
    team: Team, anna: Member, kim: Member
) -> None:
    """An edit calls nobody, so the thread has one line that does."""
    await daily(anna)
    await choose(team, policy=Policy(missing=MissingStyle.MENTION))
    await team.until(NINE_THIRTY)
    await answers(anna)
    await team.until(ELEVEN)
    (call,) = sent(team, ":end")
    assert "Closed without an answer from @" in call.text
    called = [span for span in call.card.title if isinstance(span, Mention)]
    assert {mention.user for mention in called} == {
        kim.ref,
        team.people["Asha Rao"].ref,
    }
    assert call.ref.place.unthreaded() == thread(team).ref.place
    assert call.ref.place != thread(team).ref.place


async def test_nobody_is_called_where_nobody_is_missing(
    team: Team, anna: Member
) -> None:
    """No empty message."""
    await daily(anna)
    await choose(team, policy=Policy(missing=MissingStyle.MENTION))
    await team.until(NINE_THIRTY)
    for who in team.people.values():
        await answers(who)
    await team.until(ELEVEN)
    assert not sent(team, ":end")


# --- who reads (A24) -------------------------------------------------------------


async def test_where_not_everybody_reads_the_place_has_only_counts(
    team: Team, anna: Member, kim: Member
) -> None:
    """The answers go to the owner; an observer gets the counts."""
    await daily(anna, "in #general")
    asha = team.people["Asha Rao"]
    await choose(
        team,
        policy=Policy(readers=Readers.ADMINS),
        observers=(await person_id(team, asha),),
    )
    await team.until(NINE_THIRTY)
    assert "Your answer goes to Anna Berger by direct message" in prompt(kim).text
    await answers(kim, "A secret plan")
    assert "Anna Berger gets it with the wrap-up" in prompt(kim).text
    assert not sent(team, ":answer:")
    await team.until(ELEVEN + timedelta(hours=2))
    assert "1 of 2 in" in thread(team).text
    assert "secret" not in thread(team).text
    digests = {seen.ref.place: seen.text for seen in sent(team, ":wrapup:")}
    assert set(digests) == {anna.dm, asha.dm}
    assert "A secret plan" in digests[anna.dm]
    assert "secret" not in digests[asha.dm]


async def test_members_read_what_the_others_said(
    team: Team, anna: Member, kim: Member
) -> None:
    """Each by direct message, once; the place has counts only."""
    await daily(anna)
    await choose(team, policy=Policy(readers=Readers.MEMBERS))
    await team.until(NINE_THIRTY)
    assert "Only the people of this stand-up" in prompt(kim).text
    await answers(kim, "A secret plan")
    await team.until(ELEVEN + timedelta(hours=2))
    digests = sent(team, ":wrapup:")
    assert len(digests) == 3
    assert all("A secret plan" in seen.text for seen in digests)
    assert "secret" not in thread(team).text


async def test_managers_read_their_reports_only(
    team: Team, anna: Member, kim: Member
) -> None:
    """Kim's manager gets Kim's answer, and not Asha's."""
    asha, mia = team.people["Asha Rao"], team.person("Mia Boss")
    await reports_to(team, kim, mia)
    await daily(anna, "in #general for @Kim @Asha")
    await choose(team, policy=Policy(readers=Readers.MANAGERS))
    await team.until(NINE_THIRTY)
    await answers(kim, "Plan K")
    await answers(asha, "Plan A")
    await team.until(ELEVEN + timedelta(hours=2))
    digests = {seen.ref.place: seen.text for seen in sent(team, ":wrapup:")}
    assert set(digests) == {anna.dm, mia.dm}
    assert "Plan K" in digests[mia.dm]
    assert "Plan A" not in digests[mia.dm]
    assert "Plan A" in digests[anna.dm]


async def test_a_late_answer_reaches_those_who_read(
    team: Team, anna: Member, kim: Member
) -> None:
    """The wrap-ups that were sent show it; nothing is posted."""
    await daily(anna)
    await choose(team, policy=Policy(readers=Readers.ADMINS))
    await team.until(ELEVEN + timedelta(hours=1))
    await answers(kim, "Better late")
    assert "Better late" in sent(team, ":wrapup:")[-1].text
    assert not sent(team, ":late:")
    assert "Better late" not in thread(team).text


# --- who leaves (A31, A33) -------------------------------------------------------


async def test_an_owner_who_left_is_followed_by_another_admin(
    team: Team, anna: Member, kim: Member
) -> None:
    """Kim is its admin and owns it now; she is told once, and it goes on."""
    await daily(anna)
    await choose(team, admins=(await person_id(team, kim),))
    await leaves(team, anna)
    await leaves(team, anna)
    await team.until(NINE_THIRTY)
    (told,) = sent(team, ":owned:")
    assert told.ref.place == kim.dm
    assert "You now own Daily, as Anna Berger has left" in told.text
    found = await kept(team)
    assert (found.owner_id, found.admins) == (await person_id(team, kim), ())
    assert len(sent(team, ":ask:")) == 2


async def test_who_left_is_not_named_among_those_it_asks(
    team: Team, anna: Member, kim: Member
) -> None:
    """The card tells whom it will ask."""
    await anna.says("standup new Pair at 9:30 in #general for @Anna @Kim admins @Kim")
    await leaves(team, anna)
    shown = await kim.says("standup show Pair")
    assert shown
    assert "Who: Kim Lee\n" in shown.text


async def test_without_another_admin_the_manager_or_an_admin_follows(
    team: Team, anna: Member
) -> None:
    """First the owner's manager, then the organization's admin."""
    boss = team.person("Olga Boss", admin=True)
    mia = team.person("Mia Lead")
    await reports_to(team, anna, mia)
    await daily(anna)
    await leaves(team, anna)
    assert (await kept(team)).owner_id == await person_id(team, mia)
    await leaves(team, mia)
    assert (await kept(team)).owner_id == await person_id(team, boss)


async def test_who_leaves_during_a_day_is_not_missed(
    team: Team, anna: Member, kim: Member
) -> None:
    """They were asked, and are away at its close; the next day is without them."""
    await daily(anna)
    await team.until(NINE_THIRTY)
    await leaves(team, kim)
    await team.until(ELEVEN)
    assert "0 of 2 in · 1 away (Kim Lee) · missing: Anna Berger" in thread(team).text
    await team.until(NINE_THIRTY + timedelta(days=1))
    assert "0 of 2 in" in thread(team).text


async def test_who_left_a_stand_up_is_asked_no_more(
    team: Team, anna: Member, kim: Member
) -> None:
    """By their own wish."""
    await daily(anna)
    await choose(team, left=(await person_id(team, kim),))
    await team.until(NINE_THIRTY)
    assert len(sent(team, ":ask:")) == 2


# --- the question of the day (A19) -----------------------------------------------


async def test_a_question_of_the_pool_comes_in_turn(team: Team, anna: Member) -> None:
    """The same for everybody, none again before all were; an unseen day uses none."""
    await daily(anna)
    pool = (Question("Tea or coffee?"), Question("Best book?"))
    await choose(team, pool=pool)
    asked = []
    for _ in range(3):
        await team.waits(days=1)
        occurrence, _ = await last_day(team)
        asked.append(occurrence.questions[-1].text)
    assert asked == ["Tea or coffee?", "Best book?", "Tea or coffee?"]
    # Thursday is swallowed by a downtime: Friday has the question of Thursday.
    team.clock.set(NINE_THIRTY + timedelta(days=3, hours=7))
    await team.crew.pulse.settle()
    await team.until(NINE_THIRTY + timedelta(days=4))
    occurrence, _ = await last_day(team)
    assert occurrence.day.isoformat() == "2026-03-06"
    assert occurrence.questions[-1].text == "Best book?"
