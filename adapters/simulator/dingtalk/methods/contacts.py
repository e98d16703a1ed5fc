"""People of the organization (facts §8.1)."""

from __future__ import annotations

from typing import Any

from adapters.simulator.dingtalk.call import Call, method
from adapters.simulator.dingtalk.company import Worker
from adapters.simulator.dingtalk.errors import ApiRefusal, OapiRefusal
from adapters.simulator.wire import Json

SCOPE = "qyapi_get_member"
MOST_DETAILS = 100


def done(result: object) -> Json:
    """The old API's answer to a call that went well."""
    return {
        "errcode": 0,
        "errmsg": "ok",
        "result": result,
        "request_id": "15rsimulator",
    }


def department_of(call: Call, name: str = "dept_id") -> int:
    """The department that a call names, the root if it names none."""
    id = call.number(name, 1)
    if id not in call.ding.organization.departments:
        raise OapiRefusal(60003, "部门不存在")
    return id


def _person(call: Call, userid: str) -> Worker:
    organization = call.ding.organization
    if userid not in organization.people:
        raise OapiRefusal(60121, "找不到该用户")
    if not organization.visible(userid):
        raise OapiRefusal(50002, "请求的员工userid不在授权范围内")
    return organization.people[userid]


def _user(call: Call, worker: Worker) -> Json:
    departments = call.ding.organization.departments
    led = [
        {"dept_id": id, "leader": worker.userid in departments[id].heads}
        for id in worker.departments
    ]
    wire: Json = {
        "userid": worker.userid,
        "unionid": worker.union_id,
        "name": worker.name,
        "avatar": "",
        "state_code": "86",
        "mobile": worker.mobile,
        "hide_mobile": False,
        "telephone": "",
        "job_number": worker.job_number,
        "title": worker.title,
        "email": worker.email,
        "org_email": worker.email,
        "work_place": "杭州",
        "dept_id_list": list(worker.departments),
        "dept_order_list": [{"dept_id": id, "order": 1} for id in worker.departments],
        "leader_in_dept": led,
        "active": True,
        "real_authed": True,
        "senior": False,
        "admin": worker.admin,
        "boss": worker.boss,
        "hired_date": 1_577_808_000_000,
        "role_list": [],
        "exclusive_account": False,
    }
    return wire | ({"manager_userid": worker.manager} if worker.manager else {})


def _get(call: Call) -> Json:
    return done(_user(call, _person(call, call.field("userid"))))


def _get_by_union_id(call: Call) -> Json:
    found = call.ding.organization.by_union_id(call.field("unionid"))
    if found is None:
        raise OapiRefusal(60121, "找不到该用户")
    return done({"userid": found.userid, "contact_type": 0})


def _get_by_mobile(call: Call) -> Json:
    mobile = call.field("mobile")
    for worker in call.ding.organization.people.values():
        if worker.mobile == mobile:
            return done({"userid": worker.userid})
    raise OapiRefusal(60121, "找不到该用户")


def _members(call: Call) -> list[Worker]:
    id = department_of(call)
    organization = call.ding.organization
    return [
        worker
        for worker in organization.people.values()
        if id in worker.departments and organization.visible(worker.userid)
    ]


def _ids(call: Call) -> Json:
    return done({"userid_list": [worker.userid for worker in _members(call)]})


def _list(call: Call) -> Json:
    start, size = call.window(MOST_DETAILS, MOST_DETAILS)
    members = _members(call)
    page = [_user(call, worker) for worker in members[start : start + size]]
    result: dict[str, Any] = {"has_more": len(members) > start + size, "list": page}
    if result["has_more"]:
        result["next_cursor"] = start + size
    return done(result)


def _search(call: Call) -> Json:
    wanted = call.needed("queryWord", "paramError.queryWord")
    offset, size = call.arguments.get("offset"), call.arguments.get("size")
    if not isinstance(offset, int) or not isinstance(size, int) or size < 1:
        raise ApiRefusal("paramError.size", "offset and size are numbers")
    whole = call.arguments.get("fullMatchField") == 1
    organization = call.ding.organization
    found = [
        worker.userid
        for worker in organization.people.values()
        if (worker.name == wanted if whole else wanted in worker.name)
        and organization.visible(worker.userid)
    ]
    page = found[offset : offset + size]
    more = len(found) > offset + size
    return {"hasMore": more, "totalCount": len(found), "list": page}


def _scopes(call: Call) -> Json:
    organization = call.ding.organization
    whole = not organization.hidden
    seen = [each for each in organization.people if organization.visible(each)]
    scopes = {
        "authed_user": [] if whole else seen,
        "authed_dept": [1] if whole else [],
    }
    body: Json = {"errcode": 0, "errmsg": "ok", "auth_org_scopes": scopes}
    fields = ["name", "email", "department", "title", "manager_userid"]
    return body | {"auth_user_field": fields, "condition_field": []}


METHODS = (
    method("POST", "/topapi/v2/user/get", _get, SCOPE, "userid language", billed=False),
    method(
        "POST",
        "/topapi/user/getbyunionid",
        _get_by_union_id,
        SCOPE,
        "unionid",
        billed=False,
    ),
    method(
        "POST",
        "/topapi/v2/user/getbymobile",
        _get_by_mobile,
        SCOPE,
        "mobile support_exclusive_account_search",
        billed=False,
    ),
    method("POST", "/topapi/user/listid", _ids, SCOPE, "dept_id", billed=False),
    method(
        "POST",
        "/topapi/v2/user/list",
        _list,
        SCOPE,
        "dept_id cursor size order_field contain_access_limit language",
        billed=False,
    ),
    method("GET", "/auth/scopes", _scopes, "qyapi_base", billed=False),
)
API_METHODS = (
    method(
        "POST",
        "/v1.0/contact/users/search",
        _search,
        SCOPE,
        "queryWord offset size fullMatchField",
        billed=False,
    ),
)
