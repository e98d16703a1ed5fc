"""How the new API and the old one refuse a call (facts §3.2, §9)."""

from __future__ import annotations

from adapters.simulator.dingtalk.call import Manners
from adapters.simulator.dingtalk.errors import (
    ApiRefusal,
    OapiRefusal,
    Refusal,
    within_88,
)

_DENIED = "Forbidden.AccessDenied."


def _forbidden(scope: str) -> Refusal:
    return ApiRefusal(
        f"{_DENIED}AccessTokenPermissionDenied",
        f"应用尚未开通所需的权限：[{scope}]",
        403,
        accessdenieddetail={"requiredScopes": [scope]},
    )


def _busy(status: int) -> Refusal:
    code = "system.error" if status == 500 else "ServiceUnavailable"
    return ApiRefusal(code, "系统繁忙", status)


API = Manners(
    prefix="/dingtalk/api",
    header="x-acs-dingtalk-access-token",
    query="",
    no_token=lambda: ApiRefusal(
        "AuthenticationFailed.MissingParameter", "x-acs-dingtalk-access-token is empty"
    ),
    bad_token=lambda: ApiRefusal("InvalidAuthentication", "不合法的access_token"),
    forbidden=_forbidden,
    throttled=lambda: ApiRefusal(
        f"{_DENIED}QpsLimitForAppkeyAndApi", "请求被限流", 403
    ),
    used_up=lambda: ApiRefusal(
        f"{_DENIED}ApiCountLimitForOrg", "组织的月度调用次数已用完", 403
    ),
    busy=_busy,
    unknown=lambda path: ApiRefusal(
        "InvalidAction.NotFound",
        "Specified api is not found, please check your url and method.",
        404,
    ),
    unreadable=lambda: ApiRefusal("paramIllegal", "the body is not a JSON object"),
)

OAPI = Manners(
    prefix="/dingtalk/oapi",
    header="",
    query="access_token",
    no_token=lambda: within_88("40000", "不合法的凭证类型"),
    bad_token=lambda: within_88("40014", "不合法的access_token"),
    forbidden=lambda scope: within_88("60011", f"没有调用该接口的权限: {scope}"),
    throttled=lambda: OapiRefusal(90018, "您的应用调用该接口的QPS超过上限"),
    used_up=lambda: OapiRefusal(90020, "组织的月度调用次数已用完"),
    busy=lambda status: OapiRefusal(-1, "系统繁忙"),
    unknown=lambda path: OapiRefusal(22, f"Invalid method: {path}"),
    unreadable=lambda: OapiRefusal(40035, "不合法的参数"),
)
