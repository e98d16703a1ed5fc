"""What was asked of somebody about feedback, and the rules for it."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Row, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model.feedback.approval import Approval, ApprovalRule, Money, Outcome, Wish
from bot.ports.feedback_approvals import FeedbackApprovals
from storage.database.statements import insert
from storage.tables.approvals import feedback_approval_rules as rules
from storage.tables.approvals import feedback_approvals as table


class SqlFeedbackApprovals:
    """The requests and the rules of one organization."""

    def __init__(self, connection: AsyncConnection, organization_id: int) -> None:
        self._connection = connection
        self._organization_id = organization_id

    async def add(self, approval: Approval) -> Approval:
        """Stores a new one; it comes back with its id."""
        new = table.insert().values(
            organization_id=self._organization_id,
            feedback_id=approval.feedback_id,
            reason=approval.reason,
            asker_id=approval.asker_id,
            asked_at=approval.asked_at,
            **_wish_values(approval.wish),
            **_changing(approval),
        )
        made = await self._connection.execute(new.returning(table.c.id))
        return replace(approval, id=made.scalar_one())

    async def save(self, approval: Approval) -> None:
        """Writes who is asked, and what became of it."""
        changed = update(table).where(self._ours, table.c.id == approval.id)
        await self._connection.execute(changed.values(**_changing(approval)))

    async def get(self, approval_id: int) -> Approval | None:
        """The request."""
        return next(iter(await self._where(table.c.id == approval_id)), None)

    async def of(
        self, feedback_ids: Collection[int]
    ) -> Mapping[int, Sequence[Approval]]:
        """Everything asked about these, by their ids, the oldest first."""
        found: defaultdict[int, list[Approval]] = defaultdict(list)
        if feedback_ids:
            for each in await self._where(table.c.feedback_id.in_(feedback_ids)):
                found[each.feedback_id].append(each)
        return found

    async def asked_of(self, person_id: int) -> Sequence[Approval]:
        """What waits for somebody, the oldest first."""
        return await self._where(
            table.c.asked_id == person_id, table.c.outcome.is_(None)
        )

    async def asks(self, feedback_id: int, person_id: int) -> bool:
        """Whether somebody is or was asked anything about it."""
        wanted = select(table.c.id).where(
            self._ours,
            table.c.feedback_id == feedback_id,
            (table.c.asked_id == person_id) | (table.c.answered_by == person_id),
        )
        return (await self._connection.execute(wanted.limit(1))).first() is not None

    async def rules(self) -> Sequence[ApprovalRule]:
        """Every rule, by its word."""
        wanted = (
            select(rules)
            .where(rules.c.organization_id == self._organization_id)
            .order_by(rules.c.word)
        )
        return [
            ApprovalRule(_wish(row), row.person_id)
            for row in await self._connection.execute(wanted)
        ]

    async def keep_rule(self, rule: ApprovalRule) -> None:
        """Keeps a rule, in place of the one of the same word."""
        said = _wish_values(rule.wish) | {"person_id": rule.person_id}
        new = insert(self._connection, rules).values(
            organization_id=self._organization_id, **said
        )
        del said["word"]
        await self._connection.execute(
            new.on_conflict_do_update(
                index_elements=["organization_id", "word"], set_=said
            )
        )

    async def drop_rule(self, word: str) -> bool:
        """Forgets a rule; False if there is none."""
        ours = rules.c.organization_id == self._organization_id
        gone = delete(rules).where(ours, rules.c.word == word)
        return (await self._connection.execute(gone)).rowcount > 0

    async def _where(self, *fits: ColumnElement[bool]) -> list[Approval]:
        wanted = select(table).where(self._ours, *fits).order_by(table.c.id)
        return [_approval(row) for row in await self._connection.execute(wanted)]

    @property
    def _ours(self) -> ColumnElement[bool]:
        return table.c.organization_id == self._organization_id


def _wish_values(wish: Wish) -> dict[str, Any]:
    return {
        "word": wish.word,
        "what": wish.what,
        "amount": wish.money.amount if wish.money else None,
        "currency": wish.money.currency if wish.money else "",
    }


def _changing(approval: Approval) -> dict[str, Any]:
    return {
        "asked_id": approval.asked_id,
        "reminded_at": approval.reminded_at,
        "outcome": approval.outcome.value if approval.outcome else None,
        "answered_by": approval.answered_by,
        "answered_at": approval.answered_at,
        "comment": approval.comment,
    }


def _wish(row: Row[Any]) -> Wish:
    money = None if row.amount is None else Money(row.amount, row.currency)
    return Wish(row.word, row.what, money)


def _approval(row: Row[Any]) -> Approval:
    return Approval(
        id=row.id,
        feedback_id=row.feedback_id,
        wish=_wish(row),
        reason=row.reason,
        asker_id=row.asker_id,
        asked_id=row.asked_id,
        asked_at=row.asked_at,
        reminded_at=row.reminded_at,
        outcome=Outcome(row.outcome) if row.outcome else None,
        answered_by=row.answered_by,
        answered_at=row.answered_at,
        comment=row.comment,
    )


_: type[FeedbackApprovals] = SqlFeedbackApprovals
