"""A team in a test: people say, press and fill; the test looks at what they see.

Everything is real but the chat and the clock: the dispatcher, the registry, the
courier, the jobs and the database are the ones the product runs on.

    async with a_team() as team:
        anna, bo = team.person("Anna Berger"), team.person("Bo Lin")
        await anna.says("task add Check prices @Bo tomorrow", "#general")
        card = anna.last("#general")
        await anna.presses("Done", card)
"""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, fields
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from bot.chats import Chats
from bot.crew import Besides, Crew, assemble
from bot.events import Commanded, Filled, HomeOpened, Inbound, Pressed, Said, Shortcut
from bot.messages import Button, Card, Form, Picker
from bot.model.files import FileLink, SentFile
from bot.model.people import Place, Profile
from bot.model.refs import Handle, MessageRef, PlaceRef, UserRef
from schedules.calendars import WorkCalendar
from storage.unit_of_work import SqlStore
from storage.work.job_runner import JobRunner
from tests.databases import Kind, fresh_store
from tests.fakes.chat import FakeChat, Seen
from tests.fakes.clock import FakeClock

MONDAY = datetime(2026, 3, 2, 7, 0, tzinfo=UTC)  # 08:00 in Berlin, 15:00 in Shanghai
PLATFORM, TENANT = "slack", "T1"
TENANTS = {PLATFORM: TENANT, "dingtalk": "D1"}


@dataclass
class Member:
    """One person of the team, in front of their chat."""

    team: "Team"
    ref: UserRef
    name: str

    @property
    def dm(self) -> PlaceRef:
        """Their conversation with the bot."""
        return PlaceRef(self.ref.platform, self.ref.tenant, f"D{self.ref.id}")

    async def says(
        self, text: str, where: str | None = None, files: tuple[SentFile, ...] = ()
    ) -> Seen | None:
        """Types a command in a channel, or words in their direct conversation.

        `@Name` and `#place` that match somebody or some place are linked, as in a chat;
        on DingTalk the text stays plain, and who was called is told beside it.
        Returns the newest message this person can see.
        """
        called: tuple[UserRef, ...] = ()
        if self.ref.platform == PLATFORM:
            text = self.team.link(text)
        else:
            called = self.team.called(text, self.ref.platform)
        place = self.team.places[where] if where else self.dm
        kind = Commanded if where else Said
        event = kind(
            **self._event(), where=place, text=text, mentions=called, files=files
        )
        await self.team.receive(event)
        return self.last()

    async def presses(
        self, label: str, on: Seen | None = None, value: str = ""
    ) -> Seen | None:
        """Presses a button, or picks `value` of a picker, by its label."""
        seen = on or self._with_button(label)
        control = _control(seen, label)
        picked = value if isinstance(control, Picker) else control.value
        event = Pressed(
            **self._event(),
            where=seen.ref.place,
            action=control.action,
            value=picked,
            card=seen.ref,
        )
        await self.team.receive(event)
        return self.last()

    async def fills(self, **values: str | tuple[str, ...] | None) -> Mapping[str, str]:
        """Sends the form that is open for them; the errors by field, empty when taken.

        Fields not named keep what the form was opened with.
        """
        errors = await self.sends(None, **values)
        await self.team.crew.pulse.settle()
        return errors

    async def fills_all(
        self, **values: str | tuple[str, ...] | None
    ) -> Mapping[str, str]:
        """Sends the open form and every one that follows it, each with its own of these
        values; the errors of the first that is refused.
        """
        while True:
            form = self.form
            here = {field.name for field in form.fields}
            mine = {name: value for name, value in values.items() if name in here}
            if wrong := await self.fills(**mine):
                return wrong
            if self.form is form:
                return {}

    async def sends(
        self, within: float | None, **values: str | tuple[str, ...] | None
    ) -> Mapping[str, str]:
        """Sends the open form over a platform that waits so many seconds."""
        form = self.form
        everything = {f.name: _initial(f) for f in form.fields} | values
        event = Filled(
            **self._event(),
            where=self.team.opened_in.get(self._token),
            form=form.name,
            values=everything,
            state=form.state,
            reopen=str(form.opener),
        )
        taken = await self.team.crew.dispatcher.submit(event, within=within, stays=True)
        if taken.then:
            self.team.chat.forms[self._token] = taken.then
        return taken.wrong

    async def uses(
        self,
        name: str,
        text: str = "",
        where: str = "#general",
        files: tuple[FileLink, ...] = (),
    ) -> Seen | None:
        """Uses a shortcut, on a message if `text` is what it said."""
        place = self.team.places[where]
        event = Shortcut(
            **self._event(),
            where=place if text else None,
            name=name,
            text=text,
            author=self.ref if text else None,
            message=MessageRef(place, "1.0") if text else None,
            permalink="https://acme.slack.com/archives/C1/p10" if text else "",
            files=files,
        )
        await self.team.receive(event)
        return self.last()

    async def opens_home(self) -> Card:
        """Looks at the home tab."""
        await self.team.receive(HomeOpened(**self._event()))
        return self.team.chat.homes[self.ref]

    async def presses_home(self, label: str) -> Card:
        """Presses a button of the home tab."""
        home = Seen(MessageRef(self.dm, "home"), self.team.chat.homes[self.ref])
        control = _control(home, label)
        await self.team.receive(
            Pressed(
                **self._event(),
                action=control.action,
                value=getattr(control, "value", ""),
            )
        )
        return self.team.chat.homes[self.ref]

    @property
    def form(self) -> Form:
        """The form that is open for them: the newest."""
        return self.team.chat.forms[self._token]

    @property
    def _token(self) -> str:
        mine = [t for t in self.team.chat.forms if t.startswith(f"{self.ref.id}:")]
        assert mine, f"no form is open for {self.name}"
        return mine[-1]

    def sees(self, where: str | None = None) -> list[Seen]:
        """Every message they can see, oldest first: in one place, or everywhere."""
        place = self.team.places[where] if where else None
        return [
            seen
            for seen in self.team.chat.messages
            if seen.ref.place.platform == self.ref.platform
            and seen.only in (None, self.ref)
            and (place is None or seen.ref.place.unthreaded() == place)
            and (
                not seen.ref.place.id.startswith("D") or seen.ref.place.id == self.dm.id
            )
        ]

    def last(self, where: str | None = None) -> Seen | None:
        """The newest message they can see."""
        seen = self.sees(where)
        return seen[-1] if seen else None

    @property
    def inbox(self) -> list[Seen]:
        """What is in their direct conversation with the bot."""
        return [s for s in self.sees() if s.ref.place.unthreaded() == self.dm]

    def _with_button(self, label: str) -> Seen:
        for seen in reversed(self.sees()):
            if any(c.label == label for c in seen.controls):
                return seen
        raise AssertionError(f"{self.name} sees no button {label!r}")

    def _event(self) -> dict[str, Any]:
        number = next(self.team.counter)
        return {
            "id": f"Ev{number}",
            "at": self.team.clock.now(),
            "who": self.ref,
            "handle": Handle(self.ref.platform, f"{self.ref.id}:{number}"),
            "name_hint": self.name,
        }


def _control(seen: Seen, label: str) -> Button | Picker:
    for control in seen.controls:
        if control.label == label:
            return control
    labels = [control.label for control in seen.controls]
    raise AssertionError(f"no button {label!r} among {labels}")


def _initial(field: object) -> str | tuple[str, ...] | None:
    if hasattr(field, "values"):
        values = tuple(field.values)
        return (
            values if getattr(field, "many", True) else (values[0] if values else None)
        )
    value = getattr(field, "value", None)
    if value is None or value == "":
        return None
    return value.strftime("%H:%M") if hasattr(value, "hour") else str(value)


@dataclass
class Team:
    """The company of one test."""

    crew: Crew
    store: SqlStore
    chat: FakeChat
    clock: FakeClock
    people: dict[str, Member] = field(default_factory=dict)
    places: dict[str, PlaceRef] = field(default_factory=dict)
    opened_in: dict[str, PlaceRef | None] = field(default_factory=dict)
    counter: "count[int]" = field(default_factory=lambda: count(1))

    def person(
        self,
        name: str,
        *,
        zone: str = "Europe/Berlin",
        language: str = "en",
        admin: bool = False,
        guest: bool = False,
        platform: str = PLATFORM,
        email: str | None = None,
        staff_id: str = "",
    ) -> Member:
        """A person with an account, known to the directory: on Slack with an address.

        Somebody on another platform may have the same name.
        """
        number = len(self.people) + 1
        ref = UserRef(platform, TENANTS[platform], f"U{number}")
        handle = name.split()[0].lower() if platform == PLATFORM else ""
        if platform == PLATFORM:
            email = email or f"{handle}@tea.example"
        self.chat.profiles[ref] = Profile(
            ref, name, handle, email, zone, language, admin, guest, staff_id=staff_id
        )
        key = name if name not in self.people else f"{name} ({platform})"
        self.people[key] = Member(self, ref, name)
        return self.people[key]

    def place(
        self,
        name: str,
        *,
        private: bool = False,
        of: tuple[Member, ...] = (),
        platform: str = PLATFORM,
    ) -> PlaceRef:
        """A channel or group; with `of`, only these people are in it."""
        ref = PlaceRef(platform, TENANTS[platform], f"C{len(self.places) + 1}")
        self.places[name] = ref
        self.chat.places[ref] = Place(ref, name.lstrip("#"), private=private)
        if of:
            self.chat.in_place[ref] = [member.ref for member in of]
        return ref

    def link(self, text: str) -> str:
        """The text with `@Name` and `#place` linked, as a chat's own menu does."""
        for name, member in self.people.items():
            if member.ref.platform != PLATFORM:
                continue
            for typed in (name, name.split()[0]):
                text = text.replace(f"@{typed}", f"<@{member.ref.id}|{typed}>")
        for name, place in self.places.items():
            text = text.replace(name, f"<#{place.id}|{name.lstrip('#')}>")
        return text

    def called(self, text: str, platform: str) -> tuple[UserRef, ...]:
        """Who of a platform stands in the text, as its menu would tell."""
        return tuple(
            member.ref
            for member in self.people.values()
            if member.ref.platform == platform and f"@{member.name}" in text
        )

    async def receive(self, event: Inbound) -> None:
        """Brings an event to the bot and waits until everything it causes has
        happened.
        """
        if event.handle:
            self.opened_in[event.handle.token] = event.where
        await self.crew.dispatcher.accept(event)
        await self.crew.pulse.settle()

    async def know_everyone(self) -> None:
        """Lets the bot meet everybody, as it does at its start."""
        async with self.store() as db:
            await db.people.connect(PLATFORM, TENANT, "Tea")
            for profile in self.chat.profiles.values():
                await db.people.meet(profile)
            for place in self.chat.places.values():
                await db.people.remember_place(place)
            await db.commit()

    async def waits(self, **time: float) -> None:
        """Lets time pass: `hours=3`, `days=1`. Everything due happens at its own
        instant.
        """
        await self.until(self.clock.now() + timedelta(**time))

    async def until(self, moment: datetime) -> None:
        """Lets time pass up to an instant."""
        await self.crew.pulse.settle()
        while (due := await self.crew.pulse.next_due()) and due <= moment:
            self.clock.set(max(due, self.clock.now()))
            await self.crew.pulse.settle()
        self.clock.set(moment)
        await self.crew.pulse.settle()


@asynccontextmanager
async def a_team(
    kind: Kind = "sqlite",
    *,
    now: datetime = MONDAY,
    store: SqlStore | None = None,
    clock: FakeClock | None = None,
    **parts: Any,
) -> AsyncIterator[Team]:
    """A team with #general and #singles-day, in Germany, on a Monday morning.

    `parts` are given to `bot.crew.assemble`: `flow`, `public_url`, `leaves` …
    """
    if store is None:
        async with (
            fresh_store(kind) as fresh,
            a_team(now=now, store=fresh, clock=clock, **parts) as team,
        ):
            yield team
        return
    chat, clock = FakeChat(), clock or FakeClock(now)
    extra = {each.name for each in fields(Besides)} & parts.keys()
    besides = Besides(**({"files": chat} | {name: parts.pop(name) for name in extra}))
    chats = Chats(dict.fromkeys(TENANTS, chat), besides.letters)
    crew = assemble(
        store=store,
        clock=clock,
        chat=chats if besides.letters else chat,
        besides=besides,
        directory=chat,
        calendar=WorkCalendar(),
        run_jobs=lambda handlers: JobRunner(store, handlers, clock),
        **parts,
    )
    team = Team(crew, store, chat, clock)
    team.place("#general")
    team.place("#singles-day")
    yield team
    await crew.dispatcher.idle()
