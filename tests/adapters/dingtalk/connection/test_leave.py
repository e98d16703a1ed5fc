"""Who is on leave, as DingTalk's attendance knows (facts §8.2)."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from adapters.dingtalk.api import DingTalkApi
from adapters.dingtalk.leave import DingTalkLeaves, leave_of
from bot.model.refs import UserRef
from bot.ports.leave import Leave, Leaves
from tests.adapters.dingtalk.connection.pretend import Pretend

_: type[Leaves] = DingTalkLeaves

PATH = "/topapi/attendance/getleavestatus"
CHINA = ZoneInfo("Asia/Shanghai")
LI = UserRef("dingtalk", "ding1", "manager4521")
ANNA = UserRef("slack", "T1", "U0ANNA1")


def at(day: int, hour: int = 0) -> datetime:
    """A moment of March 2026 in Hangzhou."""
    return datetime(2026, 3, day, hour, tzinfo=CHINA)


def status(
    start: datetime, end: datetime, percent: Any = 100, unit: str = "percent_day"
) -> dict[str, Any]:
    """One leave on the wire."""
    return {
        "userid": LI.id,
        "start_time": int(start.timestamp() * 1000),
        "end_time": int(end.timestamp() * 1000),
        "duration_unit": unit,
        "duration_percent": percent,
        "leave_code": "c",
    }


@pytest.mark.parametrize(
    ("wire", "start", "end"),
    [
        (status(at(2), at(3)), at(2), at(3)),
        (status(at(2), at(2)), at(2), at(3)),
        (status(at(2), at(3), 200), at(2), at(4)),
        (status(at(2), at(3), "200"), at(2), at(4)),
        (status(at(2), at(2, 12), 50), at(2), at(2, 12)),
        (status(at(2, 12), at(3), 50), at(2, 12), at(3)),
        (status(at(2, 9), at(2, 11), 200, "percent_hour"), at(2, 9), at(2, 11)),
        (status(at(2, 22), at(3), 200, "percent_hour"), at(2, 22), at(3)),
    ],
)
def test_when_a_leave_ends(
    wire: dict[str, Any], start: datetime, end: datetime
) -> None:
    """An end at midnight may name the last day: the length says which."""
    assert leave_of(wire, {LI.id: LI}, CHINA) == Leave(LI, start, end)


@pytest.mark.parametrize(
    "wire",
    [
        {},
        {"userid": LI.id},
        status(at(2), at(3)) | {"userid": "stranger"},
        status(at(2), at(3)) | {"end_time": "soon"},
        status(at(3), at(2, 1), 0),
    ],
)
def test_what_has_no_shape_is_no_leave(wire: dict[str, Any]) -> None:
    """Nor is one that ends before it begins."""
    assert leave_of(wire, {LI.id: LI}, CHINA) is None


async def test_many_are_asked_for_at_once(
    dingtalk: Pretend, api: DingTalkApi, metered: list[str]
) -> None:
    """A hundred a call, page by page: calls cost. Other platforms' people are not
    DingTalk's to know.
    """
    first = {"errcode": 0, "success": True, "result": {"has_more": True}}
    first["result"]["leave_status"] = [status(at(2), at(3))] * 2  # type: ignore[index]
    last = {"errcode": 0, "result": {"has_more": False, "leave_status": []}}
    dingtalk.says(PATH, first, last)
    crowd = [UserRef("dingtalk", "ding1", f"u{n}") for n in range(100)]
    leaves = DingTalkLeaves(api, CHINA)
    found = await leaves.between([LI, ANNA, *crowd], at(2, 9), at(2, 18))
    assert found == [Leave(LI, at(2), at(3))] * 2
    asked = [call.body for call in dingtalk.calls(PATH)]
    sizes = [(len(body["userid_list"].split(",")), body["offset"]) for body in asked]
    assert sizes == [(100, 0), (100, 2), (1, 0)]
    assert asked[0]["start_time"] == at(2, 9).timestamp() * 1000
    assert len(metered) == 3
    assert await leaves.between([ANNA], at(2), at(3)) == []


async def test_only_what_touches_the_time_counts(
    dingtalk: Pretend, api: DingTalkApi
) -> None:
    """A leave that ended this morning is none for the afternoon."""
    morning = status(at(2), at(2, 12), 50)
    said = {"errcode": 0, "result": {"has_more": False, "leave_status": [morning]}}
    dingtalk.says(PATH, said)
    leaves = DingTalkLeaves(api, CHINA)
    assert await leaves.between([LI], at(2, 12), at(2, 18)) == []
    before = at(2, 11).astimezone(UTC)
    assert len(await leaves.between([LI], before, before + timedelta(hours=1))) == 1
