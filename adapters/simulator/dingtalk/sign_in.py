"""The page on which a browser says who it is, and is sent back with a code (facts
§10.2).
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urlsplit

from aiohttp import web

if TYPE_CHECKING:
    from adapters.simulator.dingtalk.side import DingTalkSide

NOT_LISTED = "回调地址未登记"
NEEDED = ("redirect_uri", "response_type", "client_id", "scope", "state")
PAGE = """<!doctype html><html lang="zh"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>钉钉登录</title></head><body><h1>登录钉钉</h1>{}</body></html>"""


class SignInPage:
    """Stands for DingTalk's own login: whoever looks at it says who they are."""

    def __init__(self, ding: DingTalkSide) -> None:
        self._ding = ding

    async def handle(self, request: web.Request) -> web.Response:
        """Asks who it is; then back to where the browser came from."""
        asked = request.query
        if why := self._wrong(request):
            return _page(f"<p>{escape(why)}</p>", 400)
        person = asked.get("as", "")
        if person not in self._ding.organization.people:
            return _page(self._choices(request))
        code = self._ding.tokens.code(person)
        told = {"authCode": code, "code": code, "state": asked["state"]}
        back = asked["redirect_uri"]
        mark = "&" if urlsplit(back).query else "?"
        where = f"{back}{mark}{urlencode(told)}"
        return web.Response(status=302, headers={"Location": where})

    def _wrong(self, request: web.Request) -> str:
        """What DingTalk would not take."""
        asked, app = request.query, self._ding.app
        if missing := [name for name in NEEDED if not asked.get(name)]:
            return f"缺少参数 {', '.join(missing)}"
        if asked["client_id"] != app.client_id or asked["response_type"] != "code":
            return "应用不存在"
        back, listed = asked["redirect_uri"], app.login_redirects
        good = back in listed or not listed
        return "" if good and back.startswith(("https://", "http://")) else NOT_LISTED

    def _choices(self, request: web.Request) -> str:
        links = (
            f'<p><a href="?{escape(urlencode({**request.query, "as": id}))}">'
            f"{escape(worker.name)}</a></p>"
            for id, worker in self._ding.organization.people.items()
        )
        return "".join(links)


def _page(body: str, status: int = 200) -> web.Response:
    return web.Response(text=PAGE.format(body), status=status, content_type="text/html")
