"""Who and where: turns the ids of an event into people and places.

Most events are of people and places we know: `meet` finds them inside the event's own
transaction. Of strangers the platform is asked first, and outside of any transaction
(`look_up`); what it said is written by `meet` then.
"""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.arguments import ACCOUNT, PLACE
from bot.calls import tied
from bot.context import Context
from bot.errors import ChatError, Rejected, StoreAway
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
    Reacted,
    Removed,
    Replied,
    Said,
    Shortcut,
)
from bot.model.files import READ_LIMIT, TOO_LARGE, Fetched, SentFile
from bot.model.known import Known
from bot.model.people import Organization, Person, Place, Profile, Role, Workspace
from bot.model.refs import PlaceRef, UserRef
from bot.model.room import Room
from bot.ports import (
    Abilities,
    Calendar,
    Clock,
    Directory,
    Store,
    Translate,
    UnitOfWork,
)
from bot.ports.files import Files
from bot.reading.lessons import Lessons
from bot.rituals.meeting import meet
from bot.rituals.room import spoken, voice

UNSEEN = ProfileChanged | Joined | Left | PlaceChanged | LeaveChanged | Removed
LINKED = 5  # linked places that are looked up; nobody means more
SEEN_AGAIN = timedelta(hours=1)  # so often it is written down that somebody was there
PATIENCE = 5.0  # seconds a platform gets to tell who somebody is
FETCHING = 15.0  # seconds it gets to give a file


@dataclass(frozen=True, slots=True)
class Facts:
    """Where it happened, and what the platform said of who and what was new to us.

    `carries_on`: these are words from before, with an open question answered. `fetched`
    are the files that came along, if one was needed.
    """

    profiles: tuple[Profile, ...] = ()
    place: Place | None = None
    places: tuple[Place, ...] = ()
    carries_on: bool = False
    fetched: tuple[Fetched, ...] | None = None


class Strangers(Exception):
    """Somebody or something in an event is new to us."""


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
        installs: str = "",
        pages: str = "",
        lessons: Lessons | None = None,
        files: Files | None = None,
    ) -> None:
        self._store = store
        self._clock = clock
        self._directory = directory
        self._calendar = calendar
        self._words = words
        self._command = command
        self._dialogue = dialogue
        self._can_at = can_at
        self._installs = installs
        self._pages = pages
        self._lessons = lessons or Lessons()
        self._files = files
        self._met: dict[UserRef, tuple[str, str]] = {}

    async def look_up(self, event: Inbound) -> Facts:
        """Asks the platform about everybody in the event whom we do not know."""
        if isinstance(event, ProfileChanged):
            return Facts((event.profile,))
        where = event.where.unthreaded() if event.where else None
        async with self._store.reading() as db:
            known = await _recall(db, event)
        if isinstance(event, Filled):
            return _recalled(event, known)
        place = known.places.get(where) if where else None
        linked = [ref for ref in _places_in(event) if ref not in known.places]
        strangers = _strangers(event, known)
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

    async def fetch(self, event: Inbound, facts: Facts | None) -> Facts:
        """The facts, and the first of the files that came along."""
        files = event.files if isinstance(event, Commanded | Said) else ()
        fetched = [await self._fetched(event.who, file) for file in files[:1]]
        known = facts or await self.look_up(event)
        return replace(known, fetched=tuple(fetched))

    async def _fetched(self, who: UserRef, file: SentFile) -> Fetched:
        if file.size > READ_LIMIT:
            return Fetched(file, failed=TOO_LARGE)
        if self._files is None:
            return Fetched(file, failed="no_files")
        try:
            async with asyncio.timeout(FETCHING):
                content = await self._files.fetched(who, file, READ_LIMIT)
        except (ChatError, TimeoutError) as failed:
            return Fetched(file, failed=getattr(failed, "code", "") or "timeout")
        return Fetched(file, content)

    async def meet(
        self, db: UnitOfWork, event: Inbound, facts: Facts | None = None
    ) -> Context:
        """Writes what was learned and returns the context of the event.

        Raises Strangers where the platform was not asked, and must be.
        """
        now = self._clock.now()
        known = await _recall(db, event)
        facts = facts or _recalled(event, known)
        if facts.profiles or facts.places:
            known = await _learned(db, event, facts, now)
        person, organization, workspace = await _home(db, event, known)
        await _note(db, facts.place, person)
        if not isinstance(event, UNSEEN):
            await _seen(db, event.who, known, now)
        t = self._met_as(event.who, person).on(now)
        aloud, room = await self._voice(db, organization, known, facts.place, t)
        return Context(
            event=_with_calls(event, known),
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
            known=known,
            room=room,
            dialogue=event.where is not None and self._dialogue(event.where),
            can_at=self._can_at,
            installs=self._installs,
            pages=self._pages,
            lessons=self._lessons,
            fetched=facts.fetched,
        )

    async def _voice(
        self,
        db: UnitOfWork,
        organization: Organization,
        known: Known,
        at: Place | None,
        alone: Translate,
    ) -> tuple[Translate, Room | None]:
        """The words for everybody in a place, and its room if it has one; those of one
        person, where they are `alone` with us.
        """
        if at is None or at.direct:
            return alone, None
        where, now = at.ref, self._clock.now()
        place = known.places.get(where.unthreaded())
        if place is None or where.unthreaded() in known.tied:
            return await voice(db, self._words, organization, where, now)
        return spoken(self._words, organization, place, (), now), None

    async def words(self, who: UserRef) -> Translate:
        """The catalogue in the language of an account; the organization's for a
        stranger. While the database is away, the one they were met in.
        """
        try:
            return await self._words_of(who)
        except StoreAway:
            return self.words_at_hand(who)

    def words_at_hand(self, who: UserRef) -> Translate:
        """The same without asking anybody: the language they were met in."""
        language, zone = self._met.get(who, ("en", "UTC"))
        return self._words(language, zone).on(self._clock.now())

    def _met_as(self, who: UserRef, person: Person) -> Translate:
        """The person's catalogue, remembered for when nobody can be looked up."""
        self._met[who] = person.language, person.zone
        return self._words(person.language, person.zone)

    async def _words_of(self, who: UserRef) -> Translate:
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


async def _learned(
    db: UnitOfWork, event: Inbound, facts: Facts, now: datetime
) -> Known:
    """Keeps what the platform said; what is known then."""
    await meet(db, facts.profiles, now)
    for place in facts.places:
        await db.people.remember_place(place)
    return await _recall(db, event)


async def _note(db: UnitOfWork, place: Place | None, person: Person) -> None:
    """Keeps that they were there, where that is kept."""
    if place and _notes(place, person):
        await db.people.see_in(place.ref, [person.id])


def _notes(place: Place, person: Person) -> bool:
    """Whether it is kept that they were there: where nobody tells who is, and of
    guests, who see only what is said where they are.
    """
    return not place.listed or (person.role is Role.GUEST and not place.direct)


def _people_in(event: Event) -> Iterable[UserRef]:
    yield event.who
    if isinstance(event, PlaceChanged):
        yield from event.came
    if isinstance(event, Reacted):
        yield event.author
    if isinstance(event, Commanded | Said):
        yield from event.mentions
    if isinstance(event, Commanded | Said | Shortcut | Replied):
        for match in ACCOUNT.finditer(event.text):
            yield UserRef(event.who.platform, event.who.tenant, match.group(1))


async def _recall(db: UnitOfWork, event: Inbound) -> Known:
    where = [event.where] if event.where else []
    people = tuple(_people_in(event))
    return await db.people.recall(event.who, people, [*where, *_places_in(event)])


def _recalled(event: Inbound, known: Known) -> Facts:
    """The facts, where nobody needs to be asked. Raises Strangers."""
    if isinstance(event, ProfileChanged):
        return Facts((event.profile,))
    where = event.where.unthreaded() if event.where else None
    place = known.places.get(where) if where else None
    unknown = Place(where, "", private=True) if where and place is None else None
    if isinstance(event, Filled):  # who waits at a form cannot wait for a platform
        return Facts((), place or unknown)
    if _strangers(event, known):
        raise Strangers
    if unknown and event.direct:
        place = replace(unknown, direct=True)
        return Facts((), place, (place,))
    if unknown and not isinstance(event, PlaceChanged):
        raise Strangers
    if any(ref not in known.places for ref in _places_in(event)):
        raise Strangers
    if place and event.place_hint not in ("", place.name):
        place = replace(place, name=event.place_hint)
        return Facts((), place, (place,))
    return Facts((), place)


def _strangers(event: Inbound, known: Known) -> list[UserRef]:
    people = dict.fromkeys(_people_in(event))
    return [ref for ref in people if ref not in known.people and not ref.is_company]


async def _home(
    db: UnitOfWork, event: Inbound, known: Known
) -> tuple[Person, Organization, Workspace]:
    """Who it was, and where they belong."""
    who = event.who
    if known.home:
        return known.people[who], known.home.organization, known.home.workspace
    # A bot, ourselves included: nobody to ask or to count.
    workspace = await db.people.connect(who.platform, who.tenant, "")
    stranger = Profile(who, event.name_hint or who.id, active=False)
    return (
        await db.people.meet(stranger),
        await db.people.organization(),
        workspace,
    )


async def _seen(db: UnitOfWork, who: UserRef, known: Known, now: datetime) -> None:
    """Keeps that somebody was there, to the hour."""
    last = known.home.seen if known.home else None
    if last is None or last < now - SEEN_AGAIN:
        await db.people.seen(who, now)


def _with_calls(event: Inbound, known: Known) -> Inbound:
    """The event with plain names of who was called as links."""
    if not isinstance(event, Commanded | Said) or not event.mentions:
        return event
    names = {ref: known.names[ref] for ref in event.mentions if ref in known.names}
    return replace(event, text=tied(event.text, names))


def _places_in(event: Event) -> list[PlaceRef]:
    """The few places a command links to."""
    if not isinstance(event, Commanded | Said):
        return []
    ids = dict.fromkeys(match.group(1) for match in PLACE.finditer(event.text))
    who = event.who
    return [PlaceRef(who.platform, who.tenant, id) for id in list(ids)[:LINKED]]
