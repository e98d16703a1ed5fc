"""DingTalk's refusals → ours (facts §3.2, §4.2, §4.3, §9).

The new API says no with an HTTP status and a `code`, the old one with HTTP 200 and an
`errcode`, which may be 88 with the reason in `sub_code`, all of them perhaps as text.
"""

from typing import Any

from adapters.dingtalk.wire import read_json, text
from adapters.wire import string
from bot.errors import (
    ChatError,
    HandleExpired,
    NotSaid,
    RateLimited,
    Rejected,
    Unreachable,
)

QUOTA = "quota"  # the organization's month is used up: asking again cannot help
NOT_CONNECTED = "not_connected"  # nothing was sent, so nothing can have arrived
PUNISHED = "punished"
PENANCE = 300.0  # seconds a public address is blocked for
MINUTE = 60.0
SECOND = 1.0

STALE_TOKEN = frozenset(
    {"InvalidAuthentication", "40014", "42001", "33001", "40001"}
)  # asked for once more
NOT_LISTED = frozenset(
    {"Forbidden.AccessDenied.IpNotInWhiteList", "60020"}
)  # the app's own list of addresses
DENIED = frozenset(
    {"Forbidden.AccessDenied.AccessTokenPermissionDenied", "60011"}
)  # a permission point is not granted

SPENT = frozenset({"Forbidden.AccessDenied.ApiCountLimitForOrg", "90020"})
EXPIRED = frozenset({"300001"})  # the session of a sessionWebhook
BROKEN = frozenset(
    {"-1", "15", "unknown.send.result"}
)  # what was asked for may have happened
MAYBE = frozenset({502, 504})  # what is in between got no answer
TOO_FAST = {
    "send.too.fast": SECOND,
    "send.byToken.tooFast": SECOND,
    "too.many.people": MINUTE,
    "too.many.group": MINUTE,
    "system.busy": SECOND,
    "systemBusy": SECOND,
    "requestTooMuch": SECOND,
    "request.too.fast": SECOND,
    "todo.taskCreate.flowControlError": SECOND,
    "410100": SECOND,
    "660026": MINUTE,
    "90017": SECOND,
    "90018": SECOND,
    PUNISHED: PENANCE,
} | {str(code): SECOND for code in range(90001, 90015)}
# about one person or group, and not about everything we say
OF_PLACE = frozenset({"too.many.people", "too.many.group", "660026"})


def answer(status: int, body: bytes) -> dict[str, Any]:
    """The answer to a call of either API. Raises what it says went wrong."""
    said = read_json(body)
    code = _code(said, status)
    if status in MAYBE or code in BROKEN:
        raise Unreachable(code or f"http_{status}")
    if status >= 500:  # an answer, and it says no (facts §3.2)
        raise NotSaid(code or f"http_{status}")
    if not isinstance(said, dict):
        raise _of_something_else(status)
    if code or status >= 300:
        raise of_code(code or f"http_{status}", status)
    return said


def of_code(code: str, status: int = 200) -> ChatError:
    """What a code of DingTalk's means."""
    if code in SPENT:
        return Rejected(QUOTA)
    if "QpmLimit" in code:
        return RateLimited(code, MINUTE)
    if code in TOO_FAST or "QpsLimit" in code or status == 429:
        seconds = TOO_FAST.get(code, SECOND)
        return RateLimited(code, seconds, of_place=code in OF_PLACE)
    if code in BROKEN:
        return Unreachable(code)
    return HandleExpired(code) if code in EXPIRED else Rejected(code)


def _code(said: object, status: int) -> str:
    """The code of a refusal; empty where the answer is none."""
    if string(said, "punish") or string(said, "source") == "x5":
        return PUNISHED
    code = text(said, "errcode")
    if code == "88":
        return text(said, "sub_code") or code
    if status >= 400:
        return string(said, "code") or code
    return "" if code == "0" else code


def _of_something_else(status: int) -> ChatError:
    """Not DingTalk's own answer: its gate turns a blocked address away with a page."""
    if status in (404, 405) or 300 <= status < 400:
        return Rejected(f"http_{status}")
    return RateLimited(PUNISHED, PENANCE)
