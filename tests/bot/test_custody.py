"""Events whose work was cut off, or could not be written down."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from bot.arguments import Arguments
from bot.context import Context
from bot.errors import StoreAway
from bot.events import Commanded
from bot.messages import Card, Reply
from bot.ports.custody import LEFT
from bot.registry import Commands
from storage.database.engine import Database, connect
from storage.database.present import ago, ahead
from storage.tables.inbox import inbox
from storage.unit_of_work import SqlStore, SqlUnitOfWork
from tests.databases import KINDS, Kind, fresh_store
from tests.driver import Member, Team, a_team

BOTH = pytest.mark.parametrize("kind", KINDS)
AWAY = OSError("the database is away")
SECOND = timedelta(seconds=1)


class Desk:
    """What people typed, as often as it was worked on; it may hang in the midst."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.hangs = asyncio.Event()
        self.hang = False

    def commands(self) -> Commands:
        """The one command there is: `note`."""
        table = Commands()

        @table.command("note")
        async def note(ctx: Context, args: Arguments) -> Reply | None:
            if self.hang:
                self.hangs.set()
                await asyncio.Event().wait()
            self.done.append(args.rest())
            return None

        return table


class AtTimesAway(SqlStore):
    """A store whose database is away now and then."""

    away = False

    def __call__(self, *, hurried: bool = False) -> SqlUnitOfWork:
        """A unit of work, if there is a database."""
        if self.away:
            raise AWAY
        return super().__call__(hurried=hurried)


class Full(SqlStore):
    """A store that keeps events, and has no room for anything else now and then."""

    full = False

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self.refused = asyncio.Event()

    def __call__(self, *, hurried: bool = False) -> SqlUnitOfWork:
        """A unit of work, if there is room for it."""
        if self.full and not hurried:
            self.refused.set()
            raise StoreAway("disk full")
        return super().__call__(hurried=hurried)


@BOTH
async def test_what_could_not_be_worked_on_is_taken_up_again(kind: Kind) -> None:
    """The database went away after the claim; it was acknowledged, so it is done."""
    desk = Desk()
    async with fresh_store(kind) as fresh:
        store = AtTimesAway(fresh.database)
        async with a_team(store=store, commands=desk.commands()) as team:
            await team.crew.dispatcher.accept(_typed(team, "one"))
            store.away = True
            await team.crew.dispatcher.idle()
            store.away = False
            await _look(team)
            assert desk.done == []
            await _silence(store, LEFT + SECOND)
            await _look(team)
            assert desk.done == ["one"]
            await _silence(store, LEFT + SECOND)
            await _look(team)
            assert desk.done == ["one"]


async def test_what_came_later_waits_for_what_found_the_database_away() -> None:
    """Somebody did it in that order: a disk that was full for a moment changes none."""
    desk = Desk()
    async with fresh_store("sqlite") as fresh:
        store = Full(fresh.database)
        async with a_team(store=store, commands=desk.commands()) as team:
            store.full = True
            await team.crew.dispatcher.accept(_typed(team, "one"))
            await store.refused.wait()
            store.full = False
            await team.crew.dispatcher.accept(_typed(team, "two"))
            await team.crew.dispatcher.idle()
            assert desk.done == ["one", "two"]


async def test_what_takes_long_is_not_begun_again() -> None:
    """It is in hand, and so are those that wait behind it; the inbox hears of them."""
    async with _two() as ((busy, at_it), (other, desk)):
        at_it.hang = True
        for word in ("one", "two"):
            await busy.crew.dispatcher.accept(_typed(busy, word))
        await at_it.hangs.wait()
        await _silence(busy.store, LEFT + SECOND)
        await busy.crew.look_after()
        await _look(other)
        assert desk.done == []
        await busy.crew.dispatcher.abandon()


async def test_what_another_replica_left_is_done_by_this_one() -> None:
    """After it said nothing for a while; each event by one of those that look."""
    async with _two() as ((dead, _), (alive, desk)):
        dead.store.away = True  # type: ignore[attr-defined]
        words = [f"word {number}" for number in range(20)]
        for word in words:
            async with alive.store() as db:
                await db.inbox.claim(_typed(dead, word))
                await db.commit()
        await _look(alive)
        assert desk.done == []
        await _silence(alive.store, LEFT + SECOND)
        await asyncio.gather(alive.crew.look_after(), alive.crew.look_after())
        await alive.crew.pulse.settle()
        assert desk.done == words


@BOTH
async def test_what_was_left_before_the_clock_went_back_is_taken_up(kind: Kind) -> None:
    """The database's own clock, this time: it does not wait for that hour again."""
    desk = Desk()
    async with (
        fresh_store(kind) as store,
        a_team(store=store, commands=desk.commands()) as team,
    ):
        async with store() as db:
            await db.inbox.claim(_typed(team, "one"))
            hour = ahead(db.connection.dialect.name, timedelta(hours=1))
            await db.connection.execute(update(inbox).values(taken_at=hour))
            await db.commit()
        await _look(team)
        assert desk.done == ["one"]


async def test_who_stood_still_leaves_the_answer_to_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It may be said by then; whoever takes it up looks for it first."""
    monkeypatch.setattr("bot.answers.SETTLES", 0.0)
    table = Commands()

    @table.command("note")
    async def note(ctx: Context, args: Arguments) -> Reply:
        frozen.clock.set(frozen.clock.now() + LEFT)
        return Reply(Card((f"kept {args.rest()}",)))

    async with (
        fresh_store("postgresql") as store,
        a_team(store=store, commands=table) as frozen,
    ):
        anna = _known(frozen)
        await frozen.know_everyone()
        await frozen.crew.dispatcher.accept(_typed(frozen, "one"))
        await frozen.crew.pulse.settle()
        assert anna.sees() == []
        await _look(frozen)
        assert anna.sees() == []
        await _silence(store, LEFT + SECOND)
        await _look(frozen)
        assert len(anna.sees()) == 1
        await _silence(store, LEFT + SECOND)
        await _look(frozen)
        assert len(anna.sees()) == 1


async def test_what_was_cut_off_at_an_end_is_free_at_once() -> None:
    """Another replica does it; the one that ends has changed nothing."""
    async with _two() as ((ending, at_it), (alive, desk)):
        at_it.hang = True
        for word in ("one", "two"):
            await ending.crew.dispatcher.accept(_typed(ending, word))
        await at_it.hangs.wait()
        await _look(alive)
        assert desk.done == []
        await ending.crew.dispatcher.abandon()
        await _look(alive)
        assert (at_it.done, desk.done) == ([], ["one", "two"])


async def test_what_is_in_hand_at_an_end_is_answered() -> None:
    """What waits behind it is not begun any more, and free for others."""
    begun, go, table = asyncio.Event(), asyncio.Event(), Commands()

    @table.command("note")
    async def note(ctx: Context, args: Arguments) -> Reply:
        begun.set()
        await go.wait()
        return Reply(Card((f"kept {args.rest()}",)))

    async with (
        fresh_store("postgresql") as store,
        a_team(store=store, commands=table) as team,
    ):
        _known(team)
        await team.know_everyone()
        for word in ("one", "two"):
            await team.crew.dispatcher.accept(_typed(team, word))
        await begun.wait()
        ends = asyncio.create_task(team.crew.dispatcher.abandon())
        await asyncio.sleep(0)
        go.set()
        await ends
        assert [seen.text for seen in _known(team).sees()] == ["kept one"]
        async with store.reading() as db:
            assert len(await db.inbox.waiting()) == 1


async def test_a_stranger_whom_two_replicas_meet_at_once_is_one_person(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Their first words come in by both sockets; none of them fails for it."""
    async with _two() as ((one, first), (two, second)):
        words = [f"word {number}" for number in range(6)]
        typed = [replace(_typed(one, word), id=word) for word in words]
        await asyncio.gather(
            *(one.crew.dispatcher.accept(event) for event in typed[::2]),
            *(two.crew.dispatcher.accept(event) for event in typed[1::2]),
        )
        await asyncio.gather(one.crew.pulse.settle(), two.crew.pulse.settle())
        assert sorted(first.done + second.done) == words
        async with one.store.reading() as db:
            assert len(await db.people.everyone()) == 1
        assert not [each for each in caplog.records if each.levelno >= logging.ERROR]


@asynccontextmanager
async def _two() -> AsyncIterator[tuple[tuple[Team, Desk], tuple[Team, Desk]]]:
    """Two replicas over one PostgreSQL."""
    async with fresh_store("postgresql") as store:
        url = store.database.url.render_as_string(hide_password=False)
        database = await connect(url)
        try:
            one, two = Desk(), Desk()
            first = AtTimesAway(store.database)
            async with (
                a_team(store=first, commands=one.commands()) as team,
                a_team(store=SqlStore(database), commands=two.commands()) as other,
            ):
                _known(team), _known(other)
                yield (team, one), (other, two)
        finally:
            await database.close()


def _known(team: Team) -> Member:
    return team.people.get("Anna Berger") or team.person("Anna Berger")


def _typed(team: Team, word: str) -> Commanded:
    anna = _known(team)
    place = team.places["#general"]
    return Commanded(**anna._event(), where=place, text=f"note {word}")


async def _look(team: Team) -> None:
    await team.crew.look_after()
    await team.crew.pulse.settle()


async def _silence(store: SqlStore, span: timedelta) -> None:
    """Lets so much time pass in which nobody says anything."""
    async with store() as db:
        past = ago(db.connection.dialect.name, span)
        heard = select(inbox.c.id).where(inbox.c.taken_at.is_not(None))
        free = heard.with_for_update(skip_locked=True).cte("free")
        quiet = update(inbox).where(inbox.c.id.in_(select(free.c.id)))
        await db.connection.execute(quiet.values(taken_at=past))
        await db.commit()
