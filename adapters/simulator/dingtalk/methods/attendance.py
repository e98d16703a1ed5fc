"""Who is on leave, and which days are holidays (facts §8.2)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from adapters.simulator.dingtalk.call import Call, method
from adapters.simulator.dingtalk.errors import ApiRefusal, OapiRefusal
from adapters.simulator.dingtalk.records import Leave
from adapters.simulator.wire import Json

MOST_PEOPLE, MOST_ROWS, LONGEST = 100, 20, timedelta(days=180)


def _leave_status(call: Call) -> Json:
    userids = [each for each in call.field("userid_list").split(",") if each]
    start, end = _instant(call, "start_time"), _instant(call, "end_time")
    if len(userids) > MOST_PEOPLE or not start <= end <= start + LONGEST:
        raise OapiRefusal(400002, "参数错误: 最多100人, 180天")
    offset, size = call.window(MOST_ROWS, MOST_ROWS)
    rows = [
        _row(leave)
        for leave in call.ding.organization.leaves
        if leave.userid in userids and leave.start < end and start < leave.end
    ]
    result = {
        "has_more": len(rows) > offset + size,
        "leave_status": rows[offset : offset + size],
    }
    return {"errcode": 0, "errmsg": "ok", "success": True, "result": result}


def _instant(call: Call, name: str) -> datetime:
    try:
        return datetime.fromtimestamp(call.number(name) / 1000, UTC)
    except (OverflowError, OSError, ValueError):
        raise OapiRefusal(400002, f"参数错误: {name}") from None


def _row(leave: Leave) -> Json:
    return {
        "userid": leave.userid,
        "start_time": _milliseconds(leave.start),
        "end_time": _milliseconds(leave.end),
        "duration_unit": leave.unit,
        "duration_percent": leave.percent,
        "leave_code": leave.code,
    }


def _milliseconds(instant: datetime) -> int:
    return int(instant.timestamp() * 1000)


def _holidays(call: Call) -> Json:
    userids = call.words("userIds", "invalidParameter.userIds.empty")
    span = (call.arguments.get("workDateFrom"), call.arguments.get("workDateTo"))
    if not all(isinstance(each, int) for each in span):
        raise ApiRefusal("paramIllegal", "workDateFrom and workDateTo are numbers")
    first, last = int(span[0] or 0), int(span[1] or 0)
    found = [
        {"workDate": day, "holidayName": name, "holidayType": kind, "realWorkDate": day}
        for day, name, kind in call.ding.holidays
        if first <= day <= last
    ]
    return {"result": [{"userId": each, "holidays": found} for each in userids]}


METHODS = (
    method(
        "POST",
        "/v1.0/attendance/holidays",
        _holidays,
        "qyapi_attendance_group_read",
        "userIds workDateFrom workDateTo",
    ),
)
OAPI_METHODS = (
    method(
        "POST",
        "/topapi/attendance/getleavestatus",
        _leave_status,
        "qyapi_get_attendance_data",
        "userid_list start_time end_time offset size",
    ),
)
