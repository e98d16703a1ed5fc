"""Events that nobody took, to be fetched later (facts §2.2)."""

from __future__ import annotations

from adapters.simulator.dingtalk.call import Call, method
from adapters.simulator.dingtalk.frames import Push
from adapters.simulator.wire import Json

MOST = 200


def _failed(call: Call) -> Json:
    failed = call.ding.outbox.failed
    told, failed[:] = failed[:MOST], failed[MOST:]
    listed = [_wire(push) for push in told]
    return {"errcode": 0, "failed_list": listed, "has_more": bool(failed)}


def _wire(push: Push) -> Json:
    kind = push.headers["eventType"]
    data = {"corpid": push.headers["eventCorpId"]} | push.data
    if "userId" in data:
        data["userid"] = data.pop("userId")
    born = int(push.headers["eventBornTime"])
    return {kind: data, "call_back_tag": kind, "event_time": born}


METHODS = (
    method(
        "GET",
        "/call_back/get_call_back_failed_result",
        _failed,
        "qyapi_base",
        billed=False,
    ),
)
