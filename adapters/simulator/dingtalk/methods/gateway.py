"""Opening a Stream connection (facts §1.1)."""

from __future__ import annotations

from adapters.simulator.dingtalk.call import Call, method
from adapters.simulator.dingtalk.errors import ApiRefusal
from adapters.simulator.wire import Json

OPEN = "/v1.0/gateway/connections/open"
_KINDS = ("EVENT", "CALLBACK")


def _open(call: Call) -> Json:
    app = call.ding.app
    pair = (call.text("clientId"), call.text("clientSecret"))
    if pair != (app.client_id, app.client_secret):
        raise ApiRefusal("authFailed", "鉴权失败")
    wanted = call.arguments.get("subscriptions")
    if not isinstance(wanted, list) or not wanted:
        raise ApiRefusal("paramIllegal", "subscriptions is empty")
    ticket = call.ding.hub.ticket(frozenset(_subscription(one) for one in wanted))
    return {"endpoint": call.ding.socket_url, "ticket": ticket}


def _subscription(wanted: object) -> tuple[str, str]:
    match wanted:
        case {"type": str(kind), "topic": str(topic)} if kind in _KINDS and topic:
            return kind, topic
        case _:
            raise ApiRefusal("paramIllegal", "a subscription needs a type and a topic")


METHODS = (
    method(
        "POST",
        OPEN,
        _open,
        takes="clientId clientSecret subscriptions ua localIp extras",
        billed=False,
        needs_token=False,
    ),
)
