"""Bodies of webhooks and work notices: what belongs to a `msgtype` (facts §4.4)."""

from __future__ import annotations

import json
from typing import Any

from adapters.simulator.dingtalk.errors import OapiRefusal
from adapters.simulator.dingtalk.posting import Said
from adapters.simulator.dingtalk.records import Button
from adapters.simulator.wire import Json

_NEEDS = {
    "text": ("content",),
    "markdown": ("title", "text"),
    "link": ("title", "text", "messageUrl"),
    "actionCard": ("title", "text"),
    "action_card": ("title", "markdown"),
    "feedCard": (),
    "image": ("media_id",),
    "file": ("media_id",),
    "oa": (),
}


def said_in(body: Json) -> Said:
    """What people see of a body, or the refusal of a wrong one."""
    kind = body.get("msgtype")
    if kind not in _NEEDS:
        raise OapiRefusal(400105, f"不支持的消息类型: {kind}")
    inner = body.get(str(kind))
    if not isinstance(inner, dict):
        raise OapiRefusal(40035, f"缺少参数 {kind}")
    for name in _NEEDS[kind]:
        if not isinstance(inner.get(name), str) or not inner[name]:
            raise OapiRefusal(40035, f"缺少参数 {kind}.{name}")
    kind = "actionCard" if kind == "action_card" else str(kind)
    words = inner.get("content") or inner.get("text") or inner.get("markdown") or ""
    more = {k: v for k, v in inner.items() if k not in ("content", "text", "title")}
    title = str(inner.get("title", ""))
    return Said(kind, str(words), title, _buttons(kind, inner), more)


def mentioned(body: Json) -> tuple[str, ...]:
    """The userids that a webhook's body mentions; `@ALL` for everybody."""
    at = body.get("at")
    if not isinstance(at, dict) or body.get("msgtype") in ("link", "feedCard"):
        return ()
    ids = at.get("atUserIds") or []
    if not isinstance(ids, list) or not all(isinstance(each, str) for each in ids):
        raise OapiRefusal(40035, "不合法的参数: at.atUserIds")
    return (*ids, "@ALL") if at.get("isAtAll") in (True, "true") else tuple(ids)


def _buttons(kind: str, inner: Json) -> tuple[Button, ...]:
    match kind:
        case "link":
            return (Button("0", str(inner["title"]), str(inner["messageUrl"])),)
        case "feedCard":
            return _listed(inner.get("links"), "title", "messageURL")
        case "actionCard":
            return _action_buttons(inner)
        case _:
            return ()


def _action_buttons(inner: Json) -> tuple[Button, ...]:
    single = inner.get("singleTitle") or inner.get("single_title")
    if single:
        url = inner.get("singleURL") or inner.get("single_url")
        if not isinstance(url, str):
            raise OapiRefusal(40035, "缺少参数 actionCard.singleURL")
        return (Button("0", str(single), url),)
    if "btn_json_list" in inner:
        listed = inner["btn_json_list"]
        listed = json.loads(listed) if isinstance(listed, str) else listed
        return _listed(listed, "title", "action_url")
    return _listed(inner.get("btns"), "title", "actionURL")


def _listed(value: Any, title: str, url: str) -> tuple[Button, ...]:
    if not isinstance(value, list) or not value:
        raise OapiRefusal(40035, f"缺少参数 {url}")
    pairs = [
        (one.get(title), one.get(url)) if isinstance(one, dict) else (None, None)
        for one in value
    ]
    if not all(isinstance(word, str) for pair in pairs for word in pair):
        raise OapiRefusal(40035, f"不合法的参数: {url}")
    return tuple(
        Button(str(number), str(label), str(address))
        for number, (label, address) in enumerate(pairs)
    )
