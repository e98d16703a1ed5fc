"""Replicas leave to each other what one has in hand: nothing is written in vain."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from datetime import timedelta

import pytest

from bot.courier import Courier
from bot.i18n import words
from bot.messages import Card
from bot.model.delivery import Draft
from bot.rituals.flow import Flow, Scene
from schedules.calendars import WorkCalendar
from storage.unit_of_work import SqlStore
from tests.databases import fresh_store
from tests.driver import MONDAY, Team, a_team
from tests.patience import PATIENCE

NINE = MONDAY + timedelta(hours=1)
MANY = 120  # more than one of them takes at a time
NAMES = ["a", "b", "c"]


class Writers:
    """Two replicas that write at the same moment: who is first waits for the other."""

    def __init__(self) -> None:
        self.wrote: list[int] = []
        self._writing: set[str] = set()
        self._both = asyncio.Event()

    def notices(self, replica: str = "") -> Flow:
        """The one notice there is. The first that a replica writes waits, the others
        do not: they would take every connection from who is waited for.
        """
        flow = Flow()

        @flow.notice("news")
        async def news(scene: Scene) -> Card | None:
            self.wrote.append(scene.number("n"))
            if replica and replica not in self._writing:
                await self._meets(replica)
            return Card((f"news {scene.number('n')}",))

        return flow

    async def _meets(self, replica: str) -> None:
        self._writing.add(replica)
        if len(self._writing) == 2:
            self._both.set()
        with suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE):
                await self._both.wait()


def _replica(team: Team, flow: Flow) -> Courier:
    return Courier(
        store=team.store,
        clock=team.clock,
        chat=team.chat,
        directory=team.chat,
        calendar=WorkCalendar(),
        words=words,
        notices=flow.notices,
    )


async def _looks(replica: Courier) -> int:
    """How many it looked at; it comes again, as at each beat, while the rows are just
    being read by the other.
    """
    while not (many := await replica.deliver_due()):
        pass
    return many


async def test_what_one_replica_writes_no_other_writes_beside_it() -> None:
    """Both have something to do, each message is written once, and goes once."""
    writers = Writers()
    async with a_team("postgresql", flow=writers.notices(), now=NINE) as team:
        people = [team.person(f"Person {number}") for number in range(MANY)]
        await team.know_everyone()
        async with team.store() as db:
            known = await db.people.known([each.ref for each in people])
            for n, each in enumerate(people):
                id = known[each.ref].id
                await db.deliveries.add(Draft(f"k{n}", "news", {"n": n}, id))
            await db.commit()
        both = [_replica(team, writers.notices(name)) for name in ("one", "two")]
        async with asyncio.timeout(PATIENCE):
            looked = await asyncio.gather(*map(_looks, both))
        assert len(writers.wrote) == len(set(writers.wrote)) == sum(looked)
        await team.crew.pulse.settle()
        assert [len(each.inbox) for each in people] == [1] * MANY
        assert len(writers.wrote) == MANY


@pytest.fixture
async def shared() -> AsyncIterator[SqlStore]:
    """A database that several processes use."""
    async with fresh_store("postgresql") as store:
        yield store


async def test_a_name_is_had_by_one_until_it_lets_go(shared: SqlStore) -> None:
    """Others get those that are left, in order; another organization has its own."""
    async with shared.apart(NAMES, 2) as first:
        assert set(first) == {"a", "b"}
        async with shared.apart(NAMES, 2) as second:
            assert set(second) == {"c"}
        async with shared.of(2).apart(NAMES, 3) as others:
            assert set(others) == set(NAMES)
    async with shared.apart(NAMES, 3) as again:
        assert set(again) == set(NAMES)


async def test_where_there_is_one_process_it_has_them_all() -> None:
    """As many as it takes at a time."""
    async with fresh_store("sqlite") as store, store.apart(NAMES, 2) as ours:
        assert list(ours) == ["a", "b"]
