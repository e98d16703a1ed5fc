"""A DingTalk of the harness's own: it accepts, writes down, and never de-duplicates.

With one exception that is the platform's own: a card's `outTrackId` is taken once, the
second card is refused (facts/dingtalk.md §5.1). Each refusal is counted.
"""

import itertools
import json
from collections.abc import Callable
from typing import Any

from aiohttp import web

from tests.e2e.faults.clock import SharedClock
from tests.e2e.faults.company import (
    CORP,
    DINGTALK,
    GROUP,
    MATES,
    Mate,
)
from tests.e2e.faults.door import Door, Manners
from tests.e2e.faults.ledger import Json, Ledger
from tests.e2e.faults.streams import Streams

API, OAPI, SOCKET = "/ding/api", "/ding/oapi", "/ding/stream"
CREATE = "/v1.0/card/instances/createAndDeliver"
CHANGE = "/v1.0/card/instances"
TO_PEOPLE = "/v1.0/robot/oToMessages/batchSend"
TO_GROUP = "/v1.0/robot/groupMessages/send"
WEBHOOK = "/robot/sendBySession"
SAYING = frozenset({CREATE, CHANGE, TO_PEOPLE, TO_GROUP, WEBHOOK})


class DingTalk:
    """Both server APIs; `streams` is Stream mode, by which everything comes in."""

    def __init__(self, ledger: Ledger, door: Door, clock: SharedClock) -> None:
        self.streams = Streams()
        self.url = ""
        self._ledger = ledger
        self._door = door
        self._clock = clock
        self._numbers = itertools.count(1)
        self._mates = {m.id: m for m in MATES if m.platform == DINGTALK}

    def routes(self) -> list[web.AbstractRouteDef]:
        """Its addresses."""
        return [
            web.get(SOCKET, self.streams.handle),
            web.route("*", API + "/{path:.*}", self._call),
            web.route("*", OAPI + "/{path:.*}", self._call),
        ]

    def webhook(self, place: str) -> str:
        """An address at which a message can be answered there."""
        return f"{self.url}{OAPI}{WEBHOOK}?session={place}"

    async def _call(self, request: web.Request) -> web.StreamResponse:
        path = "/" + request.match_info["path"]
        body = await request.json() if request.can_read_body else {}
        asked = {**request.query, **body}
        found = CALLS.get(path)
        if found is None:
            self._ledger.unknown[path] += 1
            return web.json_response({"errcode": 0, "errmsg": "ok", "result": {}})
        manners = OLD if request.path.startswith(OAPI) else NEW
        return await self._door.serve(
            request,
            manners,
            lambda: found(self, asked),
            says=path in SAYING,
            new=path == CREATE,
        )

    # --- what can be asked ---------------------------------------------------------

    def token(self, asked: Json) -> Json:
        """A token for two hours."""
        return {"accessToken": "token1", "expireIn": 7200}

    def connect(self, asked: Json) -> Json:
        """A ticket for one connection."""
        endpoint = self.url.replace("http", "ws", 1) + SOCKET
        return {"endpoint": endpoint, "ticket": self.streams.ticket()}

    def create(self, asked: Json) -> Json:
        """One card, accepted; the same id again is refused."""
        track, space = str(asked["outTrackId"]), str(asked["openSpaceId"])
        place = space.partition("//")[2].partition(".")[2]
        place = f"@{place}" if "IM_ROBOT" in space else place
        shown = _card(asked)
        if (place, track) in self._ledger.shown:
            self._ledger.refused += 1
            raise _refusal("param.cardAlreadyExist")
        self._say(place, track, shown, key=track, body=asked)
        return {
            "success": True,
            "result": {"outTrackId": track, "deliverResults": [{"success": True}]},
        }

    def change(self, asked: Json) -> Json:
        """What a card shows from now on."""
        track = str(asked["outTrackId"])
        places = [place for place, id in self._ledger.shown if id == track]
        if not places:
            raise _refusal("param.cardNotExist")
        self._ledger.edit(places[0], track, _card(asked), asked)
        return {"success": True, "result": True}

    def to_people(self, asked: Json) -> Json:
        """One message each."""
        for user in asked["userIds"]:
            self._plain(f"@{user}", json.loads(asked["msgParam"]))
        return {"processQueryKey": f"key{next(self._numbers)}"}

    def to_group(self, asked: Json) -> Json:
        """One message to a group."""
        self._plain(str(asked["openConversationId"]), json.loads(asked["msgParam"]))
        return {"processQueryKey": f"key{next(self._numbers)}"}

    def answer(self, asked: Json) -> Json:
        """One message through the address of what it answers."""
        self._plain(str(asked["session"]), asked.get(str(asked["msgtype"]), {}))
        return {"errcode": 0, "errmsg": "ok"}

    def scopes(self, asked: Json) -> Json:
        """Everybody may be known."""
        return {"errcode": 0, "auth_org_scopes": {"authed_dept": [1]}}

    def department(self, asked: Json) -> Json:
        """The one there is, and nothing below it."""
        return {"errcode": 0, "result": {"dept_id": 1, "name": "Tea"}}

    def below(self, asked: Json) -> Json:
        """Nothing."""
        return {"errcode": 0, "result": []}

    def user(self, asked: Json) -> Json:
        """One person."""
        mate = self._mates.get(str(asked.get("userid")))
        if mate is None:
            return {"errcode": 60121, "errmsg": "unknown"}
        return {"errcode": 0, "result": _user(mate)}

    def users(self, asked: Json) -> Json:
        """Everybody."""
        page = [_user(mate) for mate in self._mates.values()]
        return {"errcode": 0, "result": {"has_more": False, "list": page}}

    def _plain(self, place: str, said: Json) -> None:
        parts = [said.get("title", ""), said.get("text", "")]
        text = " ".join(str(part) for part in parts)
        self._say(place, f"msg{next(self._numbers)}", text, key="", body=said)

    def _say(self, place: str, id: str, text: str, *, key: str, body: Json) -> None:
        now = self._clock.now()
        self._ledger.accept(DINGTALK, place, id, text, now, key=key, body=body)


CALLS: dict[str, Callable[[DingTalk, Json], Json]] = {
    "/v1.0/oauth2/accessToken": DingTalk.token,
    "/v1.0/gateway/connections/open": DingTalk.connect,
    CREATE: DingTalk.create,
    CHANGE: DingTalk.change,
    TO_PEOPLE: DingTalk.to_people,
    TO_GROUP: DingTalk.to_group,
    WEBHOOK: DingTalk.answer,
    "/auth/scopes": DingTalk.scopes,
    "/topapi/v2/department/get": DingTalk.department,
    "/topapi/v2/department/listsub": DingTalk.below,
    "/topapi/v2/user/get": DingTalk.user,
    "/topapi/v2/user/list": DingTalk.users,
}


def buttons_of(shown: Json) -> list[str]:
    """What the buttons of a card, or the links of a message, stand for."""
    card = (shown.get("cardData") or {}).get("cardParamMap") or {}
    return [str(one["id"]) for one in json.loads(card.get("buttons") or "[]")]


def _card(asked: Json) -> str:
    shown = (asked.get("cardData") or {}).get("cardParamMap") or {}
    return f"{shown.get('title', '')} {shown.get('markdown', '')}"


def _user(mate: Mate) -> Json:
    return {
        "userid": mate.id,
        "unionid": f"u{mate.id}",
        "name": mate.name,
        "dept_id_list": [1],
        "leader_in_dept": [],
        "active": True,
        "admin": mate.admin,
    }


def _refusal(code: str) -> web.HTTPBadRequest:
    said = json.dumps({"code": code, "message": code})
    return web.HTTPBadRequest(text=said, content_type="application/json")


def _new(code: str, status: int) -> Callable[..., web.Response]:
    def refuse(*_: Any) -> web.Response:
        return web.json_response({"code": code, "message": code}, status=status)

    return refuse


def _old(code: int) -> Callable[..., web.Response]:
    def refuse(*_: Any) -> web.Response:
        return web.json_response({"errcode": code, "errmsg": "busy"})

    return refuse


NEW = Manners(
    _new("Forbidden.AccessDenied.QpsLimitForAppkeyAndApi", 403),
    _new("ServiceUnavailable", 503),
    _new("Gateway.Timeout", 504),
)
OLD = Manners(_old(90018), _new("ServiceUnavailable", 503), _old(-1))


def robot_message(mate: Mate, text: str, id: str, milliseconds: int) -> Json:
    """What a person typed to the bot, alone or, with GROUP before it, in the group."""
    group = text.startswith(GROUP)
    body: Json = {
        "msgId": id,
        "conversationId": GROUP if group else f"cid{mate.id}",
        "conversationType": "2" if group else "1",
        "chatbotCorpId": CORP,
        "chatbotUserId": "$:LWCP_v1:$bot",
        "createAt": milliseconds,
        "senderStaffId": mate.id,
        "senderNick": mate.name,
        "senderCorpId": CORP,
        "sessionWebhookExpiredTime": milliseconds + 5_400_000,
        "msgtype": "text",
        "text": {"content": text.removeprefix(GROUP)},
    }
    if group:
        body["conversationTitle"] = "Shop"
        body["isInAtList"] = True
        body["atUsers"] = [{"dingtalkId": "$:LWCP_v1:$bot"}]
    return body
