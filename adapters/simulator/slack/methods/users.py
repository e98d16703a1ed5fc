"""users.info, list, lookupByEmail, profile.get, getPresence, and dnd.info (§13)."""

from __future__ import annotations

from adapters.simulator.company import Employee
from adapters.simulator.slack.call import Call, method
from adapters.simulator.slack.errors import SlackError
from adapters.simulator.slack.paging import page
from adapters.simulator.slack.profiles import profile, user_wire
from adapters.simulator.wire import Json


def info(call: Call) -> Json:
    """One account."""
    user = _user(call)
    return {"user": _wire(call, user)}


def listed(call: Call) -> Json:
    """All accounts, bots, Slackbot and deactivated ones included."""
    everyone = list(call.slack.workspace.users.values())
    shown, cursor = page(call, everyone)
    return {
        "members": [_wire(call, user) for user in shown],
        "cache_ts": int(call.slack.workspace.clock.now().timestamp()),
        "response_metadata": {"next_cursor": cursor},
    }


def lookup_by_email(call: Call) -> Json:
    """The active account with this address."""
    email = call.required("email").casefold()
    for user in call.slack.workspace.users.values():
        if user.email and user.email.casefold() == email and not user.deleted:
            return {"user": _wire(call, user)}
    raise SlackError("users_not_found")


def profile_get(call: Call) -> Json:
    """The profile of one account."""
    user = _user(call)
    return {"profile": profile(call.slack.workspace, user, email=_email(call))}


def presence(call: Call) -> Json:
    """Everybody is there."""
    return {"presence": "away" if _user(call).deleted else "active"}


def dnd_info(call: Call) -> Json:
    """Nobody has switched notifications off."""
    _user(call)
    return {"dnd_enabled": False, "next_dnd_start_ts": 1, "next_dnd_end_ts": 1}


def _email(call: Call) -> bool:
    return "users:read.email" in call.grant.scopes


def _wire(call: Call, user: Employee) -> Json:
    locale = call.flag("include_locale")
    workspace = call.slack.workspace
    return user_wire(workspace, user, locale=locale, email=_email(call))


def _user(call: Call) -> Employee:
    user = call.slack.workspace.users.get(call.text("user") or "")
    if user is None:
        raise SlackError("user_not_found")
    return user


METHODS = (
    method("users.info", info, "users:read", "user include_locale"),
    method("users.list", listed, "users:read", "cursor limit include_locale"),
    method("users.lookupByEmail", lookup_by_email, "users:read.email", "email"),
    method(
        "users.profile.get", profile_get, "users.profile:read", "user include_labels"
    ),
    method("users.getPresence", presence, "users:read", "user"),
    method("dnd.info", dnd_info, "dnd:read", "user"),
)
