"""The organization: everything that outlives one request."""

from __future__ import annotations

from collections.abc import Iterator

from adapters.simulator.clock import MovableClock
from adapters.simulator.dingtalk.company import (
    ROOT,
    Department,
    DingTalkCompany,
    Worker,
    conversation_id,
)
from adapters.simulator.dingtalk.records import (
    WORK_NOTICE,
    Card,
    Kind,
    Leave,
    Message,
    Place,
    Todo,
)
from adapters.simulator.revisions import Revisions
from adapters.simulator.stamps import Stamps


class Organization:
    """Keep people, places, messages and what else DingTalk stores of them."""

    def __init__(
        self, company: DingTalkCompany, clock: MovableClock, revisions: Revisions
    ) -> None:
        self.company = company
        self.clock = clock
        self.revisions = revisions
        self.people: dict[str, Worker] = {each.userid: each for each in company.people}
        root = Department(ROOT, company.name, parent=0)
        self.departments = {each.id: each for each in (root, *company.departments)}
        self.places: dict[str, Place] = {}
        self.cards: dict[str, Card] = {}
        self.todos: dict[str, Todo] = {}
        self.leaves: list[Leave] = []
        self.hidden: set[str] = set()
        self._messages: dict[str, Message] = {}
        self._stamps = Stamps(clock)
        for group in company.groups:
            self.places[group.id] = Place(
                group.id,
                group.name,
                Kind.GROUP,
                list(group.members),
                has_bot=group.has_bot,
            )

    def next_ts(self) -> str:
        """A message id unlike all before it and later than all of them."""
        return self._stamps.next()

    def milliseconds(self) -> int:
        """The time as DingTalk writes it."""
        return int(self.clock.now().timestamp() * 1000)

    def im(self, userid: str) -> Place:
        """The robot's 1:1 chat with a person; the id never changes."""
        return self._own(userid, "robot")

    def notices(self, userid: str) -> Place:
        """The chat 工作通知 of a person."""
        return self._own(userid, WORK_NOTICE)

    def by_union_id(self, union_id: str) -> Worker | None:
        """The person with this unionId."""
        for person in self.people.values():
            if person.union_id == union_id:
                return person
        return None

    def visible(self, userid: str) -> bool:
        """Whether a person is there and inside the app's visible range (可见范围)."""
        return userid in self.people and userid not in self.hidden

    def add(self, message: Message) -> Message:
        """Keep a message and tell those who watch."""
        self._messages[message.ts] = message
        self.revisions.bump()
        return message

    def message(self, ts: str) -> Message | None:
        """The message with this ts."""
        return self._messages.get(ts)

    def messages(self, place: str | None = None) -> Iterator[Message]:
        """Messages of one place or of all, oldest first."""
        for message in list(self._messages.values()):
            if place in (None, message.place):
                yield message

    def sent_with(self, key: str) -> list[Message]:
        """The messages that one send made, by its processQueryKey."""
        return [m for m in self._messages.values() if key and m.key == key]

    def _own(self, userid: str, peer: str) -> Place:
        id = conversation_id(peer, self.company.corp_id, userid)
        if id not in self.places:
            name = "工作通知" if peer == WORK_NOTICE else ""
            self.places[id] = Place(id, name, Kind.IM, [userid], peer)
        return self.places[id]
