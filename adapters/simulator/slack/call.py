"""One call of the Web API: its arguments, its token, and what it may touch."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from adapters.simulator.slack.errors import SlackError, invalid_arguments
from adapters.simulator.slack.records import Conversation, Grant, Kind
from adapters.simulator.wire import Json

if TYPE_CHECKING:
    from adapters.simulator.slack.side import SlackSide

_READ_SCOPE = {
    Kind.PUBLIC: "channels:{}",
    Kind.PRIVATE: "groups:{}",
    Kind.IM: "im:{}",
}


@dataclass(frozen=True, slots=True)
class Call:
    """A call that has passed the door; methods read their arguments from it."""

    method: str
    arguments: Json
    grant: Grant
    slack: SlackSide

    def text(self, name: str) -> str | None:
        """An argument as text, None when it is missing or empty."""
        value = self.arguments.get(name)
        return str(value) if value not in (None, "") else None

    def required(self, name: str) -> str:
        """An argument that must be there."""
        value = self.text(name)
        if value is None:
            raise invalid_arguments(
                f"[ERROR] missing required field: {name} [json-pointer:/{name}]"
            )
        return value

    def flag(self, name: str, default: bool = False) -> bool:
        """A boolean in any of the ways it comes over the wire."""
        value = self.arguments.get(name)
        if value is None:
            return default
        return value in (True, 1, "1", "true", "True")

    def structure(self, name: str, error: str = "invalid_arguments") -> Any:
        """An argument that is JSON, sent as such or as text."""
        value = self.arguments.get(name)
        if not isinstance(value, str) or value == "":
            return value or None
        try:
            return json.loads(value)
        except ValueError:
            raise SlackError(error) from None

    def number(self, name: str, default: int, lowest: int, highest: int) -> int:
        """A whole number in range; else `invalid_limit` or `invalid_arguments`."""
        value = self.text(name)
        if value is None:
            return default
        code = "invalid_limit" if name == "limit" else "invalid_arguments"
        if not value.lstrip("-").isdigit() or not lowest <= int(value) <= highest:
            raise SlackError(code)
        return int(value)

    def needs(self, *scopes: str) -> None:
        """Refuse with `missing_scope` unless the token has one of the scopes."""
        if scopes and not set(scopes) & set(self.grant.scopes):
            raise SlackError(
                "missing_scope", needed=scopes[0], provided=",".join(self.grant.scopes)
            )

    def needs_for(self, conversation: Conversation, right: str) -> None:
        """Refuse unless the token may read or write this type of conversation."""
        self.needs(_READ_SCOPE[conversation.kind].format(right))

    def channel(self) -> Conversation:
        """The conversation that the call names, if the app can see it."""
        reference = self.text("channel")
        if reference is None:
            raise SlackError("channel_not_found")
        return self.slack.workspace.visible_to_bot(reference)


Handler = Callable[[Call], Json]


@dataclass(frozen=True, slots=True)
class Method:
    """A method of the Web API: one of `scopes` is enough, none is free."""

    name: str
    handler: Handler
    scopes: tuple[str, ...] = ()
    caller: str = "bot"
    takes: frozenset[str] = frozenset()


def method(
    name: str, handler: Handler, scopes: str = "", takes: str = "", caller: str = "bot"
) -> Method:
    """A method with scopes and known arguments as words."""
    known = frozenset((*takes.split(), "team_id", "token"))
    return Method(name, handler, tuple(scopes.split()), caller, known)
