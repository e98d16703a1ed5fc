"""The doors of all crews, and the mailbox of the house: what comes from outside."""

from collections.abc import Sequence
from dataclasses import replace

from bot.bootstrap.crews import Crews
from bot.crew import Crew
from bot.model.feedback.door import Brings, name_at
from bot.ports.doors import Mark
from bot.ports.intake import DoorKeeper, Kept, Mailroom, Parcel
from bot.ports.measure_intake import MeasureDoors, MeasureParcel, Taken
from bot.rituals.feedback import intake
from bot.rituals.measure import intake as measure_intake
from storage.installing.homes import SqlHomes


class _Doors:
    """Doors of one kind: each is looked up first."""

    def __init__(self, crews: Crews, homes: SqlHomes, brings: Brings) -> None:
        self._crews = crews
        self._homes = homes
        self._brings = brings
        self._known: dict[str, int] = {}

    async def secrets(self, door: str) -> Sequence[str]:
        """The secrets that work now; none where there is no such door."""
        if (crew := await self._of(door)) is None:
            return ()
        async with crew.world.store.reading() as db:
            found = await db.doors.get(door)
        if found is None:
            self._known.pop(door, None)
        if found is None or found.brings is not self._brings:
            return ()
        return found.working(crew.world.clock.now())

    async def _of(self, door: str) -> Crew | None:
        found = self._known.get(door) or await self._homes.of_door(door)
        if found is None:
            return None
        self._known[door] = found  # a door moves to no other company
        return await self._crews.join(found)


class CrewDoors(_Doors):
    """Satisfies `bot.ports.intake.DoorKeeper`."""

    def __init__(self, crews: Crews, homes: SqlHomes) -> None:
        super().__init__(crews, homes, Brings.FEEDBACK)

    async def take(self, door: str, parcel: Parcel) -> Kept | None:
        """See `bot.ports.intake.DoorKeeper.take`."""
        if (crew := await self._of(door)) is None:
            return None
        named = replace(parcel, external=name_at(door, parcel.external))
        return await intake.take(crew.world, named)


class CrewMeasureDoors(_Doors):
    """Satisfies `bot.ports.measure_intake.MeasureDoors`."""

    def __init__(self, crews: Crews, homes: SqlHomes) -> None:
        super().__init__(crews, homes, Brings.MEASURES)

    async def take(self, door: str, parcel: MeasureParcel) -> Taken | None:
        """See `bot.ports.measure_intake.MeasureDoors.take`."""
        if (crew := await self._of(door)) is None:
            return None
        named = replace(parcel, external=name_at(door, parcel.external))
        return await measure_intake.take(crew.world, named)


class CrewMail:
    """Satisfies `bot.ports.intake.Mailroom`: e-mail is the house's own."""

    def __init__(self, crew: Crew) -> None:
        self._world = crew.world

    async def take(self, parcel: Parcel) -> Kept:
        """See `bot.ports.intake.Mailroom.take`."""
        return await intake.take(self._world, parcel)

    async def ours(self, address: str) -> bool:
        """See `bot.ports.intake.Mailroom.ours`."""
        async with self._world.store.reading() as db:
            return await db.doors.person_at(address) is not None

    async def reached(self, mailbox: str) -> Mark | None:
        """See `bot.ports.intake.Mailroom.reached`."""
        async with self._world.store.reading() as db:
            return await db.doors.reached(mailbox)

    async def reach(self, mailbox: str, mark: Mark) -> None:
        """See `bot.ports.intake.Mailroom.reach`."""
        async with self._world.store() as db:
            await db.doors.reach(mailbox, mark)
            await db.commit()


_: type[DoorKeeper] = CrewDoors
__: type[Mailroom] = CrewMail
___: type[MeasureDoors] = CrewMeasureDoors
