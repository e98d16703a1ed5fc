"""What a person at a DingTalk client can do; all of it goes over the real wire."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from adapters.simulator.dingtalk import payloads, typed
from adapters.simulator.dingtalk.company import Worker
from adapters.simulator.dingtalk.links import page_of
from adapters.simulator.dingtalk.records import WORK_NOTICE, Kind, Message, Place
from adapters.simulator.wire import ControlError, Json

if TYPE_CHECKING:
    from adapters.simulator.dingtalk.side import DingTalkSide


@dataclass(frozen=True, slots=True)
class Person:
    """One person's client."""

    ding: DingTalkSide
    id: str

    @property
    def worker(self) -> Worker:
        """The person's entry in the directory."""
        return self.ding.organization.people[self.id]

    def places(self) -> list[Place]:
        """Their groups, the robot's chat, and their work notices if there are any."""
        organization = self.ding.organization
        robot, notices = organization.im(self.id), organization.notices(self.id)
        groups = [
            place
            for place in organization.places.values()
            if place.kind is Kind.GROUP
            and self.id in place.members
            and not place.disbanded
        ]
        some = any(organization.messages(notices.id))
        return [*groups, robot, *([notices] if some else [])]

    def place(self, reference: str) -> Place:
        """A place they can see, by id, `#name`, name, `dm`, or the robot's name."""
        app = self.ding.app
        name = reference.lstrip("#@")
        own = {"dm", app.robot_code, *(each.lower() for each in app.called)}
        if name.lower() in own:
            return self.ding.organization.im(self.id)
        for place in self.places():
            if reference == place.id or (place.name and name == place.name):
                return place
        raise ControlError(f"there is no place {reference!r}")

    def reads(self, message: Message) -> bool:
        """Whether the message is on this person's screen."""
        return self.id in self.ding.organization.places[message.place].members

    def look_at(self, messages: Iterable[Message]) -> None:
        """Have read these messages; tell those who watch if that is news."""
        unread = [
            message
            for message in messages
            if self.id not in message.reads and message.user != self.id
        ]
        for message in unread:
            message.reads.append(self.id)
        if unread:
            self.ding.organization.revisions.bump()

    def message(self, ts: str) -> Message:
        """The message with this ts, if it is on their screen."""
        found = self.ding.organization.message(ts)
        if found is None or not self.reads(found) or found.recalled:
            raise ControlError(f"there is no message {ts} on this screen")
        return found

    def say(self, reference: str, text: str, quoted: str | None = None) -> Message:
        """Type something; in a group only what mentions the robot reaches it."""
        self.ding.screen_notices.pop(self.id, None)
        place = self._writable(reference)
        if not text.strip():
            raise ControlError("there is nothing to send")
        about = self.message(quoted) if quoted else None
        if about is not None and about.place != place.id:
            raise ControlError("the quoted message is in another place")
        group = place.kind is Kind.GROUP
        people = self.ding.organization.people
        members = [people[each] for each in place.members if group]
        read = typed.read(text, self.ding.app.called, members)
        message = self._add(place, "text", text)
        message.at_users, message.quoted = read.people, quoted
        if read.calls_bot and not place.has_bot:
            name = self.ding.app.robot_name
            self.ding.notice(self.id, f"{name} 不在本群")
        elif read.calls_bot or not group:
            said = read.text if group else text
            self._push(message, payloads.text_content(self.ding, said, about))
        return message

    def show(self, reference: str, kind: str, content: Json) -> Message:
        """Send a picture, voice, video or file, or rich text; its msgtype is `kind`."""
        place = self._writable(reference)
        if place.kind is Kind.GROUP and kind != "richText":
            raise ControlError("in a group the client cannot mention the robot with it")
        message = self._add(place, "image" if kind == "picture" else kind, "")
        message.content = content
        self._push(message, {"msgtype": kind, "content": content})
        return message

    def file(self, name: str, data: bytes) -> str:
        """Keep a file; its code is what the robot downloads it with."""
        code = secrets.token_hex(12) + name.rpartition(".")[2]
        self.ding.files[code] = data
        return code

    def finish(self, task: str) -> Json:
        """Tick off a to-do."""
        todo = self.ding.organization.todos.get(task)
        own = self.worker.union_id
        if todo is None or todo.deleted or own not in todo.executors:
            raise ControlError(f"there is no to-do {task!r} on this list")
        todo.done_by.add(own)
        self.ding.organization.revisions.bump()
        return {"ok": True}

    def open(self, url: str) -> Json:
        """Open an address beside the chat."""
        page = page_of(url)
        self.ding.pages[self.id] = page
        self.ding.organization.revisions.bump()
        return {"ok": True, "open": page}

    def close(self) -> Json:
        """Close the page beside the chat."""
        self.ding.pages.pop(self.id, None)
        self.ding.organization.revisions.bump()
        return {"ok": True}

    def join(self, reference: str) -> Json:
        """Come into a group."""
        for place in self.ding.organization.places.values():
            named = reference.lstrip("#") in (place.id, place.name)
            if named and place.kind is Kind.GROUP and not place.disbanded:
                if self.id not in place.members:
                    self.ding.happenings.joins_group(self.id, place)
                return {"ok": True}
        raise ControlError(f"there is no group {reference!r}")

    def _writable(self, reference: str) -> Place:
        place = self.place(reference)
        if place.peer == WORK_NOTICE:
            raise ControlError("nobody can write into 工作通知")
        self.look_at(self.ding.organization.messages(place.id))
        return place

    def _add(self, place: Place, kind: str, text: str) -> Message:
        organization = self.ding.organization
        ts = organization.next_ts()
        return organization.add(
            Message(ts, place.id, self.id, bot=False, kind=kind, text=text)
        )

    def _push(self, message: Message, content: Json) -> None:
        payload = payloads.robot_message(self.ding, message, content)
        self.ding.outbox.message(payload)
