"""The workspaces that have us, each with a client that speaks with its own tokens.

Tokens are read once and kept. What another replica changed is noticed when Slack
refuses one: then they are read again (goal G5: no `auth.test` while all is well).
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TypeVar

from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack import SLACK
from adapters.slack.chat import SlackChat
from adapters.slack.client import speaking
from adapters.slack.errors import ours
from bot.errors import ChatError, Disconnected, Rejected, Unreachable
from bot.model.installation import Installed, Tokens
from bot.ports import Clock
from bot.ports.installations import Access
from bot.ports.installing import OAuth

log = logging.getLogger(__name__)
T = TypeVar("T")

# Slack's words for a token that is good for nothing any more (facts §9, §11).
OVER = frozenset({"account_inactive", "invalid_auth", "token_expired", "token_revoked"})
KNOCK = timedelta(minutes=10)  # between looks whether a workspace has us after all
PAUSE = timedelta(seconds=30)  # between looks whether somebody else has renewed
WAITS = 20  # looks for who has to wait for that
WAIT = 0.5  # seconds between them

Make = Callable[[AsyncWebClient], SlackChat]


@dataclass(slots=True)
class Desk:
    """One workspace: its chat, and the tokens its client speaks with; `refused` says
    that they cannot be renewed.
    """

    chat: SlackChat
    client: AsyncWebClient
    tokens: Tokens
    looked: datetime | None = None
    refused: bool = False
    renewing: asyncio.Lock = field(default_factory=asyncio.Lock)

    def use(self, tokens: Tokens) -> None:
        """Speaks with these from now on."""
        self.tokens, self.refused = tokens, False
        self.client.token = tokens.access


class Workspaces:
    """Runs calls with the chat of a workspace. Raises Disconnected where it let us go.

    `model` lends its address and its connections. Without `oauth` tokens last.
    """

    def __init__(
        self,
        model: AsyncWebClient,
        make: Make,
        access: Access,
        clock: Clock,
        oauth: OAuth | None = None,
    ) -> None:
        self._model = model
        self._make = make
        self._access = access
        self._clock = clock
        self._oauth = oauth
        self._desks: dict[str, Desk] = {}
        self._knocked: dict[str, datetime] = {}

    async def run(self, tenant: str, call: Callable[[SlackChat], Awaitable[T]]) -> T:
        """The call's answer; with new tokens, if the ones in hand are over."""
        desk = self._desks.get(tenant) or await self._opened(tenant)
        if desk.tokens.wants_renewal(self._clock.now()):
            await self._renew(tenant, desk)
        spoken = desk.tokens
        try:
            return await call(desk.chat)
        except Rejected as refused:
            if refused.code not in OVER:
                raise
            await self._mend(tenant, desk, spoken, refused.code)
        return await call(desk.chat)

    async def _opened(self, tenant: str) -> Desk:
        found = await self._access.find(SLACK, tenant)
        if found is None or found.tokens is None:
            raise Disconnected("not_installed")
        desk = self._desk(found.tokens)
        if found.gone:
            await self._knock(tenant, desk)
        return self._desks.setdefault(tenant, desk)

    def _desk(self, tokens: Tokens) -> Desk:
        client = speaking(self._model, tokens.access)
        return Desk(self._make(client), client, tokens)

    async def _knock(self, tenant: str, desk: Desk) -> None:
        """Looks, now and then, whether a workspace that is gone has us after all: a
        platform in trouble may say so of tokens that are good.
        """
        now = self._clock.now()
        if now < self._knocked.get(tenant, now - KNOCK) + KNOCK:
            raise Disconnected("gone")
        self._knocked[tenant] = now
        try:
            with ours():
                await desk.client.auth_test()
        except ChatError as refused:
            raise Disconnected(refused.code) from refused
        await self._access.back(SLACK, tenant)

    async def _mend(self, tenant: str, desk: Desk, spoken: Tokens, why: str) -> None:
        """Finds tokens that work. Raises Disconnected where there are none."""
        if desk.tokens != spoken:
            return  # another call has found some
        found = await self._access.find(SLACK, tenant)
        if found and found.tokens and found.tokens != spoken and not found.gone:
            desk.use(found.tokens)
            return
        renewable = _may_renew(found, spoken) and not desk.refused
        if renewable and await self._renew(tenant, desk):
            return
        self._desks.pop(tenant, None)
        self._knocked[tenant] = self._clock.now()
        log.warning("workspace lost", extra={"team": tenant, "why": why})
        await self._access.lost(SLACK, tenant, why)
        raise Disconnected(why)

    async def _renew(self, tenant: str, desk: Desk) -> bool:
        """Renews tokens, once in all processes; says whether there are new ones.

        As long as the old ones last nobody waits for it.
        """
        seen, now = desk.tokens, self._clock.now()
        over = seen.ends_before(now)
        if desk.renewing.locked() and not over:
            return False
        async with desk.renewing:
            if desk.tokens != seen:
                return True
            if not over and desk.looked and now < desk.looked + PAUSE:
                return False
            desk.looked = now
            return await self._renew_here(tenant, desk, wait=over)

    async def _renew_here(self, tenant: str, desk: Desk, *, wait: bool) -> bool:
        seen = desk.tokens
        if await self._found(tenant, desk):
            return True
        if self._oauth and await self._access.claim(SLACK, tenant, seen):
            try:
                new = await self._oauth.renewed(seen.refresh)
            except ChatError as failed:
                log.warning("tokens kept", extra={"team": tenant, "why": failed.code})
                if wait and isinstance(failed, Unreachable):
                    raise
                desk.refused = isinstance(failed, Rejected)
                return await self._found(tenant, desk)
            await self._access.renew(SLACK, tenant, seen, new)  # before they are used
            desk.use(new)
            return True
        return wait and await self._wait(tenant, desk)

    async def _wait(self, tenant: str, desk: Desk) -> bool:
        """Waits for who renews them in another process."""
        for _ in range(WAITS):
            await asyncio.sleep(WAIT)
            if await self._found(tenant, desk):
                return True
        raise Unreachable("tokens_are_renewed")

    async def _found(self, tenant: str, desk: Desk) -> bool:
        """Whether somebody has renewed them already: then they are used."""
        found = await self._access.find(SLACK, tenant)
        if not (found and found.tokens) or found.tokens == desk.tokens:
            return False
        desk.use(found.tokens)
        return True


def _may_renew(found: Installed | None, spoken: Tokens) -> bool:
    return found is not None and not found.gone and bool(spoken.refresh)
