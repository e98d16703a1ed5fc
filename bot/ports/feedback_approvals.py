"""The repository of what was asked of somebody about feedback, and of its rules."""

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from bot.model.feedback.approval import Approval, ApprovalRule


class FeedbackApprovals(Protocol):
    """The requests and the rules of one organization."""

    async def add(self, approval: Approval) -> Approval:
        """Stores a new one; it comes back with its id. Raises Conflict where the same
        is asked for already.
        """
        ...

    async def save(self, approval: Approval) -> None:
        """Writes who is asked, and what became of it."""
        ...

    async def get(self, approval_id: int) -> Approval | None: ...

    async def of(
        self, feedback_ids: Collection[int]
    ) -> Mapping[int, Sequence[Approval]]:
        """Everything asked about these, by their ids, the oldest first; nothing for
        one of which nothing was.
        """
        ...

    async def asked_of(self, person_id: int) -> Sequence[Approval]:
        """What waits for somebody, the oldest first."""
        ...

    async def asks(self, feedback_id: int, person_id: int) -> bool:
        """Whether somebody is or was asked anything about it."""
        ...

    async def rules(self) -> Sequence[ApprovalRule]:
        """Every rule, by its word."""
        ...

    async def keep_rule(self, rule: ApprovalRule) -> None:
        """Keeps a rule, in place of the one of the same word."""
        ...

    async def drop_rule(self, word: str) -> bool:
        """Forgets a rule; False if there is none."""
        ...
