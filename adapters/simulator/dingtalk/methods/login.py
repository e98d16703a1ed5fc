"""Who opened a page: the client's code, and the login in a browser (facts §10)."""

from __future__ import annotations

from adapters.simulator.dingtalk.call import Call, method
from adapters.simulator.dingtalk.errors import ApiRefusal, OapiRefusal
from adapters.simulator.dingtalk.methods.contacts import done
from adapters.simulator.dingtalk.tokens import LIFETIME
from adapters.simulator.wire import Json


def _user_info(call: Call) -> Json:
    userid = call.ding.tokens.whose_code(call.field("code"))
    if userid is None:
        raise OapiRefusal(40078, "不存在的临时授权码")
    worker = call.ding.organization.people[userid]
    level = 1 if worker.admin else 0
    who: Json = {"userid": userid, "unionid": worker.union_id, "name": worker.name}
    more = {"device_id": "simulator", "associated_unionid": ""}
    return done(who | {"sys": worker.admin, "sys_level": level} | more)


def _user_token(call: Call) -> Json:
    app = call.ding.app
    pair = (call.text("clientId"), call.text("clientSecret"))
    if pair != (app.client_id, app.client_secret):
        raise ApiRefusal("invalidClientIdOrSecret")
    if call.text("grantType") != "authorization_code":
        raise ApiRefusal("unsupported.grant.type")
    userid = call.ding.tokens.whose_code(call.text("code"))
    if userid is None:
        raise ApiRefusal("invalidParameter.authCode.notFound", "不合法的临时授权码")
    token = call.ding.tokens.issue_for(userid)
    corp = call.ding.organization.company.corp_id
    body: Json = {"accessToken": token, "refreshToken": "r" + token}
    return body | {"expireIn": LIFETIME, "corpId": corp}


def _me(call: Call) -> Json:
    userid = call.ding.tokens.whose(call.token)
    if userid is None:
        raise ApiRefusal("InvalidAuthentication", "不合法的access_token")
    worker = call.ding.organization.people[userid]
    who: Json = {"nick": worker.name, "unionId": worker.union_id, "openId": userid}
    return who | {"mobile": worker.mobile, "email": worker.email, "avatarUrl": ""}


METHODS = (
    method(
        "POST",
        "/v1.0/oauth2/userAccessToken",
        _user_token,
        takes="clientId clientSecret code grantType refreshToken",
        billed=False,
        needs_token=False,
    ),
    method(
        "GET", "/v1.0/contact/users/me", _me, "Contact.User.Read",
        billed=False, needs_token=False,
    ),
)  # fmt: skip
OAPI_METHODS = (
    method(
        "POST",
        "/topapi/v2/user/getuserinfo",
        _user_info,
        "qyapi_get_member",
        "code",
        billed=False,
    ),
)
