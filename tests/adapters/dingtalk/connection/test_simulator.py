"""The connection against the simulator, which knows the wire and nothing of ours."""

from collections.abc import AsyncIterator, Callable
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from adapters.dingtalk.api import DingTalkApi, open_api
from adapters.dingtalk.app import DingTalkApp, Installation
from adapters.dingtalk.directory import DingTalkDirectory
from adapters.dingtalk.doctor import checks
from adapters.dingtalk.leave import DingTalkLeaves
from adapters.dingtalk.todo import DingTalkTodos
from adapters.simulator.dingtalk.app import EVENT_AES_KEY, EVENT_TOKEN, TEMPLATE_ID
from adapters.simulator.dingtalk.app import DingTalkApp as Console
from adapters.simulator.dingtalk.company import CHEN, LI, TEAWARE_HANGZHOU, ZHAO
from adapters.simulator.dingtalk.records import Leave as TheirLeave
from adapters.simulator.dingtalk.side import DingTalkSide
from adapters.simulator.dingtalk.stage import DingTalkStage
from adapters.simulator.dingtalk.troubles import trouble
from adapters.simulator.simulator import Simulator
from bot.clock import SystemClock
from bot.events import Commanded, ProfileChanged
from bot.model.finding import Level
from bot.model.people import Profile
from bot.model.refs import UserRef
from bot.ports.leave import Leave
from bot.ports.todo import Todo
from tests.adapters.desk import Desk

CORP = TEAWARE_HANGZHOU.corp_id
GROUP = "cidTEAWARE3=="
CHINA = ZoneInfo("Asia/Shanghai")


def user(id: str) -> UserRef:
    """An account of the company."""
    return UserRef("dingtalk", CORP, id)


@pytest.fixture
async def simulator() -> AsyncIterator[Simulator]:
    """The tea-ware shop's Hangzhou half."""
    running = Simulator(dingtalk_app=Console(limits=False))
    await running.start()
    yield running
    await running.stop()


@pytest.fixture
def side(simulator: Simulator) -> DingTalkSide:
    """Its DingTalk."""
    return simulator.dingtalk


@pytest.fixture
async def api(side: DingTalkSide) -> AsyncIterator[DingTalkApi]:
    """Our client of both APIs."""
    keys = (side.app.client_id, side.app.client_secret)
    async with open_api(*keys, api_url=side.api_url, oapi_url=side.oapi_url) as api:
        yield api


@pytest.fixture
async def app(
    api: DingTalkApi, side: DingTalkSide, desk: Desk
) -> AsyncIterator[DingTalkApp]:
    """The adapter, connected by Stream."""
    app = DingTalkApp(
        api=api,
        receive=desk,
        clock=side.clock,
        directory=DingTalkDirectory(api, CORP),
        corp=CORP,
    )
    await app.start()
    await side.hub.connected()
    yield app
    await app.stop()


async def says(side: DingTalkSide, text: str) -> None:
    """李伟 says something to the bot in a group, and it is delivered."""
    await DingTalkStage(side).say("李伟", GROUP, f"@店小二 {text}", None)
    await side.outbox.idle()


async def until(side: DingTalkSide, true: Callable[[], bool]) -> None:
    """Waits for the connections of the hub to be so."""
    while not true():
        await side.hub.changes.beyond(side.hub.changes.number)


async def test_the_start_says_where_we_are(app: DingTalkApp) -> None:
    """The company and its name."""
    assert app.installation == Installation(CORP, "茶器之家")
    assert await app.connected()


async def test_everybody_is_found(api: DingTalkApi) -> None:
    """With departments and managers, as one by one."""
    directory = DingTalkDirectory(api, CORP)
    found = {one.ref.id: one for one in await directory.everyone("dingtalk", CORP)}
    assert len(found) == 6
    assert found[ZHAO] == Profile(
        ref=user(ZHAO),
        name="赵磊",
        email="zhaolei@teaware.example",
        zone="Asia/Shanghai",
        language="zh",
        usual=True,
        staff_id="HZ101ZH",
        departments=("仓储部",),
        manager=user(LI),
    )
    assert found[CHEN].admin
    assert await DingTalkDirectory(api, CORP).profile(user(ZHAO)) == found[ZHAO]


async def test_part_of_the_company_is_found(
    api: DingTalkApi, side: DingTalkSide
) -> None:
    """Who is outside the app's range is not."""
    await trouble(side, {"kind": "hide_person", "userid": CHEN})
    found = await DingTalkDirectory(api, CORP).everyone("dingtalk", CORP)
    assert CHEN not in {one.ref.id for one in found}
    assert len(found) == 5


async def test_a_moved_line_loses_nothing(
    app: DingTalkApp, side: DingTalkSide, desk: Desk
) -> None:
    """What is said before and after comes in once."""
    await says(side, "任务 查看")
    await trouble(side, {"kind": "disconnect"})
    await until(side, lambda: bool(side.hub._ready()))
    await says(side, "今天")
    events = [await desk.next(Commanded, n) for n in (1, 2)]
    assert [event.text for event in events] == ["任务 查看", "今天"]
    assert not [ack for ack in side.hub.acks if ack.wrong]


async def test_a_cut_line_comes_back(
    app: DingTalkApp, side: DingTalkSide, desk: Desk
) -> None:
    """By itself."""
    await trouble(side, {"kind": "disconnect", "abort": True})
    assert not side.hub.connections
    await side.hub.connected()
    await says(side, "今天")
    assert (await desk.next(Commanded)).text == "今天"


@pytest.mark.parametrize("fault", ["duplicate_next", "drop_ack"])
async def test_what_comes_again_has_the_same_id(
    app: DingTalkApp, side: DingTalkSide, desk: Desk, fault: str
) -> None:
    """So the core takes it once."""
    await trouble(side, {"kind": fault})
    await says(side, "今天")
    if fault == "drop_ack":
        await desk.next(Commanded)
        await trouble(side, {"kind": "redeliver"})
    first, second = await desk.next(Commanded), await desk.next(Commanded, 2)
    assert first.id == second.id


async def test_an_ended_token_is_renewed(api: DingTalkApi, side: DingTalkSide) -> None:
    """On both APIs, unnoticed."""
    directory = DingTalkDirectory(api, CORP)
    await directory.profile(user(LI))
    await trouble(side, {"kind": "expire_token"})
    assert (await directory.profile(user(LI))).name == "李伟"
    await trouble(side, {"kind": "expire_token"})
    path = f"/v1.0/todo/users/{TEAWARE_HANGZHOU.people[0].union_id}/org/tasks/query"
    assert await api.new("POST", path, {"nextToken": "0", "isDone": False})


async def test_leave_is_seen(api: DingTalkApi, side: DingTalkSide) -> None:
    """Whole days and hours, in the company's zone."""
    now = side.clock.now().astimezone(CHINA)
    day = now.replace(hour=0, minute=0, second=0, microsecond=0)
    tomorrow = day + timedelta(days=1)
    side.organization.leaves += [
        TheirLeave(LI, day, tomorrow),
        TheirLeave(ZHAO, day, day + timedelta(hours=2), "percent_hour", 200),
    ]
    leaves = DingTalkLeaves(api, CHINA)
    found = await leaves.between([user(LI), user(ZHAO), user(CHEN)], day, tomorrow)
    assert found == [
        Leave(user(LI), day, tomorrow),
        Leave(user(ZHAO), day, day + timedelta(hours=2)),
    ]


async def test_a_task_is_mirrored(api: DingTalkApi, side: DingTalkSide) -> None:
    """Shown once, changed, ticked off by us or by them, taken away."""
    todos = DingTalkTodos(api)
    todo = Todo(
        key="task:12",
        subject="检查包装",
        creator=user(LI),
        who=[user(ZHAO)],
        url="https://crew.example/t/12",
    )
    ref = await todos.add(todo)
    assert ref
    assert await todos.add(todo) == ref
    assert await todos.ticked(user(ZHAO), [ref.id]) == {ref.id: False}
    assert await todos.finish(ref)
    assert await todos.ticked(user(ZHAO), [ref.id]) == {ref.id: True}
    await todos.remove(ref)
    await todos.remove(ref)
    assert await todos.ticked(user(ZHAO), [ref.id]) == {}
    assert not await todos.change(ref, todo)


async def test_the_doctor_finds_all_well(api: DingTalkApi, side: DingTalkSide) -> None:
    """And what is not."""
    found = await checks(api, SystemClock(), corp=CORP, card_template=TEMPLATE_ID)
    assert {finding.level for finding in found} == {Level.OK}
    denied = "/v1.0/robot/oToMessages/readStatus"
    await trouble(side, {"kind": "permission", "path": denied})
    found = await checks(api, SystemClock(), corp=CORP, card_template="other.schema")
    keys = [one.key for one in found if one.level is Level.FAIL]
    assert sorted(keys) == ["doctor-dingtalk-lacks-robot", "doctor-dingtalk-template"]


async def test_http_mode_from_the_console_to_the_core(
    api: DingTalkApi, side: DingTalkSide, desk: Desk
) -> None:
    """The addresses are checked, messages and events come in."""
    app = DingTalkApp(
        api=api,
        receive=desk,
        clock=side.clock,
        directory=DingTalkDirectory(api, CORP),
        mode="http",
        corp=CORP,
        event_token=EVENT_TOKEN,
        event_aes_key=EVENT_AES_KEY,
    )
    site = web.Application()
    site.router.add_post("/dingtalk/messages", app.handle_message)
    site.router.add_post("/dingtalk/events", app.handle_event)
    async with TestServer(site) as server:
        doors = [str(server.make_url(f"/dingtalk/{x}")) for x in ("messages", "events")]
        side.deliver_to(doors[0], doors[1])
        assert await side.check_event_url()
        await app.start()
        await says(side, "今天")
        assert (await desk.next(Commanded)).text == "今天"
        side.happenings.person_leaves(ZHAO)
        assert (await desk.next(ProfileChanged)).profile.ref == user(ZHAO)
        await app.stop()
