"""What an interaction lets us do for a short while, as the text of a `Handle`."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields

from adapters.slack import SLACK
from adapters.wire import flag, string
from bot.model.refs import Handle


@dataclass(frozen=True, slots=True)
class Ticket:
    """`trigger` opens one form within three seconds, `url` answers for half an hour.

    `place` and `thread` say where it happened, `message` on which message; one that
    is `ephemeral` can be changed through `url` only. `view` is the form that is open,
    `ids` how its fields are called if only what it asks is to change. `team` is the
    workspace that knows the trigger.
    """

    trigger: str = ""
    url: str = ""
    place: str = ""
    thread: str = ""
    message: str = ""
    view: str = ""
    ids: str = ""
    ephemeral: bool = False
    team: str = ""

    def handle(self) -> Handle:
        """The ticket as the core carries it."""
        parts = ((name, getattr(self, name)) for name in NAMES)
        kept = {name: value for name, value in parts if value}
        return Handle(SLACK, json.dumps(kept, separators=(",", ":")))


NAMES = tuple(each.name for each in fields(Ticket))


def ticket_of(handle: Handle | None) -> Ticket:
    """The ticket in a handle; an empty one where there is none."""
    return ticket_from(_load(handle.token)) if handle else Ticket()


def ticket_from(kept: object) -> Ticket:
    """The ticket in what was written as JSON."""
    return Ticket(
        trigger=string(kept, "trigger"),
        url=string(kept, "url"),
        place=string(kept, "place"),
        thread=string(kept, "thread"),
        message=string(kept, "message"),
        view=string(kept, "view"),
        ids=string(kept, "ids"),
        ephemeral=flag(kept, "ephemeral"),
        team=string(kept, "team"),
    )


def _load(token: str) -> Mapping[str, object]:
    try:
        kept = json.loads(token)
    except ValueError:
        return {}
    return kept if isinstance(kept, dict) else {}
