"""What of a platform's profile is kept, decided without a database."""

from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Row

from bot.model.department import find_department
from bot.model.people import Hours, Profile, Role
from storage.names import folded


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
    """The columns of a known person that change; what is not said stays.

    Only their main account names them; another one fills in what is missing.
    """
    said = {
        "name": profile.name or None,
        "email": profile.email,
        "profile_zone": zone(profile.zone),
        "profile_language": language(profile.language),
    }
    return {
        name: value
        for name, value in said.items()
        if value is not None and value != getattr(row, name)
        if row.main or getattr(row, name) is None
    }


def told(profile: Profile) -> dict[str, object]:
    """The columns of an account seen for the first time."""
    return {
        "handle": profile.handle,
        "name": profile.name,
        "email": profile.email,
        "address": address(profile.email),
        "staff_id": folded(profile.staff_id) or None,
        "zone": zone(profile.zone),
        "language": language(profile.language),
        "role": role(profile).value,
        "manager": profile.manager,
        "active": profile.active,
    }


def told_anew(profile: Profile, row: Row[Any]) -> dict[str, object]:
    """The columns of a known account that change; what is not said stays."""
    return {
        name: value
        for name, value in told(profile).items()
        if value not in (None, "") and value != getattr(row, f"account_{name}")
    }


def own_facts(account: Row[Any]) -> dict[str, object]:
    """The columns of a person made of an account's last profile."""
    hours = Hours()
    return {
        "name": account.name or account.handle or account.user_id,
        "email": account.email,
        "profile_zone": account.zone,
        "profile_language": account.language,
        "role": account.role,
        "starts": hours.start,
        "ends": hours.end,
        "days": "".join(map(str, sorted(hours.days))),
        "active": account.active,
    }


def address(email: str | None) -> str | None:
    """The e-mail address as it is compared."""
    return folded(email or "") or None


def departments_of(profile: Profile) -> tuple[str, ...]:
    """The departments a platform tells, those we know in our own words."""
    return tuple(find_department(name) or name for name in profile.departments)


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
