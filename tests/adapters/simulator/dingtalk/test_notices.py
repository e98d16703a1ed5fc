"""Work notices, with their silent limits (facts §4.6), media and login."""

from __future__ import annotations

from typing import Any

import aiohttp
import pytest

from adapters.simulator.dingtalk.company import LI, WANG, ZHAO
from adapters.simulator.dingtalk.side import DingTalkSide
from adapters.simulator.dingtalk.stage import DingTalkStage
from adapters.simulator.simulator import Simulator
from adapters.simulator.wire import ControlError
from tests.adapters.simulator.dingtalk.stranger import Stranger

ROOM = "topapi/message/corpconversation"
MARKDOWN = {"msgtype": "markdown", "markdown": {"title": "早", "text": "早上好"}}


@pytest.fixture
def notice(ding: DingTalkSide) -> dict[str, Any]:
    """A work notice for 李伟."""
    return {"agent_id": ding.app.agent_id, "userid_list": LI, "msg": MARKDOWN}


async def test_a_work_notice_arrives_in_its_own_chat(
    stranger: Stranger, stage: DingTalkStage, notice: dict[str, Any]
) -> None:
    """Nobody can answer there; before the first one the chat is not shown."""
    assert "工作通知" not in {one["name"] for one in stage.places(LI)}
    sent = await stranger.old(f"{ROOM}/asyncsend_v2", **notice)
    assert (sent["errcode"], sent["task_id"]) == (0, 256271667526)
    place = next(one for one in stage.places(LI) if one["name"] == "工作通知")
    assert (place["kind"], place["with"]) == ("im", "worknotice")
    (shown,) = stage.messages(LI, "工作通知", None)
    assert (shown["kind"], shown["text"]) == ("notice", "早上好")
    with pytest.raises(ControlError):
        await stage.say(LI, "工作通知", "好", None)


async def test_the_same_notice_on_one_day_is_dropped_in_silence(
    stranger: Stranger,
    stage: DingTalkStage,
    simulator: Simulator,
    notice: dict[str, Any],
) -> None:
    """The call is ok; only the result tells."""
    await stranger.old(f"{ROOM}/asyncsend_v2", **notice)
    again = await stranger.old(f"{ROOM}/asyncsend_v2", **notice)
    assert again["errcode"] == 0
    assert len(stage.messages(LI, "工作通知", None)) == 1
    about = {"agent_id": notice["agent_id"], "task_id": again["task_id"]}
    result = (await stranger.old(f"{ROOM}/getsendresult", **about))["send_result"]
    assert result["forbidden_list"] == [{"code": "143106", "count": 1, "userid": LI}]
    progress = await stranger.old(f"{ROOM}/getsendprogress", **about)
    assert progress["progress"]["status"] == 2
    await simulator.advance("24h")
    await stranger.login()
    await stranger.old(f"{ROOM}/asyncsend_v2", **notice)
    assert len(stage.messages(LI, "工作通知", None)) == 2


async def test_departments_and_everybody_can_be_told(
    stranger: Stranger, stage: DingTalkStage, notice: dict[str, Any]
) -> None:
    """Who is outside of the visible range is listed as invalid."""
    await stage.fault({"kind": "hide_person", "userid": ZHAO})
    departments = notice | {"userid_list": "", "dept_id_list": "101,102"}
    sent = await stranger.old(f"{ROOM}/asyncsend_v2", **departments)
    about = {"agent_id": notice["agent_id"], "task_id": sent["task_id"]}
    result = (await stranger.old(f"{ROOM}/getsendresult", **about))["send_result"]
    assert result["invalid_user_id_list"] == [ZHAO]
    assert result["unread_user_id_list"] == [LI, WANG]


async def test_a_notice_can_be_recalled(
    stranger: Stranger, stage: DingTalkStage, notice: dict[str, Any]
) -> None:
    """By its task."""
    sent = await stranger.old(f"{ROOM}/asyncsend_v2", **notice)
    task = {"agent_id": notice["agent_id"], "msg_task_id": sent["task_id"]}
    assert (await stranger.old(f"{ROOM}/recall", **task))["errcode"] == 0
    assert stage.messages(LI, "工作通知", None)[0]["recalled"] is True


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"agent_id": 1}, 400002),
        ({"userid_list": ""}, 1430000),
        ({"userid_list": ",".join(f"u{n}" for n in range(101))}, 400002),
        ({"msg": "junk"}, 40035),
        ({"msg": {"msgtype": "magic"}}, 400105),
        ({"msg": {"msgtype": "text", "text": {"content": "长" * 1000}}}, 34016),
    ],
)
async def test_a_wrong_notice_is_refused(
    stranger: Stranger, notice: dict[str, Any], changes: dict[str, Any], code: int
) -> None:
    """With a number."""
    got = await stranger.old(f"{ROOM}/asyncsend_v2", **notice | changes)
    assert got["errcode"] == code


@pytest.mark.parametrize(
    ("name", "kind", "code"),
    [("茶.png", "image", 0), ("茶.exe", "image", 40005), ("茶.png", "magic", 40004)],
)
async def test_media_get_an_id(
    stranger: Stranger, ding: DingTalkSide, name: str, kind: str, code: int
) -> None:
    """Of a known type with a known ending."""
    token = await stranger.login()
    form = aiohttp.FormData()
    form.add_field("media", b"png", filename=name)
    url = f"{ding.oapi_url}/media/upload?access_token={token}&type={kind}"
    async with stranger.session.post(url, data=form) as answer:
        got = await answer.json()
    assert got["errcode"] == code
    assert ("media_id" in got) is (code == 0)


async def test_who_opens_a_page_is_known_by_a_code(
    stranger: Stranger, ding: DingTalkSide
) -> None:
    """Once; in a browser it buys a token of the person."""
    path = "topapi/v2/user/getuserinfo"
    code = ding.tokens.code(LI)
    assert (await stranger.old(path, code=code))["result"]["userid"] == LI
    assert (await stranger.old(path, code=code))["errcode"] == 40078
    body = {
        "clientId": ding.app.client_id,
        "clientSecret": ding.app.client_secret,
        "code": ding.tokens.code(WANG),
        "grantType": "authorization_code",
    }
    got = await stranger.new("POST", "/v1.0/oauth2/userAccessToken", **body)
    assert got["corpId"] == "dingteaware00000001"
    _, me = await stranger.raw(
        "GET", "/v1.0/contact/users/me", token=got["accessToken"]
    )
    assert (me["nick"], me["unionId"]) == (
        "王芳",
        ding.organization.people[WANG].union_id,
    )
    used = await stranger.refused("POST", "/v1.0/oauth2/userAccessToken", **body)
    assert used == "invalidParameter.authCode.notFound"
