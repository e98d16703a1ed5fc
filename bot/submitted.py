"""Forms that were sent: taken or refused while the platform waits, and kept where that
takes too long.
"""

import asyncio
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from time import perf_counter

from bot.answer import Answer
from bot.custody import Custody
from bot.errors import FieldErrors, NotAllowed, StoreAway, UserError
from bot.events import Filled
from bot.identify import Identify
from bot.lanes import Lanes
from bot.messages import Attachment, Card, Form
from bot.model.sheet import Sheet
from bot.ports import Store
from bot.ports.receive import Taken
from bot.taking import Taking, bug_in, put_off, tell, when_back

log = logging.getLogger(__name__)
PATIENCE = 2.2  # seconds for a form, of the three that platforms give
KEEPING = 0.4  # seconds for keeping it, where it takes longer
SHOWING = 0.4  # seconds for looking how it is asked by now
Heard = asyncio.Future[Taken]


class Submitted:
    """Works on forms, each in a task of its own, and says what is wrong in time."""

    def __init__(
        self,
        *,
        store: Store,
        identify: Identify,
        taking: Taking,
        custody: Custody,
        working: Lanes,
        answer: Callable[[Answer | None], None],
    ) -> None:
        self._store = store
        self._identify = identify
        self._taking = taking
        self._custody = custody
        self._working = working
        self._answer = answer

    async def submit(
        self,
        event: Filled,
        *,
        within: float | None,
        stays: bool = False,
        takes_files: bool = False,
    ) -> Taken:
        """Works on a form at once and says what is wrong, or which form follows.

        Whatever is wrong, the form stays open with everything that was typed. A form
        that takes longer than `within` closes once it is kept, to be worked on whatever
        happens to this process: if it is refused after all, a card says so, and its
        draft is in the form when it opens again.
        """
        heard: Heard = asyncio.get_running_loop().create_future()
        shows = Shows(stays, takes_files)
        self._working.run(("form", event.id), self._fill(event, heard, shows))
        try:
            return await asyncio.wait_for(heard, within)
        except TimeoutError:
            log.warning("form late", extra={"form": event.form, "event": event.id})
            return Taken() if event.partly else await self._keep(event)

    async def _keep(self, event: Filled) -> Taken:
        """Lets a form close whose work is not done yet; where even keeping it takes too
        long it stays open.
        """
        self._custody.hold(event)  # until `_fill` ends, if it goes on
        try:
            async with asyncio.timeout(KEEPING), self._store(hurried=True) as db:
                await db.inbox.claim(event)
                await db.commit()
        except (TimeoutError, StoreAway):
            t = self._identify.words_at_hand(event.who)
            return Taken({next(iter(event.values), ""): t("form-not-saved")})
        return Taken()

    async def _fill(self, event: Filled, heard: Heard, shows: "Shows") -> None:
        """Works on a form and says what is wrong, in time or by a card."""
        try:
            answer, wrong = await self._outcome_of_form(event, heard)
            errors = await self._by_field(event, wrong)
            asked = await self._asked(event, errors) if shows.forms else None
            late = heard.cancelled()
            taken = Taken(errors) if late else shows.taken(answer, errors)
            if not late:
                heard.set_result(replace(taken, asked=asked))
            shown = answer and (taken.then or taken.file)
            self._answer(replace(answer, reply=None) if answer and shown else answer)
            if wrong and (late or event.doubtful):
                refuse = partial(self._taking.refuse_form, event, wrong)
                self._answer(await when_back(event, refuse))
        except Exception as failed:  # noqa: BLE001 the platform hears it, or the log
            if heard.cancelled():
                bug_in(event)
            else:
                heard.set_exception(failed)
        finally:
            heard.cancel()  # whoever still waits at a bot that stops
        self._custody.let_go(event)  # one that is cut off is handed back

    async def _outcome_of_form(
        self, event: Filled, heard: Heard
    ) -> tuple[Answer | None, UserError | None]:
        """While the database is away the form stays open; one that has closed is tried
        until it is back, as what was typed is nowhere else.
        """
        try:
            return await self._try_form(event)
        except StoreAway as away:
            put_off(event, away)
        if heard.cancelled():
            return await when_back(event, partial(self._try_form, event))
        return None, UserError("form-not-saved")

    async def _try_form(self, event: Filled) -> tuple[Answer | None, UserError | None]:
        """Takes the form, or says why not."""
        started = perf_counter()
        try:
            if event.doubtful:
                raise NotAllowed("form-doubtful")
            answer = await self._take_form(event)
        except UserError as wrong:
            tell(event, wrong.key, started)
            return None, wrong
        except StoreAway:
            raise
        except Exception:  # noqa: BLE001 a bug: the person is told the id of its log
            return None, UserError("error-bug", id=bug_in(event))
        tell(event, "done", started)
        return answer, None

    async def _take_form(self, event: Filled) -> Answer | None:
        """A connection that was lost is tried once more at once: what was kept after
        all, though nobody heard it, is claimed by then and not done again.
        """
        try:
            return await self._taking.take(event, None, fresh=True)
        except StoreAway:
            return await self._taking.take(event, None, fresh=True)

    async def _asked(self, event: Filled, wrong: Mapping[str, str]) -> Form | None:
        """The form with the fields that are wrong and were not there when it was sent:
        they hang on what was chosen just before. None where all were there, or where
        that takes too long.
        """
        if event.doubtful or event.partly or set(wrong) <= {*event.values, ""}:
            return None
        try:
            async with asyncio.timeout(SHOWING):
                return await self._taking.asked(event)
        except (TimeoutError, StoreAway):
            return None

    async def _by_field(
        self, event: Filled, wrong: UserError | None
    ) -> Mapping[str, str]:
        """What is wrong beside its field; what is about no field, at the first."""
        if wrong is None:
            return {}
        t = await self._identify.words(event.who)
        if isinstance(wrong, FieldErrors):
            return {name: t(e.key, **e.values) for name, e in wrong.fields.items()}
        return {next(iter(event.values), ""): t(wrong.key, **wrong.values)}


@dataclass(frozen=True, slots=True)
class Shows:
    """What a caller shows by itself of a form's answer: the form that follows, a
    file.
    """

    forms: bool
    files: bool

    def taken(self, answer: Answer | None, wrong: Mapping[str, str]) -> Taken:
        """What the caller gets of the answer."""
        body = answer.reply.body if answer and answer.reply else None
        match body:
            case Form() if self.forms:
                return Taken(wrong, then=body)
            case Card() if self.files:
                return Taken(wrong, file=_file(body))
            case _:
                return Taken(wrong)


def _file(card: Card) -> Sheet | None:
    files = (block for block in card.blocks if isinstance(block, Attachment))
    return next((each.sheet for each in files), None)
