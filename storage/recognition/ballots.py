"""Votes until they are counted: one a person, and nobody reads whom it is for."""

from collections import Counter
from collections.abc import Collection, Mapping

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database.statements import insert
from storage.secrets.vault import Vault
from storage.tables.awards import award_ballots as table
from storage.tables.people import people


class Ballots:
    """The votes of one organization, encrypted."""

    def __init__(
        self, connection: AsyncConnection, organization_id: int, vault: Vault
    ) -> None:
        self._connection = connection
        self._organization_id = organization_id
        self._vault = vault

    async def put(self, round_id: int, person_id: int, choice_id: int) -> None:
        """Keeps a person's one vote, in place of the one before."""
        value = self._vault.locked(f"{round_id}:{person_id}:{choice_id}")
        new = insert(self._connection, table).values(
            organization_id=self._organization_id,
            round_id=round_id,
            person_id=person_id,
            value=value,
        )
        kept = new.on_conflict_do_update(
            index_elements=["round_id", "person_id"], set_={"value": value}
        )
        await self._connection.execute(kept)

    async def count(self, round_id: int) -> Mapping[int, int]:
        """How many votes each has; a person's own for themselves is none."""
        wanted = select(table.c.person_id, table.c.value).where(
            table.c.organization_id == self._organization_id,
            table.c.round_id == round_id,
        )
        rows = (await self._connection.execute(wanted)).all()
        said = [(row.person_id, _choice(self._vault.opened(row.value))) for row in rows]
        now = await self._are_now({choice for _, choice in said})
        return Counter(now[choice] for who, choice in said if now[choice] != who)

    async def forget(self, round_id: int) -> None:
        """Lets them go."""
        gone = delete(table).where(
            table.c.organization_id == self._organization_id,
            table.c.round_id == round_id,
        )
        await self._connection.execute(gone)

    async def _are_now(self, ids: Collection[int]) -> dict[int, int]:
        """Who these are by now: somebody may have become one with another since."""
        now = {id: id for id in ids}
        while True:
            wanted = select(people.c.id, people.c.merged_into).where(
                people.c.organization_id == self._organization_id,
                people.c.id.in_(set(now.values())),
                people.c.merged_into.is_not(None),
            )
            rows = (await self._connection.execute(wanted)).all()
            if not rows:
                return now
            next_ = {row.id: row.merged_into for row in rows}
            now = {id: next_.get(other, other) for id, other in now.items()}


def _choice(said: str) -> int:
    return int(said.rpartition(":")[2])
