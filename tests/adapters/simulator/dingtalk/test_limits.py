"""Throttling, the month's quota, and other trouble on demand (facts §9)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from adapters.simulator.dingtalk.app import DingTalkApp
from adapters.simulator.dingtalk.company import LI
from adapters.simulator.dingtalk.limits import CALLS_PER_SECOND, Throttle
from adapters.simulator.dingtalk.side import DingTalkSide
from adapters.simulator.dingtalk.stage import DingTalkStage
from adapters.simulator.wire import ControlError
from tests.adapters.simulator.dingtalk.stranger import Stranger
from tests.adapters.simulator.dingtalk.test_robot import TO_PEOPLE, body

USER = "topapi/v2/user/get"
QPS = "Forbidden.AccessDenied.QpsLimitForAppkeyAndApi"
COUNT = "Forbidden.AccessDenied.ApiCountLimitForOrg"


def at(seconds: float) -> Callable[[], float]:
    """A time that stands still."""
    return lambda: seconds


def test_twenty_calls_a_second_go_through() -> None:
    """Each API has a bucket of its own."""
    throttle = Throttle(at(0), on=True)
    assert [throttle.allows("a") for _ in range(21)].count(True) == CALLS_PER_SECOND
    assert throttle.allows("b")
    assert all(Throttle(at(0), on=False).allows("a") for _ in range(50))


async def test_too_many_calls_are_told_in_both_shapes(
    stranger: Stranger, stage: DingTalkStage
) -> None:
    """`rate_limit` for so many calls of one path."""
    await stage.fault({"kind": "rate_limit", "path": TO_PEOPLE, "count": 2})
    await stage.fault({"kind": "rate_limit", "path": USER})
    assert await stranger.refused("POST", TO_PEOPLE, **body()) == QPS
    assert await stranger.refused("POST", TO_PEOPLE, **body()) == QPS
    await stranger.new("POST", TO_PEOPLE, **body())
    assert (await stranger.old(USER, userid=LI))["errcode"] == 90018
    assert (await stranger.old(USER, userid=LI))["errcode"] == 0


async def test_a_used_up_month_refuses_what_is_billed(
    stranger: Stranger, stage: DingTalkStage, ding: DingTalkSide
) -> None:
    """Contact calls go on; what was refused is not counted."""
    await stranger.new("POST", TO_PEOPLE, **body())
    assert ding.quota.calls == 1
    await stage.fault({"kind": "quota", "of": "calls"})
    assert await stranger.refused("POST", TO_PEOPLE, **body()) == COUNT
    leave = {"userid_list": LI, "start_time": 1, "end_time": 2}
    got = await stranger.old("topapi/attendance/getleavestatus", **leave)
    assert got["errcode"] == 90020
    assert (await stranger.old(USER, userid=LI))["errcode"] == 0
    billed = [call["billed"] for call in stage.requests(TO_PEOPLE)]
    assert billed == [True, False]


async def test_a_busy_server_is_told_in_both_shapes(
    stranger: Stranger, stage: DingTalkStage
) -> None:
    """500, 503, and -1."""
    await stage.fault({"kind": "server_error", "path": TO_PEOPLE})
    await stage.fault({"kind": "server_error", "path": TO_PEOPLE, "status": 503})
    await stage.fault({"kind": "server_error", "path": USER})
    assert await stranger.refused("POST", TO_PEOPLE, **body()) == "system.error"
    assert await stranger.refused("POST", TO_PEOPLE, **body()) == "ServiceUnavailable"
    assert (await stranger.old(USER, userid=LI))["errcode"] == -1


async def test_a_blocked_address_gets_no_ordinary_answer(
    stranger: Stranger, stage: DingTalkStage
) -> None:
    """`ip_block`: neither of the two shapes."""
    await stranger.login()
    await stage.fault({"kind": "ip_block"})
    _, answer = await stranger.raw("POST", TO_PEOPLE, body())
    assert (answer["status"], answer["punish"]) == (1111, "deny")


async def test_a_slow_answer_is_an_answer(
    stranger: Stranger, stage: DingTalkStage
) -> None:
    """The call is done after the pause."""
    await stage.fault({"kind": "slow", "path": TO_PEOPLE, "seconds": 0.01})
    await stranger.new("POST", TO_PEOPLE, **body())
    assert len(stage.messages(LI, "dm", None)) == 1


async def test_opening_a_connection_can_be_refused(
    stranger: Stranger, stage: DingTalkStage
) -> None:
    """So many times, with this status."""
    await stage.fault({"kind": "refuse_open", "count": 2, "status": 503})
    assert [(await stranger.open())[0] for _ in range(3)] == [503, 503, 200]


@pytest.mark.parametrize(
    "fault",
    [{"kind": "magic"}, {"kind": "permission"}, {"kind": "remove_bot", "group": "x"}],
)
async def test_an_unknown_fault_is_refused(
    stage: DingTalkStage, fault: dict[str, str]
) -> None:
    """With a sentence."""
    with pytest.raises(ControlError):
        await stage.fault(fault)


async def test_faults_can_be_cleared(stranger: Stranger, stage: DingTalkStage) -> None:
    """All of them at once."""
    await stage.fault({"kind": "rate_limit"})
    await stage.fault({"kind": "hide_person", "userid": LI})
    await stage.fault({"kind": "quota"})
    await stage.fault({"kind": "clear"})
    sent = await stranger.new("POST", TO_PEOPLE, **body())
    assert sent["invalidStaffIdList"] == []


@pytest.fixture
def app() -> DingTalkApp:
    """An app whose calls are not throttled."""
    return DingTalkApp(limits=False)
