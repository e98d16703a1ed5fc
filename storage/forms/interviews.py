"""Forms being filled question by question: one a person."""

import json
from collections.abc import Mapping

from sqlalchemy import ColumnElement, and_, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model.interview import Answer, Interview
from bot.ports.interviews import Interviews
from storage.database.statements import insert
from storage.secrets.vault import Vault
from storage.tables.interviews import interviews


class SqlInterviews:
    """Interviews of one organization."""

    def __init__(
        self, connection: AsyncConnection, organization_id: int, vault: Vault
    ) -> None:
        self._connection = connection
        self._organization_id = organization_id
        self._vault = vault

    async def of(self, person_id: int) -> Interview | None:
        """The person's open interview."""
        wanted = select(interviews).where(self._of(person_id))
        row = (await self._connection.execute(wanted)).one_or_none()
        if row is None:
            return None
        said = row.answers
        if row.sealed is not None:
            said = json.loads(self._vault.opened(row.sealed))
        return Interview(row.person_id, row.action, row.value, answers_of(said))

    async def save(self, interview: Interview) -> None:
        """Keeps how far it has come, in place of any other of theirs."""
        kept = {
            "action": interview.action,
            "value": interview.value,
            "answers": {},
            "sealed": self._vault.locked(json.dumps(dict(interview.answers))),
        }
        new = insert(self._connection, interviews).values(
            organization_id=self._organization_id,
            person_id=interview.person_id,
            **kept,
        )
        await self._connection.execute(
            new.on_conflict_do_update(
                index_elements=["organization_id", "person_id"], set_=kept
            )
        )

    async def end(self, person_id: int) -> bool:
        """Forgets it; says whether there was one."""
        gone = delete(interviews).where(self._of(person_id))
        return (await self._connection.execute(gone)).rowcount > 0

    def _of(self, person_id: int) -> ColumnElement[bool]:
        return and_(
            interviews.c.organization_id == self._organization_id,
            interviews.c.person_id == person_id,
        )


def answers_of(kept: Mapping[str, object]) -> Mapping[str, Answer]:
    """The values of a form by field name, from JSON."""
    return {name: _answer(value) for name, value in kept.items()}


def _answer(value: object) -> Answer:
    """JSON has lists where a form has tuples."""
    if isinstance(value, list):
        return tuple(str(part) for part in value)
    return None if value is None else str(value)


_: type[Interviews] = SqlInterviews
