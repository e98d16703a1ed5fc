"""What a beat costs when there is nothing to do, and what it does when there is."""

from collections.abc import Collection, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import pytest

from bot.errors import StoreAway
from bot.events import Commanded
from bot.ports import UnitOfWork
from bot.pulse import Pulse
from bot.rituals.flow import NextDue, Tick, World
from tests.benchmarks.statements import counted
from tests.databases import KINDS, Kind
from tests.driver import MONDAY, Team, a_team

SECOND = timedelta(seconds=1)


@dataclass
class Deaf:
    """A store that opens nothing for whoever asks what is due."""

    shared: bool = False

    def __call__(self, *, hurried: bool = False) -> UnitOfWork:
        """See `bot.ports.Store`."""
        raise ConnectionError

    def reading(self) -> UnitOfWork:
        """See `bot.ports.Store`."""
        raise ConnectionError

    def apart(
        self, names: Sequence[str], most: int
    ) -> AbstractAsyncContextManager[Collection[str]]:
        """See `bot.ports.Store`."""
        raise ConnectionError


@pytest.mark.parametrize("kind", KINDS)
async def test_a_beat_with_nothing_to_do_asks_two_questions(kind: Kind) -> None:
    """Of jobs and messages, and of stand-ups: there is a beat every second."""
    async with a_team(kind) as team:
        await team.crew.pulse.settle()
        with counted() as asked:
            assert await team.crew.pulse.beat() == 0
    assert len(asked) == 2, asked.by_table


async def test_who_cannot_ask_looks_for_everything() -> None:
    """A question that fails keeps nobody's message back."""
    async with a_team() as team:
        anna, bo = team.person("Anna Berger"), team.person("Bo Lin")
        await team.know_everyone()
        await team.crew.pulse.settle()
        text, where = team.link("task add Check prices @Bo"), team.places["#general"]
        event = Commanded(**anna._event(), where=where, text=text)
        await team.crew.dispatcher.accept(event)
        await team.crew.dispatcher.idle()
        assert not bo.inbox
        pulse = beating(team, replace(team.crew.world, store=Deaf()))
        assert await pulse.beat() > 0
        assert bo.inbox


async def test_a_tick_is_run_when_it_says_so() -> None:
    """Not before, and then though nothing else is due."""
    ran: list[datetime] = []
    async with a_team() as team:
        await team.crew.pulse.settle()
        at = team.clock.now() + SECOND

        async def tick(world: World) -> int:
            ran.append(world.clock.now())
            return 0

        async def next_due(_: object) -> datetime | None:
            return at

        pulse = beating(team, team.crew.world, (tick, next_due))
        await pulse.beat()
        assert not ran
        team.clock.set(at)
        await pulse.beat()
    assert ran == [at]


def beating(team: Team, world: World, *ticks: tuple[Tick, NextDue]) -> Pulse:
    """A pulse of the team's jobs and messages."""
    crew = team.crew
    return Pulse(
        world=world,
        ticks=ticks,
        jobs=crew.jobs,
        courier=crew.courier,
        dispatcher=crew.dispatcher,
    )


async def test_a_database_that_is_away_is_no_error_of_ours(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """One line says so, once, and nobody has to read where in our code it was."""

    async def tick(world: World) -> int:
        raise StoreAway("server closed the connection")

    async def next_due(db: UnitOfWork) -> datetime | None:
        return MONDAY

    async with a_team() as team:
        pulse = beating(team, team.crew.world, (tick, next_due))
        await pulse.beat()
        await pulse.beat()
    [line] = [one for one in caplog.records if one.name == "bot.pulse"]
    assert (line.levelname, line.exc_info) == ("WARNING", None)
