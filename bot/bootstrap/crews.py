"""One crew for each organization, and the way of every event to its own."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from typing import TypeVar

from bot.addresses import key_in
from bot.crew import Crew
from bot.errors import StoreAway
from bot.events import Filled, Inbound
from bot.messages import Option
from bot.model.refs import UserRef
from bot.ports import Receive
from bot.ports.pages import Again, Download, FormPage, FormPages, Kept, Told, Typed
from bot.ports.receive import Taken
from storage.installing.homes import HOUSE, SqlHomes

log = logging.getLogger(__name__)
T = TypeVar("T")
ROUND = 300  # seconds in which everybody is looked at, whatever is due
OWN = 10  # the same for the house's own


class Crews:
    """The crews of the house. Where there are not `several`, everything is the first's.

    Satisfies `bot.ports.Receive`: what comes from a workspace goes to the crew of its
    organization. One that we do not know is heard only while there is one crew.
    """

    def __init__(
        self,
        make: Callable[[int], Crew],
        homes: SqlHomes,
        *,
        several: bool,
    ) -> None:
        self._make = make
        self._homes = homes
        self._several = several
        self._known: dict[tuple[str, str], int] = {}
        self.home = make(HOUSE)
        self._crews = {HOUSE: self.home}
        self._running = False
        self._looked = 0
        self.tasks: list[asyncio.Task[object]] = []

    @property
    def all(self) -> Sequence[Crew]:
        """Every crew, the house's own first."""
        return tuple(self._crews.values())

    async def open(self) -> None:
        """Makes a crew for every organization there is."""
        for organization in await self._organizations():
            self._crew(organization)

    async def begin(self) -> None:
        """Takes up what was left, and does what is due from now on."""
        self._running = True
        for crew in self.all:
            await self._begin(crew)

    async def of(self, platform: str, tenant: str) -> Crew | None:
        """The crew of a workspace; None where nobody knows whose it is."""
        if not self._several:
            return self.home
        known = self._known.get((platform, tenant))
        if known is None:
            known = await self._homes.of(platform, tenant)
        if known is None:
            return self.home if len(self._crews) == 1 else None
        self._known[platform, tenant] = known
        return await self.join(known)

    async def join(self, organization: int) -> Crew:
        """The crew of an organization, at work."""
        fresh = organization not in self._crews
        crew = self._crew(organization)
        if fresh and self._running:
            await self._begin(crew)
        return crew

    async def accept(self, event: Inbound) -> None:
        """See `bot.ports.Receive.accept`."""
        if crew := await self._of(event):
            await crew.dispatcher.accept(event)

    async def submit(
        self,
        event: Filled,
        *,
        within: float | None = 2.5,
        stays: bool = False,
        takes_files: bool = False,
    ) -> Taken:
        """See `bot.ports.Receive.submit`."""
        crew = await self._of(event)
        if crew is None:
            return Taken()
        return await crew.dispatcher.submit(
            event, within=within, stays=stays, takes_files=takes_files
        )

    async def people(self, who: UserRef, typed: str) -> Sequence[Option]:
        """See `bot.ports.Receive.people`."""
        crew = await self.of(who.platform, who.tenant)
        return await crew.dispatcher.people(who, typed) if crew else ()

    async def beat(self) -> None:
        """Does what is due; of several, has those do it that have something to do."""
        if self._several:
            await self._look()
        else:
            await self.home.pulse.beat()

    async def _look(self) -> None:
        """Wakes the crews that have something to do: one query for all of them. The
        others are woken in their turn, so that nothing hangs on that query alone.
        """
        now = self.home.world.clock.now()
        due = await self._homes.due(now)
        second, self._looked = self._looked, self._looked + 1
        turn = [n for n in self._crews if n % ROUND == second % ROUND]
        if second % OWN == 0:
            turn.append(HOUSE)
        for organization in {*due, *turn}:
            (await self.join(organization)).pulse.wake()

    async def look_after(self) -> None:
        """Has every crew say which events it has in hand, and take up those that were
        left behind: the house's own, and those for which any event waits.
        """
        waiting = await self._homes.waiting() if self._several else ()
        crews = [await self.join(organization) for organization in {HOUSE, *waiting}]
        await _each(crews, lambda crew: crew.look_after())

    async def look_at_clock(self) -> None:
        """Has every crew notice whether somebody moved the clock."""
        await _each(self.all, lambda crew: crew.pulse.moved.look())

    async def forget(self) -> None:
        """Has every crew let go of what is old, unless another replica does."""
        await _each(self.all, lambda crew: crew.alone("forget", crew.forget))

    def run(self, work: Coroutine[object, object, object]) -> None:
        """Runs something beside all else."""
        self.tasks = [task for task in self.tasks if not task.done()]
        self.tasks.append(asyncio.create_task(work))

    async def _begin(self, crew: Crew) -> None:
        await crew.recover()
        self.run(crew.pulse.run())

    async def _of(self, event: Inbound) -> Crew | None:
        who = event.who
        crew = await self.of(who.platform, who.tenant)
        if crew is None:
            log.warning("nobody's", extra={"team": who.tenant, "event": event.id})
        return crew

    async def _organizations(self) -> Sequence[int]:
        return await self._homes.organizations() if self._several else ()

    def _crew(self, organization: int) -> Crew:
        if organization not in self._crews:
            self._crews[organization] = self._make(organization)
        return self._crews[organization]


async def _each(crews: Sequence[Crew], do: Callable[[Crew], Awaitable[object]]) -> None:
    """The same for several, one after the other; one that fails stops no other."""
    for crew in crews:
        try:
            await do(crew)
        except StoreAway as away:
            log.warning("store away", extra={"why": str(away)})
        except Exception:
            log.exception("crew")


class CrewPages:
    """The form pages of all crews: each address is looked up first."""

    def __init__(self, crews: Crews, homes: SqlHomes) -> None:
        self._crews = crews
        self._homes = homes

    @property
    def secure(self) -> bool:
        """Whether people come by https."""
        return self._crews.home.pages.secure

    async def show(self, token: str, browser: str) -> FormPage | Told:
        """See `bot.ports.pages.FormPages.show`."""
        return await (await self._of(token)).show(token, browser)

    async def send(
        self, token: str, browser: str, typed: Typed
    ) -> FormPage | Told | Again | Download:
        """See `bot.ports.pages.FormPages.send`."""
        return await (await self._of(token)).send(token, browser, typed)

    async def back(
        self, token: str, browser: str, typed: Typed
    ) -> FormPage | Told | Again:
        """See `bot.ports.pages.FormPages.back`."""
        return await (await self._of(token)).back(token, browser, typed)

    async def keep(self, token: str, browser: str, typed: Typed) -> Kept | Told:
        """See `bot.ports.pages.FormPages.keep`."""
        return await (await self._of(token)).keep(token, browser, typed)

    async def again(self, token: str, browser: str) -> Again | Told:
        """See `bot.ports.pages.FormPages.again`."""
        return await (await self._of(token)).again(token, browser)

    async def _of(self, token: str) -> FormPages:
        """Whose form it is; an unknown address is the house's own to answer."""
        found = await self._homes.of_form(key_in(token))
        crew = await self._crews.join(found) if found else self._crews.home
        return crew.pages


_: type[Receive] = Crews
__: type[FormPages] = CrewPages
