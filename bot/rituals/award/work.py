"""One step of an award after the other: who must know is told with each (L11, L13)."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.model.award import CHOOSING, NOMINATING, VOTING, Award, Round, Stage
from bot.model.award.law import best, deciders, next_start, period_of
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
            case Stage.CHOOSING:
                await self._remind(round)
            case Stage.VOTING:
                await self.count(round)
            case Stage.TIED | Stage.ENDED | Stage.DROPPED:
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
            return await self.end(round, first[0])
        if not first:
            return await self.drop(round)
        after = await self._go(round, Stage.TIED, self.now)
        for person_id in await self.deciders(after, but=first):
            await self._tell(after, TIED, person_id)
        return after

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

    async def _choose(self, round: Round) -> None:
        """Nominating is over; without any nomination the round is, too."""
        if not await self.db.awards.nominations(round.id):
            await self.drop(round)
            return
        after = await self._go(round, Stage.CHOOSING, self.now + CHOOSING)
        for person_id in await self.deciders(after):
            await self._tell(after, CHOOSE, person_id)

    async def _remind(self, round: Round) -> None:
        """Once: who shortlists was asked three days ago (L12)."""
        for person_id in await self.deciders(round):
            await self._tell(round, CHOOSE, person_id, again=1)

    async def _there(self, round: Round) -> list[int]:
        """The finalists who did not leave."""
        found = [each.person_id for each in await self.db.awards.finalists(round.id)]
        people = await self.db.people.some(found)
        return [id for id in found if id in people and people[id].active]

    async def _go(self, round: Round, stage: Stage, due_at: datetime) -> Round:
        after = replace(round, stage=stage, due_at=due_at)
        await self.db.awards.save(after)
        if stage is not Stage.TIED:
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
