"""Drafts of forms: one a person and form."""

import json
from datetime import datetime

from sqlalchemy import ColumnElement, and_, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model.draft import FormDraft, Opener
from bot.ports.drafts import Drafts
from storage.database.statements import replacing
from storage.forms.interviews import answers_of
from storage.secrets.vault import Vault
from storage.tables.forms import form_drafts

ONE = ("organization_id", "person_id", "action", "value")
FACTS = ("values", "sealed", "at")


class SqlDrafts:
    """Drafts of one organization."""

    def __init__(
        self, connection: AsyncConnection, organization_id: int, vault: Vault
    ) -> None:
        self._connection = connection
        self._organization_id = organization_id
        self._vault = vault

    async def of(self, person_id: int, opener: Opener) -> FormDraft | None:
        """What the person typed into this form."""
        wanted = select(form_drafts).where(self._is(person_id, opener))
        row = (await self._connection.execute(wanted)).one_or_none()
        if row is None:
            return None
        # `row.values` is SQLAlchemy's own.
        typed = row._mapping["values"]
        if row.sealed is not None:
            typed = json.loads(self._vault.opened(row.sealed))
        opener = Opener(row.action, row.value)
        return FormDraft(row.person_id, opener, answers_of(typed), row.at)

    async def keep(self, draft: FormDraft) -> None:
        """Keeps it, in place of what they typed into the same form before."""
        typed = self._vault.locked(json.dumps(dict(draft.values)))
        row = {
            "organization_id": self._organization_id,
            "person_id": draft.person_id,
            "action": draft.opener.action,
            "value": draft.opener.value,
            "values": {},
            "sealed": typed,
            "at": draft.at,
        }
        kept = replacing(self._connection, form_drafts, ONE, FACTS)
        await self._connection.execute(kept, row)

    async def forget(self, person_id: int, opener: Opener) -> None:
        """The form was taken: its draft goes."""
        await self._connection.execute(
            delete(form_drafts).where(self._is(person_id, opener))
        )

    async def forget_everybodys(self, opener: Opener) -> None:
        """Whatever anybody typed into this form goes."""
        await self._connection.execute(
            delete(form_drafts)
            .where(form_drafts.c.organization_id == self._organization_id)
            .where(form_drafts.c.action == opener.action)
            .where(form_drafts.c.value == opener.value)
        )

    async def forget_all(self, person_id: int) -> None:
        """Everything somebody typed and did not send goes."""
        await self._connection.execute(
            delete(form_drafts)
            .where(form_drafts.c.organization_id == self._organization_id)
            .where(form_drafts.c.person_id == person_id)
        )

    async def forget_old(self, before: datetime) -> None:
        """Drafts nobody came back to go."""
        await self._connection.execute(
            delete(form_drafts)
            .where(form_drafts.c.organization_id == self._organization_id)
            .where(form_drafts.c.at < before)
        )

    def _is(self, person_id: int, opener: Opener) -> ColumnElement[bool]:
        return and_(
            form_drafts.c.organization_id == self._organization_id,
            form_drafts.c.person_id == person_id,
            form_drafts.c.action == opener.action,
            form_drafts.c.value == opener.value,
        )


_: type[Drafts] = SqlDrafts
