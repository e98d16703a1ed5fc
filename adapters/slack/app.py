"""The connection to Slack: signed HTTP requests or Socket Mode."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeVar

from aiohttp import web
from slack_bolt.app.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.request.internals import parse_body
from slack_sdk.signature import SignatureVerifier
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.door import Door
from adapters.slack.errors import ours
from adapters.slack.sockets import SocketLine
from adapters.wire import string
from bot.errors import ConfigError, RateLimited, Rejected, Unreachable
from bot.ports import Clock, Receive

log = logging.getLogger(__name__)
T = TypeVar("T")

LARGEST = 1_000_000  # bytes of a request
PROBE = "ssl_check=1"  # Slack looks at our certificate
LONGEST_WAIT = 30.0
DRAIN = 5.0


@dataclass(frozen=True, slots=True)
class Installation:
    """Where the app is installed, and who it is there."""

    tenant: str
    name: str
    bot_user: str
    bot: str


Prepare = Callable[[Installation | None], Awaitable[None]]


class SlackApp:
    """Listens to one app: by Socket Mode with `app_token`, else by `handle`.

    Where the client has a token, that is of the one workspace it is installed in;
    without one, workspaces install it by themselves.
    """

    def __init__(
        self,
        *,
        client: AsyncWebClient,
        receive: Receive,
        clock: Clock,
        app_token: str | None = None,
        signing_secret: str | None = None,
    ) -> None:
        if not (app_token or signing_secret):
            raise ConfigError("config-slack-door")
        self._client = client
        self._door = Door(receive, clock)
        self._bolt = _bolt(client, self._door)
        self._verifier = SignatureVerifier(signing_secret) if signing_secret else None
        self._line: SocketLine | None = None
        if app_token:
            self._app_token = app_token
            self._line = SocketLine(self._bolt, app_token, self._socket_address)
        self.installation: Installation | None = None
        self._started = False

    async def start(self, prepare: Prepare | None = None) -> Installation | None:
        """Connects. Waits while Slack is away; a refused token is a ConfigError.

        `prepare` is awaited when we know who we are, before any event can come in.
        """
        installation: Installation | None = None
        if self._client.token:
            installation = await _patiently(self._identify, "SLACK_BOT_TOKEN")
        if prepare:
            await prepare(installation)
        self.installation = installation
        self._started = True
        if self._line:
            await self._line.open()
        return installation

    async def stop(self) -> None:
        """Takes nothing more in and hands over what came."""
        if self._line:
            await self._line.close()
        await self._door.drain(DRAIN)

    async def connected(self) -> bool:
        """Whether events can come in."""
        if not self._started:
            return False
        return await self._line.connected() if self._line else True

    async def handle(self, request: web.Request) -> web.Response:
        """One signed request of Slack's; what is not signed gets no further."""
        if (request.content_length or 0) > LARGEST:
            return web.Response(status=413)
        raw = await request.read()
        try:
            text = raw.decode()
        except UnicodeDecodeError:
            return web.Response(status=400)
        if PROBE in text.split("&"):
            return web.Response()
        if not self._is_signed(request, text):
            return web.json_response({"error": "invalid request"}, status=401)
        try:
            body: object = parse_body(text, request.content_type)
        except (ValueError, RecursionError):
            return web.Response(status=400)
        if not isinstance(body, dict):
            return web.Response(status=400)
        first_contact = string(body, "type") == "url_verification"
        if not (self._started or first_contact):
            return web.Response(status=503)
        try:
            answer = await self._door.through(body)
        except Exception:
            log.exception("request failed")  # Slack delivers it again
            return web.Response(status=500)
        kind = "application/json" if answer.body.startswith("{") else "text/plain"
        return web.Response(status=answer.status, text=answer.body, content_type=kind)

    def _is_signed(self, request: web.Request, text: str) -> bool:
        if self._verifier is None:
            return False
        stamp = request.headers.get("X-Slack-Request-Timestamp")
        signature = request.headers.get("X-Slack-Signature")
        try:
            return self._verifier.is_valid(text, stamp, signature)
        except (ValueError, TypeError, OverflowError):  # such a stamp is none
            return False

    async def _identify(self) -> Installation:
        with ours():
            answer = await self._client.auth_test()
        return Installation(
            tenant=string(answer.data, "team_id"),
            name=string(answer.data, "team"),
            bot_user=string(answer.data, "user_id"),
            bot=string(answer.data, "bot_id"),
        )

    async def _socket_address(self) -> str:
        return await _patiently(self._open_socket, "SLACK_APP_TOKEN")

    async def _open_socket(self) -> str:
        with ours():
            answer = await self._client.apps_connections_open(app_token=self._app_token)
        return string(answer.data, "url")


def _bolt(client: AsyncWebClient, door: Door) -> AsyncApp:
    """Bolt, for its requests and sockets; the door answers before all else in it."""
    quiet = logging.getLogger("adapters.slack.bolt")
    quiet.setLevel(logging.ERROR)  # it warns about environment variables that we use
    return AsyncApp(
        logger=quiet,
        name="bolt",
        client=client,
        before_authorize=door,
        authorize=_nobody,  # else it would want a token, or a store of its own
        request_verification_enabled=False,  # `handle` verifies before anything is read
        ssl_check_enabled=False,
    )


async def _nobody() -> AuthorizeResult:
    """Nothing gets as far as to be authorized by Bolt."""
    raise NotImplementedError


async def _patiently(ask: Callable[[], Awaitable[T]], setting: str) -> T:
    """Asks until Slack answers. Raises ConfigError when it refuses."""
    wait = 1.0
    while True:
        try:
            return await ask()
        except RateLimited as busy:
            wait = busy.retry_after
        except Unreachable as away:
            log.warning("slack unreachable", extra={"why": away.code, "wait": wait})
        except Rejected as refused:
            raise ConfigError(
                "config-refused", setting=setting, why=refused.code
            ) from refused
        await asyncio.sleep(wait)
        wait = min(wait * 2, LONGEST_WAIT)
