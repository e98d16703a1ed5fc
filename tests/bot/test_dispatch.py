"""What happens to an event: once, completely, or kindly refused."""

import logging
from dataclasses import replace

import pytest

from bot.arguments import Arguments
from bot.context import Context
from bot.errors import (
    ChatError,
    FieldError,
    FieldErrors,
    NotSaid,
    RateLimited,
    Unreachable,
    UsageError,
)
from bot.events import Commanded, Said, Values
from bot.messages import (
    Audience,
    Button,
    Card,
    Form,
    Notice,
    Paragraph,
    Reply,
    TextField,
)
from bot.registry import Commands
from bot.rituals.flow import Flow, Scene
from tests.databases import Kind
from tests.driver import PLATFORM, TENANT, Member, Team, a_team

LONG = "a very long sentence, " * 230


def _form(title: str = "A form") -> Form:
    field = TextField(name="word", label="Word")
    return Form(
        "note", title, (field,), "Save", "Cancel", Button("Open it", "note.open")
    )


def _table() -> Commands:
    """A subject as small as can be: notes that are absences' reasons in disguise."""
    table = Commands()

    @table.command("note")
    async def note(ctx: Context, args: Arguments) -> Reply:
        await ctx.db.absences.add(ctx.person.id, ctx.today, ctx.today, args.rest())
        card = Card(
            (args.rest(),), subject="note:1", notice=Notice("note", (("n", 1),))
        )
        return Reply(card)

    @table.command("refuse", "拒绝")
    async def refuse(ctx: Context, args: Arguments) -> Reply:
        await ctx.db.absences.add(ctx.person.id, ctx.today, ctx.today, "never")
        raise UsageError("date-past", try_this="/crew note x", typed="yesterday")

    @table.command("break")
    async def break_(ctx: Context, args: Arguments) -> Reply:
        await ctx.db.absences.add(ctx.person.id, ctx.today, ctx.today, "never")
        raise RuntimeError("a bug")

    @table.command("ask")
    async def ask(ctx: Context, args: Arguments) -> Reply:
        return Reply(_form())

    @table.form("note")
    async def filled(ctx: Context, values: Values, state: str) -> Reply:
        if values["word"] == "bad":
            raise FieldErrors({"word": FieldError("date-unknown", {"typed": "bad"})})
        if values["word"] == "break":
            raise RuntimeError("a bug")
        word = str(values["word"])
        await ctx.db.absences.add(ctx.person.id, ctx.today, ctx.today, word)
        return Reply(Card((f"Saved {word}",)), Audience.ONLY_YOU)

    return table


def _flow() -> Flow:
    flow = Flow()

    @flow.notice("note")
    async def note(scene: Scene) -> Card:
        return Card(("the note",), (Paragraph(("as it is now",)),))

    return flow


async def _reasons(team: Team, member: Member) -> list[str]:
    """What was written for this person."""
    async with team.store.reading() as db:
        person = (await db.people.known([member.ref])).get(member.ref)
        if person is None:
            return []
        absences = await db.absences.of(person.id, team.clock.now().date())
        return sorted(absence.reason for absence in absences)


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
async def test_a_second_delivery_of_an_event_does_nothing(kind: Kind) -> None:
    """Slack sends again what it thinks was lost; the id decides."""
    async with a_team(kind, commands=_table(), flow=_flow()) as team:
        anna = team.person("Anna Berger")
        event = Commanded(
            **anna._event(),
            where=team.places["#general"],
            text="note one",
        )
        await team.receive(event)
        await team.receive(replace(event))
        assert await _reasons(team, anna) == ["one"]
        assert len(anna.sees("#general")) == 1


async def test_an_acknowledged_event_survives_a_crash() -> None:
    """What was claimed but not worked on is worked on at the next start."""
    async with a_team(commands=_table(), flow=_flow()) as team:
        anna = team.person("Anna Berger")
        event = Commanded(
            **anna._event(),
            where=team.places["#general"],
            text="note saved from the crash",
        )
        async with team.store() as db:  # the claim, and then the process died
            await db.inbox.claim(event)
            await db.commit()
        await team.crew.dispatcher.recover()
        await team.crew.pulse.settle()
        assert await _reasons(team, anna) == ["saved from the crash"]


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
async def test_an_event_taken_up_twice_is_worked_on_once(kind: Kind) -> None:
    """One that arrives while the bot takes up what it left is not done again."""
    async with a_team(kind, commands=_table(), flow=_flow()) as team:
        anna = team.person("Anna Berger")
        event = Commanded(
            **anna._event(), where=team.places["#general"], text="note one"
        )
        await team.crew.dispatcher.accept(event)
        await team.crew.dispatcher.recover()
        await team.crew.pulse.settle()
        assert await _reasons(team, anna) == ["one"]
        assert len(anna.sees("#general")) == 1


@pytest.mark.parametrize(
    ("failed", "seconds"), [(Unreachable("timeout"), 6), (RateLimited("slow", 3), 4)]
)
async def test_an_answer_that_was_not_sent_is_sent_later(
    failed: ChatError, seconds: int
) -> None:
    """A lasting card is a delivery too: the courier sends what a failure swallowed."""
    async with a_team(commands=_table(), flow=_flow()) as team:
        anna = team.person("Anna Berger")
        team.chat.broken.append(failed)
        await anna.says("note one", "#general")
        assert anna.sees("#general") == []
        await team.waits(seconds=seconds)
        (seen,) = anna.sees("#general")
        assert "as it is now" in seen.text


@pytest.mark.parametrize("asked", ["task list", "你好", "no such command"])
@pytest.mark.parametrize("failed", [RateLimited("slow", 0.01), NotSaid("away")])
async def test_an_answer_the_platform_did_not_take_is_said_again(
    asked: str, failed: ChatError, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Questions change nothing and have no delivery; their answers come all the same,
    once, and in the order they were asked in.
    """
    monkeypatch.setattr("bot.answers.AGAIN", 0.01)
    async with a_team() as team:
        anna = team.person("Anna Berger")
        team.chat.broken += [failed, failed]
        first = await anna.says(asked)
        assert first is not None
        second = await anna.says("help")
        assert second is not None
        assert anna.sees() == [first, second]


async def test_an_answer_that_may_have_arrived_is_said_again_and_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nobody can look up what was whispered; a message is looked up."""
    monkeypatch.setattr("bot.answers.AGAIN", 0.01)
    monkeypatch.setattr("bot.answers.SETTLES", 0.0)
    async with a_team() as team:
        anna = team.person("Anna Berger")
        team.chat.broken.append(Unreachable("timeout"))
        whispered = await anna.says("no such command")
        assert whispered is not None
        assert "cannot tell whether you have this already" in whispered.text
        team.chat.broken.append(Unreachable("timeout"))
        alone = {**anna._event(), "where": anna.dm, "direct": True}
        await team.receive(Said(**alone, text="task list"))
        assert [seen.text for seen in anna.sees()] == [
            whispered.text,
            "Tasks: mine\nNothing here.",
        ]


async def test_an_answer_that_arrived_unheard_is_not_sent_again() -> None:
    """No answer came, but the message is there: it is found by its key."""
    async with a_team(commands=_table(), flow=_flow()) as team:
        anna = team.person("Anna Berger")
        event = Commanded(
            **anna._event(), where=team.places["#general"], text="note one"
        )
        key = f"answer:T1:{event.id}"
        await team.chat.post(team.places["#general"], Card(("note",)), key=key)
        team.chat.broken.append(Unreachable("timeout"))
        await team.receive(event)
        await team.waits(minutes=5)
        assert len(anna.sees("#general")) == 1


async def test_a_refusal_changes_nothing_and_keeps_what_was_typed() -> None:
    """Private, kind, with the words to type instead, and every typed word."""
    async with a_team(commands=_table(), flow=_flow()) as team:
        anna, bo = team.person("Anna Berger"), team.person("Bo Lin")
        seen = await anna.says(f"refuse {LONG}", "#general")
        assert seen is not None
        assert seen.only == anna.ref
        assert "already past" in seen.text
        assert "/crew note x" in seen.text
        assert LONG.strip() in seen.text
        assert bo.sees("#general") == []
        assert await _reasons(team, anna) == []


async def test_a_refusal_is_in_the_readers_language() -> None:
    """A Chinese reader is answered in Chinese."""
    async with a_team(commands=_table(), flow=_flow()) as team:
        wang = team.person("王芳", zone="Asia/Shanghai", language="zh")
        seen = await wang.says("拒绝 它", "#general")
        assert seen is not None
        assert "已经过去" in seen.text


async def test_a_bug_is_told_with_the_id_it_is_logged_under(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Nothing is changed, nothing typed is lost, and the log has the same number."""
    async with a_team(commands=_table(), flow=_flow()) as team:
        anna = team.person("Anna Berger")
        with caplog.at_level(logging.ERROR):
            seen = await anna.says("break it", "#general")
        assert seen is not None
        (record,) = [record for record in caplog.records if record.message == "bug"]
        assert record.__dict__["bug"] in seen.text
        assert "break it" in seen.text
        assert await _reasons(team, anna) == []


async def test_an_unknown_command_names_the_closest() -> None:
    """With an example that can be typed."""
    async with a_team(commands=_table(), flow=_flow()) as team:
        anna = team.person("Anna Berger")
        seen = await anna.says("nte buy tea", "#general")
        assert seen is not None
        assert "/crew note" in seen.text
        assert "nte buy tea" in seen.text


async def test_a_form_is_offered_again_when_its_moment_has_passed() -> None:
    """A click that is too old to open a form gets a button that opens it."""
    async with a_team(commands=_table(), flow=_flow()) as team:
        anna = team.person("Anna Berger")
        event = Commanded(
            **(anna._event() | {"handle": None}),
            where=team.places["#general"],
            text="ask",
        )
        await team.receive(event)
        seen = anna.last()
        assert seen is not None
        assert list(seen.buttons) == ["Open it", "Answer here instead"]


async def test_a_form_says_what_is_wrong_and_can_be_sent_again() -> None:
    """Errors stand beside their fields; the same form, mended, is taken; once."""
    async with a_team(commands=_table(), flow=_flow()) as team:
        anna = team.person("Anna Berger")
        await anna.says("ask", "#general")
        errors = await anna.fills(word="bad")
        assert list(errors) == ["word"]
        assert "“bad”" in errors["word"]
        assert await anna.fills(word="good") == {}
        assert await _reasons(team, anna) == ["good"]
        seen = anna.last()
        assert seen is not None
        assert (seen.text, seen.only) == ("Saved good", anna.ref)


async def test_a_form_that_hits_a_bug_stays_open() -> None:
    """The person sees a number, keeps what they typed and can try again."""
    async with a_team(commands=_table(), flow=_flow()) as team:
        anna = team.person("Anna Berger")
        await anna.says("ask", "#general")
        errors = await anna.fills(word="break")
        assert "went wrong" in errors["word"]
        assert await _reasons(team, anna) == []


async def test_a_stranger_is_met_from_the_platforms_profile() -> None:
    """Name, language and time zone come from the first event on."""
    async with a_team(commands=_table(), flow=_flow()) as team:
        li = team.person("Li Wei", zone="Asia/Shanghai", language="zh")
        await li.says("note one", "#general")
        async with team.store.reading() as db:
            person = (await db.people.known([li.ref]))[li.ref]
        assert (person.name, person.zone, person.language) == (
            "Li Wei",
            "Asia/Shanghai",
            "zh",
        )
        assert li.ref.platform == PLATFORM
        assert li.ref.tenant == TENANT
