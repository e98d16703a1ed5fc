"""The adapter as a whole, in Stream mode: from a frame to an event and back."""

import asyncio
import json
import logging
from collections.abc import AsyncIterator

import pytest

from adapters.dingtalk.api import DingTalkApi
from adapters.dingtalk.app import DingTalkApp, Installation
from adapters.dingtalk.directory import DingTalkDirectory
from adapters.dingtalk.stream import GATEWAY
from bot.errors import ConfigError
from bot.events import Commanded, Filled, Left, Pressed, ProfileChanged, Said
from bot.model.people import Profile
from bot.model.refs import PlaceRef, UserRef
from tests.adapters.desk import Desk
from tests.adapters.dingtalk import bodies
from tests.adapters.dingtalk.connection.conftest import CORP
from tests.adapters.dingtalk.connection.people import DEPARTMENT, LI, USER, ok
from tests.adapters.dingtalk.connection.pretend import CLIENT, Pretend, Says
from tests.fakes.clock import FakeClock

MESSAGES = "/v1.0/im/bot/messages/get"
CARDS = "/v1.0/card/instances/callback"
KEYS = "/v1.0/oauth2/accessToken"
TEA = ok({"dept_id": 1, "name": "茶器之家"})
FIELDS = [
    {"name": "title", "label": "标题", "type": "TEXT", "required": True},
    {"name": "shopcrew", "type": "TEXT", "hidden": True, "defaultValue": ""},
]
SENT = {"title": "查价格", "shopcrew": json.dumps({"form": "task.new", "state": "s"})}
FORM = bodies.pressed("t1", {"form": SENT, "current_form": {"fields": FIELDS}})


@pytest.fixture
async def app(
    dingtalk: Pretend,
    api: DingTalkApi,
    directory: DingTalkDirectory,
    desk: Desk,
    clock: FakeClock,
) -> AsyncIterator[DingTalkApp]:
    """Connected, in a company of that name."""
    dingtalk.says(DEPARTMENT, TEA)
    app = DingTalkApp(
        api=api, receive=desk, clock=clock, directory=directory, corp=CORP
    )
    await app.start()
    await dingtalk.connections(1)
    yield app
    await app.stop()


async def test_the_start_says_where_we_are(app: DingTalkApp) -> None:
    """The company's name stands at the root of its departments."""
    assert app.installation == Installation("ding1", "茶器之家")
    assert await app.connected()
    await app.stop()
    assert not await app.connected()


async def test_a_company_without_a_name_is_called_by_its_id(
    dingtalk: Pretend,
    api: DingTalkApi,
    directory: DingTalkDirectory,
    desk: Desk,
    clock: FakeClock,
) -> None:
    """Or by the app's, and then whoever reaches us is ours. Who prepares comes before
    any event.
    """
    dingtalk.says(DEPARTMENT, {"errcode": 60011, "errmsg": "no permission"})
    app = DingTalkApp(api=api, receive=desk, clock=clock, directory=directory)

    async def prepare(found: Installation) -> None:
        assert found == Installation(CLIENT, CLIENT)
        assert not dingtalk.calls(GATEWAY)

    await app.start(prepare)
    await dingtalk.connections(1)
    await dingtalk.sends("CALLBACK", MESSAGES, bodies.alone("任务"))
    event = await desk.next(Said)
    assert event.who == UserRef("dingtalk", CLIENT, "manager4521")
    await app.stop()


async def test_a_message_to_the_bot_comes_in(
    app: DingTalkApp, dingtalk: Pretend, desk: Desk
) -> None:
    """In a group, and alone with it."""
    await dingtalk.sends("CALLBACK", MESSAGES, bodies.said())
    assert (await dingtalk.ack())["data"] == {"response": None}
    called = await desk.next(Commanded)
    assert (called.text, called.id) == ("任务 新增 查价格", "msg1==")
    assert called.where == PlaceRef("dingtalk", "ding1", bodies.GROUP)
    await dingtalk.sends("CALLBACK", MESSAGES, bodies.alone("今天", msgId="m2"))
    said = await desk.next(Said)
    assert said.where == PlaceRef("dingtalk", "ding1", "@manager4521")


async def test_a_message_for_nobody_is_taken_all_the_same(
    app: DingTalkApp,
    dingtalk: Pretend,
    desk: Desk,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Or it would come again for ever. Why is logged, what it said is not."""
    caplog.set_level(logging.INFO)
    await dingtalk.sends("CALLBACK", MESSAGES, bodies.said("秘密", senderStaffId=""))
    assert (await dingtalk.ack())["code"] == 200
    (told,) = [r for r in caplog.records if r.message == "message not for us"]
    assert "no staff id" in told.__dict__["why"]
    assert "秘密" not in "".join(str(r.__dict__) for r in caplog.records)
    assert desk.events == []


async def test_another_company_is_not_listened_to(
    app: DingTalkApp,
    dingtalk: Pretend,
    desk: Desk,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Whatever it sends."""
    other = "ding2"
    card = bodies.pressed("t1", {"action": "task.done|12"}, corpId=other)
    await dingtalk.sends("CALLBACK", MESSAGES, bodies.said(chatbotCorpId=other))
    await dingtalk.sends("CALLBACK", CARDS, card)
    gone = {"userId": ["manager4521"]}
    head = {"eventType": "user_leave_org", "eventCorpId": other, "eventId": "e"}
    await dingtalk.sends("EVENT", "*", gone, **head)
    for _ in range(3):
        assert (await dingtalk.ack())["code"] == 200
    assert caplog.messages.count("wrong company") == 3
    assert desk.events == []


async def test_a_used_up_month_is_told(
    app: DingTalkApp,
    dingtalk: Pretend,
    desk: Desk,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """What comes then is empty: it is taken, and the owner told in the log."""
    for code in (20001, "20001"):
        empty = {"errorCode": code, "errorMessage": "quota", "msgId": "m"}
        await dingtalk.sends("CALLBACK", MESSAGES, empty)
        assert (await dingtalk.ack())["code"] == 200
    assert caplog.messages.count("quota of pushes used up") == 2
    assert desk.events == []


async def test_a_press_comes_in(
    app: DingTalkApp, dingtalk: Pretend, desk: Desk
) -> None:
    """The card stays as it is until the core has worked on it."""
    card = bodies.pressed("t1", {"action": "task.done|12"}, ids=("task.done|12",))
    id = await dingtalk.sends("CALLBACK", CARDS, card)
    assert (await dingtalk.ack())["data"] == {"response": {}}
    event = await desk.next(Pressed)
    assert (event.action, event.value, event.id) == ("task.done", "12", id)


async def test_a_form_is_answered_on_its_card(
    app: DingTalkApp, dingtalk: Pretend, desk: Desk
) -> None:
    """With what was wrong and what was typed; taken, it closes."""
    desk.errors = {"title": "请换一个标题。"}
    await dingtalk.sends("CALLBACK", CARDS, FORM)
    shown = (await dingtalk.ack())["data"]["response"]["userPrivateData"]
    assert shown["cardParamMap"]["form_status"] == "normal"
    assert "请换一个标题。" in shown["cardParamMap"]["notice"]
    assert "查价格" in shown["cardParamMap"]["form"]
    desk.errors = {}
    await dingtalk.sends("CALLBACK", CARDS, FORM)
    shown = (await dingtalk.ack())["data"]["response"]["userPrivateData"]
    assert shown["cardParamMap"]["form_status"] == "disabled"
    filled = await desk.next(Filled, 2)
    assert (filled.form, filled.state) == ("task.new", "s")
    assert filled.values["title"] == "查价格"


async def test_a_form_is_answered_in_time(
    app: DingTalkApp,
    dingtalk: Pretend,
    desk: Desk,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """DingTalk waits two seconds; what takes longer closes and goes on."""
    monkeypatch.setattr("adapters.dingtalk.door.PATIENCE", 0.05)
    desk.gate.clear()
    await dingtalk.sends("CALLBACK", CARDS, FORM)
    shown = (await dingtalk.ack())["data"]["response"]["userPrivateData"]
    assert shown["cardParamMap"]["form_status"] == "disabled"


async def test_a_form_that_cannot_be_kept_is_not_answered(
    app: DingTalkApp, dingtalk: Pretend, desk: Desk
) -> None:
    """The client tells the person, who still has what was typed."""
    desk.broken = True
    press = bodies.pressed("t1", {"action": "task.done|12"})
    await dingtalk.sends("CALLBACK", CARDS, press)
    await dingtalk.sends("SYSTEM", "ping", {"opaque": "1"})
    assert (await dingtalk.ack())["data"] == {"opaque": "1"}


async def test_people_who_change_are_asked_for(
    app: DingTalkApp, dingtalk: Pretend, desk: Desk
) -> None:
    """The event has ids only. It is taken first: asking may take its time."""
    dingtalk.says(USER, ok(LI | {"dept_id_list": [1]}))
    dingtalk.gate.clear()
    head = {"eventType": "user_modify_org", "eventCorpId": "ding1", "eventId": "e7"}
    changed = {"timeStamp": "1685501863357", "userId": ["manager4521"]}
    await dingtalk.sends("EVENT", "*", changed, **head)
    assert (await dingtalk.ack())["data"]["status"] == "SUCCESS"
    dingtalk.gate.set()
    event = await desk.next(ProfileChanged)
    assert (event.id, event.profile.name) == ("e7:manager4521", "李伟")


async def test_people_who_left_are_inactive(
    app: DingTalkApp, dingtalk: Pretend, desk: Desk
) -> None:
    """Nobody is asked: there is nobody to tell."""
    head = {"eventType": "user_leave_org", "eventCorpId": "ding1", "eventId": "e8"}
    gone = {"timeStamp": "1685501863357", "userId": ["a", "b"]}
    await dingtalk.sends("EVENT", "*", gone, **head)
    await dingtalk.ack()
    ids = [(await desk.next(ProfileChanged, n)).profile for n in (1, 2)]
    assert ids == [
        Profile(UserRef("dingtalk", "ding1", id), "", active=False) for id in "ab"
    ]


async def test_somebody_unknown_does_not_stop_the_others(
    app: DingTalkApp, dingtalk: Pretend, desk: Desk
) -> None:
    """Out of sight, or gone again already."""
    dingtalk.says(USER, {"errcode": 60121}, ok(LI | {"dept_id_list": [1]}))
    head = {"eventType": "user_add_org", "eventCorpId": "ding1", "eventId": "e9"}
    await dingtalk.sends("EVENT", "*", {"userId": ["x", "manager4521"]}, **head)
    assert (await desk.next(ProfileChanged)).profile.name == "李伟"


async def test_a_group_that_ends_is_left(
    app: DingTalkApp, dingtalk: Pretend, desk: Desk
) -> None:
    """Other events are taken without effect, unknown callbacks are refused."""
    head = {"eventType": "chat_disband", "eventCorpId": "ding1", "eventId": "e1"}
    chat = {"timeStamp": 1608027106990, "openConversationId": "cid1", "operator": "u"}
    await dingtalk.sends("EVENT", "*", chat, **head)
    assert (await desk.next(Left)).where == PlaceRef("dingtalk", "ding1", "cid1")
    await dingtalk.ack()
    await dingtalk.sends("EVENT", "*", chat, eventType="chat_update_owner")
    assert (await dingtalk.ack())["data"]["status"] == "SUCCESS"
    await dingtalk.sends("CALLBACK", "/v1.0/graph/api/invoke", {})
    assert (await dingtalk.ack())["code"] == 404
    assert len(desk.events) == 1


async def test_what_comes_in_is_counted(
    app: DingTalkApp, dingtalk: Pretend, metered: list[str]
) -> None:
    """Every push but those about people, which are free."""
    press = bodies.pressed("t1", {"action": "task.done|12"})
    await dingtalk.sends("CALLBACK", MESSAGES, bodies.said())
    await dingtalk.sends("CALLBACK", CARDS, press)
    await dingtalk.sends("EVENT", "*", {}, eventType="chat_quit")
    await dingtalk.sends("EVENT", "*", {"userId": ["a"]}, eventType="user_leave_org")
    await dingtalk.sends("EVENT", "*", {}, eventType="org_dept_create")
    for _ in range(5):
        await dingtalk.ack()
    assert metered == ["pushes"] * 3


async def test_wrong_keys_stop_the_start(
    dingtalk: Pretend,
    api: DingTalkApi,
    directory: DingTalkDirectory,
    desk: Desk,
    clock: FakeClock,
) -> None:
    """Before anything else is done; an outage does not."""
    refused = Says({"code": "invalidClientIdOrSecret", "message": "无效"}, 400)
    dingtalk.says(KEYS, Says({}, 503), refused)
    app = DingTalkApp(api=api, receive=desk, clock=clock, directory=directory)
    with pytest.raises(ConfigError, match="config-dingtalk-refused"):
        await app.start()
    assert not await app.connected()
    await app.stop()


async def test_a_wrong_key_for_events_stops_the_start(
    api: DingTalkApi, directory: DingTalkDirectory, desk: Desk, clock: FakeClock
) -> None:
    """It has 43 letters and digits."""
    with pytest.raises(ConfigError, match="config-dingtalk-aes-key"):
        DingTalkApp(
            api=api,
            receive=desk,
            clock=clock,
            directory=directory,
            mode="http",
            event_token=CLIENT,
            event_aes_key="short",
        )


async def test_the_end_waits_for_what_is_asked(
    app: DingTalkApp, dingtalk: Pretend, desk: Desk
) -> None:
    """People who are being looked at are handed over."""
    dingtalk.says(USER, ok(LI | {"dept_id_list": [1]}))
    dingtalk.gate.clear()
    head = {"eventType": "user_add_org", "eventId": "e2"}
    await dingtalk.sends("EVENT", "*", {"userId": ["manager4521"]}, **head)
    await dingtalk.ack()
    stopping = asyncio.create_task(app.stop())
    await asyncio.sleep(0)
    dingtalk.gate.set()
    await stopping
    assert [type(event) for event in desk.events] == [ProfileChanged]
