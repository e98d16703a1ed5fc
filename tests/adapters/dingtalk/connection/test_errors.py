"""What DingTalk's refusals mean, by its own tables (facts §3.2, §4.3, §9.2)."""

import json

import pytest

from adapters.dingtalk.errors import answer
from bot.errors import (
    ChatError,
    HandleExpired,
    NotSaid,
    RateLimited,
    Rejected,
    Unreachable,
)

DENIED = "Forbidden.AccessDenied.AccessTokenPermissionDenied"
ADDRESS = "Forbidden.AccessDenied.IpNotInWhiteList"


def refusal(status: int, body: object) -> ChatError:
    """What is raised for an answer."""
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    with pytest.raises(ChatError) as told:
        answer(status, raw)
    return told.value


@pytest.mark.parametrize(
    ("status", "body", "kind", "code"),
    [
        (400, {"code": "InvalidAuthentication"}, Rejected, "InvalidAuthentication"),
        (403, {"code": DENIED, "accessdenieddetail": {}}, Rejected, DENIED),
        (403, {"code": ADDRESS}, Rejected, ADDRESS),
        (400, {"code": "param.cardNotExist"}, Rejected, "param.cardNotExist"),
        (404, {}, Rejected, "http_404"),
        (404, b"<html>nginx</html>", Rejected, "http_404"),
        (200, {"errcode": 404, "errmsg": "请求的URI地址不存在"}, Rejected, "404"),
        (200, {"errcode": 22, "errmsg": "Invalid method"}, Rejected, "22"),
        (200, {"errcode": 60121, "errmsg": "找不到该用户"}, Rejected, "60121"),
        (200, {"errcode": "60121"}, Rejected, "60121"),
        (200, {"errcode": 88, "sub_code": "60011"}, Rejected, "60011"),
        (200, {"errcode": 88, "errmsg": "?"}, Rejected, "88"),
        (200, {"errcode": 460101}, Rejected, "460101"),
        (200, {"errcode": 300001, "errmsg": "session 不存在"}, HandleExpired, "300001"),
        (403, {"code": "X.QpsLimitForApi"}, RateLimited, "X.QpsLimitForApi"),
        (429, {"code": "whatever"}, RateLimited, "whatever"),
        (400, {"code": "send.too.fast"}, RateLimited, "send.too.fast"),
        (200, {"errcode": 660026}, RateLimited, "660026"),
        (200, {"errcode": "90007"}, RateLimited, "90007"),
        (503, {"code": "ServiceUnavailable"}, NotSaid, "ServiceUnavailable"),
        (500, {"code": "system.busy"}, NotSaid, "system.busy"),
        (504, b"", Unreachable, "http_504"),
        (200, {"errcode": -1, "errmsg": "系统繁忙"}, Unreachable, "-1"),
        (200, b"", RateLimited, "punished"),
        (200, b"[1]", RateLimited, "punished"),
    ],
)
def test_a_refusal_is_one_of_ours(
    status: int, body: object, kind: type[ChatError], code: str
) -> None:
    """With DingTalk's own word for why."""
    told = refusal(status, body)
    assert (type(told), told.code) == (kind, code)


@pytest.mark.parametrize(
    "body",
    [
        {"errcode": 0, "errmsg": "ok", "result": {}},
        {"errcode": "0"},
        {"success": True, "result": True},
        {"accessToken": "t", "expireIn": 7200},
        {"code": 200, "cause": "success"},
        {"code": "OK"},
        {},
    ],
)
def test_anything_else_is_an_answer(body: dict[str, object]) -> None:
    """A code without a refusing status means nothing in the new API."""
    assert answer(200, json.dumps(body).encode()) == body
