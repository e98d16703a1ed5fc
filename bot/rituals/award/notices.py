"""The messages about awards, each written when it is sent, from what is true then."""

from collections.abc import Callable

from bot.cards import award as cards
from bot.cards.award import RoundView
from bot.messages import Card
from bot.model.award import Stage
from bot.ports import Translate, UnitOfWork
from bot.rituals.award import work
from bot.rituals.award.views import view
from bot.rituals.award.work import AwardWork
from bot.rituals.flow import Flow, Scene, World

flow = Flow()
Write = Callable[[RoundView, Translate], Card]
# What each kind of message says, and in which stages it is still news.
SAID: dict[str, tuple[Write, frozenset[Stage]]] = {
    work.CALL: (cards.call, frozenset(Stage)),
    work.VOTE: (cards.vote, frozenset(Stage)),
    work.WON: (cards.won, frozenset({Stage.ENDED})),
    work.CHOOSE: (cards.choose, frozenset({Stage.CHOOSING})),
    work.TIED: (cards.tied, frozenset({Stage.TIED})),
    work.APPROVE: (cards.approve, frozenset({Stage.TIED})),
    work.STUCK: (cards.stuck, frozenset({Stage.CHOOSING, Stage.TIED})),
    work.NOT_GIVEN: (cards.not_given, frozenset({Stage.DROPPED})),
    work.YOURS: (cards.yours, frozenset({Stage.ENDED})),
    work.NOT_YOURS: (cards.not_yours, frozenset({Stage.ENDED})),
    work.THANKS: (cards.thanks, frozenset({Stage.ENDED})),
}


@flow.job(work.STEP)
async def step(world: World, round_id: int) -> None:
    """A stage's time may be over."""
    async with world.store() as db:
        round = await db.awards.hold(round_id)
        now = world.clock.now()
        if round is None or round.stage.over or now < round.due_at:
            return
        organization = await db.people.organization()
        await AwardWork(db, organization, now).step(round)
        await db.commit()


@flow.job(work.OPEN)
async def again(world: World, award_id: int) -> None:
    """An award is given again."""
    async with world.store() as db:
        award = await db.awards.get(award_id)
        if award is None:
            return
        organization = await db.people.organization()
        await AwardWork(db, organization, world.clock.now()).open(award)
        await db.commit()


def _notice(kind: str, write: Write, stages: frozenset[Stage]) -> None:
    """Declares one kind of message; what is no longer so is not sent."""

    @flow.notice(kind)
    async def tell(scene: Scene) -> Card | None:
        found = await _round(scene.db, scene.number("round"))
        if found is None or found.round.stage not in stages:
            return None
        waits = found.round.proposed_id is not None
        if waits is not (kind == work.APPROVE) and kind in (work.TIED, work.APPROVE):
            return None
        return write(found, scene.t)


for _kind, (_write, _stages) in SAID.items():
    _notice(_kind, _write, _stages)


async def _round(db: UnitOfWork, round_id: int) -> RoundView | None:
    round = await db.awards.round(round_id)
    return await view(db, round) if round else None
