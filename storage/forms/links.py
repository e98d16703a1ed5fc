"""Links to forms, and the secret that signs them."""

import secrets as random
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, and_, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model.draft import Opener
from bot.model.form_link import FormLink
from bot.ports.form_links import FormLinks
from storage.database.statements import insert
from storage.secrets.vault import Vault
from storage.tables.forms import form_links, secrets

SIGNS = "form links"


class SqlFormLinks:
    """Links of one organization."""

    def __init__(
        self, connection: AsyncConnection, organization_id: int, vault: Vault
    ) -> None:
        self._connection = connection
        self._organization_id = organization_id
        self._vault = vault

    async def secret(self) -> str:
        """The organization's own random secret, made when first asked for."""
        new = insert(self._connection, secrets).values(
            organization_id=self._organization_id,
            name=SIGNS,
            value=self._vault.locked(random.token_urlsafe(32)),
        )
        await self._connection.execute(new.on_conflict_do_nothing())
        wanted = (
            select(secrets.c.value)
            .where(secrets.c.organization_id == self._organization_id)
            .where(secrets.c.name == SIGNS)
        )
        kept = (await self._connection.execute(wanted)).scalar_one()
        return self._vault.opened(str(kept))

    async def add(self, link: FormLink) -> None:
        """Keeps a new link."""
        await self._connection.execute(
            form_links.insert().values(
                organization_id=self._organization_id,
                key=link.key,
                person_id=link.person_id,
                who=link.who,
                action=link.opener.action,
                value=link.opener.value,
                place=link.where,
                expires=link.expires,
                browser=link.browser,
            )
        )

    async def get(self, key: str) -> FormLink | None:
        """The link, if there is one."""
        wanted = select(form_links).where(self._is(key))
        row = (await self._connection.execute(wanted)).one_or_none()
        if row is None:
            return None
        return FormLink(
            key=row.key,
            person_id=row.person_id,
            who=row.who,
            opener=Opener(row.action, row.value),
            expires=row.expires,
            where=row.place,
            browser=row.browser,
            used_at=row.used_at,
            taken=tuple((label, text) for label, text in row.taken or ()),
        )

    async def bind(self, key: str, browser: str) -> None:
        """Gives the link to the browser, unless another one has it."""
        await self._connection.execute(
            update(form_links)
            .where(self._is(key), form_links.c.browser.is_(None))
            .values(browser=browser)
        )

    async def use(
        self, key: str, taken: Sequence[tuple[str, str]], now: datetime
    ) -> None:
        """Marks that the form was sent, and keeps what was taken, in words."""
        rows = [list(row) for row in taken]
        await self._connection.execute(
            update(form_links).where(self._is(key)).values(used_at=now, taken=rows)
        )

    async def revoke(self, person_id: int, now: datetime) -> None:
        """Somebody's links open nothing from now on."""
        await self._connection.execute(
            update(form_links)
            .where(form_links.c.organization_id == self._organization_id)
            .where(form_links.c.person_id == person_id, form_links.c.expires > now)
            .values(expires=now)
        )

    async def forget_old(self, before: datetime) -> None:
        """Links that expired before this instant go, with what was taken."""
        await self._connection.execute(
            delete(form_links)
            .where(form_links.c.organization_id == self._organization_id)
            .where(form_links.c.expires < before)
        )

    def _is(self, key: str) -> ColumnElement[bool]:
        return and_(
            form_links.c.organization_id == self._organization_id,
            form_links.c.key == key,
        )


_: type[FormLinks] = SqlFormLinks
