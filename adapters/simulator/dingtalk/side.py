"""DingTalk's whole side in one object: the state, the doors, and the people."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

from aiohttp import web

from adapters.simulator.background import Background
from adapters.simulator.clock import MovableClock
from adapters.simulator.dingtalk.app import DingTalkApp
from adapters.simulator.dingtalk.call import Method
from adapters.simulator.dingtalk.company import DingTalkCompany
from adapters.simulator.dingtalk.door import Door, Recorded
from adapters.simulator.dingtalk.errors import OapiRefusal
from adapters.simulator.dingtalk.frames import Push
from adapters.simulator.dingtalk.happenings import Happenings
from adapters.simulator.dingtalk.limits import Quota, Throttle
from adapters.simulator.dingtalk.manners import API, OAPI
from adapters.simulator.dingtalk.methods import API_METHODS, OAPI_METHODS
from adapters.simulator.dingtalk.methods.notices import Notices
from adapters.simulator.dingtalk.outbox import Outbox, Transport
from adapters.simulator.dingtalk.posting import Posting
from adapters.simulator.dingtalk.push import CardPush, EventPush, MessagePush, Poster
from adapters.simulator.dingtalk.records import Card
from adapters.simulator.dingtalk.sign_in import SignInPage
from adapters.simulator.dingtalk.sockets import StreamHub
from adapters.simulator.dingtalk.state import Organization
from adapters.simulator.dingtalk.tokens import Tokens
from adapters.simulator.dingtalk.webhook import Webhooks
from adapters.simulator.faults import Faults
from adapters.simulator.guard import refuse_outside
from adapters.simulator.revisions import Revisions
from adapters.simulator.wire import Json


class DingTalkSide:
    """Be DingTalk for one app in one organization."""

    def __init__(
        self,
        company: DingTalkCompany,
        clock: MovableClock,
        revisions: Revisions,
        app: DingTalkApp,
        *,
        pace: Callable[[], float] | None = None,
    ) -> None:
        self.clock = clock
        self.app = app
        self.base_url = "http://127.0.0.1"
        self.organization = Organization(company, clock, revisions)
        self.tokens = Tokens(clock)
        self.faults = Faults()
        self.throttle = Throttle(pace or time.monotonic, on=app.limits)
        self.quota = Quota(app.monthly_calls, app.monthly_pushes)
        self.background = Background()
        self.hub = StreamHub(app, clock, self.background)
        self.outbox = Outbox(self.hub, clock, app.pace, self.quota, self.background)
        self.posting = Posting(self.organization, app)
        self.webhooks = Webhooks(self)
        self.happenings = Happenings(self)
        self.poster = Poster()
        self.notices = Notices()
        self.requests: list[Recorded] = []
        self.uploads: list[Json] = []
        self.files: dict[str, bytes] = {}
        self.card_routes: dict[str, tuple[str, str]] = {}
        self.holidays: list[tuple[int, str, str]] = []
        self.flow_controlled: set[str] = set()
        self.muted: set[str] = set()
        self.denied: set[str] = set()
        self.screen_notices: dict[str, str] = {}
        self.pages: dict[str, str] = {}
        self.doors = (Door(self, API, API_METHODS), Door(self, OAPI, OAPI_METHODS))
        self.deliver_to(app.message_url, app.event_url)

    @property
    def api_url(self) -> str:
        """The new API's address, for `DINGTALK_API_URL`."""
        return f"{self.base_url}/simulator{API.prefix}"

    @property
    def oapi_url(self) -> str:
        """The old API's address, for `DINGTALK_OAPI_URL`."""
        return f"{self.base_url}/simulator{OAPI.prefix}"

    @property
    def login_url(self) -> str:
        """The address of its login, for `DINGTALK_LOGIN_URL`."""
        return f"{self.base_url}/simulator/dingtalk/login/"

    @property
    def socket_url(self) -> str:
        """Where tickets are good for a WebSocket."""
        base = self.base_url.replace("http", "ws", 1)
        return f"{base}/simulator/dingtalk/connect"

    def routes(self) -> list[web.RouteDef]:
        """Both APIs, the WebSocket, the session addresses, and people's files."""
        return [
            web.get("/dingtalk/connect", self.hub.handle),
            web.post("/dingtalk/oapi/robot/sendBySession", self.webhooks.handle),
            web.get("/dingtalk/files/{code}.file", self._file),
            web.get("/dingtalk/login/oauth2/auth", SignInPage(self).handle),
            *(route for door in self.doors for route in door.routes()),
        ]

    def permits(self, method: Method) -> bool:
        """Whether the app was granted what a method needs."""
        if method.path.strip("/") in self.denied:
            return False
        return not method.scope or method.scope in self.app.permissions

    def card_way(self, card: Card) -> Transport | None:
        """How a card's callbacks travel; None means by Stream."""
        if card.by_stream:
            return None
        url, secret = self.card_routes.get(card.route_key, ("", ""))
        return CardPush(self.poster, self.clock, url, secret) if url else None

    def deliver_to(self, message_url: str | None, event_url: str | None) -> None:
        """Switch messages and events to these addresses, or with None to Stream."""
        for url in (message_url, event_url):
            if url:
                refuse_outside(url)
        self.app = replace(self.app, message_url=message_url, event_url=event_url)
        ways: dict[str, Transport] = {}
        if message_url:
            ways["message"] = MessagePush(
                self.poster, self.app, self.clock, self._replied
            )
        if event_url:
            ways["event"] = EventPush(self.poster, self.app, self.clock)
        self.outbox.http = ways

    async def check_event_url(self) -> bool:
        """Save the event address in the console: does it answer `check_url`?"""
        return await EventPush(self.poster, self.app, self.clock).check()

    def notice(self, userid: str, sentence: str) -> None:
        """Show a person something that is not a message."""
        self.screen_notices[userid] = sentence
        self.organization.revisions.bump()

    async def stop(self) -> None:
        """Close connections and end background work."""
        await self.hub.stop()
        await self.background.stop()
        await self.poster.stop()

    async def _file(self, request: web.Request) -> web.Response:
        data = self.files.get(request.match_info["code"])
        if data is None:
            return web.Response(status=403, text="AccessDenied")
        picture = data.startswith(b"\x89PNG")
        kind = "image/png" if picture else "application/octet-stream"
        return web.Response(body=data, content_type=kind)

    def _replied(self, push: Push, body: Json) -> None:
        """Say what an HTTP answer to a message holds (facts §2.1)."""
        if body["msgtype"] == "empty":
            return
        place = self.organization.places[str(push.data["conversationId"])]
        try:
            self.webhooks.answer(place, body)
        except OapiRefusal as refusal:
            self.requests.append(
                Recorded("REPLY", "", body, self.clock.now(), error=refusal.code)
            )
