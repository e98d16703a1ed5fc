"""Giving kudos: a card where they were given, one on the wall, a word to who is thanked
(PEERS L01, L06, L17).
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from bot.model.delivery import Draft
from bot.model.kudos import Kudos
from bot.model.people import Place
from bot.model.refs import PlaceRef
from bot.ports import UnitOfWork
from bot.rituals.room import post, whole

CARD, TOLD = "kudos.card", "kudos.told"


@dataclass(frozen=True, slots=True)
class KudosWork:
    """One unit of work on kudos, at one instant."""

    db: UnitOfWork
    now: datetime

    async def give(self, kudos: Kudos, *, posted: bool) -> Kudos:
        """Stores new ones and tells of them. `posted` says that the answer is their
        card where they were given.
        """
        stored = await self.db.kudos.add(kudos)
        if stored.place and not posted:
            await self._post(stored, stored.place, "here")
        if stored.wall:
            await self._show(stored)
        await self._tell(stored, stored.thanked)
        return stored

    async def show(self, kudos: Kudos) -> Kudos:
        """Has the wall show what was given out of its sight."""
        after = replace(kudos, wall=True)
        await self.db.kudos.save(after)
        await self._show(after)
        return after

    async def change(self, kudos: Kudos, reason: str, values: tuple[str, ...]) -> Kudos:
        """Other words for the same: every message says them from now on."""
        after = replace(kudos, reason=reason, values=values)
        await self._save(after)
        return after

    async def take_back(self, kudos: Kudos) -> None:
        """They never were: what nobody has read yet is not sent any more."""
        for kind in (CARD, TOLD):
            await self.db.deliveries.expire(subject=kudos.subject, kind=kind)
        await self._save(replace(kudos, taken_at=self.now))

    async def _save(self, kudos: Kudos) -> None:
        await self.db.kudos.save(kudos)
        await self.db.deliveries.touch(subject=kudos.subject)

    async def _show(self, kudos: Kudos) -> None:
        """On the wall, unless it was given there."""
        rules = await self.db.kudos.rules()
        if rules.wall is None:
            return
        given = kudos.place.unthreaded() if kudos.place else None
        if given not in await whole(self.db, rules.wall):
            await self._post(kudos, rules.wall, "wall")

    async def _post(self, kudos: Kudos, place: PlaceRef, where: str) -> None:
        draft = Draft(
            key=f"{kudos.subject}:{where}",
            kind=CARD,
            args={"kudos": kudos.id},
            place=place,
            subject=kudos.subject,
            due=self.now,
        )
        await post(self.db, draft)

    async def _tell(self, kudos: Kudos, person_ids: Iterable[int]) -> None:
        """Nobody is woken up by thanks: it is the bot that tells, in its own time."""
        for person_id in person_ids:
            draft = Draft(
                key=f"{kudos.subject}:told:person:{person_id}",
                kind=TOLD,
                args={"kudos": kudos.id},
                person_id=person_id,
                subject=kudos.subject,
                due=self.now,
            )
            await self.db.deliveries.add(draft)


def is_open(place: Place | None) -> bool:
    """Whether what is said there may be read on the wall: a private channel keeps its
    own. Of groups whose platform tells nothing, thanks are meant for others.
    """
    return place is None or place.direct or not (place.private and place.listed)
