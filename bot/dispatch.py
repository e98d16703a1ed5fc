"""One inbound event: claim, identify, route, run, reply, one log line.

The claim is durable before the platform is told "got it"; the work follows in a task
of ours. The handler's changes, the mark that the event is done and the messages that
follow from it are one transaction; the answer is sent after the commit.
"""

import asyncio
import logging
from collections.abc import Hashable, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from time import perf_counter

from bot import meant
from bot.answer import Answer
from bot.answers import Answers
from bot.claims import Claims
from bot.clock import steady_of
from bot.context import Unfetched
from bot.custody import Custody
from bot.errors import StoreAway, UserError
from bot.events import Filled, Inbound, Reacted, Replied
from bot.hands import Hands
from bot.identify import Identify
from bot.lanes import Lanes
from bot.messages import Option
from bot.model.refs import UserRef
from bot.offers import people_called
from bot.ports import Clock, Store
from bot.ports.custody import Left
from bot.ports.owed import Owed
from bot.ports.receive import Taken
from bot.recall import Facts, Strangers
from bot.rituals.crossing import matters
from bot.rituals.kudos.reaction import thanks
from bot.routing import Router
from bot.submitted import PATIENCE, Submitted
from bot.taking import Taking, bug_in, tell, when_back

log = logging.getLogger(__name__)
LAST_WORDS = 0.8  # seconds for what is in hand when the bot ends


class Dispatcher:
    """Takes events in (`bot.ports.Receive`) and sees each one through, once.

    Events of one person are worked on in the order they came; people do not wait for
    each other.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        identify: Identify,
        router: Router,
        answers: Answers,
    ) -> None:
        self._store = store
        self._clock = clock
        self._identify = identify
        self._answers = answers
        # With one writer, work that waits for its commit is best begun beside others.
        self._hands = Hands(wary=store.shared)
        self._claims = Claims(store, self._hands)
        self._working = Lanes()
        self._closing = False
        self._answering = Lanes()
        self.custody = Custody(store, steady_of(clock), self._begin)
        self._taking = Taking(store, identify, router, answers)
        self._submitted = Submitted(
            store=store,
            identify=identify,
            taking=self._taking,
            custody=self.custody,
            working=self._working,
            answer=self._answer,
        )

    async def accept(self, event: Inbound) -> None:
        """Stores the event and starts the work; an event seen before ends here.

        What people say to each other, and not to us, is not even stored.
        """
        if isinstance(event, Replied | Reacted) and not await self._matters(event):
            return
        if await self._claims.claim(event):
            self._begin(event)

    async def submit(
        self,
        event: Filled,
        *,
        within: float | None = PATIENCE,
        stays: bool = False,
        takes_files: bool = False,
    ) -> Taken:
        """See `bot.ports.Receive.submit`."""
        return await self._submitted.submit(
            event, within=within, stays=stays, takes_files=takes_files
        )

    async def people(self, who: UserRef, typed: str) -> Sequence[Option]:
        """See `bot.ports.Receive.people`."""
        async with self._store.reading() as db:
            return await people_called(db, who, typed)

    async def recover(self) -> None:
        """Starts the work on events that were acknowledged before a crash."""
        await self.custody.recover()

    async def idle(self) -> None:
        """Returns when nothing is being worked on."""
        while self._working.busy or self._answering.busy:
            await self._working.idle()
            await self._answering.idle()

    async def abandon(self) -> None:
        """Ends what still runs; others take it up, or the next start."""
        self._closing = True
        with suppress(TimeoutError):
            async with asyncio.timeout(LAST_WORDS):
                await self._finish()
        await self._working.abandon()
        await self._answering.abandon()
        await self.custody.hand_back()

    async def _finish(self) -> None:
        """What is in a hand just now is answered: an answer cut off in the midst is in
        doubt, and late.
        """
        await self._hands.all()
        await self._answering.idle()

    def _begin(self, left: Left) -> None:
        """Works on a claimed event, after those of the same person before it; or says
        what was left unsaid.
        """
        self.custody.hold(left)
        if isinstance(left, Owed):
            self._answering.run(left.who, self._pay(left))
        else:
            self._working.run(left.who, self._see_through(left))

    async def _see_through(self, event: Inbound) -> None:
        """While the database is away it is tried again, and what they did later waits
        behind it. What fails even to be refused stays in the inbox, to be taken up
        again.
        """
        try:
            await when_back(event, partial(self._work, event))
        except Exception:
            log.exception("event left", extra={"event": event.id})
        self.custody.let_go(event)

    async def _matters(self, event: Replied | Reacted) -> bool:
        async with self._store.reading() as db:
            if isinstance(event, Reacted):
                return await thanks(db, event)
            return await matters(db, event)

    async def _work(self, event: Inbound) -> None:
        """The platform is asked who somebody is, and for a file that they sent, if need
        be, outside of any unit.
        """
        event, facts = await self._carried_on(event)
        try:
            await self._try_with_files(event, facts)
        except Strangers:
            await self._try_with_files(event, await self._identify.look_up(event))

    async def _try_with_files(self, event: Inbound, facts: Facts | None) -> None:
        try:
            await self._try(event, facts)
        except Unfetched:
            await self._try(event, await self._identify.fetch(event, facts))

    async def _try(self, event: Inbound, facts: Facts | None) -> None:
        """Takes the event, or says why not; when there is a hand free."""
        started = perf_counter()
        async with self._hands.one():
            if self._closing:
                raise asyncio.CancelledError
            answer, outcome = await self._outcome(event, facts)
        tell(event, outcome, started)
        self._answer(answer)

    async def _outcome(
        self, event: Inbound, facts: Facts | None
    ) -> tuple[Answer | None, str]:
        outcome = "done"
        try:
            answer = await self._taking.take(event, facts, fresh=False)
        except (Strangers, Unfetched, StoreAway):
            raise
        except UserError as wrong:
            outcome = wrong.key
            answer = await self._taking.refuse(event, facts, wrong)
        except Exception:  # noqa: BLE001 a bug: the person is told the id of its log
            outcome = "bug"
            bug = UserError("error-bug", id=bug_in(event))
            answer = await self._taking.refuse(event, facts, bug)
        return answer, outcome

    def _answer(self, answer: Answer | None) -> None:
        """Answers a person in order; a form waits for nothing: its click is short.

        One that is open already changes in the order they chose in.
        """
        if answer is None:
            return
        opens = answer.is_form and not getattr(answer.event, "partly", False)
        lane: Hashable = answer.event.id if opens else answer.event.who
        if answer.owed:
            self.custody.hold(answer.owed)
        self._answering.run(lane, self._give(answer))

    async def _give(self, answer: Answer) -> None:
        """Says it, and writes down that it was said, however long that takes. What is
        not ours any more stays in the inbox: whoever takes it up looks for it first.
        """
        owed = answer.owed
        if owed is None:
            await self._answers.give(answer)
            return
        ours = partial(self.custody.is_ours, owed)
        if await self._answers.give(replace(answer, ours=ours)):
            await when_back(owed.event, partial(self._taking.paid, owed))
        self.custody.let_go(owed)

    async def _pay(self, owed: Owed) -> None:
        """Says what a process left unsaid that ended in the midst. What fails stays in
        the inbox, to be taken up again.
        """
        try:
            answer = await when_back(owed.event, partial(self._taking.owing, owed))
            await self._give(answer)
        except Exception:
            log.exception("answer left", extra={"event": owed.id})
            self.custody.let_go(owed)

    async def _carried_on(self, event: Inbound) -> tuple[Inbound, Facts | None]:
        """The event; of one that says who was meant, the words before it, and what is
        to be known about them.
        """
        if not meant.may_answer(event):
            return event, None
        async with self._store.reading() as db:
            said = await meant.carried_on(db, event, self._clock.now())
        if said is None:
            return event, None
        return said, replace(await self._identify.look_up(said), carries_on=True)
