"""Forms that lose nothing: late, refused, half-filled, in words, by typed names."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, timedelta
from typing import Self

import pytest

from bot.commands import interview
from bot.context import Context
from bot.errors import FieldError, FieldErrors, NoForm, UserError
from bot.events import Shortcut, Values
from bot.messages import (
    Audience,
    Button,
    Card,
    DateField,
    Form,
    PersonField,
    Reply,
    TextField,
)
from bot.model.draft import Opener
from bot.registry import Commands
from storage.unit_of_work import SqlStore, SqlUnitOfWork
from tests.databases import KINDS, Kind, fresh_store
from tests.driver import Member, Team, a_team

AT_ONCE = 0.01  # seconds that an impatient platform waits
TYPED = "six words that must stay: 茶杯, 3 < 4"


class SlowUnit(SqlUnitOfWork):
    """Begins when the gate opens, and says that it waits there."""

    gate: asyncio.Event
    there: asyncio.Event

    async def __aenter__(self) -> Self:
        self.there.set()
        await self.gate.wait()
        return await super().__aenter__()


class SlowStore(SqlStore):
    """A store whose writers and readers wait while their gates are shut."""

    def __init__(self, store: SqlStore) -> None:
        super().__init__(store.database, store.organization_id)
        self.gate, self.there = asyncio.Event(), asyncio.Event()
        self.gate.set()
        self.readers, self.hurried = asyncio.Event(), asyncio.Event()
        self.readers.set()
        self.hurried.set()

    def __call__(self, *, hurried: bool = False) -> SqlUnitOfWork:
        """A unit that waits for the gate; one in a hurry for one of its own."""
        unit = SlowUnit(self.database.writing(), self.organization_id, self.on_commit)
        unit.gate = self.hurried if hurried else self.gate
        unit.there = asyncio.Event() if hurried else self.there
        return unit

    def reading(self) -> SqlUnitOfWork:
        """A reader that waits for the readers' gate."""
        unit = SlowUnit(self.database.reading(), self.organization_id)
        unit.gate, unit.there = self.readers, asyncio.Event()
        return unit


def _form(word: str = "", wrong: bool = False) -> Form:
    return Form(
        "note",
        "Wrong form" if wrong else "A note",
        (
            TextField(name="word", label="Word", value=word),
            DateField(name="day", label="Day", required=False),
            PersonField(name="who", label="Who", required=False, many=True),
        ),
        "Save",
        "Cancel",
        Button("Open it", "note.open", "7"),
    )


def _table() -> Commands:
    table = Commands()

    @table.button("note.open")
    async def open_(ctx: Context, value: str) -> Reply:
        return Reply(_form())

    @table.command("note")
    async def note(ctx: Context, args: object) -> Reply:
        return Reply(_form())

    @table.shortcut("note.message", "Note", "Note it", on_message=True)
    async def message(ctx: Context, event: Shortcut) -> Reply:
        return Reply(_form(event.text))

    @table.form("note")
    async def fill(ctx: Context, values: Values, state: str) -> Reply:
        word = str(values["word"])
        if word == "bug":
            raise RuntimeError("a bug")
        if word == "gone":
            raise UserError("form-gone")
        if word != "good":
            raise FieldErrors({"word": FieldError("date-unknown", {"typed": word})})
        people = await ctx.filled_people(values.get("who"))
        names = ", ".join(person.name for person in people)
        return Reply(Card((f"Saved {word} for {names}",)), Audience.ONLY_YOU)

    interview.register(table)
    return table


@asynccontextmanager
async def _slow(kind: Kind) -> AsyncIterator[tuple[Team, Member, SlowStore]]:
    async with fresh_store(kind) as fresh:
        store = SlowStore(fresh)
        async with a_team(store=store, commands=_table()) as team:
            anna = team.person("Anna Berger")
            await team.know_everyone()
            await anna.says("note", "#general")
            yield team, anna, store


async def _late(team: Team, anna: Member, store: SlowStore, **values: str) -> None:
    """The platform gives up; the database answers afterwards."""
    store.gate.clear()
    assert await anna.sends(AT_ONCE, **values) == {}
    store.gate.set()
    await team.crew.pulse.settle()


@pytest.mark.parametrize("kind", KINDS)
async def test_a_late_refusal_says_what_is_wrong_and_keeps_what_was_typed(
    kind: Kind,
) -> None:
    """A private card: why, field by field, every word, and the way back."""
    async with _slow(kind) as (team, anna, store):
        bo = team.person("Bo Lin")
        await _late(team, anna, store, word=TYPED, day="2026-03-12")
        seen = anna.last()
        assert seen is not None
        assert seen.only == anna.ref
        assert "“A note” was not saved yet" in seen.text
        assert f"Word: I did not understand the date “{TYPED}”" in seen.text
        assert f"\n{TYPED}\n" in seen.text
        assert "Thu 12 Mar" in seen.text
        assert bo.sees() == []
        await anna.presses("Open the form again", seen)
        assert anna.form.fields[0] == TextField(name="word", label="Word", value=TYPED)
        assert getattr(anna.form.fields[1], "value", None) == date(2026, 3, 12)


async def test_a_refusal_whose_words_come_late_is_told_too() -> None:
    """The form closed between the refusal and its words: a card says them."""
    async with _slow("sqlite") as (team, anna, store):
        store.gate.clear()
        store.there.clear()
        sent = asyncio.create_task(anna.sends(20 * AT_ONCE, word=TYPED))
        await store.there.wait()
        store.readers.clear()
        store.gate.set()
        assert await sent == {}
        store.readers.set()
        await team.crew.pulse.settle()
        seen = anna.last()
        assert seen is not None
        assert TYPED in seen.text.splitlines()


async def test_a_late_form_that_is_taken_is_answered_as_any_other() -> None:
    """Late is not lost."""
    async with _slow("sqlite") as (team, anna, store):
        await _late(team, anna, store, word="good")
        seen = anna.last()
        assert seen is not None
        assert seen.text == "Saved good for "
        await anna.says("note", "#general")
        assert anna.form == _form()


@pytest.mark.parametrize(
    ("word", "said"), [("bug", "Something went wrong"), ("gone", "no longer in use")]
)
async def test_whatever_stops_a_late_form_is_told(word: str, said: str) -> None:
    """A bug with its number, too."""
    async with _slow("sqlite") as (team, anna, store):
        await _late(team, anna, store, word=word)
        seen = anna.last()
        assert seen is not None
        assert said in seen.text
        assert "Open the form again" in seen.buttons


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("word", "said"), [("good", "Saved good"), (TYPED, "“A note” was not saved yet")]
)
async def test_a_form_that_closed_survives_the_end_of_the_process(
    kind: Kind, word: str, said: str
) -> None:
    """It closed as it was kept: the next process takes it, or says why not; once."""
    async with _slow(kind) as (team, anna, store):
        store.gate.clear()
        assert await anna.sends(AT_ONCE, word=word) == {}
        ends = asyncio.create_task(team.crew.dispatcher.abandon())
        await asyncio.sleep(0)
        store.gate.set()
        await ends
        assert anna.last() is None
        again = SqlStore(store.database)
        async with a_team(store=again, commands=_table()) as next_one:
            anna = next_one.person("Anna Berger")
            for _ in range(2):
                await next_one.crew.dispatcher.recover()
                await next_one.crew.pulse.settle()
            [seen] = anna.sees()
        assert said in seen.text
        assert (word in seen.text) or word == "good"


async def test_a_form_that_cannot_even_be_kept_stays_open() -> None:
    """Nobody is told that it was taken while that is in nobody's hands."""
    async with _slow("sqlite") as (_, anna, store):
        store.gate.clear()
        store.hurried.clear()
        wrong = await anna.sends(AT_ONCE, word="good")
        assert "could not save this just now" in wrong["word"]
        store.gate.set()
        store.hurried.set()


async def test_what_was_typed_is_forgotten_once_it_is_taken() -> None:
    """The next form is empty again."""
    async with _slow("sqlite") as (team, anna, store):
        await _late(team, anna, store, word="bad")
        await anna.presses("Open the form again")
        assert "What you typed before is filled in." in anna.form.intro
        assert await anna.fills(word="good") == {}
        await anna.says("note", "#general")
        assert anna.form == _form()


async def test_drafts_are_forgotten_after_a_week() -> None:
    """Nobody keeps private words for ever."""
    async with _slow("sqlite") as (team, anna, store):
        await _late(team, anna, store, word="bad")
        team.clock.set(team.clock.now() + timedelta(days=6))
        await team.crew.forget()
        await anna.says("note", "#general")
        assert anna.form.fields[0] != _form().fields[0]
        team.clock.set(team.clock.now() + timedelta(days=2))
        await team.crew.forget()
        await anna.says("note", "#general")
        assert anna.form == _form()


async def test_a_message_made_into_a_form_is_not_hidden_by_a_draft() -> None:
    """What the message says comes first."""
    async with _slow("sqlite") as (team, anna, store):
        await _late(team, anna, store, word="bad")
        await anna.uses("note.message", "from a message")
        assert anna.form.fields[0] == _form("from a message").fields[0]


async def test_a_message_whose_moment_passed_is_in_the_form_later() -> None:
    """The button opens the form with what the message said."""
    async with a_team(commands=_table()) as team:
        anna = team.person("Anna Berger")
        team.chat.broken.append(NoForm("none"))
        await anna.uses("note.message", "from a message")
        await anna.presses("Answer here instead")
        assert "from a message" in anna.inbox[-1].text


async def test_what_stands_in_a_field_can_be_kept_in_words() -> None:
    """Question by question, with a button for what is there already."""
    async with _slow("sqlite") as (team, anna, store):
        await _late(team, anna, store, word="good", who="Nobody Known")
        team.chat.broken.append(NoForm("none"))
        await anna.presses("Open the form again")
        await anna.presses("Answer here instead")
        assert "Now it says:\ngood" in anna.inbox[-1].text
        await anna.presses("Keep it")
        await anna.presses("Leave empty")
        await anna.says("Anna")
        seen = anna.last()
        assert seen is not None
        assert seen.text == "Saved good for Anna Berger"
        async with team.store.reading() as db:
            person = (await db.people.known([anna.ref]))[anna.ref]
            assert await db.drafts.of(person.id, Opener("note.open", "7")) is None


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        (("U1",), "Anna Berger"),
        ("Bo Lin", "Bo Lin"),
        ("@王芳、bo；U1", "王芳, Bo Lin, Anna Berger"),
        (("王芳", "U3", " 王芳 "), "王芳"),
        ("<@U2|bo>", "Bo Lin"),
        ("me", "Anna Berger"),
        (None, ""),
    ],
)
async def test_people_may_be_typed_by_name(typed: object, names: str) -> None:
    """Where a platform has no picker, a name does; accounts as ever; each once."""
    async with a_team(commands=_table()) as team:
        anna = team.person("Anna Berger")
        team.person("Bo Lin")
        team.person("王芳", language="zh")
        await team.know_everyone()
        await anna.says("note", "#general")
        assert await anna.fills(word="good", who=typed) == {}  # type: ignore[arg-type]  # every shape there is
        seen = anna.last()
        assert seen is not None
        assert seen.text == f"Saved good for {names}"


async def test_a_task_for_a_typed_name_finds_the_person_or_says_who_is_meant() -> None:
    """Unknown names are told beside the field, with the closest."""
    async with a_team() as team:
        anna = team.person("Anna Berger")
        team.person("王芳", language="zh")
        await team.know_everyone()
        await anna.uses("task.new")
        errors = await anna.fills(title="Check prices", owner="Ana Bergr")
        assert "Did you mean Anna Berger" in errors["owner"]
        assert await anna.fills(title="Check prices", owner="@王芳") == {}
        seen = anna.last()
        assert seen is not None
        assert "王芳" in seen.text


async def test_who_likes_the_conversation_is_asked_there_at_once() -> None:
    """Set once, no form opens any more; typed or pressed answers do."""
    async with a_team() as team:
        anna = team.person("Anna Berger")
        seen = await anna.says("settings forms chat")
        assert seen is not None
        assert "one question a message" in seen.text
        await anna.says("away", "#general")
        assert "First day away" in anna.inbox[-1].text
        for words in ("wednesday", "friday", "none"):
            await anna.says(words)
        assert "away" in anna.inbox[-1].text
        await anna.says("设置 表单 表单")
        await anna.says("settings", "#general")
        assert anna.form.name == "people.settings"


async def test_an_unknown_style_is_refused_kindly() -> None:
    """With a line to type instead."""
    async with a_team() as team:
        anna = team.person("Anna Berger")
        seen = await anna.says("settings forms by pigeon")
        assert seen is not None
        assert "by pigeon" in seen.text
        assert "settings forms chat" in seen.text


async def test_a_page_is_offered_where_there_is_one() -> None:
    """By setting, and wherever the platform has no form; with the conversation."""
    async with a_team(public_url="https://tea.example/crew/") as team:
        anna = team.person("Anna Berger")
        await anna.says("settings forms page")
        seen = await anna.says("away", "#general")
        assert seen is not None
        assert seen.only == anna.ref
        assert list(seen.buttons) == ["Open the form", "Answer here instead"]
        url = seen.buttons["Open the form"].url
        assert url is not None
        assert url.startswith("https://tea.example/crew/forms/")
        await anna.says("settings forms form")
        team.chat.broken.append(NoForm("none"))
        seen = await anna.says("away", "#general")
        assert seen is not None
        assert list(seen.buttons) == ["Open the form", "Answer here instead"]


async def test_without_a_page_the_form_opens_and_else_the_conversation_is_offered() -> (
    None
):
    """Nobody is sent to an address that is not there."""
    async with a_team() as team:
        anna = team.person("Anna Berger")
        await anna.says("settings forms page")
        await anna.says("away", "#general")
        assert anna.form.name == "people.away"
        team.chat.broken.append(NoForm("none"))
        seen = await anna.says("away", "#general")
        assert seen is not None
        assert list(seen.buttons) == ["Answer here instead"]
