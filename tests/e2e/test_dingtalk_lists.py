"""DingTalk's leave, to-do lists and groups: from its own wire to the core and back."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from adapters.dingtalk.api import DingTalkApi, open_api
from adapters.dingtalk.app import DingTalkApp
from adapters.dingtalk.chat import DingTalkChat
from adapters.dingtalk.hooks import origin_of
from adapters.dingtalk.leave import DingTalkLeaves
from adapters.dingtalk.todo import DingTalkTodos
from adapters.simulator.clock import MovableClock
from adapters.simulator.dingtalk.company import LI, TEAWARE_HANGZHOU, WANG, ZHAO
from adapters.simulator.dingtalk.records import Leave, Todo
from adapters.simulator.dingtalk.side import DingTalkSide
from adapters.simulator.dingtalk.stage import DingTalkStage
from adapters.simulator.side import Press
from adapters.simulator.simulator import Simulator
from bot.crew import Besides, Crew, assemble
from bot.model.people import Person
from bot.model.refs import PlaceRef, UserRef
from bot.ports import UnitOfWork
from bot.rituals.directory import meet_everyone
from schedules.calendars import WorkCalendar
from storage.work.job_runner import JobRunner
from tests.databases import fresh_store
from tests.patience import PATIENT

CORP = TEAWARE_HANGZHOU.corp_id
CHINA = ZoneInfo("Asia/Shanghai")
GROUP = "cidTEAWARE3=="
MONDAY = datetime(2026, 3, 2, 7, 0, tzinfo=UTC)  # 15:00 in Hangzhou


class Shop:
    """A pretend DingTalk, our adapter, and the core."""

    def __init__(self, side: DingTalkSide, crew: Crew) -> None:
        self.side = side
        self.crew = crew
        self.stage = DingTalkStage(side)

    async def say(self, who: str, text: str) -> None:
        """Somebody says something in the group, and everything follows from it."""
        await self.stage.say(who, GROUP, f"@店小二 {text}", None)
        await self.settle()

    async def settle(self) -> None:
        """Everything pushed was worked on."""
        await self.side.outbox.idle()
        await self.crew.pulse.settle()

    async def waits(self, time: timedelta) -> None:
        """Lets time pass, from one thing that is due to the next."""
        end = self.side.clock.now() + time
        while (due := await self.crew.pulse.next_due()) and due <= end:
            self.side.clock.set(max(due, self.side.clock.now()))
            await self.settle()
        self.side.clock.set(end)
        await self.settle()

    def todos(self, who: str) -> list[Todo]:
        """What stands in somebody's list."""
        union = self.side.organization.people[who].union_id
        every = self.side.organization.todos.values()
        return [one for one in every if union in one.executors and not one.deleted]

    async def person(self, db: UnitOfWork, who: str) -> Person:
        """Somebody as the core knows them."""
        ref = UserRef("dingtalk", CORP, who)
        return (await db.people.known([ref]))[ref]


def _lists(api: DingTalkApi) -> Besides:
    leaves, todos = DingTalkLeaves(api, CHINA), DingTalkTodos(api)
    return Besides(leaves={"dingtalk": leaves}, todos={"dingtalk": todos})


@pytest.fixture
async def shop() -> AsyncIterator[Shop]:
    """Everything connected, everybody met."""
    clock = MovableClock(MONDAY, monotonic=lambda: 0.0)
    simulator = Simulator(dingtalk_app=PATIENT, clock=clock)
    await simulator.start()
    side = simulator.dingtalk
    urls = {"api_url": side.api_url, "oapi_url": side.oapi_url}
    keys = side.app.client_id, side.app.client_secret
    async with open_api(*keys, **urls) as api, fresh_store("sqlite") as store:
        chat = DingTalkChat(api, CORP, clock, trusted=[*map(origin_of, urls.values())])
        crew = assemble(
            store=store,
            clock=clock,
            chat=chat,
            directory=chat,
            calendar=WorkCalendar(),
            run_jobs=lambda handlers: JobRunner(store, handlers, clock),
            besides=_lists(api),
        )
        app = DingTalkApp(
            api=api,
            receive=crew.dispatcher,
            clock=clock,
            directory=chat,
            corp=CORP,
        )
        await app.start()
        await side.hub.connected()
        await meet_everyone(crew.world, "dingtalk", CORP)
        async with store() as db:
            await db.mirrors.switch("dingtalk", CORP, on=True)
            await db.commit()
        shop = Shop(side, crew)
        await shop.settle()
        yield shop
        await app.stop()
        await crew.dispatcher.idle()
    await simulator.stop()


async def test_leave_that_is_granted_makes_somebody_away(shop: Shop) -> None:
    """A request alone does not. It is known a quarter of an hour later."""
    start = datetime(2026, 3, 3, tzinfo=CHINA)
    leave = Leave(LI, start, start + timedelta(days=2))
    shop.side.happenings.goes_on_leave(leave, "start")
    shop.side.happenings.goes_on_leave(leave)
    await shop.settle()
    await shop.waits(timedelta(minutes=20))
    async with shop.crew.world.store.reading() as db:
        person = await shop.person(db, LI)
        (absence,) = await db.absences.of(person.id, MONDAY.date())
    assert (absence.first.day, absence.last.day) == (3, 4)


async def test_a_task_ticked_off_in_the_list_is_done(shop: Shop) -> None:
    """It is shown there once, with what it is called."""
    await shop.say("赵磊", "任务 新增 检查包装")
    (todo,) = shop.todos(ZHAO)
    assert todo.subject == "T-1 检查包装"
    assert await shop.stage.press(ZHAO, Press(f"todo:{todo.id}")) == {"ok": True}
    await shop.waits(timedelta(minutes=31))
    async with shop.crew.world.store() as db:
        task = await db.tasks.numbered(1)
    assert task
    assert task.state == "done"


async def test_a_task_done_in_the_chat_is_ticked_off_in_the_list(shop: Shop) -> None:
    """And one that will not be done is gone from it."""
    await shop.say("赵磊", "任务 新增 检查包装")
    await shop.say("赵磊", "任务 新增 拍照")
    await shop.say("赵磊", "完成 1")
    await shop.say("赵磊", "任务 取消 2 不需要了")
    assert [(one.subject, one.done) for one in shop.todos(ZHAO)] == [
        ("T-1 检查包装", True)
    ]


async def test_a_group_has_the_people_and_the_name_it_has(shop: Shop) -> None:
    """Nobody has to say anything for that."""
    await shop.say("赵磊", "今天")
    place = shop.side.organization.places[GROUP]
    shop.side.happenings.renames(LI, place, "仓库二组")
    if WANG in place.members:
        shop.side.happenings.is_removed(WANG, place)
        await shop.settle()
    shop.side.happenings.joins_group(WANG, place)
    shop.side.happenings.quits_group(ZHAO, place)
    await shop.settle()
    ref = PlaceRef("dingtalk", CORP, GROUP)
    async with shop.crew.world.store.reading() as db:
        known = await db.people.place(ref)
        assert known
        assert known.name == "仓库二组"
        inside = await db.people.seen_in(ref)
        assert (await shop.person(db, WANG)).id in inside
        assert (await shop.person(db, ZHAO)).id not in inside
