"""Nobody is overrun: turns, the law, and blocks that every replica obeys."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest

from adapters.dingtalk.chat import DingTalkChat
from bot.chats import Chats
from bot.courier import Courier
from bot.errors import RateLimited, StoreAway
from bot.i18n import words
from bot.messages import Card
from bot.model.delivery import DeliveryState, Draft
from bot.model.lane import Call, Limit, Row
from bot.model.refs import Handle, MessageRef, PlaceRef
from bot.rituals.delivery.pace import Pace
from bot.rituals.delivery.workspaces import PATIENCE
from bot.rituals.flow import Flow, Scene
from schedules.calendars import WorkCalendar
from storage.unit_of_work import SqlStore, SqlUnitOfWork
from tests.adapters.dingtalk.recorder import Recorder
from tests.databases import KINDS, Kind
from tests.driver import MONDAY, Team, a_team
from tests.fakes.chat import FakeChat

NINE = MONDAY + timedelta(hours=1)
RATE, BURST = 5, 10
LIMIT = Limit(rate=RATE, burst=BURST)
SECOND = timedelta(seconds=1)


def _flow() -> Flow:
    flow = Flow()

    @flow.notice("standup.ask")
    async def news(scene: Scene) -> Card | None:
        return Card(("What are you up to?",))

    @flow.notice("alarm")
    async def alarm(scene: Scene) -> Card | None:
        return Card(("The shop is down",), urgent=True)

    return flow


@dataclass
class Platform:
    """What the platform lets through: so many at once, so many a second."""

    team: Team
    at: list[datetime] = field(default_factory=list)

    @property
    def refused(self) -> int:
        """How often it would have said "too fast"."""
        level, last, refused = float(BURST), NINE, 0
        for moment in self.at:
            level = min(BURST, level + (moment - last).total_seconds() * RATE)
            last = moment
            if level < 1 - 1e-6:
                refused += 1
            else:
                level -= 1
        return refused


@pytest.fixture(params=KINDS)
async def team(request: pytest.FixtureRequest) -> AsyncIterator[Team]:
    """A team on a chat with limits."""
    kind: Kind = request.param
    async with a_team(kind, flow=_flow(), now=NINE) as team:
        team.chat.limits |= {"slack": LIMIT, "dingtalk": LIMIT}
        team.person("Anna")
        yield team


def _watched(team: Team) -> Platform:
    """Sees when something is said."""
    seen, keep = Platform(team), team.chat._keep

    def kept(*args: object, **more: object) -> object:
        seen.at.append(team.clock.now())
        return keep(*args, **more)  # type: ignore[arg-type]

    team.chat._keep = kept  # type: ignore[method-assign, assignment]
    return seen


async def _people(team: Team, count: int, platform: str = "slack") -> list[int]:
    """So many people more."""
    new = [
        team.person(f"{platform} {number}", platform=platform)
        for number in range(count)
    ]
    await team.know_everyone()
    async with team.store() as db:
        await db.people.connect("dingtalk", "D1", "Tea")
        known = await db.people.known([member.ref for member in new])
        await db.commit()
    return [known[member.ref].id for member in new]


async def _write(team: Team, people: list[int], kind: str = "standup.ask") -> None:
    async with team.store() as db:
        for id in people:
            await db.deliveries.add(Draft(f"{kind}:person:{id}", kind, person_id=id))
        await db.commit()


def _another(
    team: Team, chats: Chats | None = None, patience: float = PATIENCE
) -> Courier:
    """The courier of another replica."""
    return Courier(
        store=team.store,
        clock=team.clock,
        chat=chats or team.chat,
        directory=chats or team.chat,
        calendar=WorkCalendar(),
        words=words,
        notices=_flow().notices,
        patience=patience,
    )


class Hanging(FakeChat):
    """A chat that does not answer on Slack until it is let go."""

    def __init__(self, chat: FakeChat) -> None:
        super().__init__(chat.profiles, chat.places, messages=chat.messages)
        self.free = asyncio.Event()

    async def post(
        self,
        place: PlaceRef,
        card: Card,
        *,
        key: str = "",
        handle: Handle | None = None,
    ) -> MessageRef | None:
        """Hangs, then keeps the message."""
        if place.platform == "slack":
            await self.free.wait()
        return await super().post(place, card, key=key, handle=handle)


async def test_sixty_prompts_go_at_the_pace_of_the_platform(team: Team) -> None:
    """None too fast, and none later than the platform's own pace would have it."""
    people = await _people(team, 60)
    seen = _watched(team)
    await _write(team, people)
    await team.waits(minutes=1)
    assert len(seen.at) == 60
    assert seen.refused == 0
    assert seen.at[-1] - NINE <= SECOND * (60 - BURST) / RATE * 1.1


async def test_an_answer_waits_for_nobody_and_the_others_for_it(team: Team) -> None:
    """In the midst of many prompts a command is answered at once, and it counts."""
    people = await _people(team, 60)
    seen, anna = _watched(team), team.people["Anna"]
    await _write(team, people)
    await team.waits(seconds=3)
    before = len(seen.at)
    for _ in range(5):
        await anna.says("help", "#general")
    assert len(seen.at) == before + 5
    await team.waits(minutes=1)
    assert len(seen.at) == 65
    assert seen.refused <= 5  # the answers themselves, at most
    assert seen.at[-1] - NINE <= SECOND * (65 - BURST) / RATE * 1.1


async def test_what_one_replica_was_told_another_obeys(team: Team) -> None:
    """One is refused; the other says nothing until that time is over."""
    people = await _people(team, 20)
    seen = _watched(team)
    team.chat.broken.append(RateLimited("ratelimited", 30))
    await _write(team, people[:1])
    await team.crew.courier.deliver_due()
    await _write(team, people)
    other = _another(team)
    while await other.deliver_due():
        pass
    team.clock.set(NINE + 29 * SECOND)
    while await other.deliver_due():
        pass
    assert seen.at == []
    await team.waits(minutes=1)
    assert len(seen.at) == 20
    assert seen.refused == 0


async def test_what_a_dead_replica_left_does_not_come_all_at_once(team: Team) -> None:
    """Everybody had a turn, and nobody was there for two minutes."""
    people = await _people(team, 60)
    seen = _watched(team)
    await _write(team, people)
    await team.crew.courier.deliver_due()
    await team.crew.courier.deliver_due()
    sent = len(seen.at)
    team.clock.set(NINE + 120 * SECOND)
    one, other = _another(team), _another(team)
    await asyncio.gather(one.deliver_due(), other.deliver_due())
    assert len(seen.at) <= sent + BURST
    await team.waits(minutes=1)
    assert len(seen.at) == 60
    assert seen.refused == 0


async def test_turns_that_come_late_meet_the_law(team: Team) -> None:
    """A process that stood still for some seconds does not make up for it at once."""
    people = await _people(team, 60)
    seen = _watched(team)
    await _write(team, people)
    await team.crew.pulse.settle()
    team.clock.set(NINE + 8 * SECOND)  # forty turns are past, none of them long
    await team.crew.pulse.settle()
    assert len(seen.at) == 2 * BURST
    await team.waits(minutes=1)
    assert len(seen.at) == 60
    assert seen.refused == 0


async def test_several_replicas_keep_one_pace(team: Team) -> None:
    """Three that send side by side are no faster than one; nothing is doubled."""
    people = await _people(team, 60)
    seen = _watched(team)
    await _write(team, people)
    couriers = [_another(team) for _ in range(3)]
    for tick in range(200):
        await asyncio.gather(*(each.deliver_due() for each in couriers))
        team.clock.set(NINE + tick * SECOND / 10)
    assert len(seen.at) == 60
    assert seen.refused == 0
    keys = [each.key for each in team.chat.messages]
    assert len(keys) == len(set(keys))


async def test_one_platform_does_not_wait_for_another(team: Team) -> None:
    """Hundreds of messages for one; the one for the other goes at once."""
    many, few = await _people(team, 200), await _people(team, 1, "dingtalk")
    await _write(team, [*many, *few])
    await team.crew.pulse.settle()
    platforms = [each.ref.place.platform for each in team.chat.messages]
    assert platforms.count("dingtalk") == 1
    assert platforms.count("slack") == BURST


async def test_what_is_urgent_goes_before_the_others(team: Team) -> None:
    """It takes no turn behind a hundred prompts."""
    people = await _people(team, 100)
    await _write(team, people)
    await team.waits(seconds=1)
    await _write(team, people[:1], "alarm")
    await team.crew.pulse.settle()
    assert any("The shop is down" in each.text for each in team.chat.messages)


async def test_the_pulse_rests_between_turns(team: Team) -> None:
    """It knows when the next one is, and looks at nothing before."""
    people = await _people(team, 30)
    await _write(team, people)
    await team.crew.pulse.settle()
    assert await team.crew.pulse.beat() == 0
    assert await team.crew.pulse.next_due() == NINE + SECOND / RATE
    assert team.crew.courier.next_turn() == NINE + SECOND / RATE


async def test_what_is_withdrawn_leaves_no_gap_behind(team: Team) -> None:
    """Turns that nobody takes do not hold up who comes after."""
    people = await _people(team, 101)
    async with team.store() as db:
        for id in people[1:]:
            await db.deliveries.add(
                Draft(f"k:person:{id}", "standup.ask", person_id=id, subject="x")
            )
        await db.commit()
    await team.crew.pulse.settle()
    async with team.store() as db:
        await db.deliveries.expire(subject="x", kind="standup.ask")
        await db.commit()
    await team.waits(seconds=5)
    await _write(team, people[:1])
    await team.crew.pulse.settle()
    async with team.store.reading() as db:
        last = await db.deliveries.get(f"standup.ask:person:{people[0]}")
    assert last
    assert last.state is DeliveryState.SENT


async def test_twenty_people_on_dingtalk_are_told_by_one_call(team: Team) -> None:
    """The same words to forty people are two calls of a month's quota, not forty."""
    people = await _people(team, 40, "dingtalk")
    api = Recorder()
    chats = Chats({"dingtalk": DingTalkChat(api, "D1", team.clock)})
    await _write(team, people)
    courier = _another(team, chats)
    while await courier.deliver_due():
        pass
    calls = [len(body["userIds"]) for call, body in api.calls if "oToMessages" in call]
    assert calls == [20, 20]


async def test_a_platform_that_hangs_holds_up_no_other(team: Team) -> None:
    """It is left to itself: others get theirs, and nothing is said twice when it is
    back.
    """
    hanging = await _people(team, 3)
    chat = Hanging(team.chat)
    chats = Chats({"slack": chat, "dingtalk": chat})
    courier = _another(team, chats, patience=0.05)
    await _write(team, hanging[:2])
    await courier.deliver_due()
    await _write(team, [*hanging, *await _people(team, 2, "dingtalk")])
    while await courier.deliver_due():
        pass
    assert [each.ref.place.platform for each in chat.messages] == ["dingtalk"] * 2
    chat.free.set()
    await courier.end()
    team.clock.set(NINE + 5 * SECOND)
    while await courier.deliver_due():
        pass
    assert len(chat.messages) == 5
    assert len({each.key for each in chat.messages}) == 5


async def test_what_was_said_is_counted_when_the_database_is_back() -> None:
    """Else every replica would believe that the platform has room for it."""
    async with a_team(now=NINE) as team:
        place = team.places["#general"]
        team.chat.limits["slack"] = LIMIT
        store = Torn(team.store.database)
        pace = Pace(store, team.clock, team.chat)
        pace.answered(place, Call.POST)
        with pytest.raises(StoreAway):
            await pace.write_down()
        behind = [pace.behind]
        store.torn = False
        await pace.write_down()
        assert [*behind, pace.behind] == [True, False]
        async with team.store() as db:
            lanes = tuple(team.chat.lanes(place, Call.POST))
            stands = await db.lanes.stand(Row.LAW, lanes)
        assert [lane for lane in lanes if lane in stands] == list(lanes)


class Torn(SqlStore):
    """A store that is away for a while."""

    torn = True

    def __call__(self, *, hurried: bool = False) -> SqlUnitOfWork:
        """A unit of such a store."""
        if self.torn:
            raise StoreAway("connection refused")
        return super().__call__(hurried=hurried)


async def test_an_answer_that_was_refused_does_not_stand_behind_notices(
    team: Team,
) -> None:
    """A hundred are in line for twenty seconds; who asked something gets it next."""
    people = await _people(team, 101)
    await _write(team, people[:100])
    await team.crew.pulse.settle()
    async with team.store() as db:
        asked = Draft("answer:T1:e1", "standup.ask", person_id=people[100])
        await db.deliveries.add(asked)
        await db.commit()
    await team.waits(seconds=3)
    assert any(seen.key == asked.key for seen in team.chat.messages)
    assert len(team.chat.messages) < 50
    watched = _watched(team)
    await team.waits(seconds=30)
    assert len(team.chat.messages) == 101
    assert watched.refused == 0
