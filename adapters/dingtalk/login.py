"""Who is at a page: satisfies `bot.ports.login.Login` (facts §10). None of these calls
is counted in the month's quota.
"""

import json
from urllib.parse import urlencode

from adapters.dingtalk import DINGTALK
from adapters.dingtalk.api import DingTalkApi
from adapters.dingtalk.wire import text
from adapters.wire import string
from bot.errors import Rejected
from bot.model.refs import UserRef
from bot.ports.login import Inside

CLIENT = "DingTalk"  # in the User-Agent of every client of DingTalk's
JSAPI = "https://g.alicdn.com/dingding/dingtalk-jsapi/3.0.25/dingtalk.open.js"
TOKEN = "/v1.0/oauth2/userAccessToken"  # noqa: S105 an address
ME = "/v1.0/contact/users/me"
INSIDE = "topapi/v2/user/getuserinfo"
BY_UNION = "topapi/user/getbyunionid"
HELLO = """
const here = document.querySelector("[data-hello]").dataset;
async function hello({ code }) {
  const body = JSON.stringify({ code });
  const headers = { "Content-Type": "application/json" };
  const answer = await fetch(here.hello, { method: "POST", headers, body });
  if (answer.ok) location.replace(here.to);
}
if (window.dd) dd.requestAuthCode({ ...ASKED, onSuccess: hello, onFail() {} });
"""


class DingTalkLogin:
    """One company's people, at their own client or at DingTalk's page."""

    def __init__(self, api: DingTalkApi, tenant: str, corp: str, url: str) -> None:
        self._api = api
        self._tenant = tenant
        self._corp = corp
        self._url = url

    @property
    def inside(self) -> Inside | None:
        """See `bot.ports.login.Login.inside`. The client wants to know the company."""
        if not self._corp:
            return None
        asked = json.dumps({"corpId": self._corp, "clientId": self._api.client_id})
        script = HELLO.replace("ASKED", asked.replace("<", "\\u003c"))
        return Inside(CLIENT, JSAPI, script)

    def ask(self, back: str, state: str) -> str:
        """See `bot.ports.login.Login.ask`."""
        asked = {
            "redirect_uri": back,
            "response_type": "code",
            "client_id": self._api.client_id,
            "scope": "openid corpid",
            "state": state,
            "prompt": "consent",
        }
        if self._corp:
            asked |= {"exclusiveLogin": "true", "exclusiveCorpId": self._corp}
        return f"{self._url}oauth2/auth?{urlencode(asked)}"

    async def who(self, code: str, *, inside: bool) -> UserRef:
        """See `bot.ports.login.Login.who`."""
        if not code:
            raise Rejected("no_code")
        user = await (self._by_client(code) if inside else self._by_page(code))
        if not user:
            raise Rejected("nobody")
        return UserRef(DINGTALK, self._tenant, user)

    async def _by_client(self, code: str) -> str:
        said = await self._api.old(INSIDE, {"code": code})
        return text(said, "result", "userid")

    async def _by_page(self, code: str) -> str:
        """By the union id; only who belongs to the company has a userid in it."""
        asked = {
            "clientId": self._api.client_id,
            "clientSecret": self._api.client_secret,
            "code": code,
            "grantType": "authorization_code",
        }
        said = await self._api.open(TOKEN, asked)
        if self._corp and string(said, "corpId") not in ("", self._corp):
            raise Rejected("other_company")
        me = await self._api.by(string(said, "accessToken"), "GET", ME)
        found = await self._api.old(BY_UNION, {"unionid": string(me, "unionId")})
        return text(found, "result", "userid")
