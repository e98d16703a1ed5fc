"""What the robot says, and how it gets into places."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from datetime import timedelta

from adapters.simulator.dingtalk.app import DingTalkApp
from adapters.simulator.dingtalk.records import Button, Message, Place
from adapters.simulator.dingtalk.state import Organization
from adapters.simulator.stamps import at
from adapters.simulator.wire import Json

KEPT = timedelta(hours=24)
DELIVERY = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Said:
    """A message before it has a place: what every way of sending boils down to."""

    kind: str
    text: str = ""
    title: str = ""
    buttons: tuple[Button, ...] = ()
    content: Json = field(default_factory=dict)


class Posting:
    """Put the robot's messages into places, and take them back."""

    def __init__(self, organization: Organization, app: DingTalkApp) -> None:
        self._organization, self._app = organization, app

    def new_key(self) -> str:
        """A processQueryKey."""
        return secrets.token_urlsafe(24)

    def post(
        self,
        place: Place,
        said: Said,
        *,
        key: str = "",
        at_users: tuple[str, ...] = (),
        card: str | None = None,
    ) -> Message:
        """Say something in a place."""
        return self._organization.add(
            Message(
                self._organization.next_ts(),
                place.id,
                self._app.robot_code,
                bot=True,
                kind=said.kind,
                text=said.text,
                title=said.title,
                buttons=said.buttons,
                content=said.content,
                at_users=at_users,
                card=card,
                key=key,
            )
        )

    def recall(self, message: Message) -> None:
        """Take a message back."""
        message.recalled = True
        self._organization.revisions.bump()

    def is_old(self, message: Message) -> bool:
        """Whether a message can neither be recalled nor asked about any more."""
        return self._organization.clock.now() - at(message.ts) > KEPT

    def is_delivered(self, message: Message) -> bool:
        """Whether the asynchronous sending is over."""
        return self._organization.clock.now() - at(message.ts) >= DELIVERY
