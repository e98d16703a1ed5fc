"""A webhook: an address outside that hears of blockers, and how a call to it goes."""

import secrets
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from urllib.parse import urlsplit

URL_LIMIT = 500
KEPT = timedelta(days=30)  # so long it is known what became of a call
# Standard Webhooks: often at first, then ever less; half a day and it is given up.
AGAIN = tuple(
    timedelta(seconds=each) for each in (5, 300, 1_800, 7_200, 18_000, 36_000)
)
LONGEST_WAIT = timedelta(days=1)
GONE = 410


class HookEvent(StrEnum):
    """What is told."""

    OPENED = "blocker.opened"
    ESCALATED = "blocker.escalated"
    RESOLVED = "blocker.resolved"
    REOPENED = "blocker.reopened"
    TEST = "webhook.test"


class CallState(StrEnum):
    """`waiting → sent | failed`."""

    WAITING = "waiting"
    SENT = "sent"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hook:
    """The organization's one; its secret signs every call. Not stored: id 0."""

    id: int = 0
    url: str = field(repr=False)  # it may hold a token
    secret: str = field(repr=False)
    owner_id: int
    made_at: datetime

    @property
    def host(self) -> str:
        """Where it is, without what may be secret in the address."""
        return urlsplit(self.url).hostname or ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HookCall:
    """One thing that is told; `message` names it however often it is tried. A test is
    about no blocker: `asker_id` hears how it went. Not stored: id 0.
    """

    id: int = 0
    message: str
    event: HookEvent
    at: datetime
    blocker_id: int | None = None
    asker_id: int | None = None
    state: CallState = CallState.WAITING
    tries: int = 0
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Heard:
    """What came back: an HTTP status, or `why` there is none; `never` says that trying
    again is no use. `wait` is how long the other side asks to be left alone.
    """

    status: int = 0
    why: str = ""
    wait: timedelta | None = None
    never: bool = False

    @property
    def well(self) -> bool:
        """Whether it arrived."""
        return 200 <= self.status < 300

    @property
    def answer(self) -> str:
        """In short: "204", "timeout"."""
        return str(self.status) if self.status else self.why


def new_message() -> str:
    """What a call is named by: the same however often it is tried."""
    return f"msg_{secrets.token_urlsafe(18)}"


def after(
    call: HookCall, heard: Heard, now: datetime
) -> tuple[HookCall, datetime | None]:
    """The call as it is then, and when it is tried again, if it is. A test is not."""
    tried = replace(call, tries=call.tries + 1, answer=heard.answer)
    if heard.well:
        return replace(tried, state=CallState.SENT), None
    last = heard.never or heard.status == GONE or call.event is HookEvent.TEST
    if last or call.tries >= len(AGAIN):
        return replace(tried, state=CallState.FAILED), None
    wait = max(AGAIN[call.tries], min(heard.wait or timedelta(0), LONGEST_WAIT))
    return tried, now + wait


def is_address(url: str) -> bool:
    """Whether it may be called at all: no password in it, nothing that is no URL."""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return False
    plain = url.isascii() and url.isprintable() and " " not in url
    named = bool(host) and not parts.username and not parts.password
    return (
        plain and named and parts.scheme in ("https", "http") and len(url) <= URL_LIMIT
    )
