"""A form filled question by question, by typed words and pressed choices."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import HandleExpired, UsageError
from bot.interview import read
from bot.messages import (
    AnyField,
    ChoiceField,
    ChoicesField,
    DateField,
    NumberField,
    Option,
    PersonField,
    TextField,
    TimeField,
)
from bot.ports import Abilities
from tests.driver import Member, Team, a_team

NOW = datetime(2026, 3, 2, 8, 0, tzinfo=ZoneInfo("Europe/Berlin"))
COLOURS = (Option("Green tea", "green"), Option("红茶", "black"))
FIELDS: tuple[AnyField, ...] = (
    TextField(name="f", label="F", limit=20),
    NumberField(name="f", label="F", low=1, high=5),
    ChoiceField(name="f", label="F", options=COLOURS),
    ChoicesField(name="f", label="F", options=COLOURS),
    PersonField(name="f", label="F", many=True),
    DateField(name="f", label="F"),
    TimeField(name="f", label="F"),
)


@pytest.mark.parametrize(
    ("field", "typed", "answer"),
    [
        (FIELDS[0], "  two words ", "two words"),
        (FIELDS[1], "3", "3"),
        (FIELDS[2], "green TEA", "green"),
        (FIELDS[2], "2", "black"),
        (FIELDS[3], "1，红茶", ("green", "black")),
        (FIELDS[4], "<@U1|ann> and <@U2|bo>", ("U1", "U2")),
        (FIELDS[5], "下周一", "2026-03-09"),
        (FIELDS[6], "17:00", "17:00"),
        (FIELDS[6], "下午5点", "17:00"),
    ],
)
def test_typed_words_become_what_a_form_would_send(
    field: AnyField, typed: str, answer: object
) -> None:
    """Labels, numbers of the list, mentions and natural dates are understood."""
    assert read(field, typed, NOW) == answer


def test_a_time_that_is_none_is_told_so() -> None:
    """Not that it is no date: nobody asked for one."""
    with pytest.raises(UsageError) as told:
        read(FIELDS[6], "每天", NOW)
    assert told.value.key == "settings-no-time"


@given(st.sampled_from(FIELDS), st.text(max_size=60))
def test_any_words_are_taken_or_kindly_refused(field: AnyField, typed: str) -> None:
    """Nothing else than a UsageError ever leaves."""
    try:
        read(field, typed, NOW)
    except UsageError:
        return


async def _begin(team: Team, member: Member) -> None:
    """Asks for a form that cannot be opened, and chooses to answer here."""
    team.chat.broken.append(HandleExpired("expired_trigger_id"))
    await member.says("away", "#general")
    await member.presses("Answer here instead")


async def _away_days(team: Team, member: Member) -> list[tuple[date, date, str]]:
    async with team.store.reading() as db:
        person = (await db.people.known([member.ref]))[member.ref]
        absences = await db.absences.of(person.id, date(2026, 1, 1))
    return [(one.first, one.last, one.reason) for one in absences]


async def test_a_form_is_filled_in_the_direct_conversation() -> None:
    """Question after question, then the same handler takes the whole."""
    async with a_team() as team:
        anna, bo = team.person("Anna Berger"), team.person("Bo Lin")
        await _begin(team, anna)
        assert "First day away" in anna.inbox[-1].text
        await anna.says("wednesday")
        await anna.says("friday")
        await anna.says("none")
        wednesday, friday = date(2026, 3, 4), date(2026, 3, 6)
        assert await _away_days(team, anna) == [(wednesday, friday, "")]
        assert bo.sees("#general") == []


async def test_what_has_no_words_answers_nothing() -> None:
    """A picture or a sticker: the question stays open, and what follows is for it."""
    async with a_team() as team:
        anna = team.person("Anna Berger")
        await _begin(team, anna)
        await anna.says("wednesday")
        await anna.says("friday")
        seen = await anna.says("")
        assert seen is not None
        assert "Please type an answer" in seen.text
        assert await _away_days(team, anna) == []
        await anna.says("dentist")
        assert await _away_days(team, anna) == [
            (date(2026, 3, 4), date(2026, 3, 6), "dentist")
        ]


async def test_a_wrong_answer_is_asked_again_and_the_others_stay() -> None:
    """The last day before the first: only that question comes again."""
    async with a_team() as team:
        anna = team.person("Anna Berger")
        await _begin(team, anna)
        for words in ("friday", "wednesday", "sea"):
            await anna.says(words)
        assert "The last day is before the first" in anna.inbox[-1].text
        await anna.says("sunday")
        assert await _away_days(team, anna) == [
            (date(2026, 3, 6), date(2026, 3, 8), "sea")
        ]


async def test_stopping_saves_nothing() -> None:
    """After it, words are commands again."""
    async with a_team() as team:
        anna = team.person("Anna Berger")
        await _begin(team, anna)
        await anna.says("wednesday")
        await anna.presses("Stop")
        assert await _away_days(team, anna) == []
        seen = await anna.says("away friday")
        assert seen is not None
        assert len(await _away_days(team, anna)) == 1


async def test_a_command_with_its_slash_is_no_answer() -> None:
    """Somebody in mid-interview can still ask for something else."""
    async with a_team() as team:
        anna = team.person("Anna Berger")
        await _begin(team, anna)
        seen = await anna.says("/crew help")
        assert seen is not None
        assert "what I can do" in seen.text
        await anna.says("wednesday")
        assert "Last day away" in anna.inbox[-1].text


@pytest.mark.parametrize(
    "typed", ["standup list", "站会 列表", "help", "帮助 任务", "T-1", "B-1"]
)
async def test_a_command_is_no_date(typed: str) -> None:
    """Where no such answer could be meant, the command is; the question stays open."""
    async with a_team() as team:
        anna = team.person("Anna Berger")
        await anna.says("task add Count the boxes")
        await _begin(team, anna)
        seen = await anna.says(typed)
        assert seen is not None
        assert "understand" not in seen.text
        await anna.says("wednesday")
        assert "Last day away" in anna.inbox[-1].text


async def test_where_words_are_asked_for_a_command_is_an_answer() -> None:
    """Why somebody is away may well read like one; nothing is done in passing."""
    async with a_team() as team:
        anna = team.person("Anna Berger")
        await _begin(team, anna)
        for words in ("wednesday", "friday", "task done"):
            await anna.says(words)
        assert (await _away_days(team, anna))[0][2] == "task done"


async def test_a_choice_of_an_old_question_changes_nothing() -> None:
    """A button of a question that was answered since is refused kindly."""
    async with a_team() as team:
        anna = team.person("Anna Berger")
        await _begin(team, anna)
        await anna.says("wednesday")
        await anna.says("friday")
        question = anna.inbox[-1]
        await anna.presses("Leave empty", question)
        seen = await anna.presses("Leave empty", question)
        assert seen is not None
        assert "no longer in use" in seen.text
        assert len(await _away_days(team, anna)) == 1


async def test_where_nothing_can_show_a_form_it_begins_at_once() -> None:
    """No form, no page: the first question is the answer, not an offer to ask it."""
    async with a_team() as team:
        team.chat.abilities["slack"] = Abilities(
            threads=False, edits=False, forms=False
        )
        anna = team.person("Anna Berger")
        asked = await anna.says("settings")
        assert asked is not None
        assert "1" in asked.text
        assert "interview.stop" in {button.action for button in asked.buttons.values()}
