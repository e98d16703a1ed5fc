"""Everything a handler may touch while it answers one event."""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from rapidfuzz import process

from bot.arguments import ACCOUNT, NAME, PLACE, Who, as_read, fold, parts
from bot.cards import examples, meant
from bot.errors import NotFound, Unclear
from bot.events import Commanded, Event, FieldValue, Said
from bot.messages import Mention
from bot.model.department import find_department
from bot.model.files import Fetched
from bot.model.known import Known
from bot.model.people import Organization, Person, Place, Workspace
from bot.model.refs import PlaceRef, UserRef
from bot.model.romanized import spellings
from bot.model.room import Room
from bot.ports import Abilities, Calendar, Translate, UnitOfWork
from bot.reading.lessons import Lessons
from bot.sight import seen_by

CHOSEN = re.compile(r"person:(\d{1,18})")  # who was chosen among several
IN_DEPARTMENT = re.compile(r"(.+?)\((.+)\)")
ME = frozenset({"me", "my", "mine", "myself", "i", "我", "我的", "自己"})


class Unfetched(Exception):
    """A file that somebody sent is needed: it is fetched, and the event taken again."""


@dataclass(frozen=True, slots=True)
class Context:
    """One event, who caused it, and the unit of work it happens in.

    The dispatcher opened `db` and commits it after the handler returns; a handler that
    raises has changed nothing. `t` speaks the person's language, `aloud` that of the
    place where this happens, for what everybody there reads. `known` are the people and
    places in the event, as they were before it. `dialogue` says that a
    form can only be a dialogue here, `can_at` what a place can show. `installs` is the
    address where workspaces install us, if they can. `lessons` are what the company
    taught. `fetched` are the files that came along, where one was needed before. No
    network from here.
    """

    event: Event
    organization: Organization
    workspace: Workspace
    person: Person
    place: Place | None
    db: UnitOfWork
    now: datetime
    t: Translate
    words: Callable[[str, str], Translate]
    calendar: Calendar
    command: str
    aloud: Translate
    known: Known = field(default_factory=Known)
    room: Room | None = None
    dialogue: bool = False
    can_at: Callable[[PlaceRef], Abilities] = lambda _: Abilities()
    installs: str = ""
    pages: str = ""
    lessons: Lessons = field(default_factory=Lessons)
    fetched: tuple[Fetched, ...] | None = None

    @property
    def sent(self) -> Fetched | None:
        """The file that came with their words, the first of them; None where none did.

        Raises Unfetched where its platform was not asked for it.
        """
        if not isinstance(self.event, Commanded | Said) or not self.event.files:
            return None
        if self.fetched is None:
            raise Unfetched
        return self.fetched[0]

    @property
    def here(self) -> tuple[PlaceRef, ...]:
        """Every place of the room where this happens; none in a direct conversation."""
        if self.place is None or self.place.direct:
            return ()
        return self.room.places if self.room else (self.place.ref.unthreaded(),)

    @property
    def local(self) -> datetime:
        """The present on the person's own clock."""
        return self.person.local(self.now)

    @property
    def today(self) -> date:
        """The person's own calendar day."""
        return self.local.date()

    def typed(self, words: str, *, among: bool = False) -> str:
        """A command as the person types it: alone with us, or `among` others."""
        platform = self.workspace.platform
        return examples.typed(self.t, platform, self.command, words, among=among)

    def typed_here(self, words: str) -> str:
        """A command as everybody types it where this happens."""
        return self.typed(words, among=bool(self.here))

    def user(self, id: str) -> UserRef:
        """An account of the workspace this event came from."""
        return UserRef(self.workspace.platform, self.workspace.tenant, id)

    def place_ref(self, id: str) -> PlaceRef:
        """A place of the workspace this event came from."""
        return PlaceRef(self.workspace.platform, self.workspace.tenant, id)

    async def mention(self, person: Person) -> Mention | str:
        """The person, called by name: a real mention where they have an account
        here.
        """
        for account in await self.db.people.accounts(person.id):
            if account.workspace_id == self.workspace.id:
                return Mention(account.ref, person.name)
        return person.name

    async def readable(self, text: str) -> str:
        """The text with every linked person and place by name, as it is read."""
        linked = {self.user(match.group(1)) for match in ACCOUNT.finditer(text)}
        known = await self._accounts(linked)

        def name(match: re.Match[str]) -> str:
            person = known.get(self.user(match.group(1)))
            return f"@{person.name}" if person else match.group(0)

        return as_read(ACCOUNT.sub(name, text))

    def as_typed(self, text: str) -> str:
        """What they typed, as their chat showed it: people and places by name. A place
        we are not let into has no name that we know.
        """

        def person(match: re.Match[str]) -> str:
            met = self.known.people.get(self.user(match[1]))
            return f"@{met.name}" if met and not match[2] else match[0]

        def place(match: re.Match[str]) -> str:
            met = self.known.places.get(self.place_ref(match[1]))
            called = match[2] or (met.name if met and not met.private else "")
            return f"#{called}" if called else self.t("place-unnamed")

        return as_read(PLACE.sub(place, ACCOUNT.sub(person, text)))

    async def apart(self, text: str) -> str:
        """The text with every name behind an @ in one piece: "@Ann Lee" is "@AnnLee",
        and @王芳周五 is @王芳 and 周五.
        """
        if not NAME.search(ACCOUNT.sub("", text)):
            return text
        everyone = await self.db.people.everyone()
        names = {name for person in everyone for name in (person.name, *person.also)}
        names |= {way for name in names for way in spellings(name)}
        longest = sorted((name for name in names if name), key=len, reverse=True)
        known = re.compile(
            f"([@＠])({'|'.join(re.escape(name) for name in longest)})"
            r"(?![A-Za-z0-9_])",
            re.IGNORECASE,
        )
        return known.sub(lambda found: f"@{''.join(found[2].split())} ", text)

    async def find_person(self, who: Who, but: int | None = None) -> Person:
        """The person meant, and not `but`. Raises NotFound with the closest names."""
        if chosen := CHOSEN.fullmatch(who.id or ""):
            for person in (await self.db.people.some((int(chosen[1]),))).values():
                if person.active:
                    return person
                raise NotFound("person-left", name=person.name)
        if who.id is not None:
            ref = self.user(who.id)
            known = await self._accounts({ref})
            if ref in known and not known[ref].active:
                raise NotFound("person-left", name=known[ref].name)
            if ref in known:
                return known[ref]
            raise NotFound("person-unknown", name=who.name)
        return await self._by_name(who.name, but)

    async def find_people(self, whos: tuple[Who, ...]) -> tuple[Person, ...]:
        """The people meant, each once, in the order typed."""
        found = [await self.find_person(who) for who in whos]
        return tuple({person.id: person for person in found}.values())

    async def filled_person(self, value: str) -> Person:
        """The person a form's field holds: by the account, or by a typed name."""
        match = ACCOUNT.fullmatch(value.strip())
        account = match.group(1) if match else value.strip()
        if CHOSEN.fullmatch(account):
            return await self.find_person(Who(account, account))
        if await self.db.people.known([self.user(account)]):
            return await self.find_person(Who(account, account))
        return await self._by_name(value.strip().lstrip("@＠").strip())

    async def filled_people(self, value: FieldValue) -> tuple[Person, ...]:
        """The people a form's field holds, each once; typed names may be a list."""
        values = (value,) if isinstance(value, str) else value or ()
        found: dict[int, Person] = {}
        for typed in values:
            whole = await self.db.people.known([self.user(typed.strip())])
            for part in (typed,) if whole else parts(typed):
                person = await self.filled_person(part)
                found.setdefault(person.id, person)
        return tuple(found.values())

    async def _accounts(self, refs: Collection[UserRef]) -> Mapping[UserRef, Person]:
        """The people behind these accounts: most of them are in the event."""
        here = self.known.people
        missing = [ref for ref in refs if ref not in here]
        if missing:
            here = {**here, **await self.db.people.known(missing)}
        return {ref: here[ref] for ref in refs if ref in here}

    async def _by_name(self, name: str, but: int | None = None) -> Person:
        if fold(name) in ME and self.person.id != but:
            return self.person
        everyone = [
            person for person in await self.db.people.everyone() if person.id != but
        ]
        for matches in (
            _same,
            _first_name,
            _with_department,
            _spelled,
            _spelled_in_part,
        ):
            found = [person for person in everyone if matches(person, fold(name))]
            if len(found) > 1:
                found = await self._called(found)
            if len(found) == 1:
                return found[0]
            if found := await self._shown(found):
                raise self._unclear("person-ambiguous", name, found)
        if called := await self._nicknamed():
            raise self._unclear("person-nickname", name, called)
        known = [person.name for person in await self._shown(everyone)]
        close = process.extract(name, known, limit=3, score_cutoff=70)
        if not close:
            raise NotFound("person-unknown", name=name)
        meant = self.t.items(tuple(found[0] for found in close))
        raise NotFound("person-unknown-close", name=name, close=meant)

    async def _shown(self, people: list[Person]) -> list[Person]:
        """Those of them whose names may be told here: who they are is known to most."""
        seen = {person.id for person in await seen_by(self.db, self.person)}
        return [person for person in people if person.id in seen]

    def _unclear(self, key: str, name: str, people: list[Person]) -> Unclear:
        close = self.t.items(meant.labels(self.t, people))
        ids = tuple(person.id for person in people)
        glued = "".join(name.split())  # a name behind an @ comes in one piece
        same = (p.name for p in people if fold("".join(p.name.split())) == fold(glued))
        return Unclear(key, name=next(same, name), people=ids, close=close)

    async def _nicknamed(self) -> list[Person]:
        """Who was called, where the platform does not say by which of the names."""
        if not isinstance(self.event, Commanded | Said) or not self.event.mentions:
            return []
        linked = {match.group(1) for match in ACCOUNT.finditer(self.event.text)}
        left = [ref for ref in self.event.mentions if ref.id not in linked]
        known = await self._accounts(left)
        return list({person.id: person for person in known.values()}.values())

    async def _called(self, found: list[Person]) -> list[Person]:
        """Those of them whom the platform says were called, if it says any."""
        if not isinstance(self.event, Commanded | Said) or not self.event.mentions:
            return found
        known = await self._accounts(self.event.mentions)
        called = {person.id for person in known.values()}
        return [person for person in found if person.id in called] or found


def _same(person: Person, name: str) -> bool:
    return name in {
        form
        for called in map(fold, (person.name, *person.also))
        for form in (called, called.replace(" ", ""))
    }


def _first_name(person: Person, name: str) -> bool:
    return any(name in fold(called).split() for called in (person.name, *person.also))


def _spelled(person: Person, name: str) -> bool:
    """ "Li Wei", "LiWei" or "wei li" for 李伟."""
    return name in {
        form for way in _ways(person) for form in (way, way.replace(" ", ""))
    }


def _spelled_in_part(person: Person, name: str) -> bool:
    return any(name in way.split() for way in _ways(person))


def _ways(person: Person) -> frozenset[str]:
    return frozenset().union(*map(spellings, (person.name, *person.also)))


def _with_department(person: Person, name: str) -> bool:
    """ "李伟(仓库)", as those of the same name are told apart."""
    found = IN_DEPARTMENT.fullmatch(name)
    if found is None or not _same(person, found[1].strip()):
        return False
    meant = find_department(found[2]) or found[2]
    return meant in {fold(each) for each in person.departments}


# A name in its own letters is taken before one that only sounds so.
TIERS = (_same, _first_name, _with_department, _spelled, _spelled_in_part)
