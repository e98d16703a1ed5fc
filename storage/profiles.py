"""What of a platform's profile is kept, decided without a database."""

from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Row

from bot.model.people import Hours, Profile, Role


def new_facts(profile: Profile) -> dict[str, object]:
    """The columns of a person seen for the first time."""
    hours = Hours()
    return {
        "name": profile.name or profile.handle or profile.ref.id,
        "email": profile.email,
        "profile_zone": zone(profile.zone),
        "profile_language": language(profile.language),
        "role": role(profile).value,
        "starts": hours.start,
        "ends": hours.end,
        "days": "".join(map(str, sorted(hours.days))),
        "active": profile.active,
    }


def facts(profile: Profile, row: Row[Any]) -> dict[str, object]:
    """The columns of a known person that change; what is not said stays."""
    said = {
        "name": profile.name or None,
        "email": profile.email,
        "profile_zone": zone(profile.zone),
        "profile_language": language(profile.language),
        "role": None if row.role == Role.OWNER else role(profile).value,
    }
    return {
        name: value
        for name, value in said.items()
        if value is not None and value != getattr(row, name)
    }


def role(profile: Profile) -> Role:
    """What the platform lets them be."""
    if profile.admin:
        return Role.ADMIN
    return Role.GUEST if profile.guest else Role.MEMBER


def language(locale: str | None) -> str | None:
    """The language of ours for a locale: "zh-CN" reads Chinese, others English."""
    if not locale:
        return None
    return "zh" if locale.replace("_", "-").casefold().split("-")[0] == "zh" else "en"


@lru_cache(maxsize=1000)
def zone(name: str | None) -> str | None:
    """The IANA zone, if there is one of that name."""
    try:
        return ZoneInfo(name).key if name else None
    except (KeyError, OSError, ValueError):
        return None
