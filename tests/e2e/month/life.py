"""The company lives the month through the product's doors: typed lines, pressed
buttons, filled forms; and the power goes off now and then.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, time
from functools import partial
from random import Random

from bot.crew import assemble
from bot.messages import Button, Picker
from bot.ports import Abilities
from bot.rituals.directory import meet_everyone
from schedules.calendars import WorkCalendar
from storage.work.job_runner import JobRunner
from tests.driver import TENANTS, Member, Team
from tests.e2e.month.expected import Act
from tests.e2e.month.oracle import Day, Meeting, Turn
from tests.e2e.month.people import NINE_TO_SIX, Worker, instant
from tests.e2e.month.script import Script
from tests.e2e.month.troubles import Trouble
from tests.fakes.chat import Seen
from tests.fakes.clock import FakeClock

Deed = Callable[[], Awaitable[object]]


class PowerCut(BaseException):
    """The machine stops in the middle of something."""


class Written(list[Seen]):
    """The messages of a chat, with when each was written. With `fuse` at nought the
    power goes off just after one was: its receipt is lost.
    """

    def __init__(self, clock: FakeClock) -> None:
        super().__init__()
        self._clock = clock
        self.stamps: list[datetime] = []
        self.by_key: dict[str, int] = {}
        self.fuse = -1

    def append(self, seen: Seen) -> None:
        """Keeps one."""
        super().append(seen)
        self.by_key[seen.key] = len(self) - 1
        self.stamps.append(self._clock.now())
        self.fuse -= 1
        if self.fuse == 0:
            raise PowerCut


@dataclass
class Life:
    """The month as it happens. `at` are the instants at which somebody did something,
    `lost` is what they could not do.
    """

    team: Team
    script: Script
    cuts: int = 0
    deeds: list[tuple[datetime, Deed]] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    at: set[datetime] = field(default_factory=set)
    ids: dict[str, int] = field(default_factory=dict)
    meetings: dict[str, int] = field(default_factory=dict)
    fell: list[datetime] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Nothing is written yet."""
        self.written = Written(self.team.clock)
        self.team.chat.messages = self.written
        self.team.chat.abilities["dingtalk"] = Abilities(threads=False, edits=False)

    def plan(self, at: datetime, deed: Deed) -> None:
        """Something will be done then."""
        self.deeds.append((at, deed))

    def member(self, name: str) -> Member:
        """Somebody, in front of their chat."""
        return self.team.people[name]

    # --- before it begins --------------------------------------------------------

    async def begin(self) -> None:
        """Everybody comes, says how they work, and the stand-ups are ordered."""
        async with self.team.store() as db:
            await db.people.connect("dingtalk", TENANTS["dingtalk"], "Tea")
            await db.commit()
        for who in self.script.people.values():
            if who.joins is None:
                self._comes(who)
        self.team.place("#ding", platform="dingtalk")
        await self.team.know_everyone()
        for who in self.script.people.values():
            if who.joins is None:
                await self._settings(who)
        for meeting in self.script.meetings:
            await self._order(meeting)
        await self.number()
        self._plan_careers()
        self._plan_absences()
        self._plan_troubles()

    def _comes(self, who: Worker) -> None:
        self.team.person(
            who.name,
            zone=who.zone,
            language=who.language,
            platform=who.platform,
            admin=who.name == "Anna",
        )

    async def _settings(self, who: Worker) -> None:
        if (who.start, who.end, who.days, who.style) == NINE_TO_SIX:
            return
        await self.member(who.name).says("settings")
        wrong = await self.member(who.name).fills(
            start=f"{who.start:%H:%M}",
            end=f"{who.end:%H:%M}",
            days=tuple(str(day) for day in sorted(who.days)),
            reminders=who.style,
        )
        assert wrong == {}, (who.name, wrong)

    async def _order(self, meeting: Meeting) -> None:
        words = f"standup new {meeting.name} {meeting.typed}"
        if meeting.people and not meeting.department:
            words += " for " + " ".join(f"@{name}" for name in sorted(meeting.people))
        if meeting.optional:
            words += " optional "
            words += " ".join(f"@{name}" for name in sorted(meeting.optional))
        if meeting.observers:
            words += " observers "
            words += " ".join(f"@{name}" for name in sorted(meeting.observers))
        told = await self.member(meeting.owner).says(words, meeting.channel)
        assert told is not None
        assert f"{meeting.name} is set up" in told.text, told.text

    async def number(self) -> None:
        """By which numbers everybody and everything is known."""
        async with self.team.store.reading() as db:
            refs = [member.ref for member in self.team.people.values()]
            known = await db.people.known(refs)
            for name, member in self.team.people.items():
                if member.ref in known:
                    self.ids[name] = known[member.ref].id
            for each in await db.standups.all():  # by their first names
                if each.id not in self.meetings.values():
                    self.meetings[each.name] = each.id

    def _plan_careers(self) -> None:
        for who in self.script.people.values():
            if who.joins:
                self.plan(who.joins, partial(self._join, who))
            if who.leaves:
                self.plan(who.leaves, partial(self._leave, who))
            if who.out:
                self.plan(who.out, partial(self._goes_out, who))
            if who.then:
                at = instant(who.moved, time(10), who.then)
                words = f"settings zone {who.then}"
                self.plan(at, partial(self._say, who, words))
        for meeting in self.script.meetings:
            if meeting.paused:
                at, until = meeting.paused
                words = f"standup pause {meeting.name} until {until}"
                owner = self.script.people[meeting.owner]
                self.plan(at, partial(self._say, owner, words))
            for turn in meeting.turns:
                self.plan(turn.at, partial(self._turn, meeting, turn))

    def _plan_absences(self) -> None:
        rest = self.script.holiday
        for who in self.script.people.values():
            for away in who.away:
                if (away.first, away.last) != rest:
                    words = away.words or f"away {away.first} to {away.last}"
                    self.plan(away.said, partial(self._say, who, words))
                if away.back:
                    self.plan(away.back, partial(self._say, who, "back"))
        said = self.script.people["Anna"].away[0].said
        self.plan(said, self._take_a_break)

    # --- what they do ------------------------------------------------------------

    async def _say(self, who: Worker, words: str) -> None:
        await self.member(who.name).says(words)

    async def _turn(self, meeting: Meeting, turn: Turn) -> None:
        """Changes a stand-up; who is named in a form is picked there."""
        if not turn.typed:
            return
        owner = self.member(meeting.owner)
        told = await owner.says(turn.typed, meeting.channel)
        for label in turn.press:
            told = await owner.presses(label, told)
        if turn.fills:
            wrong = await owner.fills(
                **{name: self._picked(each) for name, each in turn.fills.items()}
            )
            assert wrong == {}, (turn, wrong)

    def _picked(self, value: object) -> str | tuple[str, ...]:
        if isinstance(value, str):
            return value
        assert isinstance(value, frozenset)
        return tuple(self.member(name).ref.id for name in sorted(value))

    async def _join(self, who: Worker) -> None:
        self._comes(who)

    async def _goes_out(self, who: Worker) -> None:
        chat, place = self.team.chat, self.team.places["#general"]
        gone = self.member(who.name).ref
        chat.in_place[place] = [ref for ref in chat.profiles if ref != gone]

    async def _leave(self, who: Worker) -> None:
        profiles, ref = self.team.chat.profiles, self.member(who.name).ref
        profiles[ref] = replace(profiles[ref], active=False)
        world = self.team.crew.world
        await meet_everyone(world, ref.platform, ref.tenant)
        await self.team.crew.pulse.settle()

    async def _take_a_break(self) -> None:
        first, last = self.script.holiday
        anna = self.member("Anna")
        card = await anna.says(f"away everyone {first} to {last}")
        assert card is not None
        await self._press(anna, card, "absence.break")

    def add_acts(self, acts: Sequence[Act]) -> None:
        """What they do with their prompts."""
        for act in acts:
            self.plan(act.at, partial(self._act, act))

    async def _act(self, act: Act) -> None:
        who, made = self.member(act.who), act.made
        if act.who not in self.ids:
            await self.number()
        prompt = self.find("ask", made, act.who)
        if prompt is None:
            self.lost.append(f"{act.who} had no prompt to press: {act}")
            return
        match act.what:
            case "skipped":
                done = await self._press(who, prompt, "standup.skip")
            case "wishes":
                done = await self._press(who, prompt, "standup.more", "later")
            case _:
                done = await self._press(who, prompt, "standup.fill")
                words, held_up = f"{act.what} {made.day}", made.parts[act.who].said
                wrong = await who.fills(q1=words, q2=held_up) if done else {}
                done = done and not wrong
        if not done:
            said = who.last()
            self.lost.append(f"{act}\n{prompt.text}\n{said.text if said else ''}")

    async def _sees_to(self, trouble: Trouble, name: str, action: str) -> None:
        """Presses a button of the blocker's card that they have."""
        who = self.member(name)
        for seen in reversed(who.inbox):
            mine = any(control.action == action for control in seen.controls)
            if mine and trouble.text in seen.text:
                await self._press(who, seen, action)
                return
        self.lost.append(f"{name} had no button {action} for {trouble.text}")

    async def _resolves(self, trouble: Trouble) -> None:
        """Says that it is over, by its number."""
        async with self.team.store.reading() as db:
            known = await db.blockers.all()
        number = next(each.number for each in known if trouble.text in each.text)
        await self.member(trouble.by).says(f"blocker resolve {number}")

    def _plan_troubles(self) -> None:
        for each in self.script.troubles:
            self.plan(
                each.seen,
                partial(self._sees_to, each, each.helper, "blocker.ack"),
            )
            if each.over:
                self.plan(each.over, partial(self._resolves, each))

    async def _press(
        self, who: Member, seen: Seen, action: str, value: str = ""
    ) -> bool:
        for control in seen.controls:
            if control.action != action:
                continue
            match control:
                case Picker():
                    picks = [each.value for each in control.options]
                    picked = next(each for each in picks if each.startswith(value))
                    await who.presses(control.label, seen, picked)
                case Button():
                    await who.presses(control.label, seen)
            return True
        return False

    # --- looking -----------------------------------------------------------------

    def find(self, what: str, made: Day, who: str = "") -> Seen | None:
        """One message of a day, as it is now."""
        key = f"standup:{self.meetings[made.meeting.name]}:{made.day}:{what}"
        if who:
            key += f":person:{self.ids[who]}"
        index = self.written.by_key.get(key)
        return None if index is None else self.written[index]

    # --- time goes by ------------------------------------------------------------

    async def goes_on(self, until: datetime, *, cuts: int, seed: int) -> None:
        """Everything happens at its instant, with restarts at random ones."""
        random = Random(f"cuts {seed}")  # noqa: S311 no secret
        now = self.team.clock.now()
        length = (until - now) / (cuts + 1)
        for n in range(cuts):
            at = now + length * (n + random.random())
            fuse = random.choice((-1, random.randrange(1, 6)))
            self.plan(at, partial(self._falls, fuse))
        for at, deed in sorted(self.deeds, key=lambda each: each[0]):
            if at > until:
                break
            await self._until(at)
            fuse, self.written.fuse = self.written.fuse, -1
            self.at.add(at)
            await deed()
            if self.written.fuse < 0:
                self.written.fuse = fuse
        await self._until(until)

    async def _falls(self, fuse: int) -> None:
        """A clean restart now, or the power goes off at one of the next messages."""
        if fuse < 0:
            await self._restart()
        self.written.fuse = fuse

    async def _until(self, moment: datetime) -> None:
        while True:
            try:
                await self.team.until(moment)
            except (PowerCut, BaseExceptionGroup):
                self.fell.append(self.team.clock.now())
                await self._restart()
            else:
                return

    async def _restart(self) -> None:
        """A new process on the same database."""
        team = self.team
        team.crew = assemble(
            store=team.store,
            clock=team.clock,
            chat=team.chat,
            directory=team.chat,
            calendar=WorkCalendar(),
            run_jobs=lambda handlers: JobRunner(team.store, handlers, team.clock),
        )
        await team.crew.recover()
