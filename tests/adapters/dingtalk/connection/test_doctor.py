"""What the doctor finds at DingTalk."""

from datetime import UTC, datetime, timedelta

import pytest

from adapters.dingtalk.api import DingTalkApi
from adapters.dingtalk.doctor import checks
from adapters.dingtalk.stream import GATEWAY
from bot.model.finding import Finding, Level
from tests.adapters.dingtalk.connection.people import BELOW, SCOPES, company, ok
from tests.adapters.dingtalk.connection.pretend import Pretend, Says
from tests.fakes.clock import FakeClock

KEYS = "/v1.0/oauth2/accessToken"
ROBOT = "/v1.0/robot/oToMessages/readStatus"
PEOPLE = "/topapi/user/listid"
LEAVE = "/topapi/attendance/getleavestatus"
TODO = "/v1.0/todo/users/shopcrew-doctor/tasks/shopcrew-doctor"
CARD = "/v1.0/card/instances"
DENIED = "Forbidden.AccessDenied.AccessTokenPermissionDenied"
WELL = {
    "doctor-dingtalk-keys-ok": Level.OK,
    "doctor-dingtalk-stream-ok": Level.OK,
    "doctor-dingtalk-range-ok": Level.OK,
    "doctor-dingtalk-permissions-ok": Level.OK,
    "doctor-dingtalk-template-ok": Level.OK,
    "doctor-dingtalk-no-agent": Level.OK,
    "doctor-dingtalk-events": Level.OK,
}


@pytest.fixture
def clock() -> FakeClock:
    """As late as it is: DingTalk's answers carry the real time."""
    return FakeClock(datetime.now(UTC))


@pytest.fixture
def healthy(dingtalk: Pretend) -> Pretend:
    """A company that lets us do everything."""
    company(dingtalk, [1], ["chen"])
    dingtalk.says(PEOPLE, ok({"userid_list": []}))
    dingtalk.says(BELOW, ok([]))
    dingtalk.says(LEAVE, {"errcode": 400002, "errmsg": "参数错误"})
    dingtalk.says(ROBOT, {"code": "processQueryKey.expireTime"}, status=400)
    dingtalk.says(TODO, {"code": "todo.taskNotExist"}, status=400)
    dingtalk.says(
        CARD, {"success": True}, Says({"code": "param.cardAlreadyExist"}, 400)
    )
    return dingtalk


def told(found: list[Finding]) -> dict[str, Level]:
    """The findings by key."""
    return {finding.key: finding.level for finding in found}


async def well(api: DingTalkApi, clock: FakeClock) -> list[Finding]:
    """Everything set, in Stream mode."""
    return await checks(api, clock, corp="ding1", card_template="t.schema")


async def test_all_is_well(
    healthy: Pretend, api: DingTalkApi, clock: FakeClock, metered: list[str]
) -> None:
    """Asking a second time is no different, and costs as little."""
    for _ in range(2):
        found = await well(api, clock)
        assert told(found) == WELL
    assert len(metered) == 8
    sizes = next(f for f in found if f.key == "doctor-dingtalk-range-ok").values
    assert sizes == {"departments": 1, "people": 1}
    assert healthy.sockets == []


@pytest.mark.parametrize(
    ("answer", "key"),
    [
        (Says({"code": "invalidClientIdOrSecret"}, 400), "doctor-dingtalk-keys"),
        (
            Says({"code": "Forbidden.AccessDenied.IpNotInWhiteList"}, 403),
            "doctor-dingtalk-address",
        ),
        (Says({}, 503), "doctor-dingtalk-unreachable"),
    ],
)
async def test_keys_that_do_not_work_come_alone(
    healthy: Pretend, api: DingTalkApi, clock: FakeClock, answer: Says, key: str
) -> None:
    """Nothing else can be looked at."""
    healthy.says(KEYS, answer)
    assert told(await well(api, clock)) == {key: Level.FAIL}


async def test_a_refused_stream_is_told(
    healthy: Pretend, api: DingTalkApi, clock: FakeClock
) -> None:
    """The keys are good, but the app is not published, or wants HTTP."""
    healthy.says(GATEWAY, {"code": "AppNotPublished"}, status=400)
    first = (await well(api, clock))[0]
    why = {"why": "AppNotPublished"}
    assert first == Finding(Level.FAIL, "doctor-dingtalk-stream", why)


async def test_missing_permissions_are_named(
    healthy: Pretend, api: DingTalkApi, clock: FakeClock
) -> None:
    """By their point and by their name in the console; what is needed comes first."""
    healthy.says(ROBOT, {"code": DENIED, "accessdenieddetail": {}}, status=403)
    healthy.says(LEAVE, {"errcode": 88, "sub_code": "60011"})
    healthy.says(TODO, {"code": DENIED}, status=403)
    healthy.coming[CARD].clear()
    healthy.says(CARD, {"code": DENIED}, status=403)
    found = await well(api, clock)
    robot = {"point": "qyapi_robot_sendmsg", "name": "企业内机器人发送消息"}
    assert found[0] == Finding(Level.FAIL, "doctor-dingtalk-lacks-robot", robot)
    lacking = {key for key in told(found) if "lacks" in key}
    assert lacking == {
        "doctor-dingtalk-lacks-robot",
        "doctor-dingtalk-lacks-leave",
        "doctor-dingtalk-lacks-todo",
        "doctor-dingtalk-lacks-cards",
    }
    assert "doctor-dingtalk-permissions-ok" not in told(found)


async def test_what_could_not_be_asked_is_told(
    healthy: Pretend, api: DingTalkApi, clock: FakeClock
) -> None:
    """A used-up month, and an API that is away."""
    healthy.says(ROBOT, {"code": "X.ApiCountLimitForOrg"}, status=403)
    healthy.says(TODO, {}, status=503)
    found = told(await well(api, clock))
    assert found["doctor-dingtalk-unclear"] is Level.WARN
    healthy.says(
        ROBOT, {"code": "Forbidden.AccessDenied.ApiCountLimitForOrg"}, status=403
    )
    assert told(await well(api, clock))["doctor-dingtalk-quota"] is Level.FAIL


async def test_an_empty_range_is_found(
    healthy: Pretend, api: DingTalkApi, clock: FakeClock
) -> None:
    """Nobody to talk to; or scopes we may not ask for; or no e-mail addresses."""
    company(healthy, [], [])
    assert told(await well(api, clock))["doctor-dingtalk-range"] is Level.FAIL
    healthy.says(SCOPES, {"errcode": 60011})
    key = "doctor-dingtalk-lacks-scopes"
    assert told(await well(api, clock))[key] is Level.FAIL
    scopes = {"auth_org_scopes": {"authed_dept": [1]}, "auth_user_field": ["name"]}
    healthy.says(SCOPES, {"errcode": 0, **scopes})
    key = "doctor-dingtalk-lacks-email"
    assert told(await well(api, clock))[key] is Level.WARN


@pytest.mark.parametrize(
    ("code", "key"),
    [
        ("param.templateNotExist", "doctor-dingtalk-template"),
        ("param.templateUnpublished", "doctor-dingtalk-template-unpublished"),
        ("param.invalid", "doctor-dingtalk-cards"),
    ],
)
async def test_a_template_that_does_not_work_is_found(
    healthy: Pretend, api: DingTalkApi, clock: FakeClock, code: str, key: str
) -> None:
    """By a card that nobody gets."""
    healthy.coming[CARD].clear()
    healthy.says(CARD, {"code": code}, status=400)
    assert told(await well(api, clock))[key] is Level.FAIL


async def test_what_is_not_set_is_named(
    healthy: Pretend, api: DingTalkApi, clock: FakeClock
) -> None:
    """It works without; over HTTP it needs a public address."""
    found = told(await checks(api, clock))
    assert found["doctor-dingtalk-no-template"] is Level.WARN
    assert found["doctor-dingtalk-corp"] is Level.WARN
    assert not healthy.calls(CARD)
    found = told(await checks(api, clock, mode="http"))
    assert found["doctor-dingtalk-http-address"] is Level.FAIL
    assert found["doctor-dingtalk-http-events"] is Level.WARN
    assert "doctor-dingtalk-stream-ok" not in found
    found = told(
        await checks(
            api,
            clock,
            mode="http",
            event_aes_key="k",
            public_url="https://crew.example",
        )
    )
    assert found["doctor-dingtalk-http"] is Level.OK
    assert "doctor-dingtalk-http-address" not in found
    assert "doctor-dingtalk-http-events" not in found


async def test_a_wrong_clock_is_found(
    healthy: Pretend, api: DingTalkApi, clock: FakeClock
) -> None:
    """Signatures are good for an hour; Stream mode has none."""
    clock.set(clock.now() + timedelta(minutes=2))
    assert told(await well(api, clock))["doctor-dingtalk-clock"] is Level.WARN
    clock.set(clock.now() + timedelta(hours=2))
    assert told(await well(api, clock))["doctor-dingtalk-clock"] is Level.WARN
    found = told(await checks(api, clock, mode="http"))
    assert found["doctor-dingtalk-clock"] is Level.FAIL


async def test_work_notices_are_looked_at_where_they_are_set(
    healthy: Pretend, api: DingTalkApi, clock: FakeClock
) -> None:
    """A notice that never was is asked for; nothing is sent."""
    result = "/topapi/message/corpconversation/getsendresult"
    healthy.says(result, {"errcode": 400002, "errmsg": "参数错误"})
    found = told(await checks(api, clock, corp="ding1", agent_id=123))
    assert found["doctor-dingtalk-notices-ok"] is Level.OK
    (asked,) = healthy.calls(result)
    assert asked.body == {"agent_id": 123, "task_id": 1}
    healthy.says(result, {"errcode": 88, "sub_code": "60011", "sub_msg": "no"})
    found = told(await checks(api, clock, corp="ding1", agent_id=123))
    assert found["doctor-dingtalk-lacks-notices"] is Level.FAIL
