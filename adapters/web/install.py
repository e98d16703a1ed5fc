"""The pages of an install: `/slack/install` and `/slack/oauth_redirect`.

The cookie is HttpOnly, and Lax: the browser comes back from the platform by a link.
"""

import secrets

from aiohttp import web

from adapters.web.forms_html import Page, told_page
from bot.ports.installing import Begun, Installing, Returned
from bot.ports.pages import Told, Verdict

COOKIE = "shopcrew_install"
LIFE = 600
PATH = "/slack"
STATUS = {Verdict.SENT: 200, Verdict.TAKEN: 403}
HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex, nofollow",
}


def routes(installing: Installing) -> list[web.RouteDef]:
    """The two addresses."""
    desk = InstallDesk(installing)
    return [
        web.get("/slack/install", desk.begin, allow_head=False),
        web.get("/slack/oauth_redirect", desk.finish, allow_head=False),
    ]


class InstallDesk:
    """Answers browsers that install us."""

    def __init__(self, installing: Installing) -> None:
        self._installing = installing

    async def begin(self, request: web.Request) -> web.Response:
        """The page with the way to the platform."""
        begun = await self._installing.begin(
            request.query.get("link", ""),
            request.cookies.get(COOKIE, ""),
            _languages(request),
        )
        if not isinstance(begun, Begun):
            return _answer(begun)
        answer = _answer(begun.page)
        answer.set_cookie(
            COOKIE,
            begun.browser,
            max_age=LIFE,
            path=PATH,
            httponly=True,
            secure=self._installing.secure,
            samesite="Lax",
        )
        return answer

    async def finish(self, request: web.Request) -> web.Response:
        """What became of it."""
        query = request.query
        came = Returned(
            query.get("state", ""), query.get("code", ""), query.get("error", "")
        )
        browser = request.cookies.get(COOKIE, "")
        told = await self._installing.finish(came, browser, _languages(request))
        return _answer(told)


def _languages(request: web.Request) -> str:
    return request.headers.get("Accept-Language", "")


def _answer(told: Told) -> web.Response:
    """The page, with nothing from elsewhere in it and no way into a frame."""
    nonce = secrets.token_urlsafe(16)
    policy = (
        f"default-src 'none'; style-src 'nonce-{nonce}'; base-uri 'none'; "
        "form-action 'none'; frame-ancestors 'none'"
    )
    return web.Response(
        text=told_page(told, Page("", nonce)),
        status=STATUS.get(told.verdict, 410),
        content_type="text/html",
        headers=HEADERS | {"Content-Security-Policy": policy},
    )
