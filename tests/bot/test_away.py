"""The database is away for a moment: nothing is lost by it, and nothing done twice."""

import logging
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Literal

import pytest
from sqlalchemy import text

from bot import taking
from bot.arguments import Arguments
from bot.context import Context
from bot.errors import CannotTell, StoreAway
from bot.events import Commanded, Values
from bot.messages import Audience, Button, Card, Form, Reply, TextField
from bot.model.delivery import DeliveryState, Draft
from bot.ports.custody import LEFT
from bot.registry import Commands
from bot.rituals.flow import Flow, Scene
from storage.unit_of_work import SqlStore, SqlUnitOfWork
from tests.bot.test_custody import _silence
from tests.databases import KINDS, Kind, fresh_store
from tests.driver import MONDAY, Member, Team, a_team

BOTH = pytest.mark.parametrize("kind", KINDS)
Fate = Literal["kept", "lost", "unheard"]
WAIT = LEFT + timedelta(seconds=1)
SUICIDE = text("SELECT pg_terminate_backend(pg_backend_pid())")
LONG = "x" * 3000


class Unlucky(SqlStore):
    """A store whose next commits end as `fates` say; after those, well."""

    fates: deque[Fate]
    gone = False

    def __call__(self, *, hurried: bool = False) -> SqlUnitOfWork:
        """A unit of such a store."""
        self._reach()
        return UnluckyUnit(self)

    def reading(self) -> SqlUnitOfWork:
        """A unit that only reads."""
        self._reach()
        return super().reading()

    def _reach(self) -> None:
        if self.gone:
            raise StoreAway("connection refused")


class UnluckyUnit(SqlUnitOfWork):
    """One that is kept, lost, or kept without anybody hearing of it."""

    def __init__(self, store: Unlucky) -> None:
        super().__init__(
            store.database.writing(), store.organization_id, store.on_commit
        )
        self._fates = store.fates

    async def commit(self) -> None:
        """As it is fated."""
        fate = self._fates.popleft() if self._fates else "kept"
        if fate == "lost":
            raise StoreAway("the disk is full")
        await super().commit()
        if fate == "unheard":
            raise StoreAway("the connection was closed")


def _commands() -> Commands:
    """Notes that are absences' reasons in disguise."""
    table = Commands()

    @table.command("note")
    async def note(ctx: Context, args: Arguments) -> Reply:
        await ctx.db.absences.add(ctx.person.id, ctx.today, ctx.today, args.rest())
        return Reply(Card((f"Noted {args.rest()[:9]}",)), Audience.ONLY_YOU)

    @table.command("ask")
    async def ask(ctx: Context, args: Arguments) -> Reply:
        field = TextField(name="word", label="Word")
        again = Button("Open it", "note.open")
        return Reply(Form("note", "A form", (field,), "Save", "Cancel", again))

    @table.form("note")
    async def filled(ctx: Context, values: Values, state: str) -> Reply:
        word = str(values["word"])
        await ctx.db.absences.add(ctx.person.id, ctx.today, ctx.today, word)
        return Reply(Card((f"Saved {word}",)), Audience.ONLY_YOU)

    return table


@asynccontextmanager
async def _team(
    kind: Kind = "sqlite", flow: Flow | None = None
) -> AsyncIterator[tuple[Team, Unlucky]]:
    async with fresh_store(kind) as fresh:
        store = Unlucky(fresh.database)
        store.fates = deque()
        nine = MONDAY + timedelta(hours=1)
        async with a_team(
            store=store, commands=_commands(), now=nine, flow=flow or Flow()
        ) as team:
            team.person("Anna Berger")
            await team.know_everyone()
            yield team, store


def _typed(team: Team, words: str) -> Commanded:
    anna = team.people["Anna Berger"]
    return Commanded(**anna._event(), where=team.places["#general"], text=words)


async def _notes(team: Team, member: Member | None = None) -> list[str]:
    member = member or team.people["Anna Berger"]
    async with team.store.reading() as db:
        person = (await db.people.known([member.ref]))[member.ref]
        absences = await db.absences.of(person.id, team.clock.now().date())
    return sorted(absence.reason for absence in absences)


async def _later(team: Team) -> None:
    """What was left is taken up again."""
    await _silence(team.store, WAIT)
    await team.crew.look_after()
    await team.crew.pulse.settle()


@BOTH
async def test_what_could_not_be_kept_is_done_as_soon_as_it_can_be(
    kind: Kind, caplog: pytest.LogCaptureFixture
) -> None:
    """One line in the log, no word of a bug, and then everything, once; whatever else
    that person says waits for it.
    """
    async with _team(kind) as (team, store):
        anna = team.people["Anna Berger"]
        store.fates.extend(("kept", "lost"))
        await team.receive(_typed(team, "note one"))
        assert await _notes(team) == ["one"]
        told = [each for each in caplog.records if each.levelno >= logging.WARNING]
        assert [each.message for each in told] == ["store away"]
        assert len(anna.sees()) == 1
        await _later(team)
        assert await _notes(team) == ["one"]


@BOTH
async def test_what_was_kept_unheard_is_not_done_again(kind: Kind) -> None:
    """The connection was lost after the commit."""
    async with _team(kind) as (team, store):
        store.fates.extend(("kept", "unheard"))
        await team.receive(_typed(team, "note one"))
        await _later(team)
        assert await _notes(team) == ["one"]


async def test_what_cannot_be_claimed_is_not_acknowledged() -> None:
    """The platform delivers it again, and it is done then."""
    async with _team() as (team, store):
        event = _typed(team, "note one")
        store.fates.append("lost")
        with pytest.raises(StoreAway):
            await team.crew.dispatcher.accept(event)
        await team.receive(event)
        assert await _notes(team) == ["one"]


@pytest.mark.parametrize(
    ("language", "says"), [("en", "nothing you typed is lost"), ("zh", "都还在")]
)
async def test_a_form_that_cannot_be_kept_stays_open(language: str, says: str) -> None:
    """With a kind word at its field; sent again it is taken, with the same id too."""
    async with _team() as (team, store):
        li = team.person("Li Na", language=language)
        await li.says("ask", "#general")
        store.fates.extend(("lost", "lost"))
        team.counter = iter((77, 77))  # type: ignore[assignment]
        wrong = await li.fills(word="tea")
        assert says in wrong["word"]
        assert await _notes(team, li) == []
        assert await li.fills(word="tea") == {}
        assert await _notes(team, li) == ["tea"]


async def test_a_form_is_answered_in_their_language_without_any_database() -> None:
    """Not even who they are can be looked up."""
    async with _team() as (team, store):
        li = team.person("Li Na", language="zh")
        await li.says("ask", "#general")
        store.gone = True
        wrong = await li.sends(None, word="tea")
        store.gone = False
        assert "都还在" in wrong["word"]
        assert await li.fills(word="tea") == {}


@pytest.mark.parametrize("fate", ["lost", "unheard"])
async def test_a_form_is_tried_once_more_at_once(fate: Fate) -> None:
    """A connection that was cut is followed by one that is whole."""
    async with _team() as (team, store):
        anna = team.people["Anna Berger"]
        await anna.says("ask", "#general")
        store.fates.append(fate)
        assert await anna.fills(word="tea") == {}
        assert await _notes(team) == ["tea"]


async def test_a_late_form_is_tried_until_the_database_is_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Whether it is still open or was closed: what was typed is nowhere else."""
    monkeypatch.setattr(taking, "SOON", 0.0)
    async with _team() as (team, store):
        anna = team.people["Anna Berger"]
        await anna.says("ask", "#general")
        store.fates.extend(["lost"] * 9)
        wrong = await anna.sends(0, word="tea")
        assert "could not save this just now" in wrong["word"]
        await team.crew.pulse.settle()
        assert await _notes(team) == ["tea"]


async def test_a_full_disk_loses_no_word() -> None:
    """The real one: SQLite may not let its file grow."""
    async with _team() as (team, store):
        for number in range(3):
            await team.crew.dispatcher.accept(_typed(team, f"note {number}"))
        await team.crew.dispatcher.idle()
        limit = await _pages(store, 1)
        events = [_typed(team, f"note {number}{LONG}") for number in range(30)]
        refused = []
        for event in events:
            try:
                await team.crew.dispatcher.accept(event)
            except StoreAway:
                refused.append(event)
        assert refused or len(await _notes(team)) < 33
        await _pages(store, limit + 10_000)
        await team.crew.dispatcher.idle()
        for event in refused:
            await team.crew.dispatcher.accept(event)
        await _later(team)
        assert len(await _notes(team)) == 33


async def _pages(store: SqlStore, most: int) -> int:
    """Sets how many pages the file may have: those it has, at least."""
    async with store.database.writing() as connection:
        await connection.exec_driver_sql(f"PRAGMA max_page_count={most}")
        found = await connection.exec_driver_sql("PRAGMA max_page_count")
        return int(found.scalar_one())


async def test_a_connection_that_is_cut_in_the_midst_loses_no_word(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """The real one: PostgreSQL ends the session of a unit at work."""
    table, cuts = Commands(), deque([True])

    @table.command("note")
    async def note(ctx: Context, args: Arguments) -> None:
        await ctx.db.absences.add(ctx.person.id, ctx.today, ctx.today, args.rest())
        if cuts and cuts.popleft():
            assert isinstance(ctx.db, SqlUnitOfWork)
            await ctx.db.connection.execute(SUICIDE)

    async with a_team("postgresql", commands=table) as team:
        team.person("Anna Berger")
        await team.know_everyone()
        await team.receive(_typed(team, "note one"))
        await _later(team)
        assert await _notes(team) == ["one"]
        assert not [each for each in caplog.records if each.levelno >= logging.ERROR]


def _news(troubles: "deque[Exception]") -> Flow:
    flow = Flow()

    @flow.notice("news")
    async def news(scene: Scene) -> Card:
        if troubles:
            raise troubles.popleft()
        return Card(("news",))

    return flow


async def _owe(team: Team) -> None:
    async with team.store() as db:
        await db.deliveries.add(Draft("k1", "news", place=team.places["#general"]))
        await db.commit()


async def _state(team: Team) -> DeliveryState:
    async with team.store.reading() as db:
        delivery = await db.deliveries.get("k1")
    assert delivery
    return delivery.state


async def test_a_message_that_could_not_be_written_is_not_given_up() -> None:
    """It is looked at again in the next beat."""
    troubles: deque[Exception] = deque([StoreAway("gone")])
    async with _team(flow=_news(troubles)) as (team, _):
        await _owe(team)
        with pytest.raises(StoreAway):
            await team.crew.courier.deliver_due()
        assert await _state(team) is DeliveryState.PENDING
        await team.crew.pulse.settle()
        assert await _state(team) is DeliveryState.SENT
        assert len(team.people["Anna Berger"].sees("#general")) == 1


@pytest.mark.parametrize("lost", range(1, 7))
async def test_a_message_comes_once_whichever_mark_was_lost(
    lost: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even where the chat cannot say whether it is there."""
    async with _team(flow=_news(deque())) as (team, store):

        async def cannot(*_: object) -> None:
            raise CannotTell("unknown")

        monkeypatch.setattr(team.chat, "find", cannot)
        await _owe(team)
        store.fates.extend("kept" for _ in range(lost - 1))
        store.fates.append("lost")
        for _ in range(3):
            await team.crew.pulse.settle()
        await team.waits(minutes=10)
        assert await _state(team) is DeliveryState.SENT
        assert len(team.people["Anna Berger"].sees("#general")) == 1
