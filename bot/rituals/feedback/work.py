"""Changing feedback: what every change of one brings with it.

Whoever opens or changes one does it here: it is saved, written into its story, shown on
every living card, and who must know is told: who sent it at each step (PEERS H10), who
owns or follows it of everything else.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from bot.model.feedback import Facts, Feedback, State, Update, UpdateKind
from bot.model.feedback.ending import ASKED, only_thanks
from bot.model.feedback.gathering import TIME, first_of
from bot.model.feedback.life import TOLD, UNDO, WORDED, correct, go, take
from bot.model.feedback.routing import alarms
from bot.rituals.feedback.likely import ALIKE, propose
from bot.rituals.feedback.news import FeedbackNews, at_once

ROUTE = "feedback.route"  # where it goes by the rules
STEP = "feedback.step"  # what was promised of one is looked at
ENDED = "feedback.ended"  # whether it is solved is asked no longer
DECIDED = "feedback.decided"  # what waits for somebody is withdrawn with its end
FILES = "feedback.files"  # what came along is fetched and kept


@dataclass(frozen=True, slots=True)
class FeedbackWork(FeedbackNews):
    """One unit of work on feedback, at one instant."""

    async def open(
        self, feedback: Feedback, by: int | None, *, awaited: bool = True
    ) -> Feedback:
        """Stores new feedback and shows it to those who triage; a colleague for whom
        it was sent hears of it. Where nobody waits for an answer, what says the same
        is looked for afterwards.
        """
        stored = await self.db.feedback.add(feedback)
        await self.record(stored, by, UpdateKind.OPENED)
        await self.watch(stored)
        if awaited:
            await propose(self.db, stored)
        else:
            await self.db.jobs.put(ALIKE, {stored.id: self.now})
        await self.db.jobs.put(ROUTE, {stored.id: self.now})
        if stored.files:
            await self.db.jobs.put(FILES, {stored.id: self.now})
        triage = await self.db.feedback.rules.triage()
        if triage and (alarms(stored) or await at_once(self.db, triage)):
            await self.post(stored, triage)
        if by is not None:
            await self.tell(stored, "received", stored.senders, by=by, once="new")
        return stored

    async def correct(self, feedback: Feedback, facts: Facts, by: int) -> Feedback:
        """People know better than what was read from the words."""
        after = correct(feedback, facts)
        if after == feedback:
            return feedback
        if after.facts != feedback.facts:
            changed = ", ".join(_differences(feedback.facts, after.facts))
            await self.record(after, by, UpdateKind.CORRECTED, changed)
            await self.db.jobs.put(ROUTE, {after.id: self.now})
        return await self.save(after)

    async def take(self, feedback: Feedback, owner_id: int, by: int) -> Feedback:
        """Makes it somebody's own: they hear of it, if it was not they who took it."""
        if feedback.owner_id == owner_id:
            return feedback
        after = await self.save(take(feedback, owner_id))
        update = await self.record(after, by, UpdateKind.OWNED, str(owner_id))
        await self.tell(after, "yours", (owner_id,), by=by, once=update.id)
        return after

    async def go(
        self, feedback: Feedback, state: State, by: int, words: str = ""
    ) -> Feedback:
        """Brings it to another state; who sent it hears so."""
        after = go(feedback, state, self.now, words)
        if after.owner_id is None:
            after = take(after, by)
        update = await self.record(after, by, UpdateKind.STATE, state.value)
        if words:
            await self.record(after, by, UpdateKind.REPLY, words)
        await self.save(after)
        if state is State.FIXED:
            await self.db.jobs.put(ENDED, {after.id: self.now + ASKED})
        if state in TOLD:
            said = self._soon if words and state in WORDED else self
            await said.tell(
                after, state.value, after.senders, by=by, once=moment_of(update),
                update=update.id,
            )  # fmt: skip
        return after

    async def reply(self, feedback: Feedback, by: int, text: str) -> Feedback:
        """Words for who sent it, and for their customer: they leave in ten seconds."""
        said = await self.record(feedback, by, UpdateKind.REPLY, text)
        after = replace(feedback, answered_at=feedback.answered_at or self.now)
        await self.save(after)
        await self._soon.tell(
            after, "reply", after.senders, by=by, once=moment_of(said),
            update=said.id,
        )  # fmt: skip
        return after

    async def note(self, feedback: Feedback, by: int, text: str) -> Feedback:
        """Words among those who work on it; who sent it never reads them (H16)."""
        said = await self.record(feedback, by, UpdateKind.NOTE, text)
        after = await self.save(feedback)
        await self.tell(
            after, "note", await self.workers(after), by=by, once=said.id,
            update=said.id,
        )  # fmt: skip
        return after

    async def say(
        self, feedback: Feedback, by: int | None, text: str, external: str | None = None
    ) -> Feedback:
        """Words of who sent it, or of their customer: what waited for them goes on,
        and what was over, but for thanks alone (H06).
        """
        line = Update(feedback.id, by, UpdateKind.SAID, self.now, text, 0, external)
        said = await self.db.feedback.log.record(line)
        after, over = feedback, feedback.state.answered and not only_thanks(text)
        if feedback.state is State.WAITING or over:
            after = go(feedback, State.WORKING, self.now)
            await self.record(after, None, UpdateKind.STATE, State.WORKING.value)
        await self.save(after)
        await self._pass_on(after, said, at_once=after.state is not feedback.state)
        return after

    async def _pass_on(
        self, feedback: Feedback, said: Update, *, at_once: bool
    ) -> None:
        """Those who work on it hear the words: more of them in a short time together,
        but for those by which it goes on.
        """
        kind, by = "said" if said.person_id else "wrote", said.person_id or 0
        first = first_of(await self.db.feedback.log.of(feedback.id), said)
        if at_once or first.id == said.id:
            await self.tell_workers(
                feedback, kind, by=by, once=said.id, update=said.id
            )  # fmt: skip
            return
        later = replace(self, now=first.at + TIME)
        await later.tell_workers(
            feedback, kind, by=by, once=f"more-{moment_of(first)}", update=first.id,
            more=1,
        )  # fmt: skip

    async def judge(self, feedback: Feedback, by: int, *, solved: bool) -> Feedback:
        """Who sent it says whether it is solved: it is closed, or goes on."""
        await self.record(feedback, by, UpdateKind.SOLVED, "yes" if solved else "no")
        state = State.CLOSED if solved else State.WORKING
        after = replace(go(feedback, state, self.now), solved=solved)
        await self.record(after, None, UpdateKind.STATE, state.value)
        await self.save(after)
        if not solved:
            once = self.now.isoformat()
            await self.tell_workers(after, "unsolved", by=by, once=once)
        return after

    async def follow(self, feedback: Feedback, person_id: int, *, on: bool) -> Feedback:
        """Somebody wants to hear of it, or no longer."""
        known = set(feedback.followers)
        follow = known | {person_id} if on else known - {person_id}
        if follow == known:
            return feedback
        return await self.save(replace(feedback, followers=tuple(sorted(follow))))

    async def save(self, feedback: Feedback) -> Feedback:
        """Writes it, and has every message that shows it show what is true now."""
        await self.db.feedback.save(feedback)
        await self.db.deliveries.touch(subject=feedback.subject)
        await self.watch(feedback)
        if not feedback.state.open:
            await self._end_requests(feedback)
        return feedback

    async def _end_requests(self, feedback: Feedback) -> None:
        """What waits for somebody's word ends with it, once that is not taken back."""
        asked = await self.db.feedback.approvals.of([feedback.id])
        if any(each.waits for each in asked.get(feedback.id, ())):
            await self.db.jobs.put(DECIDED, {feedback.id: self.now + UNDO})

    async def watch(self, feedback: Feedback) -> None:
        """Has its promises looked at, where there are any."""
        if await self.db.feedback.rules.levels():
            await self.db.jobs.put(STEP, {feedback.id: self.now})

    async def record(
        self, feedback: Feedback, by: int | None, kind: UpdateKind, text: str = ""
    ) -> Update:
        """Writes a line of its story."""
        update = Update(feedback.id, by, kind, self.now, text)
        return await self.db.feedback.log.record(update)

    @property
    def _soon(self) -> "FeedbackWork":
        """The same for words that leave later, and can be taken back until then."""
        return replace(self, now=self.now + UNDO)


def moment_of(update: Update) -> str:
    """What tells an update from all others: SQLite gives the id of one that was taken
    back once more.
    """
    return f"{update.id}-{stamp(update.at)}"


def stamp(at: datetime) -> int:
    """An instant as keys name it."""
    return int(at.timestamp() * 1000)


def _differences(before: Facts, after: Facts) -> Iterable[str]:
    """What changed, as "severity: low → high"."""
    for name in Facts.__slots__:
        old, new = str(getattr(before, name)), str(getattr(after, name))
        if old != new:
            yield f"{name}: {old or '–'} → {new or '–'}"
