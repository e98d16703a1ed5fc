"""Who and where: turns the ids of an event into people and places.

Most events are of people and places we know: `meet` finds them inside the event's own
transaction. Of strangers the platform is asked first, and outside of any transaction
(`look_up`); what it said is written by `meet` then.
"""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

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
    Removed,
    Said,
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
from bot.recall import (
    Facts,
    learned,
    places_in,
    recall,
    recalled,
    strangers,
    with_calls,
)
from bot.rituals.room import spoken, voice

UNSEEN = ProfileChanged | Joined | Left | PlaceChanged | LeaveChanged | Removed
SEEN_AGAIN = timedelta(hours=1)  # so often it is written down that somebody was there
PATIENCE = 5.0  # seconds a platform gets to tell who somebody is
FETCHING = 15.0  # seconds it gets to give a file


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
            known = await recall(db, event)
        if isinstance(event, Filled):
            return recalled(event, known)
        place = known.places.get(where) if where else None
        linked = [ref for ref in places_in(event) if ref not in known.places]
        new = strangers(event, known)
        asked = await asyncio.gather(*(self._ask(ref, event) for ref in new))
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
        known = await recall(db, event)
        facts = facts or recalled(event, known)
        if facts.profiles or facts.places:
            known = await learned(db, event, facts, now)
        person, organization, workspace = await _home(db, event, known)
        await _note(db, facts.place, person)
        if not isinstance(event, UNSEEN):
            await _seen(db, event.who, known, now)
        t = self._met_as(event.who, person).on(now)
        aloud, room = await self._voice(db, organization, known, facts.place, t)
        return Context(
            event=with_calls(event, known),
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


async def _note(db: UnitOfWork, place: Place | None, person: Person) -> None:
    """Keeps that they were there, where that is kept."""
    if place and _notes(place, person):
        await db.people.see_in(place.ref, [person.id])


def _notes(place: Place, person: Person) -> bool:
    """Whether it is kept that they were there: where nobody tells who is, and of
    guests, who see only what is said where they are.
    """
    return not place.listed or (person.role is Role.GUEST and not place.direct)


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
