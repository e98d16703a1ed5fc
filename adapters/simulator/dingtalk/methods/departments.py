"""The tree of departments; its root is 1 (facts §8.1)."""

from __future__ import annotations

from adapters.simulator.dingtalk.call import Call, method
from adapters.simulator.dingtalk.company import ROOT
from adapters.simulator.dingtalk.errors import OapiRefusal
from adapters.simulator.dingtalk.methods.contacts import department_of, done
from adapters.simulator.wire import Json

SCOPE = "qyapi_get_department_list"


def _below(call: Call) -> list[int]:
    parent = department_of(call)
    departments = call.ding.organization.departments.values()
    return [each.id for each in departments if each.parent == parent]


def _wire(call: Call, id: int) -> Json:
    department = call.ding.organization.departments[id]
    wire: Json = {"dept_id": id, "name": department.name}
    if id != ROOT:
        wire["parent_id"] = department.parent
    return wire | {"create_dept_group": True, "auto_add_user": True}


def _list_sub(call: Call) -> Json:
    return done([_wire(call, id) for id in _below(call)])


def _list_sub_ids(call: Call) -> Json:
    return done({"dept_id_list": _below(call)})


def _get(call: Call) -> Json:
    id = department_of(call)
    organization = call.ding.organization
    people = organization.people.values()
    more = {
        "dept_manager_userid_list": list(organization.departments[id].heads),
        "dept_group_chat_id": "",
        "org_dept_owner": "",
        "member_count": sum(id in worker.departments for worker in people),
    }
    return done(_wire(call, id) | more)


def _parents_of_user(call: Call) -> Json:
    worker = call.ding.organization.people.get(call.field("userid"))
    if worker is None:
        raise OapiRefusal(60121, "找不到该用户")
    lines = [
        {"parent_dept_id_list": _line(call, department)}
        for department in worker.departments
    ]
    return done({"parent_list": lines})


def _line(call: Call, id: int) -> list[int]:
    departments = call.ding.organization.departments
    line = [id]
    while (parent := departments[line[-1]].parent) in departments:
        line.append(parent)
    return line


_TREE = "/topapi/v2/department"
METHODS = (
    method(
        "POST", f"{_TREE}/listsub", _list_sub, SCOPE, "dept_id language", billed=False
    ),
    method("POST", f"{_TREE}/listsubid", _list_sub_ids, SCOPE, "dept_id", billed=False),
    method("POST", f"{_TREE}/get", _get, SCOPE, "dept_id language", billed=False),
    method(
        "POST",
        f"{_TREE}/listparentbyuser",
        _parents_of_user,
        SCOPE,
        "userid",
        billed=False,
    ),
)
