"""The mornings of reviews, and their messages: none of them says what is written."""

from collections.abc import Callable

from bot.cards import review as cards
from bot.cards.review import ReviewView, RoundView, overview
from bot.messages import Card
from bot.model.review import State
from bot.model.review.people import pairs
from bot.model.review.plan import Rung, self_due
from bot.model.review.rhythm import last_working
from bot.model.review.texts import chosen
from bot.ports import Translate, UnitOfWork
from bot.rituals.flow import Flow, Scene, World
from bot.rituals.review import hands, rounds, work
from bot.rituals.review.rounds import Rounds
from bot.rituals.review.views import lists, round_view, view
from bot.rituals.review.work import ReviewWork
from bot.rituals.workdays import working_days

flow = Flow()
Write = Callable[[Translate, ReviewView], Card]
# What each message about one review says, and in which states it is still so.
SAID: dict[str, tuple[Write, frozenset[State]]] = {
    work.SENT: (cards.sent, frozenset({State.SENT, State.ACKNOWLEDGED})),
    hands.LOST: (overview.lost, frozenset({State.WAITING})),
}


@flow.job(rounds.OPEN)
async def open_(world: World, cycle_id: int) -> None:
    """A cycle comes round."""
    async with world.store() as db:
        cycle = await db.reviews.cycle(cycle_id)
        if cycle is None or cycle.stopped_at:
            return
        found = Rounds(await _work(world, db))
        await found.open(cycle, await found.next_span(cycle))
        await db.commit()


@flow.job(rounds.MORNING)
async def morning(world: World, round_id: int) -> None:
    """Says what is due; a second time it finds that it was said."""
    async with world.store() as db:
        round = await db.reviews.hold(round_id)
        if round is None or round.closed_at:
            return
        await Rounds(await _work(world, db)).go_on(round)
        await db.commit()


@flow.notice(work.LIST)
async def list_(scene: Scene) -> Card | None:
    """Who is to be written about, to who writes."""
    round = await scene.db.reviews.round(scene.number("round"))
    if round is None or scene.reader is None:
        return None
    found = await lists(scene.db, round, scene.reader.id)
    if found is None or not found.rows:
        return None
    works = working_days(scene.calendar, scene.organization, scene.reader, ())
    rung = Rung(str(scene.args["rung"]))
    texts = await scene.db.reviews.texts.of(round.cycle_id)
    own = chosen(texts, rung, scene.t.language)
    return cards.listing(scene.t, found, rung, ahead=not works(round.due), own=own)


@flow.notice(work.SELF)
async def self_(scene: Scene) -> Card | None:
    """What somebody is asked about themselves, and that they answered."""
    found = await _found(scene)
    if found is None or scene.reader is None:
        return None
    if not (found.review.open or found.review.self_sent_at):
        return None
    again = str(scene.args["rung"]) == Rung.SELF_AGAIN.value
    works = working_days(scene.calendar, scene.organization, scene.reader, ())
    due = last_working(self_due(found.round), works)
    shows = await scene.db.reviews.shows_work(found.review.person_id)
    texts = await scene.db.reviews.texts.of(found.round.cycle_id)
    own = chosen(texts, Rung.SELF, scene.t.language)
    return cards.ask_self(scene.t, found, due, shows=shows, again=again, own=own)


@flow.notice(work.HANDED)
async def handed(scene: Scene) -> Card | None:
    """That it is theirs to write now."""
    found = await _found(scene)
    if found is None or scene.reader is None:
        return None
    if not found.review.open or found.review.reviewer_id != scene.reader.id:
        return None
    by = scene.args.get("by")
    people = await scene.db.people.some([int(by)]) if by else {}
    return cards.handed(scene.t, found, next((p.name for p in people.values()), ""))


@flow.notice(work.ACKNOWLEDGED)
async def acknowledged(scene: Scene) -> Card | None:
    """That they have read it, and whether they said something to it."""
    found = await _found(scene)
    if found is None or found.review.state is not State.ACKNOWLEDGED:
        return None
    commented = scene.args.get("comment") != 0
    return cards.acknowledged(scene.t, found, commented=commented)


@flow.notice(rounds.BEGUN)
async def begun(scene: Scene) -> Card | None:
    """That a round is open, and who is left over."""
    found = await _round(scene)
    if found is None:
        return None
    rings = pairs(await scene.db.people.everyone()).rings
    people = await scene.db.people.some(sorted({id for ring in rings for id in ring}))
    named = tuple(
        tuple(people[id].name for id in ring if id in people) for ring in rings
    )
    return overview.begun(scene.t, found, named)


@flow.notice(rounds.LATE)
async def late(scene: Scene) -> Card | None:
    """What is not written yet: whose, and by whom."""
    found = await _round(scene)
    if found is None or not any(each.review.open for each in found.rows):
        return None
    return overview.late(scene.t, found)


def _notice(kind: str, write: Write, states: frozenset[State]) -> None:
    """Declares one kind of message; what is no longer so is not sent."""

    @flow.notice(kind)
    async def tell(scene: Scene) -> Card | None:
        found = await _found(scene)
        if found is None or found.review.state not in states:
            return None
        return write(scene.t, found)


for _kind, (_write, _states) in SAID.items():
    _notice(_kind, _write, _states)


async def _found(scene: Scene) -> ReviewView | None:
    review = await scene.db.reviews.get(scene.number("review"))
    return await view(scene.db, review) if review else None


async def _round(scene: Scene) -> RoundView | None:
    round = await scene.db.reviews.round(scene.number("round"))
    if round is None or round.closed_at:
        return None
    return await round_view(scene.db, round)


async def _work(world: World, db: UnitOfWork) -> ReviewWork:
    organization, now = await db.people.organization(), world.clock.now()
    return ReviewWork(db, world.calendar, organization, now)
