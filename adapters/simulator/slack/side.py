"""Slack's whole side in one object: the state, the doors, and the people."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from adapters.simulator.clock import MovableClock
from adapters.simulator.company import Company, Employee
from adapters.simulator.revisions import Revisions
from adapters.simulator.slack import markup
from adapters.simulator.slack.app import APP_TOKEN, BOT_TOKEN, Shortcut, SlackApp
from adapters.simulator.slack.callbacks import HttpTransport
from adapters.simulator.slack.events import Events
from adapters.simulator.slack.faults import Faults
from adapters.simulator.slack.hooks import Hooks
from adapters.simulator.slack.limits import Limits
from adapters.simulator.slack.outbox import ACK_SECONDS, Outbox, Sleeper, Transport
from adapters.simulator.slack.person import Person
from adapters.simulator.slack.posting import Content, Posting
from adapters.simulator.slack.profiles import user_wire
from adapters.simulator.slack.records import Conversation, Grant, Message
from adapters.simulator.slack.sockets import SocketHub
from adapters.simulator.slack.state import Workspace
from adapters.simulator.slack.tickets import ResponseUrls, Triggers
from adapters.simulator.slack.typed import find_person
from adapters.simulator.slack.uploads import Uploads
from adapters.simulator.slack.views import Views
from adapters.simulator.slack.webapi import Recorded, WebApi
from adapters.simulator.wire import ControlError, Json


@dataclass(frozen=True, slots=True)
class Scheduled:
    """A message that waits for its time."""

    id: str
    channel: str
    at: datetime
    made: datetime
    said: Content
    thread_ts: str | None


class SlackSide:
    """Be Slack for one app in one workspace."""

    def __init__(
        self,
        company: Company,
        clock: MovableClock,
        revisions: Revisions,
        app: SlackApp,
        *,
        monotonic: Callable[[], float] = time.monotonic,
        pace: Callable[[], float] | None = None,
        ack_seconds: float = ACK_SECONDS,
        sleeper: Sleeper | None = None,
    ) -> None:
        self.clock = clock
        self.app = app
        self.base_url = "http://127.0.0.1"
        self._ack_seconds = ack_seconds
        self.workspace = Workspace(company, clock, revisions)
        self.views = Views(self.workspace)
        self.triggers = Triggers(monotonic)
        self.response_urls = ResponseUrls(monotonic)
        self.limits = Limits(pace or monotonic, on=app.limits)
        self.faults = Faults()
        self.sockets = SocketHub(company.app_id, ack_seconds)
        self.http = _http(app, ack_seconds)
        transport: Transport = self.http or self.sockets
        self.outbox = Outbox(transport, sleeper or clock.sleep)
        self.events = Events(self.workspace, self.outbox, frozenset(app.events))
        self.posting = Posting(self.workspace, self.events)
        self.uploads = Uploads(self)
        self.webapi = WebApi(self)
        self.hooks = Hooks(self)
        self.requests: list[Recorded] = []
        self.scheduled: dict[str, Scheduled] = {}
        self.notices: dict[str, str] = {}
        self.message_values: dict[tuple[str, str, str], dict[str, dict[str, Json]]] = {}
        self.grants: dict[str, Grant] = {
            app.bot_token: Grant(app.bot_token, "bot", tuple(app.scopes)),
            app.app_token: Grant(app.app_token, "app", ("connections:write",)),
        }

    @property
    def api_url(self) -> str:
        """The Web API's address, for `base_url` of a client."""
        return f"{self.base_url}/simulator/slack/api/"

    def socket_url(self) -> str:
        """A WebSocket address that works once."""
        base = self.base_url.replace("http", "ws", 1)
        app, ticket = self.workspace.company.app_id, self.sockets.ticket()
        return f"{base}/simulator/slack/socket?ticket={ticket}&app_id={app}"

    def response_url(
        self,
        kind: str,
        user: str,
        channel: str,
        message: Message | None = None,
    ) -> str:
        """A new address to answer an action at."""
        team = self.workspace.company.team_id
        path = self.response_urls.issue(
            f"{kind}/{team}",
            user,
            channel,
            message.ts if message else None,
            ephemeral=bool(message and message.ephemeral_to),
        )
        return f"{self.base_url}/simulator/slack/hooks/{path}"

    def person(self, reference: str) -> Person:
        """The person with this id, handle or name, ready to act."""
        id = find_person(self.workspace, reference)
        if id is None or self.workspace.users[id].is_bot:
            raise ControlError(f"nobody here is called {reference!r}")
        return Person(self, id)

    def notified(self, message: Message) -> set[str]:
        """Ids of the people whom a message notifies."""
        return markup.notified(self.workspace, message)

    def notice(self, user: str, sentence: str) -> None:
        """Show a person something that is not a message."""
        self.notices[user] = sentence
        self.workspace.revisions.bump()

    def join(
        self, conversation: Conversation, user: str, inviter: str | None = None
    ) -> None:
        """Make somebody a member, with the line that everyone sees."""
        conversation.members.append(user)
        words = f"<@{user}> has joined the channel"
        self.workspace.add(
            Message(
                self.workspace.next_ts(),
                conversation.id,
                user,
                words,
                subtype="channel_join",
                inviter=inviter,
            )
        )
        self.events.membership("member_joined_channel", user, conversation, inviter)

    def react(self, user: str, message: Message, name: str) -> None:
        """Add somebody's reaction."""
        message.reactions.setdefault(name, []).append(user)
        self.workspace.revisions.bump()
        self.events.reaction("reaction_added", user, name, message)

    def unreact(self, user: str, message: Message, name: str) -> None:
        """Take somebody's reaction away."""
        message.reactions[name].remove(user)
        if not message.reactions[name]:
            del message.reactions[name]
        self.workspace.revisions.bump()
        self.events.reaction("reaction_removed", user, name, message)

    def change_person(self, user: str, **changes: Any) -> Employee:
        """Change somebody's status, zone, name … and tell the app (`user_change`)."""
        changed = replace(self.workspace.users[user], **changes)
        self.workspace.users[user] = changed
        wire = user_wire(self.workspace, changed, locale=True, email=True)
        event = {"type": "user_change", "user": wire}
        stamps: Json = {"cache_ts": int(self.clock.now().timestamp())}
        stamps["event_ts"] = self.workspace.next_ts()
        self.events.send("user_change", event | stamps)
        return changed

    def schedule(
        self, id: str, channel: str, at: datetime, said: Content, thread: str | None
    ) -> None:
        """Post a message when the movable clock gets there."""
        made = self.clock.now()
        self.scheduled[id] = Scheduled(id, channel, at, made, said, thread)
        self.outbox.spawn(self._post_later(id, at))

    def next_scheduled(self) -> datetime | None:
        """When the next scheduled message is due."""
        return min((entry.at for entry in self.scheduled.values()), default=None)

    def post_due(self) -> None:
        """Post the scheduled messages whose time has come."""
        for entry in sorted(self.scheduled.values(), key=lambda e: e.at):
            if entry.at <= self.clock.now():
                del self.scheduled[entry.id]
                self.posting.post(entry.channel, entry.said, thread_ts=entry.thread_ts)

    async def deliver_to(self, request_url: str | None) -> None:
        """Switch to HTTP requests to this URL, or with None to Socket Mode."""
        if self.http is not None:
            await self.http.stop()
        self.app = replace(self.app, request_url=request_url)
        self.http = _http(self.app, self._ack_seconds)
        self.outbox.transport = self.http or self.sockets

    def uninstall(self) -> None:
        """Remove the app: its tokens die and it is told (facts §11)."""
        self.events.send("app_uninstalled", {"type": "app_uninstalled"})
        tokens = {"oauth": [], "bot": [self.workspace.bot.id]}
        self.events.send("tokens_revoked", {"type": "tokens_revoked", "tokens": tokens})
        self.grants = {t: replace(g, revoked=True) for t, g in self.grants.items()}

    async def stop(self) -> None:
        """Close connections and end background work."""
        await self.sockets.stop()
        await self.outbox.stop()
        if self.http is not None:
            await self.http.stop()

    async def _post_later(self, id: str, at: datetime) -> None:
        await self.clock.sleep_until(at)
        if id in self.scheduled:
            self.post_due()


def _http(app: SlackApp, ack_seconds: float) -> HttpTransport | None:
    if app.request_url is None:
        return None
    return HttpTransport(app.request_url, app.signing_secret, ack_seconds)


__all__ = ["APP_TOKEN", "BOT_TOKEN", "Shortcut", "SlackApp", "SlackSide"]
