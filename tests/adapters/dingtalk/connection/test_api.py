"""Calls of both APIs: with a token, in their turn, again where that is safe."""

import asyncio
import json
import logging

import aiohttp
import pytest

from adapters.dingtalk import api as api_module
from adapters.dingtalk.api import DingTalkApi, open_api
from bot.errors import HandleExpired, RateLimited, Rejected, Unreachable
from tests.adapters.dingtalk.connection.pretend import (
    CLIENT,
    SECRET,
    Pretend,
    Says,
)
from tests.adapters.dingtalk.connection.time import Swift

KEYS = "/v1.0/oauth2/accessToken"
CARD = "/v1.0/card/instances"
NEW_CARD = "/v1.0/card/instances/createAndDeliver"
GROUP = "/v1.0/robot/groupMessages/send"
BATCH = "/v1.0/robot/oToMessages/batchSend"
USER = "/topapi/v2/user/get"
LEAVE = "/topapi/attendance/getleavestatus"
HEADER = "x-acs-dingtalk-access-token"
OK = {"errcode": 0, "errmsg": "ok", "result": {"name": "李伟"}}
QPS = {"code": "Forbidden.AccessDenied.QpsLimitForAppkeyAndApi", "message": "慢"}
STALE = {"code": "InvalidAuthentication", "message": "不合法的access_token"}


async def test_one_token_serves_both_apis(dingtalk: Pretend, api: DingTalkApi) -> None:
    """In a header of the new one, in the query of the old one."""
    dingtalk.says(CARD, {"success": True})
    dingtalk.says(USER, OK)
    assert await api.new("PUT", CARD, {"a": 1}, params={"b": "c d"}) == {
        "success": True
    }
    assert await api.old("topapi/v2/user/get", {"userid": "u1"}) == OK
    (new,), (old,) = dingtalk.calls(CARD), dingtalk.calls(USER)
    assert (new.method, dict(new.query)) == ("PUT", {"b": "c d"})
    assert dict(old.query) == {"access_token": new.headers[HEADER]}
    (asked,) = dingtalk.calls(KEYS)
    assert asked.body == {"appKey": CLIENT, "appSecret": SECRET}


async def test_many_at_once_ask_for_one_token(
    dingtalk: Pretend, api: DingTalkApi
) -> None:
    """The call for it is limited; one who leaves does not spoil it for the rest."""
    dingtalk.says(USER, OK)
    dingtalk.gate.clear()
    calls = [asyncio.create_task(api.old(USER, {"userid": "u"})) for _ in range(10)]
    await dingtalk.call()
    calls[0].cancel()
    await asyncio.wait({calls[0]})
    dingtalk.gate.set()
    assert await asyncio.gather(*calls[1:]) == [OK] * 9
    assert len(dingtalk.calls(KEYS)) == 1


async def test_a_token_is_renewed_before_it_ends(
    dingtalk: Pretend, api: DingTalkApi, swift: Swift
) -> None:
    """Two hundred seconds are left for calls that are under way."""
    dingtalk.says(USER, OK)
    await api.old(USER, {})
    swift.at += 6990
    await api.old(USER, {})
    assert len(dingtalk.calls(KEYS)) == 1
    swift.at += 20
    await api.old(USER, {})
    assert len(dingtalk.calls(KEYS)) == 2


@pytest.mark.parametrize(
    "refusal",
    [
        Says(STALE, 400),
        Says({"errcode": 40014, "errmsg": "不合法的access_token"}),
        Says({"errcode": "42001", "errmsg": "access_token超时"}),
        Says({"errcode": 33001, "errmsg": ""}),
        Says({"errcode": 40001, "errmsg": ""}),
        Says({"errcode": 88, "sub_code": "40014", "sub_msg": "不合法的access_token"}),
    ],
)
async def test_a_refused_token_is_renewed_once(
    dingtalk: Pretend, api: DingTalkApi, refusal: Says
) -> None:
    """Somebody else may have ended it. If the new one is refused too, so it is."""
    dingtalk.says(USER, refusal, OK)
    assert await api.old(USER, {}) == OK
    assert len(dingtalk.calls(KEYS)) == 2
    dingtalk.says(USER, refusal)
    with pytest.raises(Rejected):
        await api.old(USER, {})
    assert len(dingtalk.calls(KEYS)) == 3


async def test_wrong_keys_are_told_to_everybody_who_waits(
    dingtalk: Pretend, api: DingTalkApi
) -> None:
    """And asked for again by the next."""
    wrong = {"code": "invalidClientIdOrSecret", "message": "无效的clientId"}
    dingtalk.says(KEYS, wrong, status=400)
    both = await asyncio.gather(api.check(), api.check(), return_exceptions=True)
    assert [type(one) for one in both] == [Rejected, Rejected]
    assert len(dingtalk.calls(KEYS)) == 1
    with pytest.raises(Rejected, match="invalidClientIdOrSecret"):
        await api.check()


async def test_a_token_without_words_is_none(
    dingtalk: Pretend, api: DingTalkApi
) -> None:
    """Whatever answered there was not DingTalk."""
    dingtalk.says(KEYS, {"ok": True})
    with pytest.raises(Unreachable, match="broken_answer"):
        await api.check()


@pytest.mark.parametrize(
    "refusal",
    [
        Says({"code": "system.error"}, 500),
        Says("<html>Bad gateway</html>", 502),
        Says(breaks=True),
        Says(QPS, 403),
        Says({"code": "system.busy"}, 400),
        Says({"errcode": -1, "errmsg": "系统繁忙"}),
        Says({"errcode": "15", "errmsg": "超时"}),
        Says({"errcode": 88, "sub_code": "90002"}),
        Says({"errcode": 90018}),
    ],
)
async def test_what_may_be_repeated_is_tried_three_times(
    dingtalk: Pretend, api: DingTalkApi, swift: Swift, refusal: Says
) -> None:
    """With growing pauses."""
    dingtalk.says(NEW_CARD, refusal, refusal, {"success": True})
    assert await api.new("POST", NEW_CARD, {}) == {"success": True}
    assert swift.slept == [1.0, 2.0]
    dingtalk.says(NEW_CARD, refusal)
    with pytest.raises((Unreachable, RateLimited)):
        await api.new("POST", NEW_CARD, {})
    assert len(dingtalk.calls(NEW_CARD)) == 6


@pytest.mark.parametrize("path", [GROUP, BATCH])
async def test_what_could_be_said_twice_is_not(
    dingtalk: Pretend, api: DingTalkApi, path: str
) -> None:
    """Robot messages have no key: after no answer they may have arrived."""
    for broken in (Says({"code": "system.error"}, 500), Says(breaks=True)):
        dingtalk.says(path, broken)
        before = len(dingtalk.calls(path))
        with pytest.raises(Unreachable):
            await api.new("POST", path, {"robotCode": CLIENT})
        assert len(dingtalk.calls(path)) == before + 1
    dingtalk.says(path, Says(QPS, 403), {"processQueryKey": "k"})
    assert await api.new("POST", path, {}) == {"processQueryKey": "k"}


async def test_what_was_not_sent_is_sent_again(dingtalk: Pretend, swift: Swift) -> None:
    """Nobody listening means that nothing arrived."""
    nobody = "http://127.0.0.1:9"
    async with open_api(CLIENT, SECRET, api_url=nobody, time=swift.time) as api:
        with pytest.raises(Unreachable, match="not_connected"):
            await api.free(f"{nobody}/robot/sendBySession", {})
    assert len(swift.slept) == 2


@pytest.mark.parametrize(
    "refusal",
    [
        Says({"code": "Forbidden.AccessDenied.ApiCountLimitForOrg"}, 403),
        Says({"errcode": 90020}),
        Says({"errcode": 88, "sub_code": 90020}),
    ],
)
async def test_a_used_up_month_is_not_asked_again(
    dingtalk: Pretend, api: DingTalkApi, refusal: Says, metered: list[str]
) -> None:
    """It would cost nothing and bring nothing."""
    dingtalk.says(CARD, refusal)
    with pytest.raises(Rejected, match="quota"):
        await api.new("PUT", CARD, {})
    assert len(dingtalk.calls(CARD)) == 1
    assert metered == []


@pytest.mark.parametrize(
    "page",
    [
        Says("<html>您的访问被阻断</html>"),
        Says("<html>405 blocked</html>", 403),
        Says({"status": 1111, "wait": 5, "source": "x5", "punish": "deny"}),
    ],
)
async def test_a_blocked_address_keeps_still(
    dingtalk: Pretend, api: DingTalkApi, swift: Swift, page: Says
) -> None:
    """Five minutes without a call to anything: calls would prolong it."""
    dingtalk.says(CARD, page)
    with pytest.raises(RateLimited) as told:
        await api.new("PUT", CARD, {})
    assert told.value.retry_after == 300
    asked = len(dingtalk.asked)
    swift.at += 100
    with pytest.raises(RateLimited) as again:
        await api.old(USER, {})
    assert again.value.retry_after == 200
    assert len(dingtalk.asked) == asked
    swift.at += 200
    dingtalk.says(USER, OK)
    assert await api.old(USER, {}) == OK


async def test_a_long_wait_is_left_to_who_asked(
    dingtalk: Pretend, api: DingTalkApi, swift: Swift
) -> None:
    """A limit per minute is not waited for with a person waiting."""
    dingtalk.says(CARD, {"code": "X.QpmLimitForAppkeyAndApi"}, status=403)
    with pytest.raises(RateLimited) as told:
        await api.new("PUT", CARD, {})
    assert (told.value.retry_after, swift.slept) == (60, [])


async def test_many_calls_keep_their_pace(
    dingtalk: Pretend, api: DingTalkApi, swift: Swift
) -> None:
    """A few at once, then fifteen a second; another API has its own pace."""
    dingtalk.says(CARD, {"success": True})
    dingtalk.says(USER, OK)
    for _ in range(5):
        await api.new("PUT", CARD, {})
    assert swift.slept == []
    await api.old(USER, {})
    assert swift.slept == []
    for _ in range(15):
        await api.new("PUT", CARD, {})
    assert sum(swift.slept) == pytest.approx(1, abs=0.1)


async def test_what_is_counted_is_metered(
    dingtalk: Pretend, api: DingTalkApi, metered: list[str]
) -> None:
    """Tokens and contacts are free; ids do not make new names; a refused call counts,
    one that was too fast does not; answers by address count as pushes.
    """
    task = "/v1.0/todo/users/union1/tasks/task7"
    busy = Says(QPS, 403)
    dingtalk.says(USER, OK)
    dingtalk.says(LEAVE, OK)
    dingtalk.says(CARD, busy, busy, {"success": True})
    dingtalk.says(GROUP, {"code": "invalid.openConversationId"}, status=400)
    dingtalk.says(task, {"result": True})
    dingtalk.says("/robot/sendBySession", {"errcode": 0})
    await api.old(USER, {})
    await api.old(LEAVE, {})
    await api.new("PUT", CARD, {})
    with pytest.raises(Rejected, match=r"invalid\.openConversationId"):
        await api.new("POST", GROUP, {})
    await api.new("PUT", task, {})
    await api.free(f"{dingtalk.url}/robot/sendBySession?session=s", {})
    assert metered == [
        "topapi/attendance/getleavestatus",
        CARD,
        GROUP,
        "/v1.0/todo/users/*/tasks/*",
        "pushes",
    ]


async def test_an_answer_goes_through_the_message_s_own_address(
    dingtalk: Pretend, api: DingTalkApi
) -> None:
    """Without a token, 中文 as it is; an address too old says so."""
    hook = f"{dingtalk.url}/robot/sendBySession?session=76%2Ba%3D"
    body = {"msgtype": "text", "text": {"content": "@u1 已收到 <b>"}}
    dingtalk.says("/robot/sendBySession", {"errcode": 0, "errmsg": "ok"})
    assert (await api.free(hook, body))["errcode"] == 0
    (call,) = dingtalk.calls("/robot/sendBySession")
    assert dict(call.query) == {"session": "76+a="}
    assert HEADER not in call.headers
    assert call.raw.decode() == json.dumps(
        body, ensure_ascii=False, separators=(",", ":")
    )
    dingtalk.says(
        "/robot/sendBySession", {"errcode": 300001, "errmsg": "session 不存在"}
    )
    with pytest.raises(HandleExpired, match="300001"):
        await api.free(hook, body)


async def test_nobody_is_sent_elsewhere(dingtalk: Pretend, api: DingTalkApi) -> None:
    """A redirect would carry the token away."""
    dingtalk.says(CARD, {}, status=302)
    with pytest.raises(Rejected, match="http_302"):
        await api.new("PUT", CARD, {})


async def test_a_silent_dingtalk_is_not_waited_for(
    dingtalk: Pretend, api: DingTalkApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It may have heard us all the same."""
    await api.check()
    monkeypatch.setattr(api_module, "TIMEOUT", aiohttp.ClientTimeout(total=0.05))
    dingtalk.gate.clear()
    with pytest.raises(Unreachable):
        await api.new("POST", GROUP, {})
    assert len(dingtalk.calls(GROUP)) == 1


async def test_no_secret_is_logged(
    dingtalk: Pretend, api: DingTalkApi, caplog: pytest.LogCaptureFixture
) -> None:
    """Neither the keys nor a token nor what was said, whatever goes wrong."""
    caplog.set_level(logging.DEBUG)
    dingtalk.says(USER, Says(breaks=True))
    dingtalk.says(CARD, Says(QPS, 403))
    for call in (api.old(USER, {"userid": "u"}), api.new("PUT", CARD, {"说": "秘密"})):
        with pytest.raises((Unreachable, RateLimited)):
            await call
    assert "too fast" in caplog.messages
    written = caplog.text + "".join(str(r.__dict__) for r in caplog.records)
    for secret in (SECRET, "token-", "秘密"):
        assert secret not in written
