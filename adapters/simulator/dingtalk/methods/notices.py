"""Work notices (工作通知): what is over a limit is dropped in silence (facts §4.6)."""

from __future__ import annotations

import itertools
import json
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta

from adapters.simulator.dingtalk.bodies import said_in
from adapters.simulator.dingtalk.call import Call, method
from adapters.simulator.dingtalk.errors import OapiRefusal
from adapters.simulator.dingtalk.posting import Said
from adapters.simulator.wire import Json

MOST_PEOPLE, MOST_DEPARTMENTS, LONGEST = 100, 20, 2048
MOST_A_DAY = 500
HANGZHOU = timedelta(hours=8)
_FORBIDDEN = {"again": "143106", "many": "143105"}


@dataclass(slots=True)
class Notices:
    """What was sent to whom, as far as the limits and the reports ask for it."""

    seen: set[tuple[date, str, str]] = field(default_factory=set)
    today: Counter[tuple[date, str]] = field(default_factory=Counter)
    results: dict[int, Json] = field(default_factory=dict)
    numbers: itertools.count[int] = field(
        default_factory=lambda: itertools.count(256_271_667_526)
    )

    def drops(self, day: date, userid: str, content: str) -> str | None:
        """Why a person will not get this, counting it if they will."""
        if (day, userid, content) in self.seen:
            return "again"
        if self.today[day, userid] >= MOST_A_DAY:
            return "many"
        self.seen.add((day, userid, content))
        self.today[day, userid] += 1
        return None


def _send(call: Call) -> Json:
    ding = call.ding
    if call.number("agent_id") != ding.app.agent_id:
        raise OapiRefusal(400002, "参数错误: agent_id")
    content, said = _message(call)
    people = _receivers(call)
    if not people:
        raise OapiRefusal(1430000, "接收人为空")
    day = (ding.clock.now() + HANGZHOU).date()
    invalid = [each for each in people if not ding.organization.visible(each)]
    forbidden: list[Json] = []
    unread: list[str] = []
    task = next(ding.notices.numbers)
    for userid in people:
        if userid in invalid:
            continue
        if why := ding.notices.drops(day, userid, content):
            forbidden.append({"code": _FORBIDDEN[why], "count": 1, "userid": userid})
            continue
        ding.posting.post(ding.organization.notices(userid), said, key=str(task))
        unread.append(userid)
    ding.notices.results[task] = {
        "invalid_user_id_list": invalid,
        "forbidden_user_id_list": [each["userid"] for each in forbidden],
        "failed_user_id_list": [],
        "read_user_id_list": [],
        "unread_user_id_list": unread,
        "invalid_dept_id_list": [],
        "forbidden_list": forbidden,
    }
    return {"errcode": 0, "errmsg": "ok", "task_id": task, "request_id": "simulator"}


def _message(call: Call) -> tuple[str, Said]:
    message = call.arguments.get("msg")
    if isinstance(message, str):
        try:
            message = json.loads(message)
        except ValueError:
            message = None
    if not isinstance(message, dict):
        raise OapiRefusal(40035, "不合法的参数: msg")
    content = json.dumps(message, ensure_ascii=False, sort_keys=True)
    if len(content.encode()) > LONGEST:
        raise OapiRefusal(34016, "消息体过长")
    said = said_in(message)
    return content, Said("notice", said.text, said.title, said.buttons, said.content)


def _receivers(call: Call) -> list[str]:
    people = _list(call.arguments.get("userid_list"))
    departments = _list(call.arguments.get("dept_id_list"))
    if len(people) > MOST_PEOPLE or len(departments) > MOST_DEPARTMENTS:
        raise OapiRefusal(400002, "参数错误: 接收人过多")
    everyone = call.ding.organization.people.values()
    if call.arguments.get("to_all_user") in (True, "true"):
        return [worker.userid for worker in everyone]
    of_departments = [
        worker.userid
        for worker in everyone
        if {str(each) for each in worker.departments} & set(departments)
    ]
    return list(dict.fromkeys([*people, *of_departments]))


def _list(value: object) -> list[str]:
    return [each.strip() for each in str(value or "").split(",") if each.strip()]


def _progress(call: Call) -> Json:
    _result_of(call)
    progress = {"progress_in_percent": 100, "status": 2}
    return {"errcode": 0, "errmsg": "ok", "progress": progress}


def _result(call: Call) -> Json:
    return {"errcode": 0, "errmsg": "ok", "send_result": _result_of(call)}


def _result_of(call: Call, name: str = "task_id") -> Json:
    call.number("agent_id")
    result = call.ding.notices.results.get(call.number(name))
    if result is None:
        raise OapiRefusal(400002, f"参数错误: {name}")
    return result


def _recall(call: Call) -> Json:
    _result_of(call, "msg_task_id")
    for message in call.ding.organization.sent_with(str(call.number("msg_task_id"))):
        call.ding.posting.recall(message)
    return {"errcode": 0, "errmsg": "ok"}


_ROOM = "/topapi/message/corpconversation"
METHODS = (
    method(
        "POST",
        f"{_ROOM}/asyncsend_v2",
        _send,
        "qyapi_base",
        "agent_id userid_list dept_id_list to_all_user msg",
    ),
    method(
        "POST",
        f"{_ROOM}/getsendprogress",
        _progress,
        "qyapi_base",
        "agent_id task_id",
    ),
    method("POST", f"{_ROOM}/getsendresult", _result, "qyapi_base", "agent_id task_id"),
    method("POST", f"{_ROOM}/recall", _recall, "qyapi_base", "agent_id msg_task_id"),
)
