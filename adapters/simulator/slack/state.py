"""The workspace: everything that outlives one request."""

from __future__ import annotations

import secrets
import string
from collections.abc import Iterator

from adapters.simulator.clock import MovableClock
from adapters.simulator.company import Company, Employee
from adapters.simulator.revisions import Revisions
from adapters.simulator.slack.errors import SlackError
from adapters.simulator.slack.records import Conversation, Kind, Message
from adapters.simulator.stamps import Stamps
from adapters.simulator.wire import Json

_LETTERS = string.ascii_letters + string.digits


class Workspace:
    """Keep people, conversations and messages of one workspace, by Slack's rules."""

    def __init__(
        self, company: Company, clock: MovableClock, revisions: Revisions
    ) -> None:
        self.company = company
        self.clock = clock
        self.revisions = revisions
        self.users: dict[str, Employee] = {p.id: p for p in company.everyone()}
        self.conversations: dict[str, Conversation] = {}
        self._messages: dict[str, dict[str, Message]] = {}
        self._threads: dict[tuple[str, str], list[Message]] = {}
        self._stamps = Stamps(clock)
        self._open_channels()

    @property
    def bot(self) -> Employee:
        """The app's own user."""
        return self.users[self.company.bot.id]

    def next_ts(self) -> str:
        """A timestamp unlike all before it and later than all of them."""
        return self._stamps.next()

    def dm(self, user: str) -> Conversation:
        """The direct messages between the app and a person; the id never changes."""
        id = f"D{user[1:]}"
        if id not in self.conversations:
            self._add(
                Conversation(
                    id,
                    "directmessage",
                    Kind.IM,
                    [user, self.bot.id],
                    self._seconds(),
                    self.bot.id,
                    user=user,
                )
            )
        return self.conversations[id]

    def conversation(self, reference: str) -> Conversation:
        """The conversation with this id or `#name`; else `channel_not_found`."""
        if found := self.conversations.get(reference):
            return found
        name = reference.removeprefix("#")
        for conversation in self.conversations.values():
            if conversation.name == name and conversation.kind is not Kind.IM:
                return conversation
        raise SlackError("channel_not_found")

    def visible_to_bot(self, reference: str) -> Conversation:
        """A conversation the app can see; to it a private one does not exist."""
        conversation = self.conversation(reference)
        if conversation.kind is not Kind.PUBLIC and not self.has_bot(conversation):
            raise SlackError("channel_not_found")
        return conversation

    def has_bot(self, conversation: Conversation) -> bool:
        """Whether the app's bot is a member."""
        return self.bot.id in conversation.members

    def add(self, message: Message) -> Message:
        """Keep a message and tell those who watch."""
        self._messages[message.channel][message.ts] = message
        if message.thread_ts and message.ephemeral_to is None:
            self._thread(message.channel, message.thread_ts).append(message)
        self.revisions.bump()
        return message

    def message(self, channel: str, ts: str) -> Message | None:
        """The message with this ts in the conversation, ephemeral ones included."""
        return self._messages.get(channel, {}).get(ts)

    def remove(self, message: Message) -> None:
        """Forget a message and tell those who watch."""
        self._messages[message.channel].pop(message.ts, None)
        thread = self._thread(message.channel, message.thread_ts or "")
        if message in thread:
            thread.remove(message)
        self.revisions.bump()

    def messages(self, channel: str | None = None) -> Iterator[Message]:
        """Messages of one conversation or of all, oldest first."""
        if channel is not None:
            yield from list(self._messages.get(channel, {}).values())
            return
        everything = [m for kept in self._messages.values() for m in kept.values()]
        yield from sorted(everything, key=lambda m: m.ts)

    def replies(self, message: Message) -> list[Message]:
        """The replies of a thread's parent that everyone sees, oldest first."""
        return list(self._threads.get((message.channel, message.ts), ()))

    def _thread(self, channel: str, ts: str) -> list[Message]:
        return self._threads.setdefault((channel, ts), [])

    def _add(self, conversation: Conversation) -> None:
        self.conversations[conversation.id] = conversation
        self._messages[conversation.id] = {}

    def _seconds(self) -> int:
        return int(self.clock.now().timestamp())

    def _open_channels(self) -> None:
        creator = self.company.people[0].id if self.company.people else self.bot.id
        for channel in self.company.channels:
            kind = Kind.PRIVATE if channel.private else Kind.PUBLIC
            self._add(
                Conversation(
                    channel.id,
                    channel.name,
                    kind,
                    list(channel.members),
                    self._seconds(),
                    creator,
                    channel.archived,
                    channel.topic,
                )
            )


def random_id(prefix: str, length: int = 10) -> str:
    """An id in Slack's manner: capital letters and digits after a prefix."""
    alphabet = string.ascii_uppercase + string.digits
    return prefix + "".join(secrets.choice(alphabet) for _ in range(length))


def random_token(length: int = 8) -> str:
    """A few random letters and digits, for hashes and addresses."""
    return "".join(secrets.choice(_LETTERS) for _ in range(length))


def message_wire(workspace: Workspace, message: Message) -> Json:
    """A message as the Web API and the payloads show it."""
    company = workspace.company
    wire: Json = {"type": "message", "user": message.user, "text": message.text}
    wire |= {"ts": message.ts, "team": company.team_id}
    if message.bot_id:
        wire |= {
            "bot_id": message.bot_id,
            "app_id": message.app_id,
            "bot_profile": _bot_profile(workspace),
        }
    optional = {
        "subtype": message.subtype,
        "client_msg_id": message.client_msg_id,
        "blocks": message.blocks,
        "attachments": message.attachments,
        "thread_ts": message.thread_ts,
        "edited": message.edited,
        "inviter": message.inviter,
        "files": message.files,
    }
    wire |= {key: value for key, value in optional.items() if value}
    if message.reactions:
        wire["reactions"] = [
            {"name": name, "users": list(users), "count": len(users)}
            for name, users in message.reactions.items()
        ]
    if message.thread_ts and message.thread_ts != message.ts:
        parent = workspace.message(message.channel, message.thread_ts)
        wire |= {"parent_user_id": parent.user} if parent else {}
    return wire | _thread_summary(workspace, message)


def _bot_profile(workspace: Workspace) -> Json:
    bot, company = workspace.bot, workspace.company
    return {
        "id": bot.bot_id,
        "deleted": False,
        "name": bot.name,
        "updated": 1_700_000_000,
        "app_id": company.app_id,
        "icons": {},
        "team_id": company.team_id,
    }


def _thread_summary(workspace: Workspace, message: Message) -> Json:
    replies = workspace.replies(message)
    if not replies:
        return {}
    users = list(dict.fromkeys(reply.user for reply in replies))
    return {
        "thread_ts": message.ts,
        "reply_count": len(replies),
        "reply_users": users,
        "reply_users_count": len(users),
        "latest_reply": replies[-1].ts,
    }
