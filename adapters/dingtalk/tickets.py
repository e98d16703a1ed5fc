"""What a message or a press lets us do for a while, as the text of a `Handle`."""

from dataclasses import asdict, dataclass, fields
from datetime import datetime

from adapters.dingtalk import DINGTALK
from adapters.dingtalk.wire import as_json, millis, number, read_json, text
from bot.model.refs import Handle

MARGIN = 5 * 60 * 1000  # ms in which an address may end before the time it tells


@dataclass(frozen=True, slots=True)
class Ticket:
    """Who did it, where, in which message; `url` answers there until `until` (ms).

    `group` is what the group is called, `form` the form as it was shown.
    """

    user: str = ""
    place: str = ""
    message: str = ""
    url: str = ""
    until: int = 0
    group: str = ""
    form: str = ""

    def handle(self) -> Handle:
        """The ticket as the core carries it."""
        kept = {name: value for name, value in asdict(self).items() if value}
        return Handle(DINGTALK, as_json(kept))

    def answers(self, place: str, now: datetime) -> bool:
        """Whether its address still answers in that place."""
        open_ = millis(now) < self.until - MARGIN
        return bool(self.url) and self.place == place and open_


def ticket_of(handle: Handle | None) -> Ticket:
    """The ticket in a handle; an empty one where there is none."""
    kept = read_json(handle.token) if handle else None
    words = {f.name: text(kept, f.name) for f in fields(Ticket) if f.name != "until"}
    return Ticket(**words, until=number(kept, "until") or 0)
