"""People and departments of the organization (facts §8.1)."""

from __future__ import annotations

from typing import Any

import pytest

from adapters.simulator.dingtalk.company import CHEN, LI, TEAWARE_HANGZHOU, WANG, ZHAO
from adapters.simulator.dingtalk.side import DingTalkSide
from adapters.simulator.dingtalk.stage import DingTalkStage
from tests.adapters.simulator.dingtalk.stranger import Stranger

USER = "topapi/v2/user/get"


async def test_a_profile_has_the_documented_fields(stranger: Stranger) -> None:
    """Ids of both kinds, department, manager, both e-mail fields."""
    got = (await stranger.old(USER, userid=ZHAO))["result"]
    assert (got["name"], got["title"], got["manager_userid"]) == (
        "赵磊",
        "仓库管理员",
        LI,
    )
    assert got["org_email"] == got["email"] == "zhaolei@teaware.example"
    assert got["dept_id_list"] == [101]
    assert got["leader_in_dept"] == [{"dept_id": 101, "leader": False}]
    boss = (await stranger.old(USER, userid=CHEN))["result"]
    assert (boss["admin"], boss["boss"]) == (True, True)
    assert "manager_userid" not in boss
    assert boss["email"] == "grace@teaware.example"
    again = await stranger.old("topapi/user/getbyunionid", unionid=boss["unionid"])
    assert again["result"] == {"userid": CHEN, "contact_type": 0}


async def test_the_tree_of_departments_starts_at_one(stranger: Stranger) -> None:
    """One level at a time; the heads are in the details."""
    below = (await stranger.old("topapi/v2/department/listsub", dept_id=1))["result"]
    names = {one["dept_id"]: one["name"] for one in below}
    assert names[101] == "仓储部"
    assert all(one["parent_id"] == 1 for one in below)
    ids = await stranger.old("topapi/v2/department/listsubid", dept_id="1")
    assert ids["result"]["dept_id_list"] == list(names)
    one = (await stranger.old("topapi/v2/department/get", dept_id=101))["result"]
    assert (one["dept_manager_userid_list"], one["member_count"]) == ([LI], 2)
    line = await stranger.old("topapi/v2/department/listparentbyuser", userid=ZHAO)
    assert line["result"]["parent_list"] == [{"parent_dept_id_list": [101, 1]}]


async def test_members_are_listed_in_pages(stranger: Stranger) -> None:
    """The cursor leads on as long as there is more."""
    first = (await stranger.old("topapi/v2/user/list", dept_id=101, cursor=0, size=1))[
        "result"
    ]
    assert (first["has_more"], [one["userid"] for one in first["list"]]) == (True, [LI])
    cursor = first["next_cursor"]
    rest = await stranger.old(
        "topapi/v2/user/list", dept_id=101, cursor=cursor, size="1"
    )
    assert rest["result"]["has_more"] is False
    assert [one["userid"] for one in rest["result"]["list"]] == [ZHAO]
    ids = (await stranger.old("topapi/user/listid", dept_id=101))["result"]
    assert ids == {"userid_list": [LI, ZHAO]}


@pytest.mark.parametrize(
    ("path", "body", "code"),
    [
        (USER, {}, 40035),
        (USER, {"userid": "nobody"}, 60121),
        (USER, {"userid": WANG}, 50002),
        ("topapi/user/getbyunionid", {"unionid": "x"}, 60121),
        ("topapi/v2/user/getbymobile", {"mobile": "1"}, 60121),
        ("topapi/v2/department/get", {"dept_id": 999}, 60003),
        ("topapi/v2/user/list", {"dept_id": 1, "size": 101}, 400002),
        ("topapi/v2/user/list", {"dept_id": "one"}, 400002),
    ],
)
async def test_a_wrong_question_gets_its_number(
    stranger: Stranger,
    stage: DingTalkStage,
    path: str,
    body: dict[str, Any],
    code: int,
) -> None:
    """Who is outside of the visible range is refused, not unknown."""
    await stage.fault({"kind": "hide_person", "userid": WANG})
    assert (await stranger.old(path, **body))["errcode"] == code


async def test_people_are_found_by_name(stranger: Stranger) -> None:
    """By a part of it, or by all of it."""
    path = "/v1.0/contact/users/search"
    page = {"offset": 0, "size": 20}
    part = await stranger.new("POST", path, queryWord="李", **page)
    assert part == {"hasMore": False, "totalCount": 1, "list": [LI]}
    whole = await stranger.new("POST", path, queryWord="李", fullMatchField=1, **page)
    assert whole["list"] == []
    assert await stranger.refused("POST", path, queryWord="李") == "paramError.size"


async def test_forms_are_taken_like_json(
    stranger: Stranger, ding: DingTalkSide
) -> None:
    """The old API reads both; contact calls are free of the month's quota."""
    token = await stranger.login()
    url = f"{ding.oapi_url}/{USER}?access_token={token}"
    async with stranger.session.post(url, data={"userid": LI}) as answer:
        assert (await answer.json())["result"]["name"] == "李伟"
    assert ding.quota.calls == 0


async def test_the_scope_of_the_app_can_be_asked(
    stranger: Stranger, stage: DingTalkStage, ding: DingTalkSide
) -> None:
    """The whole organization, or those who are left."""
    token = await stranger.login()
    url = f"{ding.oapi_url}/auth/scopes?access_token={token}"
    async with stranger.session.get(url) as answer:
        assert (await answer.json())["auth_org_scopes"]["authed_dept"] == [1]
    await stage.fault({"kind": "hide_person", "userid": WANG})
    async with stranger.session.get(url) as answer:
        scopes = (await answer.json())["auth_org_scopes"]
    assert scopes["authed_dept"] == []
    assert WANG not in scopes["authed_user"]


def test_the_people_of_both_platforms_share_their_addresses() -> None:
    """Two accounts of one human are found by their e-mail address."""
    from adapters.simulator.company import TEAWARE_EUROPE

    slack = {one.email for one in TEAWARE_EUROPE.people}
    both = [one.name for one in TEAWARE_HANGZHOU.people if one.email in slack]
    assert both == ["王芳", "陈晨"]
