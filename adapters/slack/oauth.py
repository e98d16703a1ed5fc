"""Slack's OAuth v2: asked for, granted, renewed (facts §11)."""

from collections.abc import Iterable
from datetime import timedelta
from urllib.parse import urlencode, urljoin

from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack import SLACK
from adapters.slack.client import speaking
from adapters.slack.errors import ours
from adapters.wire import find, flag, string
from bot.errors import Rejected
from bot.model.installation import Grant, Tokens
from bot.ports import Clock
from bot.ports.installing import OAuth

ORGANIZATION = "org_install"  # our own word: all of an Enterprise Grid at once


class SlackOAuth:
    """Installs of one app; `model` lends its address and its connections."""

    platform = SLACK

    def __init__(
        self,
        model: AsyncWebClient,
        clock: Clock,
        *,
        client_id: str,
        client_secret: str,
        redirect: str,
        scopes: Iterable[str],
    ) -> None:
        self._client = speaking(model)
        self._clock = clock
        self._id = client_id
        self._secret = client_secret
        self._redirect = redirect
        self._scopes = ",".join(scopes)
        # `https://slack.com/api/` → `https://slack.com/oauth/v2/authorize`
        self._page = urljoin(model.base_url, "../oauth/v2/authorize")

    def address(self, state: str) -> str:
        """See `bot.ports.installing.OAuth.address`."""
        asked = {
            "client_id": self._id,
            "scope": self._scopes,
            "state": state,
            "redirect_uri": self._redirect,
        }
        return f"{self._page}?{urlencode(asked)}"

    async def grant(self, code: str) -> Grant:
        """See `bot.ports.installing.OAuth.grant`."""
        asked = {"code": code, "redirect_uri": self._redirect}
        return self._grant(await self._exchange(asked))

    async def renewed(self, refresh: str) -> Tokens:
        """See `bot.ports.installing.OAuth.renewed`."""
        asked = {"grant_type": "refresh_token", "refresh_token": refresh}
        return self._tokens(await self._exchange(asked))

    async def _exchange(self, asked: dict[str, str]) -> object:
        """In the body: the SDK would use what aiohttp is about to give up."""
        app = {"client_id": self._id, "client_secret": self._secret}
        with ours():
            answer = await self._client.api_call("oauth.v2.access", data=app | asked)
        return answer.data

    def _grant(self, said: object) -> Grant:
        tenant = string(said, "team", "id")
        if flag(said, "is_enterprise_install") or not tenant:
            raise Rejected(ORGANIZATION)
        return Grant(
            platform=SLACK,
            tenant=tenant,
            name=string(said, "team", "name") or tenant,
            app_id=string(said, "app_id"),
            bot_user=string(said, "bot_user_id"),
            bot="",
            scopes=tuple(filter(None, string(said, "scope").split(","))),
            tokens=self._tokens(said),
        )

    def _tokens(self, said: object) -> Tokens:
        access = string(said, "access_token")
        if not access:
            raise Rejected("no_token")
        life = find(said, "expires_in")
        end = (
            self._clock.now() + timedelta(seconds=float(life))
            if isinstance(life, int | float) and not isinstance(life, bool)
            else None
        )
        return Tokens(access, string(said, "refresh_token"), end)


_: type[OAuth] = SlackOAuth
