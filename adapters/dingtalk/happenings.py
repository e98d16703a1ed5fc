"""DingTalk's events → what they mean: people who come, change and go, groups with other
people or names and groups that end, leave.

That a bot was added to a group or taken out is no event (facts §1.10).
"""

from dataclasses import dataclass
from datetime import datetime

from adapters.dingtalk import DINGTALK
from adapters.dingtalk.wire import instant, text, texts
from bot.events import LeaveChanged, Left, PlaceChanged
from bot.model.refs import PlaceRef, UserRef

HIRED = "user_add_org"
CHANGED = frozenset({HIRED, "user_modify_org", "user_active_org"})
GONE = "user_leave_org"
CLOSED = "chat_disband"
CAME, TAKEN_OUT, QUIT = "chat_add_member", "chat_remove_member", "chat_quit"
RENAMED = "chat_update_title"
GROUPS = frozenset({CAME, TAKEN_OUT, QUIT, RENAMED})
APPROVED = "attendance_approve_status_change"
ASKED = "start"  # the status of a leave that nobody has granted yet


@dataclass(frozen=True, slots=True)
class PeopleChanged:
    """Accounts whose facts have to be asked for again; `left` says they are gone,
    `came` that they are new.
    """

    id: str
    at: datetime
    userids: tuple[str, ...]
    left: bool = False
    came: bool = False


Happening = Left | PlaceChanged | LeaveChanged | PeopleChanged


def parse_happening(
    kind: str, data: object, corp: str, now: datetime, id: str = ""
) -> Happening | None:
    """The event of a push, by Stream or HTTP; `id` is the platform's own."""
    at = instant(data, "timeStamp") or now
    id = id or text(data, "eventId") or f"{kind}:{text(data, 'timeStamp')}"
    if kind in CHANGED or kind == GONE:
        people = texts(data, "userId") or texts(data, "UserId")
        if not people:
            return None
        return PeopleChanged(id, at, people, left=kind == GONE, came=kind == HIRED)
    who = UserRef(DINGTALK, corp, text(data, "operator") or corp)
    if kind == APPROVED:
        granted = text(data, "status") != ASKED
        return LeaveChanged(id=id, at=at, who=who) if granted else None
    if not (place := text(data, "openConversationId")):
        return None
    where = PlaceRef(DINGTALK, corp, place)
    if kind == CLOSED:
        return Left(id=id, at=at, who=who, where=where)
    if kind not in GROUPS:
        return None
    came, went = _moved(kind, data, who)
    name = text(data, "title") if kind == RENAMED else ""
    if not (came or went or name):
        return None
    return PlaceChanged(
        id=id, at=at, who=who, where=where, place_hint=name, came=came, went=went
    )


def _moved(
    kind: str, data: object, who: UserRef
) -> tuple[tuple[UserRef, ...], tuple[UserRef, ...]]:
    """Who came and who went."""
    userids = texts(data, "userId") or texts(data, "UserId")
    people = tuple(UserRef(DINGTALK, who.tenant, userid) for userid in userids)
    if kind == CAME:
        return people, ()
    if kind == TAKEN_OUT:
        return (), people
    return (), (who,) if kind == QUIT and not who.is_company else ()
