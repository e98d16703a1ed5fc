"""Installs by the browser: satisfies `bot.ports.installing.Installing`.

A state is good for one browser, once, for ten minutes: who sends somebody else a link
to the end of an install of their own, gets that workspace nowhere (facts/slack §11).
"""

import logging
import re
import secrets
from collections.abc import Awaitable, Callable

from bot.addresses import hashed
from bot.cards import installing as cards
from bot.errors import ChatError, Conflict, Rejected, Unreachable
from bot.i18n import LANGUAGES, words
from bot.model.installation import (
    STATE_LIFE,
    Company,
    Grant,
    InstallLink,
    InstallState,
)
from bot.ports import Clock, Translate
from bot.ports.installations import Installations, InstallStates
from bot.ports.installing import Begun, Installing, OAuth, Returned
from bot.ports.pages import Told

log = logging.getLogger(__name__)
RANDOM = 32  # bytes
BROWSER = re.compile(r"[\w-]{20,64}")
# What is wrong with the settings of who runs the bot, not with the install.
OURS = frozenset(
    {"bad_client_secret", "bad_redirect_uri", "invalid_client_id", "invalid_scope"}
)
OLD = frozenset({"code_already_used", "invalid_code"})
Welcome = Callable[[int, Grant], Awaitable[None]]


class Installs:
    """Sees an install through, from the first page to the last.

    `first` says that the house is empty: who comes first moves in. `welcome` is told
    of every workspace that has us.
    """

    def __init__(
        self,
        *,
        oauth: OAuth,
        states: InstallStates,
        installations: Installations,
        clock: Clock,
        company: Company,
        public_url: str,
        first: bool,
        welcome: Welcome,
    ) -> None:
        self._oauth = oauth
        self._states = states
        self._installations = installations
        self._clock = clock
        self._company = company
        self._url = public_url.rstrip("/")
        self._first = first
        self._welcome = welcome

    @property
    def secure(self) -> bool:
        """Whether people come by https."""
        return self._url.startswith("https://")

    async def begin(self, link: str, browser: str, languages: str) -> Begun | Told:
        """See `bot.ports.installing.Installing.begin`."""
        t = self._words(languages)
        found = await self._states.link(hashed(link)) if link else None
        if link and (found is None or not found.works(self._clock.now())):
            return cards.no_link(t, used=bool(found and found.used_at))
        state = secrets.token_urlsafe(RANDOM)
        mine = browser if BROWSER.fullmatch(browser) else secrets.token_urlsafe(RANDOM)
        until = self._clock.now() + STATE_LIFE
        await self._states.begin(hashed(state), hashed(mine), until, found)
        return Begun(mine, cards.begin(t, self._oauth.address(state), joins=bool(link)))

    async def finish(self, came: Returned, browser: str, languages: str) -> Told:
        """See `bot.ports.installing.Installing.finish`."""
        t, again = self._words(languages), f"{self._url}/slack/install"
        state = await self._taken(came.state)
        if state is None:
            return cards.again(t, "old", again)
        if not browser or state.browser != hashed(browser):
            return cards.again(t, "other-browser", again)
        if came.error or not came.code:
            declined = came.error == "access_denied"
            why = "declined" if declined else "refused"
            return cards.again(t, why, again, came.error or "no code")
        try:
            return await self._install(t, came.code, state.link)
        except Unreachable as away:
            return cards.again(t, "away", again, away.code)
        except ChatError as refused:
            log.warning("install refused", extra={"why": refused.code})
            return cards.again(t, _reason(refused), again, refused.code)

    async def _install(self, t: Translate, code: str, link: InstallLink | None) -> Told:
        grant = await self._oauth.grant(code)
        keep = self._installations.keep
        try:
            ours = await keep(grant, self._company, link, first=self._first)
        except Conflict as taken:
            log.warning("install conflicts", extra={"why": str(taken)})
            return cards.taken(t, grant.name)
        log.info("installed", extra={"team": grant.tenant, "organization": ours})
        await self._welcome(ours, grant)
        return cards.done(t, grant.name, grant.app_id, grant.tenant)

    async def _taken(self, state: str) -> InstallState | None:
        if not state:
            return None
        return await self._states.finish(hashed(state), self._clock.now())

    def _words(self, languages: str) -> Translate:
        return words(_spoken(languages, self._company.language), self._company.zone)


def _reason(refused: ChatError) -> str:
    if refused.code in OLD:
        return "old"
    if refused.code in OURS:
        return "settings"
    if refused.code == "org_install":
        return "whole-organization"
    return "refused" if isinstance(refused, Rejected) else "busy"


def _spoken(languages: str, otherwise: str) -> str:
    """The first language of a browser's list that we speak."""
    wished: list[tuple[float, str]] = []
    for part in languages.lower().split(",")[:20]:
        name, _, quality = part.strip().partition(";q=")
        with_q = float(quality) if re.fullmatch(r"[01](\.\d{1,3})?", quality) else 1.0
        wished.append((-with_q, name.partition("-")[0]))
    spoken = [name for _, name in sorted(wished, key=lambda w: w[0])]
    return next((name for name in spoken if name in LANGUAGES), otherwise)


_: type[Installing] = Installs
