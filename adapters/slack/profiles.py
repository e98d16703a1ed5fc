"""Slack's user object → what we know of an account."""

from functools import lru_cache
from zoneinfo import ZoneInfo

from adapters.slack import SLACK
from adapters.wire import Wire, find, flag, string
from bot.model.people import Profile
from bot.model.refs import UserRef

SLACKBOT = "USLACKBOT"  # its is_bot is false


def profile_of(user: Wire, tenant: str) -> Profile:
    """The profile in a user object of `users.info`, `users.list` or an event."""
    id, handle = string(user, "id"), string(user, "name")
    shown = string(user, "profile", "display_name").strip()
    full = string(user, "profile", "real_name") or string(user, "real_name")
    return Profile(
        ref=UserRef(SLACK, tenant, id),
        name=full.strip() or shown or handle or id,
        handle=shown or handle,
        email=string(user, "profile", "email") or None,
        zone=_zone(string(user, "tz")),
        language=string(user, "locale").replace("_", "-").split("-")[0].lower() or None,
        admin=_any(user, "is_admin", "is_owner", "is_primary_owner"),
        guest=_any(user, "is_restricted", "is_ultra_restricted", "is_stranger"),
        bot=id == SLACKBOT or _any(user, "is_bot", "is_workflow_bot"),
        active=find(user, "deleted") is not True,
    )


def _any(user: Wire, *names: str) -> bool:
    return any(flag(user, name) for name in names)


@lru_cache(maxsize=1000)
def _zone(name: str) -> str | None:
    try:
        return ZoneInfo(name).key if name else None
    except (KeyError, ValueError, OSError):
        return None
