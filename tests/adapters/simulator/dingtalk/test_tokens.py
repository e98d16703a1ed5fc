"""Tokens and what a call without a good one hears (facts §3)."""

from __future__ import annotations

from adapters.simulator.dingtalk.app import CLIENT_ID, CLIENT_SECRET
from adapters.simulator.dingtalk.company import LI
from adapters.simulator.dingtalk.side import DingTalkSide
from adapters.simulator.dingtalk.stage import DingTalkStage
from adapters.simulator.simulator import Simulator
from tests.adapters.simulator.dingtalk.stranger import Stranger

ROBOTS = "/v1.0/robot/groups/robots/query"
PAIR = {"client_id": CLIENT_ID, "client_secret": CLIENT_SECRET}


async def test_three_calls_give_the_same_token(
    stranger: Stranger, ding: DingTalkSide
) -> None:
    """It opens both APIs."""
    token = await stranger.login()
    path = "/v1.0/oauth2/dingteaware00000001/token"
    grant = PAIR | {"grant_type": "client_credentials"}
    _, second = await stranger.raw("POST", path, grant, token="")
    query = {"appkey": CLIENT_ID, "appsecret": CLIENT_SECRET}
    async with stranger.session.get(f"{ding.oapi_url}/gettoken", params=query) as third:
        old = await third.json()
    assert old["errcode"] == 0
    assert token == second["access_token"] == old["access_token"]
    assert (await stranger.old("topapi/v2/user/get", userid=LI))["errcode"] == 0
    assert await stranger.new("POST", ROBOTS, openConversationId="cidTEAWARE1==")


async def test_wrong_credentials_are_refused(
    stranger: Stranger, ding: DingTalkSide
) -> None:
    """Each call has its own words for it."""
    body = {"appKey": CLIENT_ID, "appSecret": "stolen"}
    status, got = await stranger.raw("POST", "/v1.0/oauth2/accessToken", body)
    assert (status, got["code"]) == (400, "invalidClientIdOrSecret")
    path = "/v1.0/oauth2/dingteaware00000001/token"
    assert (await stranger.raw("POST", path, PAIR))[1]["code"] == (
        "unsupported.grant.type"
    )
    assert (await stranger.raw("POST", "/v1.0/oauth2/dingother/token", PAIR))[0] == 500
    for query, code in ({"appkey": "x", "appsecret": "y"}, 40096), ({}, 40035):
        async with stranger.session.get(
            f"{ding.oapi_url}/gettoken", params=query
        ) as old:
            assert (old.status, (await old.json())["errcode"]) == (200, code)


async def test_a_token_lives_two_hours(
    stranger: Stranger, simulator: Simulator, stage: DingTalkStage
) -> None:
    """Asking again renews it; afterwards both APIs refuse it in their own shape."""
    first = await stranger.login()
    await simulator.advance("1h")
    assert await stranger.login() == first
    await simulator.advance(7100)
    assert await stranger.new("POST", ROBOTS, openConversationId="cidTEAWARE1==")
    await stage.fault({"kind": "expire_token"})
    assert await stranger.refused("POST", ROBOTS) == "InvalidAuthentication"
    old = await stranger.old("topapi/v2/user/get", userid=LI)
    assert (old["errcode"], old["sub_code"]) == (88, "40014")
    assert await stranger.login() != first


async def test_a_missing_token_is_named(stranger: Stranger, ding: DingTalkSide) -> None:
    """400 with a code in the new API, 88 and a sub code in the old one."""
    status, got = await stranger.raw("POST", ROBOTS, {}, token="")
    assert (status, got["code"]) == (400, "AuthenticationFailed.MissingParameter")
    async with stranger.session.post(f"{ding.oapi_url}/topapi/v2/user/get") as old:
        assert (await old.json())["sub_code"] == "40000"


async def test_a_missing_permission_is_named(
    stranger: Stranger, stage: DingTalkStage
) -> None:
    """The new API says which scope is needed."""
    await stage.fault({"kind": "permission", "path": ROBOTS})
    await stage.fault({"kind": "permission", "path": "topapi/v2/user/get"})
    await stranger.login()
    status, got = await stranger.raw("POST", ROBOTS, {})
    assert (status, got["code"]) == (
        403,
        "Forbidden.AccessDenied.AccessTokenPermissionDenied",
    )
    assert got["accessdenieddetail"] == {"requiredScopes": ["qyapi_chat_read"]}
    old = await stranger.old("topapi/v2/user/get", userid=LI)
    assert (old["errcode"], old["sub_code"]) == (88, "60011")


async def test_unknown_addresses_do_not_exist(stranger: Stranger) -> None:
    """404 in the new API, 22 in the old one."""
    await stranger.login()
    assert (await stranger.raw("POST", "/v1.0/robot/magic", {}))[0] == 404
    assert (await stranger.raw("DELETE", ROBOTS, {}))[0] == 404
    assert (await stranger.old("topapi/magic"))["errcode"] == 22


async def test_an_unreadable_body_is_refused(
    stranger: Stranger, ding: DingTalkSide
) -> None:
    """Neither API takes half a JSON."""
    token = await stranger.login()
    headers = {
        "x-acs-dingtalk-access-token": token,
        "Content-Type": "application/json",
    }
    async with stranger.session.post(
        ding.api_url + ROBOTS, data="{", headers=headers
    ) as answer:
        assert (answer.status, (await answer.json())["code"]) == (400, "paramIllegal")
