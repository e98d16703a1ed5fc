"""Answers are not lost when the process ends before they are said."""

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import is_dataclass
from datetime import timedelta
from enum import Enum
from typing import Any, get_args, get_type_hints

import pytest

from bot.arguments import Arguments
from bot.context import Context
from bot.errors import ChatError, NotSaid, RateLimited, Unreachable
from bot.events import Commanded
from bot.messages import Attachment, Audience, Card, Enclosed, Form, Note, Reply
from bot.model.draft import Opener
from bot.model.drawing import Drawing, SeriesImage
from bot.model.sheet import FileKind, Sheet
from bot.ports.owed import Owed, key_of
from bot.registry import Commands
from storage.unit_of_work import SqlStore
from storage.work.events_codec import CLASSES, decode_owed, encode
from tests.databases import KINDS, Kind, fresh_store
from tests.driver import MONDAY, Member, Team, a_team
from tests.fakes.chat import Seen

BOTH = pytest.mark.parametrize("kind", KINDS)
LATER = MONDAY + timedelta(hours=2)
MAYBE = "cannot tell whether you have this already"
PICTURE = Drawing(SeriesImage("Orders", "8 weeks", ()), "Orders rose to 20")


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is under way here, so nobody waits for it to settle."""
    monkeypatch.setattr("bot.answers.SETTLES", 0.0)
    monkeypatch.setattr("bot.owing.OFTEN", 0.0)


def _table() -> Commands:
    """Questions whose answers have no delivery of their own."""
    table = Commands()

    @table.command("where")
    async def where(ctx: Context, args: Arguments) -> Reply:
        return Reply(Card(("In the stock",)))

    @table.command("secret")
    async def secret(ctx: Context, args: Arguments) -> Reply:
        return Reply(Card(("Between us",)), Audience.ONLY_YOU)

    @table.command("list")
    async def listed(ctx: Context, args: Arguments) -> Reply:
        sheet = Sheet("orders", FileKind.CSV, (), ())
        file = Attachment(sheet, Opener("orders.export", "csv"))
        return Reply(Card(("Your file",), (file, PICTURE, Note(("small",)))))

    return table


async def _cut_off(store: SqlStore, words: str) -> tuple[Commanded, Sequence[Seen]]:
    """Somebody asks, and the process ends while the platform is being told; with what
    they saw until then.
    """
    async with a_team(store=store, commands=_table()) as team:
        anna = _anna(team)
        await team.know_everyone()
        begun = asyncio.Event()

        async def hang(*_: object, **__: object) -> None:
            begun.set()
            await asyncio.Event().wait()

        team.chat.post = team.chat.whisper = hang  # type: ignore[method-assign]
        asked = Commanded(**anna._event(), where=team.places["#general"], text=words)
        await team.crew.dispatcher.accept(asked)
        await begun.wait()
        await team.crew.dispatcher.abandon()
        return asked, anna.sees("#general")


def _anna(team: Team) -> Member:
    return team.people.get("Anna Berger") or team.person("Anna Berger")


async def _looks(team: Team) -> None:
    await team.crew.dispatcher.recover()
    await team.crew.dispatcher.idle()


@BOTH
async def test_what_was_not_said_is_said_by_the_next_process(kind: Kind) -> None:
    """Once, where it was asked."""
    async with fresh_store(kind) as store:
        _, before = await _cut_off(store, "where are the cups")
        assert before == []
        async with a_team(store=store, commands=_table()) as team:
            anna = _anna(team)
            await _looks(team)
            (seen,) = anna.sees("#general")
            assert "In the stock" in seen.text
            assert MAYBE not in seen.text
            await _looks(team)
            assert anna.sees("#general") == [seen]


@BOTH
async def test_what_stands_in_the_chat_is_not_said_again(kind: Kind) -> None:
    """The process ended after the platform had taken it: it is found by its key."""
    async with fresh_store(kind) as store:
        asked, _ = await _cut_off(store, "where are the cups")
        async with a_team(store=store, commands=_table()) as team:
            anna = _anna(team)
            said = Card(("In the stock",))
            await team.chat.post(team.places["#general"], said, key=key_of(asked))
            await _looks(team)
            assert len(anna.sees("#general")) == 1
            await _looks(team)
            assert len(anna.sees("#general")) == 1


@pytest.mark.parametrize("patience", [60.0, 0.0])
async def test_nothing_is_said_again_before_somebody_could_look(
    patience: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The chat does not tell for a moment; or for so long that it is owed still."""
    monkeypatch.setattr("bot.owing.PATIENCE", patience)
    async with fresh_store("sqlite") as store:
        asked, _ = await _cut_off(store, "where are the cups")
        async with a_team(store=store, commands=_table()) as team:
            anna = _anna(team)
            said = Card(("In the stock",))
            await team.chat.post(team.places["#general"], said, key=key_of(asked))
            team.chat.unread += [RateLimited("slow", 0.01), Unreachable("reset")]
            for _ in range(3):
                await _looks(team)
                assert len(anna.sees("#general")) == 1
            async with store() as db:
                assert await db.custody.take_up((), all_left=True) == []


@BOTH
async def test_who_is_not_heard_says_it_until_it_stands_there(
    kind: Kind, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Three times a call was cut off and nothing came of it; it is there once."""
    monkeypatch.setattr("bot.answers.AGAIN", 0.0)
    async with (
        fresh_store(kind) as store,
        a_team(store=store, commands=_table()) as team,
    ):
        anna = _anna(team)
        await team.know_everyone()
        team.chat.broken += [Unreachable("reset")] * 3
        await anna.says("where are the cups", "#general")
        (seen,) = anna.sees("#general")
        assert MAYBE not in seen.text


@pytest.mark.parametrize("failed", [NotSaid("away"), RateLimited("slow", 0.0)])
async def test_what_cannot_be_said_now_is_owed_still(
    failed: ChatError, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The platform is away for longer than a lane can wait."""
    monkeypatch.setattr("bot.answers.AGAIN", 0.1)
    monkeypatch.setattr("bot.answers.PATIENCE", -1.0)
    async with (
        fresh_store("sqlite") as store,
        a_team(store=store, commands=_table()) as team,
    ):
        anna = _anna(team)
        await team.know_everyone()
        team.chat.broken.append(failed)
        assert await anna.says("where are the cups", "#general") is None
        await _looks(team)
        (seen,) = anna.sees("#general")
        assert "In the stock" in seen.text


async def test_what_nobody_can_look_up_says_of_itself_that_it_may_be_there() -> None:
    """A whisper is in no history."""
    async with fresh_store("sqlite") as store:
        await _cut_off(store, "secret")
        async with a_team(store=store, commands=_table()) as team:
            anna = _anna(team)
            await _looks(team)
            (seen,) = anna.sees("#general")
            assert seen.only == anna.ref
            assert "Between us" in seen.text
            assert MAYBE in seen.text


async def test_a_refusal_is_owed_too() -> None:
    """With every word that was typed."""
    async with fresh_store("sqlite") as store:
        await _cut_off(store, "no such thing at all")
        async with a_team(store=store, commands=_table()) as team:
            anna = _anna(team)
            await _looks(team)
            (seen,) = anna.sees("#general")
            assert "no such thing at all" in seen.text


async def test_a_file_and_a_picture_are_not_kept() -> None:
    """A button gives the file once more; the picture is told in words."""
    async with fresh_store("sqlite") as store:
        await _cut_off(store, "list")
        async with a_team(store=store, commands=_table()) as team:
            anna = _anna(team)
            await _looks(team)
            (seen,) = anna.sees("#general")
            assert "Orders rose to 20" in seen.text
            assert seen.buttons["Get the file"].action == "orders.export"


async def test_what_nobody_waits_for_any_more_is_not_said() -> None:
    """An hour later they have asked again, or somebody else."""
    async with fresh_store("sqlite") as store:
        await _cut_off(store, "where are the cups")
        async with a_team(store=store, commands=_table(), now=LATER) as team:
            anna = _anna(team)
            await _looks(team)
            assert anna.sees("#general") == []
            async with store() as db:
                assert await db.custody.take_up((), all_left=True) == []


async def test_what_was_said_is_forgotten() -> None:
    """Nothing of an answer stays in the database."""
    async with (
        fresh_store("sqlite") as store,
        a_team(store=store, commands=_table()) as team,
    ):
        anna = _anna(team)
        for words in ("where are the cups", "secret", "nothing of the kind"):
            assert await anna.says(words, "#general") is not None
        async with store() as db:
            assert await db.custody.take_up((), all_left=True) == []


def test_everything_an_answer_may_hold_can_be_kept() -> None:
    """By the types of its parts, so that a new one is not forgotten here."""
    found = set(_parts(Owed))
    assert {Card, Form, Note, Opener} & found == {Card, Form, Note}
    assert [each for each in found if CLASSES.get(each.__name__) is not each] == []


async def test_what_is_kept_is_read_back_as_it_was() -> None:
    """Kinds of words included, by which it is decided."""
    async with a_team() as team:
        event = Commanded(**_anna(team)._event(), text="where")
    reply = Reply(Card(("One",), (Note(("two",)),)), Audience.THREAD)
    again = decode_owed(encode(Owed(event, reply)))
    assert again == Owed(event, reply)
    assert again.reply.audience is Audience.THREAD


def _parts(kind: Any) -> Iterator[type[Any]]:
    """Every class that a value of the kind may hold, but what is never kept."""
    waiting, seen = [kind], set()
    while waiting:
        one = waiting.pop()
        waiting += get_args(one)
        if one in seen or one in (Attachment, Drawing, Enclosed):
            continue
        seen.add(one)
        if is_dataclass(one):
            waiting += get_type_hints(one).values()
            yield one  # type: ignore[misc]
        elif isinstance(one, type) and issubclass(one, Enum):
            yield one
