"""The repositories of feedback, of its story, and of the rules it follows."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from bot.model.feedback import (
    Feedback,
    RoutingRule,
    ServiceLevel,
    State,
    Step,
    Update,
    UpdateKind,
    Voice,
)
from bot.model.feedback.figures import Closing, Heard
from bot.model.refs import PlaceRef
from bot.ports.alike import FeedbackAlike
from bot.ports.feedback_approvals import FeedbackApprovals
from bot.ports.feedback_files import FeedbackFiles
from bot.ports.feedback_rooms import FeedbackRooms
from bot.ports.feedback_scores import FeedbackScores
from bot.ports.feedback_wanted import FeedbackWanted


class FeedbackLog(Protocol):
    """The story of feedback."""

    async def record(self, update: Update) -> Update:
        """Keeps what happened; it comes back with its id. Raises Conflict for one whose
        `external` name is known already.
        """
        ...

    async def record_all(self, updates: Sequence[Update]) -> None:
        """Keeps many at once."""
        ...

    async def of(self, feedback_id: int) -> Sequence[Update]:
        """Everything that happened to one, the oldest first."""
        ...

    async def stories(
        self, feedback_ids: Collection[int]
    ) -> Mapping[int, Sequence[Update]]:
        """The same of many, by their ids; nothing for one to which nothing did."""
        ...

    async def known(self, external: str) -> int | None:
        """Of which feedback something was said under this name from another system."""
        ...

    async def count(self, kind: UpdateKind) -> int:
        """How often such a thing has happened to any."""
        ...

    async def forget(self, updates: Sequence[Update]) -> None:
        """Takes out what was taken back before anybody read it."""
        ...


class FeedbackRules(Protocol):
    """Where feedback goes, and how soon it is answered."""

    async def triage(self) -> PlaceRef | None:
        """The place whose people see everything, customers' data too; None if none was
        chosen."""
        ...

    async def choose_triage(self, place: PlaceRef | None) -> None:
        """Makes a place the one for triage, in place of any other."""
        ...

    async def routes(self) -> Sequence[RoutingRule]:
        """Every rule, in the order in which they are tried."""
        ...

    async def add_route(self, rule: RoutingRule) -> RoutingRule:
        """Stores a new rule, behind all others; it comes back with id and position."""
        ...

    async def drop_route(self, rule_id: int) -> bool:
        """Forgets a rule; False if there is none."""
        ...

    async def reopens(self) -> int:
        """For how many days after its end its sender opens it again."""
        ...

    async def reopen_for(self, days: int) -> None:
        """Makes it so many days."""
        ...

    async def levels(self) -> Sequence[ServiceLevel]:
        """What is promised, by severity."""
        ...

    async def promise(self, level: ServiceLevel) -> None:
        """Keeps what is promised for a severity, in place of what was."""
        ...


class FeedbackFigures(Protocol):
    """Feedback as it is counted and looked for. What was joined to another counts
    there.
    """

    async def heard(
        self, cuts: Sequence[datetime], skus: Collection[str] = ()
    ) -> Sequence[Heard]:
        """Every voice from the first of these instants up to the last, counted
        together between each two of them; those of these products apart.
        """
        ...

    async def skus(self, since: datetime, until: datetime, limit: int) -> Sequence[str]:
        """The products most was heard of within [since, until), the most first."""
        ...

    async def closing(self, since: datetime, until: datetime) -> Closing:
        """What became of what was opened, and what ended, within [since, until)."""
        ...

    async def weightiest(self, limit: int) -> Sequence[Feedback]:
        """What is open, in the order in which it is to be mended (`roadmap`)."""
        ...

    async def ended(
        self, since: datetime, until: datetime, limit: int
    ) -> Sequence[Feedback]:
        """What was fixed or declined within [since, until), the newest first."""
        ...

    async def waiting(self, limit: int) -> Sequence[Feedback]:
        """What waits for us, the oldest first."""
        ...

    async def overdue(self, limit: int) -> Sequence[Feedback]:
        """What is open and whose promise was not kept, the oldest first."""
        ...

    async def escalated(
        self, person_id: int, since: datetime, until: datetime
    ) -> Sequence[Feedback]:
        """What somebody was told of within [since, until), the oldest first."""
        ...

    async def search(
        self, words: Sequence[str], limit: int, *, sender_id: int | None = None
    ) -> Sequence[Feedback]:
        """What has every one of these words in what was said, the newest first;
        capitals do not matter. With `sender_id` only what they sent.
        """
        ...


class FeedbackItems(Protocol):
    """Feedback of one organization."""

    @property
    def log(self) -> FeedbackLog: ...

    @property
    def rules(self) -> FeedbackRules: ...

    @property
    def alike(self) -> FeedbackAlike: ...

    @property
    def figures(self) -> FeedbackFigures: ...

    @property
    def wanted(self) -> FeedbackWanted: ...

    @property
    def rooms(self) -> FeedbackRooms: ...

    @property
    def scores(self) -> FeedbackScores: ...

    @property
    def approvals(self) -> FeedbackApprovals: ...

    @property
    def files(self) -> FeedbackFiles: ...

    async def add(self, feedback: Feedback) -> Feedback:
        """Stores a new one with its voices; it comes back with ids and the next
        number. Raises Conflict for a voice whose `external` name is known already.
        """
        ...

    async def save(self, feedback: Feedback) -> None:
        """Writes every changed fact and who follows; voices stay as they are."""
        ...

    async def break_promises(self, feedback_ids: Collection[int], at: datetime) -> None:
        """Keeps that something promised of these was late, and nothing else."""
        ...

    async def move(
        self, voice_ids: Collection[int], to: int, *, came_from: int | None
    ) -> None:
        """Puts voices under another feedback; `came_from` is where they were at first,
        None for those that are back there.
        """
        ...

    async def hold(self, feedback_id: int) -> Feedback | None:
        """The feedback, kept from everybody else until the unit of work ends."""
        ...

    async def get(self, feedback_id: int) -> Feedback | None: ...

    async def numbered(self, number: int) -> Feedback | None:
        """The feedback by its short number, held for this unit until it ends."""
        ...

    async def of_task(self, task_id: int) -> Sequence[Feedback]:
        """What a task is to solve, the oldest first."""
        ...

    async def corrected(self, limit: int) -> Sequence[Feedback]:
        """The newest of which people know better than was read, the oldest first;
        products and markets are not read.
        """
        ...

    async def known(self, source: str, external: str) -> Feedback | None:
        """What came under this name from another system."""
        ...

    async def where(
        self,
        *,
        states: Collection[State] = (),
        steps: Collection[Step] = (),
        sku: str = "",
        sender_id: int | None = None,
        owner_id: int | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
        limit: int = 500,
        by_need: bool = False,
    ) -> Sequence[Feedback]:
        """Those that fit all of what is given, the newest first; opened within
        [since, until). Those that were joined to others come only if asked for.
        `by_need` what keeps customers from buying comes first, then what waits for
        us, then what waits for others, the oldest first; what is over comes last.
        """
        ...

    async def voices(self, feedback_ids: Collection[int]) -> Sequence[Voice]:
        """What was said of these, the oldest first."""
        ...
