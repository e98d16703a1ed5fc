"""What of a platform's profile is kept, decided without a database."""

from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Row

from bot.model.department import find_department
from bot.model.people import Hours, Profile, Role
from storage.people.names import folded

HOME = ("zone", "language")
SETTLED = frozenset({"role", "active", "usual", *HOME})


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

    Only their main account names them; another one fills in what is missing. Where
    they are at home, all accounts tell together (`home`).
    """
    said = {"name": profile.name or None, "email": profile.email}
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
        "usual": profile.usual,
        "role": role(profile).value,
        "manager": profile.manager,
        "active": profile.active,
    }


def told_anew(profile: Profile, row: Row[Any]) -> dict[str, object]:
    """The columns of a known account that change; what is not said stays.

    Except that what was only usual is not kept beside what is told, nor the reverse.
    """
    said = told(profile)
    at_home = any(said[name] is not None for name in HOME)
    if not at_home:
        del said["usual"]
    anew = at_home and profile.usual != row.account_usual
    return {
        name: value
        for name, value in said.items()
        if value not in (None, "") or (anew and name in HOME)
        if value != getattr(row, f"account_{name}")
    }


def unsettled(profile: Profile, row: Row[Any], news: Collection[str]) -> bool:
    """Whether all accounts of the person are to be asked again what they are, now that
    one of them has news. Also when they are not what that one says: another one may
    be the reason, or that nobody has asked yet.
    """
    said = told(profile)
    away = any(
        said[name] not in (None, getattr(row, f"profile_{name}")) for name in HOME
    )
    elsewhere = away and not profile.usual
    return bool(SETTLED & set(news)) or row.role != said["role"] or elsewhere


def home(accounts: Iterable[Row[Any]]) -> dict[str, object]:
    """The columns of a person made of where their accounts are at home.

    What was told of any account counts, of the leading one first; what is only usual
    counts where the leading one is, when no account was told.
    """
    first, *rest = sorted(accounts, key=_leading)
    by_whom = [row for row in (first, *rest) if not row.usual]
    return {
        f"profile_{name}": next(
            (value for row in (*by_whom, first) if (value := getattr(row, name))), None
        )
        for name in HOME
    }


def _leading(account: Row[Any]) -> tuple[bool, bool, float, int]:
    """Those that are left, the main one, the one seen last, the oldest."""
    seen = account.last_seen.timestamp() if account.last_seen else 0.0
    return not account.active, not account.main, -seen, account.id


def own_facts(account: Row[Any]) -> dict[str, object]:
    """The columns of a person made of an account's last profile."""
    hours = Hours()
    return {
        "name": account.name or account.handle or account.user_id,
        "email": account.email,
        "role": account.role,
        "starts": hours.start,
        "ends": hours.end,
        "days": "".join(map(str, sorted(hours.days))),
        "active": account.active,
        **home([account]),
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
