"""The door adapters bring events to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from bot.events import Filled, Inbound
from bot.messages import Form, Option
from bot.model.refs import UserRef
from bot.model.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a form that was sent: what is wrong, by field, in the reader's
    language; nothing, and it was taken. `then` is the form that follows it, `file` what
    it gives. `asked` is the form with every field that hangs on what was chosen in it,
    where one of those that are wrong was not there yet.
    """

    wrong: Mapping[str, str] = field(default_factory=dict)
    then: Form | None = None
    file: Sheet | None = None
    asked: Form | None = None


class Receive(Protocol):
    """Takes events in. An adapter acknowledges to its platform when a call returned."""

    async def accept(self, event: Inbound) -> None:
        """Stores the event durably and returns; the work is done afterwards.

        An event seen before is taken without effect. Raises when it could not be
        stored: then do not acknowledge, so that the platform delivers again.
        """
        ...

    async def submit(
        self,
        event: Filled,
        *,
        within: float | None = 2.5,
        stays: bool = False,
        takes_files: bool = False,
    ) -> Taken:
        """Works on a form at once.

        Nothing is wrong when everything was taken, and after `within` seconds: then the
        form may close, and the core tells the person itself if it is refused in the
        end. `stays` says that the caller shows the form that follows, or what is asked;
        else the core opens it as it opens any. `takes_files` says the same of a file.
        """
        ...

    async def people(self, who: UserRef, typed: str) -> Sequence[Option]:
        """Whom somebody who types into a field for people may mean."""
        ...
