"""A Slack of the harness's own: it accepts, writes down, and never de-duplicates.

What it tells of messages it tells as Slack does: their metadata comes in the history
of the conversation, and only when it is asked for (facts/slack.md §9, §12).
"""

import itertools
import json
from collections import defaultdict
from collections.abc import Callable
from typing import Any

from aiohttp import web

from tests.e2e.faults.clock import SharedClock
from tests.e2e.faults.company import BOT, CHANNEL, MATES, SLACK, TEAM, Mate
from tests.e2e.faults.door import Bucket, Door, Manners
from tests.e2e.faults.ledger import Json, Ledger, Said, words_in
from tests.e2e.faults.sockets import Sockets

API, SOCKET, HOOK = "/slack/api/{method}", "/slack/socket", "/slack/hook/{id}"
BURST = 4  # messages to one channel before it is one a second
READABLE = ("blocks", "metadata", "view")


class Slack:
    """The Web API; `sockets` is Socket Mode, by which everything comes in."""

    def __init__(self, ledger: Ledger, door: Door, clock: SharedClock) -> None:
        self.sockets = Sockets()
        self.views: dict[str, Json] = {}  # the form that is open, by person
        self.url = ""
        self._ledger = ledger
        self._door = door
        self._clock = clock
        self._numbers = itertools.count(1)
        self._buckets: defaultdict[str, Bucket] = defaultdict(lambda: Bucket(1, BURST))
        self._mates = {mate.id: mate for mate in MATES if mate.platform == SLACK}

    def routes(self) -> list[web.AbstractRouteDef]:
        """Its addresses."""
        return [
            web.route("*", API, self._call),
            web.post(HOOK, self._hook),
            web.get(SOCKET, self.sockets.handle),
        ]

    def stamp(self) -> str:
        """A message's id, by the clock of everybody."""
        last = next(self._numbers) % 1000
        return f"{self._clock.now().timestamp():.3f}{last:03d}"

    async def _call(self, request: web.Request) -> web.StreamResponse:
        method, asked = request.match_info["method"], await _arguments(request)
        says = method.startswith("chat.post")
        if says and not self._buckets[self._place(asked)].takes():
            self._ledger.provoked += 1
            return _limited(1)
        found = METHODS.get(method)
        if found is None:
            self._ledger.unknown[method] += 1
            return web.json_response({"ok": False, "error": "unknown_method"})
        asked["token"] = request.headers.get("Authorization", "").removeprefix(
            "Bearer "
        )
        return await self._door.serve(
            request,
            MANNERS,
            lambda: found(self, asked),
            says=method in WEATHERED,
            new=method == "chat.postMessage",
        )

    async def _hook(self, request: web.Request) -> web.StreamResponse:
        await request.read()

        def heard() -> Json:
            self._ledger.whispers += 1
            return {"ok": True}

        return await self._door.serve(request, MANNERS, heard, says=True)

    # --- what can be asked ---------------------------------------------------------

    def test(self, asked: Json) -> Json:
        """Who we are."""
        who = {"team_id": TEAM, "team": "Tea", "user_id": BOT, "bot_id": "B0CREW1"}
        return {"ok": True, "url": "https://tea.slack.com/", "user": "crew", **who}

    def connect(self, asked: Json) -> Json:
        """A socket for whose app token it is."""
        ticket = self.sockets.ticket(asked["token"])
        address = self.url.replace("http", "ws", 1)
        return {"ok": True, "url": f"{address}{SOCKET}?ticket={ticket}"}

    def post(self, asked: Json) -> Json:
        """One message, accepted."""
        place, thread = self._place(asked), str(asked.get("thread_ts") or "")
        ts = self.stamp()
        key = ((asked.get("metadata") or {}).get("event_payload") or {}).get("key", "")
        self._ledger.accept(
            SLACK,
            place,
            ts,
            _shown(asked),
            self._clock.now(),
            key=key,
            thread=thread,
            body=asked,
        )
        return {"ok": True, "channel": place, "ts": ts, "message": {"ts": ts}}

    def _place(self, asked: Json) -> str:
        """A person's id means the conversation with them."""
        named = str(asked.get("channel", ""))
        return self._mates[named].dm if named in self._mates else named

    def update(self, asked: Json) -> Json:
        """What a message shows from now on."""
        place, ts = str(asked["channel"]), str(asked["ts"])
        if not self._ledger.edit(place, ts, _shown(asked), asked):
            return {"ok": False, "error": "message_not_found"}
        return {"ok": True, "channel": place, "ts": ts, "text": ""}

    def whisper(self, asked: Json) -> Json:
        """Words for one person, which nobody can look up."""
        self._ledger.whispers += 1
        return {"ok": True, "message_ts": self.stamp()}

    def history(self, asked: Json) -> Json:
        """The newest messages of a conversation first; of a thread the oldest."""
        place, thread = str(asked["channel"]), str(asked.get("ts") or "")
        oldest, limit = float(asked.get("oldest") or 0), int(asked.get("limit") or 100)
        start = int(asked.get("cursor") or 0)
        inside = [
            said
            for said in self._ledger.said
            if said.place == place
            and (thread in (said.thread, said.id) if thread else not said.thread)
            and (float(said.id) > oldest or said.id == thread)
        ]
        inside.sort(key=lambda said: said.id, reverse=not thread)
        more = len(inside) > start + limit
        answer: Json = {"ok": True, "has_more": more}
        told = str(asked.get("include_all_metadata")).lower() in ("1", "true")
        page = inside[start : start + limit]
        answer["messages"] = [_message(said, told=told) for said in page]
        if more:
            answer["response_metadata"] = {"next_cursor": str(start + limit)}
        return answer

    def open_view(self, asked: Json) -> Json:
        """A form, for who clicked: the trigger says who that is."""
        view = dict(asked["view"]) | {"id": f"V{next(self._numbers)}", "hash": "1.a"}
        who = str(asked.get("trigger_id") or asked.get("user_id") or "").split(":")[0]
        if asked.get("trigger_id"):
            self.views[who] = view
        return {"ok": True, "view": view}

    def users(self, asked: Json) -> Json:
        """Everybody, or one of them."""
        if "user" in asked:
            mate = self._mates.get(str(asked["user"]))
            known = {"ok": True, "user": _user(mate)} if mate else None
            return known or {"ok": False, "error": "user_not_found"}
        return {"ok": True, "members": [_user(mate) for mate in self._mates.values()]}

    def conversation(self, asked: Json) -> Json:
        """A channel, a conversation with one person, who is in it."""
        if users := asked.get("users"):
            who = users if isinstance(users, str) else users[0]
            return {"ok": True, "channel": {"id": self._mates[who].dm}}
        shop = {"id": CHANNEL, "name": "shop", "is_member": True, "num_members": 9}
        if asked.get("channel") in (None, CHANNEL):
            return {"ok": True, "channels": [shop], "channel": shop}
        return {"ok": True, "channel": {"id": asked["channel"], "is_im": True}}

    def members(self, asked: Json) -> Json:
        """Who is in a channel."""
        return {"ok": True, "members": [*self._mates, BOT]}


METHODS: dict[str, Callable[[Slack, Json], Json]] = {
    "auth.test": Slack.test,
    "apps.connections.open": Slack.connect,
    "chat.postMessage": Slack.post,
    "chat.update": Slack.update,
    "chat.postEphemeral": Slack.whisper,
    "conversations.history": Slack.history,
    "conversations.replies": Slack.history,
    "conversations.open": Slack.conversation,
    "conversations.info": Slack.conversation,
    "conversations.list": Slack.conversation,
    "conversations.members": Slack.members,
    "users.list": Slack.users,
    "users.info": Slack.users,
    "views.open": Slack.open_view,
    "views.update": Slack.open_view,
    "views.publish": Slack.open_view,
}
WEATHERED = frozenset(
    {
        "chat.postMessage",
        "chat.update",
        "chat.postEphemeral",
        "conversations.history",
        "conversations.replies",
        "views.open",
    }
)


async def _arguments(request: web.Request) -> dict[str, Any]:
    if request.content_type == "application/json":
        return dict(await request.json())
    asked: dict[str, Any] = {**request.query, **(await request.post())}
    return {
        name: json.loads(value) if name in READABLE else value
        for name, value in asked.items()
    }


def _shown(asked: Json) -> str:
    return words_in(asked.get("blocks")) or str(asked.get("text", ""))


def _message(said: Said, *, told: bool) -> Json:
    message: Json = {"type": "message", "user": BOT, "ts": said.id, "text": said.text}
    if told and said.key:
        kept = {"event_type": "shopcrew", "event_payload": {"key": said.key}}
        message["metadata"] = kept
    return message | ({"thread_ts": said.thread} if said.thread else {})


def _user(mate: Mate) -> Json:
    return {
        "id": mate.id,
        "team_id": TEAM,
        "name": mate.name.lower(),
        "real_name": mate.name,
        "deleted": False,
        "profile": {"real_name": mate.name, "display_name": mate.name},
        "is_admin": mate.admin,
        "is_bot": False,
        "tz": "Europe/Berlin",
        "locale": "en-US",
    }


def _limited(seconds: int) -> web.Response:
    return web.json_response(
        {"ok": False, "error": "ratelimited"},
        status=429,
        headers={"Retry-After": str(seconds)},
    )


def _broken() -> web.Response:
    return web.json_response({"ok": False, "error": "internal_error"}, status=500)


MANNERS = Manners(_limited, _broken, _broken)
