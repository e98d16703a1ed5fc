"""Events of the organization, as Stream or the HTTP push tells them (facts §1.10)."""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from adapters.simulator.dingtalk.company import Worker
from adapters.simulator.dingtalk.frames import Push
from adapters.simulator.dingtalk.records import Leave, Place
from adapters.simulator.wire import Json

if TYPE_CHECKING:
    from adapters.simulator.dingtalk.side import DingTalkSide


class Happenings:
    """Change the organization and tell the app about it."""

    def __init__(self, ding: DingTalkSide) -> None:
        self._ding = ding

    def tell(self, event: str, data: Json) -> None:
        """Send an event of any type."""
        now = str(self._ding.organization.milliseconds())
        headers = {
            "eventType": event,
            "eventId": uuid.uuid4().hex,
            "eventCorpId": self._ding.organization.company.corp_id,
            "eventBornTime": now,
            "eventUnifiedAppId": self._ding.app.client_id,
        }
        self._ding.outbox.event(Push("event", data, headers))

    def person_joins(self, worker: Worker) -> None:
        """Somebody is hired."""
        self._ding.organization.people[worker.userid] = worker
        self._ding.organization.revisions.bump()
        self.tell("user_add_org", self._about(worker.userid))

    def person_leaves(self, userid: str) -> None:
        """Somebody leaves the organization, and all its groups with it."""
        organization = self._ding.organization
        del organization.people[userid]
        for place in organization.places.values():
            if userid in place.members:
                place.members.remove(userid)
        organization.revisions.bump()
        self.tell("user_leave_org", self._about(userid))

    def person_changes(self, userid: str, **changes: Any) -> None:
        """Somebody gets another name, manager, e-mail address …"""
        people = self._ding.organization.people
        before = people[userid]
        people[userid] = after = replace(before, **changes)
        self._ding.organization.revisions.bump()
        difference = {"prev": _profile(before), "curr": _profile(after)}
        diff: Json = {"diffInfo": {"userid": userid} | difference}
        self.tell("user_modify_org", self._about(userid) | diff)

    def joins_group(self, userid: str, place: Place) -> None:
        """Somebody comes into a group."""
        place.members.append(userid)
        self._membership("chat_add_member", userid, place)

    def is_removed(self, userid: str, place: Place) -> None:
        """Somebody is taken out of a group."""
        place.members.remove(userid)
        self._membership("chat_remove_member", userid, place)

    def quits_group(self, userid: str, place: Place) -> None:
        """Somebody leaves a group."""
        place.members.remove(userid)
        self._ding.organization.revisions.bump()
        self.tell("chat_quit", self._chat(userid, place))

    def disbands(self, userid: str, place: Place) -> None:
        """A group ends."""
        place.disbanded = True
        self._ding.organization.revisions.bump()
        self.tell("chat_disband", self._chat(userid, place))

    def renames(self, userid: str, place: Place, title: str) -> None:
        """A group gets another name."""
        place.name = title
        self._ding.organization.revisions.bump()
        self.tell("chat_update_title", self._chat(userid, place) | {"title": title})

    def goes_on_leave(self, leave: Leave, status: str = "finish") -> None:
        """A request for leave was made, approved, or ended."""
        if status == "finish":
            self._ding.organization.leaves.append(leave)
        process = str(uuid.uuid4())
        data: Json = {
            "approveType": "LEAVE",
            "processInstanceId": process,
            "mainProcessInstanceId": process,
            "corpId": self._ding.organization.company.corp_id,
            "processCode": "PROC-LEAVE",
            "status": status,
        }
        self.tell("attendance_approve_status_change", data)

    def _membership(self, event: str, userid: str, place: Place) -> None:
        self._ding.organization.revisions.bump()
        person = self._ding.organization.people[userid]
        who: Json = {"userId": [userid], "unionId": [person.union_id]}
        self.tell(event, self._chat(userid, place) | who)

    def _about(self, userid: str) -> Json:
        now = str(self._ding.organization.milliseconds())
        return {"timeStamp": now, "userId": [userid]}

    def _chat(self, operator: str, place: Place) -> Json:
        organization = self._ding.organization
        return {
            "timeStamp": organization.milliseconds(),
            "chatId": place.chat_id,
            "openConversationId": place.id,
            "corpId": organization.company.corp_id,
            "operator": operator,
            "operatorUnionId": organization.people[operator].union_id,
        }


def _profile(worker: Worker) -> Json:
    return {
        "name": worker.name,
        "managerUserid": worker.manager,
        "email": worker.email,
        "jobNumber": worker.job_number,
        "telephone": "",
        "workPlace": "",
    }
