"""Accounts and profiles as the Web API and the events show them (facts §13)."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from adapters.simulator.company import Employee
from adapters.simulator.slack.state import Workspace
from adapters.simulator.wire import Json


def profile(workspace: Workspace, user: Employee, *, email: bool) -> Json:
    """A profile; the address only for tokens that may see addresses."""
    first, _, last = user.name.partition(" ")
    found: Json = {
        "title": user.title,
        "phone": "",
        "real_name": user.name,
        "real_name_normalized": user.name,
        "display_name": user.display_name,
        "display_name_normalized": user.display_name,
        "first_name": first,
        "last_name": last,
        "status_text": user.status_text,
        "status_text_canonical": "",
        "status_emoji": user.status_emoji,
        "status_expiration": 0,
        "avatar_hash": "simulator",
        "team": workspace.company.team_id,
    }
    for size in (24, 32, 48, 72, 192, 512):
        found[f"image_{size}"] = f"https://avatars.example/{user.id}_{size}.png"
    if user.is_bot:
        company = workspace.company
        return found | {"bot_id": user.bot_id, "api_app_id": company.app_id}
    if user.email and email:
        found["email"] = user.email
    return found


def user_wire(
    workspace: Workspace, user: Employee, *, locale: bool, email: bool
) -> Json:
    """A user object as the Web API shows it."""
    found: Json = {
        "id": user.id,
        "team_id": workspace.company.team_id,
        "name": user.handle,
        "deleted": user.deleted,
        "profile": profile(workspace, user, email=email),
        "is_bot": user.is_bot,
        "is_app_user": False,
        "updated": 1_700_000_000,
    }
    if user.deleted:
        return found
    found |= {
        "color": "9f69e7",
        "real_name": user.name,
        "is_admin": user.is_admin,
        "is_owner": user.is_owner,
        "is_primary_owner": user.is_owner,
        "is_restricted": user.is_guest,
        "is_ultra_restricted": False,
        "is_email_confirmed": bool(user.email),
        "who_can_share_contact_card": "EVERYONE",
    }
    if user.tz:
        now = workspace.clock.now().astimezone(ZoneInfo(user.tz))
        offset = now.utcoffset()
        found |= {"tz": user.tz, "tz_label": now.tzname() or user.tz}
        found["tz_offset"] = int(offset.total_seconds()) if offset else 0
    return found | ({"locale": user.locale} if locale else {})
