"""One app in several workspaces: OAuth v2, and a Web API that knows all of them (§11).

Each workspace is a `SlackSide` of its own, with a server of its own; this one answers
what does not belong to a workspace, and hands calls to the workspace of their token.
"""

from __future__ import annotations

import base64
import html
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from urllib.parse import urlencode

from aiohttp import web

from adapters.simulator.clock import MovableClock
from adapters.simulator.slack.errors import SlackError
from adapters.simulator.slack.records import Grant
from adapters.simulator.slack.side import SlackSide
from adapters.simulator.slack.webapi import arguments_of, token_of
from adapters.simulator.wire import Json

CLIENT_ID = "2141.2141"
CLIENT_SECRET = "simulator-client-secret"  # noqa: S105 opens only the simulator
CODE_LIFE = timedelta(minutes=10)
TOKEN_LIFE = timedelta(seconds=43_200)
LIVE = 2  # access tokens of one install that work at once


@dataclass(slots=True)
class Code:
    """What a browser brings back: good for ten minutes, once."""

    side: SlackSide
    user: str
    scopes: tuple[str, ...]
    redirect: str
    until: datetime
    used: bool = False


@dataclass(slots=True)
class Market:
    """The app's OAuth credentials, and the workspaces that may install it.

    With `rotates`, tokens last twelve hours.
    """

    sides: Sequence[SlackSide]
    clock: MovableClock
    redirects: tuple[str, ...]
    rotates: bool = False
    trouble: str = ""  # an error that the next exchange answers with
    whole: bool = False  # the next install is one of a whole Enterprise organization
    codes: dict[str, Code] = field(default_factory=dict)
    refreshes: dict[str, SlackSide] = field(default_factory=dict)
    calls: list[str] = field(default_factory=list)

    def app(self) -> web.Application:
        """The routes without a prefix."""
        app = web.Application()
        app.add_routes(
            [
                web.get("/oauth/v2/authorize", self._page),
                web.route("*", "/api/{method}", self._call),
            ]
        )
        return app

    def allow(self, url_query: Json, team: str, user: str) -> str:
        """Somebody presses "Allow" for their workspace; where their browser goes."""
        side = next(s for s in self.sides if s.workspace.company.team_id == team)
        redirect = self._redirect(url_query)
        code = f"{len(self.codes) + 1}.{secrets.token_hex(8)}"
        scopes = tuple(str(url_query["scope"]).split(","))
        until = self.clock.now() + CODE_LIFE
        self.codes[code] = Code(side, user, scopes, redirect, until)
        return f"{redirect}?{urlencode({'code': code, 'state': url_query['state']})}"

    def decline(self, url_query: Json) -> str:
        """Somebody presses "Cancel"."""
        said = {"error": "access_denied", "state": url_query["state"]}
        return f"{self._redirect(url_query)}?{urlencode(said)}"

    def _redirect(self, url_query: Json) -> str:
        if url_query.get("client_id") != CLIENT_ID:
            raise SlackError("invalid_client_id")
        redirect = str(url_query.get("redirect_uri") or self.redirects[0])
        if not redirect.startswith(self.redirects):
            raise SlackError("bad_redirect_uri")
        return redirect

    async def _page(self, request: web.Request) -> web.Response:
        """Every workspace, with a way to allow it and a way to decline."""
        asked: Json = dict(request.query)
        try:
            ways = [(self.decline(asked), "Cancel")]
        except SlackError as refusal:
            return web.Response(status=400, text=refusal.code)
        for side in self.sides:
            company = side.workspace.company
            way = self.allow(asked, company.team_id, company.people[0].id)
            ways.append((way, f"Allow {company.name}"))
        links = (f'<p><a href="{html.escape(a)}">{html.escape(b)}</a>' for a, b in ways)
        return web.Response(text="".join(links), content_type="text/html")

    async def _call(self, request: web.Request) -> web.StreamResponse:
        """A call to the workspace of its token, or an exchange."""
        name = request.match_info["method"]
        self.calls.append(name)
        if name == "oauth.v2.access":
            try:
                body = {"ok": True} | self._access(request, await arguments_of(request))
            except SlackError as refusal:
                body = refusal.body()
            return web.json_response(body)
        token = token_of(request, dict(request.query))
        if token is None:  # in a form, which may be read twice
            token = token_of(request, await arguments_of(request))
        known = (side for side in self.sides if token in side.grants)
        return await next(known, self.sides[0]).webapi.handle(request)

    def _access(self, request: web.Request, asked: Json) -> Json:
        if self.trouble:
            trouble, self.trouble = self.trouble, ""
            raise SlackError(trouble)
        id, secret = _credentials(request, asked)
        if id != CLIENT_ID:
            raise SlackError("invalid_client_id")
        if secret != CLIENT_SECRET:
            raise SlackError("bad_client_secret")
        if asked.get("grant_type") == "refresh_token":
            return self._refreshed(str(asked.get("refresh_token")))
        code = self.codes.get(str(asked.get("code")))
        if code is None or self.clock.now() >= code.until:
            raise SlackError("invalid_code")
        if code.used:
            raise SlackError("code_already_used")
        if asked.get("redirect_uri") != code.redirect:
            raise SlackError("bad_redirect_uri")
        code.used = True
        return self._installed(code)

    def _installed(self, code: Code) -> Json:
        """The workspace has the app; a new install renews nothing of an old one."""
        granted = self._granted(code.side, code.scopes)
        user = {"authed_user": {"id": code.user}}
        if self.whole:
            return granted | user | {"team": None, "is_enterprise_install": True}
        return granted | user

    def _refreshed(self, refresh: str) -> Json:
        """New tokens; the refresh token is used up."""
        side = self.refreshes.pop(refresh, None)
        if side is None:
            raise SlackError("invalid_refresh_token")
        live = [g for g in _bots(side) if not g.revoked]
        for old in live[: max(0, len(live) - LIVE + 1)]:
            side.grants[old.token] = replace(old, revoked=True)
        return self._granted(side, live[-1].scopes if live else ())

    def _granted(self, side: SlackSide, scopes: tuple[str, ...]) -> Json:
        company = side.workspace.company
        token = f"xoxb-{company.team_id}-{secrets.token_hex(6)}"
        answer: Json = {
            "app_id": company.app_id,
            "scope": ",".join(scopes),
            "token_type": "bot",
            "bot_user_id": side.workspace.bot.id,
            "team": {"id": company.team_id, "name": company.name},
            "enterprise": None,
            "is_enterprise_install": False,
        }
        until: datetime | None = None
        if self.rotates:
            token, until = f"xoxe.{token}", self.clock.now() + TOKEN_LIFE
            refresh = f"xoxe-1-{secrets.token_hex(6)}"
            self.refreshes[refresh] = side
            life = int(TOKEN_LIFE.total_seconds())
            answer |= {"refresh_token": refresh, "expires_in": life}
        side.grants[token] = Grant(token, "bot", scopes, until=until)
        return answer | {"access_token": token}


def _bots(side: SlackSide) -> list[Grant]:
    return [grant for grant in side.grants.values() if grant.kind == "bot"]


def _credentials(request: web.Request, asked: Json) -> tuple[str, str]:
    """By HTTP Basic, or as arguments."""
    scheme, _, coded = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "basic":
        return str(asked.get("client_id")), str(asked.get("client_secret"))
    id, _, secret = base64.b64decode(coded).decode().partition(":")
    return id, secret
