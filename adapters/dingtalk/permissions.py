"""What the app must be allowed, and how to find out without doing anything.

Each question names a thing that is not there: who may ask is told so, who may not is
told that (facts §0, §3.2).
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from adapters.dingtalk.api import DingTalkApi
from adapters.dingtalk.notices import RESULT
from adapters.dingtalk.wire import millis
from bot.model.finding import Level

NOBODY = "shopcrew-doctor"


@dataclass(frozen=True, slots=True)
class Permission:
    """A permission point: what it is called, and the call that needs it.

    `key` is the text that says what is missing without it.
    """

    key: str
    level: Level
    point: str
    name: str
    ask: Callable[[DingTalkApi, str, datetime], Awaitable[object]]


async def _robot(api: DingTalkApi, _: str, __: datetime) -> object:
    asked = {"robotCode": api.robot_code, "processQueryKey": NOBODY}
    return await api.new("GET", "/v1.0/robot/oToMessages/readStatus", params=asked)


async def _people(api: DingTalkApi, department: str, _: datetime) -> object:
    return await api.old("topapi/user/listid", {"dept_id": int(department)})


async def _departments(api: DingTalkApi, department: str, _: datetime) -> object:
    return await api.old("topapi/v2/department/listsub", {"dept_id": int(department)})


async def _leave(api: DingTalkApi, _: str, now: datetime) -> object:
    asked = {
        "userid_list": NOBODY,
        "start_time": millis(now),
        "end_time": millis(now + timedelta(hours=1)),
        "offset": 0,
        "size": 1,
    }
    return await api.old("topapi/attendance/getleavestatus", asked)


async def _todo(api: DingTalkApi, _: str, __: datetime) -> object:
    path = f"/v1.0/todo/users/{NOBODY}/tasks/{NOBODY}"
    asked = {"operatorId": NOBODY}
    return await api.new("PUT", path, {"subject": NOBODY}, params=asked)


PERMISSIONS = (
    Permission(
        "doctor-dingtalk-lacks-robot",
        Level.FAIL,
        "qyapi_robot_sendmsg",
        "企业内机器人发送消息",
        _robot,
    ),
    Permission(
        "doctor-dingtalk-lacks-people",
        Level.FAIL,
        "qyapi_get_member",
        "成员信息读",
        _people,
    ),
    Permission(
        "doctor-dingtalk-lacks-departments",
        Level.WARN,
        "qyapi_get_department_list",
        "部门信息读",
        _departments,
    ),
    Permission(
        "doctor-dingtalk-lacks-leave",
        Level.WARN,
        "qyapi_get_attendance_data",
        "考勤数据读",
        _leave,
    ),
    Permission(
        "doctor-dingtalk-lacks-todo",
        Level.WARN,
        "Todo.Todo.Write",
        "待办写",
        _todo,
    ),
)
BASE = ("qyapi_base", "调用企业API基础权限")


async def may_notify(api: DingTalkApi, agent_id: int) -> object:
    """Asks after a work notice that never was."""
    return await api.old(RESULT, {"agent_id": agent_id, "task_id": 1})


CARDS = ("Card.Instance.Write", "互动卡片实例写")
