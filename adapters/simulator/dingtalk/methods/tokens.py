"""The three calls for the app's token (facts §3.1)."""

from __future__ import annotations

from adapters.simulator.dingtalk.call import Call, method
from adapters.simulator.dingtalk.errors import ApiRefusal, OapiRefusal
from adapters.simulator.dingtalk.tokens import LIFETIME
from adapters.simulator.wire import Json


def _access_token(call: Call) -> Json:
    app = call.ding.app
    key = call.needed("appKey", "MissingappKey")
    secret = call.needed("appSecret", "MissingappSecret")
    if (key, secret) != (app.client_id, app.client_secret):
        raise ApiRefusal("invalidClientIdOrSecret", "无效的clientId或者clientSecret")
    return {"accessToken": call.ding.tokens.issue(), "expireIn": LIFETIME}


def _corp_token(call: Call) -> Json:
    ding, app = call.ding, call.ding.app
    if call.path["corpId"] != ding.organization.company.corp_id:
        raise ApiRefusal("unknownError", "未知错误", 500)
    if call.text("grant_type") != "client_credentials":
        raise ApiRefusal("unsupported.grant.type")
    pair = (call.text("client_id"), call.text("client_secret"))
    if pair != (app.client_id, app.client_secret):
        raise ApiRefusal("invalid.client")
    return {"access_token": ding.tokens.issue(), "expires_in": LIFETIME}


def _gettoken(call: Call) -> Json:
    app = call.ding.app
    pair = (call.field("appkey"), call.field("appsecret"))
    if pair != (app.client_id, app.client_secret):
        raise OapiRefusal(40096, "不合法的appKey或appSecret")
    token = call.ding.tokens.issue()
    body: Json = {"errcode": 0, "errmsg": "ok"}
    return body | {"access_token": token, "expires_in": LIFETIME}


METHODS = (
    method(
        "POST",
        "/v1.0/oauth2/accessToken",
        _access_token,
        takes="appKey appSecret",
        billed=False,
        needs_token=False,
    ),
    method(
        "POST",
        "/v1.0/oauth2/{corpId}/token",
        _corp_token,
        takes="client_id client_secret grant_type",
        billed=False,
        needs_token=False,
    ),
)
OAPI_METHODS = (method("GET", "/gettoken", _gettoken, billed=False, needs_token=False),)
