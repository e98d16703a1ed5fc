"""Who is on leave, and which days are holidays (facts §8.2)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from adapters.simulator.dingtalk.company import LI, WANG
from adapters.simulator.dingtalk.records import Leave
from adapters.simulator.dingtalk.side import DingTalkSide
from tests.adapters.simulator.dingtalk.stranger import Stranger, Stream

PATH = "topapi/attendance/getleavestatus"
DAY = datetime(2026, 11, 3, 1, 0, tzinfo=UTC)


def ms(instant: datetime) -> int:
    """An instant as DingTalk writes it."""
    return int(instant.timestamp() * 1000)


def question(**changes: Any) -> dict[str, Any]:
    """Who of two is on leave on the day."""
    whole = {
        "userid_list": f"{LI},{WANG}",
        "start_time": ms(DAY),
        "end_time": ms(DAY + timedelta(hours=9)),
        "offset": 0,
        "size": 20,
    }
    return whole | changes


async def test_leave_that_overlaps_is_told_in_pages(
    stranger: Stranger, ding: DingTalkSide
) -> None:
    """Half a day is told by its times; asking is billed."""
    half = Leave(LI, DAY, DAY + timedelta(hours=4), "percent_hour", 400)
    ding.organization.leaves += [
        half,
        Leave(WANG, DAY, DAY + timedelta(days=2)),
        Leave(WANG, DAY - timedelta(days=3), DAY - timedelta(days=1)),
    ]
    got = await stranger.old(PATH, **question(size=1))
    assert got["success"] is True
    assert got["result"] == {
        "has_more": True,
        "leave_status": [
            {
                "userid": LI,
                "start_time": ms(half.start),
                "end_time": ms(half.end),
                "duration_unit": "percent_hour",
                "duration_percent": 400,
                "leave_code": "annual",
            }
        ],
    }
    rest = (await stranger.old(PATH, **question(offset=1)))["result"]
    assert (rest["has_more"], len(rest["leave_status"])) == (False, 1)
    assert ding.quota.calls == 2


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"userid_list": ""}, 40035),
        ({"userid_list": ",".join("u" * 1 for _ in range(101))}, 400002),
        ({"size": 21}, 400002),
        ({"end_time": ms(DAY - timedelta(days=1))}, 400002),
        ({"end_time": ms(DAY + timedelta(days=181))}, 400002),
        ({"start_time": "soon"}, 400002),
    ],
)
async def test_a_wrong_question_is_refused(
    stranger: Stranger, changes: dict[str, Any], code: int
) -> None:
    """At most 100 people, 180 days, 20 rows."""
    assert (await stranger.old(PATH, **question(**changes)))["errcode"] == code


async def test_an_approved_leave_is_an_event(
    stream: Stream, ding: DingTalkSide
) -> None:
    """A request alone puts nobody on leave."""
    leave = Leave(LI, DAY, DAY + timedelta(days=1))
    ding.happenings.goes_on_leave(leave, "start")
    kind, data = await stream.event()
    assert (kind, data["approveType"], data["status"]) == (
        "attendance_approve_status_change",
        "LEAVE",
        "start",
    )
    assert ding.organization.leaves == []
    ding.happenings.goes_on_leave(leave)
    assert (await stream.event())[1]["status"] == "finish"
    assert ding.organization.leaves == [leave]


async def test_holidays_come_for_each_person(
    stranger: Stranger, ding: DingTalkSide
) -> None:
    """Festivals, days off, and working days in exchange."""
    ding.holidays += [
        (ms(DAY), "国庆节", "festival"),
        (ms(DAY + timedelta(days=40)), "", "rest"),
    ]
    path = "/v1.0/attendance/holidays"
    span = {"workDateFrom": ms(DAY), "workDateTo": ms(DAY + timedelta(days=7))}
    got = await stranger.new("POST", path, userIds=[LI], **span)
    (one,) = got["result"]
    assert one["userId"] == LI
    assert [day["holidayType"] for day in one["holidays"]] == ["festival"]
    assert await stranger.refused("POST", path, userIds=[LI]) == "paramIllegal"
