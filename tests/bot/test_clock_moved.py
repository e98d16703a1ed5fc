"""Somebody sets the clock: nothing waits for an hour to come again, nothing is lost."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest

from bot.errors import RateLimited, Unreachable
from bot.messages import Card
from bot.model.delivery import DeliveryState, Draft
from bot.model.lane import Limit
from bot.rituals import FLOW
from bot.rituals.flow import Flow, Scene, World
from tests.databases import KINDS, Kind
from tests.driver import MONDAY, Team, a_team
from tests.fakes.clock import SetClock

HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
NINE = MONDAY + HOUR  # in Berlin: nobody is written to before
BOTH = pytest.mark.parametrize("kind", KINDS)


def _flow(ran: list[int] | None = None) -> Flow:
    flow = Flow()

    @flow.notice("news")
    async def news(_: Scene) -> Card | None:
        return Card(("news",))

    @flow.job("look")
    async def look(_: World, number: int) -> None:
        if ran is not None:
            ran.append(number)
            if len(ran) == 1:
                raise RuntimeError("not yet")

    return flow


@asynccontextmanager
async def _a_team(
    kind: Kind, ran: list[int] | None = None, flow: Flow | None = None
) -> AsyncIterator[tuple[Team, SetClock]]:
    clock = SetClock(NINE)
    async with a_team(kind, flow=flow or _flow(ran), clock=clock) as team:
        team.person("Anna")
        await team.know_everyone()
        await team.crew.pulse.settle()
        yield team, clock


async def _say(team: Team, *keys: str) -> None:
    async with team.store() as db:
        for key in keys:
            place = team.places["#general"]
            await db.deliveries.add(Draft(key, "news", place=place))
        await db.commit()
    await team.crew.pulse.settle()


async def _state(team: Team, key: str) -> DeliveryState:
    async with team.store.reading() as db:
        delivery = await db.deliveries.get(key)
    assert delivery
    return delivery.state


@BOTH
@pytest.mark.parametrize(
    "failed", [Unreachable("503"), RateLimited("ratelimited", retry_after=5.0)]
)
async def test_what_is_to_be_tried_again_does_not_wait_for_the_hour(
    kind: Kind, failed: Unreachable | RateLimited
) -> None:
    """It was to be said in seconds; the clock goes back by an hour."""
    async with _a_team(kind) as (team, clock):
        team.chat.broken.append(failed)
        await _say(team, "k")
        assert not team.chat.messages
        clock.jump(-HOUR)
        await team.waits(seconds=30)
        assert [seen.key for seen in team.chat.messages] == ["k"]


@BOTH
async def test_turns_are_given_anew(kind: Kind) -> None:
    """Ten are in line, one a second; the clock goes back by a day in their midst."""
    async with _a_team(kind) as (team, clock):
        team.chat.limits["slack"] = Limit(1.0)
        await _say(team, *(f"k{number}" for number in range(10)))
        await team.waits(seconds=3)
        said = len(team.chat.messages)
        assert 0 < said < 10
        clock.jump(-24 * HOUR)
        await team.waits(seconds=12)
        assert [seen.key for seen in team.chat.messages] == [f"k{n}" for n in range(10)]


@BOTH
async def test_what_was_to_be_said_at_once_is(kind: Kind) -> None:
    """However often the clock is set back; what is ordered for an hour waits for it."""
    async with _a_team(kind) as (team, clock):
        now, place = clock.now(), team.places["#general"]
        team.chat.limits["slack"] = Limit(0.1)
        async with team.store() as db:
            for number in range(4):
                await db.deliveries.add(
                    Draft(f"k{number}", "news", place=place, due=now)
                )
            await db.deliveries.add(Draft("then", "news", place=place, due=now + HOUR))
            await db.commit()
        for _ in range(3):
            clock.jump(-HOUR)
            await team.crew.pulse.settle()
        await team.waits(minutes=2)
        assert [seen.key for seen in team.chat.messages] == [f"k{n}" for n in range(4)]
        await team.waits(hours=4)
        assert team.chat.messages[-1].key == "then"


@BOTH
async def test_a_job_that_failed_is_tried_again(kind: Kind) -> None:
    """Within its minute, not an hour and a minute later."""
    ran: list[int] = []
    async with _a_team(kind, ran) as (team, clock):
        async with team.store() as db:
            await db.jobs.put("look", {7: clock.now()})
            await db.commit()
        await team.crew.pulse.settle()
        assert ran == [7]
        clock.jump(-HOUR)
        await team.waits(minutes=2)
        assert ran == [7, 7]


@BOTH
async def test_what_was_put_to_run_at_once_runs(kind: Kind) -> None:
    """And what is ordered for an hour of the day waits for it."""
    ran = [0]  # the first would fail
    async with _a_team(kind, ran) as (team, clock):
        async with team.store() as db:
            await db.jobs.put("look", {1: clock.now(), 2: clock.now() + HOUR})
            await db.commit()
        clock.jump(-HOUR)
        await team.crew.pulse.settle()
        assert ran == [0, 1]
        await team.waits(hours=1, minutes=59)
        assert ran == [0, 1]
        await team.waits(minutes=1)
        assert ran == [0, 1, 2]


@BOTH
@pytest.mark.parametrize("by", [HOUR, 3 * HOUR, -3 * HOUR])
async def test_an_answer_that_has_to_wait_arrives(kind: Kind, by: timedelta) -> None:
    """Who waits has waited for seconds, whatever the clock says."""
    async with _a_team(kind, flow=FLOW) as (team, clock):
        team.chat.broken.append(RateLimited("ratelimited", retry_after=5.0))
        await team.people["Anna"].says("/crew task add Order tea", "#general")
        assert not _about(team, "Order tea")
        clock.jump(by)
        await team.waits(seconds=30)
        assert len(_about(team, "Order tea")) == 1


async def test_an_answer_expires_all_the_same() -> None:
    """An hour after it was asked for, by the time that has passed."""
    async with _a_team("sqlite", flow=FLOW) as (team, clock):
        team.chat.broken += [RateLimited("ratelimited", retry_after=7000.0)]
        await team.people["Anna"].says("/crew task add Order tea", "#general")
        clock.jump(HOUR)
        await team.crew.pulse.settle()
        clock.set(clock.now() + HOUR + MINUTE)
        await team.crew.pulse.settle()
        assert not _about(team, "Order tea")


@BOTH
@pytest.mark.parametrize("by", [MINUTE, 2 * HOUR])
async def test_who_is_sending_is_not_taken_for_dead(kind: Kind, by: timedelta) -> None:
    """A clock that jumps ahead makes no call take longer; nor does another's clock."""
    async with _a_team(kind) as (team, clock):
        async with team.store() as db:
            place, now = team.places["#general"], clock.now()
            await db.deliveries.add(Draft("k", "news", place=place))
            (delivery,) = await db.deliveries.due(now, 1)
            await db.deliveries.mark(delivery, DeliveryState.SENDING, now)
            await db.commit()
        clock.jump(by)
        await team.crew.pulse.settle()
        clock.set(clock.now() + timedelta(seconds=39))
        await team.crew.pulse.settle()
        assert await _state(team, "k") is DeliveryState.SENDING
        clock.set(clock.now() + timedelta(seconds=2))
        await team.crew.pulse.settle()
        assert [seen.key for seen in team.chat.messages] == ["k"]


@BOTH
async def test_who_died_before_the_clock_went_back_is_found(kind: Kind) -> None:
    """Within as long as ever."""
    async with _a_team(kind) as (team, clock):
        async with team.store() as db:
            place, now = team.places["#general"], clock.now()
            await db.deliveries.add(Draft("k", "news", place=place))
            (delivery,) = await db.deliveries.due(now, 1)
            await db.deliveries.mark(delivery, DeliveryState.SENDING, now)
            await db.commit()
        clock.jump(-5 * HOUR)
        await team.crew.pulse.settle()
        await team.waits(seconds=45)
        assert [seen.key for seen in team.chat.messages] == ["k"]


@BOTH
async def test_a_start_on_a_clock_set_back_waits_for_nothing(kind: Kind) -> None:
    """It was set back while nobody was there to notice."""
    async with _a_team(kind) as (team, clock):
        team.chat.broken.append(Unreachable("503"))
        await _say(team, "k")
        later = SetClock(clock.now() - HOUR)
        async with a_team(kind, store=team.store, flow=_flow(), clock=later) as anew:
            await anew.crew.recover()
            await anew.waits(seconds=30)
            assert [seen.key for seen in anew.chat.messages] == ["k"]


def _about(team: Team, words: str) -> list[str]:
    return [seen.key for seen in team.chat.messages if words in seen.text]
