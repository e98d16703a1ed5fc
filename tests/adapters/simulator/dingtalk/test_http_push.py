"""HTTP mode: what DingTalk posts, how it signs, when it posts again (facts §2)."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import AsyncIterator

import pytest
from aiohttp import web

from adapters.simulator.dingtalk.company import LI
from adapters.simulator.dingtalk.side import DingTalkSide
from adapters.simulator.dingtalk.stage import DingTalkStage
from adapters.simulator.side import Press
from adapters.simulator.simulator import Simulator
from tests.adapters.simulator.dingtalk.callbacks import Callbacks
from tests.adapters.simulator.dingtalk.stranger import Stranger
from tests.adapters.simulator.dingtalk.test_cards import DELIVER, card


@pytest.fixture
async def server(ding: DingTalkSide) -> AsyncIterator[Callbacks]:
    """The app's callback server, entered in the console."""
    callbacks = Callbacks(ding)
    app = web.Application()
    app.router.add_post("/{any}", callbacks.handle)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    callbacks.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    ding.deliver_to(f"{callbacks.url}/messages", f"{callbacks.url}/events")
    yield callbacks
    await runner.cleanup()


def mac(key: str, text: str) -> str:
    """HMAC-SHA256 in base64."""
    digest = hmac.new(key.encode(), text.encode(), hashlib.sha256).digest()
    return base64.b64encode(digest).decode()


async def test_a_message_is_posted_in_the_clear_and_signed_by_time(
    server: Callbacks, stage: DingTalkStage, ding: DingTalkSide
) -> None:
    """The answer may be a reply; `empty` says nothing."""
    reply = {"msgtype": "text", "text": {"content": "你好"}}
    server.answers += [reply, {"msgtype": "empty"}, {"msgtype": "magic"}]
    for words in "帮助", "再见", "喂":
        await stage.say("李伟", "dm", words, None)
        request, body = await server.next()
        await ding.outbox.idle()
        secret, timestamp = ding.app.client_secret, request.headers["timestamp"]
        assert request.headers["sign"] == mac(secret, f"{timestamp}\n{secret}")
        assert body["text"] == {"content": words}
    texts = [one["text"] for one in stage.messages(LI, "dm", None)]
    assert texts == ["帮助", "你好", "再见", "喂"]


async def test_a_failed_post_comes_again_twice(
    server: Callbacks, stage: DingTalkStage, ding: DingTalkSide, simulator: Simulator
) -> None:
    """After ten seconds and after thirty more."""
    server.status = 500
    await stage.say("李伟", "dm", "帮助", None)
    ids = [(await server.next())[1]["msgId"]]
    for pause in 11, 31, 300:
        await simulator.idle()
        await simulator.advance(pause)
        if pause < 300:
            ids.append((await server.next())[1]["msgId"])
    assert len(set(ids)) == 1
    assert server.posts.empty()


async def test_an_event_is_encrypted_and_wants_success(
    server: Callbacks, ding: DingTalkSide, simulator: Simulator
) -> None:
    """Its fields stand flat beside its type; anything but `success` is a failure."""
    server.answers.append({"msg": "success"})
    server.says("success")
    ding.happenings.person_changes(LI, title="仓储经理")
    first = await server.event()
    assert (first["EventType"], first["CorpId"]) == (
        "user_modify_org",
        "dingteaware00000001",
    )
    assert first["userId"] == [LI]
    await ding.outbox.idle()
    await simulator.advance(11)
    assert await server.event() == first
    await ding.outbox.idle()
    await simulator.advance(60)
    assert server.posts.empty()


async def test_an_event_that_nobody_took_can_be_fetched(
    server: Callbacks, ding: DingTalkSide, simulator: Simulator, stranger: Stranger
) -> None:
    """After the last try; fetching it removes it."""
    server.status = 500
    ding.happenings.person_changes(LI, title="仓储经理")
    for pause in 11, 31:
        await server.next()
        await simulator.idle()
        await simulator.advance(pause)
    await server.next()
    await stranger.until(lambda: ding.outbox.failed)
    token = await stranger.login()
    path = "call_back/get_call_back_failed_result"
    url = f"{ding.oapi_url}/{path}?access_token={token}"
    async with stranger.session.get(url) as answer:
        (failed,) = (await answer.json())["failed_list"]
    assert failed["call_back_tag"] == "user_modify_org"
    assert failed["user_modify_org"]["userid"] == [LI]
    async with stranger.session.get(url) as answer:
        assert (await answer.json())["failed_list"] == []


async def test_saving_the_address_checks_it(
    server: Callbacks, ding: DingTalkSide
) -> None:
    """`check_url` has to be answered with the encrypted word."""
    server.says("success")
    assert await ding.check_event_url()
    assert await server.event() == {"EventType": "check_url"}
    server.says("sure")
    server.answers.append({})
    assert [await ding.check_event_url() for _ in range(2)] == [True, False]


async def test_a_card_calls_its_registered_address(
    server: Callbacks, stranger: Stranger, stage: DingTalkStage
) -> None:
    """Signed with the secret of the registration, answered without a wrapper."""
    path = "/v1.0/card/callbacks/register"
    route = {"callbackRouteKey": "crew", "callbackUrl": f"{server.url}/cards"}
    buttons = json.dumps([{"id": "done", "text": "完成"}])
    data = {"cardData": {"cardParamMap": {"buttons": buttons}}}
    way = {"callbackType": "HTTP", "callbackRouteKey": "crew"}
    await stranger.new("POST", DELIVER, **card(**data, **way))
    (shown,) = stage.messages(LI, "仓库", None)
    assert (await stage.press(LI, Press("完成", shown["ts"])))["ok"] is False
    await stranger.new("POST", path, **route, apiSecret="s3cret")
    assert "Exist" in await stranger.refused("POST", path, **route)
    server.answers.append({"cardData": {"cardParamMap": {"title": "已完成"}}})
    assert await stage.press(LI, Press("完成", shown["ts"])) == {"ok": True}
    request, body = await server.next()
    timestamp = request.headers["x-ddpaas-signature-timestamp"]
    assert request.headers["x-ddpaas-signature"] == mac("s3cret", timestamp)
    assert (body["outTrackId"], body["userId"]) == ("task-12", LI)
    (shown,) = stage.messages(LI, "仓库", None)
    assert shown["card"]["params"] == {"title": "已完成"}


async def test_nothing_leaves_this_machine(
    stranger: Stranger, ding: DingTalkSide
) -> None:
    """A callback address elsewhere is refused."""
    with pytest.raises(ValueError, match="only to this machine"):
        ding.deliver_to("https://shop.example/messages", None)
    path = "/v1.0/card/callbacks/register"
    route = {"callbackRouteKey": "crew", "callbackUrl": "https://shop.example/cards"}
    assert await stranger.refused("POST", path, **route) == "param.invalid"
