"""One step of an award after the other: who must know is told with each (L11, L13)."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.model.award import CHOOSING, NOMINATING, VOTING, Award, Round, Stage
from bot.model.award.law import approvers, best, deciders, next_start, period_of
from bot.model.delivery import Draft
from bot.model.kudos.month import MORNING
from bot.model.moments import instant
from bot.model.people import Organization
from bot.ports import UnitOfWork
from bot.rituals.room import post

STEP = "award.step"  # a stage of a round may be over
OPEN = "award.open"  # an award is given again
CALL, VOTE, WON = "award.call", "award.vote", "award.won"  # for everybody
CHOOSE, TIED = "award.choose", "award.tied"  # for those who decide
APPROVE, STUCK, NOT_GIVEN = "award.approve", "award.stuck", "award.not-given"
YOURS, NOT_YOURS, THANKS = "award.yours", "award.not-yours", "award.thanks"


@dataclass(frozen=True, slots=True)
class AwardWork:
    """One unit of work on awards, at one instant."""

    db: UnitOfWork
    organization: Organization
    now: datetime

    async def open(self, award: Award) -> Round | None:
        """Opens this period's round, once: everybody may nominate."""
        day = self.now.astimezone(self._zone).date()
        new = Round(
            award_id=award.id,
            period=period_of(award.cadence, day),
            stage=Stage.NOMINATING,
            opened_at=self.now,
            due_at=self.now + NOMINATING,
        )
        opened = await self.db.awards.open(new)
        if opened:
            await self.db.jobs.put(STEP, {opened.id: opened.due_at})
            await self._say(opened, CALL)
        if again := next_start(award.cadence, day):
            at = instant(again, MORNING, self._zone)
            await self.db.jobs.put(OPEN, {award.id: at})
        return opened

    async def step(self, round: Round) -> None:
        """What happens when a stage's time is over."""
        match round.stage:
            case Stage.NOMINATING:
                await self._choose(round)
            case Stage.CHOOSING | Stage.TIED:
                await self._remind(round)
            case Stage.VOTING:
                await self.count(round)
            case Stage.ENDED | Stage.DROPPED:
                pass

    async def shortlist(self, round: Round, person_ids: Collection[int]) -> Round:
        """These can be voted for from now on."""
        await self.db.awards.shortlist(round.id, person_ids)
        after = await self._go(round, Stage.VOTING, self.now + VOTING)
        await self._say(after, VOTE)
        award = await self.db.awards.get(round.award_id)
        for person_id in award.jury if award else ():
            await self._tell(after, VOTE, person_id)
        return after

    async def count(self, round: Round) -> Round:
        """The votes are in: somebody won, or those who decide are asked."""
        finalists = await self._there(round)
        votes = await self.db.awards.count(round.id)
        nominations = await self.db.awards.nominations(round.id)
        first = best(votes, finalists, nominations)
        if len(first) == 1:
            return await self.elect(round, first[0])
        if not first:
            return await self.drop(round)
        after = await self._go(round, Stage.TIED, self.now + CHOOSING)
        for person_id in await self.deciders(after, but=first):
            await self._tell(after, TIED, person_id)
        return after

    async def elect(
        self, round: Round, winner_id: int, decided_by: int | None = None
    ) -> Round:
        """Who is chosen gets it, or who has to approve it is asked."""
        proposed = replace(round, proposed_id=winner_id)
        found = await self.approvers(proposed)
        if not found or decided_by in found:
            return await self.end(round, winner_id, decided_by)
        after = await self._go(proposed, Stage.TIED, self.now + CHOOSING)
        await self._ask(after, again=0)
        return after

    async def approvers(self, round: Round) -> tuple[int, ...]:
        """Who may say yes to the one who was chosen; nobody where that is not asked."""
        award = await self.db.awards.get(round.award_id)
        if award is None or round.proposed_id is None:
            return ()
        everyone = await self.db.people.everyone()
        return approvers(award, round.proposed_id, everyone)

    async def decline(self, round: Round) -> Round:
        """Nobody gets it: who took part hears so, in private and neutrally (L13)."""
        finalists = await self.db.awards.finalists(round.id)
        nominations = await self.db.awards.nominations(round.id)
        told = {each.person_id for each in finalists}
        told |= {each.nominator_id for each in nominations}
        after = await self.drop(round)
        for person_id in sorted(told):
            await self._tell(after, NOT_GIVEN, person_id)
        return after

    async def again(self, round: Round, by: int) -> None:
        """Those it waits for are asked once more; only once a round."""
        await self.db.awards.save(replace(round, nudged_by=by))
        await self._ask(round, again=2)

    async def equals(self, round: Round) -> tuple[int, ...]:
        """Between whom is to be decided."""
        votes = await self.db.awards.count(round.id)
        nominations = await self.db.awards.nominations(round.id)
        return best(votes, await self._there(round), nominations)

    async def end(
        self, round: Round, winner_id: int, decided_by: int | None = None
    ) -> Round:
        """It is theirs: everybody hears so, the others in private and kindly."""
        votes = await self.db.awards.count(round.id)
        finalists = [
            each.person_id for each in await self.db.awards.finalists(round.id)
        ]
        nominations = await self.db.awards.nominations(round.id)
        await self.db.awards.finish(round.id, votes, winner_id)
        after = await self._over(round, Stage.ENDED, decided_by)
        await self._say(after, WON)
        await self._tell(after, YOURS, winner_id)
        for person_id in finalists:
            if person_id != winner_id:
                await self._tell(after, NOT_YOURS, person_id)
        chosen = {n.nominator_id for n in nominations if n.person_id == winner_id}
        others = {n.nominator_id for n in nominations} - chosen - set(finalists)
        for person_id in sorted(others):
            await self._tell(after, THANKS, person_id)
        return after

    async def drop(self, round: Round) -> Round:
        """Nobody gets it this time; what was voted is forgotten."""
        await self.db.awards.finish(round.id, {}, None)
        return await self._over(round, Stage.DROPPED)

    async def deciders(
        self, round: Round, but: Collection[int] = ()
    ) -> tuple[int, ...]:
        """Who shortlists and decides; nobody does about themselves."""
        award = await self.db.awards.get(round.award_id)
        if award is None:
            return ()
        found = deciders(award, await self.db.people.everyone())
        return tuple(each for each in found if each not in but)

    async def shortlisters(self, round: Round) -> tuple[int, ...]:
        """Who makes the shortlist: those who decide and are not nominated, if any."""
        nominations = await self.db.awards.nominations(round.id)
        every = await self.deciders(round)
        nominated = {each.person_id for each in nominations if each.counts}
        return tuple(id for id in every if id not in nominated) or every

    async def _choose(self, round: Round) -> None:
        """Nominating is over; without any nomination the round is, too."""
        if not await self.db.awards.nominations(round.id):
            await self.drop(round)
            return
        after = await self._go(round, Stage.CHOOSING, self.now + CHOOSING)
        await self._ask(after, again=0)

    async def _remind(self, round: Round) -> None:
        """Once: who decides was asked three days ago; who nominated somebody may have
        them asked once more (L12).
        """
        asked = await self._ask(round, again=1)
        nominations = await self.db.awards.nominations(round.id)
        for person_id in sorted({each.nominator_id for each in nominations} - asked):
            await self._tell(round, STUCK, person_id)

    async def _ask(self, round: Round, again: int) -> set[int]:
        """Asks those it waits for, another time; who they are. What nobody has read
        yet, as after holidays, is not said twice.
        """
        if round.stage is Stage.CHOOSING:
            kind, found = CHOOSE, await self.shortlisters(round)
        elif round.proposed_id is not None:
            kind, found = APPROVE, await self.approvers(round)
        else:
            kind, found = TIED, await self.deciders(round, await self.equals(round))
        await self.db.deliveries.expire(subject=round.subject, kind=kind)
        for person_id in found:
            await self._tell(round, kind, person_id, again=again)
        return set(found)

    async def _there(self, round: Round) -> list[int]:
        """The finalists who did not leave."""
        found = [each.person_id for each in await self.db.awards.finalists(round.id)]
        people = await self.db.people.some(found)
        return [id for id in found if id in people and people[id].active]

    async def _go(self, round: Round, stage: Stage, due_at: datetime) -> Round:
        after = replace(round, stage=stage, due_at=due_at)
        await self.db.awards.save(after)
        await self.db.jobs.put(STEP, {round.id: due_at})
        await self.db.deliveries.touch(subject=round.subject)
        return after

    async def _over(
        self, round: Round, stage: Stage, decided_by: int | None = None
    ) -> Round:
        after = replace(round, stage=stage, ended_at=self.now, decided_by=decided_by)
        await self.db.awards.save(after)
        await self.db.jobs.drop(STEP, (round.id,))
        await self.db.deliveries.touch(subject=round.subject)
        return after

    async def _say(self, round: Round, kind: str) -> None:
        """To everybody, on the wall."""
        wall = (await self.db.kudos.rules()).wall
        if wall is not None:
            draft = self._draft(round, kind, f"{round.subject}:{kind}")
            await post(self.db, replace(draft, place=wall))

    async def _tell(
        self, round: Round, kind: str, person_id: int, again: int = 0
    ) -> None:
        key = f"{round.subject}:{kind}:{again}:person:{person_id}"
        draft = replace(self._draft(round, kind, key), person_id=person_id)
        await self.db.deliveries.add(draft)

    def _draft(self, round: Round, kind: str, key: str) -> Draft:
        return Draft(
            key=key,
            kind=kind,
            args={"round": round.id},
            subject=round.subject,
            due=self.now,
        )

    @property
    def _zone(self) -> ZoneInfo:
        return ZoneInfo(self.organization.zone)
