"""Which events happen, and which of them the app has subscribed to (facts §4, §7)."""

from __future__ import annotations

from adapters.simulator.slack import payloads
from adapters.simulator.slack.outbox import Outbox
from adapters.simulator.slack.records import Conversation, Kind, Message, View
from adapters.simulator.slack.state import Workspace, message_wire
from adapters.simulator.slack.views import Views
from adapters.simulator.wire import Json

_MENTION_KEYS = "user text ts client_msg_id team blocks files thread_ts parent_user_id"
_CHANNEL_TYPE = {Kind.IM: "im", Kind.PUBLIC: "channel", Kind.PRIVATE: "group"}
_MESSAGE_EVENT = {
    Kind.IM: "message.im",
    Kind.PUBLIC: "message.channels",
    Kind.PRIVATE: "message.groups",
}


class Events:
    """Tell the app what happened, if it subscribed and can see it."""

    def __init__(
        self, workspace: Workspace, outbox: Outbox, subscribed: frozenset[str]
    ) -> None:
        self._workspace = workspace
        self._outbox = outbox
        self.subscribed = subscribed

    def send(self, name: str, event: Json) -> None:
        """Deliver one event under its subscription's name."""
        if name in self.subscribed:
            self._outbox.event(payloads.event_callback(self._workspace, event))

    def message(self, message: Message) -> None:
        """A message appeared."""
        wire = message_wire(self._workspace, message)
        self._message_event(message, wire)

    def mentioned(self, message: Message) -> None:
        """The app was called in a channel."""
        wire = message_wire(self._workspace, message)
        event = {key: wire[key] for key in _MENTION_KEYS.split() if key in wire}
        event |= {"type": "app_mention", "channel": message.channel}
        self.send("app_mention", event | {"event_ts": message.ts})

    def changed(self, message: Message, previous: Json) -> None:
        """A message was edited."""
        ts = self._workspace.next_ts()
        event: Json = {
            "type": "message",
            "subtype": "message_changed",
            "hidden": True,
            "message": message_wire(self._workspace, message),
            "previous_message": previous,
            "ts": ts,
        }
        self._message_event(message, event)

    def deleted(self, message: Message) -> None:
        """A message was deleted."""
        event: Json = {
            "type": "message",
            "subtype": "message_deleted",
            "hidden": True,
            "deleted_ts": message.ts,
            "previous_message": message_wire(self._workspace, message),
            "ts": self._workspace.next_ts(),
        }
        self._message_event(message, event)

    def reaction(self, kind: str, user: str, name: str, message: Message) -> None:
        """A reaction was added or removed."""
        if not self._sees(self._workspace.conversations[message.channel]):
            return
        item = {"type": "message", "channel": message.channel, "ts": message.ts}
        event: Json = {"type": kind, "user": user, "reaction": name, "item": item}
        event |= {"item_user": message.user, "event_ts": self._workspace.next_ts()}
        self.send(kind, event)

    def membership(
        self, kind: str, user: str, conversation: Conversation, inviter: str | None
    ) -> None:
        """Somebody joined or left a channel; the app sees it where it is a member."""
        if not self._sees(conversation) and user != self._workspace.bot.id:
            return
        letter = "C" if conversation.kind is Kind.PUBLIC else "G"
        event: Json = {
            "type": kind,
            "user": user,
            "channel": conversation.id,
            "channel_type": letter,
            "team": self._workspace.company.team_id,
            "event_ts": self._workspace.next_ts(),
        }
        self.send(kind, event | ({"inviter": inviter} if inviter else {}))

    def home_opened(self, user: str, tab: str, views: Views, view: View | None) -> None:
        """A person opened the app's home; the view comes once there is one."""
        event: Json = {
            "type": "app_home_opened",
            "user": user,
            "channel": self._workspace.dm(user).id,
            "tab": tab,
            "event_ts": self._workspace.next_ts(),
        }
        self.send(
            "app_home_opened", event | ({"view": views.wire(view)} if view else {})
        )

    def _message_event(self, message: Message, event: Json) -> None:
        conversation = self._workspace.conversations[message.channel]
        if message.ephemeral_to is None and self._sees(conversation):
            event = event | {
                "channel": conversation.id,
                "channel_type": _CHANNEL_TYPE[conversation.kind],
                "event_ts": event["ts"],
            }
            self.send(_MESSAGE_EVENT[conversation.kind], event)

    def _sees(self, conversation: Conversation) -> bool:
        return self._workspace.has_bot(conversation)
