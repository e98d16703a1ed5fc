"""Who and where: turns the ids of an event into people and places.

Asking the platform comes first and outside any transaction (`look_up`); writing what
it said comes inside the event's own (`meet`).
"""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from bot.arguments import ACCOUNT, PLACE
from bot.calls import tied
from bot.context import Context
from bot.errors import ChatError, Rejected
from bot.events import (
    Commanded,
    Event,
    Filled,
    Inbound,
    Joined,
    LeaveChanged,
    Left,
    PlaceChanged,
    ProfileChanged,
    Replied,
    Said,
    Shortcut,
)
from bot.model.people import Person, Place, Profile, Role
from bot.model.refs import PlaceRef, UserRef
from bot.ports import (
    Abilities,
    Calendar,
    Clock,
    Directory,
    Store,
    Translate,
    UnitOfWork,
)
from bot.rituals.meeting import meet
from bot.rituals.room import voice

UNSEEN = ProfileChanged | Joined | Left | PlaceChanged | LeaveChanged
LINKED = 5  # linked places that are looked up; nobody means more
PATIENCE = 5.0  # seconds a platform gets to tell who somebody is


@dataclass(frozen=True, slots=True)
class Facts:
    """Where it happened, and what the platform said of who and what was new to us.

    `carries_on`: these are words from before, with an open question answered.
    """

    profiles: tuple[Profile, ...] = ()
    place: Place | None = None
    places: tuple[Place, ...] = ()
    carries_on: bool = False


class Identify:
    """Knows people and places, asking the platform only about strangers.

    `dialogue` says of a place that forms can only be a dialogue there, `can_at` what
    it can show.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        directory: Directory,
        calendar: Calendar,
        words: Callable[[str, str], Translate],
        command: str,
        dialogue: Callable[[PlaceRef], bool] = lambda _: False,
        can_at: Callable[[PlaceRef], Abilities] = lambda _: Abilities(),
    ) -> None:
        self._store = store
        self._clock = clock
        self._directory = directory
        self._calendar = calendar
        self._words = words
        self._command = command
        self._dialogue = dialogue
        self._can_at = can_at

    async def look_up(self, event: Inbound) -> Facts:
        """Asks the platform about everybody in the event whom we do not know."""
        if isinstance(event, ProfileChanged):
            return Facts((event.profile,))
        where = event.where.unthreaded() if event.where else None
        async with self._store.reading() as db:
            people = tuple(_people_in(event))
            known = await db.people.known(people)
            place = await db.people.place(where) if where else None
            linked = [
                ref for ref in _places_in(event) if not await db.people.place(ref)
            ]
        if isinstance(event, Filled):  # who waits at a form cannot wait for a platform
            unknown = Place(where, "", private=True) if where else None
            return Facts((), place or unknown)
        strangers = [ref for ref in people if ref not in known and not ref.is_company]
        asked = await asyncio.gather(*(self._ask(ref, event) for ref in strangers))
        humans = tuple(profile for profile in asked if profile and not profile.bot)
        if where and place is None and event.direct:
            place = Place(where, "", private=True, direct=True)
            return Facts(humans, place, (place,))
        if where and place is None and not isinstance(event, PlaceChanged):
            linked.append(where)
        found = await asyncio.gather(*(self._ask_place(ref) for ref in linked))
        here = next((one for one in found if one.ref == where), place)
        if here and event.place_hint not in ("", here.name):
            here = replace(here, name=event.place_hint)
            found = [one for one in found if one.ref != where] + [here]
        named = tuple(one for one in found if one.name)
        return Facts(humans, here, named)

    async def meet(self, db: UnitOfWork, event: Inbound, facts: Facts) -> Context:
        """Writes what was learned and returns the context of the event."""
        organization = await db.people.organization()
        who = event.who
        workspace = await db.people.connect(who.platform, who.tenant, "")
        now = self._clock.now()
        await meet(db, facts.profiles, now)
        for place in facts.places:
            await db.people.remember_place(place)
        person = (await db.people.known([who])).get(who)
        if person is None:  # a bot, ourselves included: nobody to ask or to count
            stranger = Profile(who, event.name_hint or who.id, active=False)
            person = await db.people.meet(stranger)
        if facts.place and _notes(facts.place, person):
            await db.people.see_in(facts.place.ref, [person.id])
        if not isinstance(event, UNSEEN):
            await db.people.seen(who, now)
        t = self._words(person.language, person.zone).on(now)
        public = facts.place and not facts.place.direct
        aloud, room = t, None
        if facts.place and public:
            where = facts.place.ref
            aloud, room = await voice(db, self._words, organization, where, now)
        return Context(
            event=await _with_calls(db, event),
            organization=organization,
            workspace=workspace,
            person=person,
            place=facts.place,
            db=db,
            now=now,
            t=t,
            aloud=aloud,
            words=self._words,
            calendar=self._calendar,
            command=self._command,
            room=room,
            dialogue=event.where is not None and self._dialogue(event.where),
            can_at=self._can_at,
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


def _notes(place: Place, person: Person) -> bool:
    """Whether it is kept that they were there: where nobody tells who is, and of
    guests, who see only what is said where they are.
    """
    return not place.listed or (person.role is Role.GUEST and not place.direct)


def _people_in(event: Event) -> Iterable[UserRef]:
    yield event.who
    if isinstance(event, PlaceChanged):
        yield from event.came
    if isinstance(event, Commanded | Said):
        yield from event.mentions
    if isinstance(event, Commanded | Said | Shortcut | Replied):
        for match in ACCOUNT.finditer(event.text):
            yield UserRef(event.who.platform, event.who.tenant, match.group(1))


async def _with_calls(db: UnitOfWork, event: Inbound) -> Inbound:
    """The event with plain names of who was called as links."""
    if not isinstance(event, Commanded | Said) or not event.mentions:
        return event
    names = await db.people.names(event.mentions)
    return replace(event, text=tied(event.text, names))


def _places_in(event: Event) -> list[PlaceRef]:
    """The few places a command links to."""
    if not isinstance(event, Commanded | Said):
        return []
    ids = dict.fromkeys(match.group(1) for match in PLACE.finditer(event.text))
    who = event.who
    return [PlaceRef(who.platform, who.tenant, id) for id in list(ids)[:LINKED]]
