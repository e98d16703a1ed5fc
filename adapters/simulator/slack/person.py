"""What a person at a Slack client can do, and what they get to see of it."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from adapters.simulator.side import Press
from adapters.simulator.slack import payloads, typed
from adapters.simulator.slack.clicks import press, suggest
from adapters.simulator.slack.commands import run_command
from adapters.simulator.slack.errors import SlackError
from adapters.simulator.slack.forms import close_modal, submit_modal
from adapters.simulator.slack.outbox import Answer
from adapters.simulator.slack.records import Conversation, Kind, Message, View
from adapters.simulator.slack.state import message_wire
from adapters.simulator.wire import ControlError, Json

if TYPE_CHECKING:
    from adapters.simulator.slack.app import Shortcut
    from adapters.simulator.slack.side import SlackSide


@dataclass(frozen=True, slots=True)
class Person:
    """One person's client: everything they do goes over the real wire."""

    slack: SlackSide
    id: str

    @property
    def modal(self) -> View | None:
        """The modal on top, if one is open."""
        return self.slack.views.top(self.id)

    @property
    def home(self) -> View | None:
        """The app's home tab as last published for this person."""
        return self.slack.views.homes.get(self.id)

    @property
    def notice(self) -> str | None:
        """The last trouble or private acknowledgement shown to them."""
        return self.slack.notices.get(self.id)

    def dm(self) -> Conversation:
        """Their direct messages with the app."""
        return self.slack.workspace.dm(self.id)

    def place(self, reference: str) -> Conversation:
        """A place they can see, by id, `#name`, `dm`, or the bot's name."""
        bot = self.slack.workspace.company.bot
        if reference.lstrip("@").lower() in ("dm", bot.handle, bot.name.lower()):
            return self.dm()
        try:
            place = self.slack.workspace.conversation(reference)
        except SlackError:
            raise ControlError(f"there is no place {reference!r}") from None
        if place.kind is not Kind.PUBLIC and self.id not in place.members:
            raise ControlError(f"there is no place {reference!r}")
        return place

    def reads(self, message: Message) -> bool:
        """Whether the message is on this person's screen."""
        place = self.slack.workspace.conversations[message.channel]
        member = self.id in place.members
        if message.ephemeral_to is not None:
            return message.ephemeral_to == self.id
        return member or place.kind is Kind.PUBLIC

    async def say(self, place: str, text: str, thread: str | None = None) -> Json:
        """Type something: a message, or a slash command when it starts with `/`."""
        conversation = self.place(place)
        self.slack.notices.pop(self.id, None)
        if text.startswith("/"):
            return await run_command(self, conversation, text, thread)
        if self.id not in conversation.members:
            raise ControlError("join the channel before you write in it")
        if conversation.archived:
            raise ControlError("the channel is archived")
        if not text.strip():
            raise ControlError("there is nothing to send")
        return {"ok": True, "ts": self._send(conversation, text, thread).ts}

    def send(self, place: str, name: str, content: bytes, text: str = "") -> Json:
        """Send a file, with words or without."""
        conversation = self.place(place)
        self.slack.notices.pop(self.id, None)
        if self.id not in conversation.members:
            raise ControlError("join the channel before you write in it")
        file = self.slack.uploads.keep(name, content).wire(self.id)
        return {"ok": True, "ts": self._send(conversation, text, None, file).ts}

    async def press(self, click: Press) -> Json:
        """Use a button, select or picker of a message, modal or home tab."""
        self.slack.notices.pop(self.id, None)
        return await press(self, click)

    async def suggest(self, click: Press) -> list[Json]:
        """Type into an external select; the options that the app offers for it."""
        return await suggest(self, click)

    async def submit(self, values: dict[str, Any] | None = None) -> Json:
        """Fill and send the modal on top."""
        self.slack.notices.pop(self.id, None)
        return await submit_modal(self, values or {})

    async def close(self, *, all_views: bool = False) -> Json:
        """Cancel the modal on top, or close the whole stack with the X."""
        return await close_modal(self, all_views=all_views)

    def open_home(self, tab: str = "home") -> Json:
        """Open the app's home, or its messages tab."""
        view = self.home if tab == "home" else None
        self.slack.events.home_opened(self.id, tab, self.slack.views, view)
        return {"ok": True}

    async def shortcut(self, name: str, message: str | None = None) -> Json:
        """Run a shortcut by name or callback id, on a message if it is for messages."""
        found = self._shortcut(name)
        own: Json = {
            "callback_id": found.callback_id,
            "trigger_id": self.slack.triggers.issue(self.id),
        }
        if found.kind == "message":
            if message is None:
                raise ControlError("this shortcut needs a message")
            own |= self._about(self.message(message))
        kind = "message_action" if found.kind == "message" else "shortcut"
        payload = payloads.shortcut(self.slack.workspace, kind, self.id, **own)
        return self.outcome(await self.slack.outbox.ask("interactive", payload), name)

    def react(self, message: str, name: str) -> Json:
        """Add a reaction, or take it back if it is there."""
        found = self.message(message)
        name = name.strip(":")
        if self.id in found.reactions.get(name, []):
            self.slack.unreact(self.id, found, name)
        else:
            self.slack.react(self.id, found, name)
        return {"ok": True}

    def edit(self, message: str, text: str) -> Json:
        """Change one of their own messages."""
        found = self._own(message)
        workspace = self.slack.workspace
        previous = message_wire(workspace, found)
        pieces = typed.pieces(workspace, text)
        found.text = typed.message_text(workspace, pieces)
        found.blocks = [typed.rich_text(pieces)]
        found.edited = {"user": self.id, "ts": workspace.next_ts()}
        workspace.revisions.bump()
        self.slack.events.changed(found, previous)
        return {"ok": True}

    def delete(self, message: str) -> Json:
        """Delete one of their own messages."""
        found = self._own(message)
        self.slack.workspace.remove(found)
        self.slack.events.deleted(found)
        return {"ok": True}

    def join(self, place: str) -> Json:
        """Join a public channel."""
        conversation = self.place(place)
        if self.id not in conversation.members:
            self.slack.join(conversation, self.id)
        return {"ok": True}

    def leave(self, place: str) -> Json:
        """Leave a channel."""
        conversation = self.place(place)
        if self.id in conversation.members and conversation.kind is not Kind.IM:
            conversation.members.remove(self.id)
            self.slack.events.membership(
                "member_left_channel", self.id, conversation, None
            )
            self.slack.workspace.revisions.bump()
        return {"ok": True}

    def message(self, ts: str) -> Message:
        """The message with this ts, if it is on their screen."""
        for message in self.slack.workspace.messages():
            if message.ts == ts and self.reads(message):
                return message
        raise ControlError(f"there is no message {ts} on this screen")

    def _own(self, ts: str) -> Message:
        found = self.message(ts)
        if found.user != self.id:
            raise ControlError("this message is somebody else's")
        return found

    def outcome(self, answer: Answer, what: str) -> Json:
        """What the control interface says after an interaction."""
        if answer.trouble is None:
            return {"ok": True}
        sentence = f'{what} failed with the error "{answer.trouble}"'
        self.slack.notice(self.id, sentence)
        return {"ok": False, "error": sentence, "trouble": answer.trouble}

    def _send(
        self,
        conversation: Conversation,
        text: str,
        thread: str | None,
        file: Json | None = None,
    ) -> Message:
        workspace = self.slack.workspace
        pieces = typed.pieces(workspace, text)
        message = workspace.add(
            Message(
                workspace.next_ts(),
                conversation.id,
                self.id,
                typed.message_text(workspace, pieces),
                [typed.rich_text(pieces)] if text else [],
                thread_ts=self._thread(conversation, thread),
                client_msg_id=str(uuid.uuid4()),
                subtype="file_share" if file else None,
                files=[file] if file else [],
            )
        )
        called = any(piece.target == workspace.bot.id for piece in pieces)
        if called and conversation.kind is not Kind.IM:
            if workspace.has_bot(conversation):
                self.slack.events.mentioned(message)
            else:
                name = workspace.bot.name
                self.slack.notice(self.id, f"@{name} is not in this channel: invite it")
        self.slack.events.message(message)
        return message

    def _thread(self, conversation: Conversation, thread: str | None) -> str | None:
        if thread is None:
            return None
        parent = self.slack.workspace.message(conversation.id, thread)
        if parent is None or not self.reads(parent):
            raise ControlError(f"there is no message {thread} to reply to")
        return parent.thread_ts or parent.ts

    def _shortcut(self, name: str) -> Shortcut:
        for shortcut in self.slack.app.shortcuts:
            if name in (shortcut.name, shortcut.callback_id):
                return shortcut
        known = ", ".join(s.name for s in self.slack.app.shortcuts) or "none"
        raise ControlError(f"there is no shortcut {name!r}; there are: {known}")

    def _about(self, message: Message) -> Json:
        place = self.slack.workspace.conversations[message.channel]
        return {
            "message_ts": message.ts,
            "channel": payloads.channel(place),
            "message": message_wire(self.slack.workspace, message),
            "response_url": self.slack.response_url(
                "app", self.id, message.channel, message
            ),
        }
