"""The connection to DingTalk: Stream mode, or signed HTTP requests."""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Literal

from aiohttp import web

from adapters.dingtalk import CARD_ROUTE
from adapters.dingtalk.api import DingTalkApi
from adapters.dingtalk.callbacks import Callbacks
from adapters.dingtalk.crypto import Envelopes, mac
from adapters.dingtalk.directory import ROOT
from adapters.dingtalk.door import Door
from adapters.dingtalk.limits import insist
from adapters.dingtalk.owner import OwnedStream
from adapters.dingtalk.robot_name import RobotName
from adapters.dingtalk.seals import Seal
from adapters.dingtalk.stream import REFUSED, Stream
from adapters.dingtalk.wire import number, text
from bot.errors import ChatError, ConfigError, Rejected
from bot.ports import Clock, Directory, Receive
from bot.ports.ownership import Ownership

log = logging.getLogger(__name__)

DRAIN = 5.0
CARDS_PATH = "/dingtalk/cards"


@dataclass(frozen=True, slots=True)
class Installation:
    """Where the app is installed: the company's id, and its name if we may know it."""

    tenant: str
    name: str


Prepare = Callable[[Installation], Awaitable[None]]


class DingTalkApp:
    """Listens to one company: by Stream, or by `handle_…` behind our public address."""

    def __init__(
        self,
        *,
        api: DingTalkApi,
        receive: Receive,
        clock: Clock,
        directory: Directory,
        mode: Literal["stream", "http"] = "stream",
        corp: str = "",
        event_token: str = "",
        event_aes_key: str = "",
        public_url: str = "",
        seal: Seal | None = None,
        ownership: Ownership | None = None,
        robot: RobotName | None = None,
    ) -> None:
        self._api = api
        self._tenant = corp or api.client_id
        self._public_url = public_url.rstrip("/")
        self._door = Door(
            receive,
            clock,
            directory,
            tenant=self._tenant,
            corp=corp,
            meter=api.meter,
            seal=seal or Seal(api.client_secret),
            robot=robot,
        )
        self._stream = self._line(ownership) if mode == "stream" else None
        self._callbacks = Callbacks(
            self._door,
            clock,
            secret=api.client_secret,
            card_secret=mac(api.client_secret, "shopcrew cards"),
            envelopes=_envelopes(event_token, event_aes_key, api.client_id),
        )
        self.installation: Installation | None = None

    async def start(self, prepare: Prepare | None = None) -> Installation:
        """Connects. Waits while DingTalk is away; refused keys are a ConfigError.

        `prepare` is awaited when we know who we are, before any event can come in.
        """
        try:
            await insist(self._api.check, self._api.time)
        except Rejected as refused:
            raise ConfigError(REFUSED, why=refused.code) from refused
        installation = Installation(self._tenant, await self._name())
        if prepare:
            await prepare(installation)
        self.installation = installation
        if self._stream:
            await self._stream.open()
        else:
            await self._register()
            self._callbacks.open = True
        return installation

    async def stop(self) -> None:
        """Takes nothing more in and hands over what came."""
        self._callbacks.open = False
        if self._stream:
            await self._stream.close(DRAIN)
        await self._door.drain(DRAIN)

    async def connected(self) -> bool:
        """Whether events can come in."""
        if self.installation is None:
            return False
        return self._stream.connected() if self._stream else self._callbacks.open

    async def handle_message(self, request: web.Request) -> web.Response:
        """One robot message over HTTP: POST /dingtalk/messages."""
        return await self._callbacks.message(request)

    async def handle_event(self, request: web.Request) -> web.Response:
        """One event over HTTP: POST /dingtalk/events."""
        return await self._callbacks.event(request)

    async def handle_card(self, request: web.Request) -> web.Response:
        """One card callback over HTTP: POST /dingtalk/cards."""
        return await self._callbacks.card(request)

    def _line(self, ownership: Ownership | None) -> Stream | OwnedStream:
        stream = Stream(self._api, self._door.frame)
        return OwnedStream(stream, ownership) if ownership else stream

    async def _name(self) -> str:
        """The company's name stands at the root of its departments."""
        asked = {"dept_id": number(ROOT)}
        try:
            said = await self._api.old("topapi/v2/department/get", asked)
        except ChatError:  # only parts of the company may be ours to see
            return self._tenant
        return text(said, "result", "name") or self._tenant

    async def _register(self) -> None:
        """Tells DingTalk where presses on cards go (facts §2.3)."""
        if not self._public_url:
            log.warning("no public address: buttons on cards will not work")
            return
        asked = {
            "callbackRouteKey": CARD_ROUTE,
            "callbackUrl": self._public_url + CARDS_PATH,
            "apiSecret": self._callbacks.card_secret,
            "forceUpdate": True,
        }
        try:
            await self._api.new("POST", "/v1.0/card/callbacks/register", asked)
        except ChatError as failed:
            log.error("card address refused", extra={"why": failed.code})


def _envelopes(token: str, aes_key: str, client_id: str) -> Envelopes | None:
    if not aes_key:
        return None
    try:
        return Envelopes(token, aes_key, client_id)
    except ValueError as wrong:
        raise ConfigError("config-dingtalk-aes-key") from wrong
