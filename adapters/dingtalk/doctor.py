"""Does the connection to DingTalk work, and if not, what is to be mended?

Looking costs up to five calls of the month's quota.
"""

import hashlib

from adapters.dingtalk.api import DingTalkApi
from adapters.dingtalk.errors import DENIED, NOT_LISTED, QUOTA
from adapters.dingtalk.frames import SUBSCRIPTIONS
from adapters.dingtalk.happenings import APPROVED, CHANGED, CLOSED, GONE, GROUPS
from adapters.dingtalk.permissions import (
    BASE,
    CARDS,
    NOBODY,
    PERMISSIONS,
    Permission,
    may_notify,
)
from adapters.dingtalk.stream import GATEWAY
from adapters.dingtalk.wire import texts
from adapters.wire import seconds_off
from bot.errors import ChatError, RateLimited, Rejected, Unreachable
from bot.model.finding import Finding, Level, worst_first
from bot.ports import Clock

SKEW = 60  # seconds our clock may be off without a word
REFUSED = 3600  # seconds off at which signed requests are refused
ROOT = "1"
NO_TEMPLATE = frozenset({"param.templateNotExist", "param.cardTemplateIdEmpty"})
UNPUBLISHED = "param.templateUnpublished"
THERE = "param.cardAlreadyExist"


async def checks(
    api: DingTalkApi,
    clock: Clock,
    *,
    mode: str = "stream",
    corp: str = "",
    event_aes_key: str = "",
    public_url: str = "",
    card_template: str = "",
    agent_id: int = 0,
) -> list[Finding]:
    """Everything that can be seen from here; the first thing to mend comes first."""
    try:
        await api.check()
    except ChatError as failed:
        return [_failed("doctor-dingtalk-keys", failed)]
    found = [Finding(Level.OK, "doctor-dingtalk-keys-ok"), *_skew(api, clock, mode)]
    if not corp:
        found.append(Finding(Level.WARN, "doctor-dingtalk-corp"))
    if mode == "stream":
        found.append(await _stream(api))
    else:
        found += _http(event_aes_key, public_url)
    found += await _range(api, clock)
    found.append(await _cards(api, card_template))
    found.append(await _notices(api, agent_id))
    return worst_first([*found, _events()])


async def _stream(api: DingTalkApi) -> Finding:
    """A ticket that is not used ends by itself."""
    asked = {
        "clientId": api.client_id,
        "clientSecret": api.client_secret,
        "subscriptions": SUBSCRIPTIONS,
        "ua": "shopcrew-doctor",
    }
    try:
        await api.open(GATEWAY, asked)
    except ChatError as failed:
        return _failed("doctor-dingtalk-stream", failed)
    return Finding(Level.OK, "doctor-dingtalk-stream-ok")


def _http(event_aes_key: str, public_url: str) -> list[Finding]:
    found = [Finding(Level.OK, "doctor-dingtalk-http")]
    if not public_url.startswith("https://"):
        found.append(Finding(Level.FAIL, "doctor-dingtalk-http-address"))
    if not event_aes_key:
        found.append(Finding(Level.WARN, "doctor-dingtalk-http-events"))
    return found


async def _range(api: DingTalkApi, clock: Clock) -> list[Finding]:
    """Whom the app may see, what of them, and what it may do."""
    try:
        scopes = await api.old("auth/scopes")
    except ChatError as failed:
        return [_failed("doctor-dingtalk-lacks-scopes", failed)]
    departments = texts(scopes, "auth_org_scopes", "authed_dept")
    people = texts(scopes, "auth_org_scopes", "authed_user")
    if not departments and not people:
        return [Finding(Level.FAIL, "doctor-dingtalk-range")]
    size = {"departments": len(departments), "people": len(people)}
    found = [Finding(Level.OK, "doctor-dingtalk-range-ok", size)]
    fields = texts(scopes, "auth_user_field")
    if fields and not {"email", "org_email"} & set(fields):
        found.append(Finding(Level.WARN, "doctor-dingtalk-lacks-email"))
    department = next(iter(departments), ROOT)
    asked = [await _may(api, one, department, clock) for one in PERMISSIONS]
    lacking = [finding for finding in asked if finding]
    return found + (lacking or [Finding(Level.OK, "doctor-dingtalk-permissions-ok")])


async def _may(
    api: DingTalkApi, one: Permission, department: str, clock: Clock
) -> Finding | None:
    """What is wrong with a permission; nothing when it is granted."""
    try:
        await one.ask(api, department, clock.now())
    except Rejected as refused:
        if refused.code in DENIED:
            return Finding(one.level, one.key, {"point": one.point, "name": one.name})
        general = refused.code in NOT_LISTED or refused.code == QUOTA
        return _failed(one.key, refused) if general else None
    except (RateLimited, Unreachable) as failed:
        why = {"name": one.name, "why": failed.code}
        return Finding(Level.WARN, "doctor-dingtalk-unclear", why)
    except ChatError:
        pass  # it may ask, and that is all
    return None


async def _cards(api: DingTalkApi, template: str) -> Finding:
    """Whether the template is there: a card made of it that nobody gets."""
    if not template:
        return Finding(Level.WARN, "doctor-dingtalk-no-template")
    name = hashlib.sha256(template.encode()).hexdigest()[:16]
    asked = {
        "cardTemplateId": template,
        "outTrackId": f"{NOBODY}-{name}",
        "cardData": {"cardParamMap": {"title": NOBODY}},
    }
    try:
        await api.new("POST", "/v1.0/card/instances", asked)
    except ChatError as failed:
        if failed.code in NO_TEMPLATE:
            return Finding(Level.FAIL, "doctor-dingtalk-template")
        if failed.code == UNPUBLISHED:
            return Finding(Level.FAIL, "doctor-dingtalk-template-unpublished")
        if failed.code in DENIED:
            point, called = CARDS
            lacking = {"point": point, "name": called}
            return Finding(Level.FAIL, "doctor-dingtalk-lacks-cards", lacking)
        if failed.code != THERE:
            return _failed("doctor-dingtalk-cards", failed)
    return Finding(Level.OK, "doctor-dingtalk-template-ok")


async def _notices(api: DingTalkApi, agent_id: int) -> Finding:
    """What work notices would give, or whether they may be sent."""
    point, name = BASE
    what = {"point": point, "name": name}
    if not agent_id:
        return Finding(Level.OK, "doctor-dingtalk-no-agent", what)
    try:
        await may_notify(api, agent_id)
    except ChatError as failed:
        if failed.code in DENIED:
            return Finding(Level.FAIL, "doctor-dingtalk-lacks-notices", what)
        if not isinstance(failed, Rejected) or failed.code in {*NOT_LISTED, QUOTA}:
            return _failed("doctor-dingtalk-lacks-notices", failed)
    return Finding(Level.OK, "doctor-dingtalk-notices-ok")


def _events() -> Finding:
    """DingTalk tells nobody what an app subscribes to: the owner has to look."""
    events = ", ".join(sorted({*CHANGED, GONE, CLOSED, *GROUPS, APPROVED}))
    return Finding(Level.OK, "doctor-dingtalk-events", {"events": events})


def _skew(api: DingTalkApi, clock: Clock, mode: str) -> list[Finding]:
    seconds = seconds_off(api.date, clock.now())
    if seconds <= SKEW:
        return []
    level = Level.FAIL if mode == "http" and seconds >= REFUSED else Level.WARN
    return [Finding(level, "doctor-dingtalk-clock", {"seconds": seconds})]


def _failed(key: str, failed: ChatError) -> Finding:
    if isinstance(failed, Unreachable | RateLimited):
        key = "doctor-dingtalk-unreachable"
    elif failed.code in NOT_LISTED:
        key = "doctor-dingtalk-address"
    elif failed.code == QUOTA:
        key = "doctor-dingtalk-quota"
    return Finding(Level.FAIL, key, {"why": failed.code})
