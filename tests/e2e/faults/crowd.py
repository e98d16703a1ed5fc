"""The people, at work: tasks for themselves and for each other, buttons, stand-ups.

Everything that was acknowledged to somebody is remembered: it must have happened once.
"""

import asyncio
from dataclasses import dataclass, field
from random import Random
from time import monotonic

from tests.e2e.faults.company import CHANNEL, MATES, SLACK, Mate
from tests.e2e.faults.deeds import DEEDS, Deed
from tests.e2e.faults.ledger import Ledger, Said
from tests.e2e.faults.voices import Control, Sent, Voices

LOOK_BACK = 30  # messages of theirs that people look at again
EAGER = 0.3  # how often somebody thinks of the stand-up
FORM = 4.0  # seconds that somebody waits for a form to open
CHAT = "standup.fill|"  # what "answer in the chat" opens
NOUNS = ("mugs", "teapots", "banners", "labels", "prices", "parcels", "photos")


@dataclass(frozen=True, slots=True)
class Act:
    """Something that somebody did once, and when it was acknowledged, if it was."""

    who: Mate
    words: str
    place: str
    sent: Sent
    began: float
    heard: float
    owner: Mate | None = None


@dataclass
class Crowd:
    """Everybody, each at their own pace; `pause` is the time between two deeds."""

    voices: Voices
    ledger: Ledger
    random: Random
    pause: float = 0.7
    tasks: list[Act] = field(default_factory=list)
    questions: list[Act] = field(default_factory=list)
    closed: list[tuple[str, Said]] = field(default_factory=list)
    answers: list[Act] = field(default_factory=list)
    done: list[tuple[Deed, Act]] = field(default_factory=list)
    events: int = 0
    at_work: asyncio.Event = field(default_factory=asyncio.Event)
    _filled: set[tuple[str, str]] = field(default_factory=set)
    _pressed: set[int] = field(default_factory=set)

    async def live(self) -> None:
        """Until it is cancelled; while nobody is at work, nobody begins anything."""
        async with asyncio.TaskGroup() as tasks:
            for mate in MATES:
                tasks.create_task(self._lives(mate))

    async def _lives(self, mate: Mate) -> None:
        while True:
            await asyncio.sleep(self.random.uniform(0.2, 2 * self.pause))
            await self.at_work.wait()
            answers = self.random.random() < EAGER
            if not (answers and await self._answers(mate)):
                await self._works(mate)

    async def _works(self, mate: Mate) -> None:
        match self.random.randrange(12):
            case 0 | 1 | 2 | 3:
                await self._adds(mate, None)
            case 4 | 5 | 6:
                others = [each for each in MATES if each is not mate]
                await self._adds(mate, self.random.choice(others))
            case 7 | 8:
                await self._finishes(mate)
            case 9 | 10:
                await self._does(mate)
            case _:
                await self._asks(mate)

    async def _adds(self, mate: Mate, owner: Mate | None) -> None:
        """Types a task; by a command, or in the conversation with the bot."""
        self.events += 1
        noun = self.random.choice(NOUNS)
        words = f"Order {noun} x{self.events}x"
        text = f"task add {words} @{owner.name}" if owner else f"task add {words}"
        began, place = monotonic(), mate.dm
        if mate.platform == SLACK and self.random.random() < 0.6:
            place = CHANNEL if self.random.random() < 0.1 else mate.dm
            sent = await self.voices.command(mate, text.removeprefix("/"), place)
        else:
            sent = await self.voices.say(mate, text)
        act = Act(mate, words, place, sent, began, monotonic(), owner)
        self.tasks.append(act)

    async def _does(self, mate: Mate) -> None:
        """Says one of the other things that are kept."""
        self.events += 1
        deed = self.random.choice(DEEDS)
        named = self.random.choice([each for each in MATES if each is not mate])
        words, began = deed.words(self.events), monotonic()
        sent = await self.voices.say(mate, deed.sentence(words, named))
        act = Act(mate, words, mate.dm, sent, began, monotonic(), named)
        self.done.append((deed, act))

    async def _asks(self, mate: Mate) -> None:
        """Types a question, which changes nothing and must be answered all the same."""
        self.events += 1
        began = monotonic()
        sent = await self.voices.say(mate, "task list")
        asked = Act(mate, "task list", mate.dm, sent, began, monotonic())
        self.questions.append(asked)

    async def _finishes(self, mate: Mate) -> None:
        """Presses Done on one of the newest tasks that show it."""
        for said in list(self.ledger.in_place(mate.dm, "Order "))[:LOOK_BACK]:
            for control in self.voices.controls(said):
                if control.action != "task.done" or said.number in self._pressed:
                    continue
                self.events += 1
                self._pressed.add(said.number)
                sent = await self.voices.press(mate, said, control)
                if sent.acked:
                    self.closed.append((control.value, said))
                return

    async def _answers(self, mate: Mate) -> bool:
        """Answers a stand-up that waits, if one does."""
        for said in list(self.ledger.in_place(mate.dm))[:LOOK_BACK]:
            for control in self.voices.controls(said):
                day = control.value.removeprefix(CHAT)
                fills = control.action == "standup.fill"
                chats = control.action == "interview.start"
                wanted = fills if mate.platform == SLACK else chats
                if wanted and (mate.id, day) not in self._filled:
                    await self._answer(mate, said, control, day)
                    return True
        return False

    async def _answer(self, mate: Mate, said: Said, control: Control, day: str) -> None:
        """Presses, then says it; whoever sees it fail tries again later."""
        self.events += 1
        words = f"Packed parcels y{self.events}y"
        began = monotonic()
        pressed = await self.voices.press(mate, said, control)
        if not pressed.acked:
            return
        if mate.platform != SLACK:
            self._filled.add((mate.id, day))
            await self.voices.say(mate, words)
            return
        if not await self._form_opens(mate):
            return
        sent = await self.voices.submit(mate, words)
        if sent.acked and not (sent.answer or {}).get("errors"):
            self._filled.add((mate.id, day))
            act = Act(mate, words, said.place, sent, began, monotonic())
            self.answers.append(act)

    async def _form_opens(self, mate: Mate) -> bool:
        until = monotonic() + FORM
        while monotonic() < until:
            if mate.id in self.voices.slack.views:
                return True
            await asyncio.sleep(0.05)
        return False
