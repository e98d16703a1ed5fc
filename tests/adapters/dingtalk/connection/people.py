"""A small company, as the old API shows it (facts §8.1)."""

from typing import Any

from tests.adapters.dingtalk.connection.pretend import Pretend

USER = "/topapi/v2/user/get"
LIST = "/topapi/v2/user/list"
DEPARTMENT = "/topapi/v2/department/get"
BELOW = "/topapi/v2/department/listsub"
SCOPES = "/auth/scopes"

LI = {
    "userid": "manager4521",
    "unionid": "uLi",
    "name": "李伟",
    "job_number": "W-001",
    "org_email": "",
    "email": "liwei@teaware.example",
    "dept_id_list": [2],
    "leader_in_dept": [{"dept_id": 2, "leader": True}],
    "active": True,
    "admin": False,
    "boss": False,
}
# numbers and booleans as the documents write them: as text
ZHAO = {
    "userid": "zhao77",
    "unionid": "uZhao",
    "name": "赵磊",
    "dept_id_list": ["2", "3"],
    "leader_in_dept": [{"dept_id": "2", "leader": "false"}],
    "active": "true",
    "admin": "true",
}
QUIET = {"userid": "quiet", "name": "没来过", "dept_id_list": [3], "active": False}
CHEN = {"userid": "chen", "name": "陈晨", "dept_id_list": [1], "boss": "true"}


def ok(result: Any) -> dict[str, Any]:
    """An answer of the old API."""
    return {"errcode": 0, "errmsg": "ok", "result": result, "request_id": "r"}


def page(*users: Any, following: int | None = None) -> dict[str, Any]:
    """One page of people."""
    more = {"has_more": following is not None}
    return ok(more | {"list": list(users), "next_cursor": following})


def company(dingtalk: Pretend, departments: list[int], people: list[str]) -> None:
    """What the app may see."""
    scopes = {"authed_dept": departments, "authed_user": people}
    shown = {"auth_org_scopes": scopes, "auth_user_field": ["name", "email"]}
    dingtalk.says(SCOPES, {"errcode": 0, **shown})
