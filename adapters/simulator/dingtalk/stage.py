"""DingTalk as the control interface sees it: people, places, screens and faults."""

from __future__ import annotations

from datetime import datetime

from aiohttp import web

from adapters.simulator.dingtalk import clicks, screen
from adapters.simulator.dingtalk.person import Person
from adapters.simulator.dingtalk.records import Kind
from adapters.simulator.dingtalk.side import DingTalkSide
from adapters.simulator.dingtalk.troubles import trouble
from adapters.simulator.side import Press
from adapters.simulator.stamps import after
from adapters.simulator.wire import ControlError, Json

PICTURES = (".jpg", ".jpeg", ".png", ".gif")


class DingTalkStage:
    """Carry the control interface's wishes to people and the platform."""

    platform = screen.PLATFORM

    def __init__(self, ding: DingTalkSide) -> None:
        self.ding = ding

    def routes(self) -> list[web.RouteDef]:
        """Both APIs, the WebSocket, and the session addresses."""
        return self.ding.routes()

    def app(self) -> Json:
        """How the robot is called; DingTalk has no shortcuts."""
        return {"command": f"@{self.ding.app.robot_name}", "shortcuts": []}

    def knows(self, person: str) -> bool:
        """Whether somebody with this userid or name is in the organization."""
        return self._find(person) is not None

    def person(self, reference: str) -> Person:
        """The person with this userid or name, ready to act."""
        id = self._find(reference)
        if id is None:
            raise ControlError(f"nobody here is called {reference!r}")
        return Person(self.ding, id)

    def people(self) -> list[Json]:
        """Everybody, and the robot."""
        everyone = self.ding.organization.people.values()
        people = [screen.person_shown(worker) for worker in everyone]
        return [*people, screen.robot_shown(self.ding)]

    def places(self, person: str | None) -> list[Json]:
        """What a person may see, or all there is so far."""
        if person is None:
            places = self.ding.organization.places.values()
            return [screen.place_shown(self.ding, each, None) for each in places]
        someone = self.person(person)
        return [
            screen.place_shown(self.ding, place, someone.id)
            for place in someone.places()
        ]

    def messages(
        self, person: str | None, place: str | None, since: str | None
    ) -> list[Json]:
        """Messages as a person sees them (or all), oldest first.

        Who looks at the whole of one place has read it; who asks for what came
        `since` only sees the list of places, where a first line is not reading.
        """
        someone = self.person(person) if person else None
        where = self._place(someone, place) if place else None
        found = [
            message
            for message in self.ding.organization.messages(where)
            if (someone is None or someone.reads(message))
            and (since is None or after(message.ts, since))
        ]
        if someone and where and since is None:
            someone.look_at(found)
        reader = someone.id if someone else None
        return [screen.message_shown(self.ding, each, reader) for each in found]

    def view(self, person: str) -> Json:
        """What stands beside the chat: the page, the to-dos, the last trouble."""
        someone = self.person(person)
        own = someone.worker.union_id
        todos = [
            screen.todo_shown(todo, own)
            for todo in self.ding.organization.todos.values()
            if own in todo.executors and not todo.deleted
        ]
        return {
            "modal": None,
            "home": None,
            "notice": self.ding.screen_notices.get(someone.id),
            "todos": todos,
            "page": self.ding.pages.get(someone.id),
        }

    def requests(self, method: str | None) -> list[Json]:
        """The calls so far, of all addresses or of those that end so."""
        return [
            call.shown()
            for call in self.ding.requests
            if method is None or call.path.endswith(method)
        ]

    async def say(self, person: str, place: str, text: str, thread: str | None) -> Json:
        """Type a message; `thread` is the message that it quotes."""
        return {"ok": True, "ts": self.person(person).say(place, text, thread).ts}

    async def send(
        self, person: str, place: str, name: str, content: bytes, text: str
    ) -> Json:
        """Send a file: it goes without words, and to the robot alone."""
        if text:
            raise ControlError("a file goes without words")
        someone = self.person(person)
        code = someone.file(name, content)
        if name.lower().endswith(PICTURES):
            told = {"downloadCode": code, "pictureDownloadCode": code}
            return {"ok": True, "ts": someone.show(place, "picture", told).ts}
        told = {"downloadCode": code, "fileName": name, "fileId": code, "spaceId": "1"}
        return {"ok": True, "ts": someone.show(place, "file", told).ts}

    async def press(self, person: str, click: Press) -> Json:
        """Press a button or link, send a card's form, or tick a to-do off."""
        return await clicks.press(self.person(person), click)

    async def suggest(self, person: str, click: Press) -> list[Json]:
        """There are no suggestions."""
        raise ControlError("DingTalk's fields have no suggestions")

    async def submit(self, person: str, values: Json) -> Json:
        """Fill and send the newest form that is open."""
        return await clicks.submit(self.person(person), values)

    async def close(self, person: str, *, all_views: bool) -> Json:
        """Close the page beside the chat."""
        return self.person(person).close()

    async def home(self, person: str, tab: str) -> Json:
        """There is no home tab."""
        raise ControlError("DingTalk's robots have no home tab")

    async def shortcut(self, person: str, name: str, message: str | None) -> Json:
        """There are no shortcuts."""
        raise ControlError("DingTalk's robots have no shortcuts")

    async def react(self, person: str, message: str, name: str) -> Json:
        """Robots do not learn of reactions."""
        raise ControlError("DingTalk's robots do not see reactions")

    async def join(self, person: str, place: str) -> Json:
        """Come into a group."""
        return self.person(person).join(place)

    async def fault(self, fault: Json) -> Json:
        """Arm a fault, or let it happen at once."""
        return await trouble(self.ding, fault)

    def next_due(self) -> datetime | None:
        """Nothing here happens by the clock alone."""
        return None

    def settle(self) -> None:
        """There is nothing to do."""

    async def stop(self) -> None:
        """Close connections and end background work."""
        await self.ding.stop()

    def _find(self, reference: str) -> str | None:
        people = self.ding.organization.people
        if reference in people:
            return reference
        named = [p.userid for p in people.values() if p.name == reference.lstrip("@")]
        return named[0] if len(named) == 1 else None

    def _place(self, person: Person | None, place: str) -> str:
        if person is not None:
            return person.place(place).id
        for known in self.ding.organization.places.values():
            if place == known.id:
                return known.id
            if known.kind is Kind.GROUP and place.removeprefix("#") == known.name:
                return known.id
        raise ControlError(f"there is no place {place!r}")
