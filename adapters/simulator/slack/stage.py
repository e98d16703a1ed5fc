"""Slack as the control interface sees it: people, places, screens and faults."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime

from aiohttp import web

from adapters.simulator.faults import fault_of
from adapters.simulator.side import Press
from adapters.simulator.slack.faults import DELIVERY_KINDS, WEB_API_KINDS
from adapters.simulator.slack.person import Person
from adapters.simulator.slack.records import Kind
from adapters.simulator.slack.screen import PLATFORM, message_shown, place_shown
from adapters.simulator.slack.side import SlackSide
from adapters.simulator.stamps import after
from adapters.simulator.wire import ControlError, Json


class SlackStage:
    """Carry the control interface's wishes to people and the platform."""

    platform = PLATFORM

    def __init__(self, slack: SlackSide) -> None:
        self.slack = slack

    def routes(self) -> list[web.RouteDef]:
        """The Web API, the WebSocket and the response URLs."""
        return [
            web.route("*", "/slack/api/{method}", self.slack.webapi.handle),
            web.get("/slack/socket", self.slack.sockets.handle),
            web.post("/slack/hooks/{path:.+}", self.slack.hooks.handle),
            web.post("/slack/upload/{ticket}", self.slack.uploads.handle),
            web.get("/slack/files/{id}", self.slack.uploads.show),
        ]

    def app(self) -> Json:
        """The slash command and the shortcuts of the app's manifest."""
        app = self.slack.app
        return {"command": app.command, "shortcuts": [*map(asdict, app.shortcuts)]}

    def knows(self, person: str) -> bool:
        """Whether a human with this id, handle or name is in the workspace."""
        try:
            self._person(person)
        except ControlError:
            return False
        return True

    def people(self) -> list[Json]:
        """Everybody but Slackbot."""
        return [
            {
                "id": user.id,
                "platform": self.platform,
                "name": user.name,
                "handle": user.handle,
                "title": user.title,
                "tz": user.tz,
                "locale": user.locale,
                "is_bot": user.is_bot,
            }
            for user in self.slack.workspace.users.values()
            if user.id != "USLACKBOT" and not user.deleted
        ]

    def places(self, person: str | None) -> list[Json]:
        """What a person may see, their direct messages with the bot included."""
        workspace = self.slack.workspace
        if person is None:
            return [place_shown(workspace, c) for c in workspace.conversations.values()]
        someone = self._person(person)
        dm = someone.dm()
        channels = [
            conversation
            for conversation in workspace.conversations.values()
            if conversation.kind is Kind.PUBLIC
            or (
                conversation.kind is Kind.PRIVATE and someone.id in conversation.members
            )
        ]
        return [
            place_shown(workspace, conversation, someone.id)
            for conversation in (*channels, dm)
        ]

    def messages(
        self, person: str | None, place: str | None, since: str | None
    ) -> list[Json]:
        """Messages that a person reads (or all), oldest first."""
        someone = self._person(person) if person else None
        channel = self._channel(someone, place) if place else None
        return [
            message_shown(message)
            for message in self.slack.workspace.messages(channel)
            if (someone is None or someone.reads(message))
            and (since is None or after(message.ts, since))
        ]

    def view(self, person: str) -> Json:
        """The modal on top, the home tab, errors beside fields, and the notice."""
        someone = self._person(person)
        views = self.slack.views
        modal, home = someone.modal, someone.home
        return {
            "modal": views.wire(modal) if modal else None,
            "depth": len(views.stacks.get(someone.id, [])),
            "home": views.wire(home) if home else None,
            "errors": views.errors.get(someone.id, {}),
            "notice": someone.notice,
        }

    def requests(self, method: str | None) -> list[Json]:
        """The Web API calls so far."""
        return [
            {
                "method": call.method,
                "arguments": call.arguments,
                "unknown": list(call.unknown),
                "at": call.at.isoformat(),
                "status": call.status,
                "ok": call.ok,
                "error": call.error,
            }
            for call in self.slack.requests
            if method in (None, call.method)
        ]

    async def say(self, person: str, place: str, text: str, thread: str | None) -> Json:
        """Type a message or a command."""
        return await self._person(person).say(place, text, thread)

    async def send(
        self, person: str, place: str, name: str, content: bytes, text: str
    ) -> Json:
        """Send a file, with words or without."""
        return self._person(person).send(place, name, content, text)

    async def press(self, person: str, click: Press) -> Json:
        """Press a button or pick something."""
        return await self._person(person).press(click)

    async def suggest(self, person: str, click: Press) -> list[Json]:
        """Ask for the options of an external select."""
        return await self._person(person).suggest(click)

    async def submit(self, person: str, values: Json) -> Json:
        """Fill and send the modal on top."""
        return await self._person(person).submit(values)

    async def close(self, person: str, *, all_views: bool) -> Json:
        """Close the modal on top, or all."""
        return await self._person(person).close(all_views=all_views)

    async def home(self, person: str, tab: str) -> Json:
        """Open the app's home."""
        return self._person(person).open_home(tab)

    async def shortcut(self, person: str, name: str, message: str | None) -> Json:
        """Run a shortcut."""
        return await self._person(person).shortcut(name, message)

    async def react(self, person: str, message: str, name: str) -> Json:
        """Toggle a reaction."""
        return self._person(person).react(message, name)

    async def join(self, person: str, place: str) -> Json:
        """Join a public channel."""
        return self._person(person).join(place)

    async def fault(self, fault: Json) -> Json:
        """Arm a fault of the Web API, or disturb the delivery at once."""
        kind = fault.get("kind")
        if kind == "clear":
            self.slack.faults.clear()
            self.slack.outbox.duplicates = 0
        elif kind in WEB_API_KINDS:
            self.slack.faults.arm(fault_of(fault, fault.get("method")))
        elif kind in DELIVERY_KINDS:
            await self._disturb(str(kind), int(fault.get("count", 1)))
        else:
            known = sorted(WEB_API_KINDS | DELIVERY_KINDS | {"clear"})
            raise ControlError(f"there is no fault {kind!r}; there are: {known}")
        return {"ok": True}

    def next_due(self) -> datetime | None:
        """When the next scheduled message is to be posted."""
        return self.slack.next_scheduled()

    def settle(self) -> None:
        """Post the scheduled messages that are due."""
        self.slack.post_due()

    async def stop(self) -> None:
        """Close connections and end background work."""
        await self.slack.stop()

    def _person(self, reference: str) -> Person:
        return self.slack.person(reference)

    def _channel(self, person: Person | None, place: str) -> str:
        if person is not None:
            return person.place(place).id
        for conversation in self.slack.workspace.conversations.values():
            if place.removeprefix("#") in (conversation.id, conversation.name):
                return conversation.id
        raise ControlError(f"there is no place {place!r}")

    async def _disturb(self, kind: str, count: int) -> None:
        sockets = self.slack.sockets
        match kind:
            case "disconnect":
                sockets.drop()
            case "refresh":
                await sockets.disconnect("refresh_requested")
            case "warning" | "link_disabled":
                await sockets.disconnect(kind)
            case "redeliver":
                await self.slack.outbox.redeliver()
            case "duplicate_next":
                self.slack.outbox.duplicates += count
