"""What is told to systems outside."""

from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Row, Table, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model.blocker.hook import KEPT, CallState, Hook, HookCall, HookEvent
from bot.ports.hooks import Hooks
from storage.secrets.vault import Vault
from storage.tables.hooks import blocker_calls as calls
from storage.tables.hooks import blocker_hooks as hooks


class SqlHooks:
    """The webhook of one organization, and its calls."""

    def __init__(
        self, connection: AsyncConnection, organization_id: int, vault: Vault
    ) -> None:
        self._connection = connection
        self._organization_id = organization_id
        self._vault = vault

    async def get(self) -> Hook | None:
        """The one there is."""
        wanted = select(hooks).where(self._ours(hooks))
        row = (await self._connection.execute(wanted)).one_or_none()
        if row is None:
            return None
        return Hook(
            id=row.id,
            url=self._vault.opened(row.url),
            secret=self._vault.opened(row.secret),
            owner_id=row.owner_id,
            made_at=row.made_at,
        )

    async def put(self, hook: Hook) -> Hook:
        """Keeps it in place of the one before; what waits goes there."""
        await self._connection.execute(delete(hooks).where(self._ours(hooks)))
        new = hooks.insert().values(
            organization_id=self._organization_id,
            url=self._vault.locked(hook.url),
            secret=self._vault.locked(hook.secret),
            owner_id=hook.owner_id,
            made_at=hook.made_at,
        )
        made = await self._connection.execute(new.returning(hooks.c.id))
        return replace(hook, id=made.scalar_one())

    async def drop(self) -> None:
        """Forgets it, and what was to be told."""
        waits = calls.c.state == CallState.WAITING.value
        await self._connection.execute(delete(calls).where(self._ours(calls), waits))
        await self._connection.execute(delete(hooks).where(self._ours(hooks)))

    async def add(self, call: HookCall) -> HookCall:
        """Stores something to tell, and forgets what is long over."""
        over = calls.c.state != CallState.WAITING.value, calls.c.at < call.at - KEPT
        await self._connection.execute(delete(calls).where(self._ours(calls), *over))
        new = calls.insert().values(
            organization_id=self._organization_id,
            message=call.message,
            event=call.event.value,
            at=call.at,
            blocker_id=call.blocker_id,
            asker_id=call.asker_id,
            state=call.state.value,
            tries=call.tries,
            answer=call.answer,
        )
        made = await self._connection.execute(new.returning(calls.c.id))
        return replace(call, id=made.scalar_one())

    async def call(self, call_id: int) -> HookCall | None:
        """One call, held until the unit of work ends."""
        wanted = select(calls).where(self._ours(calls), calls.c.id == call_id)
        row = (await self._connection.execute(wanted.with_for_update())).one_or_none()
        return _call(row) if row else None

    async def save(self, call: HookCall) -> None:
        """Writes how it went."""
        await self._connection.execute(
            update(calls)
            .where(self._ours(calls), calls.c.id == call.id)
            .values(state=call.state.value, tries=call.tries, answer=call.answer)
        )

    async def last(self) -> HookCall | None:
        """The newest that was tried."""
        tried = select(calls).where(self._ours(calls), calls.c.tries > 0)
        newest = tried.order_by(calls.c.id.desc()).limit(1)
        row = (await self._connection.execute(newest)).one_or_none()
        return _call(row) if row else None

    def _ours(self, table: Table) -> ColumnElement[bool]:
        return table.c.organization_id == self._organization_id


def _call(row: Row[Any]) -> HookCall:
    return HookCall(
        id=row.id,
        message=row.message,
        event=HookEvent(row.event),
        at=row.at,
        blocker_id=row.blocker_id,
        asker_id=row.asker_id,
        state=CallState(row.state),
        tries=row.tries,
        answer=row.answer,
    )


_: type[Hooks] = SqlHooks
