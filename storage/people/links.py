"""Links between accounts: codes, pairs that may be one, one person of two and back."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from itertools import product

from sqlalchemy import ColumnElement, and_, delete, func, or_, select, union, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.errors import Conflict
from bot.model.link import Candidate, Code, MessageKind
from bot.model.people import Account, Person, Role
from bot.ports.links import Links
from storage.database.statements import insert
from storage.merging.people import Merge
from storage.merging.rules import merge_people, move_rest
from storage.people.directory import SqlPeople
from storage.people.profiles import own_facts
from storage.people.rows import WORKSPACE, account
from storage.tables.links import (
    link_codes,
    link_tries,
    person_platforms,
    separate_accounts,
)
from storage.tables.people import accounts, people, workspaces

MEMORY = timedelta(days=1)  # so long an old code is still known as one


class SqlLinks:
    """Links of one organization."""

    def __init__(self, connection: AsyncConnection, organization_id: int) -> None:
        self._connection = connection
        self._organization_id = organization_id
        self._people = SqlPeople(connection, organization_id)

    async def offer(
        self, account: Account, digest: str, now: datetime, expires_at: datetime
    ) -> None:
        """Keeps a new code of an account, in place of any that was not used."""
        unused = and_(
            link_codes.c.account_id == account.id, link_codes.c.used_at.is_(None)
        )
        old = link_codes.c.expires_at < now - MEMORY
        await self._connection.execute(
            delete(link_codes).where(self._ours(link_codes), or_(unused, old))
        )
        await self._connection.execute(
            link_codes.insert().values(
                organization_id=self._organization_id,
                person_id=account.person_id,
                account_id=account.id,
                digest=digest,
                expires_at=expires_at,
            )
        )

    async def offered(self, digest: str) -> Code | None:
        """The code, kept from everybody else until the unit of work ends."""
        wanted = (
            select(link_codes)
            .where(self._ours(link_codes), link_codes.c.digest == digest)
            .with_for_update()
        )
        row = (await self._connection.execute(wanted)).first()
        if row is None:
            return None
        return Code(row.id, row.person_id, row.account_id, row.expires_at, row.used_at)

    async def use(self, code: Code, now: datetime) -> None:
        """A code works once."""
        await self._connection.execute(
            update(link_codes)
            .where(self._ours(link_codes), link_codes.c.id == code.id)
            .values(used_at=now)
        )

    async def withdraw(self, person_id: int) -> None:
        """Codes of theirs that nobody used work no more."""
        unused = link_codes.c.person_id == person_id, link_codes.c.used_at.is_(None)
        gone = delete(link_codes).where(self._ours(link_codes), *unused)
        await self._connection.execute(gone)

    async def tried(self, person_id: int, now: datetime) -> None:
        """Keeps that somebody typed a code that is none; old tries are forgotten."""
        old = link_tries.c.at < now - MEMORY
        await self._connection.execute(
            delete(link_tries).where(self._ours(link_tries), old)
        )
        ours = {"organization_id": self._organization_id, "person_id": person_id}
        await self._connection.execute(link_tries.insert().values(at=now, **ours))

    async def tries(self, person_id: int, since: datetime) -> int:
        """How often they did since then."""
        wanted = select(func.count()).where(
            self._ours(link_tries),
            link_tries.c.person_id == person_id,
            link_tries.c.at > since,
        )
        return (await self._connection.execute(wanted)).scalar_one()

    async def account(self, account_id: int) -> Account | None:
        """The account, active or not."""
        wanted = (
            select(accounts, *WORKSPACE)
            .join(workspaces, workspaces.c.id == accounts.c.workspace_id)
            .where(self._ours(accounts), accounts.c.id == account_id)
        )
        row = (await self._connection.execute(wanted)).first()
        return account(row) if row else None

    async def merge(self, kept_id: int, lost_id: int) -> None:
        """Makes one person of two."""
        await merge_people(self._merge(kept_id, lost_id))
        await self._people.settle(kept_id)

    async def follow(self, lost_id: int) -> None:
        """Moves what was written for somebody at the instant of their merge."""
        wanted = select(people.c.merged_into).where(
            self._ours(people), people.c.id == lost_id
        )
        if kept_id := await self._connection.scalar(wanted):
            await move_rest(self._merge(kept_id, lost_id))
            await self._people.settle(kept_id)

    async def unlink(self, account_id: int) -> Person:
        """Gives the account a new person of its own, made of its last profile."""
        mine = select(accounts.c.person_id).where(
            self._ours(accounts), accounts.c.id == account_id
        )
        person_id = await self._connection.scalar(mine)
        wanted = (
            select(accounts)
            .where(self._ours(accounts), accounts.c.person_id == person_id)
            .order_by(accounts.c.id)
            .with_for_update()
        )
        rows = (await self._connection.execute(wanted)).all()
        rest = [row for row in rows if row.id != account_id]
        if not rest or len(rest) == len(rows):
            raise Conflict("it is their only account")
        goes = next(row for row in rows if row.id == account_id)
        new_id = await self._people.make(own_facts(goes))
        await self._give(goes.id, new_id)
        if goes.main:  # who stays is called as the account they have left
            await self._give(rest[0].id, rest[0].person_id)
            named = {"name", "email"}
            facts = {k: v for k, v in own_facts(rest[0]).items() if k in named}
            await self._people.change(rest[0].person_id, **facts)
        await self._people.settle(rest[0].person_id)
        for row in rest:
            await self._set_apart(account_id, row.id)
        return await self._people.get(new_id)

    async def part(self, one_id: int, other_id: int) -> None:
        """Keeps that everything these two persons have is of two humans."""
        known = await self._people.accounts_of([one_id, other_id])
        mine = [each.id for each in known if each.person_id == one_id]
        theirs = [each.id for each in known if each.person_id == other_id]
        for one, other in product(mine, theirs):
            await self._set_apart(one, other)

    async def separate(self) -> Sequence[tuple[int, int]]:
        """Pairs of accounts that are known to be of two humans."""
        table = separate_accounts
        wanted = select(table.c.account_id, table.c.other_id).where(self._ours(table))
        rows = await self._connection.execute(wanted)
        return [(row.account_id, row.other_id) for row in rows]

    async def same(self) -> Sequence[tuple[Account, Account]]:
        """Accounts of two persons that share an address or a staff id."""
        one, other, table = accounts.alias(), accounts.alias(), separate_accounts
        apart = select(table.c.account_id).where(
            self._ours(table),
            table.c.account_id == one.c.id,
            table.c.other_id == other.c.id,
        )
        # One question for each: a single one with OR would compare all with all.
        shared = [
            select(one.c.id.label("one"), other.c.id.label("other"))
            .where(self._ours(one), self._ours(other), ~apart.exists())
            .where(one.c[name] == other.c[name], one.c.id < other.c.id)
            .where(one.c.person_id != other.c.person_id)
            .where(one.c.workspace_id != other.c.workspace_id)
            .where(one.c.active, other.c.active)
            .where(one.c.role != Role.GUEST.value, other.c.role != Role.GUEST.value)
            for name in ("address", "staff_id")
        ]
        wanted = union(*shared).order_by("one", "other")
        pairs = (await self._connection.execute(wanted)).all()
        ids = {id for row in pairs for id in (row.one, row.other)}
        found = {id: await self.account(id) for id in ids}
        known = [(found[row.one], found[row.other]) for row in pairs]
        return [(a, b) for a, b in known if a is not None and b is not None]

    async def candidates(self) -> Sequence[Candidate]:
        """Everybody active, with their accounts."""
        everyone = await self._people.everyone()
        theirs: defaultdict[int, list[Account]] = defaultdict(list)
        wanted = (
            select(accounts, *WORKSPACE)
            .join(workspaces, workspaces.c.id == accounts.c.workspace_id)
            .where(self._ours(accounts), accounts.c.active)
            .order_by(accounts.c.id)
        )
        for row in await self._connection.execute(wanted):
            theirs[row.person_id].append(account(row))
        return [Candidate(each, tuple(theirs[each.id])) for each in everyone]

    async def wishes(self, person_id: int) -> Mapping[MessageKind, str]:
        """On which platform a person wants which kind of message."""
        wanted = select(person_platforms).where(
            self._ours(person_platforms), person_platforms.c.person_id == person_id
        )
        rows = await self._connection.execute(wanted)
        return {MessageKind(row.kind): row.platform for row in rows}

    async def wish(
        self, person_id: int, wishes: Mapping[MessageKind, str | None]
    ) -> None:
        """Keeps on which; None is wherever they are."""
        table = person_platforms
        mine = and_(self._ours(table), table.c.person_id == person_id)
        kinds = [kind.value for kind in wishes]
        await self._connection.execute(
            delete(table).where(mine, table.c.kind.in_(kinds))
        )
        ours = {"organization_id": self._organization_id, "person_id": person_id}
        for kind, platform in wishes.items():
            if platform is not None:
                row = ours | {"kind": kind.value, "platform": platform}
                await self._connection.execute(table.insert().values(row))

    async def _give(self, account_id: int, person_id: int) -> None:
        """The account is this person's main one."""
        await self._connection.execute(
            update(accounts)
            .where(self._ours(accounts), accounts.c.id == account_id)
            .values(person_id=person_id, main=True)
        )

    async def _set_apart(self, one: int, other: int) -> None:
        low, high = sorted((one, other))
        new = insert(self._connection, separate_accounts).values(
            organization_id=self._organization_id, account_id=low, other_id=high
        )
        await self._connection.execute(new.on_conflict_do_nothing())

    def _merge(self, kept_id: int, lost_id: int) -> Merge:
        return Merge(self._connection, self._organization_id, kept_id, lost_id)

    def _ours(self, table: object) -> ColumnElement[bool]:
        mine: ColumnElement[bool] = (
            table.c.organization_id == self._organization_id  # type: ignore[attr-defined]
        )
        return mine


_: type[Links] = SqlLinks
