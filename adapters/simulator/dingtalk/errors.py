"""Refusals in the shapes of DingTalk's two APIs (facts §3.2)."""

from __future__ import annotations

import uuid

from adapters.simulator.wire import Json


class Refusal(Exception):
    """A call that is not done: the HTTP status and the body say why."""

    def __init__(self, code: str, status: int, body: Json) -> None:
        super().__init__(code)
        self.code, self.status, self.body = code, status, body


class ApiRefusal(Refusal):
    """The new API: a status of 400 and more, and a code in words."""

    def __init__(
        self, code: str, message: str = "", status: int = 400, **more: object
    ) -> None:
        request = str(uuid.uuid4()).upper()
        body: Json = {"code": code, "requestid": request, "message": message or code}
        super().__init__(code, status, body | more)


class OapiRefusal(Refusal):
    """The old API: status 200 and an error number, some of them inside of 88."""

    def __init__(self, errcode: int, message: str, sub_code: str | None = None) -> None:
        body: Json = {"errcode": errcode, "errmsg": message}
        if sub_code is not None:
            inner = f"ding talk error[subcode={sub_code},submsg={message}]"
            body = {"errcode": 88, "errmsg": inner}
            body |= {"sub_code": sub_code, "sub_msg": message}
        body["request_id"] = uuid.uuid4().hex[:12]
        super().__init__(sub_code or str(errcode), 200, body)


def within_88(sub_code: str, message: str) -> OapiRefusal:
    """An error that the old API wraps into 88."""
    return OapiRefusal(88, message, sub_code)
