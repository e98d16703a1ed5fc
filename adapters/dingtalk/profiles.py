"""DingTalk's user object → what we know of an account (facts §8.1)."""

from collections.abc import Mapping

from adapters.dingtalk import DINGTALK
from adapters.dingtalk.wire import text, texts, truth
from adapters.wire import Wire, records
from bot.model.people import Profile
from bot.model.refs import UserRef


def profile_of(
    user: Wire,
    tenant: str,
    *,
    zone: str,
    language: str,
    departments: Mapping[str, str],
    manager: str = "",
) -> Profile:
    """The profile in a user object; `departments` are names by id.

    DingTalk knows neither a time zone nor a language of a person: those are usual.
    """
    id = text(user, "userid")
    names = (departments.get(dept) for dept in texts(user, "dept_id_list"))
    return Profile(
        ref=UserRef(DINGTALK, tenant, id),
        name=text(user, "name").strip() or id,
        email=text(user, "org_email") or text(user, "email") or None,
        zone=zone,
        language=language,
        usual=True,
        admin=bool(truth(user, "admin") or truth(user, "boss")),
        active=truth(user, "active") is not False,
        staff_id=text(user, "job_number"),
        departments=tuple(name for name in names if name),
        manager=UserRef(DINGTALK, tenant, manager) if manager else None,
    )


def leads(user: Wire) -> frozenset[str]:
    """The departments that this person is the head of."""
    listed = records(user, "leader_in_dept")
    return frozenset(text(one, "dept_id") for one in listed if truth(one, "leader"))


def manager_of(user: Wire, heads: Mapping[str, str]) -> str:
    """Who they report to: as the directory says, else the head of a department of
    theirs; nobody for the head.
    """
    named = text(user, "manager_userid")
    found = (heads.get(dept, "") for dept in texts(user, "dept_id_list"))
    return named or next((id for id in found if id and id != text(user, "userid")), "")
