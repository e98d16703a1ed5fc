"""What can be chosen on a page."""

from collections.abc import Sequence

from sqlalchemy import literal, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model.people import Place, Workspace
from bot.ports.choices import Choices
from storage.people.workspaces import place_of
from storage.tables.people import place_people, places


class SqlChoices:
    """What one person may choose from, in one organization."""

    def __init__(self, connection: AsyncConnection, organization_id: int) -> None:
        self._connection = connection
        self._organization_id = organization_id

    async def places(self, workspace: Workspace, person_id: int) -> Sequence[Place]:
        """Public places, and those the person was seen in; no conversation of two."""
        seen = (
            select(literal(1))
            .where(place_people.c.organization_id == self._organization_id)
            .where(place_people.c.person_id == person_id)
            .where(place_people.c.place == places.c.ref)
        )
        wanted = (
            select(places)
            .where(places.c.organization_id == self._organization_id)
            .where(~places.c.direct, places.c.name != "")
            .where(or_(~places.c.private, seen.exists()))
        )
        found = [place_of(row) for row in await self._connection.execute(wanted)]
        ours = (workspace.platform, workspace.tenant)
        here = [one for one in found if (one.ref.platform, one.ref.tenant) == ours]
        return sorted(here, key=lambda place: place.name.casefold())


_: type[Choices] = SqlChoices
