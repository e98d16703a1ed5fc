"""Who and where: turns the ids of an event into people and places.

Asking the platform comes first and outside any transaction (`look_up`); writing what
it said comes inside the event's own (`meet`).
"""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bot.arguments import ACCOUNT
from bot.context import Context
from bot.errors import ChatError, Rejected
from bot.events import (
    Commanded,
    Event,
    Filled,
    Inbound,
    ProfileChanged,
    Said,
    Shortcut,
)
from bot.model.people import Place, Profile
from bot.model.refs import PlaceRef, UserRef
from bot.ports import Calendar, Clock, Directory, Store, Translate, UnitOfWork

PATIENCE = 5.0  # seconds a platform gets to tell who somebody is


@dataclass(frozen=True, slots=True)
class Facts:
    """Where it happened, and what the platform said about who and what was new
    to us.
    """

    profiles: tuple[Profile, ...] = ()
    place: Place | None = None
    new_place: bool = False


class Identify:
    """Knows people and places, asking the platform only about strangers."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        directory: Directory,
        calendar: Calendar,
        words: Callable[[str, str], Translate],
        command: str,
    ) -> None:
        self._store = store
        self._clock = clock
        self._directory = directory
        self._calendar = calendar
        self._words = words
        self._command = command

    async def look_up(self, event: Inbound) -> Facts:
        """Asks the platform about everybody in the event whom we do not know."""
        if isinstance(event, ProfileChanged):
            return Facts((event.profile,))
        async with self._store.reading() as db:
            people = tuple(_people_in(event))
            known = await db.people.known(people)
            where = event.where.unthreaded() if event.where else None
            place = await db.people.place(where) if where else None
        if isinstance(event, Filled):  # who waits at a form cannot wait for a platform
            return Facts(
                (), place or (Place(where, "", private=True) if where else None)
            )
        strangers = [ref for ref in people if ref not in known]
        asked = await asyncio.gather(*(self._ask(ref, event) for ref in strangers))
        humans = tuple(profile for profile in asked if profile and not profile.bot)
        if where is None or place is not None:
            return Facts(humans, place)
        if event.direct:
            direct = Place(where, "", private=True, direct=True)
            return Facts(humans, direct, new_place=True)
        found = await self._ask_place(where)
        return Facts(humans, found, new_place=bool(found.name))

    async def meet(self, db: UnitOfWork, event: Inbound, facts: Facts) -> Context:
        """Writes what was learned and returns the context of the event."""
        organization = await db.people.organization()
        who = event.who
        workspace = await db.people.connect(who.platform, who.tenant, "")
        for profile in facts.profiles:
            await db.people.meet(profile)
        if facts.place and facts.new_place:
            await db.people.remember_place(facts.place)
        person = (await db.people.known([who])).get(who)
        if (
            person is None
        ):  # a bot of theirs, ourselves included: nobody to ask or count
            stranger = Profile(who, event.name_hint or who.id, active=False)
            person = await db.people.meet(stranger)
        now = self._clock.now()
        return Context(
            event=event,
            organization=organization,
            workspace=workspace,
            person=person,
            place=facts.place,
            db=db,
            now=now,
            t=self._words(person.language, person.zone).on(now),
            words=self._words,
            calendar=self._calendar,
            command=self._command,
        )

    async def words(self, who: UserRef) -> Translate:
        """The catalogue in the language of an account; the organization's for a
        stranger.
        """
        async with self._store.reading() as db:
            person = (await db.people.known([who])).get(who)
            organization = await db.people.organization()
        if person is None:
            t = self._words(organization.language, organization.zone)
        else:
            t = self._words(person.language, person.zone)
        return t.on(self._clock.now())

    async def _ask(self, ref: UserRef, event: Event) -> Profile | None:
        """The profile; None for an account that does not exist.

        While the platform does not answer, a name will do.
        """
        try:
            async with asyncio.timeout(PATIENCE):
                return await self._directory.profile(ref)
        except (ChatError, TimeoutError) as failed:
            if isinstance(failed, Rejected) and ref != event.who:
                return None
            name = event.name_hint if ref == event.who else ""
            return Profile(ref, name or ref.id)

    async def _ask_place(self, where: PlaceRef) -> Place:
        """The place; private while we cannot know better, so that nothing leaks."""
        try:
            async with asyncio.timeout(PATIENCE):
                return await self._directory.place(where)
        except (ChatError, TimeoutError):
            return Place(where, "", private=True)


def _people_in(event: Event) -> Iterable[UserRef]:
    yield event.who
    if isinstance(event, Commanded | Said | Shortcut):
        for match in ACCOUNT.finditer(event.text):
            yield UserRef(event.who.platform, event.who.tenant, match.group(1))
